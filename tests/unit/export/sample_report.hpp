// A coded report made by hand: non-ASCII text, missing values, a title with line ends.
#pragma once

#include <tidings/export.hpp>

namespace tidings::test {

inline Span span_of(const std::string& text, std::string_view words) {
    const auto start = static_cast<std::uint32_t>(text.find(words));
    return {start, start + static_cast<std::uint32_t>(words.size())};
}

inline CodedReport sample_report() {
    CodedReport coded;
    Report& report = coded.report;
    report.id = "r1";
    report.title = "Élysée,\tParis";
    report.text = "Zürich – “Chad” expelled\nAna \"Nené\" Díaz 🙂 today.";
    report.sha256 = sha256_hex(report.text);
    report.sections = {{SectionRole::Title, span_of(report.text, "Zürich"), false},
                       {SectionRole::Body, span_of(report.text, "today."), true}};
    Actor chad;
    chad.id = "a1";
    chad.name = "Chad";
    chad.country = "TCD";
    chad.sectors = {"GOV", "MIL"};
    chad.code = "TCDGOV";
    chad.mentions = {span_of(report.text, "Chad")};
    Actor ana;
    ana.id = "a2";
    ana.name = "Ana \"Nené\" Díaz";
    ana.mentions = {span_of(report.text, "Ana \"Nené\" Díaz")};
    coded.mentions.actors = {chad, ana};
    Quote quote;
    quote.span = span_of(report.text, "Chad");
    coded.mentions.quotes = {quote};
    Event event;
    event.id = "e0123456789abcdef";
    event.type = "SANCTION";
    event.cameo = "0160";
    event.contexts = {"diplomatic", "legal"};
    event.quad = 4;
    event.goldstein = -4;
    event.source = EventSide{0, span_of(report.text, "Chad"), {}, {}};
    event.target = EventSide{1, span_of(report.text, "Ana \"Nené\" Díaz"), {}, {}};
    event.confidence = 0.8;
    event.why = {"sanction:expel.verb:1", "operators:decide.verb:2"};
    EventMention mention;
    mention.span = span_of(report.text, "expelled");
    mention.sentence = {0, static_cast<std::uint32_t>(report.text.size())};
    mention.anchor = "expelled";
    event.mentions = {mention};
    coded.events = {event};
    return coded;
}

}  // namespace tidings::test
