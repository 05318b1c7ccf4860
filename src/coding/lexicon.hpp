// The event lexicon in memory: entries, their rules, and the index from lemmas to entries.
// Format: docs/event-lexicon.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tidings/coding.hpp>

#include "coding/confidence_table.hpp"
#include "coding/contexts.hpp"
#include "coding/irregular_forms.hpp"
#include "coding/noun_classes.hpp"
#include "coding/ontology.hpp"
#include "coding/quantities.hpp"
#include "coding/standing.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

enum class SlotKind : std::uint8_t {
    Subject,
    Object,
    Particle,
    Clause,
    Modifier,
    Possessor,
    Light,
    Speaker,     ///< who says the words that the predicate stands in
    Addressee,   ///< to whom they are said: *told Kenya*, *said to Kenya*
    Topic,       ///< of what they are said: *said of the Kenyan decision*
    Modal,       ///< *will*, *would*, *must* of a verb
    Verb,        ///< of a noun: the verb whose subject it is (*riots **broke out***)
    Copula,      ///< of a noun after *be*: the subject of *be*
    Complement,  ///< what the object is called: *called the raid illegal*, *described it as a
                 ///< crime*
    Preposition,
    InnerSource,
    InnerTarget,
    None
};

/// Where a phrase stands in relation to the predicate.
struct Slot {
    SlotKind kind = SlotKind::None;
    std::string preposition;  ///< only for SlotKind::Preposition: `out of`, `into|against`
};

enum class AtomKind : std::uint8_t {
    Any,
    Lemma,
    Class,
    Sector,
    Actor,
    Party,
    Country,
    Person,
    Event,
    Doing,
    Foreign,
    Other,
    Several,
    Number,
    ClauseTo,
    ClauseThat,
    ClauseSubjunctive,  ///< *insisted that he go*, not *insisted that he went*
    ClauseIng
};

/// One alternative of a test.
struct Atom {
    AtomKind kind = AtomKind::Any;
    std::string word;  ///< lemma or sector
    ClassId class_id = 0;
};

enum class ConditionMode : std::uint8_t { Is, IsNot, Absent, Present };

struct Condition {
    Slot slot;
    ConditionMode mode = ConditionMode::Is;
    std::vector<Atom> alternatives;
};

enum class ActionKind : std::uint8_t { Code, Compose, Through, None };

/// What a rule makes of its predicate.
struct Action {
    ActionKind kind = ActionKind::None;
    Coding coding;            ///< ActionKind::Code
    Coding also;              ///< Code: a second event of the same words; its type may be empty
    std::string op;           ///< ActionKind::Compose: the operator's name
    bool keep_inner = false;  ///< Compose: record the inner event too
    bool else_inner = false;  ///< Compose: the inner event counts where the table says `none`
    bool has_status = false;
    EventStatus status = EventStatus::Actual;  ///< of the event, or of the inner one
    std::vector<std::string> contexts;
};

struct Rule {
    std::string id;     ///< `sanction:expel.verb:1`
    std::string where;  ///< `data/events/sanction.events:12`
    std::string text;   ///< as it stands in its file, without the indentation
    std::vector<Condition> conditions;
    std::vector<Slot> source;  ///< empty: the usual places
    std::vector<Slot> target;
    bool mutual = false;
    Action action;
};

enum class PredicatePos : std::uint8_t { Verb, Noun, Adjective };

struct Entry {
    PredicatePos pos = PredicatePos::Verb;
    std::vector<std::string> words;  ///< one headword, split at spaces
    bool hyphened = false;           ///< the words are parts of one with a hyphen
    std::vector<std::uint32_t> rules;
};

}  // namespace tidings::coding

namespace tidings {

/// Everything `EventLexicon::load` read; immutable afterwards.
class EventLexiconData {
  public:
    coding::Ontology ontology;
    coding::NounClasses classes;
    coding::StatusWords status_words;
    coding::StandingTable standing;
    coding::ConfidenceTable confidence;
    coding::QuantityWords quantity_words;
    coding::ContextWords context_words;
    coding::IrregularForms irregular_forms;
    std::vector<coding::Rule> rules;
    std::vector<coding::Entry> entries;
    std::vector<EventLexicon::Example> examples;
    /// How many rules the beginning of an id (`sanction:expel.verb:`) has.
    std::unordered_map<std::string, std::uint32_t> rule_counts;
    std::string hash;

    /// Entries whose key word (a verb's first, a noun's last) is `lemma`, longest headword first;
    /// null if there are none.
    [[nodiscard]] const std::vector<std::uint32_t>* find(coding::PredicatePos pos,
                                                         std::string_view lemma) const;
    /// A noun that stands for an event; not one that only judges in somebody's words (*it is a
    /// step backwards*).
    [[nodiscard]] bool is_event_noun(const std::string& lemma) const {
        return event_nouns_.contains(lemma);
    }
    void build_index();

  private:
    std::unordered_map<std::string, std::vector<std::uint32_t>> index_[3];
    std::unordered_set<std::string> event_nouns_;
};

}  // namespace tidings

namespace tidings::coding {

/// Reads one `.events` file into `lexicon` (rules, entries, examples). Fails at the first malformed
/// line with file:line:column and a hint.
[[nodiscard]] Status read_events_file(const std::string& path, const std::string& shown_name,
                                      EventLexiconData& lexicon);

}  // namespace tidings::coding
