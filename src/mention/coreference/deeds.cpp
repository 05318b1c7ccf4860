#include "mention/coreference/deeds.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr TokenIndex kMaxLookedAt = 200;  // tokens of a sentence

/// *the*, *this*, *that* and nothing that says which one (*the decision to leave*, *the German
/// attack*).
bool is_bare_definite(const ReferenceContext& context, PhraseId i) {
    const SyntaxTree& tree = context.tree;
    const NounPhrase& phrase = context.sets[i].phrase;
    bool definite = false;
    for (const TokenIndex c : tree.children(phrase.head)) {
        const std::string_view word = tree[c].lower;
        if (c < phrase.head) {
            definite = definite || word == "the" || word == "this" || word == "that" ||
                       word == "these" || word == "those";
            if (tree[c].dep == "poss" || tree[c].dep == "compound") return false;
        } else if (tree[c].dep == "prep" || tree[c].dep == "acl" || tree[c].dep == "relcl") {
            return false;
        }
    }
    return definite;
}

/// The actor that is the subject of a verb; what was merely said to be done is looked through.
PhraseId doer(const ReferenceContext& context, TokenIndex verb) {
    if (verb == kNoToken) return kNoPhrase;
    TokenIndex subject = context.arguments.subject(verb);
    if (subject == kNoToken) return kNoPhrase;
    subject = those_counted(context.tree, subject);  // *A minority of the students threw stones*
    const PhraseId k = context.sets.at(subject);
    if (k == kNoPhrase || !context.sets.is_actor(k)) return kNoPhrase;
    return k;
}

/// The row of a deed: *move* may be any act, *raid* only one that a verb of its row tells of.
const DescriptionRow* deed_row(const ReferenceContext& context, const std::string& noun) {
    const auto* rows = context.words.rows_of(noun);
    if (rows == nullptr) return nullptr;
    for (const std::uint32_t index : *rows) {
        const DescriptionRow& row = context.words.rows[index];
        if (row.use == DescriptionUse::Deed) return &row;
    }
    return nullptr;
}

/// The verb, or one that it governs (*said it had bombed*, *decided to raid*), tells of the deed;
/// the verb that does, kNoToken if none.
TokenIndex telling_verb(const ReferenceContext& context, TokenIndex verb,
                        const DescriptionRow& row) {
    if (row.words.empty()) {
        // *the move*: what was done, not what was said of it.
        const std::string lemma = utf8::lower(context.tree[verb].lemma);
        const bool talk = context.words.verb_use(lemma) == VerbUse::Reaction ||
                          context.cues.is_speech_verb(lemma);
        // *The withdrawal was too little*: nothing was done.
        static constexpr std::array<std::string_view, 6> kStates{"be",     "have", "seem",
                                                                 "remain", "mean", "appear"};
        return talk || one_of(lemma, kStates) ? kNoToken : verb;
    }
    const SyntaxTree& tree = context.tree;
    std::vector<TokenIndex> verbs{verb};
    for (std::size_t at = 0; at < verbs.size() && verbs.size() < 12; ++at) {
        if (row.words.contains(utf8::lower(tree[verbs[at]].lemma))) return verbs[at];
        for (const TokenIndex c : tree.children(verbs[at])) {
            const std::string_view dep = tree[c].dep;
            const bool clause = dep == "ccomp" || dep == "xcomp" || dep == "conj" || dep == "advcl";
            if (clause && context.arguments.is_verb(c)) verbs.push_back(c);
            // *carried out an attack*
            if (dep == "dobj" && row.words.contains(utf8::lower(tree[c].lemma))) return verbs[at];
        }
    }
    return kNoToken;
}

/// *bombed* and *imposed sanctions* for *the bombing* and *the sanctions*.
bool has_same_word(const SyntaxTree& tree, TokenIndex verb, std::string_view noun) {
    constexpr std::size_t kStem = 3;  // *expel*, *expulsion*
    const std::string_view lemma = tree[verb].lemma;
    const std::size_t shared = std::min({lemma.size(), noun.size(), kStem});
    if (shared >= kStem && lemma.substr(0, shared) == noun.substr(0, shared)) return true;
    const auto words = tree.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].dep == "dobj" && tree[c].lemma == noun;
    });
}

