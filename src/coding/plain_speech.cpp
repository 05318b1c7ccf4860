// What plain words amount to: charges and denials without a verb that accuses or denies.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/predicates.hpp"
#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kConditionTokens = 40;  // how far behind a threat its condition may stand
constexpr std::size_t kMaxToldBy = 8;        // verbs below one of saying that are looked at

/// *will suspend aid unless the talks resume*, *a bill that would impose sanctions*: harm that
/// hangs on what others do, or on a vote.
bool is_conditional_vow(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 6> kBills{
        "bill", "legislation", "resolution", "amendment", "act", "law"};
    bool will = false;
    bool would = false;
    bool condition = false;
    for (const TokenIndex c : tree.children(verb)) {
        will =
            will || (tree[c].dep == "aux" && (tree[c].lower == "will" || tree[c].lower == "shall"));
        would = would || (tree[c].dep == "aux" && tree[c].lower == "would");
        const TokenIndex mark = tree[c].dep == "advcl" ? tree.child(c, "mark") : kNoToken;
        condition = condition || (mark != kNoToken &&
                                  (tree[mark].lower == "unless" || tree[mark].lower == "if"));
    }
    if (will && condition) return true;
    return would && tree[verb].dep == "relcl" && one_of(tree[tree.head(verb)].lemma, kBills);
}

/// Deeds that one side does not impute to another without blaming it.
bool is_hostile(const std::string& type) {
    return type == "ASSAULT" || type == "COERCE";
}

/// Who answers for deeds in public.
bool answers_charges(const Actor& actor) {
    static constexpr std::array<std::string_view, 6> kSectors{"GOV", "MIL", "COP",
                                                              "REB", "UAF", "SPY"};
    return !actor.sectors.empty() &&
           std::find(kSectors.begin(), kSectors.end(), actor.sectors.front()) != kSectors.end();
}

/// Both are of public life, and what one says of the other's deeds is a charge: of different
/// countries, or the opposition and those in power.
bool are_opponents(const Actor& speaker, const Actor& doer) {
    if (speaker.sectors.empty() || doer.sectors.empty()) return false;
    const auto is = [](const Actor& actor, std::initializer_list<std::string_view> sectors) {
        return std::find(sectors.begin(), sectors.end(), actor.sectors.front()) != sectors.end();
    };
    const bool in_power = is(doer, {"GOV", "MIL", "COP", "SPY", "JUD"});
    if (is(speaker, {"OPP", "REB", "NGO", "PTY", "LAB"}) && in_power) return true;
    const bool official = is(speaker, {"GOV", "MIL", "COP", "SPY", "LEG"});
    if (!official || speaker.country.empty()) return false;
    return !doer.country.empty() && speaker.country != doer.country &&
           (in_power || is(doer, {"REB", "LEG"}));
}

}  // namespace

/// *The army said that it had not fired*, *we will not disarm*, *no one was beaten, the ministry
/// said*: what a side says that it has not done or will not do.
void PredicateReader::deny_plainly(TokenIndex verb, std::vector<Reading>& all) const {
    if (tree_[verb].pos != Pos::Verb || is_question(verb)) return;
    const TokenIndex speaker = coding::speaker_of(tree_, sides_.mentions(), verb);
    if (speaker == kNoToken) return;
    const auto speakers = sides_.actors(speaker);
    if (speakers.empty() || !answers_charges(sides_.actor(speakers.front()))) return;
    if (matcher_.in_class(verb, "mental") || tree_[verb].dep == "relcl") return;
    if (tree_.has_child(verb, "mark") && tree_[verb].dep == "advcl") return;
    // *I can't bring myself to watch it*: of oneself nothing is denied to anybody.
    const TokenIndex object = tree_.child(verb, "dobj");
    if (object != kNoToken &&
        (tree_[object].lower.ends_with("self") || tree_[object].lower.ends_with("selves"))) {
        return;
    }
    const bool passive = tree_.has_child(verb, "nsubjpass");
    const TokenIndex subject = tree_.child(verb, passive ? "nsubjpass" : "nsubj");
    if (subject == kNoToken) return;
    const auto is_no = [&](TokenIndex noun) {
        const TokenIndex det = noun == kNoToken ? kNoToken : tree_.child(noun, "det");
        return det != kNoToken && tree_[det].lower == "no";
    };
    const std::string_view word = tree_[subject].lower;
    const bool nobody = word == "nobody" || word == "none" || is_no(subject);
    const bool first_person = word == "we";
    const auto same = [&] {
        for (const MentionIndex each : sides_.actors(subject)) {
            for (const MentionIndex s : speakers) {
                if (sides_.mentions().mentions[each].actor == sides_.mentions().mentions[s].actor) {
                    return true;
                }
            }
        }
        return false;
    };
    const bool negated = tree_.has_child(verb, "neg") || is_no(tree_.child(verb, "dobj"));
    const bool own = negated && (first_person || same());
    // *No one was beaten*: only of deeds, and only what has been.
    if (!own && !(nobody && passive)) return;
    // Forces that say what they have not done answer a charge; a government may say so of anything,
    // but what it will not do is a refusal.
    const bool governs = sides_.actor(speakers.front()).sectors.front() == "GOV";
    if (own && governs && !will_not(verb)) return;
    const CompositionRow* row =
        lexicon_.ontology.compose(will_not(verb) ? "refuse" : "deny", nullptr);
    if (row == nullptr || row->outer.type.empty()) return;
    Reading reading;
    reading.coding = row->outer;
    reading.sources = speakers;
    reading.predicate = verb;
    reading.anchor = tree_[verb].span;
    reading.why = {"composition:" + std::string(will_not(verb) ? "refuse" : "deny") + ":-"};
    all.push_back(std::move(reading));
}

