#include <filesystem>

#include <tidings/pipeline.hpp>

namespace tidings {

namespace {

/// A wheel or folder is loaded as it is, everything else as a converted model.
Result<LanguagePipeline> open_language(const std::string& path) {
    const std::filesystem::path file(path);
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored) || file.extension() == ".whl" ||
        file.extension() == ".zip") {
        return LanguagePipeline::load(path);
    }
    return LanguagePipeline::open(path);
}

}  // namespace

Coder::Coder(ReportCues cues, LanguagePipeline language, ActorLexicon actors, EventLexicon events,
             bool trace)
    : cues_(std::move(cues)), language_(std::move(language)), actors_(std::move(actors)), events_(std::move(events)),
      trace_(trace) {}

Result<Coder> Coder::load(const CoderOptions& options) {
    std::string data_folder = options.data_folder;
    if (data_folder.empty()) {
        auto found = find_data_folder();
        if (!found) return tl::unexpected<Error>(found.error());
        data_folder = *found;
    }
    auto cues = ReportCues::load(data_folder);
    if (!cues) return tl::unexpected<Error>(cues.error());
    auto model = find_model(options.model);
    if (!model) return tl::unexpected<Error>(model.error());
    auto language = open_language(*model);
    if (!language) return tl::unexpected<Error>(language.error());
    auto actors = ActorLexicon::load(data_folder);
    if (!actors) return tl::unexpected<Error>(actors.error());
    auto events = EventLexicon::load(data_folder);
    if (!events) return tl::unexpected<Error>(events.error());
    return Coder(std::move(*cues), std::move(*language), std::move(*actors), std::move(*events), options.trace);
}

CodedReport Coder::code(Report report, LanguageScratch& scratch) const {
    CodedReport coded;
    coded.report = std::move(report);
    const std::string& spoken = coded.report.language;
    if (!spoken.empty() && spoken != language_.info().language) {
        coded.report.warnings.push_back("the text is in the language `" + spoken +
                                        "`, for which no model is loaded: no events are coded");
        return coded;
    }
    coded.parse = language_.analyze(coded.report, scratch);
    coded.mentions = find_mentions(coded.report, coded.parse, actors_);
    coded.events = code_events(coded.report, coded.parse, coded.mentions, events_,
                               trace_ ? &coded.trace : nullptr);
    return coded;
}

std::string_view version() noexcept { return TIDINGS_VERSION; }
std::string_view schema_version() noexcept { return "1"; }

}  // namespace tidings
