#include "mention/quote/direct_speech.hpp"

#include <algorithm>

namespace tidings::mention {

namespace {

constexpr TokenIndex kReachBehind = 48;      // tokens from the closing mark to the cue
constexpr TokenIndex kReachBefore = 30;      // tokens from the cue to the opening mark
constexpr TokenIndex kReachFragment = 4;     // the same without a comma or colon: *told him "..."*
constexpr TokenIndex kMaxInterruption = 60;  // tokens between two halves of a quotation
constexpr TokenIndex kReachSubject = 10;     // from an inverted verb to its subject

bool ends_sentence(const Token& token) {
    return token.lower == "." || token.lower == "?" || token.lower == "!" || token.lower == ";" ||
           token.lower == "\u2026" || token.lower == "...";
}

bool is_dash(const Token& token) {
    return token.lower == "\u2014" || token.lower == "\u2015" || token.lower == "\u2013" ||
           token.lower == "--" || token.lower == "-";
}

bool is_finite(const Token& token) {
    return token.tag == "VBD" || token.tag == "VBZ" || token.tag == "VBP" || token.tag == "VBN";
}

bool is_lower(std::string_view word) {
    return !word.empty() && word.front() >= 'a' && word.front() <= 'z';
}

/// Words that a title may write small: *of*, *the*, *and*, *to*.
bool may_be_small(const Token& token) {
    return token.pos == Pos::Adp || token.pos == Pos::Det || token.pos == Pos::Cconj ||
           token.pos == Pos::Part;
}

}  // namespace

bool MarkAttribution::is_mark(TokenIndex i) const {
    const Token& token = tree_[i];
    return token.pos == Pos::Punct && is_quotation_mark(slice(context_.report.text, token.span));
}

const Cue* MarkAttribution::cue_at(TokenIndex i) const {
    // The tagger may take *the banner read* for a noun.
    if (tree_[i].pos != Pos::Verb && !tree_.has_child(i, "nsubj")) return nullptr;
    const Cue* cue = context_.cues.find(CuePart::Verb, tree_[i].lemma);
    const bool speech = cue != nullptr && cue->can(TakesClause | TakesQuestion | TakesMarked);
    return speech ? cue : nullptr;
}

/// *chants of "..."*, *the slogan was "..."*.
bool MarkAttribution::is_cue_noun(TokenIndex i) const {
    if (tree_[i].pos != Pos::Noun) return false;
    const Cue* cue = context_.cues.find(CuePart::Noun, tree_[i].lemma);
    return cue != nullptr && cue->can(TakesMarked);
}

bool MarkAttribution::stands_alone(const MarkedSpan& marked) const {
    const TokenIndex first = marked.inside.first;
    if (marked.open == 0 || tree_[first].sentence_start || tree_[marked.open].sentence_start) {
        return true;
    }
    return section_of(marked.open) != section_of(marked.open - 1);
}

/// *told "Good Morning Kenya" that*, *the film "River of No Return"*: every longer word has a
/// capital and nothing ends a sentence.
bool MarkAttribution::is_title(const MarkedSpan& marked) const {
    TokenIndex capitals = 0;
    for (TokenIndex i = marked.inside.first; i < marked.inside.last; ++i) {
        const Token& token = tree_[i];
        if (ends_sentence(token)) return false;
        const std::string_view word = slice(context_.report.text, token.span);
        if (token.pos == Pos::Punct || token.pos == Pos::Space || token.tag == "POS") continue;
        if (word.front() == '\'' || word.starts_with("\u2019")) return false;  // *we'll*
        if (!is_lower(word)) {
            ++capitals;
        } else if (!may_be_small(token) || i == marked.inside.first) {
            return false;
        }
    }
    return capitals > 0;
}

bool MarkAttribution::is_sentence(const MarkedSpan& marked) const {
    const auto tokens = tree_.parse().tokens.begin();
    return std::any_of(
        tokens + marked.inside.first, tokens + marked.inside.last,
        [](const Token& t) { return t.pos == Pos::Verb || t.pos == Pos::Aux || ends_sentence(t); });
}

/// The subject of a verb outside the marks that begin or end at `first`.
TokenIndex MarkAttribution::subject_near(TokenIndex verb, TokenIndex first) const {
    for (const TokenIndex c : tree_.children(verb)) {
        const std::string_view dep = tree_[c].dep;
        if ((dep == "nsubj" || dep == "nsubjpass") && c >= first) {
            const TokenIndex through = context_.arguments.subject(verb);
            return through != kNoToken && through >= first ? through : c;
        }
    }
    return kNoToken;
}

/// The subject of an inverted verb, which the parser may call an object (*said Tom Maro*).
TokenIndex MarkAttribution::inverted_subject(TokenIndex verb) const {
    const auto end = std::min<std::size_t>(verb + kReachSubject, tree_.size());
    for (TokenIndex t = verb + 1; t < end && !is_mark(t); ++t) {
        if (tree_.head(t) == verb && context_.arguments.is_nominal(t)) return t;
    }
    return kNoToken;
}

/// *"..." - Lena Okoro*: a name behind a dash, and nothing behind it, signs the quotation.
TokenIndex MarkAttribution::signature(const MarkedSpan& marked) const {
    const auto size = static_cast<TokenIndex>(tree_.size());
    const auto skip_blanks = [&](TokenIndex i) {
        while (i < size && tree_[i].pos == Pos::Space) ++i;
        return i;
    };
    const TokenIndex dash = skip_blanks(marked.inside.last + 1);
    if (dash >= size || !is_dash(tree_[dash])) return kNoToken;
    const std::uint32_t section = section_of(dash);
    if (section > section_of(marked.inside.last - 1) + 1) return kNoToken;
    TokenIndex name = kNoToken;
    TokenIndex i = skip_blanks(dash + 1);
    for (; i < size && tree_[i].pos == Pos::Propn && section_of(i) == section; ++i) name = i;
    const bool ends = i >= size || section_of(i) != section || tree_[i].pos == Pos::Space ||
                      ends_sentence(tree_[i]) || is_mark(i);
    return ends ? name : kNoToken;
}

/// The name that opens the words behind the marks, set apart from the verb by what explains it,
/// where the parser took it for part of the quotation (*"...," Okoro, the mayor, told ...*).
TokenIndex MarkAttribution::explained_name(TokenIndex first, TokenIndex verb) const {
    if (verb <= first + 1 || tree_[verb - 1].lower != ",") return kNoToken;
    TokenIndex name = kNoToken;
    for (TokenIndex i = first; i < verb && tree_[i].pos == Pos::Propn; ++i) name = i;
    return name != kNoToken && tree_[name + 1].lower == "," ? name : kNoToken;
}

/// *..., she said*; *..., said the minister*. The subject, or the verb, comes first.
Attributed MarkAttribution::behind(const MarkedSpan& marked) const {
    if (!marked.closed) return {};
    TokenIndex first = marked.inside.last + 1;
    if (first >= tree_.size()) return {};
    if (const TokenIndex name = signature(marked); name != kNoToken) {
        return {kNoToken, name, QuoteStance::Asserted, true};
    }
    const std::uint32_t section = section_of(marked.inside.last - 1);
    // *"I said, 'Go home.'" The ministers laughed.*: what the inner quotation ends with.
    TokenIndex end_of_words = marked.inside.last - 1;
    while (end_of_words > marked.inside.first && is_mark(end_of_words)) --end_of_words;
    const Token& last = tree_[end_of_words];
    // After a full stop only a cue in lower case goes with the quotation.
    if (last.lower == "." && !is_lower(slice(context_.report.text, tree_[first].span))) return {};
    bool apart = last.pos == Pos::Punct;
    for (; first + 1 < tree_.size(); ++first) {
        const Token& token = tree_[first];
        if (token.lower != "," && token.pos != Pos::Space && token.pos != Pos::Adv) break;
        apart = apart || token.lower == ",";
    }
    const auto end = std::min<std::size_t>(first + kReachBehind, tree_.size());
    for (TokenIndex i = first; i < end; ++i) {
        if (section_of(i) != section || is_mark(i) || ends_sentence(tree_[i])) break;
        if (tree_[i].pos != Pos::Verb || !is_finite(tree_[i])) continue;
        if (i > first && tree_[i].dep == "relcl") continue;  // *Okoro, who leads, said*
        const Cue* cue = cue_at(i);
        TokenIndex subject = subject_near(i, first);
        if (subject == kNoToken && i == first && cue != nullptr) subject = inverted_subject(i);
        if (subject == kNoToken && cue != nullptr) subject = explained_name(first, i);
        if (subject == kNoToken) continue;
        if (i != first && context_.ranges[subject].first > first) break;
        if (cue != nullptr) return {i, subject, cue->stance, apart};
        // Any verb may tell of speech here: *"...," he quipped*.
        const bool bare = !tree_.has_child(i, "dobj") && subject < i && i <= first + 4;
        if (apart && last.lower != "." && bare) return {i, subject, QuoteStance::Asserted, true};
        break;
    }
    return {};
}

/// *Okoro: "..."*; *From the report: "..."*; *She went further: "..."*.
Attributed MarkAttribution::before_colon(TokenIndex colon) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[colon].sentence];
    TokenIndex nominal = kNoToken;
    TokenIndex verb = kNoToken;
    const TokenIndex stop = colon > kReachBefore ? colon - kReachBefore : 0;
    for (TokenIndex i = colon; i-- > std::max(stop, sentence.first);) {
        if (is_mark(i)) break;
        if (nominal == kNoToken && context_.arguments.is_nominal(i)) nominal = i;
        if (verb == kNoToken && context_.arguments.is_verb(i)) verb = i;
    }
    if (verb != kNoToken) {
        const TokenIndex subject = context_.arguments.subject(verb);
        return {verb, subject, QuoteStance::Asserted, subject != kNoToken};
    }
    return {colon, nominal, QuoteStance::Asserted, nominal != kNoToken};
}

