// Who arrests, tries and frees people where nobody is told to: whose prison it is, the court or the
// official that is told of, the state in which it happens.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/implied_sides.hpp"
#include "coding/quotations.hpp"
#include "mention/coreference/assumed_countries.hpp"

namespace tidings::coding {

namespace {

constexpr std::uint32_t kCourtReach = 1;  // from a court to its sentence
constexpr TokenIndex kCourtTokens = 200;  // at a sentence's end that may name the court

constexpr std::array<std::string_view, 5> kPrisons{"prison", "jail", "custody", "detention",
                                                   "captivity"};

}  // namespace

/// Acts of police, courts and ministries, by type and mode.
bool ImpliedSides::is_official_act(const Reading& reading) const {
    static constexpr std::array<std::string_view, 5> kCoercions{"arrest", "deport", "censor",
                                                                "martial-law", "curfew"};
    // *went on trial*, *faces charges*: with ACCUSE only courts are meant.
    static constexpr std::array<std::string_view, 9> kProsecutions{
        "charge", "indict", "prosecute", "arraign", "try", "go", "stand", "face", "appear"};
    const Coding& coding = reading.coding;
    if (coding.type == "COERCE") return one_of(coding.mode, kCoercions);
    if (coding.type == "ACCUSE") {
        return arguments_.is_verb(reading.predicate) &&
               one_of(tree_[reading.predicate].lemma, kProsecutions);
    }
    if (coding.type == "RETREAT" && coding.mode == "release") {
        const auto places = arguments_.prepositional(reading.predicate, "from");
        return std::any_of(places.begin(), places.end(),
                           [&](TokenIndex t) { return one_of(tree_[t].lemma, kPrisons); });
    }
    if (coding.cameo == "1213" || coding.cameo == "063") return true;  // extradition
    return coding.type == "SANCTION" && coding.mode == "convict";
}

/// *was freed from a Turkish prison*, *is in Kenyan custody*: whoever's the prison is.
bool ImpliedSides::fill_prison(Reading& reading) const {
    for (const char* preposition : {"from", "in"}) {
        for (const TokenIndex t : arguments_.prepositional(reading.predicate, preposition)) {
            if (!one_of(tree_[t].lemma, kPrisons)) continue;
            std::vector<TokenIndex> owners = arguments_.modifiers(t);
            if (arguments_.possessor(t) != kNoToken) owners.push_back(arguments_.possessor(t));
            for (const TokenIndex owner : owners) {
                const MentionIndex state = sides_.direct(owner);
                if (state == Mentions::kNoMention || !is_of_state(sides_.actor(state))) continue;
                if (same_actor({state}, reading.targets)) continue;
                reading.sources = {state};
                reading.why.emplace_back("discourse:prison");
                return true;
            }
        }
    }
    return false;
}

/// The police tell that somebody has been convicted, and so do prosecutors; courts do it. Spies and
/// informers arrest nobody.
bool ImpliedSides::may_do_officially(const Actor& speaker, const Coding& coding) {
    const std::string& arm = speaker.sectors.front();
    if (arm == "SPY") return false;
    if (coding.type != "SANCTION" || coding.mode != "convict") return true;
    const std::string role = utf8::lower(speaker.role);
    return arm != "COP" && arm != "LEG" &&
           !(role.ends_with("prosecutor") || role.ends_with("prosecutors") ||
             role.ends_with("attorney") || role.ends_with("lawyer"));
}

/// *Chad's interior minister said that three Kenyans had been expelled*: who speaks for a state
/// tells of its own acts.
bool ImpliedSides::fill_official_speaker(Reading& reading) const {
    if (reading.targets.empty()) return false;
    // *concerns the arrest of a Briton*, *men who were sentenced for less*: told by the way, it may
    // be anybody's act.
    const TokenIndex predicate = reading.predicate;
    if (!arguments_.is_verb(predicate)) return false;
    if (tree_[predicate].dep == "relcl" || tree_[predicate].dep == "acl") return false;
    const TokenIndex head = speaker_of(tree_, sides_.mentions(), reading.predicate);
    if (head == kNoToken) return false;
    const MentionIndex speaker = sides_.direct(head);
    if (speaker == Mentions::kNoMention || !is_of_state(sides_.actor(speaker))) return false;
    if (same_party({speaker}, reading.targets)) return false;
    if (!may_do_officially(sides_.actor(speaker), reading.coding)) return false;
    const Scene scene = scenes_.at(reading.predicate);
    if (!scene.country.empty() && scene.country != sides_.actor(speaker).country) return false;
    // *abroad*, *when a Briton is arrested*: anywhere.
    if (tells_habit(predicate)) return false;
    reading.sources = {speaker};
    reading.why.emplace_back("discourse:official");
    return true;
}

/// *as is usual when a Briton is arrested abroad*: what is done again and again, by anybody.
bool ImpliedSides::tells_habit(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 4> kWhenever{"when", "whenever", "if", "once"};
    bool present = false;
    bool whenever = false;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].lower == "abroad" || tree_[c].lower == "overseas") return true;
        const bool be = tree_[c].dep == "auxpass" || tree_[c].dep == "aux";
        present = present || (be && (tree_[c].tag == "VBZ" || tree_[c].tag == "VBP"));
        whenever = whenever || one_of(tree_[c].lower, kWhenever);
    }
    return present && whenever;
}

