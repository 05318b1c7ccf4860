// Whom an act or a word is to, where its sentence leaves it out: who was attacked before, who
// asked, who did what is judged. (Whose affairs the report tells: implied_affairs.cpp.)
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/implied_sides.hpp"

namespace tidings::coding {

namespace {

constexpr std::uint32_t kAddresseeReach = 2;   // sentences from a speech act to its answer
constexpr std::uint32_t kTargetReach = 3;      // from an attack to the next by the same side
constexpr std::uint32_t kAnswerReach = 3;      // from what is asked or offered to its refusal
constexpr std::uint32_t kContradictReach = 2;  // from words to their denial
constexpr int kContradictQuotes = 24;          // quotations before a denial that are looked at
constexpr std::uint32_t kJudgedReach = 3;      // from a deed to what is said of it

/// What is denied or turned down because somebody has said or asked it.
constexpr std::array<std::string_view, 20> kChargeNouns{
    "wrongdoing", "involvement", "allegation", "accusation",     "charge", "claim", "suggestion",
    "assertion",  "criticism",   "complicity", "responsibility", "demand", "offer", "request",
    "call",       "appeal",      "proposal",   "invitation",     "plea",   "talk"};
/// Nouns for what somebody has done, by which a judgement points back to it.
constexpr std::array<std::string_view, 30> kDeedNouns{
    "move",      "decision", "step",      "action",   "measure", "attack",
    "strike",    "raid",     "killing",   "incident", "arrest",  "ruling",
    "verdict",   "sanction", "statement", "remark",   "comment", "deal",
    "agreement", "vote",     "violence",  "test",     "launch",  "bombing",
    "murder",    "plan",     "threat",    "gesture",  "offer",   "announcement"};

/// What one side does to another and a third may judge.
bool is_deed(const Coding& coding) {
    static constexpr std::array<std::string_view, 13> kDeeds{
        "ASSAULT", "COERCE",  "SANCTION", "MOBILIZE", "THREATEN", "REJECT",   "ACCUSE",
        "AGREE",   "CONCEDE", "RETREAT",  "PROTEST",  "AID",      "COOPERATE"};
    return one_of(coding.type, kDeeds);
}

/// What may be answered with a refusal.
bool asks_for_answer(const Coding& coding) {
    static constexpr std::array<std::string_view, 4> kTypes{"REQUEST", "ACCUSE", "AGREE",
                                                            "THREATEN"};
    return one_of(coding.type, kTypes);
}

/// Types of earlier events whose target the next by the same side may share.
bool may_share_target(const Coding& earlier, const Coding& next) {
    static constexpr std::array<std::string_view, 4> kForce{"ASSAULT", "THREATEN", "MOBILIZE",
                                                            "COERCE"};
    static constexpr std::array<std::string_view, 4> kPressure{"SANCTION", "ACCUSE", "THREATEN",
                                                               "REQUEST"};
    if (next.type == "ASSAULT" || next.type == "MOBILIZE" || next.type == "THREATEN") {
        return one_of(earlier.type, kForce);
    }
    return next.type == "SANCTION" && one_of(earlier.type, kPressure);
}

}  // namespace

/// Whom the next act may be to as well: troops are sent to a place and against a crowd, but against
/// no thing and no single civilian; nor is one person or one thing that was hit hit again wherever
/// no victim is told.
bool ImpliedSides::may_be_met(MentionIndex target, const Coding& next) const {
    const Actor& actor = sides_.actor(target);
    if (is_political(actor)) return true;
    if (next.type == "ASSAULT") {
        const std::string_view number = tree_[sides_.mentions().mentions[target].head].tag;
        return !actor.weak && (number == "NNS" || number == "NNPS");
    }
    if (next.type != "MOBILIZE") return true;
    const TokenIndex head = sides_.mentions().mentions[target].head;
    if (place_at(tree_, sides_.mentions(), head) != nullptr) return true;
    const std::string_view tag = tree_[head].tag;
    return may_protest(actor) && (tag == "NNS" || tag == "NNPS");
}

bool ImpliedSides::fill_same_target(const std::vector<Reading>& before, std::size_t count,
                                    Reading& reading) const {
    // *fighting between Chad and Niger*; but *agreed on an embargo* against somebody else.
    const bool each_other = reading.is_paired() && reading.coding.type == "ASSAULT";
    if (reading.sources.empty() || !reading.targets.empty() || each_other ||
        !is_particular(reading)) {
        return false;
    }
    // *launched more strikes*, but not *damaged by strikes*, *a war*.
    const TokenIndex predicate = reading.predicate;
    if (!arguments_.is_verb(predicate) && arguments_.light_verb(predicate) == kNoToken)
        return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kTargetReach) return false;
        if (!may_share_target(earlier.coding, reading.coding) || earlier.targets.empty()) continue;
        if (!may_be_met(earlier.targets.front(), reading.coding)) continue;
        // *seized power and vowed to hunt them down*: threatened is somebody, no thing.
        const bool thing = sides_.actor(earlier.targets.front()).weak;
        if (thing && reading.coding.type == "THREATEN") continue;
        // *The union suspended Mali and Chad recalled its envoy*: others follow.
        const bool follows = earlier.coding.type == "SANCTION" &&
                             reading.coding.type == "SANCTION" &&
                             sentence_of(reading) <= sentence_of(earlier) + 1;
        if (!follows && !same_party(earlier.sources, reading.sources)) continue;
        if (same_party(earlier.targets, reading.sources)) continue;
        reading.targets = earlier.targets;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:same-target");
        return true;
    }
    return false;
}

