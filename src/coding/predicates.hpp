// From matched rules to readings of events: sides, status, and what words like *threaten* make of
// the event in their complement.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "coding/lexicon.hpp"
#include "coding/rule_matcher.hpp"
#include "coding/sides.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

/// One reading of one predicate, before pairs are formed and records are joined.
struct Reading {
    Coding coding;
    std::vector<MentionIndex> sources;
    std::vector<MentionIndex> targets;
    bool mutual = false;
    /// Its sources deal with each other (*the two countries signed a pact*): no target is missing.
    [[nodiscard]] bool is_paired() const { return mutual && targets.empty() && sources.size() > 1; }
    TokenIndex predicate = 0;
    Span anchor;
    EventStatus status = EventStatus::Actual;
    bool unreal = false;  ///< merely thought of: dropped unless somebody's word makes it an event
    bool background = false;  ///< told beside the main statement
    bool announced = false;   ///< told as a coming act (*will attack*, *to expel* in a headline)
    bool at_thing = false;    ///< its target is what it is about, nobody's country
    bool needs_no_target = false;  ///< its rule leaves that side empty
    bool implied_source = false;   ///< from the discourse, not from the event's sentence
    bool implied_target = false;
    bool judged = false;  ///< what a speaker says of an act (*it tried to mislead us*), not the act
    bool repeats = false;                ///< an event noun that points back to an event told before
    std::vector<MentionIndex> accusers;  ///< who alleges it, where an accusation tells of it
    std::vector<std::string> contexts;
    std::vector<std::string> why;
};

/// Judgements: what such a reading is about stays an event of its own (*condemned the attack*).
[[nodiscard]] bool keeps_its_topic(const std::string& type);

/// What the rule's own conditions ask for is said, not left open: *is not honest*, *will hit back*,
/// *no intention*.
[[nodiscard]] bool is_said(const Rule& rule, EventStatus status);

/// `target none`: nobody else is concerned (*tested a missile*, *resigned*).
[[nodiscard]] bool leaves_target_empty(const Rule& rule);

/// *Ghana and Benin offered to mediate*: a word that two say to a third, not to each other.
[[nodiscard]] bool is_to_a_third(const Token& predicate);

/// Types that are said rather than done: without a speaker there is no event.
[[nodiscard]] bool needs_source(const std::string& type);

/// Evaluates predicates of one report; results are remembered, so that an operator may look into
/// its complement and take it over.
class PredicateReader {
  public:
    PredicateReader(const Report& report, const Arguments& arguments, const SideFinder& sides,
                    const EventLexiconData& lexicon, std::vector<Trace>* trace);

    /// All readings of the report that no operator took over, in text order; also those that lack
    /// sides (see implied_sides.hpp).
    [[nodiscard]] std::vector<Reading> read_all();

