// Sides that a sentence leaves out but its neighbours tell: who detained the man in Kenya, whose
// *the bombing* was, whom a promise is made to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/predicates.hpp"
#include "coding/scene.hpp"
#include "coding/sides.hpp"

namespace tidings::coding {

/// Readings before (or behind) one that are looked at.
constexpr std::size_t kMaxReadings = 24;

/// The reason of a target that is only assumed: whose affairs the report tells.
constexpr std::string_view kAffairsRule = "discourse:affairs";

/// Told to have been done, if only by a party to it.
[[nodiscard]] bool has_happened(EventStatus status);

/// Fills in missing sides only where one reading of the discourse is near and unambiguous; each
/// adds its reason to `Reading::why` (`discourse:authority`, `discourse:repeat`, ...). Looks back
/// over a bounded number of sentences.
class ImpliedSides {
  public:
    ImpliedSides(const Arguments& arguments, const SideFinder& sides, const SceneReader& scenes);

    /// Completes readings in text order.
    void complete(std::vector<Reading>& readings) const;

  private:
    /// *was detained in Kenya*: what police and courts do is done by the government of the place.
    [[nodiscard]] bool hits_own_craft(MentionIndex attacker, const Reading& reading) const;
    bool fill_authority(Reading& reading, SceneBasis weakest) const;
    bool fill_from_clause(const std::vector<Reading>& readings, std::size_t at,
                          Reading& reading) const;
    bool fill_from_conjunct(const std::vector<Reading>& before, std::size_t count,
                            Reading& reading) const;
    bool fill_official_speaker(Reading& reading) const;
    [[nodiscard]] static bool may_do_officially(const Actor& speaker, const Coding& coding);
    bool fill_prison(Reading& reading) const;
    bool fill_court(Reading& reading) const;
    /// *Rebels seized two nurses. They were freed a week later.*
    bool fill_captor(const std::vector<Reading>& before, std::size_t count, Reading& reading) const;
    /// *The two countries signed a pact*: each is the other's target. Two bodies of one country
    /// (*the minister and the army*) mostly deal with a third.
    [[nodiscard]] bool have_each_other(const Reading& reading) const;
    void pair_states(Reading& reading) const;
    void part_crowd_from_police(Reading& reading) const;
    void take_for_words(Reading& reading) const;
    [[nodiscard]] bool is_politician(MentionIndex mention) const;
    /// *Chad shelled the rebels. It launched more strikes on Monday.*
    bool fill_same_target(const std::vector<Reading>& before, std::size_t count,
                          Reading& reading) const;
    /// *The bombing killed nine*, *the talks*: an event noun without sides repeats an event that
    /// has been told.
    bool fill_repeat(const std::vector<Reading>& before, std::size_t count, Reading& reading) const;
    /// *Chad and Niger met in May. Chad put off the talks in June.*: talks have two sides.
    bool fill_counterpart(const std::vector<Reading>& before, std::size_t count,
                          Reading& reading) const;
    /// *Planes bombed the town. Nine people were killed.*
    bool fill_casualties(const std::vector<Reading>& before, std::size_t count,
                         Reading& reading) const;
    /// *Kenya asked Chad for help. It promised to pay.*: the other party of the sentence before.
    bool fill_addressee(const std::vector<Reading>& before, std::size_t count,
                        Reading& reading) const;

