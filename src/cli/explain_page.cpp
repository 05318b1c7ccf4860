#include "cli/explain_page.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "cli/explanation.hpp"
#include "cli/html_text.hpp"
#include "cli/layout.hpp"

namespace tidings::cli {

namespace {

/// Layers of the text, drawn as underlines one below the other so that overlaps stay readable.
enum class Layer : std::uint8_t { Event, Source, Target, Time, Place, Quote };
constexpr std::array<const char*, 6> kLayerNames{"event", "source", "target",
                                                 "time",  "place",  "quote"};

constexpr const char* kHead = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Coded reports</title>
<style>
:root { color-scheme: light dark; --ground: #fff; --ink: #1a1a1a; --soft: #5a5a5a; --line: #d5d5d5;
  --card: #f6f6f4; --event: #b3261e; --source: #1a56a8; --target: #1e7a46; --time: #8a5a00;
  --place: #6a3fa0; --quote: #777; }
@media (prefers-color-scheme: dark) { :root { --ground: #161616; --ink: #e8e8e8; --soft: #a8a8a8;
  --line: #3a3a3a; --card: #202020; --event: #ff8a80; --source: #8ab4f8; --target: #81c995;
  --time: #fdd663; --place: #c58af9; --quote: #9a9a9a; } }
body { margin: 0 auto; max-width: 84rem; padding: 1rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.7 system-ui, sans-serif; }
h1 { font-size: 1.3rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
h3 { font-size: 1rem; line-height: 1.4; margin: 0 0 .3rem; }
.legend { color: var(--soft); font-size: .9rem; }
.columns { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
.text p { margin: 0 0 1rem; }
.text .title { font-weight: 600; } .text .caption, .text .byline { font-size: .9rem; }
.text .boilerplate { color: var(--soft); font-size: .85rem; }
a { color: inherit; text-decoration: none; }
a:focus-visible { outline: 2px solid currentColor; }
.event { background: linear-gradient(var(--event), var(--event)) 0 100% / 100% 3px no-repeat;
  font-weight: 600; }
.source { box-shadow: inset 0 -2px var(--source); } .target { box-shadow: inset 0 -2px var(--target); }
.source.target { box-shadow: inset 0 -2px var(--source), inset 0 -4px var(--target); }
.time { color: var(--time); } .place { color: var(--place); } .quote { font-style: italic; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
  margin: 0 0 .8rem; padding: .7rem .9rem; }
.card:target { border-color: var(--event); box-shadow: 0 0 0 2px var(--event); }
.card blockquote { margin: .3rem 0; padding-left: .7rem; border-left: 3px solid var(--line); }
dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .1rem .6rem; margin: .4rem 0 0;
  font-size: .9rem; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
code { font-size: .85em; } table { border-collapse: collapse; font-size: .9rem; width: 100%; }
td, th { border-bottom: 1px solid var(--line); padding: .2rem .5rem .2rem 0; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
</style>
</head>
<body>
<p class="legend">Marks: <span class="event">event</span> · <span class="source">source</span> ·
<span class="target">target</span> · <span class="time">time</span> ·
<span class="place">place</span> · <span class="quote">quotation</span>. An event's words lead to its
record.</p>
)";

struct LayeredSpan {
    Span span;
    Layer layer;
    std::string link;  ///< the record that the words lead to; only for events
};

/// Writes stretches of text with the layers that cover them. Spans are swept once in text order, so
/// that a report with many costs no more than its length.
class TextMarker {
  public:
    TextMarker(const std::string& text, std::vector<LayeredSpan> spans)
        : text_(text), spans_(std::move(spans)) {
        std::stable_sort(
            spans_.begin(), spans_.end(),
            [](const LayeredSpan& a, const LayeredSpan& b) { return a.span.start < b.span.start; });
    }

    /// The text of `range`; ranges must be asked for in text order.
    std::string write(Span range) {
        std::string out;
        std::uint32_t at = range.start;
        while (at < range.end) {
            drop_until(at);
            while (next_ < spans_.size() && spans_[next_].span.start <= at) {
                if (spans_[next_].span.end > at) open_.push_back(next_);
                ++next_;
            }
            const std::uint32_t until = next_change(at, range.end);
            write_stretch(out, {at, until});
            at = until;
        }
        return out;
    }

  private:
    void drop_until(std::uint32_t at) {
        std::erase_if(open_, [&](std::size_t i) { return spans_[i].span.end <= at; });
    }

    [[nodiscard]] std::uint32_t next_change(std::uint32_t at, std::uint32_t end) const {
        if (next_ < spans_.size()) end = std::min(end, std::max(at + 1, spans_[next_].span.start));
        for (const std::size_t i : open_) end = std::min(end, spans_[i].span.end);
        return end;
    }

    void write_stretch(std::string& out, Span stretch) const {
        std::array<bool, kLayerNames.size()> on{};
        std::string link;
        for (const std::size_t i : open_) {
            on[static_cast<std::size_t>(spans_[i].layer)] = true;
            if (!spans_[i].link.empty()) link = spans_[i].link;
        }
        std::string classes;
        for (std::size_t layer = 0; layer < on.size(); ++layer) {
            if (on[layer])
                classes += (classes.empty() ? "" : " ") + std::string(kLayerNames[layer]);
        }
        const std::string words = escape_html(slice(text_, stretch));
        if (classes.empty()) {
            out += words;
        } else if (link.empty()) {
            out += fmt::format("<span class=\"{}\">{}</span>", classes, words);
        } else {
            out += fmt::format("<a class=\"{}\" href=\"#{}\">{}</a>", classes, link, words);
        }
    }

    const std::string& text_;
    std::vector<LayeredSpan> spans_;
    std::vector<std::size_t> open_;
    std::size_t next_ = 0;
};

std::string card_id(std::size_t number, const Event& event) {
    return fmt::format("r{}-{}", number, event.id);
}

std::vector<LayeredSpan> spans_of(const CodedReport& coded, std::size_t number) {
    std::vector<LayeredSpan> spans;
    for (const Event& event : coded.events) {
        for (const EventMention& mention : event.mentions) {
            spans.push_back({mention.span, Layer::Event, card_id(number, event)});
        }
        if (event.source) spans.push_back({event.source->span, Layer::Source, {}});
        if (event.target) spans.push_back({event.target->span, Layer::Target, {}});
    }
    for (const TimeMention& time : coded.mentions.times)
        spans.push_back({time.span, Layer::Time, {}});
    for (const PlaceMention& place : coded.mentions.places) {
        spans.push_back({place.span, Layer::Place, {}});
    }
    for (const Quote& quote : coded.mentions.quotes)
        spans.push_back({quote.span, Layer::Quote, {}});
    return spans;
}

std::string text_column(const CodedReport& coded, std::size_t number) {
    TextMarker marker(coded.report.text, spans_of(coded, number));
    std::string out = "<div class=\"text\">\n";
    for (const Section& section : coded.report.sections) {
        out += fmt::format("<p class=\"{}\" dir=\"auto\">{}</p>\n", to_string(section.role),
                           marker.write(section.span));
    }
    return out + "</div>\n";
}

std::string quoted(const CodedReport& coded, const ExplainedMention& mention) {
    std::vector<LayeredSpan> spans;
    for (const Mark& mark : mention.marks) {
        const auto layer =
            std::find(kLayerNames.begin(), kLayerNames.end(), std::string_view(mark.label));
        spans.push_back({mark.span, static_cast<Layer>(layer - kLayerNames.begin()), {}});
    }
    TextMarker marker(coded.report.text, std::move(spans));
    return fmt::format("<blockquote dir=\"auto\">{}</blockquote>\n",
                       marker.write(mention.sentence));
}

std::string card(const CodedReport& coded, const Event& event, std::size_t number) {
    const ExplainedEvent explained = explain(coded, event);
    std::string out = fmt::format("<section class=\"card\" id=\"{}\">\n<h3>{}</h3>\n",
                                  card_id(number, event), escape_html(explained.title));
    for (const ExplainedMention& mention : explained.mentions) out += quoted(coded, mention);
    out += fmt::format("<dl>\n<dt>id</dt><dd><code>{}</code></dd>\n", event.id);
    for (const ExplainedPart& part : explained.parts) {
        out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", part.label, escape_html(part.text));
    }
    return out + "</dl>\n</section>\n";
}

std::string rejected(const CodedReport& coded, bool all) {
    const std::vector<Rejection> list = rejections(coded, all);
    if (list.empty()) return {};
    std::string out = fmt::format(
        "<details>\n<summary>{} predicates gave no event</summary>\n<table>\n"
        "<tr><th>words</th><th>reason</th><th>rule</th></tr>\n",
        list.size());
    for (const Rejection& item : list) {
        out +=
            fmt::format("<tr><td>{}</td><td>{}</td><td><code>{} {}</code></td></tr>\n",
                        escape_html(one_line(slice(coded.report.text, item.span))),
                        escape_html(item.reason), escape_html(item.rule), escape_html(item.where));
    }
    return out + "</table>\n</details>\n";
}

}  // namespace

std::string explain_page_begin() {
    return kHead;
}

std::string explain_page_report(const CodedReport& coded, const std::string& event,
                                bool all_rejections, std::size_t number) {
    std::string out = fmt::format("<article>\n<h1>{}</h1>\n<div class=\"columns\">\n{}<div>\n",
                                  escape_html(heading(coded.report)), text_column(coded, number));
    std::size_t shown = 0;
    for (const Event& item : coded.events) {
        if (!event.empty() && !item.id.starts_with(event)) continue;
        out += card(coded, item, number);
        ++shown;
    }
    if (shown == 0) out += "<p>No events.</p>\n";
    if (event.empty()) out += rejected(coded, all_rejections);
    return out + "</div>\n</div>\n</article>\n";
}

std::string explain_page_end() {
    return "</body>\n</html>\n";
}

}  // namespace tidings::cli
