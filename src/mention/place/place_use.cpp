#include "mention/place/place_use.hpp"

#include <algorithm>
#include <array>

namespace tidings::mention {

namespace {

/// Acts of governments that are no speech. A place that does one of them stands for its government.
constexpr std::array<std::string_view, 52> kStateActs{
    "accept", "agree",     "approve", "arrest",    "attack",   "back",      "ban",
    "block",  "bomb",      "boycott", "break",     "cancel",   "condemn",   "cut",
    "defend", "deploy",    "deport",  "detain",    "execute",  "expel",     "extradite",
    "fire",   "help",      "hit",     "impose",    "invade",   "join",      "launch",
    "lift",   "negotiate", "oppose",  "pledge",    "recall",   "recognise", "recognize",
    "refuse", "reject",    "release", "retaliate", "sanction", "seize",     "send",
    "shell",  "sign",      "strike",  "summon",    "support",  "suspend",   "threaten",
    "urge",   "veto",      "withdraw"};

/// Verbs whose object is somebody who can be spoken to or judged: a government, not its land.
constexpr std::array<std::string_view, 26> kAddressing{
    "accuse",    "ask",       "back",     "blame",     "boycott",   "condemn",  "convince",
    "criticise", "criticize", "denounce", "help",      "oppose",    "persuade", "praise",
    "press",     "pressure",  "punish",   "recognise", "recognize", "sanction", "support",
    "tell",      "thank",     "threaten", "urge",      "warn"};

}  // namespace

std::string_view to_string(PlaceUse use) noexcept {
    static constexpr std::array<std::string_view, 5> kNames{"literal", "modifier", "demonym",
                                                            "embedded", "metonym"};
    const auto index = static_cast<std::size_t>(use);
    return index < kNames.size() ? kNames[index] : kNames[0];
}

PlaceUseReader::PlaceUseReader(const SyntaxTree& tree, const QuoteCueData& cues)
    : tree_(tree), cues_(cues), name_of_token_(tree.size(), 0U) {
    const auto& names = tree.parse().names;
    for (std::uint32_t n = 0; n < names.size(); ++n) {
        for (TokenIndex t = names[n].first; t < names[n].last; ++t) name_of_token_[t] = n + 1;
    }
}

TokenIndex PlaceUseReader::head_of(const Toponym& toponym) const {
    for (TokenIndex t = toponym.first; t < toponym.last; ++t) {
        const TokenIndex above = tree_.head(t);
        if (above == t || above < toponym.first || above >= toponym.last) return t;
    }
    return toponym.last - 1;
}

bool PlaceUseReader::is_embedded(const Toponym& toponym) const {
    const std::uint32_t number = name_of_token_[toponym.first];
    if (number == 0) return false;
    const Name& name = tree_.parse().names[number - 1];
    if (name.label == "GPE" || name.label == "LOC" || name.label == "NORP" ||
        name.label == "PERSON" || name.label == "DATE") {
        return false;
    }
    TokenIndex first = name.first;
    if (tree_[first].lower == "the") ++first;
    TokenIndex last = name.last;
    if (last > first && tree_[last - 1].tag == "POS") --last;
    return first < toponym.first || last > toponym.last;
}

bool PlaceUseReader::acts(TokenIndex head) const {
    const std::string_view dep = tree_[head].dep;
    TokenIndex verb = tree_.head(head);
    if (dep == "pobj" && tree_[verb].dep == "agent") {
        verb = tree_.head(verb);
    } else if (dep == "dobj" || dep == "nsubjpass") {
        return std::find(kAddressing.begin(), kAddressing.end(), tree_[verb].lemma) !=
               kAddressing.end();
    } else if (dep != "nsubj") {
        return false;
    }
    const std::string_view lemma = tree_[verb].lemma;
    return cues_.find(CuePart::Verb, lemma) != nullptr ||
           std::find(kStateActs.begin(), kStateActs.end(), lemma) != kStateActs.end();
}

PlaceUse PlaceUseReader::read(const Toponym& toponym) const {
    if (toponym.dateline) return PlaceUse::Literal;
    const bool embedded = is_embedded(toponym);
    const bool demonym =
        std::any_of(toponym.entries.begin(), toponym.entries.end(),
                    [](const PlaceEntry& entry) { return entry.use == NameUse::Demonym; }) &&
        std::none_of(toponym.entries.begin(), toponym.entries.end(), [](const PlaceEntry& entry) {
            return entry.use == NameUse::Main && entry.place->kind != PlaceKind::City;
        });
    if (embedded) return PlaceUse::Embedded;
    if (demonym) return PlaceUse::Demonym;
    const TokenIndex head = head_of(toponym);
    if (acts(head)) return PlaceUse::Metonym;
    const std::string_view dep = tree_[head].dep;
    const TokenIndex governor = tree_.head(head);
    const bool before_noun = governor >= toponym.last && (tree_[governor].pos == Pos::Noun ||
                                                          tree_[governor].pos == Pos::Propn);
    const bool modifies =
        before_noun && (dep == "compound" || dep == "amod" || dep == "nmod" || dep == "poss");
    return modifies ? PlaceUse::Modifier : PlaceUse::Literal;
}

}  // namespace tidings::mention
