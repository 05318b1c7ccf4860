// From readings of single phrases to actors: which phrases mention the same one.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"
#include "mention/actor/evidence.hpp"
#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Joins phrases into actors and fills `actors`, `mentions` and `mention_at`. Names, appositions
/// and countries are joined over the whole report; then pronouns, descriptions and deeds one by one
/// in text order, each looking back over a bounded window. Every link says why in
/// ActorMention::why.
///
/// `evidence` and `spoken` must be in text order, and `mentions.places` filled (it tells where a
/// scene plays; it may be empty). Deterministic; O(phrases x window).
void find_actors(const Report& report, const Arguments& arguments, const MentionLexica& lexica,
                 const EvidenceReader& reader, std::vector<Evidence> evidence,
                 std::vector<SpokenWords> spoken, Mentions& mentions);

}  // namespace tidings::mention
