// What there is to say about each event of a coded report: its sentences with the spans marked, how
// each part was read, the rules that fired, and the predicates that gave no event. Plain data, for
// the text view and the page alike.
#pragma once

#include <string>
#include <vector>

#include <tidings/pipeline.hpp>

namespace tidings::cli {

/// A labelled span of the report: `event`, `source` or `target`.
struct Mark {
    Span span;
    const char* label;
};

struct ExplainedMention {
    Span sentence;
    std::vector<Mark> marks;  ///< all within the sentence
};

/// `source   Norway [NORGOV]  (known as Norway ...)`: one line about one part of the record.
struct ExplainedPart {
    std::string label;
    std::string text;
};

struct ExplainedEvent {
    const Event* event = nullptr;  ///< lives as long as the coded report
    std::string title;             ///< type, mode, code, and who to whom
    std::vector<ExplainedMention> mentions;
    std::vector<ExplainedPart> parts;
};

/// A predicate that was tried and gave no event.
struct Rejection {
    Span span;
    std::string reason;
    std::string rule;   ///< rule id; empty where no rule was reached
    std::string where;  ///< file:line of the rule
};

/// The report's id, date and title on one line.
[[nodiscard]] std::string heading(const Report& report);
/// `Norway [NORGOV]`, or a dash where the side is not told.
[[nodiscard]] std::string party(const CodedReport& coded, const std::optional<EventSide>& side);
[[nodiscard]] ExplainedEvent explain(const CodedReport& coded, const Event& event);
/// In text order. Without `all`, predicates that another rule coded are passed over, and rules
/// whose conditions do not hold are counted where nothing else kept the word from being an event.
[[nodiscard]] std::vector<Rejection> rejections(const CodedReport& coded, bool all);

}  // namespace tidings::cli
