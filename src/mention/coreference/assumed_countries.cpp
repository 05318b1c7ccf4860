#include "mention/coreference/assumed_countries.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/actor_code.hpp"
#include "mention/coreference/local_people.hpp"
#include "mention/coreference/owners.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr std::string_view kAssumed = " assumed (";  // in ActorMention::why

/// Bodies of one state whose members act for one another.
constexpr std::array<std::string_view, 3> kSpheres{"LEG", "JUD", "COP"};

/// Sectors of bodies that do not leave their country.
constexpr std::array<std::string_view, 6> kInstitutions{"EDU", "MED", "PTY", "LEG", "JUD", "LAB"};

/// Bodies and people whose business is with their own state.
constexpr std::array<std::string_view, 5> kHomeSectors{"LEG", "JUD", "PTY", "OPP", "LAB"};
/// What is done to other states' diplomats.
constexpr std::array<std::string_view, 5> kSendingHome{"expel", "summon", "eject", "deport",
                                                       "accredit"};

/// Offices that are held in another country than one's own.
constexpr std::array<std::string_view, 12> kAbroad{
    "ambassador", "envoy",   "diplomat",  "consul",   "emissary", "delegate",
    "delegation", "embassy", "consulate", "observer", "attache",  "negotiator"};
/// *sent troops*, *ordered police to clear the square*: their own.
constexpr std::array<std::string_view, 16> kSending{
    "send",     "deploy", "dispatch", "order",   "mobilize", "mobilise", "withdraw", "recall",
    "instruct", "pull",   "station",  "appoint", "dismiss",  "sack",     "name",     "command"};

// What speaks for a country. The sums are compared with each other and with the floors below.
constexpr double kOfNoun = 6.0;    // *police in Lagos*
constexpr double kFrame = 5.0;     // *In Lagos, police ...*
constexpr double kOfClause = 3.3;  // *Police shot ten people in Lagos*
constexpr double kOfMainClause = 2.0;
constexpr double kOfSentence = 1.0;
constexpr double kOfOtherNoun = 0.7;  // share where the place hangs on another noun
constexpr double kGoesAbout = 0.6;    // for people spoken of before
constexpr double kSpeaks = 3.0;       // *Germany said the staff ...*
constexpr double kSpeaksOfPeople = 1.0;
constexpr double kSends = 4.5;
constexpr double kSameRole = 2.0;    // *Turkish police ... Police*
constexpr double kSameSphere = 2.0;  // *Turkey's parliament ... Lawmakers*
constexpr double kTopic = 1.8;       // subject of the sentence before, for an office
constexpr double kTopicOfPeople = 1.0;
constexpr double kNamedBefore = 0.8;
constexpr double kSceneBefore = 1.5;
constexpr double kFar = 0.5;  // two sentences back, or beyond the paragraph
constexpr double kEarlierSubject = 0.5;
constexpr double kHeading = 4.0;
constexpr double kReport = 3.0;
constexpr double kDateline = 2.0;    // of a court or the police, in the first sentences
constexpr double kForeigner = -1.0;  // *NEW YORK - A judge sentenced a Mexican*
constexpr std::uint32_t kLeadSentences = 3;
constexpr double kSentHome = -8.0;    // *India expelled two diplomats*
constexpr double kDomestic = 5.0;     // *American lawmakers urged the president*
constexpr double kOtherParty = -2.0;  // *Mexico met the president*
constexpr double kInstitution = 1.5;  // *police besieged the Nairobi university*
constexpr double kFloor = 2.2;
constexpr double kFloorOfKnown = 0.8;  // of *the government*
constexpr double kLead = 0.6;          // over the next country
constexpr double kOnlyCountry = 2.2;
constexpr double kSlight = 0.4;  // share of the report under which a country is not its topic
constexpr std::uint32_t kParagraph = 5;   // sentences of it that are looked at
constexpr std::uint32_t kRoleWindow = 4;  // sentences
constexpr PhraseId kRolePhrases = 60;

/// Sums for the countries of a report, for one phrase.
class Weighing {
  public:
    Weighing(const ReferenceContext& context, const Scenes& scenes, PhraseId i)
        : context_(context),
          scenes_(scenes),
          i_(i),
          sentence_(context.sentence(i)),
          head_(context.sets[i].phrase.head),
          verb_(scenes.clause_verb(head_)),
          abroad_(one_of(context.sets[i].role_head, kAbroad)),
          sums_(scenes.countries().size(), 0.0),
          best_part_(sums_.size(), 0.0),
          how_(sums_.size()) {}

