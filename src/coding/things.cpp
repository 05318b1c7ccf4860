#include "coding/things.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/clause_forms.hpp"
#include "language/names_from.hpp"

namespace tidings::coding {

namespace {

constexpr MentionIndex kNobody = Mentions::kNoMention;
constexpr int kMaxClauses = 2;  // *refused to agree to lift the ban*

using Words = std::span<const std::string_view>;

/// What a thing is about or against.
constexpr std::array<std::string_view, 6> kOfThing{"on", "against", "of", "over", "to", "for"};
/// What an act is about or against.
constexpr std::array<std::string_view, 8> kOfAct{"against", "on",   "over",  "to",
                                                 "from",    "with", "about", "at"};
/// Where forces are brought.
constexpr std::array<std::string_view, 8> kWhere{"to",     "into", "along", "near",
                                                     "around", "at",   "on",    "in"};
/// Who gets what is given.
constexpr std::array<std::string_view, 3> kGiven{"to", "for", "with"};

/// Types whose object is one's own, or what is given.
bool moves_own(const Coding& coding) {
    static constexpr std::array<std::string_view, 3> kTypes{"MOBILIZE", "AID", "COOPERATE"};
    return one_of(coding.type, kTypes) || coding.mode == "withdraw" || coding.mode == "resign";
}

class ThingFinder {
  public:
    ThingFinder(const Arguments& arguments, const SideFinder& sides)
        : arguments_(arguments), tree_(arguments.tree()), sides_(sides) {}

    [[nodiscard]] MentionIndex of(const Reading& reading) const {
        const TokenIndex predicate = reading.predicate;
        if (!arguments_.is_verb(predicate)) {
            // *issued a warning to the convoy*: behind the noun itself.
            return arguments_.is_nominal(predicate) ? behind(predicate, kOfThing, reading)
                                                    : kNobody;
        }
        return of_verb(predicate, reading, 0);
    }

  private:
    [[nodiscard]] MentionIndex of_verb(TokenIndex verb, const Reading& reading, int depth) const {
        const TokenIndex object = arguments_.object(verb);
        if (object != kNoToken && !moves_own(reading.coding)) {
            if (const MentionIndex found = thing(object, reading); found != kNobody) return found;
            // *imposed a ban on rallies*: the object is the act itself.
            const MentionIndex behind_it = behind(object, kOfThing, reading);
            if (behind_it != kNobody) return behind_it;
        }
        const Words words = reading.coding.type == "MOBILIZE" ? Words(kWhere)
                            : moves_own(reading.coding)       ? Words(kGiven)
                                                              : Words(kOfAct);
        if (const MentionIndex found = behind(verb, words, reading); found != kNobody) return found;
        if (depth >= kMaxClauses) return kNobody;
        for (const auto& clause : arguments_.clauses(verb)) {
            if (clause.form == Arguments::ClauseForm::That) continue;
            if (!arguments_.is_verb(clause.head)) continue;
            const MentionIndex found = of_verb(clause.head, reading, depth + 1);
            if (found != kNobody) return found;
        }
        return kNobody;
    }

    [[nodiscard]] MentionIndex behind(TokenIndex word, Words prepositions,
                                      const Reading& reading) const {
        for (const std::string_view preposition : prepositions) {
            for (const TokenIndex c : tree_.children(word)) {
                if (c < word || tree_[c].dep != "prep" || tree_[c].lower != preposition) continue;
                const TokenIndex object = tree_.child(c, "pobj");
                const MentionIndex found = object == kNoToken ? kNobody : thing(object, reading);
                if (found != kNobody) return found;
            }
        }
        return kNobody;
    }

    /// The phrase, unless it is an actor, a time, somebody's own or part of the event's words.
    [[nodiscard]] MentionIndex thing(TokenIndex noun, const Reading& reading) const {
        const MentionIndex found = sides_.weak(noun);
        if (found == kNobody || is_long_time(tree_, noun)) return kNobody;
        const Span word = tree_[noun].span;
        if (word.start < reading.anchor.end && reading.anchor.start < word.end) return kNobody;
        const TokenIndex owner = arguments_.possessor(noun);
        if (owner != kNoToken && tree_[owner].pos == Pos::Pron) return kNobody;
        const auto names = names_from(tree_.parse(), noun);
        const bool time = !names.empty() && names.front().first <= noun &&
                          (names.front().label == "DATE" || names.front().label == "TIME");
        return time ? kNobody : found;
    }

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
};

}  // namespace

void name_things(const Arguments& arguments, const SideFinder& sides,
                 std::vector<Reading>& readings) {
    const ThingFinder things(arguments, sides);
    for (Reading& reading : readings) {
        if (!reading.targets.empty() || reading.sources.empty() || reading.is_paired()) continue;
        if (reading.coding.type == "CONSULT") continue;  // nobody meets a thing
        const MentionIndex thing = things.of(reading);
        if (thing != kNobody) reading.targets = {thing};
    }
}

}  // namespace tidings::coding
