#include "mention/place/place_use.hpp"

#include <algorithm>
#include <array>

namespace tidings::mention {

std::string_view to_string(PlaceUse use) noexcept {
    static constexpr std::array<std::string_view, 5> kNames{"literal", "modifier", "demonym",
                                                            "embedded", "metonym"};
    const auto index = static_cast<std::size_t>(use);
    return index < kNames.size() ? kNames[index] : kNames[0];
}

PlaceUseReader::PlaceUseReader(const SyntaxTree& tree, const QuoteCueData& cues,
                               const GazetteerData& gazetteer)
    : tree_(tree), cues_(cues), gazetteer_(gazetteer), name_of_token_(tree.size(), 0U) {
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
        return gazetteer_.is_addressing(tree_[verb].lemma);
    } else if (dep != "nsubj") {
        return false;
    }
    const std::string_view lemma = tree_[verb].lemma;
    return cues_.find(CuePart::Verb, lemma) != nullptr || gazetteer_.is_state_act(lemma);
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