    AssumedCountries::Guess result() {
        weigh_report();
        weigh_lead();
        weigh_places();
        weigh_clauses();
        weigh_paragraph();
        weigh_same_role();
        return best();
    }

  private:
    void add(CountryIndex country, double weight, std::string_view how) {
        sums_[country] += weight;
        if (weight <= best_part_[country]) return;
        best_part_[country] = weight;
        how_[country] = how;
    }

    void weigh_report() {
        if (abroad_) return;
        const bool office = is_office(context_.sets[i_]);
        for (CountryIndex c = 0; c < sums_.size(); ++c) {
            // Squared: a country that is spoken of half as often is not half as likely.
            const double share = office ? scenes_.share(c) : scenes_.share_of_people(c);
            add(c, kReport * share * share, "country that the report is about");
        }
    }

    /// *NEW YORK - A judge sentenced a Mexican*: courts and police of the lead sit where it was
    /// written, and who is told to be of another state is likely a foreigner there.
    void weigh_lead() {
        const Evidence& e = context_.sets[i_];
        const bool sits =
            is_office(e) && (e.sectors.front() == "JUD" || e.sectors.front() == "COP");
        if (!sits || sentence_ > kLeadSentences) return;
        const CountryIndex here = scenes_.dateline_country();
        if (here != kNoCountry) add(here, kDateline, "country of the dateline");
        const TokenIndex governor = context_.governing_verb(head_);
        if (governor == kNoToken || here == kNoCountry) return;
        for (const Scenes::Named& name : scenes_.named(sentence_)) {
            if (name.phrase == kNoPhrase || name.country == here) continue;
            const Token& other = context_.sets.head(name.phrase);
            const bool person = context_.sets.traits(name.phrase).kind == ActorKind::Person;
            if (person && other.dep == "dobj" && other.head == governor) {
                add(name.country, kForeigner, "the foreigner's");
            }
        }
    }

    /// True if `above` is the verb of a clause that the clause of `verb` hangs on, or is joined to.
    [[nodiscard]] bool hangs_on(TokenIndex verb, TokenIndex above) const {
        if (verb == kNoToken || above == kNoToken) return false;
        TokenIndex t = verb;
        for (int steps = 0; steps < 6 && !context_.tree.is_root(t); ++steps) {
            t = context_.tree.head(t);
            if (t == above) return true;
        }
        return false;
    }

    [[nodiscard]] double weight_of(const Scenes::Place& place) const {
        if (place.noun == head_) return kOfNoun;
        // *The men* have been spoken of and go about; *two men in Lagos* are of Lagos.
        const Evidence& e = context_.sets[i_];
        const bool people = e.role_kind == RowKind::Person || e.role_kind == RowKind::Population;
        const double fixed = e.definite && people ? kGoesAbout : 1.0;
        if (place.origin) {
            const bool theirs = place.verb != kNoToken && place.noun == kNoToken &&
                                context_.tree.head(head_) == place.verb &&
                                is_subject(context_.tree[head_]);
            return theirs ? kOfNoun : kOfSentence;
        }
        if (place.frame && (place.verb == verb_ || hangs_on(verb_, place.verb))) return kFrame;
        // *gunmen attacked the embassy in Rabat*: the clause plays where its object lies.
        const double far = fixed * (place.noun == kNoToken ? 1.0 : kOfOtherNoun);
        if (place.verb != kNoToken && place.verb == verb_) return far * kOfClause;
        if (hangs_on(verb_, place.verb)) return far * kOfMainClause;
        return far * kOfSentence;
    }

    /// *the government there*: of the last place before.
    void weigh_there() {
        const SyntaxTree& tree = context_.tree;
        const bool there =
            std::any_of(tree.children(head_).begin(), tree.children(head_).end(),
                        [&](TokenIndex c) { return tree[c].lower == "there" && c > head_; });
        for (std::uint32_t back = 0; there && back <= 2 && back <= sentence_; ++back) {
            const auto places = scenes_.places(sentence_ - back);
            if (places.empty()) continue;
            add(places.back().country, kOfNoun, "place spoken of before");
            return;
        }
    }

