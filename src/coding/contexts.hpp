// Contexts: what an event is about (PLOVER's election, economic, human_rights ...), told by the
// words of its sentences, the sectors of its sides, and its code.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/coding.hpp>

#include "coding/ontology.hpp"
#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// Contexts as bits, by their place in Ontology::contexts().
using ContextSet = std::uint64_t;

/// Tokens; a longer "sentence" is no prose.
inline constexpr TokenIndex kMaxSentence = 2000;

/// The words of `contexts/*.classes`, in the form of the noun classes: a class a context, its
/// members words or several words (compared as lower-case text or lemma), or `#SECTOR`, which
/// stands for a side of the event of that primary sector.
class ContextWords {
  public:
    /// Reads every file of `folder` (none: no words). Fails with file:line:column on a malformed
    /// line or a name that is no context of the ontology.
    [[nodiscard]] Status load(const std::string& folder, const Ontology& ontology);
    /// Contexts of a word or several; 0 for none.
    [[nodiscard]] ContextSet of(const std::string& phrase) const;
    /// Whether several-word members begin with this word.
    [[nodiscard]] bool begins(const std::string& word) const { return begins_.contains(word); }
    [[nodiscard]] bool empty() const noexcept { return words_.empty(); }

  private:
    std::unordered_map<std::string, ContextSet> words_;
    std::unordered_map<std::string, bool> begins_;
};

/// Adds contexts to every event: those its rule named stay first, then those of its code, of its
/// sides and of its sentences, then those that run through the whole report.
void add_contexts(const SyntaxTree& tree, const Mentions& mentions, const Ontology& ontology,
                  const ContextWords& words, std::vector<Event>& events);

}  // namespace tidings::coding
