// The words of a headword beside its key word: *carried it **out***, *on **hunger** strike*,
// ***pull**-out*.
#include <algorithm>
#include <string_view>

#include "coding/rule_matcher.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kHeadwordGap = 6;  // tokens between two words of a headword

/// What may stand behind a long object: a clause, a particle, what it is called or found.
bool ends_frame(std::string_view dep) {
    return dep == "xcomp" || dep == "ccomp" || dep == "prep" || dep == "prt" || dep == "oprd" ||
           dep == "acomp";
}

}  // namespace

bool RuleMatcher::match_words(const Entry& entry, TokenIndex predicate,
                              std::vector<TokenIndex>& words) const {
    if (entry.words.size() == 1) return true;
    if (entry.pos == PredicatePos::Noun) {
        // The words before the head, in order.
        TokenIndex at = predicate;
        if (entry.hyphened && (at == 0 || tree_[at - 1].lower != "-")) return false;
        for (std::size_t i = entry.words.size() - 1; i-- > 0;) {
            TokenIndex found = kNoToken;
            while (at > 0 && at + 5 > predicate) {
                --at;
                // The parser takes the hyphen of *a U-turn* for a noun.
                if (tree_[at].pos == Pos::Punct || tree_[at].lower == "-") continue;
                if (tree_[at].lower == entry.words[i] || lemma(at) == entry.words[i]) found = at;
                break;
            }
            if (found == kNoToken) {
                // *war of words*: a headword may also go on behind its head.
                break;
            }
            words.push_back(found);
        }
        if (words.size() == entry.words.size() - 1) return true;
        words.clear();
        return false;
    }
    // Particles, adverbs, prepositions and nouns below the predicate, in the headword's order and
    // near each other (*carried it out*, *went on hunger strike*); the first may stand before it as
    // the subject of a passive (*hostages were taken*) or an adverb.
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    TokenIndex from = predicate + 1;
    for (std::size_t i = 1; i < entry.words.size(); ++i) {
        TokenIndex found = kNoToken;
        const auto fits = [&](TokenIndex t) {
            // *are disappointed that the criminal court …* are no criminals.
            const std::string_view dep = tree_[t].dep;
            const bool last = i + 1 == entry.words.size();
            if (last && tree_[predicate].lemma == "be" && (dep == "amod" || dep == "compound")) {
                return false;
            }
            // *struck Iran-backed fighters* does not strike back.
            const bool glued = t > 0 && tree_[t - 1].lower == "-";
            if (glued && tree_[t].lower != entry.words[i]) return false;
            // *giving money in 2016* does not give in.
            const TokenIndex object = dep == "prep" ? tree_.child(t, "pobj") : kNoToken;
            if (last && object != kNoToken && is_in_date(object)) return false;
            return tree_[t].lower == entry.words[i] || lemma(t) == entry.words[i];
        };
        const TokenIndex end = std::min(sentence.last, from + kHeadwordGap);
        for (TokenIndex t = from; t < end && found == kNoToken; ++t) {
            if (fits(t) && tree_.is_under(t, predicate)) found = t;
        }
        if (found == kNoToken) {
            for (const TokenIndex c : tree_.children(predicate)) {
                const bool before = tree_[c].dep == "nsubjpass" || tree_[c].dep == "advmod";
                if (c < predicate && before && fits(c)) found = c;
                // *ordered [the spokesman of the mission in Chad] to leave*, *took [the head of the
                // army] to task*: behind a long object
                const bool late = c >= end && found == kNoToken && ends_frame(tree_[c].dep);
                const bool open = tree_[c].dep == "prep" && i + 1 == entry.words.size();
                if (late && !open && fits(c)) found = c;
            }
            // *found [the former minister, his brother,] guilty*: taken for a word of the object.
            const TokenIndex object = tree_.child(predicate, "dobj");
            for (const TokenIndex c :
                 tree_.children(found == kNoToken && object != kNoToken ? object : predicate)) {
                if (found == kNoToken && c >= end && c > object && tree_[c].dep == "amod" &&
                    fits(c))
                    found = c;
            }
            if (found != kNoToken) {
                words.push_back(found);
                if (found > predicate) from = found + 1;
                continue;
            }
            words.clear();
            return false;
        }
        words.push_back(found);
        from = found + 1;
    }
    return true;
}

}  // namespace tidings::coding
