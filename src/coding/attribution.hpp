// Who says so: the speaker of the words that an event stands in.
#pragma once

#include <optional>

#include "coding/predicates.hpp"

namespace tidings::coding {

struct Attribution {
    EventSide speaker;
    bool own = false;    ///< the one who acts: *the army said that it had not fired*
    bool claim = false;  ///< the cue leaves open whether it is true (*claimed*, *alleged*)
};

class AttributionReader {
  public:
    AttributionReader(const SyntaxTree& tree, const Mentions& mentions)
        : tree_(tree), mentions_(mentions) {}

    /// The innermost quotation around the predicate in which something is told as so.
    [[nodiscard]] std::optional<Attribution> read(const Reading& reading) const;

  private:
    const SyntaxTree& tree_;
    const Mentions& mentions_;
};

}  // namespace tidings::coding
