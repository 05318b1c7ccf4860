// Which things may stand as the target of an act: a ban that is lifted, a plan that is rejected, a
// house that is hit; no sum that is asked for, no scrap of a quotation.
#pragma once

#include "coding/noun_classes.hpp"
#include "coding/predicates.hpp"
#include "coding/sides.hpp"

namespace tidings::coding {

class ThingKinds {
  public:
    ThingKinds(const Arguments& arguments, const SideFinder& sides, const NounClasses& classes)
        : arguments_(arguments), tree_(arguments.tree()), sides_(sides), classes_(classes) {}

    /// True if the phrase, which is no actor, may be what the act is to.
    [[nodiscard]] bool may_stand(MentionIndex thing, const Reading& reading) const;
    /// Leaves a reading without a target whose only targets are things that may be none.
    void drop_unfit(Reading& reading) const;
    /// *crushed the protests*, *broke up a vigil*: what stands for those who hold it.
    [[nodiscard]] bool is_broken_up(TokenIndex noun, const Reading& reading) const;

  private:
    [[nodiscard]] bool in_class(std::string_view name, TokenIndex noun) const;
    [[nodiscard]] bool is_of_people(TokenIndex noun) const;
    [[nodiscard]] bool is_agreed(TokenIndex noun) const;
    [[nodiscard]] bool is_wished_for(TokenIndex noun, const Reading& reading) const;
    [[nodiscard]] bool is_fragment(const ActorMention& mention) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
    const NounClasses& classes_;
};

}  // namespace tidings::coding
