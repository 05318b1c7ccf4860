// Whether it happened: negation, modality, conditions, and words such as *alleged* and *foiled*.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <tidings/coding.hpp>

#include "language/arguments.hpp"

namespace tidings::coding {

/// The status of that name (`planned`), none if there is no such status.
[[nodiscard]] std::optional<EventStatus> status_named(std::string_view word);

/// What the words around a predicate say of it.
struct Realis {
    EventStatus status = EventStatus::Actual;
    /// Merely thought of (*if it attacks*, *it should attack*, a question): a record of little
    /// confidence, unless somebody's word makes it one (*said it must withdraw*).
    bool unreal = false;
};

/// A word of `data/events/status.tsv`.
struct StatusWord {
    Realis plain;
    EventStatus negated = EventStatus::Negated;  ///< what it says when it is negated itself
};

/// `data/events/status.tsv`: words by their relation to the predicate.
class StatusWords {
  public:
    [[nodiscard]] Status load(const std::string& path);
    /// The row of `word` for `relation`, null if there is none. A word may be a verb with its
    /// particle, with a preposition, or with a preposition and its noun (`come to nothing`).
    [[nodiscard]] const StatusWord* find(std::string_view relation, std::string_view word) const;

  private:
    std::unordered_map<std::string, StatusWord> words_;
};

/// Which of two words says more: a negation undoes whatever else is said.
[[nodiscard]] int weight(EventStatus status);

/// *day*, *week*, *month*
[[nodiscard]] bool is_time_unit(std::string_view lemma);

/// *his attacks*, *the raid*: a noun with a possessor or a definite article.
[[nodiscard]] bool is_definite(const SyntaxTree& tree, TokenIndex noun);

class StatusReader {
  public:
    StatusReader(const Arguments& arguments, const StatusWords& words)
        : arguments_(arguments), tree_(arguments.tree()), words_(words) {}

    /// Status of a predicate by the words around it; `carrier` is the light verb of a noun, or
    /// kNoToken.
    [[nodiscard]] Realis read(TokenIndex predicate, TokenIndex carrier) const;

    /// What is left of an act when the word that gives it `status` is negated: *did not fail to
    /// send* is actual, *did not try to* negated.
    [[nodiscard]] EventStatus undone(TokenIndex word, EventStatus status) const;

    /// *is shelling*, *has been shelling*, the headline's *troops pulling out*.
    [[nodiscard]] bool is_in_progress(TokenIndex verb) const;

    /// *had attacked*, *did not attack*: told as a fact, unlike *(demand that it) attack*.
    [[nodiscard]] bool is_told_as_past(TokenIndex verb) const;

    /// *has been held since May*, *has blocked the road since Monday*.
    [[nodiscard]] bool lasts(TokenIndex verb) const;

    /// *have blocked the gates every morning this week*.
    [[nodiscard]] bool recurs(TokenIndex verb) const;

    /// *are on strike*: a state, told in the present.
    [[nodiscard]] bool is_being(TokenIndex verb) const;

    /// *gave up an attempt to leave*: what was tried, and left off.
    [[nodiscard]] bool is_given_up(TokenIndex attempt) const;

    /// *are trying to leave*, *has been attempting to leave*: which has not failed yet.
    [[nodiscard]] bool is_still_tried(TokenIndex attempt) const;

    /// *the raid was considered to be a mistake*: what it is taken for, not whether it may be.
    [[nodiscard]] bool is_judged(TokenIndex verb) const;

    /// *has been demanding an inquest*: also what is said goes on so.
    [[nodiscard]] bool has_gone_on(TokenIndex verb) const;

    /// *will attack*, *Kenya to expel diplomats*: told as a coming act.
    [[nodiscard]] bool is_announced(TokenIndex verb) const;

