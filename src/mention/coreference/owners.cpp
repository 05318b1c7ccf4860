#include "mention/coreference/owners.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 3> kBelonging{"of", "for", "from"};
/// Who speaks for the body last spoken of, where nothing says for whom.
constexpr std::array<std::string_view, 6> kMouthpieces{"spokesman",         "spokeswoman",
                                                       "spokesperson",      "spokespeople",
                                                       "secretary-general", "secretary general"};
/// *The African Union named an envoy*: one of its own.
constexpr std::array<std::string_view, 8> kAppointing{"name",   "appoint",  "send",   "dispatch",
                                                      "deploy", "nominate", "recall", "withdraw"};
constexpr std::array<std::string_view, 4> kCounterparts{"colleague", "counterpart", "homologue",
                                                        "neighbour"};
constexpr std::size_t kMostOwners = 4;
constexpr std::uint32_t kBodyWindow = 2;  // sentences
constexpr std::uint32_t kOrganisationWindow = 12;

bool has_sector(const std::vector<std::string>& sectors, std::string_view sector) {
    return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

bool is_international(const Evidence& e) {
    return e.country.empty() && (has_sector(e.sectors, "IGO") || has_sector(e.sectors, "NGO"));
}

class OwnerReader {
  public:
    OwnerReader(ReferenceContext& context, PhraseId i)
        : context_(context), sets_(context.sets), tree_(context.tree), i_(i) {}

    void take() {
        const Evidence& own = sets_[i_];
        const Evidence& e = to();
        const bool office =
            own.type == MentionType::Role || (own.type == MentionType::Person && !own.role.empty());
        if (!office || !e.country.empty() || !e.code.empty()) return;
        // *Ana Rus, its spokeswoman*: what the description tells holds for the person.
        if (sets_.root(i_) != i_ && e.type != MentionType::Person) return;
        for (const PhraseId owner : owners_of(context_, i_)) {
            if (take_from(owner, " of its owner")) return;
        }
        const Token& head = sets_.head(i_);
        if (head.dep == "conj" && sets_.at(head.head) != kNoPhrase &&
            sets_[sets_.at(head.head)].type == MentionType::Role) {
            if (take_from(sets_.at(head.head), " of what it is coordinated with")) return;
        }
        if (const PhraseId body = who_sends(); body != kNoPhrase) {
            (void)take_from(body, " of who sends it");
            return;
        }
        if (!e.sectors.empty() || !one_of(utf8::fold(e.role), kMouthpieces)) return;
        // *the Secretary-General*, *the Spokesperson*: with a capital, of the organisation that the
        // report is about.
        const char initial = context_.report.text[sets_.head(i_).span.start];
        const bool capital = initial >= 'A' && initial <= 'Z' && !sets_.head(i_).sentence_start;
        PhraseId body = capital ? international_body() : kNoPhrase;
        if (body == kNoPhrase) body = body_spoken_of();
        if (body != kNoPhrase) (void)take_from(body, " of the body spoken of");
    }

  private:
    [[nodiscard]] Evidence& to() { return sets_[sets_.root(i_)]; }

    bool take_from(PhraseId owner, std::string_view how) {
        const Evidence& from = sets_.whole(owner);
        Evidence& e = to();
        if (sets_.same(owner, i_) || !sets_.is_actor(owner)) return false;
        if (!from.country.empty()) {
            e.country = from.country;
            e.why += "; country " + e.country + std::string(how);
        } else if (is_sector_of_force(e)) {
            return false;
        } else if (!is_international(from)) {
            // The army's spokesman, whose country is read from the scene like the army's own.
            if (!e.sectors.empty() || sets_.traits(owner).kind != ActorKind::Body) return false;
            // So is a union's or a company's secretary-general.
            const bool of_body =
                is_sector_of_state(from.sectors) || (!e.plural && !from.sectors.empty());
            if (!of_body) return false;
            take_sectors_of(from, how);
            return true;
        }
        const bool body = sets_.traits(owner).kind == ActorKind::Body || is_international(from);
        // *the union's president* heads no state.
        const bool stateless = !from.sectors.empty() && !is_sector_of_state(from.sectors);
        if (body && stateless) forget_head_of_state(e);
        const bool take_sectors = body && (e.sectors.empty() || is_international(from));
        if (take_sectors) take_sectors_of(from, how);
        return true;
    }

    /// *the gunmen of the United Nations* is no reading.
    static bool is_sector_of_force(const Evidence& e) {
        return has_sector(e.sectors, "REB") || has_sector(e.sectors, "UAF") ||
               has_sector(e.sectors, "CRM") || has_sector(e.sectors, "REF") ||
               has_sector(e.sectors, "CVL");
    }

    void take_sectors_of(const Evidence& from, std::string_view how) {
        Evidence& e = to();
        std::vector<std::string> sectors = from.sectors;
        for (const std::string& own : e.sectors) {
            if (!has_sector(sectors, own)) sectors.push_back(own);
        }
        e.sectors = std::move(sectors);
        if (e.country.empty()) e.code = from.code;
        e.why += "; sectors" + std::string(how);
    }

    /// The international body whose envoy, mission or troops these are.
    [[nodiscard]] PhraseId who_sends() const {
        const Token& head = sets_.head(i_);
        if (head.dep != "dobj" || !one_of(tree_[head.head].lemma, kAppointing)) return kNoPhrase;
        const TokenIndex subject = context_.arguments.subject(head.head);
        if (subject == kNoToken || sets_.at(subject) == kNoPhrase) return kNoPhrase;
        const PhraseId k = sets_.at(subject);
        return is_international(sets_.whole(k)) ? k : kNoPhrase;
    }

    [[nodiscard]] PhraseId international_body() const {
        return best_before(context_, i_, kOrganisationWindow, [&](PhraseId k) {
            const Evidence& e = sets_.whole(k);
            const bool organisation = is_international(e) && e.sectors.front() == "IGO" &&
                                      sets_.traits(k).kind == ActorKind::Body;
            if (!sets_.is_actor(k) || !organisation) return kImpossible;
            return salience(context_, k, i_);
        });
    }

    [[nodiscard]] PhraseId body_spoken_of() const {
        return best_before(context_, i_, kBodyWindow, [&](PhraseId k) {
            const ActorKind kind = sets_.traits(k).kind;
            if (!sets_.is_actor(k) || sets_[k].is_place || !is_subject(sets_.head(k))) {
                return kImpossible;
            }
            if (kind != ActorKind::Body && kind != ActorKind::Country) return kImpossible;
            return salience(context_, k, i_);
        });
    }

    ReferenceContext& context_;
    ActorSets& sets_;
    const SyntaxTree& tree_;
    PhraseId i_;
};

/// *his colleagues*: of the two states, other than his own, that the report is most about.
std::vector<PhraseId> counterparts(const ReferenceContext& context, const AssumedCountries& assumed,
                                   const std::string& own, PhraseId i) {
    std::vector<PhraseId> states;
    for (const std::string& country : assumed.leading_countries(3)) {
        const PhraseId k = assumed.bearer_of(country, i);
        if (country != own && k != kNoPhrase && states.size() < 2) {
            states.push_back(context.sets.root(k));
        }
    }
    return states.size() == 2 ? states : std::vector<PhraseId>();
}

/// *the foreign ministers of Peru and Chile*, *his colleagues in Lima and Quito*.
std::vector<PhraseId> states_behind(const ReferenceContext& context,
                                    const AssumedCountries& assumed, PhraseId i) {
    const ActorSets& sets = context.sets;
    const SyntaxTree& tree = context.tree;
    std::vector<PhraseId> states;
    for (const TokenIndex c : tree.children(sets[i].phrase.head)) {
        if (tree[c].dep != "prep" || (tree[c].lower != "of" && tree[c].lower != "in")) continue;
        const TokenIndex object = tree.child(c, "pobj");
        if (object == kNoToken) continue;
        if (sets.at(object) != kNoPhrase && !sets.several(sets.at(object)).empty()) {
            return sets.several(sets.at(object));
        }
        if (!tree.has_child(object, "conj")) continue;
        for (const TokenIndex t : context.arguments.coordinated(object)) {
            const PhraseId place = sets.at(t);
            if (place == kNoPhrase || sets[place].country.empty()) return {};
            const bool names_state =
                sets[place].type == MentionType::Country || sets[place].type == MentionType::None;
            const PhraseId state = assumed.bearer_of(sets[place].country, i);
            if (!names_state || state == kNoPhrase || states.size() >= kMostOwners) return {};
            const PhraseId root = sets.root(state);
            if (std::find(states.begin(), states.end(), root) == states.end()) {
                states.push_back(root);
            }
        }
        break;
    }
    return states.size() > 1 ? states : std::vector<PhraseId>();
}

/// *their governments*, of two states or of people of two states.
std::vector<PhraseId> states_of(const ReferenceContext& context, const AssumedCountries& assumed,
                                const std::vector<PhraseId>& owners, PhraseId i) {
    std::vector<PhraseId> states;
    for (const PhraseId owner : owners) {
        PhraseId state = context.sets.root(owner);
        if (context.sets.traits(owner).kind == ActorKind::Person) {
            const std::string& country = context.sets.whole(owner).country;
            const PhraseId k = country.empty() ? kNoPhrase : assumed.bearer_of(country, i);
            const bool is_state =
                k != kNoPhrase && context.sets.traits(k).kind == ActorKind::Country;
            if (is_state) state = context.sets.root(k);
        }
        if (std::find(states.begin(), states.end(), state) == states.end()) states.push_back(state);
    }
    return states;
}

}  // namespace

