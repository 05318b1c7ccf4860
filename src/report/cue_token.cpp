#include "report/cue_token.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace tidings::report {
namespace {

enum class Class : std::uint8_t { Space, Upper, Lower, Digit, Mark };

constexpr std::array<Class, 0x80> ascii_classes() {
    std::array<Class, 0x80> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lower = c >= 'a' && c <= 'z';
        const bool digit = c >= '0' && c <= '9';
        const bool space = c <= 0x20 || c == 0x7F;
        classes[c] = upper   ? Class::Upper
                     : lower ? Class::Lower
                     : digit ? Class::Digit
                     : space ? Class::Space
                             : Class::Mark;
    }
    return classes;
}
constexpr std::array<Class, 0x80> kAsciiClasses = ascii_classes();

Class classify(char32_t code_point) {
    if (code_point < 0x80) return kAsciiClasses[code_point];
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT:
            return Class::Upper;
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return Class::Lower;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return Class::Digit;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
            return Class::Space;
        default:
            return Class::Mark;
    }
}

constexpr bool is_word(Class kind) {
    return kind == Class::Upper || kind == Class::Lower || kind == Class::Digit;
}

char32_t normalise_mark(char32_t mark) {
    switch (mark) {
        case 0x2018:
        case 0x2019:
            return U'\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x00AB:
        case 0x00BB:
            return U'"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
            return U'-';
        default:
            return mark;
    }
}

