// The pattern language of `data/time/*.times` (docs/times.md), compiled to a small program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/error.hpp>

#include "mention/time/expression.hpp"
#include "mention/time/vocabulary.hpp"

namespace tidings::mention::time {

struct Op {
    enum class Kind : std::uint8_t {
        Word,   ///< that word
        Class,  ///< a token of that class; its value goes into the slots
        Mark,   ///< that mark
        Glued,  ///< the next token stands without white space before it
        Set,    ///< slot `arg` becomes `value`
        Open,   ///< a mention begins
        Close,  ///< it ends
        Split,  ///< go on here, and at +value too
        Jump,   ///< go on at +value
        Accept
    };
    Kind kind = Kind::Accept;
    std::uint32_t arg = 0;
    int value = 0;
};

using Program = std::vector<Op>;

/// What went wrong in a pattern: the byte in it, and why.
struct PatternFault {
    std::size_t at = 0;
    std::string message;
    std::string hint;
};

using Definitions = std::unordered_map<std::string, std::string>;

/// Compiles `pattern`; the names of `definitions` stand in it as `@name`. Words are interned.
[[nodiscard]] tl::expected<Program, PatternFault> compile_pattern(std::string_view pattern,
                                                                  const Definitions& definitions,
                                                                  Vocabulary& vocabulary);

/// The first things a match may begin with.
struct FirstSet {
    std::vector<WordId> words;
    std::uint64_t classes = 0;  ///< bits of TokenClass
    bool anything = false;      ///< a mark, or nothing at all
};
[[nodiscard]] FirstSet first_set(const Program& program, std::size_t from = 0);

}  // namespace tidings::mention::time
