#include "language/token_pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "language/json_fields.hpp"
#include "language/morphology.hpp"
#include "language/python_regex.hpp"
#include "language/string_hash.hpp"
#include "language/unicode.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;
using Kind = AttributeTest::Kind;

constexpr auto kAttributeNames = std::to_array<std::pair<std::string_view, TokenAttribute>>({
    {"ORTH", TokenAttribute::Orth},
    {"TEXT", TokenAttribute::Orth},
    {"LOWER", TokenAttribute::Lower},
    {"NORM", TokenAttribute::Norm},
    {"PREFIX", TokenAttribute::Prefix},
    {"SUFFIX", TokenAttribute::Suffix},
    {"SHAPE", TokenAttribute::Shape},
    {"TAG", TokenAttribute::Tag},
    {"POS", TokenAttribute::Pos},
    {"DEP", TokenAttribute::Dep},
    {"LEMMA", TokenAttribute::Lemma},
    {"MORPH", TokenAttribute::Morph},
    {"IS_SPACE", TokenAttribute::IsSpace},
    {"SPACY", TokenAttribute::Spacy},
    {"IS_SENT_START", TokenAttribute::SentStart},
    {"SENT_START", TokenAttribute::SentStart},
});

bool is_lexical(TokenAttribute attribute) {
    return attribute <= TokenAttribute::Shape;
}
bool is_flag(TokenAttribute attribute) {
    return attribute >= TokenAttribute::IsSpace;
}

std::string upper_ascii(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    }
    return upper;
}

std::uint64_t lexical_id(const DocToken& token, TokenAttribute attribute) {
    switch (attribute) {
        case TokenAttribute::Orth:
            return token.orth;
        case TokenAttribute::Lower:
            return token.lower;
        case TokenAttribute::Norm:
            return token.norm;
        case TokenAttribute::Prefix:
            return token.prefix;
        case TokenAttribute::Suffix:
            return token.suffix;
        default:
            return token.shape;
    }
}

bool flag(const DocToken& token, TokenAttribute attribute) {
    switch (attribute) {
        case TokenAttribute::IsSpace:
            return token.is_space;
        case TokenAttribute::Spacy:
            return token.spacy;
        default:
            return token.sent_start == 1;
    }
}

/// The string that a regular expression is searched in.
std::string_view searched_text(const PatternInput& input, std::size_t i, TokenAttribute attribute,
                               std::string& buffer) {
    if (!is_lexical(attribute)) return annotation(input.tokens[i], attribute);
    const std::string_view text = slice(input.doc.text, input.doc.tokens[i].span);
    if (attribute == TokenAttribute::Orth) return text;
    buffer.clear();
    append_lower(text, buffer);
    return buffer;
}

bool holds(const AttributeTest& test, const PatternInput& input, std::size_t i,
           PatternScratch& scratch) {
    if (is_flag(test.attribute)) return flag(input.doc.tokens[i], test.attribute) == test.yes;
    if (test.kind == Kind::Regex) {
        const auto text = searched_text(input, i, test.attribute, scratch.text);
        return test.regex->search(text, scratch.regex).has_value();
    }
    bool found = false;
    if (is_lexical(test.attribute)) {
        const std::uint64_t id = lexical_id(input.doc.tokens[i], test.attribute);
        found = std::find(test.ids.begin(), test.ids.end(), id) != test.ids.end();
    } else {
        const std::string_view value = annotation(input.tokens[i], test.attribute);
        found = std::find(test.texts.begin(), test.texts.end(), value) != test.texts.end();
    }
    return found != (test.kind == Kind::NotIn);
}

bool holds(const TokenSpec& spec, const PatternInput& input, std::size_t i,
           PatternScratch& scratch) {
    return std::all_of(spec.tests.begin(), spec.tests.end(),
                       [&](const AttributeTest& test) { return holds(test, input, i, scratch); });
}

// ---------------------------------------------------------------------------------------------
// Compiling

tl::unexpected<Error> unknown(std::string message) {
    return fail(ErrorKind::Config, std::move(message));
}

void add_value(AttributeTest& test, const std::string& text, bool normalize) {
    std::string value = text;
    if (test.attribute == TokenAttribute::Morph && normalize) {
        value = normalize_morph(text);
        if (value.empty()) value.push_back('_');
    }
    test.ids.push_back(string_id(value));
    test.texts.push_back(std::move(value));
}

