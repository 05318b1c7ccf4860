// What a speaker tells others to do, and to whom or of whom he speaks.
#include <algorithm>
#include <array>
#include <string_view>

#include "coding/actor_kinds.hpp"
#include "coding/predicates.hpp"
#include "coding/quotations.hpp"
#include "mention/coreference/assumed_countries.hpp"

namespace tidings::coding {

namespace {

/// The government itself and its forces.
bool obeys_government(const Actor& actor) {
    const std::string_view sector = actor.sectors.front();
    return sector == "GOV" || sector == "MIL" || sector == "COP" || sector == "SPY";
}

/// *a president*, *any minister*, *the next premier*, *responsible leaders*: nobody in particular.
bool is_anybody(const SyntaxTree& tree, const Mentions& mentions, TokenIndex subject) {
    if (tree[subject].pos != Pos::Noun) return false;
    bool pointed = false;
    for (const TokenIndex c : tree.children(subject)) {
        const std::string_view word = tree[c].lower;
        if (tree[c].dep == "det") {
            if (word == "a" || word == "an" || word == "any" || word == "every" || word == "each" ||
                word == "another" || word == "no") {
                return true;
            }
            pointed = true;
        }
        if (tree[c].dep == "amod" && (word == "next" || word == "future")) return true;
        pointed = pointed || tree[c].dep == "poss" || tree[c].dep == "nummod" ||
                  tree[c].pos == Pos::Propn || mentions.mention_at[c] != Mentions::kNoMention;
    }
    if (tree[subject].tag != "NNS" || pointed || tree[subject].lemma == "authority") return false;
    const MentionIndex mention = mentions.mention_at[subject];
    return mention == Mentions::kNoMention ||
           mention::has_assumed_country(mentions.mentions[mention]) ||
           mentions.actors[mentions.mentions[mention].actor].country.empty();
}

/// *must release them*, *will have to go*: laid upon one party in particular, from now on. Not what
/// somebody had to do as the report itself tells, would have to do or what any president must; nor
/// *we have to start*, nor a remark by the way (*the governor, who must decide*).
bool is_laid_upon(const SyntaxTree& tree, const Mentions& mentions, TokenIndex clause) {
    const std::string_view dep = tree[clause].dep;
    if (dep == "relcl") return false;
    const auto words = tree.children(clause);
    const bool hypothetical = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view word = tree[c].lower;
        return tree[c].dep == "aux" && (word == "would" || word == "'d" || word == "may" ||
                                        word == "might" || word == "could" || word == "did");
    });
    if (hypothetical) return false;
    if (tree[clause].lower == "had") {
        const Quote* quote = innermost_quote(mentions, tree[clause].span);
        const bool direct = quote != nullptr && quote->kind == QuoteKind::Direct;
        if (dep != "ccomp" || direct) return false;
    }
    const TokenIndex subject = tree.child(clause, "nsubj");
    if (subject == kNoToken) return true;
    const std::string_view word = tree[subject].lower;
    return word != "we" && word != "i" && !is_anybody(tree, mentions, subject);
}

}  // namespace

/// Who says the words around a verb: the subject of the verb of saying above it, else the speaker
/// of the quotation.
std::vector<MentionIndex> PredicateReader::sayers(TokenIndex verb) const {
    TokenIndex speaker = kNoToken;
    const TokenIndex says = tree_.head(verb);
    // *Free our sailors, Oman told Iran*: an order, hung on the telling as an adverb
    const bool before = tree_[verb].dep == "advcl" && tree_[verb].tag == "VB" && says > verb &&
                        (matcher_.in_class(says, "telling") || matcher_.in_class(says, "saying"));
    if (before || (tree_[verb].dep == "ccomp" && matcher_.in_class(says, "saying"))) {
        speaker = arguments_.subject(says);
    } else if (tree_[verb].dep != "ccomp" || matcher_.in_class(says, "telling")) {
        speaker = coding::speaker_of(tree_, sides_.mentions(), verb);
    }
    return speaker == kNoToken ? std::vector<MentionIndex>{} : sides_.actors(speaker);
}

/// *must release*, *has to release*: the clause that has the subject and what it amounts to.
PredicateReader::Obligation PredicateReader::obligation(TokenIndex verb) const {
    const TokenIndex above = tree_.head(verb);
    if (tree_[verb].dep == "xcomp" && arguments_.is_verb(above) && tree_[above].lemma == "have") {
        return {above, "demand"};
    }
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux") continue;
        if (tree_[c].lower == "must") return {verb, "demand"};
        if (tree_[c].lower == "should" || tree_[c].lower == "ought") return {verb, "urge"};
    }
    return {};
}

