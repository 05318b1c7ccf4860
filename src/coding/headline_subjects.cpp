#include "coding/headline_subjects.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "language/calendar_words.hpp"
#include "language/names_from.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kLongestSubject = 14;  // tokens before the verb
constexpr std::size_t kMaxHeads = 5;

/// What stands before a comma and is no subject: *Today, Kenya signs …*
constexpr std::array<std::string_view, 11> kTimes{"today",  "tomorrow", "yesterday", "tonight",
                                                  "now",    "morning",  "evening",   "week",
                                                  "update", "breaking", "video"};

bool is_noun(const Token& token) {
    return token.pos == Pos::Noun || token.pos == Pos::Propn;
}

/// *Kenya*, *protesters*, *the army*: who may stand in a list of doers.
bool is_doer(const Token& token) {
    static constexpr std::array<std::string_view, 12> kBodies{
        "government", "opposition", "army",  "police", "junta", "union",
        "state",      "militia",    "court", "navy",   "party", "parliament"};
    return token.pos == Pos::Propn || token.tag == "NNS" || one_of(token.lower, kBodies);
}

bool is_joint(const Token& token) {
    return token.lower == "," || token.lower == "and" || token.lower == "&";
}

/// What may stand in a headline's subject.
bool is_nominal_word(const Token& token) {
    switch (token.pos) {
        case Pos::Noun:
        case Pos::Propn:
        case Pos::Adj:
        case Pos::Num:
        case Pos::Det:
            return true;
        default:
            // *Iran's*, *Rwanda-backed*
            return token.lower == "'s" || token.lower == "\xE2\x80\x99s" || token.lower == "'" ||
                   token.lower == "\xE2\x80\x99" || token.lower == "-";
    }
}

/// The verb of a headline: finite, or an infinitive with *to*; the sentence's end if there is none.
TokenIndex verb_of(const Parse& parse, const Sentence& sentence, TokenIndex at) {
    const auto& tokens = parse.tokens;
    if (tokens[at].tag == "TO") {
        const TokenIndex verb = at + 1;
        const bool infinitive = verb < sentence.last && tokens[verb].tag == "VB" &&
                                (tokens[verb].pos == Pos::Verb || tokens[verb].lower == "be");
        return infinitive && tokens[at].head == verb ? verb : sentence.last;
    }
    const std::string_view tag = tokens[at].tag;
    const bool finite =
        tokens[at].pos == Pos::Verb && tokens[at].head == at &&
        (tag == "VBP" || tag == "VBZ" || tag == "VBD" || tag == "VB" || tag == "VBN");
    return finite ? at : sentence.last;
}

/// The word of a phrase that no other word of it governs.
TokenIndex head_of(const Parse& parse, TokenIndex first, TokenIndex last) {
    TokenIndex head = last - 1;
    for (TokenIndex t = first; t < last; ++t) {
        const Token& token = parse.tokens[t];
        const bool outside = token.head == t || token.head < first || token.head >= last;
        if (outside && (is_noun(token) || t + 1 == last)) head = t;
    }
    return head;
}

bool is_subject_of(const Parse& parse, TokenIndex noun, TokenIndex verb) {
    const Token& token = parse.tokens[noun];
    return token.head == verb && token.dep.starts_with("nsubj");
}

}  // namespace

SubjectList headline_subjects(const Parse& parse, const Sentence& sentence) {
    const auto& tokens = parse.tokens;
    SubjectList list;
    std::vector<TokenIndex> heads;
    TokenIndex from = sentence.first;
    TokenIndex at = sentence.first;
    for (; at < sentence.last && at < sentence.first + kLongestSubject; ++at) {
        if (is_joint(tokens[at])) {
            if (at == from) return list;
            heads.push_back(head_of(parse, from, at));
            from = at + 1;
        } else if (!is_nominal_word(tokens[at])) {
            break;
        }
        if (one_of(tokens[at].lower, kTimes) || is_weekday(tokens[at].lower)) return list;
    }
    if (at >= sentence.last || at == from || heads.size() >= kMaxHeads) return list;
    heads.push_back(head_of(parse, from, at));
    const TokenIndex verb = verb_of(parse, sentence, at);
    if (verb == sentence.last || !is_noun(tokens[heads.back()])) return list;
    if (std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
            return heads.size() > 1 && !is_doer(tokens[head]) && tokens[head].pos != Pos::Adj;
        })) {
        return list;
    }
    const bool understood = is_subject_of(parse, heads.front(), verb) &&
                            std::all_of(heads.begin() + 1, heads.end(), [&](TokenIndex head) {
                                return tokens[head].dep == "conj";
                            });
    if (understood) return list;
    list = {std::move(heads), verb, at};
    return list;
}

