#include "language/mends/paired_modifiers.hpp"

#include <string_view>

namespace tidings {

namespace {

bool is_modifier(std::string_view dep) {
    return dep == "amod" || dep == "nmod" || dep == "compound";
}

}  // namespace

void restore_paired_modifiers(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 1; t + 2 < sentence.last; ++t) {
            if (parse.tokens[t].dep != "cc" || parse.tokens[t].head != t - 1) continue;
            const Token& first = parse.tokens[t - 1];
            Token& second = parse.tokens[t + 1];
            const bool both = is_modifier(first.dep) && is_modifier(second.dep);
            if (!both || first.head != second.head || first.head <= t + 1) continue;
            second.head = t - 1;
            second.dep = "conj";
        }
    }
}

}  // namespace tidings