/// *Paris said that Tehran must release the teacher*: the speaker demands it; with *should* urges
/// it.
void PredicateReader::demand(Reading& reading) const {
    if (reading.status != EventStatus::Possible || !arguments_.is_verb(reading.predicate)) return;
    if (reading.sources.empty()) return;
    const Obligation duty = obligation(reading.predicate);
    if (duty.op.empty() || !is_laid_upon(tree_, sides_.mentions(), duty.clause)) return;
    ask(reading, duty.op, sayers(duty.clause), reading.sources);
}

/// *Canada must build homes*, said by its minister, asks nothing of anybody.
bool PredicateReader::may_be_asked(const std::vector<MentionIndex>& asked,
                                   const std::vector<MentionIndex>& speakers) const {
    return std::any_of(asked.begin(), asked.end(), [&](MentionIndex a) {
        const Actor& other = sides_.actor(a);
        const auto is_own_state = [&](MentionIndex s) {
            const Actor& speaker = sides_.actor(s);
            return speaker.country == other.country && !speaker.sectors.empty() &&
                   speaker.sectors.front() == "GOV" && obeys_government(other);
        };
        return is_political(other) && std::none_of(speakers.begin(), speakers.end(), is_own_state);
    });
}

/// Makes of an act that somebody is to do the demand for it.
void PredicateReader::ask(Reading& reading, std::string_view op, std::vector<MentionIndex> speakers,
                          std::vector<MentionIndex> asked) const {
    const CompositionRow* row = lexicon_.ontology.compose(op, &reading.coding);
    speakers = other_than(std::move(speakers), asked);
    if (speakers.empty() || row == nullptr || row->outer.type != "REQUEST") return;
    reading.coding = row->outer;
    reading.status = EventStatus::Actual;
    reading.targets = std::move(asked);
    reading.sources = std::move(speakers);
    reading.mutual = false;
    reading.why.push_back("composition:" + std::string(op) + ":" + row->inner);
}

/// *"Free our sailors," Oman told Iran*: what a speaker tells another to do.
bool PredicateReader::is_command(TokenIndex verb) const {
    if (tree_[verb].tag != "VB" || tree_.has_child(verb, "nsubj")) return false;
    const std::string_view dep = tree_[verb].dep;
    if (dep != "ROOT" && dep != "ccomp" && dep != "xcomp" && dep != "parataxis" && dep != "advcl") {
        return false;
    }
    const auto words = tree_.children(verb);
    const bool other_mood = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && tree_[c].lemma != "do";
    });
    const Quote* quote = innermost_quote(sides_.mentions(), tree_[verb].span);
    if (other_mood) return false;
    // *"Lift the curfew," she told Togo*: what is too short for a quotation is one behind a mark.
    const TokenIndex says = tree_.head(verb);
    // *Free our sailors, Oman told Iran*: without any marks, where the order opens the sentence.
    const bool opens = verb == tree_.parse().sentences[tree_[verb].sentence].first && says > verb;
    const bool marked = (opens || (verb > 0 && tree_[verb - 1].tag == "``")) && says != verb &&
                        (matcher_.in_class(says, "telling") || matcher_.in_class(says, "saying"));
    if (quote == nullptr || quote->kind != QuoteKind::Direct) return marked;
    // *"Leave," he told them*: the parser may hang the order on the verb of saying.
    return dep != "advcl" || !quote->span.contains(tree_[tree_.head(verb)].span);
}

/// Whom a speaker addresses or speaks of, without the press.
std::vector<MentionIndex> PredicateReader::hearers(TokenIndex predicate) const {
    PredicatePos pos{};
    if (!matcher_.predicate_pos(predicate, pos)) return {};
    std::vector<TokenIndex> heard;
    for (const SlotKind kind : {SlotKind::Topic, SlotKind::Addressee}) {
        const auto found = matcher_.slot(predicate, pos, {kind, {}});
        heard.insert(heard.end(), found.begin(), found.end());
    }
    // *Free our sailors, Oman told Iran*: without quotation marks
    const TokenIndex says = tree_.head(predicate);
    if (says > predicate && matcher_.in_class(says, "telling")) {
        const TokenIndex told = arguments_.object(says);
        if (told != kNoToken && told != predicate) heard.push_back(told);
    }
    for (const TokenIndex t : heard) {
        auto found = sides_.actors(t);
        std::erase_if(found, [&](MentionIndex m) {
            const Actor& actor = sides_.actor(m);
            return actor.weak || actor.sectors.empty() || actor.sectors.front() == "JRN";
        });
        if (!found.empty()) return found;
    }
    return {};
}