/// *will not take part*, *would not sign*.
bool PredicateReader::will_not(TokenIndex verb) const {
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && (tree_[c].lemma == "will" || tree_[c].lemma == "would" ||
                                         tree_[c].lower == "wo" || tree_[c].lower == "shall");
    });
}

bool PredicateReader::is_question(TokenIndex token) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[token].sentence];
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        if (tree_[t].lower == "?") return true;
        if (tree_[t].pos != Pos::Punct && tree_[t].pos != Pos::Space) return false;
    }
    return false;
}

void PredicateReader::charge_plainly(TokenIndex says, std::vector<Reading>& all) {
    if (!arguments_.is_verb(says) || !matcher_.in_class(says, "saying")) return;
    const TokenIndex speaker = arguments_.subject(says);
    if (speaker == kNoToken || sides_.direct(speaker) == Mentions::kNoMention) return;
    const auto speakers = sides_.actors(speaker);
    for (const auto& clause : arguments_.clauses(says)) {
        if (clause.form != Arguments::ClauseForm::That) continue;
        for (const TokenIndex verb : told_by(clause.head)) {
            for (const Reading& deed : read(verb, 1)) {
                if (deed.predicate != verb) continue;
                if (auto blames = charge(says, speakers, deed)) {
                    all.push_back(*std::move(blames));
                    return;
                }
            }
        }
    }
}

/// The verb, those beside it and what it lets go on: *goes on killing*, *uses spies to watch and
/// threaten them*.
std::vector<TokenIndex> PredicateReader::told_by(TokenIndex verb) const {
    std::vector<TokenIndex> verbs{verb};
    std::vector<bool> going_on{matcher_.in_class(verb, "going_on")};
    for (std::size_t at = 0; at < verbs.size() && verbs.size() < kMaxToldBy; ++at) {
        for (const TokenIndex c : tree_.children(verbs[at])) {
            const bool beside = tree_[c].dep == "conj";
            const bool below = tree_[c].dep == "xcomp" || tree_[c].dep == "advcl";
            const bool told = beside || (below && going_on[at] && tree_.has_child(c, "aux"));
            if (!told || !arguments_.is_verb(c)) continue;
            verbs.push_back(c);
            // The parser hangs purposes on the nearest verb.
            going_on.push_back(going_on[at] || matcher_.in_class(c, "going_on"));
        }
    }
    return verbs;
}

/// What blames a side for a deed that is told as having been or being done; nothing if the speaker
/// imputes it to no opponent.
std::optional<Reading> PredicateReader::charge(TokenIndex says,
                                               const std::vector<MentionIndex>& speakers,
                                               const Reading& deed) const {
    if (!is_hostile(deed.coding.type) || deed.unreal || deed.sources.empty()) return std::nullopt;
    const bool told = deed.status == EventStatus::Actual || deed.status == EventStatus::Ongoing ||
                      deed.status == EventStatus::Alleged;
    const CompositionRow* row = lexicon_.ontology.compose("allege", &deed.coding);
    if (!told || row == nullptr || row->outer.type.empty()) return std::nullopt;
    if (!are_opponents(sides_.actor(speakers.front()), sides_.actor(deed.sources.front()))) {
        return std::nullopt;
    }
    Reading reading;
    reading.coding = row->outer;
    reading.sources = speakers;
    reading.targets = deed.sources;
    reading.predicate = says;
    reading.anchor = tree_[says].span;
    reading.why = {"composition:allege:" + row->inner};
    return reading;
}

