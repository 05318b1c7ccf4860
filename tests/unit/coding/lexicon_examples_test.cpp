// Runs every example sentence of data/events through the whole coder: the rule's event must come
// out, with the sides and status that stand behind the sentence. Prints each failure with its
// file and line; `--summary` counts by file only, `--ontology FOLDER` runs another ontology's.

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include <fmt/format.h>

#include <tidings/pipeline.hpp>

namespace {

using tidings::Actor;
using tidings::CodedReport;
using tidings::Event;
using tidings::EventLexicon;
using tidings::EventSide;

std::string side_text(const CodedReport& coded, const std::optional<EventSide>& side) {
    if (!side) return "-";
    const Actor& actor = coded.mentions.actors[side->actor];
    const std::string sector = actor.sectors.empty() ? std::string() : actor.sectors.front();
    if (actor.country.empty()) return sector.empty() ? "?" : sector;
    return sector.empty() ? actor.country : actor.country + "/" + sector;
}

/// `*` anything, `-` nobody, `KEN` a country, `REB` a sector without country, `KEN/MIL` both. A
/// country with a sector in the record fits an expected sector only where the example names no
/// country.
bool side_fits(const CodedReport& coded, const std::optional<EventSide>& side,
               const std::string& expected) {
    if (expected == "*") return true;
    if (expected == "-") return !side;
    if (!side) return false;
    const Actor& actor = coded.mentions.actors[side->actor];
    const std::size_t slash = expected.find('/');
    const auto has_sector = [&](const std::string& sector) {
        return std::find(actor.sectors.begin(), actor.sectors.end(), sector) != actor.sectors.end();
    };
    if (slash != std::string::npos) {
        return actor.country == expected.substr(0, slash) && has_sector(expected.substr(slash + 1));
    }
    return actor.country == expected || (actor.country.empty() && has_sector(expected));
}

std::string describe(const CodedReport& coded) {
    std::string text;
    for (const Event& event : coded.events) {
        text += fmt::format("\n      got {} {} {}: {} > {} {}  by {}", event.type,
                            event.mode.empty() ? "-" : event.mode, event.cameo,
                            side_text(coded, event.source), side_text(coded, event.target),
                            to_string(event.status), event.why.empty() ? "" : event.why.front());
        for (const std::string& context : event.contexts) text += " " + context;
    }
    return text.empty() ? "\n      got no event" : text;
}

bool passes(const CodedReport& coded, const EventLexicon::Example& example) {
    if (example.negative) return coded.events.empty();
    if (!example.context.empty()) {
        return std::any_of(coded.events.begin(), coded.events.end(), [&](const Event& event) {
            return std::find(event.contexts.begin(), event.contexts.end(), example.context) !=
                   event.contexts.end();
        });
    }
    return std::any_of(coded.events.begin(), coded.events.end(), [&](const Event& event) {
        const std::string status = example.status.empty() ? "actual" : example.status;
        const bool any_code = example.cameo == "*";
        return event.type == example.type &&
               (any_code || (event.mode == example.mode && event.cameo == example.cameo)) &&
               to_string(event.status) == status &&
               side_fits(coded, event.source, example.source) &&
               side_fits(coded, event.target, example.target);
    });
}

}  // namespace

int main(int argc, char** argv) {
    tidings::CoderOptions coder_options;
    if (argc > 2 && std::strcmp(argv[1], "--ontology") == 0) {
        coder_options.ontology = argv[2];
        argc -= 2;
        argv += 2;
    }
    const bool summary = argc > 1 && std::strcmp(argv[1], "--summary") == 0;
    const std::string only = argc > 1 && !summary ? argv[1] : "";
    const auto coder = tidings::Coder::load(coder_options);
    if (!coder) {
        fmt::print("{}\n", coder.error().to_string());
        const bool no_model = coder.error().message.find("not installed") != std::string::npos;
        if (no_model) fmt::print("SKIPPED: the example sentences need the English model\n");
        return no_model ? 77 : 1;
    }
    tidings::LanguageScratch scratch;
    std::map<std::string, std::pair<int, int>> by_file;
    int passed = 0;
    int failed = 0;
    for (const EventLexicon::Example& example : coder->events().examples()) {
        const std::string file = example.where.substr(0, example.where.find(':'));
        if (!only.empty() && example.where.find(only) == std::string::npos) continue;
        tidings::Document document;
        document.bytes = example.text;
        document.id = "example";
        tidings::ReportOptions options;
        options.published = "2024-05-02";
        auto report = coder->read(std::move(document), options);
        if (!report) {
            fmt::print("{}: {}\n", example.where, report.error().to_string());
            ++failed;
            continue;
        }
        report->language = "en";
        const CodedReport coded = coder->code(std::move(*report), scratch);
        const bool ok = passes(coded, example);
        ++(ok ? by_file[file].first : by_file[file].second);
        ++(ok ? passed : failed);
        if (ok || summary) continue;
        const std::string expected =
            example.negative ? "no event"
            : !example.context.empty()
                ? "context " + example.context
                : fmt::format("{} {} {}: {} > {} {}", example.type,
                              example.mode.empty() ? "-" : example.mode, example.cameo,
                              example.source, example.target, example.status);
        fmt::print("{}: {}\n    {}\n      want {}{}\n", example.where, example.rule, example.text,
                   expected, describe(coded));
    }
    for (const auto& [file, counts] : by_file) {
        fmt::print("{}: {} passed, {} failed\n", file, counts.first, counts.second);
    }
    fmt::print("examples: {} passed, {} failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