/// *any claimant*, *intimidation by any claimant*, but not *any such move*.
bool ImpliedSides::is_of_anybody(TokenIndex noun) const {
    static constexpr std::array<std::string_view, 5> kAnybody{"any", "all", "every", "anybody",
                                                              "anyone"};
    const auto is_general = [&](TokenIndex t) {
        if (one_of(tree_[t].lower, kAnybody)) return true;
        bool general = false;
        for (const TokenIndex c : tree_.children(t)) {
            if (tree_[c].lower == "such") return false;
            general = general || (tree_[c].dep == "det" && one_of(tree_[c].lower, kAnybody));
        }
        return general;
    };
    if (is_general(noun)) return true;
    for (const TokenIndex c : tree_.children(noun)) {
        if (tree_[c].dep != "prep" && tree_[c].dep != "agent") continue;
        const TokenIndex of = tree_.child(c, "pobj");
        if (of != kNoToken && is_general(of)) return true;
    }
    return false;
}

/// *opposes intimidation by any claimant*: nobody in particular is meant.
bool ImpliedSides::is_general(const Reading& reading) const {
    if (is_of_anybody(reading.predicate)) return true;
    if (!arguments_.is_verb(reading.predicate)) return false;
    const TokenIndex object = arguments_.object(reading.predicate);
    if (object == kNoToken) return false;
    if (is_of_anybody(object)) return true;
    // *opposes violence*, *condemned terrorism*
    if (reading.coding.type != "ACCUSE" || tree_[object].pos != Pos::Noun) return false;
    const auto children = tree_.children(object);
    return std::all_of(children.begin(), children.end(), [&](TokenIndex c) {
        return tree_[c].dep == "cc" || tree_[c].dep == "conj" || tree_[c].dep == "punct";
    });
}

/// Somebody in particular is meant, and it is told to be so.
bool ImpliedSides::is_particular(const Reading& reading) const {
    static constexpr std::array<EventStatus, 3> kUntold{EventStatus::Negated, EventStatus::Failed,
                                                        EventStatus::Possible};
    return std::find(kUntold.begin(), kUntold.end(), reading.status) == kUntold.end() &&
           !is_general(reading);
}

/// Both are of a country or of several, and not of the same one.
bool ImpliedSides::of_two_countries(const std::vector<MentionIndex>& a,
                                    const std::vector<MentionIndex>& b) const {
    const Actor& one = sides_.actor(a.front());
    const Actor& other = sides_.actor(b.front());
    const auto is_known = [](const Actor& actor) {
        return !actor.country.empty() ||
               (!actor.sectors.empty() &&
                (actor.sectors.front() == "IGO" || actor.sectors.front() == "NGO"));
    };
    return is_known(one) && is_known(other) && one.country != other.country;
}

