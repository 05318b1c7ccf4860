#include "cli/explanation.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

#include "cli/layout.hpp"

namespace tidings::cli {

namespace {

/// The mention that the words of a side are, or are the whole phrase of.
const ActorMention* mention_of(const Mentions& mentions, const EventSide& side) {
    for (const ActorMention& mention : mentions.mentions) {
        if (mention.actor == side.actor && side.span.contains(mention.span)) return &mention;
    }
    return nullptr;
}

std::string explain_side(const CodedReport& coded, const std::optional<EventSide>& side) {
    if (!side) return "not told";
    const Actor& actor = coded.mentions.actors[side->actor];
    const std::string words = one_line(slice(coded.report.text, side->span));
    std::string text = side->span.empty() ? "(left out by the sentence)" : words;
    if (const std::string name = one_line(actor.name); name != words) text += " = " + name;
    const std::string& code = side->code.empty() ? actor.code : side->code;
    if (!code.empty()) text += fmt::format(" [{}]", code);
    if (!side->country.empty()) {
        text += fmt::format("  (country {} from the place of the event)", side->country);
    }
    if (!side->role.empty()) text += fmt::format("  ({} at the time of the event)", side->role);
    const ActorMention* mention = mention_of(coded.mentions, *side);
    if (mention != nullptr && !mention->why.empty()) text += fmt::format("  ({})", mention->why);
    return text;
}

/// `2024-03-12 "Tuesday" (told of the predicate; time:weekday ...)`.
std::string explain_date(const EventDate& date) {
    if (date.start.empty() && date.end.empty()) return "unknown: the report has no date";
    std::string days = date.start.empty() ? ".." : date.start;
    if (date.end != date.start) days += "/" + (date.end.empty() ? std::string("..") : date.end);
    if (!date.text.empty()) days += fmt::format(" \u201c{}\u201d", one_line(date.text));
    return date.why.empty() ? days : fmt::format("{} ({})", days, date.why);
}

/// `Kilis = Kilis, TUR  (said of the event; the only place of this name)`.
std::string explain_place(const CodedReport& coded, const EventPlace& found) {
    const PlaceMention& place = coded.mentions.places[found.place];
    std::string text = one_line(slice(coded.report.text, place.span)) + " = " + place.name;
    if (!place.admin1.empty() && place.admin1 != place.name) text += ", " + place.admin1;
    if (!place.country.empty() && place.kind != "country") text += ", " + place.country;
    text += fmt::format("  ({}; {}", to_string(found.basis), place.why);
    if (!place.runner_up.empty()) text += "; not " + place.runner_up;
    return one_line(text + ")");
}

/// Where a side comes from that the event's sentence leaves out.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kDiscourse{{
    {"discourse:authority", "what police and courts do is done by the government of the place"},
    {"discourse:repeat", "the noun points back to an event of its kind told before"},
    {"discourse:attack", "casualties of the attack told just before"},
    {"discourse:captor", "whoever took the captives, told just before"},
    {"discourse:same-target", "whom the same side attacked just before"},
    {"discourse:addressee", "the other party of what was told just before"},
    {"discourse:answered", "whoever asked, offered or blamed just before"},
    {"discourse:judged", "whoever did what is judged"},
    {"discourse:clause", "who did what the clause beside it tells"},
    {"discourse:owner", "whose the thing is"},
    {"discourse:prison", "whose prison it is"},
    {"discourse:official", "the state for which the speaker speaks"},
    {"discourse:scene", "the state in which it took place"},
    {"discourse:affairs", "assumed: the state whose affairs the report tells"},
}};

/// `0.43  target:pronoun -1.20, both +0.31`.
std::string explain_confidence(const Event& event) {
    std::string text = fmt::format("{:.2f}", event.confidence);
    const char* join = "  ";
    for (const EventEvidence& evidence : event.evidence) {
        if (evidence.weight == 0) continue;
        text += fmt::format("{}{} {:+.2f}", join, evidence.name, evidence.weight);
        join = ", ";
    }
    return text;
}

