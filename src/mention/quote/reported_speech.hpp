// Reported speech and thought: what a cue word says that somebody says, thinks or wants.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"
#include "language/subtree_ranges.hpp"
#include "mention/quote/cue_table.hpp"

namespace tidings::mention {

/// One cue with its content, still in tokens.
struct ReportedContent {
    TokenRange content;
    TokenIndex cue = kNoToken;
    TokenIndex speaker = kNoToken;  ///< kNoToken for *reportedly*, *it is believed*
    QuoteStance stance = QuoteStance::Asserted;
};

/// What the finders below look at. Holds references.
struct QuoteContext {
    const Report& report;
    const Arguments& arguments;
    const SyntaxTree& tree;
    const SubtreeRanges& ranges;
    const QuoteCueData& cues;
};

/// The range without punctuation, blanks and a leading *that* at its ends.
[[nodiscard]] TokenRange trimmed(const SyntaxTree& tree, TokenRange range);

/// The clause around an aside: `whole` without the words of `aside` where these stand at an edge;
/// an aside inside stays in it (*The vote, officials say, will be late*).
[[nodiscard]] TokenRange around(const SyntaxTree& tree, TokenRange whole, TokenRange aside);

/// Verbs: *said (that) ...*, *..., officials say, ...*, *vowed to ...*, *accused ... of ...*, *is
/// believed to ...*, *as the minister put it*.
void find_verb_content(const QuoteContext& context, std::vector<ReportedContent>& found);

/// Nouns and adjectives: *the claim that ...*, *calls for ...*, *is confident that ...*.
void find_nominal_content(const QuoteContext& context, std::vector<ReportedContent>& found);

/// *According to ...*, *in the words of ...*, *reportedly*, and headlines *Poll: ...*.
void find_sourced_content(const QuoteContext& context, std::vector<ReportedContent>& found);

}  // namespace tidings::mention
