// What plain words amount to: demands, requests and charges without a verb that demands or accuses.
#include <algorithm>
#include <array>

#include "coding/predicates.hpp"
#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

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

/// Whose demands are made in public.
bool is_public(const Actor& actor) {
    static constexpr std::array<std::string_view, 12> kSectors{
        "GOV", "MIL", "LEG", "REB", "OPP", "PTY", "IGO", "NGO", "LAB", "ELI", "REL", "UAF"};
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

/// *Paris said that Tehran must release the teacher*: the speaker demands it; with *should* urges
/// it.
void PredicateReader::demand(Reading& reading) const {
    if (reading.status != EventStatus::Possible || !arguments_.is_verb(reading.predicate)) return;
    const TokenIndex verb = reading.predicate;
    if (tree_[verb].dep != "ccomp" || reading.sources.empty()) return;
    std::string_view op;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux") continue;
        if (tree_[c].lower == "must") op = "demand";
        if (tree_[c].lower == "should" || tree_[c].lower == "ought") op = "urge";
    }
    const TokenIndex says = tree_.head(verb);
    if (op.empty() || !matcher_.in_class(says, "saying")) return;
    const TokenIndex speaker = arguments_.subject(says);
    if (speaker == kNoToken) return;
    auto speakers = other_than(sides_.actors(speaker), reading.sources);
    const CompositionRow* row = lexicon_.ontology.compose(op, &reading.coding);
    if (speakers.empty() || row == nullptr || row->outer.type != "REQUEST") return;
    reading.coding = row->outer;
    reading.status = EventStatus::Actual;
    reading.targets = std::move(reading.sources);
    reading.sources = std::move(speakers);
    reading.mutual = false;
    reading.why.push_back("composition:" + std::string(op) + ":" + row->inner);
}

void PredicateReader::demand_plainly(TokenIndex verb, std::vector<Reading>& all) const {
    if (!arguments_.is_verb(verb) || tree_[verb].dep != "ccomp") return;
    if (tree_.has_child(verb, "neg")) return;
    const TokenIndex subject = tree_.child(verb, "nsubj");
    const TokenIndex says = tree_.head(verb);
    const auto words = tree_.children(verb);
    const bool must = std::any_of(words.begin(), words.end(),
                                  [&](TokenIndex c) { return tree_[c].lower == "must"; });
    if (!must || subject == kNoToken || !matcher_.in_class(says, "saying")) return;
    const TokenIndex speaker = arguments_.subject(says);
    // The one who must is an actor itself (*the law must change* asks nobody in particular).
    if (speaker == kNoToken || sides_.direct(subject) == Mentions::kNoMention) return;
    const CompositionRow* row = lexicon_.ontology.compose("demand", nullptr);
    Reading reading;
    reading.targets = sides_.actors(subject);
    reading.sources = other_than(sides_.actors(speaker), reading.targets);
    if (row == nullptr || row->outer.type.empty() || reading.sources.empty()) return;
    reading.coding = row->outer;
    reading.predicate = verb;
    reading.anchor = tree_[verb].span;
    reading.why = {"composition:demand:-"};
    all.push_back(std::move(reading));
}

/// In whose words a verb asks somebody for something, and how strongly: an imperative (*leave our
/// country*), or another who must, has to or should do it.
PredicateReader::Asking PredicateReader::asking(TokenIndex verb) const {
    Asking none;
    if (!arguments_.is_verb(verb)) return none;
    const Quote* quote = innermost_quote(sides_.mentions(), tree_[verb].span);
    const TokenIndex speaker = coding::speaker_of(tree_, sides_.mentions(), verb);
    if (quote == nullptr || speaker == kNoToken) return none;
    const auto speakers = sides_.actors(speaker);
    if (speakers.empty() || !is_public(sides_.actor(speakers.front()))) return none;
    if (is_question(verb)) return none;

    Asking result;
    TokenIndex finite = verb;  // *has to leave*
    if (tree_[verb].dep == "xcomp" && tree_[tree_.head(verb)].lemma == "have" &&
        !tree_.has_child(tree_.head(verb), "aux")) {
        finite = tree_.head(verb);
        result.op = "demand";
    }
    bool helped = false;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux" && tree_[c].dep != "auxpass") continue;
        if (tree_[c].lower == "must") result.op = "demand";
        if (tree_[c].lower == "should" || tree_[c].lower == "ought") result.op = "urge";
        helped = helped || tree_[c].lemma != "do";
    }
    const TokenIndex subject = tree_.child(finite, "nsubj");
    if (!result.op.empty()) {
        if (subject == kNoToken || sides_.direct(subject) == Mentions::kNoMention) return none;
        const std::string_view word = tree_[subject].lower;
        if (word == "we" || word == "i") return none;
        if (matcher_.in_class(verb, "state_verb") && !arguments_.is_passive(verb)) return none;
        if (!is_public(sides_.actor(sides_.direct(subject)))) return none;
        result.targets = sides_.actors(subject);
        result.speakers = other_than(speakers, result.targets);
        return result.speakers.empty() ? none : result;
    }
    // An imperative: the bare verb of a direct quotation, without a subject.
    const std::string_view dep = tree_[verb].dep;
    const bool heads_quote = tree_.is_root(verb) || dep == "ccomp" || dep == "conj";
    const bool bare = tree_[verb].tag == "VB" && !helped && subject == kNoToken &&
                      !tree_.has_child(verb, "nsubjpass") && !tree_.has_child(verb, "mark");
    if (quote->kind != QuoteKind::Direct || !heads_quote || !bare) return none;
    if (dep == "conj" && asking(tree_.head(verb)).op.empty()) return none;
    if (dep == "ccomp" && quote->span.contains(tree_[tree_.head(verb)].span)) return none;
    if (matcher_.in_class(verb, "exclamation")) return none;
    result.op = "urge";
    result.speakers = speakers;
    // *"Leave," he told the envoy.*
    const TokenIndex says = tree_.head(verb);
    if (dep == "ccomp" && arguments_.is_verb(says)) {
        const TokenIndex told = arguments_.object(says);
        if (told != kNoToken && told != verb) result.targets = sides_.actors(told);
        result.targets = other_than(std::move(result.targets), speakers);
    }
    return result;
}

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
    Reading reading;
    reading.coding = {"REJECT", "", "120"};
    reading.sources = speakers;
    reading.predicate = verb;
    reading.anchor = tree_[verb].span;
    reading.why = {"statement:denial"};
    all.push_back(std::move(reading));
}

