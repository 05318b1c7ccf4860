#include "mention/time/tokens.hpp"

#include <algorithm>

namespace tidings::mention::time {

namespace {

using Kind = TimeToken::Kind;

constexpr std::size_t kLongestWord = 16;  // longer ones are no words of time

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
/// Letters, and every byte of a character beyond ASCII that is no dash or apostrophe.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
  public:
    Lexer(std::string_view text, Span span, const Vocabulary& vocabulary,
          std::vector<TimeToken>& tokens)
        : text_(text.substr(0, span.end)), at_(span.start), vocabulary_(vocabulary), out_(tokens) {}

    void run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == ' ' || c == '\t' || c == '\r') {
                glued_ = false;
                ++at_;
            } else if (c == '\n') {
                read_line_end();
            } else if (c == 'h' &&
                       (text_.substr(at_, 7) == "http://" || text_.substr(at_, 8) == "https://")) {
                pass_over_link();
            } else if (is_digit(c)) {
                read_number();
            } else if (!read_wide_mark() && is_letter(c)) {
                read_word();
            } else if (at_ < text_.size() && text_[at_] == c && !is_letter(c)) {
                read_mark(c, 1);
            }
        }
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    TimeToken& push(Kind kind, std::size_t length) {
        TimeToken token;
        token.kind = kind;
        token.glued = glued_;
        token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)};
        out_.push_back(token);
        at_ += length;
        glued_ = true;
        return out_.back();
    }

    void pass_over_link() {
        std::size_t length = 0;
        while (at_ + length < text_.size() && static_cast<unsigned char>(peek(length)) > ' ') {
            ++length;
        }
        push(Kind::Mark, length).mark = '#';
    }

    void read_line_end() {
        glued_ = false;
        ++at_;
        std::size_t lines = 1;
        while (at_ < text_.size() && (peek() == ' ' || peek() == '\n' || peek() == '\t')) {
            lines += peek() == '\n' ? 1 : 0;
            ++at_;
        }
        if (lines > 1 && !out_.empty()) {
            TimeToken token;
            token.kind = Kind::Break;
            token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
            out_.push_back(token);
        }
    }

    /// Typographic dashes and apostrophes, no-break spaces. False if something else stands here.
    bool read_wide_mark() {
        const std::string_view rest = text_.substr(at_, 3);
        if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xE2\x80\xAF")) {
            at_ += rest[0] == '\xC2' ? 2 : 3;
            glued_ = false;
            return true;
        }
        if (rest.size() < 3 || rest[0] != '\xE2' || rest[1] != '\x80') return false;
        const auto last = static_cast<unsigned char>(rest[2]);
        if (last >= 0x90 && last <= 0x95) {
            read_mark('-', 3);
        } else if (last == 0x98 || last == 0x99) {
            read_mark('\'', 3);
        } else if (last == 0x9C || last == 0x9D) {
            read_mark('"', 3);
        } else {
            return false;
        }
        return true;
    }

    void read_mark(char mark, std::size_t length) {
        const bool opens = out_.empty() || !glued_;
        if (mark == '\'' && opens && is_digit(peek(length)) && is_digit(peek(length + 1)) &&
            !is_digit(peek(length + 2))) {
            const int value = (peek(length) - '0') * 10 + peek(length + 1) - '0';
            const bool decade = peek(length + 2) == 's' && !is_letter(peek(length + 3));
            if (decade || !is_letter(peek(length + 2))) {
                TimeToken& token =
                    push(decade ? Kind::Decade : Kind::ShortYear, length + (decade ? 3 : 2));
                token.number = value;
                return;
            }
        }
        if (mark == '%' && glued_ && !out_.empty()) out_.back().amount = true;
        push(Kind::Mark, length).mark = mark;
    }

    void read_word() {
        std::size_t length = 0;
        bool ascii = true;
        while (at_ + length < text_.size() && is_letter(peek(length))) {
            const auto byte = static_cast<unsigned char>(peek(length));
            if (byte == 0xE2 || byte == 0xC2) {
                const std::string_view here = text_.substr(at_ + length, 2);
                if (here == "\xE2\x80" || here == "\xC2\xA0") break;
            }
            ascii = ascii && byte < 0x80;
            ++length;
        }
        if (length == 0) length = 1;
        char lower[kLongestWord];
        const bool capital = is_upper(peek());
        bool shouted = length > 1;
        WordId word = kNoWord;
        // The words of *@names* and *#tags* are no words of the text.
        const bool tag = glued_ && !out_.empty() && out_.back().kind == Kind::Mark &&
                         (out_.back().mark == '@' || out_.back().mark == '#');
        if (ascii && length <= kLongestWord && !tag) {
            for (std::size_t i = 0; i < length; ++i) {
                const char c = peek(i);
                shouted = shouted && is_upper(c);
                lower[i] = is_upper(c) ? static_cast<char>(c + 32) : c;
            }
            word = vocabulary_.find({lower, length});
        }
        // *10k*, *3D*: no number of days or years.
        if (glued_ && word == kNoWord && !out_.empty() && out_.back().kind == Kind::Number) {
            out_.back().amount = true;
        }
        TimeToken& token = push(Kind::Word, length);
        token.word = word;
        token.capital = capital;
        token.shouted = shouted && capital;
    }

    [[nodiscard]] std::size_t digits_at(std::size_t ahead) const {
        std::size_t count = 0;
        while (is_digit(peek(ahead + count))) ++count;
        return count;
    }
    [[nodiscard]] int value_at(std::size_t ahead, std::size_t digits) const {
        int value = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(digits, 8); ++i) {
            value = value * 10 + (peek(ahead + i) - '0');
        }
        return value;
    }

    void read_number() {
        const std::size_t digits = digits_at(0);
        if (read_date(digits) || read_clock(digits) || read_suffixed(digits)) return;
        const bool amount = counts_something();
        std::size_t length = digits;
        double value = value_at(0, digits);
        bool grouped = false;
        while (digits <= 3 && peek(length) == ',' && digits_at(length + 1) == 3) {
            value = value * 1000 + value_at(length + 1, 3);
            length += 4;
            grouped = true;
        }
        const std::size_t decimals = peek(length) == '.' ? digits_at(length + 1) : 0;
        if (decimals > 0) {
            const int tenths = value_at(length + 1, 1);
            value += tenths / 10.0;
            length += decimals + 1;
        }
        TimeToken& token = push(Kind::Number, length);
        token.number = value;
        token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 99));
        if (grouped || decimals > 0) token.digits = 0;
        token.amount = amount || digits > 9;
    }

    /// Money, *COVID-19*, *F-16*, *#12*.
    [[nodiscard]] bool counts_something() const {
        if (!glued_ || out_.empty()) return false;
        const TimeToken& before = out_.back();
        if (before.kind == Kind::Word) return before.word == kNoWord;
        if (before.kind != Kind::Mark) return false;
        if (before.mark == '$' || before.mark == '#' || before.mark == '_') return true;
        if (before.mark != '-' || out_.size() < 2 || !before.glued) return false;
        const TimeToken& word = out_[out_.size() - 2];
        return word.kind == Kind::Word && word.word == kNoWord;
    }

    bool read_date(std::size_t digits) {
        if (digits > 4 || digits == 3 || counts_something()) return false;
        const char mark = peek(digits);
        if (mark != '/' && mark != '-' && mark != '.') return false;
        const std::size_t second = digits_at(digits + 1);
        if (second == 0 || second > 2 || peek(digits + 1 + second) != mark) return false;
        const std::size_t third_at = digits + second + 2;
        const std::size_t third = digits_at(third_at);
        const bool year_first = digits == 4;
        if (year_first ? third == 0 || third > 2 : third != 4 && (third != 2 || mark != '/')) {
            return false;
        }
        const std::size_t length = third_at + third;
        if (peek(length) == mark && is_digit(peek(length + 1))) return false;
        TimeToken& token = push(Kind::Date, length);
        at_ -= length;
        token.fields = {value_at(0, digits), value_at(digits + 1, second),
                        value_at(third_at, third)};
        token.year_first = year_first;
        token.digits = static_cast<std::uint8_t>(third);
        at_ += length;
        return true;
    }

    bool read_clock(std::size_t digits) {
        if (digits > 2) return false;
        const char mark = peek(digits);
        if ((mark != ':' && mark != '.') || digits_at(digits + 1) != 2) return false;
        std::size_t length = digits + 3;
        if (mark == '.' && !meridiem_follows(length)) return false;
        int seconds = 0;
        if (mark == ':' && peek(length) == ':' && digits_at(length + 1) == 2) {
            seconds = value_at(length + 1, 2);
            length += 3;
        }
        const int hour = value_at(0, digits);
        const int minute = value_at(digits + 1, 2);
        if (hour > 24 || minute > 59 || seconds > 59) return false;
        TimeToken& token = push(Kind::Clock, length);
        token.fields = {hour, minute, seconds};
        return true;
    }

    [[nodiscard]] bool meridiem_follows(std::size_t ahead) const {
        if (peek(ahead) == ' ') ++ahead;
        const char letter = static_cast<char>(peek(ahead) | 0x20);
        if (letter != 'a' && letter != 'p') return false;
        const std::size_t next = peek(ahead + 1) == '.' ? ahead + 2 : ahead + 1;
        return (peek(next) | 0x20) == 'm' && !is_letter(peek(next + 1));
    }

    /// *3rd*, *1980s*, *90s*.
    bool read_suffixed(std::size_t digits) {
        const auto suffix = [&](std::string_view letters) {
            for (std::size_t i = 0; i < letters.size(); ++i) {
                if ((peek(digits + i) | 0x20) != letters[i]) return false;
            }
            return !is_letter(peek(digits + letters.size()));
        };
        const int value = value_at(0, digits);
        if (digits <= 3 && (suffix("st") || suffix("nd") || suffix("rd") || suffix("th"))) {
            push(Kind::Ordinal, digits + 2).number = value;
            return true;
        }
        const bool decade =
            (digits == 4 && value >= 1000 && value < 2200) || digits == 2 || digits == 3;
        if (decade && value % 10 == 0 && suffix("s") && !counts_something()) {
            push(Kind::Decade, digits + 1).number = value;
            return true;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_;
    const Vocabulary& vocabulary_;
    std::vector<TimeToken>& out_;
    bool glued_ = false;
};

}  // namespace

void read_tokens(std::string_view text, Span span, const Vocabulary& vocabulary,
                 std::vector<TimeToken>& tokens) {
    Lexer(text, span, vocabulary, tokens).run();
}

}  // namespace tidings::mention::time
