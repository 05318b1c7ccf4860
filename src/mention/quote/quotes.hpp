// Direct, indirect and mixed speech with its cue and speaker.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"

namespace tidings::mention {

/// A quotation whose speaker is still a token, not yet an actor.
struct QuoteReading {
    Span span;  ///< of direct speech without its quotation marks
    QuoteKind kind = QuoteKind::Direct;
    QuoteStance stance = QuoteStance::Asserted;
    bool nested = false;   ///< its cue stands in another quotation
    bool resumes = false;  ///< goes on with the direct quotation before, which its cue interrupts
    TokenIndex speaker = kNoToken;
    TokenIndex cue = kNoToken;
    Span speaker_phrase;  ///< the speaker's noun phrase; empty without a speaker
};

/// Words in somebody's mouth, whichever quotation they are part of.
struct SpokenWords {
    Span span;
    TokenIndex speaker = kNoToken;
};

struct QuoteReadings {
    std::vector<QuoteReading> quotes;  ///< by their start, the longer first
    std::vector<SpokenWords> spoken;   ///< all that stands between marks, by its start
};

/// Direct speech by its marks, reported speech and thought by cue words. A reported clause that is
/// partly in marks is one mixed quotation. Words in marks that nobody says are left out: they are
/// titles and scare quotes. O(tokens log tokens).
[[nodiscard]] QuoteReadings find_quotes(const Report& report, const Arguments& arguments,
                                        const QuoteCueData& cues);

}  // namespace tidings::mention
