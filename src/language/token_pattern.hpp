// One pattern of spaCy's Matcher: a sequence of token tests with operators.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

#include "language/doc.hpp"
#include "language/regex.hpp"

namespace tidings::language {

/// Attributes that a test may ask for.
enum class TokenAttribute : std::uint8_t {
    // by string id
    Orth,
    Lower,
    Norm,
    Prefix,
    Suffix,
    Shape,
    // by string
    Tag,
    Pos,
    Dep,
    Lemma,
    Morph,
    // yes or no
    IsSpace,
    Spacy,
    SentStart,
};

/// What a test asks of one attribute.
struct AttributeTest {
    enum class Kind : std::uint8_t { Equal, In, NotIn, Regex };

    TokenAttribute attribute = TokenAttribute::Orth;
    Kind kind = Kind::Equal;
    bool yes = false;                ///< wanted answer of a yes-or-no attribute
    std::vector<std::uint64_t> ids;  ///< wanted or unwanted values, by string id
    std::vector<std::string> texts;  ///< the same as strings
    std::shared_ptr<const Regex> regex;
};

enum class Quantifier : std::uint8_t { Zero, ZeroOne, One, ZeroPlus };

/// All tests must hold; no test holds for every token.
struct TokenSpec {
    Quantifier quantifier = Quantifier::One;
    std::vector<AttributeTest> tests;
};

/// Tokens under test.
struct PatternInput {
    const Doc& doc;
    const std::vector<Token>& tokens;
};

/// Buffers of one thread.
struct PatternScratch {
    RegexScratch regex;
    std::string text;
    std::vector<std::uint16_t> states;
    std::vector<std::uint16_t> kept;
};

/// A compiled pattern. Immutable.
class TokenPattern {
  public:
    /// A match with `*`, `+` or `{n,}` is at most this long; so time stays linear in the text.
    static constexpr std::size_t kMaxMatchTokens = 256;

    /// From spaCy's list of token specifications. Fails (ErrorKind::Config, without file) on keys,
    /// predicates and operators that are not known here.
    [[nodiscard]] static Result<TokenPattern> compile(const nlohmann::json& specs);

    /// Appends the lengths (in tokens, may repeat) of all matches that begin at token `start`.
    void match(const PatternInput& input, std::size_t start, PatternScratch& scratch,
               std::vector<std::uint32_t>& lengths) const;

    [[nodiscard]] const std::vector<TokenSpec>& specs() const noexcept { return specs_; }

  private:
    std::vector<TokenSpec> specs_;
    bool plain_ = true;  // only Quantifier::One
};

/// The token's value of an attribute with string values (Tag ... Morph) as patterns see it: empty
/// if missing, `_` for features that are set but empty.
[[nodiscard]] std::string_view annotation(const Token& token, TokenAttribute attribute) noexcept;

}  // namespace tidings::language
