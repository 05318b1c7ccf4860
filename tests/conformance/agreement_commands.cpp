#include "agreement_commands.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "agreement.hpp"

namespace tidings::conformance {
namespace {

constexpr const char* kUsage =
    "usage: test_agreement compare PIPELINE REFERENCE.jsonl...   agreement, a table\n"
    "       test_agreement bench PIPELINE INPUT...               tokens a second, one thread\n"
    "       test_agreement run PIPELINE INPUT...                 our parses in the reference form\n"
    "PIPELINE is a wheel, a folder or a converted model file. Anything else runs the tests.\n";

constexpr std::size_t kBatch = 256;  // as spaCy's nlp.pipe

int complain(const Error& error) {
    fmt::print(stderr, "{}\n", error.to_string());
    return 2;
}

Result<LanguagePipeline> load_or_open(const std::string& path) {
    auto opened = LanguagePipeline::open(path);
    return opened ? std::move(opened) : LanguagePipeline::load(path);
}

/// Analyses in batches and hands each parse to `use(text, parse)`.
template <typename Use>
void analyze_all(const LanguagePipeline& pipeline, const std::vector<ReferenceText>& texts,
                 LanguageScratch& scratch, Use use) {
    std::vector<std::string_view> views;
    std::vector<Parse> parses;
    for (std::size_t first = 0; first < texts.size(); first += kBatch) {
        const std::size_t last = std::min(texts.size(), first + kBatch);
        views.clear();
        for (std::size_t i = first; i < last; ++i) views.push_back(texts[i].text);
        pipeline.analyze(views, scratch, parses);
        for (std::size_t i = first; i < last; ++i) use(texts[i], parses[i - first]);
    }
}

int compare(const LanguagePipeline& pipeline, const std::vector<std::string>& paths) {
    bool whole = true;
    for (const std::string& path : paths) {
        const auto reference = read_reference(path);
        if (!reference) return complain(reference.error());
        Agreement agreement;
        LanguageScratch scratch;
        analyze_all(
            pipeline, reference->texts, scratch,
            [&](const ReferenceText& text, const Parse& parse) { agreement.add(text, parse); });
        fmt::print("{}: {} texts\n{}", path, reference->texts.size(), agreement.table());
        for (const Disagreement& each : agreement.disagreements()) {
            fmt::print("{}\n", to_string(each));
        }
        whole = whole && agreement.disagreements().empty();
    }
    return whole ? 0 : 1;
}

int bench(const LanguagePipeline& pipeline, const std::vector<ReferenceText>& texts) {
    using Clock = std::chrono::steady_clock;
    constexpr int kRounds = 5;
    double best = 0;
    std::size_t tokens = 0;
    for (int round = 0; round < kRounds; ++round) {
        tokens = 0;
        LanguageScratch scratch;  // anew each round: its caches may not know the texts already
        const auto begin = Clock::now();
        analyze_all(pipeline, texts, scratch, [&](const ReferenceText&, const Parse& parse) {
            tokens += parse.tokens.size();
        });
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        best = round == 0 ? seconds : std::min(best, seconds);
    }
    fmt::print("{{\"tokens\": {}, \"seconds\": {:.3f}, \"tokens_per_second\": {:.0f}}}\n", tokens,
               best, static_cast<double>(tokens) / best);
    return 0;
}

int run(const LanguagePipeline& pipeline, const std::vector<ReferenceText>& texts) {
    fmt::print(
        "{{\"format\":\"tidings-parse-reference/1\",\"pipeline\":\"{}\",\"version\":\"{}\"}}\n",
        pipeline.info().name, pipeline.info().version);
    LanguageScratch scratch;
    analyze_all(pipeline, texts, scratch, [](const ReferenceText& text, const Parse& parse) {
        fmt::print("{}\n", to_reference_line(text.id, text.text, parse));
    });
    return 0;
}

}  // namespace

bool is_command(const std::string& name) {
    return name == "compare" || name == "bench" || name == "run";
}

int run_command(const std::vector<std::string>& arguments) {
    if (arguments.size() < 3) {
        fmt::print(stderr, "{}", kUsage);
        return 2;
    }
    const auto pipeline = load_or_open(arguments[1]);
    if (!pipeline) return complain(pipeline.error());
    const std::vector<std::string> paths(arguments.begin() + 2, arguments.end());
    if (arguments[0] == "compare") return compare(*pipeline, paths);
    const auto texts = read_inputs(paths);
    if (!texts) return complain(texts.error());
    return arguments[0] == "bench" ? bench(*pipeline, *texts) : run(*pipeline, *texts);
}

}  // namespace tidings::conformance
