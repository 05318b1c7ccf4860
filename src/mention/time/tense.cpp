#include "mention/time/tense.hpp"

#include <algorithm>

namespace tidings::mention::time {

namespace {

constexpr int kMaxTenseClimb = 12;
constexpr std::uint32_t kMaxSentence = 60;  // tokens looked at on either side without a parse

bool is_verb(const Token& token) {
    return token.pos == Pos::Verb || token.pos == Pos::Aux;
}

bool is_limit(std::string_view word) {
    return word == "by" || word == "until" || word == "till";
}

}  // namespace

TokenIndex token_at(const Parse& parse, std::uint32_t byte) {
    const auto behind = std::upper_bound(
        parse.tokens.begin(), parse.tokens.end(), byte,
        [](std::uint32_t at, const Token& token) { return at < token.span.start; });
    if (behind == parse.tokens.begin() || byte >= (behind - 1)->span.end) {
        return static_cast<TokenIndex>(parse.tokens.size());
    }
    return static_cast<TokenIndex>(behind - parse.tokens.begin() - 1);
}

bool TenseReader::is_cue(TokenIndex token) const {
    const WordId word = vocabulary_.find(parse_.tokens[token].lower);
    return word != kNoWord && vocabulary_.is(word, TokenClass::Cue);
}

Tense TenseReader::read(std::uint32_t first, std::uint32_t last) const {
    TokenIndex token = token_at(parse_, tokens_[first].span.start);
    if (token >= parse_.tokens.size()) return by_words(first);
    // The head of the expression is the token whose own head lies outside of it.
    const std::uint32_t end = tokens_[last - 1].span.end;
    for (TokenIndex t = token; t < parse_.tokens.size() && parse_.tokens[t].span.end <= end; ++t) {
        const Token& head = parse_.tokens[parse_.tokens[t].head];
        if (head.span.start < tokens_[first].span.start || head.span.start >= end) {
            token = t;
            break;
        }
    }
    bool limit = false;
    for (int steps = 0; steps < kMaxTenseClimb; ++steps) {
        const Token& here = parse_.tokens[token];
        if (is_verb(here)) {
            Tense tense = of_verb(token, 0);
            // *held until May 28*: to come when it was said, but not always when it is read.
            if (limit) tense = tense == Tense::Past ? Tense::Unknown : Tense::Future;
            return tense;
        }
        if (steps > 0 && is_limit(here.lower)) {
            limit = true;
        } else if (steps > 0 && is_cue(token)) {
            return Tense::Future;
        }
        if (here.head == token) break;
        token = here.head;
    }
    return limit ? Tense::Future : Tense::Unknown;
}

Tense TenseReader::of_verb(TokenIndex verb, int depth) const {
    const Token& token = parse_.tokens[verb];
    bool has = false;
    bool was = false;
    bool is = false;
    bool to = false;
    const TokenIndex reach = 12;
    const TokenIndex from = verb > reach ? verb - reach : 0;
    for (TokenIndex t = from; t < verb; ++t) {
        const Token& child = parse_.tokens[t];
        if (child.head != verb || (child.pos != Pos::Aux && child.tag != "TO" && child.tag != "MD"))
            continue;
        if (child.tag == "MD") return Tense::Future;
        if (child.tag == "TO") to = true;
        if (child.lemma == "have") has = true;
        const bool past = child.tag == "VBD";
        if (child.lemma == "be" || child.lemma == "do") (past ? was : is) = true;
    }
    if (to) {
        // *to meet on Friday*: by what it is the aim of.
        if (token.head == verb || depth > 3) return Tense::Future;
        if (is_cue(token.head) || !is_verb(parse_.tokens[token.head])) return Tense::Future;
        const Tense governing = of_verb(token.head, depth + 1);
        return governing == Tense::Present ? Tense::Future : governing;
    }
    if (has || was || token.tag == "VBD") return is_cue(verb) ? Tense::Future : Tense::Past;
    if (token.tag == "VBN") {
        if (is_cue(verb)) return Tense::Future;
        return is ? Tense::Present : Tense::Past;
    }
    if (token.tag == "VB" && token.dep == "conj" && token.head != verb && depth < 3 &&
        is_verb(parse_.tokens[token.head])) {
        return of_verb(token.head, depth + 1);
    }
    // *voting starts Tuesday*
    const bool present = token.tag == "VBG" || token.tag == "VBZ" || token.tag == "VBP";
    if (present && is_cue(verb)) return Tense::Future;
    if (token.tag == "VBG" && !is && token.head != verb && depth < 3) {
        TokenIndex above = token.head;
        for (int steps = 0; steps < kMaxTenseClimb && !is_verb(parse_.tokens[above]); ++steps) {
            if (parse_.tokens[above].head == above) return Tense::Unknown;
            above = parse_.tokens[above].head;
        }
        return is_verb(parse_.tokens[above]) ? of_verb(above, depth + 1) : Tense::Unknown;
    }
    return Tense::Present;
}

Tense TenseReader::by_words(std::uint32_t first) const {
    const auto ends = [](const TimeToken& token) {
        return token.kind == TimeToken::Kind::Break ||
               (token.kind == TimeToken::Kind::Mark && token.mark == '.');
    };
    std::uint32_t from = first;
    while (from > 0 && first - from < kMaxSentence && !ends(tokens_[from - 1])) --from;
    for (std::uint32_t i = from; i < tokens_.size() && i - from < 2 * kMaxSentence; ++i) {
        if (ends(tokens_[i])) break;
        const WordId word = tokens_[i].word;
        if (word == kNoWord || !vocabulary_.is(word, TokenClass::Cue)) continue;
        if (!is_limit(vocabulary_.text(word))) return Tense::Future;
    }
    return Tense::Unknown;
}

}  // namespace tidings::mention::time
