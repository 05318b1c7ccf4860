// Where names of the actor tables stand in a parse.
#pragma once

#include <string_view>
#include <vector>

#include <tidings/language.hpp>

#include "mention/actor/actor_tables.hpp"

namespace tidings::mention {

/// Tokens [first, last) are a known name; `rows` are all rows of that name (a name may be several
/// actors: dated office holders, two countries).
struct KnownName {
    TokenIndex first = 0;
    TokenIndex last = 0;
    std::vector<std::uint32_t> rows;
    const ActorRow* namesake = nullptr;  ///< a place that is meant instead, set by find_namesakes
};

/// Longest matches from left to right, not overlapping, each on token borders.
[[nodiscard]] std::vector<KnownName> find_known_names(std::string_view text, const Parse& parse,
                                                      const PhraseIndex& names);

/// Rows of all names that stand in unparsed words (a dateline), longest match from each word on.
[[nodiscard]] std::vector<std::uint32_t> find_rows_in_words(std::string_view words,
                                                            const PhraseIndex& names);

}  // namespace tidings::mention
