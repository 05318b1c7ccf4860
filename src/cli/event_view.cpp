#include "cli/event_view.hpp"

#include <map>

#include <fmt/format.h>

#include "cli/explanation.hpp"
#include "cli/layout.hpp"

namespace tidings::cli {

namespace {

/// The sentence with `[source: ...]` around each marked span.
std::string marked_sentence(const CodedReport& coded, const ExplainedMention& mention) {
    std::map<std::uint32_t, std::string> opens;
    std::map<std::uint32_t, std::string> closes;
    for (const Mark& mark : mention.marks) {
        opens[mark.span.start] += fmt::format("[{}: ", mark.label);
        closes[mark.span.end] += "]";
    }
    std::string text;
    for (std::uint32_t at = mention.sentence.start; at <= mention.sentence.end; ++at) {
        if (const auto close = closes.find(at); close != closes.end()) text += close->second;
        if (const auto open = opens.find(at); open != opens.end()) text += open->second;
        if (at < mention.sentence.end) text += coded.report.text[at];
    }
    return one_line(text);
}

void print_event(std::string& out, const CodedReport& coded, const ExplainedEvent& explained,
                 const ViewStyle& style) {
    out += bold(explained.event->id + " " + explained.title, style.colour) + "\n";
    for (const ExplainedMention& mention : explained.mentions) {
        out += wrapped("  \u201c" + marked_sentence(coded, mention) + "\u201d", style.width, 3);
    }
    for (const ExplainedPart& part : explained.parts) {
        out += fmt::format("    {:<9}{}\n", part.label, part.text);
    }
    out += '\n';
}

void print_rejections(std::string& out, const CodedReport& coded, bool all) {
    const std::vector<Rejection> list = rejections(coded, all);
    if (!list.empty()) out += "Rejected\n";
    for (const Rejection& item : list) {
        out += fmt::format("  {:<16} {}{}{}\n", one_line(slice(coded.report.text, item.span)),
                           item.reason, item.rule.empty() ? "" : "  " + item.rule,
                           item.where.empty() ? "" : "  " + item.where);
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

std::string explanation(const CodedReport& coded, const std::string& event, bool all_rejections,
                        const ViewStyle& style) {
    std::string out;
    std::size_t shown = 0;
    for (const Event& item : coded.events) {
        if (!event.empty() && !item.id.starts_with(event)) continue;
        print_event(out, coded, explain(coded, item), style);
        ++shown;
    }
    if (!event.empty()) return out;
    out = bold(cut(heading(coded.report), style.width), style.colour) + "\n\n" + out;
    if (shown == 0) out += "no events\n\n";
    print_rejections(out, coded, all_rejections);
    return out;
}

}  // namespace tidings::cli