Result<AttributeTest> compile_predicate(TokenAttribute attribute, const std::string& name,
                                        const json& value) {
    AttributeTest test;
    test.attribute = attribute;
    const std::string kind = upper_ascii(name);
    if ((kind == "IN" || kind == "NOT_IN") && value.is_array() && !is_flag(attribute)) {
        test.kind = kind == "IN" ? Kind::In : Kind::NotIn;
        for (const json& item : value) {
            if (!item.is_string()) return unknown("a set in a token pattern holds no strings");
            add_value(test, item.get<std::string>(), true);
        }
        return test;
    }
    const bool searchable =
        !is_flag(attribute) && (!is_lexical(attribute) || attribute == TokenAttribute::Orth ||
                                attribute == TokenAttribute::Lower);
    if (kind == "REGEX" && value.is_string() && searchable) {
        test.kind = Kind::Regex;
        auto translated = translate_python_regex(value.get<std::string>());
        if (!translated) return tl::unexpected<Error>(std::move(translated.error()));
        auto regex = Regex::compile(*translated, false);
        if (!regex) return tl::unexpected<Error>(std::move(regex.error()));
        test.regex = std::make_shared<const Regex>(std::move(*regex));
        return test;
    }
    return unknown(
        fmt::format("token patterns with {}: {} are not known here", name, json_text(value)));
}

Status compile_attribute(const std::string& key, const json& value, TokenSpec& spec) {
    const std::string name = upper_ascii(key);
    const auto found = std::find_if(kAttributeNames.begin(), kAttributeNames.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    if (found == kAttributeNames.end()) {
        return unknown(fmt::format("token patterns with the key {} are not known here", key));
    }
    if (value.is_object()) {
        for (const auto& [predicate, operand] : value.items()) {
            auto test = compile_predicate(found->second, predicate, operand);
            if (!test) return tl::unexpected<Error>(std::move(test.error()));
            spec.tests.push_back(std::move(*test));
        }
        return {};
    }
    AttributeTest test;
    test.attribute = found->second;
    if (is_flag(test.attribute) && (value.is_boolean() || value.is_number_integer())) {
        test.yes = value.is_boolean() ? value.get<bool>() : value.get<std::int64_t>() != 0;
    } else if (!is_flag(test.attribute) && value.is_string()) {
        add_value(test, value.get<std::string>(), false);
    } else {
        return unknown(fmt::format("the value of {} in a token pattern is of the wrong type", key));
    }
    spec.tests.push_back(std::move(test));
    return {};
}

std::optional<unsigned> to_count(std::string_view text) {
    constexpr unsigned kMaxCount = 100;
    unsigned count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || stop != text.data() + text.size() || count > kMaxCount) {
        return std::nullopt;
    }
    return count;
}

/// spaCy's operators as the quantifiers of repeated specifications; empty if unknown.
std::vector<Quantifier> operators(std::string_view op) {
    if (op == "1") return {Quantifier::One};
    if (op == "!") return {Quantifier::Zero};
    if (op == "?") return {Quantifier::ZeroOne};
    if (op == "*") return {Quantifier::ZeroPlus};
    if (op == "+") return {Quantifier::One, Quantifier::ZeroPlus};
    if (op.size() < 3 || op.front() != '{' || op.back() != '}') return {};
    op = op.substr(1, op.size() - 2);
    const std::size_t comma = op.find(',');
    const std::string_view low = op.substr(0, comma);
    const std::string_view high = comma == std::string_view::npos ? low : op.substr(comma + 1);
    if (low.empty() && high.empty()) return {};
    const auto least = low.empty() ? std::optional<unsigned>(0) : to_count(low);
    if (!least) return {};
    std::vector<Quantifier> result(*least, Quantifier::One);
    if (high.empty()) {
        result.push_back(Quantifier::ZeroPlus);
        return result;
    }
    const auto most = to_count(high);
    if (!most || *most < *least) return {};
    result.insert(result.end(), *most - *least, Quantifier::ZeroOne);
    return result;
}

// ---------------------------------------------------------------------------------------------
// Matching

enum class Action : std::uint8_t {
    Reject,
    Match,
    Advance,
    Retry,
    MatchExtend,
    RetryAdvance,
    RetryExtend,
    MatchReject,
    MatchDouble
};

/// What a state does with a token; the table stands in spaCy's matcher under get_action.
Action action_for(Quantifier quantifier, bool matches, bool final) {
    switch (quantifier) {
        case Quantifier::Zero:
            return !matches ? (final ? Action::Match : Action::Advance) : Action::Reject;
        case Quantifier::One:
            return matches ? (final ? Action::Match : Action::Advance) : Action::Reject;
        case Quantifier::ZeroPlus:
            if (final) return matches ? Action::MatchExtend : Action::MatchReject;
            return matches ? Action::RetryExtend : Action::Retry;
        case Quantifier::ZeroOne:
            if (final) return matches ? Action::MatchDouble : Action::MatchReject;
            return matches ? Action::RetryAdvance : Action::Retry;
    }
    return Action::Reject;
}

/// All states of one pattern from one start; each has consumed the same number of tokens, so a
/// state is a position in the pattern.
class StateMachine {
  public:
    StateMachine(const std::vector<TokenSpec>& specs, const PatternInput& input,
                 PatternScratch& scratch, std::vector<std::uint32_t>& lengths)
        : specs_(specs), input_(input), scratch_(scratch), lengths_(lengths) {}

