// What every pass of coreference works on.
#pragma once

#include <cstdint>
#include <vector>

#include "mention/coreference/actor_sets.hpp"
#include "mention/quote/cue_table.hpp"
#include "mention/quote/quotes.hpp"

namespace tidings::mention {

/// One object a report.
struct ReferenceContext {
    const Report& report;
    const Arguments& arguments;
    const SyntaxTree& tree;
    const ActorLexiconData& lexicon;
    const ReferenceWordsData& words;
    const QuoteCueData& cues;
    const EvidenceReader& reader;
    std::vector<SpokenWords> spoken;  ///< in text order, not overlapping
    ActorSets sets;
    const std::vector<PlaceMention>& places;  ///< in text order
    std::vector<std::int32_t> spoken_at;      ///< of each phrase, index into `spoken` or -1

    [[nodiscard]] std::uint32_t sentence(PhraseId i) const { return sets.head(i).sentence; }
    [[nodiscard]] std::uint32_t section(PhraseId i) const {
        return tree.parse().sentences[sentence(i)].section;
    }
    [[nodiscard]] bool in_title(PhraseId i) const {
        const std::uint32_t s = section(i);
        return s < report.sections.size() && report.sections[s].role == SectionRole::Title;
    }
    /// The phrase that speaks quotation `q`, kNoPhrase if unknown or no actor or pronoun.
    [[nodiscard]] PhraseId speaker(std::int32_t q) const;
    /// The name of the state or province that a phrase puts before its head (*the **Texas**
    /// government*, *the **Bavarian** police*); empty if there is none.
    [[nodiscard]] std::string region_of(const NounPhrase& phrase) const;

    /// The verb a token is an argument of, through prepositions; kNoToken for other places.
    [[nodiscard]] TokenIndex governing_verb(TokenIndex token) const;
};

/// Fills `spoken_at`.
void locate_spoken_words(ReferenceContext& context);

}  // namespace tidings::mention
