#include "language/mends/dated_subjects.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/one_of.hpp"
#include "language/calendar_words.hpp"

namespace tidings {

namespace {

/// Short months, and the feast that dates like a season.
constexpr std::array<std::string_view, 8> kShort{"jan.", "feb.", "aug.", "sept.",
                                                 "oct.", "nov.", "dec.", "christmas"};

constexpr TokenIndex kMaxDatePhrase = 8;  // tokens between the preposition and the verb
constexpr TokenIndex kVerbReach = 64;     // tokens from a subject to its verb

/// What stands between a subject and its verb.
bool is_helper(const Token& token, TokenIndex verb) {
    return token.head == verb && (token.dep == "aux" || token.dep == "auxpass" ||
                                  token.dep == "advmod" || token.dep == "neg");
}

bool has_subject(const Parse& parse, TokenIndex first, TokenIndex verb) {
    for (TokenIndex t = first; t < verb; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head == verb && (token.dep.starts_with("nsubj") || token.dep == "expl" ||
                                   token.dep.starts_with("csubj"))) {
            return true;
        }
    }
    return false;
}

/// The last word of the date with which the phrase begins; none if it begins otherwise.
std::optional<TokenIndex> last_of_date(const Parse& parse, TokenIndex first, TokenIndex name) {
    const std::string_view date = parse.tokens[first].lower;
    if (!is_calendar_word(date) && !one_of(date, kShort)) return std::nullopt;
    TokenIndex last = first;
    while (last + 1 < name && parse.tokens[last + 1].pos == Pos::Num) ++last;
    return last;
}

}  // namespace

void part_subjects_from_dates(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex verb = sentence.first; verb < sentence.last; ++verb) {
            const Token& head = parse.tokens[verb];
            if (head.pos != Pos::Verb ||
                (head.dep != "ROOT" && head.dep != "conj" && head.dep != "ccomp")) {
                continue;
            }
            TokenIndex name = verb;
            bool passive = false;
            bool finite = head.tag == "VBD" || head.tag == "VBZ" || head.tag == "VBP";
            while (name > sentence.first && is_helper(parse.tokens[name - 1], verb)) {
                --name;
                passive = passive || parse.tokens[name].dep == "auxpass";
                finite = finite || parse.tokens[name].dep == "aux" ||
                         parse.tokens[name].dep == "auxpass";
            }
            if (!finite || name == sentence.first) continue;
            --name;
            Token& subject = parse.tokens[name];
            if (subject.pos != Pos::Propn || subject.dep != "pobj") continue;
            const TokenIndex preposition = subject.head;
            const bool near = preposition < name && name - preposition <= kMaxDatePhrase &&
                              preposition >= sentence.first;
            if (!near || parse.tokens[preposition].head != verb) continue;
            const TokenIndex reach =
                std::max(sentence.first, verb > kVerbReach ? verb - kVerbReach : TokenIndex{0});
            if (has_subject(parse, reach, verb)) continue;
            const auto date = last_of_date(parse, preposition + 1, name);
            if (!date || *date >= name) continue;
            subject.head = verb;
            subject.dep = passive ? "nsubjpass" : "nsubj";
            for (TokenIndex t = preposition + 1; t <= *date; ++t) {
                if (parse.tokens[t].head == name) parse.tokens[t].head = preposition + 1;
            }
            Token& month = parse.tokens[preposition + 1];
            month.head = preposition;
            month.dep = "pobj";
        }
    }
}

}  // namespace tidings