/// *deports foreigners convicted of theft*, *anyone who is charged*: a kind of people is told, not
/// an act.
bool ImpliedSides::tells_of_a_kind(const Reading& reading) const {
    static constexpr std::array<std::string_view, 4> kByLaw{"convict", "sentence", "charge",
                                                            "indict"};
    const Token& predicate = tree_[reading.predicate];
    if (arguments_.is_verb(reading.predicate) && tells_habit(reading.predicate)) return true;
    if (!one_of(predicate.lemma, kByLaw)) return false;
    if (predicate.dep != "acl" && predicate.dep != "relcl") return false;
    const TokenIndex noun = tree_.head(reading.predicate);
    if (is_of_anybody(noun)) return true;
    if (tree_[noun].tag != "NNS" && tree_[noun].pos != Pos::Pron) return false;
    const auto children = tree_.children(noun);
    return std::none_of(children.begin(), children.end(), [&](TokenIndex c) {
        static constexpr std::array<std::string_view, 4> kWhich{"det", "poss", "nummod",
                                                                "quantmod"};
        return one_of(tree_[c].dep, kWhich) || tree_[c].pos == Pos::Propn;
    });
}

/// *The trial before the Paris court ended. He was sentenced to a year.*: the court that is told.
bool ImpliedSides::fill_court(Reading& reading) const {
    if (reading.coding.type != "SANCTION" || reading.coding.mode != "convict") return false;
    static constexpr std::array<std::string_view, 4> kCourts{"court", "tribunal", "judge", "jury"};
    const Mentions& mentions = sides_.mentions();
    const std::uint32_t sentence = tree_[reading.predicate].sentence;
    for (std::uint32_t back = 0; back <= std::min(kCourtReach, sentence); ++back) {
        const Sentence& told = tree_.parse().sentences[sentence - back];
        const TokenIndex first =
            std::max(told.first, told.last - std::min(told.last, kCourtTokens));
        for (TokenIndex t = told.last; t-- > first;) {
            const MentionIndex m = mentions.mention_at[t];
            if (m == Mentions::kNoMention || !one_of(tree_[t].lemma, kCourts)) continue;
            const Actor& court = sides_.actor(m);
            if (court.weak || court.sectors.empty() || court.sectors.front() != "JUD") continue;
            if (same_actor({m}, reading.targets)) continue;
            reading.sources = {m};
            reading.implied_source = back > 0;
            reading.why.emplace_back("discourse:court");
            return true;
        }
    }
    return false;
}

bool ImpliedSides::fill_authority(Reading& reading, SceneBasis weakest) const {
    if (!reading.sources.empty() || !is_official_act(reading)) return false;
    if (tells_of_a_kind(reading)) return false;
    if (fill_prison(reading)) return true;
    if (fill_official_speaker(reading)) return true;
    const bool decree = reading.coding.mode == "curfew" || reading.coding.mode == "martial-law";
    if (reading.targets.empty() && !decree) return false;
    if (fill_court(reading)) return true;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.country.empty() || scene.basis > weakest) return false;
    // *notices that seek the arrest of fugitives*: nobody has arrested them there.
    const bool possible = reading.status == EventStatus::Possible;
    if (possible && scene.basis != SceneBasis::Predicate) return false;
    // *Brussels imposed sanctions over the jailing of activists*, in a report on Belarus: those who
    // are taken to be of another country than that of the place are jailed at home.
    std::string_view country = scene.country;
    if (!reading.targets.empty() && scene.basis != SceneBasis::Predicate) {
        const MentionIndex target = reading.targets.front();
        const bool taken = mention::has_assumed_country(sides_.mentions().mentions[target]);
        if (taken && !sides_.actor(target).country.empty()) country = sides_.actor(target).country;
    }
    // No state deports its own.
    const bool expels = reading.coding.cameo == "174" && !reading.targets.empty();
    if (expels && sides_.actor(reading.targets.front()).country == country) return false;
    const MentionIndex found = government_at(reading.predicate, country);
    if (found == Mentions::kNoMention || same_actor({found}, reading.targets)) return false;
    reading.sources = {found};
    reading.implied_source = sentence_of(found) != sentence_of(reading);
    reading.why.emplace_back("discourse:authority");
    return true;
}

}  // namespace tidings::coding