  private:
    const std::vector<Reading>& read(TokenIndex predicate, int depth);
    void apply(const RuleMatch& match, TokenIndex predicate, int depth, std::vector<Reading>& out);
    void apply_code(const RuleMatch& match, TokenIndex predicate, int depth,
                    std::vector<Reading>& out);
    std::vector<Reading> named_events(const RuleMatch& match, int depth);
    bool settle_status(const RuleMatch& match, TokenIndex predicate, Reading& reading) const;
    void settle_source(const RuleMatch& match, TokenIndex predicate, int depth,
                       const std::vector<Reading>& inner_readings, Reading& reading);
    void settle_target(const RuleMatch& match, TokenIndex predicate,
                       const std::vector<Reading>& inner_readings, Reading& reading);
    bool is_told_by_topic(const RuleMatch& match, const Reading& reading, int depth);
    void take_topics(const RuleMatch& match, int depth, Reading& reading);
    [[nodiscard]] bool tells_fact(const RuleMatch& match, TokenIndex predicate,
                                  const Realis& realis, const std::vector<MentionIndex>& sources,
                                  std::vector<Reading>& inner_readings) const;
    [[nodiscard]] static bool tells_no_speaker(std::string_view op, bool undone,
                                               std::vector<Reading>& inner_readings);
    bool deny(TokenIndex act, int depth, const std::vector<MentionIndex>& deniers);
    bool each_to_other(TokenIndex verb, const Reading& reading, std::vector<Reading>& out) const;
    [[nodiscard]] bool tells_own_plan(const RuleMatch& match,
                                      const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool is_own_word(const Reading& reading) const;
    [[nodiscard]] bool is_left_to_others(const RuleMatch& match, TokenIndex predicate,
                                         const std::vector<Reading>& inner_readings);
    void apply_compose(const RuleMatch& match, TokenIndex predicate, int depth,
                       std::vector<Reading>& out);
    void carry_status(const RuleMatch& match, TokenIndex predicate, const Realis& own,
                      Reading& reading) const;
    void apply_through(const RuleMatch& match, TokenIndex predicate, int depth,
                       std::vector<Reading>& out);
    /// Event readings in the predicate's complement; marks their tokens as taken.
    std::vector<Reading> inner(const RuleMatch& match, TokenIndex predicate, int depth);
    [[nodiscard]] bool asks(TokenIndex clause) const;
    [[nodiscard]] bool is_held_by_somebody(TokenIndex predicate) const;
    void collect_inner(TokenIndex token, int depth, int budget, std::vector<Reading>& out);

    /// Which phrases may stand in for an actor.
    enum class Weak : std::uint8_t { Any, Human, Proper };

    std::vector<MentionIndex> find_side(const std::vector<Slot>& path, const RuleMatch& match,
                                        TokenIndex predicate,
                                        const std::vector<Reading>& inner_readings,
                                        const std::vector<MentionIndex>& other_side);
    std::vector<MentionIndex> source_of(const RuleMatch& match, TokenIndex predicate,
                                        const std::vector<Reading>& inner_readings);
    std::vector<MentionIndex> target_of(const RuleMatch& match, TokenIndex predicate,
                                        const std::vector<Reading>& inner_readings,
                                        const std::vector<MentionIndex>& sources,
                                        const std::string& type);
    /// `found` without the actors of the other side.
    [[nodiscard]] std::vector<MentionIndex> other_than(
        std::vector<MentionIndex> found, const std::vector<MentionIndex>& other_side) const;
    [[nodiscard]] std::vector<MentionIndex> complement_party(
        const RuleMatch& match, TokenIndex predicate, const std::vector<MentionIndex>& sources,
        const std::string& type) const;
    [[nodiscard]] std::vector<MentionIndex> scene(const RuleMatch& match, TokenIndex predicate,
                                                  const std::vector<MentionIndex>& sources,
                                                  const std::string& type) const;
    /// Below which word, and for which kind of event, a further party is looked for.
    struct SceneSearch {
        TokenIndex predicate;
        TokenIndex top;
        const std::string& type;
        bool said;
    };
    [[nodiscard]] bool is_own_state(MentionIndex mention, const std::vector<MentionIndex>& sources,
                                    const std::string& type) const;
    [[nodiscard]] bool is_own_force(MentionIndex mention,
                                    const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool is_own_possession(MentionIndex mention,
                                         const std::vector<MentionIndex>& sources,
                                         const std::string& type) const;
    // Of protests (predicate_protests.cpp).
    [[nodiscard]] std::vector<MentionIndex> blamed_below(
        TokenIndex top, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool wants_gone(TokenIndex clause) const;
    [[nodiscard]] std::vector<TokenIndex> asked_in(TokenIndex verb) const;
    [[nodiscard]] std::vector<MentionIndex> asked_by_protest(
        const std::vector<TokenIndex>& heads, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool tells_cause(TokenIndex child) const;
    [[nodiscard]] std::vector<MentionIndex> aimed_at(
        TokenIndex head, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> awaited_from(
        TokenIndex head, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> resented_by(
        const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> opposed_by(
        const std::vector<MentionIndex>& sources) const;
    /// Against whom people protest, before where they do.
    [[nodiscard]] std::vector<MentionIndex> cause_of_protest(
        TokenIndex predicate, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool names_source(TokenIndex token,
                                    const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool is_at_home(const std::vector<MentionIndex>& place,
                                  const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool is_in_phrase(TokenIndex token, const SceneSearch& search) const;
    [[nodiscard]] bool tells_same(TokenIndex clause, const SceneSearch& search) const;
    [[nodiscard]] std::vector<MentionIndex> condition_party(
        TokenIndex predicate, const std::vector<MentionIndex>& sources,
        bool supposed = false) const;
    [[nodiscard]] bool are_of_one_state(const std::vector<MentionIndex>& one,
                                        const std::vector<MentionIndex>& other) const;
    [[nodiscard]] bool are_partners(const std::vector<MentionIndex>& sources, TokenIndex predicate,
                                    const std::string& type) const;
    bool undoes_intention(std::vector<Reading>& inner_readings) const;
    [[nodiscard]] bool are_own_men(const Reading& reading) const;
    [[nodiscard]] bool is_called_planned(TokenIndex act) const;
    void take_parties(Reading& reading) const;
    [[nodiscard]] bool is_attack_with_words(const Reading& reading) const;
    void turn_protesters(Reading& reading) const;
    [[nodiscard]] bool is_left_unsaid(const RuleMatch& match, TokenIndex predicate) const;
    [[nodiscard]] bool is_done_by_idea(const RuleMatch& match, TokenIndex verb) const;
    [[nodiscard]] std::vector<MentionIndex> makers_of_law(TokenIndex law) const;
    [[nodiscard]] std::vector<MentionIndex> suspects_of(const RuleMatch& match,
                                                        TokenIndex deed) const;
    void widen(Reading& reading, TokenIndex noun, const std::vector<Reading>& topic) const;
    [[nodiscard]] bool is_own(MentionIndex mention, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> where_stationed(
        const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool is_in_hyphen(TokenIndex token) const;
    [[nodiscard]] std::vector<MentionIndex> adjunct_source(const RuleMatch& match,
                                                           TokenIndex noun) const;
    [[nodiscard]] bool tells_of_others(const RuleMatch& match, TokenIndex predicate,
                                       const std::vector<Reading>& inner_readings);
    [[nodiscard]] std::vector<MentionIndex> weak_side(
        const std::vector<Slot>& path, const RuleMatch& match, TokenIndex predicate, Weak kind,
        const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] bool is_unknown_person(TokenIndex token,
                                         const std::vector<MentionIndex>& found) const;
    [[nodiscard]] bool is_deed_noun(const Slot& slot, TokenIndex token);
    MentionIndex judged_deed(const std::vector<Slot>& path, const RuleMatch& match,
                             TokenIndex predicate);
    std::vector<MentionIndex> doers_of(TokenIndex noun);
    [[nodiscard]] std::vector<MentionIndex> hosts_of(TokenIndex noun) const;
    std::vector<MentionIndex> accusers_of(const RuleMatch& match, TokenIndex predicate,
                                          const std::vector<MentionIndex>& sources);
    [[nodiscard]] std::vector<MentionIndex> holders_of(TokenIndex predicate) const;
    [[nodiscard]] bool avenges(TokenIndex predicate, std::vector<MentionIndex>& on_whom);
    [[nodiscard]] std::vector<MentionIndex> owners_before(TokenIndex noun) const;
    [[nodiscard]] std::vector<MentionIndex> owner_of_deed(const RuleMatch& match,
                                                          TokenIndex noun) const;
    [[nodiscard]] std::vector<MentionIndex> owners_of_imposed(TokenIndex verb) const;
    [[nodiscard]] std::vector<MentionIndex> hosts_of_force(
        const std::vector<MentionIndex>& found, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> destination_of(const std::vector<Slot>& path,
                                                           const RuleMatch& match,
                                                           TokenIndex predicate) const;
    [[nodiscard]] std::vector<MentionIndex> provoker_of(
        TokenIndex predicate, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> where_laid(TokenIndex verb) const;
    [[nodiscard]] std::vector<MentionIndex> suspected_in(
        TokenIndex noun, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::vector<MentionIndex> hearer_above(
        TokenIndex predicate, const std::vector<MentionIndex>& sources) const;
    [[nodiscard]] std::string_view forswears(std::string_view op,
                                             const std::vector<Reading>& inner_readings) const;
    [[nodiscard]] bool is_veiled_threat(const Reading& reading) const;
    void take_speaker(Reading& reading) const;
    [[nodiscard]] std::string_view preposition_of(MentionIndex mention) const;
    [[nodiscard]] bool is_protested_for(MentionIndex mention) const;
    [[nodiscard]] bool is_mere_setting(MentionIndex mention, const RuleMatch& match,
                                       TokenIndex predicate,
                                       const std::vector<MentionIndex>& sources,
                                       const std::string& type) const;
    [[nodiscard]] std::vector<MentionIndex> speaker_of(TokenIndex noun) const;
    [[nodiscard]] std::vector<MentionIndex> author_of(TokenIndex noun, std::string_view type) const;
    std::vector<MentionIndex> answerer_of(const RuleMatch& match, TokenIndex predicate,
                                          const std::vector<MentionIndex>& sources);
    [[nodiscard]] std::vector<MentionIndex> parties_of(TokenIndex predicate) const;
    std::vector<MentionIndex> instrument_source(TokenIndex verb, int depth);
    [[nodiscard]] Span anchor_of(const RuleMatch& match, TokenIndex predicate) const;
    [[nodiscard]] Realis status_of(TokenIndex predicate, PredicatePos pos) const;
    /// A clause that says what somebody must or should do, and the operator that makes of it.
    struct Obligation {
        TokenIndex clause = kNoToken;
        std::string_view op;
    };
    [[nodiscard]] Obligation obligation(TokenIndex verb) const;
    [[nodiscard]] std::vector<MentionIndex> sayers(TokenIndex verb) const;
    [[nodiscard]] std::vector<MentionIndex> hearers(TokenIndex predicate) const;
    [[nodiscard]] bool is_command(TokenIndex verb) const;
    [[nodiscard]] bool may_be_asked(const std::vector<MentionIndex>& asked,
                                    const std::vector<MentionIndex>& speakers) const;
    void ask(Reading& reading, std::string_view op, std::vector<MentionIndex> speakers,
             std::vector<MentionIndex> asked) const;
    void demand(Reading& reading) const;
    /// Commands in quotations; whom a statement without a target is made to or of.
    void address(Reading& reading) const;
    void own(Reading& reading) const;
    /// *Paris said that Tehran must cooperate*: a demand, whatever is demanded.
    void demand_plainly(TokenIndex verb, std::vector<Reading>& all) const;
    /// *The army said that it had not fired*: a denial, whatever of.
    void deny_plainly(TokenIndex verb, std::vector<Reading>& all) const;
    [[nodiscard]] bool will_not(TokenIndex verb) const;
    [[nodiscard]] bool is_question(TokenIndex token) const;
    /// *Georgia said that Russian planes had bombed a village*: a charge, whatever became of it.
    void charge_plainly(TokenIndex says, std::vector<Reading>& all);
    [[nodiscard]] std::vector<TokenIndex> told_by(TokenIndex verb) const;
    [[nodiscard]] std::optional<Reading> charge(TokenIndex says,
                                                const std::vector<MentionIndex>& speakers,
                                                const Reading& deed) const;
    [[nodiscard]] bool names_people(TokenIndex noun) const;
    [[nodiscard]] bool is_background(TokenIndex predicate, PredicatePos pos) const;
    /// A coming act that is announced is a promise, offer or threat (contract, "What has not
    /// happened").
    void announce(Reading& reading) const;
    void continue_in_progress(Reading& reading) const;
    /// *blamed Iran for the murders*: the murders are alleged, by the accuser, of the accused.
    void allege(Reading& reading) const;
    void note_accusation(const RuleMatch& match, TokenIndex predicate, const Reading& reading);
    void note(TokenIndex predicate, const Rule* rule, bool accepted, std::string reason);

    const Report& report_;
    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
    const EventLexiconData& lexicon_;
    RuleMatcher matcher_;
    StatusReader status_;
    std::vector<Trace>* trace_;
    std::unordered_map<TokenIndex, std::vector<Reading>> readings_;
    std::unordered_set<TokenIndex> in_progress_;
    std::unordered_set<TokenIndex> taken_;
    /// Acts that an accusation speaks of: predicate → who accuses whom.
    struct Accusation {
        std::vector<MentionIndex> accusers;
        std::vector<MentionIndex> accused;
    };
    std::unordered_map<TokenIndex, Accusation> accusations_;
};

}  // namespace tidings::coding
