// Counts, component by component, on how many of spaCy's tokens our analysis agrees.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reference_file.hpp"

namespace tidings::conformance {

enum class Aspect { Token, Space, Sentence, Tag, Pos, Head, Label, Lemma, Morph, Name };
inline constexpr std::size_t kAspects = 10;
[[nodiscard]] std::string_view to_string(Aspect aspect) noexcept;

struct Disagreement {
    Aspect aspect = Aspect::Token;
    std::string id;
    std::size_t token = 0;  ///< index into the reference's tokens
    std::string theirs;
    std::string ours;
    std::string context;  ///< the tokens around, the one in question in [brackets]
};

/// A token counts as agreeing in an aspect only if a token with the same boundaries is there.
class Agreement {
  public:
    void add(const ReferenceText& reference, const Parse& parse);

    [[nodiscard]] std::size_t tokens() const noexcept { return tokens_; }
    [[nodiscard]] double share(Aspect aspect) const noexcept;
    [[nodiscard]] const std::vector<Disagreement>& disagreements() const noexcept {
        return disagreements_;
    }
    /// A line an aspect: tokens that agree, and their share.
    [[nodiscard]] std::string table() const;

  private:
    void check(Aspect aspect, const ReferenceText& reference, std::size_t token,
               std::string_view theirs, std::string_view ours);

    std::size_t tokens_ = 0;
    std::array<std::size_t, kAspects> agreed_{};
    std::vector<Disagreement> disagreements_;
};

[[nodiscard]] std::string to_string(const Disagreement& disagreement);

/// The first difference between two analyses of one text in any field, or empty if there is none.
[[nodiscard]] std::string first_difference(const Parse& one, const Parse& other);

}  // namespace tidings::conformance
