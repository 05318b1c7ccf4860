// Who says so: the speaker of the words that an event stands in.
#pragma once

#include <optional>

#include "coding/predicates.hpp"

namespace tidings::coding {

struct Attribution {
    EventSide speaker;
    bool claim = false;  ///< the cue leaves open whether it is true (*claimed*, *alleged*)
};

class AttributionReader {
  public:
    AttributionReader(const Report& report, const Arguments& arguments, const Mentions& mentions)
        : report_(report), arguments_(arguments), tree_(arguments.tree()), mentions_(mentions) {}

    /// The innermost quotation around the predicate, else an *according to* in its sentence.
    [[nodiscard]] std::optional<Attribution> read(const Reading& reading) const;

  private:
    [[nodiscard]] std::optional<Attribution> according_to(TokenIndex predicate) const;

    const Report& report_;
    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
};

}  // namespace tidings::coding