/// Whom one side answers that has just been dealt with: words that answer words or force.
bool ImpliedSides::may_answer(const Reading& reading, const Reading& earlier) const {
    static constexpr std::array<std::string_view, 8> kAnswered{
        "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "PROTEST"};
    static constexpr std::array<std::string_view, 3> kAgreed{"REQUEST", "THREATEN", "AGREE"};
    static constexpr std::array<std::string_view, 3> kAnswers{"REJECT", "AGREE", "CONCEDE"};
    const std::uint32_t distance = sentence_of(reading) - sentence_of(earlier);
    const bool asked = same_party(earlier.targets, reading.sources);
    const auto& other = asked ? earlier.sources : earlier.targets;
    const bool abroad = of_two_countries(other, reading.sources);
    if (reading.coding.type == "AGREE" || reading.coding.type == "REQUEST") {
        // *Chad rejected Niger's request to speak*: whoever answers it has been asked.
        const bool answered = asked && distance == 0 && one_of(earlier.coding.type, kAnswers);
        return answered ||
               (one_of(earlier.coding.type, kAgreed) && (abroad || (asked && distance == 1)));
    }
    static constexpr std::array<std::string_view, 3> kAgainst{"ACCUSE", "REJECT", "THREATEN"};
    if (!one_of(reading.coding.type, kAgainst) || !one_of(earlier.coding.type, kAnswered)) {
        return false;
    }
    return abroad || (distance == 1 && asked);
}

bool ImpliedSides::fill_addressee(const std::vector<Reading>& before, std::size_t count,
                                  Reading& reading) const {
    if (reading.sources.empty() || !reading.targets.empty()) return false;
    if (!needs_source(reading.coding.type) || !is_particular(reading)) return false;
    if (!is_political(sides_.actor(reading.sources.front()))) return false;
    if (is_to_another(reading) || refuses_something_else(reading)) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kAddresseeReach) return false;
        const auto* other = same_party(earlier.targets, reading.sources)   ? &earlier.sources
                            : same_party(earlier.sources, reading.sources) ? &earlier.targets
                                                                           : nullptr;
        if (other == nullptr || other->empty() || same_party(*other, reading.sources)) continue;
        if (!is_political(sides_.actor(other->front())) || !may_answer(reading, earlier)) continue;
        // *called for calm after officers arrested him*: nobody asks the courts.
        const bool court = sides_.actor(other->front()).sectors.front() == "JUD";
        if (court && reading.coding.type == "REQUEST") continue;
        reading.targets = *other;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:addressee");
        return true;
    }
    return false;
}

/// *We will not accept attempts to redraw the map*: what is refused is told, and is nothing that
/// the last other party has asked; but *will not tolerate that*, *rejected the demand*.
bool ImpliedSides::refuses_something_else(const Reading& reading) const {
    if (reading.coding.type != "REJECT" || !arguments_.is_verb(reading.predicate)) return false;
    const TokenIndex object = arguments_.object(reading.predicate);
    return object != kNoToken && tree_[object].pos == Pos::Noun && !points_back(object) &&
           !one_of(tree_[object].lemma, kChargeNouns);
}

/// *asked their governments for help*, *threatened them*: whom is told, though it is not known who
/// that is; it is nobody else.
bool ImpliedSides::is_to_another(const Reading& reading) const {
    static constexpr std::array<std::string_view, 3> kToWhom{"REQUEST", "THREATEN", "ACCUSE"};
    static constexpr std::array<std::string_view, 5> kPersons{"him", "her", "them", "us", "you"};
    static constexpr std::array<std::string_view, 12> kBodies{
        "government", "authority",  "official", "country", "state",    "nation",
        "company",    "department", "agency",   "party",   "ministry", "court"};
    const TokenIndex predicate = reading.predicate;
    if (!one_of(reading.coding.type, kToWhom) || !arguments_.is_verb(predicate)) return false;
    std::vector<TokenIndex> told = arguments_.prepositional(predicate, "to");
    if (const TokenIndex object = arguments_.object(predicate); object != kNoToken) {
        told.push_back(object);
    }
    return std::any_of(told.begin(), told.end(), [&](TokenIndex t) {
        if (tree_[t].pos == Pos::Pron) return one_of(tree_[t].lower, kPersons);
        return tree_[t].pos == Pos::Noun && one_of(tree_[t].lemma, kBodies);
    });
}

/// *denied it*, *denied wrongdoing*, *rejected the charges*: whose the charge is, is not told.
bool ImpliedSides::denies_charge(const Reading& reading) const {
    if (reading.targets.empty()) return true;
    const MentionIndex target = reading.targets.front();
    return sides_.actor(target).weak &&
           one_of(tree_[sides_.mentions().mentions[target].head].lemma, kChargeNouns);
}