    /// *Chad asked for talks. Niger refused.*: what is rejected is another's request or charge.
    bool fill_answered(const std::vector<Reading>& before, std::size_t count,
                       Reading& reading) const;
    [[nodiscard]] bool tells_of_party(std::uint32_t sentence) const;
    [[nodiscard]] bool tells_of_a_kind(const Reading& reading) const;
    [[nodiscard]] bool tells_habit(TokenIndex verb) const;
    [[nodiscard]] bool may_hold_others(const Reading& earlier, const Reading& reading) const;
    [[nodiscard]] bool denies_charge(const Reading& reading) const;
    [[nodiscard]] bool answers(const Reading& reading) const;
    bool fill_contradicted(Reading& reading) const;
    /// *dropped the tax as the truckers had demanded*: to whom a side gives way.
    bool fill_demander(const std::vector<Reading>& readings, std::size_t at,
                       Reading& reading) const;
    bool fill_pardoner(const std::vector<Reading>& readings, std::size_t at,
                       Reading& reading) const;
    [[nodiscard]] TokenIndex demander_at(TokenIndex token) const;
    bool fill_freed(Reading& reading) const;
    [[nodiscard]] TokenIndex crowd_after(TokenIndex verb) const;
    [[nodiscard]] TokenIndex giver_after(TokenIndex verb) const;
    /// *Chad expelled the envoys. Niger called it a disgrace.*: blamed is whoever did it.
    bool fill_judged(const std::vector<Reading>& before, std::size_t count, Reading& reading) const;
    /// *The union called a strike*, *Oslo voiced concern*, in a report on Kenya: whose affairs they
    /// are.
    bool fill_affairs(const std::vector<Reading>& before, std::size_t count,
                      Reading& reading) const;
    [[nodiscard]] std::string_view affair_of(const std::vector<Reading>& all,
                                             const Reading& reading) const;
    [[nodiscard]] bool may_be_to_anybody(const Reading& reading) const;
    [[nodiscard]] std::string_view most_blamed(const std::vector<Reading>& all) const;
    [[nodiscard]] MentionIndex opponent_before(const std::vector<Reading>& before,
                                               std::size_t count, const Reading& reading) const;
    bool fill_rival(const std::vector<Reading>& before, std::size_t count, Reading& reading) const;
    bool fill_deed(const std::vector<Reading>& readings, std::size_t at, Reading& reading) const;
    /// *Scuffles broke out.*, *Stones flew.*: where nothing tells whom it was done to, the state in
    /// which it took place.
    bool fill_scene(const std::vector<Reading>& all, std::size_t at, Reading& reading) const;
    void drop_own_deed(Reading& reading) const;
    [[nodiscard]] bool may_answer(const Reading& reading, const Reading& earlier) const;
    [[nodiscard]] bool may_judge(const Reading& reading, const Reading& deed) const;
    [[nodiscard]] bool is_of_anybody(TokenIndex noun) const;
    [[nodiscard]] bool is_general(const Reading& reading) const;
    [[nodiscard]] bool is_particular(const Reading& reading) const;
    [[nodiscard]] bool points_back(TokenIndex token) const;
    [[nodiscard]] bool names_told_deed(TokenIndex token) const;
    [[nodiscard]] bool refuses_something_else(const Reading& reading) const;
    [[nodiscard]] bool is_to_another(const Reading& reading) const;
    [[nodiscard]] bool leaves_open(TokenIndex predicate) const;
    [[nodiscard]] bool may_be_met(MentionIndex target, const Coding& next) const;
    [[nodiscard]] bool judges_told_deed(const Reading& reading) const;
    [[nodiscard]] bool of_two_countries(const std::vector<MentionIndex>& a,
                                        const std::vector<MentionIndex>& b) const;

    [[nodiscard]] std::uint32_t sentence_of(MentionIndex mention) const {
        return tree_[sides_.mentions().mentions[mention].head].sentence;
    }
    [[nodiscard]] bool is_official_act(const Reading& reading) const;
    [[nodiscard]] bool names_government(MentionIndex mention) const;
    [[nodiscard]] bool is_in_longer_name(TokenIndex token) const;
    [[nodiscard]] MentionIndex government_at(TokenIndex predicate, std::string_view country) const;
    [[nodiscard]] bool same_party(const std::vector<MentionIndex>& a,
                                  const std::vector<MentionIndex>& b) const;
    [[nodiscard]] std::uint32_t sentence_of(const Reading& reading) const {
        return tree_[reading.predicate].sentence;
    }
    [[nodiscard]] bool same_actor(const std::vector<MentionIndex>& a,
                                  const std::vector<MentionIndex>& b) const;
    [[nodiscard]] bool may_have_hit(MentionIndex attacker, MentionIndex victim) const;
    [[nodiscard]] bool is_repeating_noun(TokenIndex noun) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
    const SceneReader& scenes_;
    std::unordered_map<std::string_view, MentionIndex> government_;  // country → its government
    /// The report tells of parties, candidates and lawmakers: who is against whom there, no state
    /// stands for.
    bool is_contest_ = false;
};

}  // namespace tidings::coding
