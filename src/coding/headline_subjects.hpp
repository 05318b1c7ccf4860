// The subjects of headlines. A headline joins by a comma what prose joins by *and* (*Kenya, Uganda
// sign deal*) and announces by an infinitive (*Ruto to visit Rome*); the parser, which learned from
// prose, takes the first country for an apposition and the infinitive for a clause about it. In
// prose it takes a date for the first of several subjects (*From 28 May, Rome and Oslo will …*).
#pragma once

#include <vector>

#include <tidings/language.hpp>

namespace tidings::coding {

/// Who the verb of a sentence speaks of.
struct SubjectList {
    std::vector<TokenIndex> heads;  ///< of the coordinated phrases, in text order; empty: no such
    TokenIndex verb = 0;            ///< what they do
    TokenIndex end = 0;             ///< one past the last word of the phrases
};

/// The list before the verb of a headline, if the parse has it otherwise.
[[nodiscard]] SubjectList headline_subjects(const Parse& parse, const Sentence& sentence);

/// The list behind a date, if the parse joins it to the date.
[[nodiscard]] SubjectList subjects_behind_date(const Parse& parse, const Sentence& sentence);

/// Makes `subjects` the coordinated subject of their verb; false if the tree is too far from it.
bool make_subject(Parse& parse, const Sentence& sentence, const SubjectList& subjects);

}  // namespace tidings::coding