/// *she said: "..."*, *he told reporters on Monday, "..."*, *said that "..."*.
Attributed MarkAttribution::before(const MarkedSpan& marked) const {
    if (marked.open == 0) return {};
    TokenIndex at = marked.open - 1;
    while (at > 0 && tree_[at].pos == Pos::Space) --at;
    const bool colon = tree_[at].lower == ":";
    const bool other_section = section_of(at) != section_of(marked.open);
    if (other_section && !colon) return {};
    const bool apart = colon || (tree_[at].lower == "," && !is_title(marked));
    const TokenIndex reach = apart ? kReachBefore : kReachFragment;
    const std::uint32_t section = section_of(at);
    for (TokenIndex steps = 0; steps < reach && steps <= at; ++steps) {
        const TokenIndex i = at - steps;
        if (section_of(i) != section || is_mark(i)) break;
        if (ends_sentence(tree_[i])) break;
        const Cue* cue = cue_at(i);
        if (cue == nullptr && steps < kReachFragment && is_cue_noun(i)) {
            return {i, context_.arguments.possessor(i), QuoteStance::Asserted, apart};
        }
        if (cue == nullptr) continue;
        const TokenIndex speaker = context_.arguments.subject(i);
        if (speaker == kNoToken && !apart) continue;
        return {i, speaker, cue->stance, apart || i == at};
    }
    return colon ? before_colon(at) : Attributed{};
}

Attributed MarkAttribution::read(const MarkedSpan& marked) const {
    const Attributed ahead = before(marked);
    // *said: "..."* leaves no doubt; *she said, "...," he said* does.
    if (ahead.found() && tree_[marked.open - 1].lower == ":") return ahead;
    const Attributed after = behind(marked);
    if (after.found() && (after.set_off || !ahead.found())) return after;
    return ahead;
}

bool MarkAttribution::is_resumed(const MarkedSpan& before, TokenIndex cue,
                                 const MarkedSpan& next) const {
    const TokenIndex close = before.inside.last;
    if (cue == kNoToken || cue < close || cue >= next.open) return false;
    if (next.open - close > kMaxInterruption) return false;
    if (section_of(close - 1) != section_of(next.open)) return false;
    for (TokenIndex i = cue; i + 1 < next.open; ++i) {
        if (ends_sentence(tree_[i]) && tree_[i + 1].pos != Pos::Space) return false;
    }
    const TokenIndex last = tree_[next.open - 1].pos == Pos::Space ? next.open - 2 : next.open - 1;
    return ends_sentence(tree_[last]) || tree_[last].pos == Pos::Punct;
}

}  // namespace tidings::mention