bool PredicateReader::is_question(TokenIndex token) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[token].sentence];
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        if (tree_[t].lower == "?") return true;
        if (tree_[t].pos != Pos::Punct && tree_[t].pos != Pos::Space) return false;
    }
    return false;
}

/// *"Release our sons," the minister told the rebels.*: what is asked for has not been done.
void PredicateReader::ask(Reading& reading) const {
    if (reading.coding.type == "REQUEST" || reading.coding.type == "ACCUSE") return;
    Asking asking = this->asking(reading.predicate);
    if (asking.op.empty()) return;
    const CompositionRow* row = lexicon_.ontology.compose(asking.op, &reading.coding);
    if (row == nullptr || row->outer.type != "REQUEST") return;
    reading.coding = row->outer;
    reading.status = EventStatus::Actual;
    reading.unreal = false;
    reading.mutual = false;
    reading.sources = std::move(asking.speakers);
    reading.targets = std::move(asking.targets);
    reading.why.push_back("composition:" + asking.op + ":" + row->inner);
}

void PredicateReader::ask_plainly(TokenIndex verb, std::vector<Reading>& all) const {
    Asking asking = this->asking(verb);
    if (asking.op.empty()) return;
    const CompositionRow* row = lexicon_.ontology.compose(asking.op, nullptr);
    if (row == nullptr || row->outer.type.empty()) return;
    Reading reading;
    reading.coding = row->outer;
    reading.sources = std::move(asking.speakers);
    reading.targets = std::move(asking.targets);
    reading.predicate = verb;
    reading.anchor = tree_[verb].span;
    reading.why = {"composition:" + asking.op + ":-"};
    all.push_back(std::move(reading));
}

void PredicateReader::charge_plainly(TokenIndex says, std::vector<Reading>& all) {
    if (!arguments_.is_verb(says) || !matcher_.in_class(says, "saying")) return;
    const TokenIndex speaker = arguments_.subject(says);
    if (speaker == kNoToken || sides_.direct(speaker) == Mentions::kNoMention) return;
    const auto speakers = sides_.actors(speaker);
    for (const auto& clause : arguments_.clauses(says)) {
        if (clause.form != Arguments::ClauseForm::That) continue;
        for (const Reading& deed : read(clause.head, 1)) {
            if (deed.predicate != clause.head || !is_hostile(deed.coding.type)) continue;
            if (deed.unreal || deed.sources.empty()) continue;
            const bool told = deed.status == EventStatus::Actual ||
                              deed.status == EventStatus::Ongoing ||
                              deed.status == EventStatus::Alleged;
            const CompositionRow* row = lexicon_.ontology.compose("allege", &deed.coding);
            if (!told || row == nullptr || row->outer.type.empty()) continue;
            if (!are_opponents(sides_.actor(speakers.front()), sides_.actor(deed.sources.front())))
                continue;
            Reading reading;
            reading.coding = row->outer;
            reading.sources = speakers;
            reading.targets = deed.sources;
            reading.predicate = says;
            reading.anchor = tree_[says].span;
            reading.why = {"composition:allege:" + row->inner};
            all.push_back(std::move(reading));
            return;
        }
    }
}

}  // namespace tidings::coding
