// Words by which mistakes of the parser are known.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

namespace tidings {

/// A verb that is written with a hyphen: how its parts begin (`tear`, `gas`), and its lemma.
struct HyphenVerb {
    std::string first;
    std::string stem;
    std::string lemma;
};

/// Sorted words; looked up by whole word.
class WordList {
  public:
    void add(std::string_view word);
    [[nodiscard]] bool has(std::string_view word) const;

  private:
    std::vector<std::string> words_;
};

/// The lists of `data/language/parse-mends.tsv`, where each is explained. Lemmas, if not told.
struct MendWords {
    std::vector<HyphenVerb> hyphen_verbs;
    std::map<std::string, std::string, std::less<>> telling;  ///< *maintains* to its lemma
    WordList intransitive;
    WordList asks_for_deed;
    WordList takes_deed;
    WordList takes_subjunctive;
    WordList takes_infinitive;
    WordList takes_no_gerund;
    WordList bodies;
    WordList takes_said_noun;
    WordList said_nouns;
    WordList opens_clause;
    WordList naming;
    WordList gives;
    WordList allies;

    /// Fails with ErrorKind::Config and the place in the file on an unknown list, a row without
    /// words, a word that its list has already and a lemma that is missing or not asked for.
    [[nodiscard]] static Result<MendWords> load(const std::string& data_folder);
    /// The same from the table's text; `name` stands for the file in messages.
    [[nodiscard]] static Result<MendWords> parse(std::string text, const std::string& name);
};

}  // namespace tidings
