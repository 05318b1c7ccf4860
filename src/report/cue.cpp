#include "report/cue.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tidings::report {
namespace {

constexpr std::size_t kLongestGap = 6;
constexpr std::size_t kMostGaps = 2;       // bounds the work at one place
constexpr std::size_t kMostOptional = 4;   // likewise
constexpr std::size_t kMostElements = 16;  // likewise
constexpr std::size_t kLongestCueName = 6;
constexpr std::size_t kMostParticles = 3;  // in a row

bool is_name_word(const CueToken& token) {
    return token.kind == TokenKind::Word && token.capitalised;
}

}  // namespace

std::size_t skip_name(std::span<const CueToken> tokens, std::size_t at) {
    std::size_t end = at;
    for (std::size_t words = 0; end < tokens.size() && words < kLongestCueName; ++words) {
        if (is_name_word(tokens[end])) {
            const bool initial = tokens[end].span.size() == 1;
            ++end;
            if (initial && end < tokens.size() && is_mark(tokens[end], U'.')) ++end;
            continue;
        }
        std::size_t next = end;  // behind `van der`, `de la`
        while (next < tokens.size() && next < end + kMostParticles && tokens[next].particle) ++next;
        if (end == at || next == end || next >= tokens.size()) break;
        if (!is_name_word(tokens[next])) break;
        end = next;
    }
    return end;
}

Result<Cue> Cue::compile(std::string_view phrase, Vocabulary& vocabulary) {
    Cue cue;
    std::size_t gaps = 0;
    std::size_t optional = 0;
    for (const std::string_view part : split(phrase, ' ')) {
        if (part.empty()) continue;
        Result<Element> element = compile_element(part, vocabulary);
        if (!element) return tl::unexpected<Error>(std::move(element.error()));
        if (element->kind == Kind::Gap) ++gaps;
        if (element->optional) ++optional;
        cue.elements_.push_back(std::move(*element));
    }
    if (cue.elements_.empty()) return fail(ErrorKind::Config, "the cue is empty");
    if (cue.elements_.size() > kMostElements || gaps > kMostGaps || optional > kMostOptional) {
        return fail(ErrorKind::Config,
                    fmt::format("a cue has at most {} words, {} gaps and {} optional words",
                                kMostElements, kMostGaps, kMostOptional));
    }
    const Element& first = cue.elements_.front();
    if (first.optional || first.kind == Kind::Gap) {
        return fail(ErrorKind::Config, "a cue begins with a word that must be there");
    }
    return cue;
}

Result<Cue::Element> Cue::compile_element(std::string_view part, Vocabulary& vocabulary) {
    Element element;
    if (part == "...") {
        element.kind = Kind::Gap;
        return element;
    }
    if (part.size() > 2 && part.front() == '(' && part.back() == ')') {
        element.optional = true;
        part = part.substr(1, part.size() - 2);
    }
    if (part.size() > 2 && part.front() == '<' && part.back() == '>') {
        const std::string_view name = part.substr(1, part.size() - 2);
        if (name == "name") {
            element.kind = Kind::Name;
        } else if (name == "number") {
            element.kind = Kind::Number;
        } else if (name == "email") {
            element.kind = Kind::Email;
        } else if (name == "handle") {
            element.kind = Kind::Handle;
        } else if (name == "url") {
            element.kind = Kind::Url;
        } else if (name == "word") {
            element.kind = Kind::AnyWord;
        } else {
            return fail(ErrorKind::Config, fmt::format("unknown class \"{}\"", part), {},
                        "the classes are <name>, <number>, <email>, <handle>, <url>, <word>");
        }
        return element;
    }
    for (const std::string_view word : split(part, '|')) {
        if (word.empty()) {
            return fail(ErrorKind::Config, fmt::format("an empty alternative in \"{}\"", part));
        }
        const std::string folded = utf8::fold(word);
        if (folded.size() > 1 && folded.find_first_of("-()<>.,:;!?/") != std::string::npos) {
            return fail(ErrorKind::Config,
                        fmt::format("\"{}\" is more than one word or mark", word), {},
                        "set words and marks apart by spaces: `read more :`, `sign up`");
        }
        element.words.push_back(vocabulary.add(folded));
    }
    return element;
}

bool Cue::matches_one(const Element& element, const CueToken& token) {
    switch (element.kind) {
        case Kind::Words:
            return token.word != Vocabulary::kUnknown &&
                   std::find(element.words.begin(), element.words.end(), token.word) !=
                       element.words.end();
        case Kind::Number:
            return token.kind == TokenKind::Number;
        case Kind::Email:
            return token.kind == TokenKind::Email;
        case Kind::Handle:
            return token.kind == TokenKind::Handle;
        case Kind::Url:
            return token.kind == TokenKind::Url;
        case Kind::AnyWord:
            return token.kind == TokenKind::Word;
        case Kind::Gap:
        case Kind::Name:
            break;
    }
    return false;
}

std::optional<std::size_t> Cue::match(std::span<const CueToken> tokens, std::size_t at) const {
    return match_from(tokens, at, 0);
}

std::optional<std::size_t> Cue::match_from(std::span<const CueToken> tokens, std::size_t at,
                                           std::size_t index) const {
    if (index == elements_.size()) return at;
    const Element& element = elements_[index];
    if (element.kind == Kind::Gap) {
        for (std::size_t skipped = 0; skipped <= kLongestGap; ++skipped) {
            if (const auto end = match_from(tokens, at + skipped, index + 1)) return end;
            if (at + skipped >= tokens.size()) break;
            const CueToken& token = tokens[at + skipped];
            if (is_mark(token, U'.') || is_mark(token, U'!') || is_mark(token, U'?')) break;
        }
        return std::nullopt;
    }
    if (element.kind == Kind::Name) {
        // The longest name first: `Bugle Team` may be a name, or a name and the word `Team`.
        for (std::size_t behind = skip_name(tokens, at); behind > at; --behind) {
            if (const auto end = match_from(tokens, behind, index + 1)) return end;
        }
    } else if (at < tokens.size() && matches_one(element, tokens[at])) {
        if (const auto end = match_from(tokens, at + 1, index + 1)) return end;
    }
    return element.optional ? match_from(tokens, at, index + 1) : std::nullopt;
}

}  // namespace tidings::report