  private:
    [[nodiscard]] Realis read_words(TokenIndex predicate, TokenIndex carrier) const;
    [[nodiscard]] bool read_children(TokenIndex token, Realis& realis) const;
    [[nodiscard]] bool read_governors(TokenIndex token, Realis& realis) const;
    /// What is said of an event noun: *the talks never took place*, *fighting raged on*.
    [[nodiscard]] bool read_predicate_of(TokenIndex verb, Realis& realis) const;
    [[nodiscard]] bool read_above(TokenIndex below, std::string_view preposition,
                                  Realis& realis) const;
    [[nodiscard]] const StatusWord* word_above(TokenIndex below,
                                               std::string_view preposition) const;
    [[nodiscard]] TokenIndex complement_of(TokenIndex verb) const;
    [[nodiscard]] const StatusWord* look_up_through(TokenIndex word, std::string_view preposition,
                                                    bool gerund) const;
    [[nodiscard]] const StatusWord* look_up_particle(TokenIndex word,
                                                     std::string_view preposition) const;
    [[nodiscard]] bool cannot_but(TokenIndex token) const;
    [[nodiscard]] bool is_of_speaker(TokenIndex verb) const;
    [[nodiscard]] bool has_none(TokenIndex verb) const;
    [[nodiscard]] bool is_ruled(TokenIndex verb, std::string_view auxiliary) const;
    [[nodiscard]] bool is_given(TokenIndex noun, TokenIndex verb) const;
    [[nodiscard]] const StatusWord* enactor_of(TokenIndex paper) const;
    [[nodiscard]] bool undoes_plan(TokenIndex plan, Realis& realis) const;
    [[nodiscard]] bool is_gerund_object(TokenIndex verb) const;
    [[nodiscard]] bool is_of_known(TokenIndex preposition) const;
    [[nodiscard]] bool is_clipped_had(TokenIndex helper) const;
    [[nodiscard]] bool asks_why(TokenIndex clause) const;
    [[nodiscard]] bool was_able(TokenIndex able, TokenIndex verb) const;
    [[nodiscard]] bool stands_alone(TokenIndex conjunct) const;
    [[nodiscard]] bool is_rather_than(TokenIndex first, TokenIndex conjunct) const;
    [[nodiscard]] bool follows_but(TokenIndex conjunct) const;
    [[nodiscard]] const StatusWord* look_up_in_account(TokenIndex clause) const;
    [[nodiscard]] bool is_free_to(TokenIndex barrier) const;
    [[nodiscard]] bool is_chance_missed(TokenIndex verb) const;
    [[nodiscard]] bool spends_time(TokenIndex verb) const;
    [[nodiscard]] bool is_as_told(TokenIndex noun, Realis& realis) const;
    [[nodiscard]] bool is_beside(TokenIndex verb) const;
    [[nodiscard]] bool goes_on_again(TokenIndex verb) const;
    [[nodiscard]] bool is_in_event_of(TokenIndex clause) const;
    [[nodiscard]] bool is_out_of_reach(TokenIndex aim) const;
    [[nodiscard]] bool is_told_as_done(TokenIndex verb) const;
    [[nodiscard]] bool is_to_be_ended(TokenIndex act) const;
    [[nodiscard]] bool is_brought_about(TokenIndex act, Realis& realis) const;
    [[nodiscard]] bool is_but_for(TokenIndex verb) const;
    [[nodiscard]] bool is_still_to_come(TokenIndex verb) const;
    [[nodiscard]] bool is_so_called(TokenIndex noun) const;
    [[nodiscard]] bool is_under_inquiry(TokenIndex clause) const;
    [[nodiscard]] bool is_left_undone(TokenIndex verb) const;
    [[nodiscard]] bool is_hoped_from_known(TokenIndex preposition) const;
    [[nodiscard]] bool is_part_of_known(TokenIndex preposition) const;
    [[nodiscard]] bool shares_passive(TokenIndex conjunct) const;
    [[nodiscard]] bool is_clause_apart(TokenIndex clause) const;
    [[nodiscard]] bool is_all_the_same(TokenIndex verb, TokenIndex adverb) const;
    [[nodiscard]] bool is_of_sentence(TokenIndex adverb) const;
    [[nodiscard]] bool heads_headline(TokenIndex verb) const;
    [[nodiscard]] bool is_for_infinitive(TokenIndex verb) const;
    [[nodiscard]] bool is_either_way(TokenIndex verb) const;
    [[nodiscard]] bool is_just_before(TokenIndex verb) const;
    [[nodiscard]] bool is_timetabled(TokenIndex verb) const;
    [[nodiscard]] bool is_posted(TokenIndex verb) const;
    [[nodiscard]] bool is_of_stopped_weapon(TokenIndex clause) const;
    [[nodiscard]] bool is_not_only(TokenIndex negation) const;
    [[nodiscard]] bool had_to(TokenIndex have, TokenIndex verb, const StatusWord& word) const;
    [[nodiscard]] bool is_broken_off(TokenIndex verb, TokenIndex finite) const;
    [[nodiscard]] bool is_cleared(TokenIndex verb) const;
    [[nodiscard]] const StatusWord* look_up_fate(TokenIndex act, TokenIndex participle) const;
    [[nodiscard]] const StatusWord* look_up_aside(TokenIndex aside) const;
    [[nodiscard]] bool is_negated(TokenIndex token) const;
    [[nodiscard]] bool negates_helper(TokenIndex helper) const;
    [[nodiscard]] bool denies_object(TokenIndex verb) const;
    [[nodiscard]] bool denies_all(TokenIndex noun) const;
    [[nodiscard]] bool is_never(TokenIndex preposition) const;
    [[nodiscard]] bool has_auxiliary(TokenIndex verb, std::string_view lemma) const;
    [[nodiscard]] bool is_denied(TokenIndex claim) const;
    [[nodiscard]] bool labels_denied(TokenIndex word, bool negated) const;
    [[nodiscard]] bool names_a_lie(TokenIndex verb) const;
    [[nodiscard]] bool is_disowned(TokenIndex verb) const;
    [[nodiscard]] bool is_part(TokenIndex noun, std::string_view preposition) const;
    [[nodiscard]] bool is_content(TokenIndex clause) const;
    [[nodiscard]] bool is_state(TokenIndex noun) const;
    [[nodiscard]] bool is_awaited(TokenIndex verb) const;
    [[nodiscard]] bool is_unreal_condition(TokenIndex verb, Realis& realis) const;
    [[nodiscard]] bool is_term(TokenIndex clause) const;
    [[nodiscard]] bool is_hypothetical(TokenIndex verb) const;
    [[nodiscard]] bool counts_days(TokenIndex preposition) const;
    [[nodiscard]] const StatusWord* look_up(std::string_view relation, TokenIndex token,
                                            std::string_view preposition = {}) const;
    [[nodiscard]] const StatusWord* look_up_phrase(std::string_view relation,
                                                   TokenIndex token) const;
    [[nodiscard]] const StatusWord* look_up_proviso(TokenIndex verb) const;
    [[nodiscard]] const StatusWord* look_up_word(std::string_view relation, TokenIndex token) const;
    [[nodiscard]] bool is_asked(TokenIndex token) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const StatusWords& words_;
};

}  // namespace tidings::coding
