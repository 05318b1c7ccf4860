// From tokens to actors: who stands in a slot, and whose a thing is that is no actor itself.
#pragma once

#include <cstdint>
#include <vector>

#include <tidings/mention.hpp>

#include "coding/lexicon.hpp"
#include "language/arguments.hpp"

namespace tidings::coding {

/// One side of an event: an index into Mentions::mentions.
using MentionIndex = std::uint32_t;
inline constexpr MentionIndex kNobody = Mentions::kNoMention;

/// The place that a word stands in the name of, null if there is none.
[[nodiscard]] const PlaceMention* place_at(const SyntaxTree& tree, const Mentions& mentions,
                                           TokenIndex token);

/// The first mention of an actor whose head stands in a span of bytes, kNobody if there is none
/// within its first 64 tokens.
[[nodiscard]] MentionIndex mention_in(const SyntaxTree& tree, const Mentions& mentions, Span span,
                                      ActorIndex actor);

/// *the Trade and Investment Partnership*: a word of the name of a treaty.
[[nodiscard]] bool is_in_treaty_name(const SyntaxTree& tree, TokenIndex token);

/// Which owners of a thing that is no actor count.
enum class Owners : std::uint8_t {
    All,
    Praised,  ///< not whom it is against: *welcomed sanctions on Iran*
    Blamed    ///< nor whom it is for: *criticised aid to Chad*
};

class SideFinder {
  public:
    SideFinder(const Arguments& arguments, const Mentions& mentions)
        : arguments_(arguments), tree_(arguments.tree()), mentions_(mentions) {}

    /// The mention at a token itself, kNoMention if it is no actor.
    [[nodiscard]] MentionIndex direct(TokenIndex token) const {
        const MentionIndex mention = mentions_.mention_at[token];
        if (mention == Mentions::kNoMention || !is_town_of_treaty(token)) return mention;
        return Mentions::kNoMention;
    }
    /// The phrase at a token that is no actor of its own, kNoMention if there is none.
    [[nodiscard]] MentionIndex weak(TokenIndex token) const { return mentions_.weak_at[token]; }
    /// Actors of a phrase and of all that is coordinated with it; where the phrase itself is no
    /// actor, the one it belongs to (*Kenya's decision*, *a school in Aleppo*). Empty if there is
    /// none.
    [[nodiscard]] std::vector<MentionIndex> actors(TokenIndex token,
                                                   Owners owners = Owners::All) const;
    [[nodiscard]] const Actor& actor(MentionIndex mention) const {
        return mentions_.actors[mentions_.mentions[mention].actor];
    }
    [[nodiscard]] const Mentions& mentions() const noexcept { return mentions_; }

  private:
    /// *the Paris Agreement*: no act of France.
    [[nodiscard]] bool is_town_of_treaty(TokenIndex token) const;
    [[nodiscard]] bool is_of_kind(TokenIndex noun, TokenIndex modifier) const;
    [[nodiscard]] MentionIndex owner(TokenIndex token, int depth, Owners owners) const;
    [[nodiscard]] MentionIndex owner_by_clause(TokenIndex noun, TokenIndex clause, int depth,
                                               Owners owners) const;
    [[nodiscard]] std::vector<TokenIndex> further_owners(TokenIndex noun) const;
    [[nodiscard]] TokenIndex examples(TokenIndex token) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
};

}  // namespace tidings::coding
