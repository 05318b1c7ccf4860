// spaCy's `trainable_lemmatizer`: a network picks an edit tree (Müller et al. 2015) that turns a
// word into its lemma.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/component.hpp"

namespace tidings::language {

/// A tree of edits. A match keeps the middle of a word and edits what stands before and after it;
/// a substitution replaces a whole string.
struct EditTree {
    static constexpr std::uint32_t kNone = UINT32_MAX;
    bool is_match = true;
    std::uint32_t prefix_length = 0;  ///< in code points
    std::uint32_t suffix_length = 0;
    std::uint32_t prefix_tree = kNone;
    std::uint32_t suffix_tree = kNone;
    std::string original;
    std::string substitute;
};

/// Trees that refer to each other by number; a tree refers only to lower or higher numbers, never
/// to itself by any path (checked when loaded).
class EditTrees {
  public:
    /// False if a tree refers to one that is not there, or to itself.
    [[nodiscard]] bool assign(std::vector<EditTree> trees);
    [[nodiscard]] std::size_t size() const noexcept { return trees_.size(); }
    /// Appends the lemma to `lemma`; false (and an undefined tail) if the tree does not fit.
    [[nodiscard]] bool apply(std::size_t tree, std::string_view form, std::string& lemma) const;

  private:
    std::vector<EditTree> trees_;
};

[[nodiscard]] Status convert_edit_tree_lemmatizer(const ConvertRequest& request);
[[nodiscard]] LoadedComponent load_edit_tree_lemmatizer(const LoadRequest& request);

}  // namespace tidings::language
