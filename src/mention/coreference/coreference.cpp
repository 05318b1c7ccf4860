#include "mention/coreference/coreference.hpp"

#include "mention/coreference/assumed_countries.hpp"
#include "mention/coreference/deeds.hpp"
#include "mention/coreference/descriptions.hpp"
#include "mention/coreference/names.hpp"
#include "mention/coreference/pronouns.hpp"
#include "mention/coreference/several.hpp"
#include "mention/coreference/write_actors.hpp"

namespace tidings::mention {

namespace {

/// Resolves the phrases of a report in text order.
class TextOrder {
  public:
    TextOrder(ReferenceContext& context, const AssumedCountries& assumed)
        : context_(context),
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
    void resolve(PhraseId i) {
        if (done_[i]) return;
        done_[i] = true;
        if (pronoun_kind(context_.sets.head(i)) != PronounKind::None) {
            pronouns_.resolve(i);
            return;
        }
        take_owners_country(i);
        if (resolve_several(context_, i)) return;
        descriptions_.resolve(i);
        doers_[i] = doer_of_deed(context_, i);
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

    /// *its embassy*, *whose commander*, *Iran's ambassador and another diplomat*: the country of
    /// the owner, or of what the phrase is coordinated with.
    void take_owners_country(PhraseId i) {
        ActorSets& sets = context_.sets;
        Evidence& e = sets[i];
        const bool office =
            e.type == MentionType::Role || (e.type == MentionType::Person && !e.role.empty());
        if (!office || sets.root(i) != i || !e.country.empty()) return;
        std::string country;
        std::string_view how = " of its owner";
        for (const TokenIndex c : context_.tree.children(e.phrase.head)) {
            if (context_.tree[c].dep != "poss" || sets.at(c) == kNoPhrase) continue;
            country = sets.whole(sets.at(c)).country;
        }
        const Token& head = sets.head(i);
        if (country.empty() && head.dep == "conj" && sets.at(head.head) != kNoPhrase &&
            sets[sets.at(head.head)].type == MentionType::Role) {
            country = sets.whole(sets.at(head.head)).country;
            how = " of what it is coordinated with";
        }
        if (country.empty()) return;
        e.country = country;
        e.why += "; country " + country + std::string(how);
    }

    ReferenceContext& context_;
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
