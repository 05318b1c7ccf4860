#include "coding/topic.hpp"

#include <unordered_set>

namespace tidings::coding {

namespace {

constexpr std::size_t kMinDistinct = 5;
constexpr double kMinShare = 0.05;  // of all nouns and verbs

}  // namespace

bool is_match_report(const Parse& parse, const NounClasses& classes) {
    ClassId sport = 0;
    if (!classes.find("sport_word", sport)) return false;
    std::unordered_set<std::string> distinct;
    std::size_t found = 0;
    std::size_t content = 0;
    for (const Token& token : parse.tokens) {
        if (token.pos != Pos::Noun && token.pos != Pos::Verb && token.pos != Pos::Propn) continue;
        ++content;
        const std::string lemma = utf8::lower(token.lemma);
        if (!classes.contains(sport, lemma)) continue;
        ++found;
        distinct.insert(lemma);
    }
    return distinct.size() >= kMinDistinct &&
           static_cast<double>(found) >= kMinShare * static_cast<double>(content);
}

}  // namespace tidings::coding