    void weigh_places() {
        if (abroad_) return;
        weigh_there();
        std::vector<double> most(sums_.size(), 0.0);
        for (const Scenes::Place& place : scenes_.places(sentence_)) {
            const double weight = weight_of(place);
            if (weight <= most[place.country]) continue;
            add(place.country, weight - most[place.country], "place in the sentence");
            most[place.country] = weight;
        }
    }

    /// Who says, sends, meets: other countries and their bodies in the sentence.
    void weigh_clauses() {
        const SyntaxTree& tree = context_.tree;
        const TokenIndex governor = context_.governing_verb(head_);
        const bool object = tree[head_].dep == "dobj" || tree[head_].dep == "dative";
        const bool sent = object && governor != kNoToken && one_of(tree[governor].lemma, kSending);
        std::vector<bool> spoke(sums_.size(), false);
        for (const Scenes::Named& name : scenes_.named(sentence_)) {
            if (name.phrase == kNoPhrase || name.phrase == i_) continue;
            const TokenIndex other = context_.sets[name.phrase].phrase.head;
            const TokenIndex verb = context_.governing_verb(other);
            if (verb == kNoToken) continue;
            const bool together = verb == governor;
            if (name.subject && together && sent) {
                add(name.country, kSends, "who sends them");
            } else if (name.subject && together && abroad_ && object && is_sent_home(verb)) {
                add(name.country, kSentHome, "who expels them");
            } else if (name.subject && together && object && is_home_body(name.phrase)) {
                add(name.country, kDomestic, "whose body acts on it");
            } else if (name.subject && is_said_by(verb) && is_abroad(name.phrase)) {
                continue;
            } else if (name.subject && is_said_by(verb) && !spoke[name.country]) {
                spoke[name.country] = true;
                const bool office = is_office(context_.sets[i_]);
                add(name.country, office ? kSpeaks : kSpeaksOfPeople, "country that speaks");
            } else if (together && is_institution(name.phrase)) {
                add(name.country, kInstitution, "whose institution is told of");
            } else if (together && deals_abroad() && is_state(name.phrase) && other != head_ &&
                       tree[other].dep != "conj" && tree[head_].dep != "conj") {
                add(name.country, kOtherParty, "the other party");
            } else if (name.subject && name.phrase < i_ && !spoke[name.country]) {
                spoke[name.country] = true;
                add(name.country, kEarlierSubject, "country that acts in the sentence");
            }
        }
    }

    [[nodiscard]] bool is_sent_home(TokenIndex verb) const {
        return one_of(context_.tree[verb].lemma, kSendingHome);
    }

    /// Parliaments, courts, parties and unions deal with the offices of their own state.
    [[nodiscard]] bool is_home_body(PhraseId k) const {
        const Evidence& own = context_.sets[i_];
        const Evidence& other = context_.sets[k];
        if (!is_office(own) || other.type == MentionType::Country) return false;
        return !other.sectors.empty() && one_of(other.sectors.front(), kHomeSectors);
    }

    /// *a spokeswoman for the embassy said*: what she tells of is not at home.
    [[nodiscard]] bool is_abroad(PhraseId k) const {
        if (one_of(context_.sets[k].role_head, kAbroad)) return true;
        const std::vector<PhraseId> owners = owners_of(context_, k);
        return std::any_of(owners.begin(), owners.end(), [this](PhraseId owner) {
            return one_of(context_.sets.head(owner).lower, kAbroad);
        });
    }

    /// Governments and armies deal with other states; courts, deputies and police with their own.
    [[nodiscard]] bool deals_abroad() const {
        const Evidence& e = context_.sets[i_];
        return is_office(e) && (e.sectors.front() == "GOV" || e.sectors.front() == "MIL");
    }

    /// *police besieged the Nairobi university*: a body that does not leave its country.
    [[nodiscard]] bool is_institution(PhraseId k) const {
        const Evidence& e = context_.sets[k];
        if (e.type != MentionType::Known && e.type != MentionType::Name) return false;
        if (context_.sets.traits(k).kind != ActorKind::Body || e.sectors.empty()) return false;
        return one_of(e.sectors.front(), kInstitutions);
    }

    [[nodiscard]] bool is_state(PhraseId k) const {
        const Evidence& e = context_.sets[k];
        if (one_of(e.role_head, kAbroad) || is_state_word(e.role_head)) return false;
        return e.type == MentionType::Country || is_sector_of_state(e.sectors);
    }