std::vector<PhraseId> owners_of(const ReferenceContext& context, PhraseId i) {
    std::vector<PhraseId> owners;
    const SyntaxTree& tree = context.tree;
    const TokenIndex head = context.sets[i].phrase.head;
    // *the union's secretary-general*: the parser hangs the owner on the first half.
    if (head >= 2 && tree[head - 1].lower == "-" && tree.head(head - 2) == head) {
        const TokenIndex owner = tree.child(head - 2, "poss");
        if (owner != kNoToken && context.sets.at(owner) != kNoPhrase) {
            owners.push_back(context.sets.at(owner));
        }
    }
    for (const TokenIndex c : tree.children(head)) {
        TokenIndex owner = kNoToken;
        if (tree[c].dep == "poss") owner = c;
        if (tree[c].dep == "prep" && one_of(tree[c].lower, kBelonging)) {
            owner = tree.child(c, "pobj");
        }
        if (owner == kNoToken || context.sets.at(owner) == kNoPhrase) continue;
        if (owners.size() < kMostOwners) owners.push_back(context.sets.at(owner));
    }
    return owners;
}

void take_from_owner(ReferenceContext& context, PhraseId i) {
    OwnerReader(context, i).take();
}

bool stand_for_owners(ReferenceContext& context, const AssumedCountries& assumed, PhraseId i) {
    ActorSets& sets = context.sets;
    const Evidence& e = sets[i];
    if (!e.plural || sets.root(i) != i || sets.head(i).dep == "conj") return false;
    const bool counterpart = one_of(sets.head(i).lemma, kCounterparts);
    const bool governs =
        e.type == MentionType::Role && !e.sectors.empty() && e.sectors.front() == "GOV";
    if (!counterpart && !governs) return false;
    std::vector<PhraseId> states = states_behind(context, assumed, i);
    const TokenIndex possessor = context.tree.child(e.phrase.head, "poss");
    const PhraseId owner = possessor == kNoToken ? kNoPhrase : sets.at(possessor);
    if (states.empty() && owner != kNoPhrase && e.country.empty()) {
        const Evidence& whole = sets.whole(owner);
        if (!counterpart) {
            states = states_of(context, assumed, sets.several(owner), i);
        } else if (is_sector_of_state(whole.sectors)) {
            states = counterparts(context, assumed, whole.country, i);
        }
    }
    if (states.empty()) return false;
    std::string names;
    for (const PhraseId k : states) names += (names.empty() ? "" : ", ") + sets.label(k);
    sets.stand_for(i, std::move(states), "stands for " + names);
    return true;
}

}  // namespace tidings::mention
