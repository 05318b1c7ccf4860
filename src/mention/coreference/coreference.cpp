#include "mention/coreference/coreference.hpp"

#include "mention/coreference/assumed_countries.hpp"
#include "mention/coreference/deeds.hpp"
#include "mention/coreference/descriptions.hpp"
#include "mention/coreference/names.hpp"
#include "mention/coreference/owners.hpp"
#include "mention/coreference/pronouns.hpp"
#include "mention/coreference/ranks.hpp"
#include "mention/coreference/several.hpp"
#include "mention/coreference/shared_names.hpp"
#include "mention/coreference/write_actors.hpp"

namespace tidings::mention {

namespace {

/// Resolves the phrases of a report in text order.
class TextOrder {
  public:
    TextOrder(ReferenceContext& context, const AssumedCountries& assumed)
        : context_(context),
          assumed_(assumed),
          pronouns_(context, assumed),
          descriptions_(context, assumed),
          done_(context.sets.size(), false),
          doers_(context.sets.size(), kNoPhrase) {}

    void resolve_all() {
        for (PhraseId i = 0; i < context_.sets.size(); ++i) {
            // *"...," she said*: who speaks is settled before the words spoken.
            const PhraseId speaker = context_.speaker(context_.spoken_at[i]);
            if (speaker != kNoPhrase && speaker > i) resolve_speaker(speaker);
            resolve(i);
        }
    }

    [[nodiscard]] const std::vector<PhraseId>& doers() const { return doers_; }

  private:
    static constexpr int kDepth = 4;

    void resolve(PhraseId i, int depth = 0) {
        if (done_[i]) return;
        done_[i] = true;
        if (pronoun_kind(context_.sets.head(i)) != PronounKind::None) {
            pronouns_.resolve(i);
            return;
        }
        // Bounded: *a of b of c ...* goes as deep as the writer likes.
        if (depth < kDepth) {
            for (const PhraseId owner : owners_of(context_, i)) resolve(owner, depth + 1);
        }
        take_from_owner(context_, i);
        if (resolve_several(context_, assumed_, i)) return;
        if (stand_for_owners(context_, assumed_, i)) return;
        descriptions_.resolve(i);
        doers_[i] = doer_of_deed(context_, doers_, i);
    }

    /// With whose spokeswoman she is: *said Ana Rus, its spokeswoman*.
    void resolve_speaker(PhraseId speaker) {
        const SyntaxTree& tree = context_.tree;
        const TokenIndex head = context_.sets[speaker].phrase.head;
        const auto resolve_owner = [&](TokenIndex noun) {
            const TokenIndex owner = tree.child(noun, "poss");
            if (owner != kNoToken && context_.sets.at(owner) != kNoPhrase) {
                resolve(context_.sets.at(owner));
            }
        };
        resolve_owner(head);
        for (const TokenIndex c : tree.children(head)) {
            if (tree[c].dep == "appos") resolve_owner(c);
        }
        resolve(speaker);
    }

    ReferenceContext& context_;
    const AssumedCountries& assumed_;
    PronounResolver pronouns_;
    DescriptionResolver descriptions_;
    std::vector<bool> done_;
    std::vector<PhraseId> doers_;
};

}  // namespace

void find_actors(const Report& report, const Arguments& arguments, const MentionLexica& lexica,
                 const EvidenceReader& reader, std::vector<Evidence> evidence,
                 std::vector<SpokenWords> spoken, Mentions& mentions) {
    const ActorLexiconData& lexicon = lexica.actors.data();
    const ReferenceWordsData& words = lexica.references.data();
    ReferenceContext context{report,
                             arguments,
                             arguments.tree(),
                             lexicon,
                             words,
                             lexica.quotes.data(),
                             reader,
                             std::move(spoken),
                             ActorSets(report, arguments, lexicon, words, std::move(evidence)),
                             mentions.places,
                             {}};
    locate_spoken_words(context);
    correct_names(context);
    settle_shared_names(context);
    settle_ranks(context);
    join_appositions(context);
    join_names(context);
    join_countries(context);
    const AssumedCountries assumed(context);
    TextOrder order(context, assumed);
    order.resolve_all();
    assume_countries(context, assumed);
    join_bare_governments(context);
    write_actors(context, order.doers(), mentions);
}

}  // namespace tidings::mention
