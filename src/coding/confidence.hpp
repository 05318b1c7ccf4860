// What speaks for and against a record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tidings/report.hpp>

#include "coding/predicates.hpp"

namespace tidings::coding {

/// Reads the evidence of one report's records from what was made of their sentences.
class ConfidenceReader {
  public:
    ConfidenceReader(const Report& report, const SyntaxTree& tree, const Mentions& mentions)
        : report_(report), tree_(tree), mentions_(mentions) {}

    /// Names of evidence as the table has them. `source` and `target` are the mentions that the
    /// record's sides were made from, Mentions::kNoMention for none.
    [[nodiscard]] std::vector<std::string> read(const Reading& reading, MentionIndex source,
                                                MentionIndex target, const Event& event) const;

  private:
    [[nodiscard]] std::string side(std::string_view name, MentionIndex mention, bool implied) const;
    [[nodiscard]] std::string_view kind_of(const ActorMention& mention, const Actor& actor) const;

    const Report& report_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
};

}  // namespace tidings::coding
