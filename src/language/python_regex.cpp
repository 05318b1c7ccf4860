#include "language/python_regex.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tidings/text.hpp>

namespace tidings::language {
namespace {

/// str.isspace as the inside of a character class.
constexpr std::string_view kSpaceClass =
    R"(\x{09}-\x{0d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f})"
    R"(\x{205f}\x{3000})";

constexpr std::size_t kFactorBytes = std::size_t{48} * 1024;
constexpr std::size_t kLongClass = 64;

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

class Translator {
  public:
    explicit Translator(std::string_view pattern) : in_(pattern) {}

    Result<std::string> run() {
        while (ok_ && at_ < in_.size()) {
            if (in_class_) {
                class_character();
            } else {
                outside_character();
            }
        }
        if (ok_ && in_class_) refuse("a character class is not closed");
        if (!ok_) {
            return fail(
                ErrorKind::Config,
                fmt::format("a pattern cannot be translated at byte {}: {}", at_, problem_));
        }
        return out_.size() > kFactorBytes ? factored() : std::move(out_);
    }

  private:
    [[nodiscard]] std::string factored() const;
    void outside_character();
    void class_character();
    void escape();
    void letter_escape(char letter);
    void group_start();
    void numeric_escape(std::size_t digits);
    void put_code_point(std::uint32_t code_point) {
        out_ += fmt::format("\\x{{{:x}}}", code_point);
    }
    void refuse(std::string_view problem) {
        if (ok_) problem_ = problem;
        ok_ = false;
    }
    [[nodiscard]] bool starts(std::string_view text) const {
        return in_.substr(at_).starts_with(text);
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
    bool in_class_ = false;
    bool class_start_ = false;  // a `]` here is a literal
    std::size_t class_open_ = 0;
    std::vector<std::pair<std::size_t, std::size_t>> classes_;  // where they stand in out_
    bool ok_ = true;
    std::string problem_;
};

void Translator::outside_character() {
    const char c = in_[at_];
    if (c == '\\') return escape();
    if (c == '(') return group_start();
    if (c == '[') {
        in_class_ = true;
        class_start_ = true;
        class_open_ = out_.size();
        out_ += c;
        ++at_;
        if (starts("^")) {
            out_ += '^';
            ++at_;
        }
        return;
    }
    if (starts("{,") && at_ + 2 < in_.size() && is_ascii_digit(in_[at_ + 2])) {
        out_ += "{0,";
        at_ += 2;
        return;
    }
    out_ += c;
    ++at_;
}

void Translator::class_character() {
    const char c = in_[at_];
    const bool first = class_start_;
    class_start_ = false;
    if (c == '\\') return escape();
    if (c == ']' && !first) {
        in_class_ = false;
        classes_.emplace_back(class_open_, out_.size() + 1);
    } else if (c == '[' || c == ']') {
        out_ += '\\';  // `[:`, `[.` and `[=` would begin something else in PCRE2
    }
    out_ += c;
    ++at_;
}

/// A compiled pattern may not exceed 64 KiB. Large patterns are large because the same long
/// character classes stand in them again and again: those are written once, behind the pattern
/// (where they change no group's number), and called by name.
std::string Translator::factored() const {
    std::map<std::string_view, std::size_t> names;
    std::string short_form;
    std::string definitions;
    std::size_t done = 0;
    for (const auto& [start, end] : classes_) {
        if (end - start < kLongClass) continue;
        const std::string_view text = std::string_view(out_).substr(start, end - start);
        const auto [name, is_new] = names.emplace(text, names.size());
        if (is_new) definitions += fmt::format("(?<tidings{}>{})", name->second, text);
        short_form += std::string_view(out_).substr(done, start - done);
        short_form += fmt::format("(?&tidings{})", name->second);
        done = end;
    }
    short_form += std::string_view(out_).substr(done);
    return definitions.empty() ? short_form : short_form + "(?(DEFINE)" + definitions + ")";
}

void Translator::group_start() {
    if (starts("(*")) return refuse("nothing to repeat");
    out_ += '(';
    ++at_;
    if (!starts("?")) return;
    // Flags: `(?iu)` or `(?iu:`; u is what PCRE2 is compiled with, a and L have no counterpart.
    std::size_t end = at_ + 1;
    while (end < in_.size() && (is_ascii_letter(in_[end]) || in_[end] == '-')) ++end;
    if (end == at_ + 1 || end >= in_.size() || (in_[end] != ')' && in_[end] != ':')) return;
    if (in_[at_ + 1] == 'P') return;
    std::string flags(in_.substr(at_ + 1, end - at_ - 1));
    if (flags.find_first_not_of("imsxu-") != std::string::npos) return refuse("unknown flags");
    if (flags.find('x') != std::string::npos) return refuse("verbose patterns are not known here");
    std::erase(flags, 'u');
    if (flags.empty() && in_[end] == ')') {
        out_.pop_back();  // the whole `(?u)`
        at_ = end + 1;
        return;
    }
    out_ += '?';
    out_ += flags;
    at_ = end;
}

void Translator::escape() {
    if (at_ + 1 >= in_.size()) return refuse("a backslash stands at the end");
    const char c = in_[at_ + 1];
    if (is_ascii_letter(c)) return letter_escape(c);
    if (c == '0' || (in_class_ && is_ascii_digit(c))) return refuse("an octal escape");
    if (static_cast<unsigned char>(c) >= 0x80) {
        ++at_;  // the backslash means nothing; the character follows by itself
        return;
    }
    out_ += '\\';
    out_ += c;
    at_ += 2;
}

void Translator::letter_escape(char letter) {
    switch (letter) {
        case 'x':
            return numeric_escape(2);
        case 'u':
            return numeric_escape(4);
        case 'U':
            return numeric_escape(8);
        case 's':
            out_ += in_class_ ? std::string(kSpaceClass) : fmt::format("[{}]", kSpaceClass);
            break;
        case 'S':
            out_ += in_class_ ? "\\S" : fmt::format("[^{}]", kSpaceClass);
            break;
        case 'v':
            out_ += "\\x{0b}";
            break;
        case 'Z':
            if (in_class_) return refuse("unknown escape");
            out_ += "\\z";
            break;
        case 'A':
        case 'B':
            if (in_class_) return refuse("unknown escape");
            [[fallthrough]];
        case 'b':
        case 'd':
        case 'D':
        case 'w':
        case 'W':
        case 'a':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            out_ += '\\';
            out_ += letter;
            break;
        default:
            return refuse("unknown escape");
    }
    at_ += 2;
}

void Translator::numeric_escape(std::size_t digits) {
    std::uint32_t value = 0;
    if (at_ + 2 + digits > in_.size()) return refuse("a numeric escape is cut short");
    for (std::size_t i = 0; i < digits; ++i) {
        const int digit = hex_value(in_[at_ + 2 + i]);
        if (digit < 0) return refuse("a numeric escape is cut short");
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    if (value > 0x10FFFF) return refuse("no such character");
    put_code_point(value);
    at_ += 2 + digits;
}

/// Measures patterns made of literals, classes, escapes, groups and alternatives.
class WidthReader {
  public:
    explicit WidthReader(std::string_view pattern) : in_(pattern) {}

    std::optional<std::size_t> run() {
        if (in_.starts_with("(?u)")) at_ = 4;
        std::size_t widest = 0;
        for (;;) {
            const auto width = top_alternative();
            if (!width) return std::nullopt;
            widest = std::max(widest, *width);
            if (at_ == in_.size()) return widest;
            ++at_;  // the bar
        }
    }

  private:
    struct Atom {
        std::string_view text;
        std::size_t width = 0;
        bool repeats = false;  // + or *
    };

    std::optional<std::size_t> top_alternative();
    std::optional<std::size_t> group_width();
    std::optional<Atom> atom();
    bool quantifier(Atom& atom);
    bool skip_escape();
    bool skip_class();

    static constexpr int kMaxDepth = 16;
    std::string_view in_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

/// One alternative up to `|` or the end: it must end in `$`, and may repeat without end only if it
/// is one atom, or the same atom several times.
std::optional<std::size_t> WidthReader::top_alternative() {
    std::size_t width = 0;
    std::string_view only_atom;
    bool same = true;
    bool repeats = false;
    while (at_ < in_.size() && in_[at_] != '|' && in_[at_] != '$') {
        const auto next = atom();
        if (!next) return std::nullopt;
        same = same && (only_atom.empty() || only_atom == next->text);
        only_atom = next->text;
        repeats = repeats || next->repeats;
        width += next->width;
    }
    if (at_ >= in_.size() || in_[at_] != '$' || (repeats && !same)) return std::nullopt;
    ++at_;
    if (at_ < in_.size() && in_[at_] != '|') return std::nullopt;
    return width;
}

std::optional<std::size_t> WidthReader::group_width() {
    const std::size_t start = at_;  // at the parenthesis
    bool zero_width = false;
    ++at_;
    if (in_.substr(at_).starts_with("?:")) {
        at_ += 2;
    } else if (in_.substr(at_).starts_with("?=") || in_.substr(at_).starts_with("?!")) {
        at_ += 2;
        zero_width = true;
    } else if (in_.substr(at_).starts_with("?<=") || in_.substr(at_).starts_with("?<!")) {
        at_ += 3;
        zero_width = true;
    } else if (in_.substr(start).starts_with("(?")) {
        return std::nullopt;
    }
    std::size_t widest = 0;
    std::size_t width = 0;
    while (at_ < in_.size() && in_[at_] != ')') {
        if (in_[at_] == '|') {
            width = 0;
            ++at_;
            continue;
        }
        const auto next = atom();
        if (!next || next->repeats) return std::nullopt;
        width += next->width;
        widest = std::max(widest, width);
    }
    if (at_ >= in_.size()) return std::nullopt;
    ++at_;
    return zero_width ? 0 : widest;
}

bool WidthReader::skip_escape() {
    if (at_ + 1 >= in_.size()) return false;
    const char c = in_[at_ + 1];
    if (is_ascii_digit(c)) return false;  // a back reference
    at_ += c == 'u' ? 6 : c == 'U' ? 10 : c == 'x' ? 4 : 2;
    return at_ <= in_.size();
}

bool WidthReader::skip_class() {
    ++at_;
    if (at_ < in_.size() && in_[at_] == '^') ++at_;
    if (at_ < in_.size() && in_[at_] == ']') ++at_;
    while (at_ < in_.size() && in_[at_] != ']') {
        if (in_[at_] == '\\') {
            if (!skip_escape()) return false;
        } else {
            ++at_;
        }
    }
    if (at_ >= in_.size()) return false;
    ++at_;
    return true;
}

std::optional<WidthReader::Atom> WidthReader::atom() {
    const std::size_t start = at_;
    Atom atom;
    atom.width = 1;
    const char c = in_[at_];
    if (c == '(') {
        if (++depth_ > kMaxDepth) return std::nullopt;
        const auto width = group_width();
        --depth_;
        if (!width) return std::nullopt;
        atom.width = *width;
    } else if (c == '[') {
        if (!skip_class()) return std::nullopt;
    } else if (c == '\\') {
        if (!skip_escape()) return std::nullopt;
    } else if (c == '^' || c == '$' || c == '*' || c == '+' || c == '?' || c == ')') {
        return std::nullopt;
    } else {
        at_ += utf8::decode(in_, at_).length;
    }
    atom.text = in_.substr(start, at_ - start);
    if (!quantifier(atom)) return std::nullopt;
    return atom;
}

bool WidthReader::quantifier(Atom& atom) {
    if (at_ >= in_.size()) return true;
    const char c = in_[at_];
    if (c == '{') return false;
    if (c == '+' || c == '*') {
        if (atom.width != 1) return false;
        atom.repeats = true;
        ++at_;
    } else if (c == '?') {
        ++at_;
    } else {
        return true;
    }
    return at_ >= in_.size() || (in_[at_] != '?' && in_[at_] != '+' && in_[at_] != '*');
}

}  // namespace

Result<std::string> translate_python_regex(std::string_view pattern) {
    return Translator(pattern).run();
}

std::optional<std::size_t> suffix_window(std::string_view pattern) {
    return WidthReader(pattern).run();
}

}  // namespace tidings::language
