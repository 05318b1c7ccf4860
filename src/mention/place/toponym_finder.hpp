// Names of places in a parse: the tagger's names and the gazetteer's, weighed against people and
// words.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tidings/mention.hpp>

#include "language/syntax_tree.hpp"
#include "mention/place/gazetteer.hpp"
#include "mention/place/toponym.hpp"

namespace tidings::mention {

/// Finds the toponyms of one report in text order, not overlapping. Linear in the text.
class ToponymFinder {
  public:
    ToponymFinder(const Report& report, const SyntaxTree& tree, const GazetteerData& gazetteer);

    [[nodiscard]] std::vector<Toponym> find();

  private:
    /// What is known of a run of tokens that may be a name.
    struct Match {
        TokenIndex last = 0;
        std::string key;
        std::vector<PlaceEntry> entries;
    };
    void read_names();
    void read_sentence(const Sentence& sentence);
    void read_datelines();
    [[nodiscard]] Match longest_match(TokenIndex first, TokenIndex end) const;
    [[nodiscard]] bool accept_form(const Match& match, TokenIndex first) const;
    /// A name with a common noun of places that the gazetteer lacks: *Oakport Township*.
    [[nodiscard]] Toponym generic_name(TokenIndex first, TokenIndex end) const;
    void add(TokenIndex first, Match match);
    [[nodiscard]] bool promote_inner(const Name& name);
    void add_unknown_names();
    void weigh_again();
    void read_abbreviation(Toponym& toponym) const;

    [[nodiscard]] float evidence(const Toponym& toponym) const;
    [[nodiscard]] float tagger_evidence(const Toponym& toponym) const;
    [[nodiscard]] float gazetteer_evidence(const Toponym& toponym) const;
    [[nodiscard]] float word_evidence(const Toponym& toponym) const;
    [[nodiscard]] float neighbour_evidence(const Toponym& toponym) const;
    [[nodiscard]] bool is_taken(const Toponym& toponym) const;
    [[nodiscard]] bool opens_story(const Toponym& toponym) const;
    [[nodiscard]] bool region_follows(TokenIndex last) const;

    [[nodiscard]] std::string_view text(TokenIndex token) const {
        return slice(report_.text, tree_[token].span);
    }
    [[nodiscard]] bool is_capital(TokenIndex token) const;
    [[nodiscard]] const Name* name_at(TokenIndex token) const;
    [[nodiscard]] bool same_sentence(TokenIndex a, TokenIndex b) const {
        return a < tree_.size() && b < tree_.size() && tree_[a].sentence == tree_[b].sentence;
    }

    const Report& report_;
    const SyntaxTree& tree_;
    const GazetteerData& gazetteer_;
    std::vector<std::uint32_t> name_of_token_;  // + 1
    std::unordered_set<std::string> surnames_;  // last words of people's whole names
    std::vector<Toponym> found_;
    std::size_t parsed_count_ = 0;  // of them, those of the gazetteer
    bool headline_ = false;         // the sentence has capitals throughout
};

}  // namespace tidings::mention