    /// The clause is what the subject of `verb` says.
    [[nodiscard]] bool is_said_by(TokenIndex verb) const {
        const SyntaxTree& tree = context_.tree;
        // *The U.S. expelled two diplomats, Ukraine expelled ten*: a second clause, not the
        // speaker's.
        if (verb_ != kNoToken && verb != verb_ && tree[verb].lemma == tree[verb_].lemma) {
            return false;
        }
        TokenIndex t = verb_;
        for (int steps = 0; steps < 4 && t != kNoToken && !tree.is_root(t); ++steps) {
            const TokenIndex above = tree.head(t);
            if (tree[t].dep == "ccomp" && above == verb) return true;
            if (tree[t].dep != "conj" && tree[t].dep != "ccomp" && tree[t].dep != "advcl") {
                return false;
            }
            t = above;
        }
        return false;
    }

    /// What the two sentences before are about.
    void weigh_paragraph() {
        if (const CountryIndex country = scenes_.heading(sentence_); country != kNoCountry) {
            add(country, kHeading, "country of the heading");
        }
        weigh_only_country();
        std::vector<double> most(sums_.size(), 0.0);
        const auto take = [&](CountryIndex country, double weight, std::string_view how) {
            if (weight <= most[country]) return;
            add(country, weight - most[country], how);
            most[country] = weight;
        };
        for (std::uint32_t back = 1; back <= 2 && back <= sentence_; ++back) {
            const std::uint32_t s = sentence_ - back;
            double near = back == 1 ? 1.0 : kFar;
            if (!scenes_.same_paragraph(s, sentence_)) near *= kFar;
            for (const Scenes::Named& name : scenes_.named(s)) {
                const double topic = is_office(context_.sets[i_]) ? kTopic : kTopicOfPeople;
                const double weight = name.subject ? topic : kNamedBefore;
                take(name.country, near * weight, "country spoken of before");
            }
            if (abroad_) continue;
            for (const Scenes::Place& place : scenes_.places(s)) {
                const double weight = place.main ? kSceneBefore : kNamedBefore;
                take(place.country, near * weight, "place spoken of before");
            }
        }
    }

    /// *The government* in a paragraph that has spoken of one country only.
    void weigh_only_country() {
        if (!is_office(context_.sets[i_])) return;
        CountryIndex only = kNoCountry;
        for (std::uint32_t back = 1; back <= kParagraph && back <= sentence_; ++back) {
            const std::uint32_t s = sentence_ - back;
            if (!scenes_.same_paragraph(s, sentence_)) break;
            const auto take = [&only](CountryIndex country) {
                if (only != kNoCountry && only != country) return false;
                only = country;
                return true;
            };
            for (const Scenes::Named& name : scenes_.named(s)) {
                if (!take(name.country)) return;
            }
            for (const Scenes::Place& place : scenes_.places(s)) {
                if (!take(place.country)) return;
            }
        }
        if (only == kNoCountry) return;
        const double spoken_of = std::max(0.0, scenes_.share(only) - kSlight);
        add(only, kOnlyCountry * spoken_of, "the country of the paragraph");
    }

    /// *Turkish police ... Police*: of the country that the same role had last.
    void weigh_same_role() {
        const Evidence& e = context_.sets[i_];
        if (e.role_head.empty() || e.sectors.empty()) return;
        bool same_sphere = false;
        for (PhraseId back = 1; back <= kRolePhrases && back <= i_; ++back) {
            const PhraseId k = i_ - back;
            if (sentence_ - context_.sentence(k) > kRoleWindow) return;
            const Evidence& o = context_.sets[k];
            if (o.country.empty() || o.sectors.empty()) continue;
            if (o.type != MentionType::Role && o.type != MentionType::Known) continue;
            const bool same = o.plural == e.plural &&
                              (context_.sets.head(k).lower == context_.tree[head_].lower ||
                               o.role_head == e.role_head);
            // *Turkey's parliament ... Lawmakers*
            const bool sphere = !same_sphere && o.sectors.front() == e.sectors.front() &&
                                one_of(e.sectors.front(), kSpheres);
            if (!same && !sphere) continue;
            const auto& all = scenes_.countries();
            const auto found = std::find(all.begin(), all.end(), o.country);
            if (found == all.end()) continue;
            add(static_cast<CountryIndex>(found - all.begin()), same ? kSameRole : kSameSphere,
                "country of the same role before");
            if (same) return;
            same_sphere = true;
        }
    }

