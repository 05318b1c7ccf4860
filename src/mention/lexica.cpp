#include <tidings/mention.hpp>

namespace tidings {

Result<MentionLexica> MentionLexica::load(const std::string& data_folder,
                                          const std::string& gazetteer_index,
                                          const std::vector<std::string>& actor_tables) {
    auto actors = ActorLexicon::load(data_folder, actor_tables);
    if (!actors) return tl::unexpected<Error>(actors.error());
    auto quotes = QuoteCues::load(data_folder);
    if (!quotes) return tl::unexpected<Error>(quotes.error());
    auto references = ReferenceWords::load(data_folder);
    if (!references) return tl::unexpected<Error>(references.error());
    auto times = TimeRules::load(data_folder);
    if (!times) return tl::unexpected<Error>(times.error());
    auto gazetteer = Gazetteer::load(data_folder, gazetteer_index);
    if (!gazetteer) return tl::unexpected<Error>(gazetteer.error());
    return MentionLexica{std::move(*actors), std::move(*quotes), std::move(*references),
                         std::move(*times), std::move(*gazetteer)};
}

}  // namespace tidings