bool is_particle(std::string_view folded) {
    constexpr std::array<std::string_view, 30> kParticles{
        "de", "da",  "di",  "do",  "dos", "du",  "del", "della", "des",  "la",
        "le", "van", "von", "der", "den", "ter", "ten", "bin",   "bint", "ibn",
        "al", "el",  "ul",  "abu", "ben", "ap",  "y",   "zu",    "af",   "av"};
    return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

constexpr std::size_t kShortWord = 24;  // bytes

// utf8::fold without an allocation for short words of ASCII letters.
std::string_view fold(std::string_view word, std::array<char, kShortWord>& buffer,
                      std::string& longer) {
    const bool plain = word.size() <= kShortWord &&
                       std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!plain) {
        longer = utf8::fold(word);
        return longer;
    }
    std::transform(word.begin(), word.end(), buffer.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return {buffer.data(), word.size()};
}

constexpr bool is_url_byte(char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != '"' && c != '<' && c != '>' && c != ')';
}

class Tokenizer {
  public:
    Tokenizer(std::string_view text, Span span, const Vocabulary& vocabulary)
        : text_(text.substr(0, span.end)), pos_(span.start), vocabulary_(vocabulary) {}

    std::vector<CueToken> run() {
        if (pos_ < text_.size()) tokens_.reserve((text_.size() - pos_) / 5);
        while (pos_ < text_.size()) {
            const utf8::Decoded next = utf8::decode(text_, pos_);
            const Class kind = classify(next.code_point);
            if (kind == Class::Space) {
                pos_ += next.length;
            } else if (read_url() || read_address()) {
                continue;
            } else if (is_word(kind)) {
                read_word();
            } else {
                read_mark(next);
            }
        }
        return std::move(tokens_);
    }

  private:
    CueToken& push(TokenKind kind, std::size_t start) {
        CueToken token;
        token.kind = kind;
        token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(pos_)};
        token.quoted = quoted_;
        if (kind != TokenKind::Mark) {
            token.sentence_start = sentence_start_ && !quoted_;
            sentence_start_ = false;
        }
        tokens_.push_back(token);
        return tokens_.back();
    }

    bool read_url() {
        const std::string_view rest = text_.substr(pos_);
        if (!rest.starts_with("http://") && !rest.starts_with("https://") &&
            !rest.starts_with("www.")) {
            return false;
        }
        const std::size_t start = pos_;
        while (pos_ < text_.size() && is_url_byte(text_[pos_])) ++pos_;
        while (pos_ > start && (text_[pos_ - 1] == '.' || text_[pos_ - 1] == ',')) --pos_;
        push(TokenKind::Url, start);
        return true;
    }

    // `@name`, or `@host` that makes an address of the word before it.
    bool read_address() {
        if (text_[pos_] != '@') return false;
        std::size_t end = pos_ + 1;
        const auto inner = [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_' || c == '-' || c == '.';
        };
        while (end < text_.size() && inner(text_[end])) ++end;
        while (end > pos_ + 1 && text_[end - 1] == '.') --end;
        if (end == pos_ + 1) return false;
        const bool email = !tokens_.empty() && tokens_.back().span.end == pos_ &&
                           tokens_.back().kind == TokenKind::Word;
        const std::size_t start = pos_;
        pos_ = end;
        if (email) {
            end_email();
        } else {
            push(TokenKind::Handle, start);
        }
        return true;
    }

    // Makes one token of `jane.m.doe@host`: the name's earlier parts were words of their own.
    void end_email() {
        for (std::size_t parts = 0; parts < 4 && tokens_.size() >= 3; ++parts) {
            const CueToken& last = tokens_[tokens_.size() - 1];
            const CueToken& dot = tokens_[tokens_.size() - 2];
            const CueToken& word = tokens_[tokens_.size() - 3];
            const bool joined = dot.mark == U'.' && dot.span.end == last.span.start &&
                                word.span.end == dot.span.start && word.kind == TokenKind::Word;
            if (!joined) break;
            tokens_.resize(tokens_.size() - 2);
        }
        CueToken& token = tokens_.back();
        token.kind = TokenKind::Email;
        token.word = Vocabulary::kUnknown;
        token.span.end = static_cast<std::uint32_t>(pos_);
    }

    void read_word() {
        const std::size_t start = pos_;
        bool digits_only = true;
        bool any_lower = false;
        std::uint32_t letters = 0;
        const Class first = classify(utf8::decode(text_, pos_).code_point);
        while (pos_ < text_.size()) {
            const utf8::Decoded next = utf8::decode(text_, pos_);
            const Class kind = classify(next.code_point);
            if (!is_word(kind) && !joins(next, digits_only)) break;
            if (kind == Class::Upper || kind == Class::Lower) {
                digits_only = false;
                ++letters;
            }
            any_lower = any_lower || kind == Class::Lower;
            pos_ += next.length;
        }
        const std::string_view word = text_.substr(start, pos_ - start);
        CueToken& token = push(digits_only ? TokenKind::Number : TokenKind::Word, start);
        std::string longer;
        std::array<char, kShortWord> buffer{};
        const std::string_view folded = fold(word, buffer, longer);
        token.word = vocabulary_.find(folded);
        token.capitalised = first == Class::Upper;
        token.particle = !token.capitalised && is_particle(folded);
        token.upper = letters >= 2 && !any_lower;
    }

    // A mark that holds a word or number together: `don't`, `1,200`, `5:10`.
    [[nodiscard]] bool joins(utf8::Decoded mark, bool digits_only) const {
        const std::size_t behind = pos_ + mark.length;
        if (behind >= text_.size()) return false;
        const Class next = classify(utf8::decode(text_, behind).code_point);
        const char32_t normal = normalise_mark(mark.code_point);
        if (normal == U'\'') return next == Class::Upper || next == Class::Lower;
        const bool in_number = normal == U',' || normal == U'.' || normal == U':';
        return in_number && digits_only && next == Class::Digit;
    }

    void read_mark(utf8::Decoded next) {
        const std::size_t start = pos_;
        pos_ += next.length;
        const char32_t mark = normalise_mark(next.code_point);
        const bool hyphen = mark == U'-' && next.code_point != 0x2014 && !tokens_.empty() &&
                            tokens_.back().span.end == start && pos_ < text_.size() &&
                            is_word(classify(utf8::decode(text_, pos_).code_point));
        if (hyphen) return;
        if (mark == U'"') update_quotes(next.code_point);
        if (ends_sentence(mark)) sentence_start_ = true;
        CueToken& token = push(TokenKind::Mark, start);
        token.mark = mark;
        std::string folded;
        utf8::append(folded, mark);
        token.word = vocabulary_.find(folded);
    }

    void update_quotes(char32_t mark) {
        if (mark == 0x201C || mark == 0x00AB || mark == 0x201E) {
            quoted_ = true;
        } else if (mark == 0x201D || mark == 0x00BB) {
            quoted_ = false;
        } else {
            quoted_ = !quoted_;
        }
    }

    // A full stop behind a single letter belongs to an initial.
    [[nodiscard]] bool ends_sentence(char32_t mark) const {
        if (mark == U'.') return tokens_.empty() || tokens_.back().span.size() > 1;
        return mark == U'!' || mark == U'?' || mark == 0x2022 || mark == U'|' || mark == U'*' ||
               mark == 0x00B7 || mark == 0x2026;
    }

    std::string_view text_;
    std::size_t pos_;
    const Vocabulary& vocabulary_;
    std::vector<CueToken> tokens_;
    bool quoted_ = false;
    bool sentence_start_ = true;
};

}  // namespace

std::uint32_t Vocabulary::add(std::string_view folded) {
    const auto next = static_cast<std::uint32_t>(ids_.size() + 1);
    return ids_.try_emplace(std::string(folded), next).first->second;
}

std::uint32_t Vocabulary::find(std::string_view folded) const {
    const auto found = ids_.find(folded);
    return found == ids_.end() ? kUnknown : found->second;
}

std::vector<CueToken> tokenize(std::string_view text, Span span, const Vocabulary& vocabulary) {
    return Tokenizer(text, span, vocabulary).run();
}

}  // namespace tidings::report
