#include "coding/thing_kinds.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace tidings::coding {

namespace {

/// Types of acts that are done to houses, ships and goods as well as to people.
bool is_force(const Coding& coding) {
    static constexpr std::array<std::string_view, 3> kForces{"ASSAULT", "COERCE", "MOBILIZE"};
    return one_of(coding.type, kForces);
}

}  // namespace

bool ThingKinds::in_class(std::string_view name, TokenIndex noun) const {
    ClassId id = 0;
    return classes_.find(name, id) && classes_.contains(id, tree_[noun].lemma);
}

/// People, and what is made up of them or where they live.
bool ThingKinds::is_of_people(TokenIndex noun) const {
    static constexpr std::array<std::string_view, 30> kBodies{
        "sector",       "industry",     "community",     "group",   "team",    "organisation",
        "organization", "company",      "firm",          "school",  "college", "university",
        "hospital",     "church",       "mosque",        "country", "nation",  "state",
        "government",   "region",       "area",          "town",    "city",    "village",
        "camp",         "neighborhood", "neighbourhood", "side",    "party",   "body"};
    const Pos kind = tree_[noun].pos;
    return kind == Pos::Propn || kind == Pos::Pron || one_of(tree_[noun].lemma, kBodies) ||
           in_class("human", noun);
}

/// *urged an "end to the violence"*: what is quoted of a phrase is no name of anything.
bool ThingKinds::is_fragment(const ActorMention& mention) const {
    for (TokenIndex t = mention.head; tree_[t].span.start >= mention.span.start; --t) {
        if (tree_[t].tag == "``" || tree_[t].tag == "\'\'") return true;
        if (t == 0) break;
    }
    return false;
}

bool ThingKinds::is_broken_up(TokenIndex noun, const Reading& reading) const {
    const std::string& type = reading.coding.type;
    return (type == "ASSAULT" || type == "COERCE") && in_class("gathering", noun) &&
           arguments_.is_verb(reading.predicate) && tree_[noun].dep != "nsubj";
}

/// What parties put their names to.
bool ThingKinds::is_agreed(TokenIndex noun) const {
    static constexpr std::array<std::string_view, 5> kClasses{"treaty", "ceasefire", "settlement",
                                                              "proposal", "measure"};
    return std::any_of(kClasses.begin(), kClasses.end(),
                       [&](std::string_view name) { return in_class(name, noun); });
}

bool ThingKinds::may_stand(MentionIndex thing, const Reading& reading) const {
    // *any criticism*, *no deal*: nothing in particular.
    static constexpr std::array<std::string_view, 5> kGeneral{"any", "no", "every", "whatever",
                                                              "whichever"};
    // *violates the law*, *broke its promise*: it is to nobody in particular.
    static constexpr std::array<std::string_view, 7> kBreaking{
        "violate", "break", "breach", "ignore", "flout", "contravene", "infringe"};
    // *agreed to the plan*; but *agreed not to open a base*, *promised openness*.
    static constexpr std::array<std::string_view, 9> kAgreeing{
        "agree", "accept", "sign", "ratify", "approve", "back", "support", "endorse", "adopt"};
    const ActorMention& mention = sides_.mentions().mentions[thing];
    const Coding& coding = reading.coding;
    const TokenIndex noun = mention.head;
    const Token& word = tree_[noun];
    const auto words = tree_.children(noun);
    const bool general = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "det" && one_of(tree_[c].lower, kGeneral);
    });
    if (general) return false;
    // *held back the aid*: who needs it is hit, not what is held back.
    if (coding.mode == "withhold") return is_of_people(noun) || word.lemma == "convoy";
    if (is_force(coding)) return true;
    if (coding.type == "SANCTION" && in_class("verdict", noun)) return false;
    if (is_fragment(mention) || in_class("sum", noun) || in_class("manner", noun)) {
        return false;
    }
    const std::string_view verb = tree_[reading.predicate].lemma;
    if (coding.type == "THREATEN") return is_of_people(noun);  // *threatened tariffs*
    if (coding.type == "REQUEST") {
        // What is asked *for* is not asked.
        const std::string_view before =
            word.dep == "pobj" ? std::string_view(tree_[tree_.head(noun)].lower) : "";
        return is_of_people(noun) && before != "for" && before != "of";
    }
    if (is_of_people(noun)) return true;
    if (coding.mode == "investigate") return false;  // *looked into the leak*
    if (coding.type == "AGREE") return one_of(verb, kAgreeing) && is_agreed(noun);
    return coding.type != "REJECT" || !one_of(verb, kBreaking);
}

/// *called for a special prosecutor*, *pushed for vigorous prosecution*: who is asked for, somebody
/// in no way definite, is not asked.
bool ThingKinds::is_wished_for(TokenIndex noun, const Reading& reading) const {
    if (reading.coding.type != "REQUEST" || tree_[noun].pos != Pos::Noun) return false;
    const TokenIndex preposition = tree_.head(noun);
    if (tree_[noun].dep != "pobj" || tree_[preposition].lower != "for") return false;
    if (tree_.head(preposition) != reading.predicate || tree_[noun].tag != "NN") return false;
    const auto words = tree_.children(noun);
    return std::none_of(words.begin(), words.end(), [&](TokenIndex c) {
        if (tree_[c].dep == "poss") return true;
        return tree_[c].dep == "det" && tree_[c].lower != "a" && tree_[c].lower != "an";
    });
}

void ThingKinds::drop_unfit(Reading& reading) const {
    const auto is_unfit = [&](MentionIndex target) {
        const Actor& actor = sides_.actor(target);
        // *pushed for the use of Chinook*, *called for the release of Ana Ruiz*
        const bool unknown = actor.country.empty() && actor.sectors.empty() && actor.role.empty();
        const TokenIndex name = sides_.mentions().mentions[target].head;
        const bool asked_for =
            unknown && reading.coding.type == "REQUEST" && tree_[name].pos == Pos::Propn;
        if (is_wished_for(name, reading)) return true;
        return (actor.weak || asked_for) && !may_stand(target, reading);
    };
    if (reading.sources.empty() || reading.targets.empty()) return;
    if (std::all_of(reading.targets.begin(), reading.targets.end(), is_unfit)) {
        reading.targets.clear();
        reading.needs_no_target = true;
    }
}

}  // namespace tidings::coding