/// *"High time," she said of the expulsions. He called the move ...*: the doer of the last deed
/// that the words name.
PhraseId doer_named(const ReferenceContext& context, const std::vector<PhraseId>& doers,
                    TokenIndex first, TokenIndex end) {
    for (TokenIndex t = end; t-- > first;) {
        const PhraseId k = context.sets.at(t);
        if (k == kNoPhrase) continue;
        if (doers[k] != kNoPhrase) return doers[k];
        if (doers[context.sets.root(k)] != kNoPhrase) return doers[context.sets.root(k)];
    }
    return kNoPhrase;
}

/// The doer of the nearest deed of the row's kind in the sentences before; `own` is whoever the
/// phrase's own sentence is about, and not meant.
PhraseId doer_before(const ReferenceContext& context, const std::vector<PhraseId>& doers,
                     PhraseId i, PhraseId own, const DescriptionRow& row, bool same_word) {
    const ActorSets& sets = context.sets;
    const SyntaxTree& tree = context.tree;
    const Token& head = sets.head(i);
    const std::uint32_t window = row.words.empty() ? 4 : 8;
    for (std::uint32_t back = 1; back <= window && back <= head.sentence; ++back) {
        const Sentence& sentence = tree.parse().sentences[head.sentence - back];
        const TokenIndex end = std::min(sentence.last, sentence.first + kMaxLookedAt);
        for (TokenIndex t = sentence.first; t < end; ++t) {
            // Its own verb tells of it also beside the main statement (*praised the decision to
            // expel them*).
            if (!context.arguments.is_verb(t) || (!tree.is_root(t) && !same_word)) continue;
            const TokenIndex verb = telling_verb(context, t, row);
            if (verb == kNoToken || (same_word && !has_same_word(tree, verb, head.lemma))) continue;
            const PhraseId k = doer(context, verb);
            // *the move*: the last thing done, whoever did it; nothing done earlier.
            if (k == kNoPhrase && row.words.empty()) return kNoPhrase;
            if (k == kNoPhrase || !sets.several(k).empty()) continue;
            if (own != kNoPhrase && sets.same(own, k)) continue;
            return k;
        }
        if (row.words.empty()) {
            const PhraseId k = doer_named(context, doers, sentence.first, end);
            if (k != kNoPhrase && (own == kNoPhrase || !sets.same(own, k))) return k;
        }
    }
    return kNoPhrase;
}

}  // namespace

PhraseId doer_of_deed(const ReferenceContext& context, const std::vector<PhraseId>& doers,
                      PhraseId i) {
    const ActorSets& sets = context.sets;
    const SyntaxTree& tree = context.tree;
    const Token& head = sets.head(i);
    if (sets[i].type != MentionType::None || sets.root(i) != i) return kNoPhrase;
    if (head.pos != Pos::Noun || context.in_title(i)) return kNoPhrase;
    const DescriptionRow* row = deed_row(context, utf8::fold(head.lemma));
    if (row == nullptr || !is_bare_definite(context, i)) return kNoPhrase;
    // Earlier in the same sentence: *Kenya shut its border, and Sudan condemned the move*.
    TokenIndex verb = context.governing_verb(sets[i].phrase.head);
    const PhraseId own = doer(context, verb);
    for (int steps = 0; steps < 6 && verb != kNoToken && !tree.is_root(verb); ++steps) {
        const bool clause = tree[verb].dep == "conj" || tree[verb].dep == "advcl";
        verb = tree.head(verb);
        if (!clause || !context.arguments.is_verb(verb)) continue;
        const PhraseId k = doer(context, telling_verb(context, verb, *row));
        if (k != kNoPhrase && k < i && (own == kNoPhrase || !sets.same(own, k))) return k;
    }
    // Else the sentences before: first those that tell of it by the same word (*the bombing* goes
    // back to *bombed*, not to *shot down* nearer by), the nearest first.
    if (!row->words.empty()) {
        const PhraseId k = doer_before(context, doers, i, own, *row, true);
        if (k != kNoPhrase) return k;
    }
    return doer_before(context, doers, i, own, *row, false);
}

}  // namespace tidings::mention
