#include <filesystem>

#include <fmt/format.h>

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

Coder::Coder(ReportCues cues, LanguagePipeline language, ParseMends mends, MentionLexica lexica,
             EventLexicon events, bool trace)
    : cues_(std::move(cues)),
      language_(std::move(language)),
      mends_(std::move(mends)),
      lexica_(std::move(lexica)),
      events_(std::move(events)),
      trace_(trace) {}

namespace {

/// Weak actors that no event has as a side are phrases like any other: they leave the list, and the
/// others are numbered anew.
void drop_unused_weak_actors(Mentions& mentions, std::vector<Event>& events) {
    std::vector<bool> used(mentions.actors.size(), false);
    const auto visit = [&events](auto&& apply) {
        for (Event& event : events) {
            if (event.source) apply(event.source->actor);
            if (event.target) apply(event.target->actor);
            if (event.attributed_to && event.attributed_to->actor != kNoActor) {
                apply(event.attributed_to->actor);
            }
        }
    };
    visit([&used](const ActorIndex& actor) { used[actor] = true; });
    std::vector<ActorIndex> renumbered(mentions.actors.size(), kNoActor);
    std::vector<Actor> kept;
    for (ActorIndex i = 0; i < mentions.actors.size(); ++i) {
        if (mentions.actors[i].weak && !used[i]) continue;
        renumbered[i] = static_cast<ActorIndex>(kept.size());
        kept.push_back(std::move(mentions.actors[i]));
        kept.back().id = fmt::format("a{}", kept.size());
    }
    mentions.actors = std::move(kept);
    visit([&renumbered](ActorIndex& actor) { actor = renumbered[actor]; });
    for (ActorMention& mention : mentions.mentions) mention.actor = renumbered[mention.actor];
    for (Quote& quote : mentions.quotes) {
        if (quote.speaker != kNoActor) quote.speaker = renumbered[quote.speaker];
    }
}

}  // namespace

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
    auto mends = ParseMends::load(data_folder);
    if (!mends) return tl::unexpected<Error>(mends.error());
    auto lexica = MentionLexica::load(data_folder, find_gazetteer(), options.actor_tables);
    if (!lexica) return tl::unexpected<Error>(lexica.error());
    auto events = EventLexicon::load(data_folder, options.ontology);
    if (!events) return tl::unexpected<Error>(events.error());
    return Coder(std::move(*cues), std::move(*language), std::move(*mends), std::move(*lexica),
                 std::move(*events), options.trace);
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
    mends_.apply(coded.report.text, coded.parse);
    coded.mentions = find_mentions(coded.report, coded.parse, lexica_);
    coded.events = code_events(coded.report, coded.parse, coded.mentions, events_,
                               trace_ ? &coded.trace : nullptr);
    drop_unused_weak_actors(coded.mentions, coded.events);
    return coded;
}

std::string_view version() noexcept {
    return TIDINGS_VERSION;
}
std::string_view schema_version() noexcept {
    return "1";
}

}  // namespace tidings