/// *Norway said that sanctions would be imposed on Chad*: what is announced without a doer is the
/// announcer's.
void PredicateReader::own(Reading& reading) const {
    // *there will be no ceasefire*
    const TokenIndex verb = tree_.head(reading.predicate);
    if (reading.status == EventStatus::Negated && tree_[reading.predicate].dep == "attr" &&
        tree_.has_child(verb, "aux") && tree_.has_child(verb, "expl") && tree_[verb].tag == "VB") {
        reading.announced = true;
        reading.sources = other_than(sayers(verb), reading.targets);
        return;
    }
    const bool to_come = reading.announced && (reading.status == EventStatus::Planned ||
                                               reading.status == EventStatus::Possible);
    if (!to_come || !reading.sources.empty()) return;
    static constexpr std::array<std::string_view, 6> kDecides{"GOV", "LEG", "MIL",
                                                              "IGO", "REB", "JUD"};
    auto speakers = other_than(sayers(reading.predicate), reading.targets);
    std::erase_if(speakers, [&](MentionIndex m) {
        const auto& sectors = sides_.actor(m).sectors;
        return sectors.empty() ||
               std::find(kDecides.begin(), kDecides.end(), sectors.front()) == kDecides.end();
    });
    reading.sources = std::move(speakers);
}

void PredicateReader::address(Reading& reading) const {
    // *"Lift the curfew," she told Togo*: what would be giving way or dealing with others, if done.
    const std::string& type = reading.coding.type;
    const bool deed =
        !needs_source(type) || type == "CONCEDE" || type == "AGREE" || type == "CONSULT";
    if (deed && is_command(reading.predicate)) {
        auto asked = hearers(reading.predicate);
        if (asked.empty()) asked = reading.sources;
        ask(reading, "demand", sayers(reading.predicate), std::move(asked));
        return;
    }
    own(reading);
    const auto weak = [&](MentionIndex m) { return sides_.actor(m).weak; };
    const bool known = !std::all_of(reading.targets.begin(), reading.targets.end(), weak);
    if (known || reading.mutual || reading.sources.empty()) return;
    if (!needs_source(reading.coding.type) && !reading.announced) return;
    auto found = other_than(hearers(reading.predicate), reading.sources);
    if (!found.empty()) reading.targets = std::move(found);
}

void PredicateReader::demand_plainly(TokenIndex verb, std::vector<Reading>& all) const {
    if (!arguments_.is_verb(verb)) return;
    Reading reading;
    if (is_command(verb)) {
        // *Don't lecture us*, *Leave our country*; but *Look, we have tried* asks for nothing.
        if (!tree_.has_child(verb, "neg") && matcher_.in_class(verb, "exclamation")) return;
        reading.targets = hearers(verb);
        reading.sources = other_than(sayers(verb), reading.targets);
        if (reading.targets.empty()) return;
    } else {
        const Obligation duty = obligation(verb);
        if (duty.op != "demand" || tree_.has_child(duty.clause, "neg")) return;
        if (tree_[duty.clause].dep == "conj") return;  // who says so is too uncertain
        // *She has to know*, *it must happen here*: nobody is asked to do anything.
        if (matcher_.in_class(verb, "state_verb")) return;
        // *He says that they had to hide*: so it was.
        if (tree_[duty.clause].tag == "VBD" && tree_[tree_.head(duty.clause)].tag != "VBD") return;
        if (!is_laid_upon(tree_, sides_.mentions(), duty.clause)) return;
        const TokenIndex subject = tree_.child(duty.clause, "nsubj");
        // The one who must is an actor itself (*the law must change* asks nobody in particular).
        if (subject == kNoToken || sides_.direct(subject) == Mentions::kNoMention) return;
        reading.targets = sides_.actors(subject);
        reading.sources = other_than(sayers(duty.clause), reading.targets);
    }
    const CompositionRow* row = lexicon_.ontology.compose("demand", nullptr);
    if (row == nullptr || row->outer.type.empty() || reading.sources.empty()) return;
    if (!may_be_asked(reading.targets, reading.sources)) return;
    reading.coding = row->outer;
    reading.predicate = verb;
    reading.anchor = tree_[verb].span;
    reading.why = {"composition:demand:-"};
    all.push_back(std::move(reading));
}

}  // namespace tidings::coding
