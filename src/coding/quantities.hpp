// How many: the number before a noun, or the words that stand for one (*at least 12*, *dozens of*,
// *between 30 and 40*, *several thousand*).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <tidings/coding.hpp>

#include "language/syntax_tree.hpp"

namespace tidings::coding {

enum class QuantityKind : std::uint8_t {
    Number,
    Unit,
    Vague,
    Least,
    Above,
    Most,
    Below,
    About,
    Nearly
};

/// `data/events/quantities.tsv`: words and phrases for numbers and bounds.
class QuantityWords {
  public:
    struct Word {
        QuantityKind kind = QuantityKind::Number;
        double low = 0;
        double high = 0;
    };

    [[nodiscard]] Status load(const std::string& path);
    /// Null if the phrase is none of the table.
    [[nodiscard]] const Word* find(std::string_view phrase) const;

  private:
    std::unordered_map<std::string, Word> words_;
};

/// The number of what `noun` names; `noun` may be the number itself (*45 were hurt*). None where
/// the text gives no number. Looks at a bounded number of words before the noun.
[[nodiscard]] std::optional<EventCount> read_quantity(const SyntaxTree& tree,
                                                      const QuantityWords& words, TokenIndex noun);

}  // namespace tidings::coding