/// *The premier announced that the government would expel the envoy*: who speaks for a state makes
/// its promises and threats.
void PredicateReader::take_speaker(Reading& reading) const {
    if (!needs_source(reading.coding.type) || reading.sources.size() != 1) return;
    const TokenIndex head = coding::speaker_of(tree_, sides_.mentions(), reading.predicate);
    if (head == kNoToken || head > reading.predicate) return;
    if (tree_[head].sentence != tree_[reading.predicate].sentence) return;
    if (tree_[head].lemma.starts_with("spokes")) return;
    const MentionIndex speaker = sides_.direct(head);
    if (speaker == Mentions::kNoMention || tree_[head].pos == Pos::Pron) return;
    const Actor& who = sides_.actor(speaker);
    const Actor& doer = sides_.actor(reading.sources.front());
    if (!is_of_state(who) || !is_government(doer) || who.country != doer.country) return;
    reading.sources = {speaker};
}

/// *Chad said that it could impose sanctions on Mali*: harm that a state says of itself that it may
/// do.
bool PredicateReader::is_veiled_threat(const Reading& reading) const {
    static constexpr std::array<std::string_view, 4> kHarm{"ASSAULT", "SANCTION", "COERCE",
                                                           "MOBILIZE"};
    static constexpr std::array<std::string_view, 3> kMay{"could", "may", "might"};
    if (reading.status != EventStatus::Possible || reading.targets.empty()) return false;
    if (reading.sources.empty() || !one_of(reading.coding.type, kHarm)) return false;
    TokenIndex verb = reading.predicate;
    if (!arguments_.is_verb(verb)) verb = matcher_.teller(verb);
    if (verb == kNoToken || tree_.has_child(verb, "neg")) return false;
    if (is_conditional_vow(tree_, verb)) return is_of_state(sides_.actor(reading.sources.front()));
    if (tree_[verb].dep != "ccomp") return false;
    const auto words = tree_.children(verb);
    const bool may = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && one_of(tree_[c].lower, kMay);
    });
    const Quote* quote = innermost_quote(sides_.mentions(), tree_[verb].span);
    return may && quote != nullptr && quote->speaker != kNoActor && is_own_word(reading);
}

/// *threatened to kill the hostages unless Chad left*, *will not lift the ban until Chad votes*:
/// threatened or refused is who shall meet the condition. `supposed`: a mere condition as well (*if
/// Chad did not leave*, *should Chad stay*, *as long as Chad stays*).
std::vector<MentionIndex> PredicateReader::condition_party(TokenIndex predicate,
                                                           const std::vector<MentionIndex>& sources,
                                                           bool supposed) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    const TokenIndex end = std::min(sentence.last, predicate + kConditionTokens);
    const TokenIndex first =
        std::max(sentence.first, predicate - std::min<TokenIndex>(predicate, kConditionTokens));
    for (TokenIndex t = first; t < end; ++t) {
        const Token& word = tree_[t];
        const bool strict = word.lower == "unless" || word.lower == "until";
        const bool loose =
            word.lower == "if" || (word.lower == "as" && t > 0 && tree_[t - 1].lower == "long");
        const bool inverted =
            word.lower == "should" && word.dep == "aux" && tree_[word.head].dep == "advcl";
        const bool condition = (strict && word.dep == "mark") ||
                               (supposed && ((loose && word.dep == "mark") || inverted));
        if (!condition) continue;
        if (!tree_.is_under(t, predicate)) {
            if (t > predicate) return {};
            continue;
        }
        const TokenIndex doer = arguments_.subject(tree_.head(t));
        return doer == kNoToken ? std::vector<MentionIndex>{}
                                : other_than(sides_.actors(doer), sources);
    }
    return {};
}

/// *Chad* and *Ndjamena*
bool PredicateReader::are_of_one_state(const std::vector<MentionIndex>& one,
                                       const std::vector<MentionIndex>& other) const {
    if (one.empty() || other.empty()) return false;
    const std::string& country = sides_.actor(one.front()).country;
    return !country.empty() && country == sides_.actor(other.front()).country;
}

}  // namespace tidings::coding