    [[nodiscard]] AssumedCountries::Guess best() const {
        CountryIndex best = kNoCountry;
        double second = 0;
        for (CountryIndex c = 0; c < sums_.size(); ++c) {
            if (best == kNoCountry || sums_[c] > sums_[best]) {
                if (best != kNoCountry) second = std::max(second, sums_[best]);
                best = c;
            } else {
                second = std::max(second, sums_[c]);
            }
        }
        if (best == kNoCountry) return {};
        const Evidence& e = context_.sets[i_];
        const bool known = e.definite || e.type == MentionType::Person;
        if (sums_[best] < (known && is_office(e) ? kFloorOfKnown : kFloor)) return {};
        if (!known && sums_[best] - second < kLead) return {};
        return {scenes_.countries()[best], how_[best]};
    }

    const ReferenceContext& context_;
    const Scenes& scenes_;
    PhraseId i_;
    std::uint32_t sentence_;
    TokenIndex head_;
    TokenIndex verb_;
    bool abroad_;
    std::vector<double> sums_;
    std::vector<double> best_part_;
    std::vector<std::string_view> how_;
};

}  // namespace

bool is_sector_of_state(const std::vector<std::string>& sectors) {
    return !sectors.empty() && one_of(sectors.front(), kStateSectors);
}

AssumedCountries::AssumedCountries(const ReferenceContext& context)
    : context_(context), scenes_(context), guesses_(context.sets.size()) {
    for (PhraseId i = 0; i < context.sets.size(); ++i) {
        const Evidence& e = context.sets[i];
        if (e.country.empty()) continue;
        if (e.type == MentionType::Country) first_of_.emplace(e.country, i);
        const bool governs = !e.sectors.empty() && e.sectors.front() == "GOV";
        if (governs && e.type != MentionType::None) office_of_.emplace(e.country, i);
    }
}

const AssumedCountries::Guess& AssumedCountries::guess(PhraseId i) const {
    std::optional<Guess>& known = guesses_[i];
    return known.has_value() ? *known : known.emplace(weigh(i));
}

AssumedCountries::Guess AssumedCountries::weigh(PhraseId i) const {
    return Weighing(context_, scenes_, i).result();
}

std::vector<std::string> AssumedCountries::leading_countries(std::size_t n) const {
    constexpr double kSlight = 0.3;
    std::vector<CountryIndex> order;
    for (CountryIndex c = 0; c < scenes_.countries().size(); ++c) {
        if (scenes_.share(c) >= kSlight) order.push_back(c);
    }
    std::stable_sort(order.begin(), order.end(), [this](CountryIndex a, CountryIndex b) {
        return scenes_.share(a) > scenes_.share(b);
    });
    std::vector<std::string> names;
    for (const CountryIndex c : order) {
        if (names.size() < n) names.push_back(scenes_.countries()[c]);
    }
    return names;
}

PhraseId AssumedCountries::phrase_of(const std::string& country) const {
    const auto found = first_of_.find(country);
    return found == first_of_.end() ? kNoPhrase : found->second;
}

PhraseId AssumedCountries::bearer_of(const std::string& country, PhraseId before) const {
    // kNoPhrase is greater than any phrase.
    if (const PhraseId named = phrase_of(country); named < before) return named;
    const auto found = office_of_.find(country);
    return found == office_of_.end() || found->second >= before ? kNoPhrase : found->second;
}

bool has_assumed_country(const ActorMention& mention) {
    return mention.why.find(kAssumed) != std::string::npos;
}

void assume_countries(ReferenceContext& context, const AssumedCountries& assumed) {
    ActorSets& sets = context.sets;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        Evidence& e = sets[i];
        if (sets.root(i) != i || !e.country.empty() || !e.code.empty()) continue;
        if (!is_office(e) && !is_local(e)) continue;
        if (names_a_people(context, e) || is_of_anywhere(context, e)) continue;
        if (const Span words = institution(context, e); !words.empty()) {
            // Never that of the scene: a professor at Stanford tells of Syria from afar.
            e.country = country_of_institution(context, words);
            if (!e.country.empty()) e.why += "; country " + e.country + " of the institution";
            continue;
        }
        const AssumedCountries::Guess& guess = assumed.guess(i);
        if (guess.country.empty()) continue;
        e.country = guess.country;
        go_to_mother_country(context, e, e.country);
        e.why.append("; country ").append(e.country).append(kAssumed);
        e.why.append(guess.how).append(")");
    }
}

}  // namespace tidings::mention