/// *rejected it*; not *would not allow the accord to pass*, *will never abandon his principles*,
/// *refused to ask for help*, *voted against the motion*.
bool ImpliedSides::answers(const Reading& reading) const {
    static constexpr std::array<std::string_view, 19> kOnItsOwn{
        "allow",    "let",     "permit", "abandon", "give", "change", "waver",
        "stop",     "leave",   "forget", "vote",    "ask",  "seek",   "surrender",
        "tolerate", "violate", "breach", "break",   "balk"};
    if (one_of(tree_[reading.predicate].lemma, kOnItsOwn)) return false;
    const TokenIndex what = tree_.child(reading.predicate, "xcomp");
    return what == kNoToken || !one_of(tree_[what].lemma, kOnItsOwn);
}

/// *denied it*, *turned the offer down*: first whoever accused or asked this very party, then
/// whoever of another country did so.
bool ImpliedSides::fill_answered(const std::vector<Reading>& before, std::size_t count,
                                 Reading& reading) const {
    if (reading.sources.empty() || !denies_charge(reading)) return false;
    if (reading.coding.type != "REJECT" || !is_particular(reading)) return false;
    // *would not allow the accord to pass*
    if (!answers(reading)) return false;
    if (!speaks_to_states(sides_.actor(reading.sources.front()))) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (const bool to_them : {true, false}) {
        for (std::size_t i = count; i-- > first;) {
            const Reading& earlier = before[i];
            if (sentence_of(reading) > sentence_of(earlier) + kAnswerReach) break;
            if (!asks_for_answer(earlier.coding) || earlier.sources.empty()) continue;
            if (same_party(earlier.sources, reading.sources)) continue;
            if (!is_political(sides_.actor(earlier.sources.front()))) continue;
            const bool fits = to_them ? same_party(earlier.targets, reading.sources)
                                      : earlier.targets.empty() ||
                                            of_two_countries(earlier.sources, reading.sources);
            if (!fits) continue;
            reading.targets = earlier.sources;
            reading.implied_target = true;
            reading.why.emplace_back("discourse:answered");
            return true;
        }
    }
    return false;
}

/// *"They gave us excuses," said the union's leader. The authority disputes it.*: denied is what
/// the last other party has said.
bool ImpliedSides::fill_contradicted(Reading& reading) const {
    static constexpr std::array<std::string_view, 7> kDenials{
        "deny", "dispute", "dismiss", "rebut", "refute", "contest", "contradict"};
    if (reading.coding.type != "REJECT" || !one_of(tree_[reading.predicate].lemma, kDenials)) {
        return false;
    }
    if (reading.sources.empty() || !denies_charge(reading) || !is_particular(reading)) return false;
    const Mentions& mentions = sides_.mentions();
    const std::uint32_t sentence = sentence_of(reading);
    const Sentence& earliest =
        tree_.parse().sentences[sentence - std::min(sentence, kContradictReach)];
    const std::uint32_t begin = tree_[earliest.first].span.start;
    const std::uint32_t end = tree_[tree_.parse().sentences[sentence].first].span.start;
    // Quotations are sorted by their start.
    auto at = std::lower_bound(
        mentions.quotes.begin(), mentions.quotes.end(), end,
        [](const Quote& quote, std::uint32_t start) { return quote.span.start < start; });
    for (int steps = 0; steps < kContradictQuotes && at != mentions.quotes.begin(); ++steps) {
        const Quote& quote = *--at;
        if (quote.span.start < begin) return false;
        const MentionIndex speaker = mention_in(tree_, mentions, quote.speaker_span, quote.speaker);
        if (speaker == Mentions::kNoMention || same_party({speaker}, reading.sources)) continue;
        if (!speaks_to_states(sides_.actor(speaker))) continue;
        reading.targets = {speaker};
        reading.implied_target = true;
        reading.why.emplace_back("discourse:contradicted");
        return true;
    }
    return false;
}

/// *condemned the arrest of two nurses in Chad*: who did it may be known only from the discourse.
bool ImpliedSides::fill_deed(const std::vector<Reading>& readings, std::size_t at,
                             Reading& reading) const {
    const TokenIndex deed = sides_.mentions().mentions[reading.targets.front()].head;
    const std::size_t last = std::min(readings.size(), at + kMaxReadings);
    for (std::size_t i = at > kMaxReadings ? at - kMaxReadings : 0; i < last; ++i) {
        const Reading& other = readings[i];
        if (other.predicate != deed || other.sources.empty()) continue;
        if (same_party(other.sources, reading.sources)) continue;
        reading.targets = other.sources;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:judged");
        return true;
    }
    return false;
}

