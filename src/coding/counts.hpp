// How many were killed, wounded, arrested or took part, as the text counts them.
#pragma once

#include "coding/predicates.hpp"

namespace tidings::coding {

class CountReader {
  public:
    CountReader(const Arguments& arguments, const EventLexiconData& lexicon)
        : arguments_(arguments), tree_(arguments.tree()), lexicon_(lexicon) {}

    /// What the predicate of the reading, and verbs coordinated with it, count.
    [[nodiscard]] EventCounts read(const Reading& reading) const;

    /// Fills in what is missing in `into`; an exact number replaces an open or vague one.
    static void merge(EventCounts& into, const EventCounts& from);
    /// True unless both count the same thing and no number fits both.
    [[nodiscard]] static bool agree(const EventCounts& a, const EventCounts& b);

  private:
    void read_casualties(TokenIndex predicate, EventCounts& counts) const;
    [[nodiscard]] std::optional<EventCount> object_count(TokenIndex predicate) const;
    [[nodiscard]] std::optional<EventCount> crowd(TokenIndex predicate) const;
    [[nodiscard]] std::optional<EventCount> quantity(TokenIndex token) const;
    [[nodiscard]] bool is(TokenIndex token, std::string_view class_name) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const EventLexiconData& lexicon_;
};

}  // namespace tidings::coding
