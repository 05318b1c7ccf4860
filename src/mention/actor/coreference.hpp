// From readings of single phrases to actors: which phrases mention the same one.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"
#include "mention/actor/evidence.hpp"

namespace tidings::mention {

/// Joins phrases into actors by apposition, names, roles and pronouns, in text order. `evidence`
/// must be in text order. Deterministic; O(phrases × window).
class Coreference {
  public:
    Coreference(const Report& report, const Arguments& arguments, const EvidenceReader& reader,
                std::vector<Evidence> evidence);

    /// The phrase each phrase joined, as an index into evidence() (itself where it is new).
    void resolve();

    /// Lets the first person inside quotations stand for its speaker.
    struct SpeakerOf {
        Span quote;
        TokenIndex speaker_head = kNoToken;
    };
    void set_speakers(std::vector<SpeakerOf> speakers) { speakers_ = std::move(speakers); }

    /// Writes actors, mentions and mention_at.
    void write(Mentions& mentions) const;

  private:
    using Index = std::uint32_t;
    static constexpr Index kNone = UINT32_MAX;

    [[nodiscard]] Index root(Index i) const;
    void join(Index later, Index earlier);
    void join_appositions();
    void join_names();
    void join_countries();
    void join_roles();
    void join_pronouns();
    void assume_countries();
    [[nodiscard]] Index find_person(Index pronoun) const;
    [[nodiscard]] Index find_group(Index pronoun, bool plural) const;
    [[nodiscard]] bool does_it(Index candidate, const Token& pronoun) const;
    [[nodiscard]] double salience(Index candidate, Index pronoun) const;
    [[nodiscard]] std::string country_of(Index i) const;
    [[nodiscard]] Index last_country(Index before) const;
    [[nodiscard]] std::string owners_country(const Evidence& e) const;
    [[nodiscard]] const Evidence& name_bearer(Index r) const;
    [[nodiscard]] bool is_person(const Evidence& e) const;
    [[nodiscard]] std::string dateline_country() const;

    const Report& report_;
    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const EvidenceReader& reader_;
    std::vector<Evidence> evidence_;
    std::vector<Index> parent_;
    std::vector<Index> at_token_;
    std::vector<SpeakerOf> speakers_;
};

}  // namespace tidings::mention
