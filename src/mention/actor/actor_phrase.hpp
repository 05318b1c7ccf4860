// Codes actor phrases that stand alone, outside reports.
#pragma once

#include <string>
#include <vector>

#include <tidings/language.hpp>
#include <tidings/mention.hpp>

namespace tidings::mention {

/// A phrase that stands alone, with what its reader would know.
struct ActorPhrase {
    std::string text;     ///< UTF-8, at most 4096 bytes are read
    std::string date;     ///< ISO 8601 day on which offices and parties are looked up; may be empty
    std::string context;  ///< words that tell whose it is (`Germany`, `a report from Lagos`)
};

/// What the phrase says of an actor. Empty country and sectors: it names no actor that is known.
struct ActorCode {
    std::string country;               ///< ISO 3166-1 alpha-3
    std::vector<std::string> sectors;  ///< PLOVER sectors, primary first; none for a bare country
    std::string code;                  ///< CAMEO actor code
    std::string name;                  ///< the known actor's name, or the phrase's own name
    std::string why;                   ///< how it was read
};

/// Codes one phrase as a report's mention would be coded, but that a country, a city or a people
/// alone has no sector and a lone pronoun is UNK. Pure; thread-safe given a scratch a thread.
[[nodiscard]] ActorCode code_actor(const ActorPhrase& phrase, const ActorLexicon& lexicon,
                                   const LanguagePipeline& language, LanguageScratch& scratch);

}  // namespace tidings::mention