    void run(std::size_t start) {
        scratch_.states.assign(1, 0);
        const std::size_t size = input_.doc.tokens.size();
        for (std::size_t i = start; !scratch_.states.empty(); ++i) {
            consumed_ = static_cast<std::uint32_t>(i - start);
            if (i == size || consumed_ == TokenPattern::kMaxMatchTokens) return finish();
            step(i);
        }
    }

  private:
    void step(std::size_t i);
    void advance_state(std::size_t at, std::size_t i);
    void finish();
    [[nodiscard]] bool is_final(std::size_t at) const { return at + 1 == specs_.size(); }
    [[nodiscard]] Action action(std::size_t at, std::size_t i) {
        return action_for(specs_[at].quantifier, holds(specs_[at], input_, i, scratch_),
                          is_final(at));
    }
    void emit(std::uint32_t length) {
        if (length > 0) lengths_.push_back(length);
    }

    const std::vector<TokenSpec>& specs_;
    const PatternInput& input_;
    PatternScratch& scratch_;
    std::vector<std::uint32_t>& lengths_;
    std::uint32_t consumed_ = 0;
};

void StateMachine::step(std::size_t i) {
    scratch_.kept.clear();
    for (const std::uint16_t state : scratch_.states) advance_state(state, i);
    std::sort(scratch_.kept.begin(), scratch_.kept.end());
    scratch_.kept.erase(std::unique(scratch_.kept.begin(), scratch_.kept.end()),
                        scratch_.kept.end());
    scratch_.states.swap(scratch_.kept);
}

void StateMachine::advance_state(std::size_t at, std::size_t i) {
    const auto keep = [this](std::size_t state) {
        scratch_.kept.push_back(static_cast<std::uint16_t>(state));
    };
    for (;; ++at) {
        switch (action(at, i)) {
            case Action::Reject:
                return;
            case Action::Match:
                return emit(consumed_ + 1);
            case Action::Advance:
                return keep(at + 1);
            case Action::MatchReject:
                return emit(consumed_);
            case Action::MatchExtend:
                emit(consumed_);
                return keep(at);
            case Action::MatchDouble:
                emit(consumed_);
                return emit(consumed_ + 1);
            case Action::RetryExtend:
                keep(at);
                break;
            case Action::RetryAdvance:
                keep(at + 1);
                break;
            case Action::Retry:
                break;
        }
    }
}

/// At the end of the text the rest of a pattern may match nothing.
void StateMachine::finish() {
    for (std::size_t at : scratch_.states) {
        for (;; ++at) {
            const Quantifier quantifier = specs_[at].quantifier;
            if (quantifier != Quantifier::ZeroPlus && quantifier != Quantifier::ZeroOne) break;
            if (is_final(at)) {
                emit(consumed_);
                break;
            }
        }
    }
}

}  // namespace

std::string_view annotation(const Token& token, TokenAttribute attribute) noexcept {
    switch (attribute) {
        case TokenAttribute::Tag:
            return token.tag;
        case TokenAttribute::Pos:
            return to_string(token.pos);
        case TokenAttribute::Dep:
            return token.dep;
        case TokenAttribute::Lemma:
            return token.lemma;
        case TokenAttribute::Morph:
            return token.morph.empty() && token.morph.data() != nullptr ? "_" : token.morph;
        default:
            return {};
    }
}

Result<TokenPattern> TokenPattern::compile(const json& specs) {
    constexpr std::size_t kMaxSpecs = 1000;
    if (!specs.is_array() || specs.empty()) return unknown("a token pattern is no list");
    TokenPattern pattern;
    for (const json& entry : specs) {
        if (!entry.is_object()) return unknown("a token pattern is no list of maps");
        TokenSpec spec;
        std::vector<Quantifier> quantifiers{Quantifier::One};
        for (const auto& [key, value] : entry.items()) {
            if (upper_ascii(key) == "OP") {
                quantifiers = value.is_string() ? operators(value.get<std::string>())
                                                : std::vector<Quantifier>();
                if (quantifiers.empty()) return unknown("unknown operator in a token pattern");
            } else if (auto status = compile_attribute(key, value, spec); !status) {
                return tl::unexpected<Error>(std::move(status.error()));
            }
        }
        for (const Quantifier quantifier : quantifiers) {
            spec.quantifier = quantifier;
            pattern.plain_ = pattern.plain_ && quantifier == Quantifier::One;
            pattern.specs_.push_back(spec);
        }
        if (pattern.specs_.size() > kMaxSpecs) return unknown("a token pattern is too long");
    }
    return pattern;
}

void TokenPattern::match(const PatternInput& input, std::size_t start, PatternScratch& scratch,
                         std::vector<std::uint32_t>& lengths) const {
    if (!plain_) return StateMachine(specs_, input, scratch, lengths).run(start);
    if (specs_.size() > input.doc.tokens.size() - start) return;
    for (std::size_t k = 0; k < specs_.size(); ++k) {
        if (!holds(specs_[k], input, start + k, scratch)) return;
    }
    lengths.push_back(static_cast<std::uint32_t>(specs_.size()));
}

}  // namespace tidings::language