std::string explain_rule(const CodedReport& coded, const std::string& rule) {
    for (const auto& [name, meaning] : kDiscourse) {
        if (rule == name) return rule + "  " + std::string(meaning);
    }
    for (const Trace& trace : coded.trace) {
        if (trace.rule == rule && trace.accepted) return rule + "  " + trace.where;
    }
    return rule;
}

ExplainedMention marked(const Event& event, const EventMention& mention) {
    ExplainedMention result{mention.sentence, {{mention.span, "event"}}};
    const auto mark = [&](const std::optional<EventSide>& side, const char* label) {
        if (side && !side->span.empty() && mention.sentence.contains(side->span)) {
            result.marks.push_back({side->span, label});
        }
    };
    mark(event.source, "source");
    mark(event.target, "target");
    return result;
}

}  // namespace

std::string heading(const Report& report) {
    std::string text = report.id;
    if (!report.published.empty()) text += " · " + report.published.substr(0, 10);
    if (!report.title.empty()) text += " · " + one_line(report.title);
    return text;
}

std::string party(const CodedReport& coded, const std::optional<EventSide>& side) {
    if (!side) return "—";
    const Actor& actor = coded.mentions.actors[side->actor];
    const std::string& code = side->code.empty() ? actor.code : side->code;
    return code.empty() ? actor.name : fmt::format("{} [{}]", actor.name, code);
}

ExplainedEvent explain(const CodedReport& coded, const Event& event) {
    ExplainedEvent result;
    result.event = &event;
    result.title =
        fmt::format("{}{} {}  {} → {}", event.type, event.mode.empty() ? "" : " " + event.mode,
                    event.cameo, party(coded, event.source), party(coded, event.target));
    for (const EventMention& mention : event.mentions) {
        result.mentions.push_back(marked(event, mention));
    }
    result.parts = {{"source", explain_side(coded, event.source)},
                    {"target", explain_side(coded, event.target)},
                    {"status", std::string(to_string(event.status))}};
    if (event.attributed_to) {
        result.parts.push_back(
            {"says who", one_line(slice(coded.report.text, event.attributed_to->span))});
    }
    result.parts.push_back({"date", explain_date(event.date)});
    if (event.place) result.parts.push_back({"place", explain_place(coded, *event.place)});
    if (!event.contexts.empty()) {
        std::string contexts;
        for (const std::string& context : event.contexts) {
            contexts += (contexts.empty() ? "" : ", ") + context;
        }
        result.parts.push_back({"contexts", std::move(contexts)});
    }
    result.parts.push_back({"evidence", explain_confidence(event)});
    for (const std::string& rule : event.why) {
        result.parts.push_back({"rule", explain_rule(coded, rule)});
    }
    return result;
}

std::vector<Rejection> rejections(const CodedReport& coded, bool all) {
    std::map<std::uint32_t, std::vector<const Trace*>> by_predicate;
    std::map<std::uint32_t, bool> coded_predicate;
    for (const Trace& trace : coded.trace) {
        by_predicate[trace.span.start].push_back(&trace);
        coded_predicate[trace.span.start] = coded_predicate[trace.span.start] || trace.accepted;
    }
    std::vector<Rejection> result;
    for (const auto& [start, traces] : by_predicate) {
        std::vector<Rejection> unmet;
        const std::size_t before = result.size();
        for (const Trace* trace : traces) {
            if (trace->accepted) continue;
            if (coded_predicate[start] && !trace->rule.empty() && !all) continue;
            const bool condition = trace->reason.starts_with("condition");
            (condition && !all ? unmet : result)
                .push_back({trace->span, trace->reason, trace->rule, trace->where});
        }
        // What else kept the word from being an event says more than the rules that do not fit.
        if (unmet.empty() || result.size() > before) continue;
        if (unmet.size() > 1) {
            unmet.front() = {unmet.front().span,
                             fmt::format("none of {} rules holds (--all shows them)", unmet.size()),
                             {},
                             {}};
        }
        result.push_back(std::move(unmet.front()));
    }
    return result;
}

}  // namespace tidings::cli
