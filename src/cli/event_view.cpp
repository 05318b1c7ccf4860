#include "cli/event_view.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/layout.hpp"

namespace tidings::cli {

namespace {

std::string party(const CodedReport& coded, const std::optional<EventSide>& side) {
    if (!side) return "—";
    const Actor& actor = coded.mentions.actors[side->actor];
    return actor.code.empty() ? actor.name : fmt::format("{} [{}]", actor.name, actor.code);
}

std::string heading(const Report& report) {
    std::string text = report.id;
    if (!report.published.empty()) text += " · " + report.published.substr(0, 10);
    if (!report.title.empty()) text += " · " + one_line(report.title);
    return text;
}

std::string marked_sentence(const CodedReport& coded, const Event& event,
                            const EventMention& mention) {
    struct Mark {
        Span span;
        const char* label;
    };
    std::vector<Mark> marks{{mention.span, "event"}};
    if (event.source && mention.sentence.contains(event.source->span)) {
        marks.push_back({event.source->span, "source"});
    }
    if (event.target && mention.sentence.contains(event.target->span)) {
        marks.push_back({event.target->span, "target"});
    }
    std::map<std::uint32_t, std::string> inserts;
    for (const Mark& mark : marks) {
        inserts[mark.span.start] += fmt::format("[{}: ", mark.label);
    }
    std::map<std::uint32_t, std::string> closes;
    for (const Mark& mark : marks) closes[mark.span.end] += "]";
    std::string text;
    for (std::uint32_t at = mention.sentence.start; at <= mention.sentence.end; ++at) {
        if (const auto close = closes.find(at); close != closes.end()) text += close->second;
        if (const auto open = inserts.find(at); open != inserts.end()) text += open->second;
        if (at < mention.sentence.end) text += coded.report.text[at];
    }
    return one_line(text);
}

const ActorMention* mention_with_span(const Mentions& mentions, const EventSide& side) {
    for (const ActorMention& mention : mentions.mentions) {
        if (mention.actor == side.actor && mention.span == side.span) return &mention;
    }
    return nullptr;
}

void explain_side(std::string& out, const CodedReport& coded, const char* label,
                  const std::optional<EventSide>& side) {
    if (!side) {
        out += fmt::format("    {:<9}not told\n", label);
        return;
    }
    const Actor& actor = coded.mentions.actors[side->actor];
    out += fmt::format("    {:<9}{}", label, one_line(slice(coded.report.text, side->span)));
    const std::string name = one_line(actor.name);
    if (name != one_line(slice(coded.report.text, side->span))) out += fmt::format(" = {}", name);
    if (!actor.code.empty()) out += fmt::format(" [{}]", actor.code);
    if (const ActorMention* mention = mention_with_span(coded.mentions, *side)) {
        if (!mention->why.empty()) out += fmt::format("  ({})", mention->why);
    }
    out += '\n';
}

void explain_event(std::string& out, const CodedReport& coded, const Event& event,
                   const ViewStyle& style) {
    const std::string title = fmt::format("{} {}{} {}  {} → {}", event.id, event.type,
                                          event.mode.empty() ? "" : " " + event.mode, event.cameo,
                                          party(coded, event.source), party(coded, event.target));
    out += bold(title, style.colour) + "\n";
    for (const EventMention& mention : event.mentions) {
        out +=
            wrapped("  \u201c" + marked_sentence(coded, event, mention) + "\u201d", style.width, 3);
    }
    explain_side(out, coded, "source", event.source);
    explain_side(out, coded, "target", event.target);
    out += fmt::format("    {:<9}{}\n", "status", to_string(event.status));
    if (event.attributed_to) {
        out += fmt::format("    {:<9}{}\n", "says who",
                           one_line(slice(coded.report.text, event.attributed_to->span)));
    }
    if (event.date.start.empty()) {
        out += fmt::format("    {:<9}unknown: the report has no date\n", "date");
    } else {
        out +=
            fmt::format("    {:<9}{} (publication day of the report)\n", "date", event.date.start);
    }
    for (const std::string& rule : event.why) {
        std::string where;
        for (const Trace& trace : coded.trace) {
            if (trace.rule == rule && trace.accepted) where = trace.where;
        }
        out += fmt::format("    {:<9}{}{}\n", "rule", rule, where.empty() ? "" : "  " + where);
    }
    out += '\n';
}

void explain_rejections(std::string& out, const CodedReport& coded, bool all) {
    // A predicate that another rule coded is no rejection worth reading, unless all are asked for.
    std::map<std::uint32_t, std::vector<const Trace*>> by_predicate;
    std::map<std::uint32_t, bool> coded_predicate;
    for (const Trace& trace : coded.trace) {
        by_predicate[trace.span.start].push_back(&trace);
        coded_predicate[trace.span.start] = coded_predicate[trace.span.start] || trace.accepted;
    }
    bool first = true;
    for (const auto& [start, traces] : by_predicate) {
        for (const Trace* trace : traces) {
            if (trace->accepted) continue;
            if (coded_predicate[start] && !trace->rule.empty() && !all) continue;
            if (first) out += "Rejected\n";
            first = false;
            out += fmt::format("  {:<16} {}{}{}\n", one_line(slice(coded.report.text, trace->span)),
                               trace->reason, trace->rule.empty() ? "" : "  " + trace->rule,
                               trace->where.empty() ? "" : "  " + trace->where);
        }
    }
}

}  // namespace

std::string events_table(const CodedReport& coded, const ViewStyle& style) {
    std::string out = bold(cut(heading(coded.report), style.width), style.colour) + "\n";
    if (coded.events.empty()) return out + "  no events\n\n";
    std::vector<std::vector<std::string>> rows{
        {"STATUS", "TYPE", "CAMEO", "SOURCE", "TARGET", "WORDS"}};
    for (const Event& event : coded.events) {
        const EventMention& mention = event.mentions.front();
        std::string words = one_line(mention.anchor);
        if (event.mentions.size() > 1) words += fmt::format(" (×{})", event.mentions.size());
        rows.push_back({std::string(to_string(event.status)),
                        event.mode.empty() ? event.type : event.type + " " + event.mode,
                        event.cameo, one_line(party(coded, event.source)),
                        one_line(party(coded, event.target)), words});
    }
    return out + columns(rows, style.width) + "\n";
}

std::string explanation(const CodedReport& coded, const EventLexicon&, const std::string& event,
                        bool all_rejections, const ViewStyle& style) {
    std::string out;
    std::size_t shown = 0;
    for (const Event& item : coded.events) {
        if (!event.empty() && !item.id.starts_with(event)) continue;
        explain_event(out, coded, item, style);
        ++shown;
    }
    if (!event.empty()) return out;
    out = bold(cut(heading(coded.report), style.width), style.colour) + "\n\n" + out;
    if (shown == 0) out += "no events\n\n";
    explain_rejections(out, coded, all_rejections);
    return out;
}

}  // namespace tidings::cli
