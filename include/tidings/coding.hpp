// Coding: events from predicates and their arguments, by lexicon and rule, over the parse.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/language.hpp>
#include <tidings/mention.hpp>
#include <tidings/report.hpp>

namespace tidings {

enum class EventStatus : std::uint8_t {
    Actual,
    Ongoing,
    Planned,
    Possible,
    Alleged,
    Denied,
    Negated,
    Failed
};
[[nodiscard]] std::string_view to_string(EventStatus status) noexcept;

/// One side of an event as its own sentence mentions it.
struct EventSide {
    ActorIndex actor = kNoActor;
    Span span;  ///< the mention in the event's sentence, as a whole phrase (*she*, *the move*,
                ///< *dozens of students from the north*); empty where the sentence leaves the side
                ///< out and its neighbours tell it
    /// ISO 3166-1 alpha-3 and CAMEO code of people described without a country (*ten protesters*),
    /// by where the event takes place; empty where the actor has its own. The code may also be that
    /// of the office below.
    std::string country;
    std::string code;
    /// PLOVER sectors and role of the office that the actor held when the event took place, where
    /// that is not the one of the report's day; else empty.
    std::vector<std::string> sectors;
    std::string role;
};

struct EventDate {
    std::string start;  ///< ISO 8601 day; empty for an open end
    std::string end;
    std::string precision = "unknown";  ///< day, week, month, season, year, unknown
    std::string basis = "report";       ///< text or report
    std::string text;                   ///< the words that tell it; empty where none do
    std::string why;                    ///< how it was found, for `explain`
};

/// What tells where an event took place, the surest first.
enum class EventPlaceBasis : std::uint8_t {
    Predicate,  ///< *was arrested in Kilis*
    Object,     ///< *shelled residents of Aleppo*
    Subject,    ///< *the court in Kilis ruled*
    Clause,     ///< the clause above
    Speaker,    ///< *told reporters in Kilis*
    Sentence,
    Seat,    ///< the state whose police, courts or officials do it, or within which it is done
    Scene,   ///< where the last act was, or its speaker
    Before,  ///< the sentences before
    Dateline,
    Report  ///< the place that the report names most
};

/// In words, for `explain`.
[[nodiscard]] std::string_view to_string(EventPlaceBasis basis) noexcept;

/// Where an event took place.
struct EventPlace {
    std::uint32_t place = 0;  ///< index into Mentions::places, whose words are meant
    EventPlaceBasis basis = EventPlaceBasis::Predicate;
    std::string precision;  ///< kind of the place: site, city, district, region, country, ...
};

/// How many, as the text has it: *at least 12*, *dozens*, *between 30 and 40*.
struct EventCount {
    std::uint64_t low = 0;
    std::optional<std::uint64_t> high;  ///< none where it is open (*at least 12*)
    Span span;                          ///< the words
};

struct EventCounts {
    std::optional<EventCount> killed;
    std::optional<EventCount> wounded;
    std::optional<EventCount> arrested;
    std::optional<EventCount> participants;
};

/// A place in the report that tells of an event.
struct EventMention {
    Span span;  ///< the predicate with its particle or light verb
    Span sentence;
    std::string anchor;
};

/// What speaks for a record (weight above 0) or against it: a row of data/events/confidence.tsv.
struct EventEvidence {
    std::string name;  ///< `target:pronoun`
    double weight = 0;
};

/// One event record. Strings are the contract's values; spans are bytes.
struct Event {
    std::string id;
    std::string type;  ///< one of the 16 PLOVER types
    std::string mode;
    std::vector<std::string> contexts;
    std::string cameo;
    int quad = 0;            ///< 1..4, by PLOVER type
    double goldstein = 0.0;  ///< by CAMEO code
    std::optional<EventSide> source;
    std::optional<EventSide> target;
    EventDate date;
    std::optional<EventPlace> place;
    EventStatus status = EventStatus::Actual;
    std::optional<EventSide> attributed_to;
    EventCounts counts;
    std::vector<EventMention> mentions;
    double confidence = 0.0;
    std::vector<EventEvidence> evidence;  ///< what confidence weighs
    std::vector<std::string> why;         ///< rule ids, `events/sanction:expel.verb:1`
};

/// Why a predicate was coded or not; only collected for `explain`.
struct Trace {
    Span span;  ///< the predicate
    std::uint32_t sentence = 0;
    std::string rule;  ///< rule id, with file:line in `where`
    std::string where;
    bool accepted = false;
    std::string reason;  ///< what was read, or why it was rejected
};

/// A report with everything that was found in it, before it is written.
struct CodedReport {
    Report report;
    Parse parse;
    Mentions mentions;
    std::vector<Event> events;
    std::vector<Trace> trace;  ///< only with CoderOptions::trace
};

class EventLexiconData;

/// An ontology (`data/ontology`), the words of its contexts (`data/contexts`), noun and verb
/// classes
/// (`data/classes`) and event rules (`data/events`). Immutable, shared by threads, free to copy.
class EventLexicon {
  public:
    /// Loads all of them; the first malformed line fails with file:line:column and a hint. With an
    /// `ontology_folder` its `ontology`, `events`, `contexts` and `classes` are taken instead of
    /// the data folder's, whose classes and status words it may use (docs/ontologies.md).
    [[nodiscard]] static Result<EventLexicon> load(const std::string& data_folder,
                                                   const std::string& ontology_folder = {});
    [[nodiscard]] const EventLexiconData& data() const noexcept { return *data_; }
    /// SHA-256 over the lexicon files in name order, for `coder.lexicon`.
    [[nodiscard]] const std::string& hash() const noexcept;

    /// An example sentence that stands under a rule, with what it must be coded to.
    struct Example {
        std::string rule;   ///< rule id
        std::string where;  ///< file:line
        std::string text;
        std::string type, mode, cameo;
        std::string source, target;  ///< ISO code, sector, `-` for none, `*` for anything
        std::string status;          ///< empty for `actual`
        std::string context;         ///< the context an event must have; else empty
        bool negative = false;       ///< the sentence must not be coded by this rule
    };
    [[nodiscard]] const std::vector<Example>& examples() const noexcept;

    /// A rule as a reader of the lexicon sees it.
    struct WordRule {
        std::string headword;  ///< `expel`, `carry out`
        std::string_view pos;  ///< verb, noun, adjective
        std::string_view id;   ///< `sanction:expel.verb:1`
        std::string_view where;
        std::string_view text;  ///< the rule's line
        bool is_event = false;  ///< false: this reading is no event
        std::vector<const Example*> examples;
    };
    /// The rules of a headword (lower case, dictionary form), in the order in which they are tried;
    /// of one word those of longer headwords that it opens (verbs) or ends (nouns) as well. Empty
    /// if the lexicon does not have it. Views and pointers live as long as the lexicon.
    [[nodiscard]] std::vector<WordRule> rules_of(std::string_view word) const;
    /// All headwords, sorted, each once: for suggestions.
    [[nodiscard]] std::vector<std::string> headwords() const;
    [[nodiscard]] std::size_t rule_count() const noexcept;
    [[nodiscard]] std::size_t headword_count() const noexcept;

  private:
    explicit EventLexicon(std::shared_ptr<const EventLexiconData> data);
    std::shared_ptr<const EventLexiconData> data_;
};

/// Codes one report. Pure; thread-safe. `trace` may be null.
[[nodiscard]] std::vector<Event> code_events(const Report& report, const Parse& parse,
                                             const Mentions& mentions, const EventLexicon& lexicon,
                                             std::vector<Trace>* trace = nullptr);

}  // namespace tidings