SubjectList subjects_behind_date(const Parse& parse, const Sentence& sentence) {
    const auto& tokens = parse.tokens;
    SubjectList list;
    for (const Name& name : names_from(parse, sentence.first)) {
        if (name.first >= sentence.last) break;
        if (name.label != "DATE" || name.first < sentence.first) continue;
        if (name.first >= sentence.first + kLongestSubject || name.last >= sentence.last) break;
        const TokenIndex comma = name.last;
        if (tokens[comma].lower != "," || comma + 1 >= sentence.last) break;
        TokenIndex end = comma + 1;
        while (end < sentence.last && (is_nominal_word(tokens[end]) || is_joint(tokens[end])))
            ++end;
        if (end == sentence.last || end > comma + kLongestSubject) break;
        TokenIndex verb = end;
        while (verb < sentence.last && tokens[verb].pos == Pos::Aux) ++verb;
        if (verb == sentence.last || tokens[verb].pos != Pos::Verb) break;
        for (TokenIndex t = comma + 1; t < end && list.heads.size() < kMaxHeads; ++t) {
            const bool joined = tokens[t].dep == "conj" || tokens[t].dep == "appos";
            if (tokens[t].pos != Pos::Propn || !joined) continue;
            const bool first = tokens[t].head >= name.first && tokens[t].head < name.last;
            if (first || (!list.heads.empty() && tokens[t].head >= list.heads.front())) {
                list.heads.push_back(t);
            }
        }
        const bool has_subject = std::any_of(
            tokens.begin() + sentence.first, tokens.begin() + sentence.last,
            [&](const Token& t) { return t.head == verb && t.dep.starts_with("nsubj"); });
        if (has_subject) list.heads.clear();
        list.verb = verb;
        list.end = end;
        break;
    }
    return list;
}

namespace {

/// The adjectives of *French, Nigerien troops*: two owners of one noun.
void join_adjectives(Parse& parse, TokenIndex first, TokenIndex noun) {
    auto& tokens = parse.tokens;
    TokenIndex second = noun;
    for (TokenIndex t = noun; t-- > first + 1;) {
        const bool before_noun = tokens[t].head == noun && !is_joint(tokens[t]);
        if (before_noun && tokens[t].pos != Pos::Det) second = t;
    }
    tokens[first].head = second;
    tokens[first].dep = second == noun ? "amod" : "conj";
}

/// What governs a verb that hangs on its own subject: what governs that; the verb itself at the
/// root.
TokenIndex governor_above(const Parse& parse, const Sentence& sentence, TokenIndex verb,
                          TokenIndex end) {
    TokenIndex above = parse.tokens[verb].head;
    for (TokenIndex steps = 0; steps < kLongestSubject; ++steps) {
        if (above < sentence.first || above >= end) return above;
        if (parse.tokens[above].head == above) break;
        above = parse.tokens[above].head;
    }
    return verb;
}

/// Whether a verb hangs on its subject through what stands between; such a tree is left as it is.
bool hangs_on_phrase(const Parse& parse, const Sentence& sentence, TokenIndex verb,
                     TokenIndex end) {
    TokenIndex above = verb;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (parse.tokens[above].head == above) return false;
        above = parse.tokens[above].head;
        if (above >= sentence.first && above < end) return true;
    }
    return true;
}

}  // namespace

bool make_subject(Parse& parse, const Sentence& sentence, const SubjectList& subjects) {
    auto& tokens = parse.tokens;
    const TokenIndex verb = subjects.verb;
    const TokenIndex end = subjects.end;
    const auto in_phrase = [&](TokenIndex t) { return t >= sentence.first && t < end; };
    if (in_phrase(tokens[verb].head)) {
        const TokenIndex above = governor_above(parse, sentence, verb, end);
        tokens[verb].head = above;
        tokens[verb].dep = above == verb ? "ROOT" : "ccomp";
        // *Ruto to visit Rome, says envoy*: what is said is the news.
        if (above != verb && tokens[above].head == above) {
            tokens[above].head = verb;
            tokens[above].dep = "parataxis";
            tokens[verb].head = verb;
            tokens[verb].dep = "ROOT";
        }
    }
    if (hangs_on_phrase(parse, sentence, verb, end)) return false;
    std::vector<TokenIndex> heads = subjects.heads;
    if (tokens[heads.front()].pos == Pos::Adj && heads.size() == 2) {
        join_adjectives(parse, heads.front(), heads.back());
        heads.erase(heads.begin());
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        tokens[heads[i]].head = i == 0 ? verb : heads[i - 1];
        tokens[heads[i]].dep = i == 0 ? "nsubj" : "conj";
    }
    for (TokenIndex t = verb + 1; t < sentence.last; ++t) {
        if (tokens[t].head != t && in_phrase(tokens[t].head)) tokens[t].head = verb;
    }
    return true;
}

}  // namespace tidings::coding
