// Words that tell who can be meant: given names, gendered nouns, what descriptions stand for, which
// verbs take somebody who wills, where a paper is written. Tables: data/mention/{given_names,
// gendered_words,descriptions,reference_verbs,origins}.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tidings/mention.hpp>

#include "mention/coreference/origin.hpp"

namespace tidings::mention {

enum class Gender : std::uint8_t { Unknown, Male, Female };

/// What a definite description stands for.
enum class DescriptionUse : std::uint8_t { Person, Body, Members, People, Country, Several, Deed };

/// One row of descriptions.tsv.
struct DescriptionRow {
    DescriptionUse use = DescriptionUse::Body;
    bool any_sector = false;
    std::vector<std::string> sectors;
    std::unordered_set<std::string> words;  ///< of the antecedent's role or name, folded
    std::string where;                      ///< file:line
};

/// What a verb (or a predicative adjective) says of its pronoun subject.
enum class VerbUse : std::uint8_t { None, Intent, Reaction, Weather, Seeming, Personal };

}  // namespace tidings::mention

namespace tidings {

/// All keys are folded (lower case, no diacritics).
class ReferenceWordsData {
  public:
    std::unordered_map<std::string, mention::Gender> given_names;
    std::unordered_map<std::string, mention::Gender> gendered;
    std::vector<mention::DescriptionRow> rows;
    std::unordered_map<std::string, std::vector<std::uint32_t>> descriptions;  ///< noun → rows
    std::unordered_map<std::string, mention::VerbUse> verbs;
    mention::Origins origins;

    [[nodiscard]] mention::Gender gender_of_name(std::string_view given_name) const;
    [[nodiscard]] mention::Gender gender_of_word(std::string_view word) const;
    [[nodiscard]] mention::VerbUse verb_use(std::string_view lemma) const;
    /// The rows of a noun, null if it has none.
    [[nodiscard]] const std::vector<std::uint32_t>* rows_of(std::string_view noun) const;
    [[nodiscard]] bool is(std::string_view noun, mention::DescriptionUse use) const;
};

}  // namespace tidings