/// *that*, *such a move*, *the vote*: something that has been told.
bool ImpliedSides::points_back(TokenIndex token) const {
    static constexpr std::array<std::string_view, 6> kPronouns{"this",  "that",  "it",
                                                               "these", "those", "which"};
    if (tree_[token].pos == Pos::Pron) return one_of(tree_[token].lower, kPronouns);
    return is_repeating_noun(token);
}

/// What is judged is told before: a pronoun or a definite noun stands for it, or nothing does.
bool ImpliedSides::judges_told_deed(const Reading& reading) const {
    if (!reading.targets.empty()) {
        return names_told_deed(sides_.mentions().mentions[reading.targets.front()].head);
    }
    const TokenIndex predicate = reading.predicate;
    const TokenIndex subject = arguments_.subject(predicate);
    // *the move is a disgrace*; but *the union* that says so is no deed.
    const bool of_deed = subject != kNoToken && (tree_[subject].pos == Pos::Pron ||
                                                 sides_.direct(subject) == Mentions::kNoMention);
    if (of_deed && names_told_deed(subject)) return true;
    // *The bishops are appalled.*
    if (!arguments_.is_verb(predicate)) {
        return tree_[predicate].pos == Pos::Adj && tree_.child(predicate, "prep") == kNoToken;
    }
    const TokenIndex object = arguments_.object(predicate);
    return object != kNoToken && names_told_deed(object);
}

/// *that*, *the move*, *such attacks*; a law, a motion, a program has been told too, but is no deed
/// of whoever acted last.
bool ImpliedSides::names_told_deed(TokenIndex token) const {
    return points_back(token) &&
           (tree_[token].pos == Pos::Pron || one_of(tree_[token].lemma, kDeedNouns));
}

/// *The ministry was outraged*, *voiced concern about the violence*: neither an object nor a
/// preposition tells what is meant, or only in general.
bool ImpliedSides::leaves_open(TokenIndex predicate) const {
    if (arguments_.is_verb(predicate) && arguments_.object(predicate) != kNoToken) return false;
    const auto children = tree_.children(predicate);
    return std::none_of(children.begin(), children.end(), [&](TokenIndex c) {
        static constexpr std::array<std::string_view, 3> kTold{"ccomp", "xcomp", "pcomp"};
        static constexpr std::array<std::string_view, 2> kInGeneral{"about", "over"};
        if (tree_[c].dep == "prep") return !one_of(tree_[c].lower, kInGeneral);
        return one_of(tree_[c].dep, kTold);
    });
}

/// Of states one blames what another did; those of one country only what they point to.
bool ImpliedSides::may_judge(const Reading& reading, const Reading& deed) const {
    if (!of_two_countries(deed.sources, reading.sources)) {
        return !is_contest_ && judges_told_deed(reading);
    }
    if (judges_told_deed(reading)) return true;
    const bool near = sentence_of(reading) <= sentence_of(deed) + 1;
    const bool verb = arguments_.is_verb(reading.predicate);
    const bool vain =
        reading.status == EventStatus::Failed || reading.status == EventStatus::Negated;
    if (reading.coding.type == "SUPPORT") return near && verb && !vain;
    return leaves_open(reading.predicate);
}

bool ImpliedSides::fill_judged(const std::vector<Reading>& before, std::size_t count,
                               Reading& reading) const {
    const bool weak = !reading.targets.empty() && sides_.actor(reading.targets.front()).weak;
    if (reading.sources.empty() || !(reading.targets.empty() || weak)) return false;
    const bool blame = reading.coding.type == "ACCUSE" && reading.coding.mode != "investigate";
    if (!blame && reading.coding.type != "SUPPORT") return false;
    if (!speaks_to_states(sides_.actor(reading.sources.front()))) return false;
    if (is_general(reading)) return false;
    if (weak && fill_deed(before, count, reading)) return true;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kJudgedReach) return false;
        if (!is_deed(earlier.coding) || earlier.sources.empty()) continue;
        if (same_party(earlier.sources, reading.sources)) continue;
        if (!is_political(sides_.actor(earlier.sources.front()))) continue;
        if (!may_judge(reading, earlier)) continue;
        static constexpr std::array<std::string_view, 3> kFriendly{"AGREE", "COOPERATE", "AID"};
        const bool outsider = !is_political(sides_.actor(reading.sources.front()));
        if (outsider && one_of(earlier.coding.type, kFriendly)) continue;
        reading.targets = earlier.sources;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:judged");
        return true;
    }
    return false;
}

