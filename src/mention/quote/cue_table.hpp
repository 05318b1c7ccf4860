// The words that say that somebody says, thinks or wants something. Format: docs/quote-cues.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/mention.hpp>

namespace tidings::mention {

/// Forms of content that a cue can have. A cue has any number of them.
enum CueTakes : std::uint16_t {
    TakesClause = 1,      ///< *said (that) the war was over*; whether, who, why also
    TakesQuestion = 2,    ///< *asked whether the war was over*, not with *that*
    TakesInfinitive = 4,  ///< *vowed to fight*
    TakesGerund = 8,      ///< *regretted leaving*
    TakesObject = 16,     ///< *denounced the law*
    TakesPredicate = 32,  ///< *called the law cruel*
    ObjectBelongs = 64,   ///< with other content: *accused [the governor of theft]*
    TakesMarked = 128,    ///< words in quotation marks and nothing else (*shouted "Out!"*)
    RaisesSubject = 256,  ///< [the war *seems* to be over]: no source is named
};

enum class CuePart : std::uint8_t { Verb, Noun, Adjective, Adverb, Phrase, Voicing };
inline constexpr std::size_t kCueParts = 6;

struct Cue {
    std::uint16_t takes = 0;
    QuoteStance stance = QuoteStance::Asserted;
    std::vector<std::string> prepositions;  ///< whose objects are content: *for* in *call for*
    [[nodiscard]] bool can(std::uint16_t forms) const noexcept { return (takes & forms) != 0; }
};

/// A phrase that names a source: *according to _*, *in _ 's words*.
struct SourcePhrase {
    std::vector<std::string> before;  ///< words before the source
    std::string noun;                 ///< lemma behind `'s`; empty where the source ends it
    QuoteStance stance = QuoteStance::Asserted;
};

}  // namespace tidings::mention

namespace tidings {

class QuoteCueData {
  public:
    /// The cue of that lemma, or nullptr.
    [[nodiscard]] const mention::Cue* find(mention::CuePart part, std::string_view lemma) const;
    /// A verb of saying (*said*, *claimed*), not of wanting (*hoped*).
    [[nodiscard]] bool is_speech_verb(std::string_view lemma) const {
        const mention::Cue* cue = find(mention::CuePart::Verb, lemma);
        return cue != nullptr && cue->stance != QuoteStance::Attitude &&
               cue->can(mention::TakesClause | mention::TakesMarked);
    }

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const noexcept {
            return std::hash<std::string_view>{}(word);
        }
    };
    using Words = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    std::vector<mention::Cue> cues;
    Words words[mention::kCueParts];
    std::vector<mention::SourcePhrase> phrases;
    std::vector<QuoteCues::Example> examples;
};

}  // namespace tidings
