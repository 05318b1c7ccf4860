// How a toponym is used: as the place itself, for its government, inside another name.
#pragma once

#include "language/syntax_tree.hpp"
#include "mention/place/gazetteer.hpp"
#include "mention/place/toponym.hpp"
#include "mention/quote/cue_table.hpp"

namespace tidings::mention {

/// Reads the use of a toponym off the tagger's name around it and its place in the tree.
/// `cues` and the gazetteer tell verbs that only somebody can do.
class PlaceUseReader {
  public:
    PlaceUseReader(const SyntaxTree& tree, const QuoteCueData& cues,
                   const GazetteerData& gazetteer);
    [[nodiscard]] PlaceUse read(const Toponym& toponym) const;

  private:
    [[nodiscard]] bool is_embedded(const Toponym& toponym) const;
    [[nodiscard]] TokenIndex head_of(const Toponym& toponym) const;
    [[nodiscard]] bool acts(TokenIndex head) const;

    const SyntaxTree& tree_;
    const QuoteCueData& cues_;
    const GazetteerData& gazetteer_;
    std::vector<std::uint32_t> name_of_token_;  // + 1
};

}  // namespace tidings::mention
