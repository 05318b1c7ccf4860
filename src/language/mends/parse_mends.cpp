#include <memory>
#include <utility>

#include <tidings/language.hpp>

#include "language/mends/active_agents.hpp"
#include "language/mends/as_clauses.hpp"
#include "language/mends/attributive_gerunds.hpp"
#include "language/mends/colon_datelines.hpp"
#include "language/mends/coordinated_verbs.hpp"
#include "language/mends/dashed_names.hpp"
#include "language/mends/dated_subjects.hpp"
#include "language/mends/distant_appositions.hpp"
#include "language/mends/free_relatives.hpp"
#include "language/mends/given_objects.hpp"
#include "language/mends/hyphened_titles.hpp"
#include "language/mends/interposed_participles.hpp"
#include "language/mends/lost_conjunctions.hpp"
#include "language/mends/lost_gerunds.hpp"
#include "language/mends/lost_objects.hpp"
#include "language/mends/lost_verbs.hpp"
#include "language/mends/mend_words.hpp"
#include "language/mends/named_allies.hpp"
#include "language/mends/noun_clauses.hpp"
#include "language/mends/paired_modifiers.hpp"
#include "language/mends/subjunctives.hpp"

namespace tidings {

ParseMends::ParseMends(std::shared_ptr<const MendWords> words) : words_(std::move(words)) {}

Result<ParseMends> ParseMends::load(const std::string& data_folder) {
    auto words = MendWords::load(data_folder);
    if (!words) return tl::unexpected<Error>(words.error());
    return ParseMends(std::make_shared<const MendWords>(std::move(*words)));
}

// Verbs are found first: what comes after asks what hangs on them.
void ParseMends::apply(std::string_view text, Parse& parse) const {
    restore_lost_verbs(parse, *words_);
    restore_lost_gerunds(parse, *words_);
    restore_lost_objects(parse, *words_);
    restore_attributive_gerunds(parse, *words_);
    restore_subjunctives(parse, *words_);
    restore_interposed_participles(parse);
    part_subjects_from_dates(parse);
    part_names_at_dashes(parse);
    part_towns_before_colons(text, parse);
    restore_as_clauses(parse);
    restore_lost_conjunctions(parse, *words_);
    restore_free_relatives(parse, *words_);
    restore_given_objects(parse, *words_);
    restore_paired_modifiers(parse);
    restore_named_allies(parse, *words_);
    restore_active_agents(parse);
    join_hyphened_titles(parse);
    restore_coordinated_verbs(parse);
    hang_infinitives_on_nouns(parse, *words_);
    restore_clauses_of_nouns(parse, *words_);
    hang_bodies_on_bodies(parse, *words_);
}

}  // namespace tidings
