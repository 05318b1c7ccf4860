// When an event was: the time that its predicate has, else the one that the text has reached.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/predicates.hpp"

namespace tidings::coding {

class DateReader {
  public:
    DateReader(const Report& report, const Arguments& arguments, const Mentions& mentions);

    /// The date of one reading. `basis` is `text` where words of the report tell it; `why` says
    /// how it was found.
    [[nodiscard]] EventDate read(const Reading& reading) const;

    /// False if the two dates cannot be those of one event.
    [[nodiscard]] bool compatible(const EventDate& a, const EventDate& b) const;

    /// True if `date` tells more than `than`: words of the text before the day of publication, then
    /// the shorter time.
    [[nodiscard]] static bool more_specific(const EventDate& date, const EventDate& than);

  private:
    /// A time of the report that can date an event, with the words that it hangs on.
    struct Anchor {
        std::uint32_t time = 0;          ///< index into Mentions::times
        TokenIndex head = kNoToken;      ///< the token of the time that the rest hangs on
        TokenIndex governor = kNoToken;  ///< the verb or noun that the time belongs to
        std::string_view preposition;    ///< *since*, *until*; empty for none
    };
    /// How a time stands to a predicate; smaller is nearer.
    enum class Tie : std::uint8_t { Own, LightVerb, Argument, Clause, Sentence, None };

    void index_times();
    [[nodiscard]] bool dates_events(const TimeMention& time) const;
    [[nodiscard]] Anchor anchor_of(std::uint32_t time) const;
    [[nodiscard]] Tie tie(const Anchor& anchor, TokenIndex predicate) const;
    [[nodiscard]] bool is_speech_over(TokenIndex speech, TokenIndex predicate) const;
    [[nodiscard]] bool is_announced_by(TokenIndex governor, TokenIndex predicate) const;
    [[nodiscard]] EventDate of_anchor(const Anchor& anchor, std::string how) const;
    [[nodiscard]] const Anchor* best_anchor(TokenIndex predicate, Tie& tie) const;
    [[nodiscard]] const Anchor* reached(TokenIndex predicate) const;
    [[nodiscard]] EventDate of_report(TokenIndex predicate) const;
    [[nodiscard]] bool is_background(TokenIndex predicate) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> anchors_of(std::uint32_t sentence) const;

    const Report& report_;
    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
    std::string published_;             ///< its day
    std::vector<Anchor> anchors_;       ///< in text order
    std::vector<std::uint32_t> first_;  ///< first anchor of each sentence, and one behind the last
};

}  // namespace tidings::coding
