// Direct and indirect speech with its cue and speaker.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"
#include "mention/actor/actor_tables.hpp"

namespace tidings::mention {

/// A quotation whose speaker is still a token, not yet an actor.
struct QuoteReading {
    Span span;  ///< without the quotation marks
    QuoteKind kind = QuoteKind::Direct;
    TokenIndex speaker = kNoToken;
    TokenIndex cue = kNoToken;
};

/// Direct quotations by their marks (curly or straight, unclosed ones end with their section),
/// indirect ones by speech verbs with a clause. Quoted single words and names are left out: they
/// are scare quotes.
[[nodiscard]] std::vector<QuoteReading> find_quotes(const Report& report,
                                                    const Arguments& arguments,
                                                    const ActorLexiconData& lexicon);

}  // namespace tidings::mention
