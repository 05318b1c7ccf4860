#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include <tidings/pipeline.hpp>

#include "cli/commands.hpp"

namespace tidings::cli {

namespace {

/// Prints `ok  what  detail` lines and remembers whether one was bad.
class Checklist {
  public:
    void ok(std::string_view what, std::string_view detail) {
        fmt::print("  ok       {:<16} {}\n", what, detail);
    }
    void bad(std::string_view what, const Error& error) {
        healthy_ = false;
        fmt::print("  missing  {:<16} {}\n", what, error.message);
        if (!error.file.empty()) {
            fmt::print("           {:<16} at {}{}\n", "", error.file,
                       error.line == 0 ? "" : fmt::format(":{}:{}", error.line, error.column));
        }
        if (!error.hint.empty()) fmt::print("           {:<16} mend: {}\n", "", error.hint);
    }
    /// Something that the program can do without.
    static void note(std::string_view what, std::string_view state, std::string_view mend) {
        fmt::print("  absent   {:<16} {}\n           {:<16} mend: {}\n", what, state, "", mend);
    }
    [[nodiscard]] bool healthy() const noexcept { return healthy_; }

  private:
    bool healthy_ = true;
};

template <typename Load>
auto timed(Load load, double& milliseconds) {
    const auto start = std::chrono::steady_clock::now();
    auto result = load();
    milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return result;
}

void report_towns(Checklist& list) {
    const std::string path = find_gazetteer();
    if (path.empty()) {
        Checklist::note("towns",
                        "not installed: only countries, capitals and large regions are known",
                        "run `tidings gazetteer install`");
        return;
    }
    const auto towns = check_gazetteer(path);
    if (towns) {
        list.ok("towns",
                fmt::format("{} places, {} names, checksum right", towns->places, towns->names));
    } else {
        list.bad("towns", towns.error());
    }
}

}  // namespace

Exit run_doctor(const DoctorOptions& options) {
    Checklist list;
    fmt::print("tidings {} (record schema {})\n", version(), schema_version());
    Result<std::string> data = options.data.empty() ? find_data_folder() : options.data;
    if (!data) {
        list.bad("data", data.error());
    } else {
        list.ok("data", *data);
        double ms = 0;
        const auto cues = timed([&] { return ReportCues::load(*data); }, ms);
        if (cues) {
            list.ok("report cues", fmt::format("read in {:.0f} ms", ms));
        } else {
            list.bad("report cues", cues.error());
        }
        const auto actors = timed([&] { return ActorLexicon::load(*data); }, ms);
        if (actors) {
            list.ok("actors", fmt::format("{} rows, {} role words, read in {:.0f} ms",
                                          actors->row_count(), actors->role_count(), ms));
        } else {
            list.bad("actors", actors.error());
        }
        const auto quotes = timed([&] { return QuoteCues::load(*data); }, ms);
        if (quotes) {
            list.ok("quote cues",
                    fmt::format("{} words and phrases, {} examples, read in {:.0f} ms",
                                quotes->word_count(), quotes->examples().size(), ms));
        } else {
            list.bad("quote cues", quotes.error());
        }
        const auto places = timed([&] { return Gazetteer::load(*data, {}); }, ms);
        if (places) {
            list.ok("places", fmt::format("{} places, {} names, read in {:.0f} ms",
                                          places->place_count(), places->name_count(), ms));
        } else {
            list.bad("places", places.error());
        }
        const auto events = timed([&] { return EventLexicon::load(*data); }, ms);
        if (events) {
            list.ok("event lexicon",
                    fmt::format("{} rules for {} headwords, {} examples, read in {:.0f} ms",
                                events->rule_count(), events->headword_count(),
                                events->examples().size(), ms));
        } else {
            list.bad("event lexicon", events.error());
        }
    }
    fmt::print("  models are looked for in {}\n", model_folder());
    const auto model = find_model(options.model);
    if (!model) {
        list.bad("language model", model.error());
    } else {
        double ms = 0;
        const auto language = timed([&] { return LanguagePipeline::open(*model, true); }, ms);
        if (language) {
            const ModelInfo& info = language->info();
            list.ok("language model",
                    fmt::format("{} {} ({}, {}), checksum right, read in {:.0f} ms", info.name,
                                info.version, info.language, info.licence, ms));
        } else {
            list.bad("language model", language.error());
        }
    }
    report_towns(list);
    fmt::print("{}\n", list.healthy() ? "all is in place" : "something is missing: see above");
    return list.healthy() ? Exit::Ok : Exit::Usage;
}

}  // namespace tidings::cli
