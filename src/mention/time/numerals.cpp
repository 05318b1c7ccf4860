#include "mention/time/numerals.hpp"

#include <algorithm>

#include "mention/time/expression.hpp"

namespace tidings::mention::time {

namespace {

using Kind = TimeToken::Kind;

constexpr double kLargest = 1e9;

class NumeralReader {
  public:
    NumeralReader(const std::vector<TimeToken>& tokens, const Vocabulary& vocabulary)
        : tokens_(tokens), vocabulary_(vocabulary) {}

    /// Reads a number that begins at `at`; the token behind it, `at` if there is none.
    std::size_t read(std::size_t at, TimeToken& number) {
        number = tokens_[at];
        std::size_t end = at;
        double total = 0;
        double group = 0;
        int previous = 0;
        for (std::size_t i = at; i < tokens_.size();) {
            std::size_t word = i;
            if (i > at && is_joint(i, previous)) ++word;
            if (word >= tokens_.size()) break;
            const int value = cardinal(word);
            if (value == kUnset) {
                if (previous >= 20 && previous < 100 && previous % 10 == 0) {
                    end = ordinal_end(word, total + group, number, end);
                }
                break;
            }
            if (!fits(value, previous, i == at)) break;
            if (value >= 100 || value == 12) {
                group = std::max(group, 1.0) * value;
                if (value >= 1000) {
                    total = std::min(total + group, kLargest);
                    group = 0;
                }
            } else {
                group += value;
            }
            group = std::min(group, kLargest);
            previous = value;
            end = word + 1;
            i = end;
        }
        if (end == at || number.kind == Kind::Ordinal) return end;
        number.kind = Kind::Number;
        number.spelled = true;
        number.word = kNoWord;
        number.number = total + group;
        number.span.end = tokens_[end - 1].span.end;
        return end;
    }

  private:
    [[nodiscard]] int cardinal(std::size_t at) const {
        const TimeToken& token = tokens_[at];
        if (token.kind == Kind::Word) return vocabulary_.value(token.word, TokenClass::Cardinal);
        return kUnset;
    }
    /// *twenty-five*, *hundred and five*.
    [[nodiscard]] bool is_joint(std::size_t at, int previous) const {
        const TimeToken& token = tokens_[at];
        if (token.kind == Kind::Mark) {
            return token.mark == '-' && previous >= 20 && previous < 100;
        }
        return token.kind == Kind::Word && previous >= 100 && vocabulary_.text(token.word) == "and";
    }
    static bool fits(int value, int previous, bool first) {
        if (first) return true;
        if (value == 12) return previous == 2 || previous >= 20;  // two dozen; *ten twelve* is not
        if (value >= 100) return previous > 0 && previous < value;
        if (value < 10) return previous >= 20 && previous % 10 == 0;
        return previous >= 100;
    }
    std::size_t ordinal_end(std::size_t at, double sum, TimeToken& number, std::size_t end) const {
        const TimeToken& token = tokens_[at];
        const int value =
            token.kind == Kind::Word ? vocabulary_.value(token.word, TokenClass::Ordinal) : kUnset;
        if (value == kUnset || value > 9) return end;
        number.kind = Kind::Ordinal;
        number.word = kNoWord;
        number.number = sum + value;
        number.span.end = token.span.end;
        return at + 1;
    }

    const std::vector<TimeToken>& tokens_;
    const Vocabulary& vocabulary_;
};

bool is_round_number(const std::vector<TimeToken>& tokens, std::size_t at,
                     const Vocabulary& vocabulary) {
    if (at + 1 >= tokens.size() || tokens[at].kind != Kind::Word ||
        tokens[at + 1].kind != Kind::Word || vocabulary.text(tokens[at].word) != "a") {
        return false;
    }
    const int value = vocabulary.value(tokens[at + 1].word, TokenClass::Cardinal);
    return value == 12 || value == 100 || value == 1000;
}

}  // namespace

void join_numerals(std::vector<TimeToken>& tokens, const Vocabulary& vocabulary) {
    NumeralReader reader(tokens, vocabulary);
    std::size_t out = 0;
    for (std::size_t i = 0; i < tokens.size();) {
        const TimeToken token = tokens[i];
        bool numeral = token.kind == Kind::Word && vocabulary.is(token.word, TokenClass::Cardinal);
        // *a dozen*, *a hundred*.
        if (is_round_number(tokens, i, vocabulary)) {
            tokens[i + 1].span.start = token.span.start;
            ++i;
            numeral = true;
        }
        TimeToken joined;
        const std::size_t end = numeral ? reader.read(i, joined) : i;
        if (end == i) {
            tokens[out++] = tokens[i++];
            continue;
        }
        tokens[out++] = joined;
        i = end;
    }
    tokens.resize(out);
}

}  // namespace tidings::mention::time
