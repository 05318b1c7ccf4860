#include "language/mends/distant_appositions.hpp"

#include <string_view>

#include "language/names_from.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kFarthest = 30;  // tokens from the person's name to the apposition

bool is_in_name(const Parse& parse, TokenIndex token, std::string_view label) {
    const auto names = names_from(parse, token);
    return !names.empty() && names.front().first <= token && names.front().label == label;
}

}  // namespace

void hang_bodies_on_bodies(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 1; t < sentence.last; ++t) {
            Token& body = parse.tokens[t];
            const TokenIndex person = body.head;
            if (body.dep != "appos" || person >= t || t - person > kFarthest) continue;
            if (body.tag != "NN" || !words.bodies.has(body.lemma)) continue;
            if (!is_in_name(parse, person, "PERSON")) continue;
            // *the Union of Bakers*: the first word of the name that nothing in it governs.
            for (TokenIndex name = t - 1; name > person; --name) {
                if (!is_in_name(parse, name, "ORG")) continue;
                TokenIndex head = name;
                while (head > person && is_in_name(parse, parse.tokens[head].head, "ORG") &&
                       parse.tokens[head].head != head && parse.tokens[head].head > person &&
                       parse.tokens[head].head < t && head > parse.tokens[head].head) {
                    head = parse.tokens[head].head;
                }
                while (parse.tokens[head].dep == "compound" && parse.tokens[head].head < t) {
                    head = parse.tokens[head].head;
                }
                body.head = head;
                break;
            }
        }
    }
}

}  // namespace tidings
