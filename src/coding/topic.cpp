#include "coding/topic.hpp"

#include <unordered_set>

namespace tidings::coding {

namespace {

constexpr std::size_t kMinDistinct = 5;
constexpr double kMinMatchShare = 0.05;  // of all nouns and verbs
constexpr double kMinVideoGameShare = 0.03;
constexpr double kMinTermsShare = 0.08;

/// True if words of the class are several and frequent.
bool is_about(const Parse& parse, const NounClasses& classes, std::string_view class_name,
              double min_share) {
    ClassId id = 0;
    if (!classes.find(class_name, id)) return false;
    std::unordered_set<std::string> distinct;
    std::size_t found = 0;
    std::size_t content = 0;
    for (const Token& token : parse.tokens) {
        if (token.pos != Pos::Noun && token.pos != Pos::Verb && token.pos != Pos::Propn) continue;
        ++content;
        const std::string lemma = utf8::lower(token.lemma);
        if (!classes.contains(id, lemma)) continue;
        ++found;
        distinct.insert(lemma);
    }
    return distinct.size() >= kMinDistinct &&
           static_cast<double>(found) >= min_share * static_cast<double>(content);
}

}  // namespace

bool tells_of_no_events(const Parse& parse, const NounClasses& classes) {
    return is_about(parse, classes, "sport_word", kMinMatchShare) ||
           is_about(parse, classes, "video_game_word", kMinVideoGameShare) ||
           is_about(parse, classes, "site_terms_word", kMinTermsShare);
}

}  // namespace tidings::coding