/// *called the move illegal*, *denied that his country had lied*: nobody blames himself or his own
/// country; it must be another's.
void ImpliedSides::drop_own_deed(Reading& reading) const {
    static constexpr std::array<std::string_view, 3> kAtOthers{"ACCUSE", "REJECT", "THREATEN"};
    if (!one_of(reading.coding.type, kAtOthers)) return;
    // *will impose a curfew in Gabon*: states restrict their own people.
    if (reading.coding.type == "THREATEN" && reading.coding.mode == "restrict") return;
    if (reading.targets.size() != 1 || !same_party(reading.targets, reading.sources)) return;
    const ActorMention& mention = sides_.mentions().mentions[reading.targets.front()];
    const std::string_view word = tree_[mention.head].lower;
    const Actor& target = sides_.actor(reading.targets.front());
    const Actor& source = sides_.actor(reading.sources.front());
    const bool vague = mention.of_deed || word == "it" || word == "this" || word == "that";
    const PlaceMention* place = place_at(tree_, sides_.mentions(), mention.head);
    const bool country = target.role == "country" || (place != nullptr && place->kind == "country");
    // Courts and parliaments do blame their own government.
    const bool governs =
        is_of_state(source) && source.sectors.front() != "JUD" && source.sectors.front() != "LEG";
    const bool own = governs && is_government(target) && country;
    if (vague || own) reading.targets.clear();
}

bool ImpliedSides::fill_scene(const std::vector<Reading>& all, std::size_t at,
                              Reading& reading) const {
    const Coding& coding = reading.coding;
    const bool arrest = coding.type == "COERCE" && coding.mode == "arrest";
    if (coding.type != "ASSAULT" && coding.type != "PROTEST" && !arrest) return false;
    // A candidate's rally is against nobody.
    if (coding.type == "PROTEST" && (is_contest_ || tree_[reading.predicate].lemma == "rally")) {
        return false;
    }
    // *A fight broke out on a train*: nothing says that it was more than that.
    static constexpr std::array<std::string_view, 3> kPlain{"180", "182", "190"};
    static constexpr std::array<std::string_view, 3> kToPersons{"torture", "sexual", "beat"};
    if (coding.type == "ASSAULT" && one_of(coding.cameo, kPlain)) return false;
    if (!reading.targets.empty()) return false;
    // *slaying all comers*: whom it was done to is told, though not known.
    const TokenIndex verb = reading.predicate;
    const bool has_object = arguments_.is_verb(verb) && !arguments_.is_passive(verb) &&
                            arguments_.object(verb) != kNoToken;
    if (has_object && coding.type == "ASSAULT") return false;
    // *A bomb went off*, *a shell was fired*: by whom is not told, so not against whom either; it
    // may be the state itself.
    if (coding.type == "ASSAULT" && reading.sources.empty()) return false;
    if (coding.type == "ASSAULT" && one_of(coding.mode, kToPersons)) return false;
    // *The figures demonstrate that it works*
    if (coding.type == "PROTEST" && tree_.child(verb, "ccomp") != kNoToken) return false;
    // Only what is told as news: a noun by the way (*since the coup*) repeats what has been told.
    if (reading.background || reading.repeats || reading.unreal) return false;
    if (!is_particular(reading) || !has_happened(reading.status)) return false;
    // *A mine hit a lorry*: the verb tells of the noun's event, with its sides; so does the first
    // verb of *twelve were killed and thirty wounded*.
    const TokenIndex governor = tree_.head(verb);
    const bool may_repeat = !arguments_.is_verb(verb) || tree_[verb].dep == "conj";
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, kMaxReadings));
    const auto last =
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), at + kMaxReadings));
    const bool told_again = may_repeat && std::any_of(first, last, [&](const Reading& other) {
                                return other.predicate == governor;
                            });
    if (told_again) return false;
    // Somebody of whom something is known needs no help (*students marched*).
    const bool known =
        std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
            const Actor& actor = sides_.actor(source);
            return !actor.country.empty() || !actor.sectors.empty() || !actor.code.empty();
        });
    if (known) return false;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.country.empty()) return false;
    const MentionIndex found = government_at(reading.predicate, scene.country);
    if (found == Mentions::kNoMention) return false;
    // Arrests are made by the state; all else is done to it.
    const bool implied = sentence_of(found) != sentence_of(reading);
    if (arrest && !reading.sources.empty()) return false;
    (arrest ? reading.sources : reading.targets) = {found};
    (arrest ? reading.implied_source : reading.implied_target) = implied;
    reading.why.emplace_back("discourse:scene");
    return true;
}

}  // namespace tidings::coding
