#include "mention/coreference/descriptions.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/owners.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr std::uint32_t kNounWindow = 30;         // sentences in which the same noun is sought
constexpr std::uint32_t kDescriptionWindow = 12;  // and another one that fits

/// A role with one of these is another office: *the vice president* is not *the president*.
constexpr std::array<std::string_view, 7> kLesser{"vice", "deputy", "former",    "assistant",
                                                  "ex",   "junior", "opposition"};
/// *the next president*, *the other group*: one that has not been spoken of.
constexpr std::array<std::string_view, 9> kOthers{
    "next", "future", "other", "another", "eventual", "prospective", "would-be", "last", "first"};
/// Nouns of so wide a meaning that they go back to nothing in particular.
constexpr std::array<std::string_view, 6> kVagueNouns{"people", "others", "member",
                                                      "source", "person", "resident"};

constexpr std::array<std::string_view, 4> kGovernments{"government", "administration", "cabinet",
                                                       "regime"};

constexpr std::array<std::string_view, 5> kPartsOfGovernment{"department", "ministry", "agency",
                                                             "bureau", "commission"};

/// *the Democratic coalition* is not the other party's.
constexpr std::array<std::string_view, 8> kPartyAdjectives{
    "democratic", "republican", "conservative", "liberal", "labour", "labor", "tory", "socialist"};

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool intersect(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&b](const std::string& x) { return has(b, x); });
}

/// Words of the row that the antecedent's names and roles have, phrases of two words included.
bool has_word_of(const Traits& traits, const DescriptionRow& row) {
    const auto& words = traits.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (row.words.contains(words[i])) return true;
        if (i + 1 < words.size() && row.words.contains(words[i] + " " + words[i + 1])) return true;
    }
    return false;
}

/// Words of names before the head: *Ohio* of *the Ohio governor*.
std::vector<std::string> proper_modifiers(const SyntaxTree& tree, const NounPhrase& phrase) {
    std::vector<std::string> words;
    for (TokenIndex t = phrase.first; t < phrase.head; ++t) {
        if (tree[t].pos == Pos::Propn && tree[t].dep == "compound") {
            words.push_back(utf8::fold(tree[t].lower));
        }
    }
    return words;
}

/// Who does harm, and who suffers it, are not one person: *the attacker* is no passenger.
constexpr std::array<std::string_view, 14> kHarming{
    "suspect", "attacker", "assailant", "gunman", "shooter",   "culprit",  "perpetrator",
    "killer",  "murderer", "bomber",    "robber", "kidnapper", "abductor", "hijacker"};
constexpr std::array<std::string_view, 12> kSuffering{
    "victim",  "passenger", "bystander", "hostage",   "captive",   "customer",
    "witness", "survivor",  "patient",   "passer-by", "samaritan", "casualty"};
constexpr std::array<std::string_view, 18> kHarm{
    "kill", "murder", "stab",   "shoot",  "wound",  "injure", "attack", "assault", "rob",
    "rape", "beat",   "kidnap", "abduct", "strike", "hit",    "behead", "poison",  "burn"};

/// *a passenger was stabbed*, *he killed a passenger*: told of as somebody who is harmed. A suspect
/// may be shot by the police: of him only the noun tells.
bool is_harmed(const ReferenceContext& context, PhraseId k, bool by_noun_only) {
    const ActorSets& sets = context.sets;
    for (const PhraseId one : {k, sets.root(k)}) {
        const Token& head = sets.head(one);
        if (one_of(utf8::fold(head.lemma), kSuffering)) return true;
        if (by_noun_only) continue;
        const bool object = head.dep == "dobj" || head.dep == "nsubjpass";
        // *The son of Carl Maro was stabbed*: nor the father.
        if (head.dep == "pobj" && context.tree[head.head].lower == "of") return true;
        if (object && one_of(context.tree[head.head].lemma, kHarm)) return true;
    }
    return false;
}

/// *Congress*, *the Senate*: a noun that is written as a name.
bool is_written_as_name(const ReferenceContext& context, PhraseId i) {
    const Token& head = context.sets.head(i);
    const char initial = context.report.text[head.span.start];
    return head.pos == Pos::Propn && initial >= 'A' && initial <= 'Z' && !context.in_title(i);
}

bool has_lesser_rank(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return one_of(word, kLesser); });
}

}  // namespace

DescriptionResolver::DescriptionResolver(ReferenceContext& context, const AssumedCountries& assumed)
    : context_(context), sets_(context.sets), assumed_(assumed) {
    for (PhraseId i = 0; i < sets_.size(); ++i) {
        const Evidence& e = sets_[i];
        const bool person = e.type == MentionType::Known || e.type == MentionType::Person;
        if (person && e.row == nullptr && !e.role.empty()) titled_.push_back(i);
    }
}

/// *the 41-year-old*, tokenized as five words or as one.
bool DescriptionResolver::is_age(PhraseId i) const {
    const TokenIndex head = sets_[i].phrase.head;
    const std::string_view word = sets_.head(i).lower;
    if (word.ends_with("-year-old")) return true;
    return word == "old" && head >= 4 && context_.tree[head - 1].lower == "-" &&
           context_.tree[head - 2].lower == "year";
}

/// *the group that attacked*, *the minister of defence*: the rest of the phrase says which one.
bool DescriptionResolver::has_restriction(TokenIndex noun) const {
    const SyntaxTree& tree = context_.tree;
    for (const TokenIndex c : tree.children(noun)) {
        if (c < noun) continue;
        const bool comma = tree[c - 1].lower == ",";
        if (tree[c].dep == "relcl" || tree[c].dep == "acl") {
            // *the rebels, founded in 1964*: between commas it only adds.
            for (TokenIndex t = noun + 1; t <= c && t < noun + 4; ++t) {
                if (tree[t].lower == ",") return false;
            }
            return true;
        }
        if (tree[c].dep == "prep" && !comma && (tree[c].lower == "of" || tree[c].lower == "for")) {
            return true;
        }
    }
    return false;
}

DescriptionResolver::Description DescriptionResolver::describe(PhraseId i) const {
    const Evidence& e = sets_[i];
    const SyntaxTree& tree = context_.tree;
    Description d;
    d.noun = utf8::fold(e.role_head.empty() ? tree[e.phrase.head].lemma : e.role_head);
    std::vector<std::string> role = folded_words(e.role);
    // The longest end of the phrase that the table knows: *rebel leader*, *head of state*.
    std::string phrase;
    for (std::size_t n = std::min<std::size_t>(role.size(), 4); n > 1 && d.rows == nullptr; --n) {
        phrase.clear();
        for (std::size_t w = role.size() - n; w < role.size(); ++w) {
            phrase += (phrase.empty() ? "" : " ") + role[w];
        }
        d.rows = context_.words.rows_of(phrase);
    }
    if (d.rows == nullptr) {
        phrase = d.noun;
        d.rows = context_.words.rows_of(phrase);
    }
    d.phrase = phrase;
    d.sectors = e.sectors;
    for (const std::string& word : role) {
        if (word != d.noun && !word.starts_with(d.noun)) d.modifiers.push_back(word);
    }
    d.gender = context_.words.gender_of_word(d.noun);
    for (const TokenIndex c : tree.children(e.phrase.head)) {
        if (tree[c].dep == "poss") d.owner = sets_.at(c);
        const char initial = context_.report.text[tree[c].span.start];
        const bool capital = initial >= 'A' && initial <= 'Z';
        if (c < e.phrase.head && capital && one_of(tree[c].lower, kPartyAdjectives)) {
            d.party = tree[c].lower;
        }
    }
    d.restricted = d.phrase.find(" of ") == std::string::npos && has_restriction(e.phrase.head);
    if (tree[e.phrase.head].pos == Pos::Propn) {
        d.proper_words = proper_modifiers(tree, e.phrase);
    } else if (sets_.own_traits(i).kind == ActorKind::Body && !one_of(d.noun, kGovernments)) {
        d.proper_words = unknown_modifiers(e.phrase, &d.of_place);
    }
    for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
        const KnownName* known = context_.reader.known_at(t);
        if (known == nullptr || tree[t].dep == "poss") continue;
        const ActorRow& row = context_.reader.choose(*known);
        const bool body = row.kind == RowKind::Organisation || row.kind == RowKind::Group;
        if (body) d.body = row.name;
    }
    return d;
}

/// *the government*, *the police* of another country than the one now spoken of.
bool DescriptionResolver::bare_office_agrees(PhraseId k, PhraseId i) const {
    const Evidence& e = sets_[i];
    const Evidence& whole = sets_.whole(k);
    const bool same_sphere = intersect(e.sectors, whole.sectors);
    const bool office = whole.country.empty() && is_sector_of_state(whole.sectors) && !same_sphere;
    const std::string& country = office ? assumed_.guess(sets_.root(k)).country : whole.country;
    if (country.empty() || e.type != MentionType::Role || !is_sector_of_state(e.sectors))
        return true;
    if (sets_.own_traits(i).kind != ActorKind::Body) return true;
    // *The administration*, *the cabinet* of whoever acts here, not of the army of the last
    // sentence.
    if (context_.sentence(i) - context_.sentence(k) <= 1 && sets_[k].role_head != "government" &&
        same_sphere) {
        return true;
    }
    const std::string& assumed = assumed_.guess(i).country;
    return assumed.empty() || assumed == country;
}

bool DescriptionResolver::country_agrees(PhraseId k, PhraseId i) const {
    const std::string& wanted = sets_[i].country;
    const Evidence& whole = sets_.whole(k);
    const bool international = !sets_[i].code.empty();
    if (international && !whole.country.empty()) return false;
    if (wanted.empty()) return bare_office_agrees(k, i);
    if (!whole.country.empty()) return wanted == whole.country;
    if (has(whole.sectors, "IGO")) return false;
    if (!is_sector_of_state(whole.sectors)) return true;
    const std::string assumed = assumed_.guess(sets_.root(k)).country;
    return assumed.empty() || assumed == wanted;
}

/// *the governor of Texas* is not that of Ohio, nor the Bavarian police the Saxon, nor *his
/// campaign* hers.
bool DescriptionResolver::is_of_others(PhraseId k, PhraseId i) const {
    const PhraseId first = sets_.root(k);
    const bool described = sets_[k].type == MentionType::Role;
    if (described && sets_[i].type == MentionType::Role) {
        const std::vector<std::string> own = proper_modifiers(context_.tree, sets_[i].phrase);
        const std::vector<std::string> other = proper_modifiers(context_.tree, sets_[k].phrase);
        if (!own.empty() && !other.empty() && !intersect(own, other)) return true;
        const std::string region = context_.region_of(sets_[i].phrase);
        const std::string other_region = context_.region_of(sets_[k].phrase);
        if (!region.empty() && !other_region.empty() && region != other_region) return true;
    }
    const std::vector<PhraseId> own = owners_of(context_, i);
    std::vector<PhraseId> others = owners_of(context_, k);
    if (others.empty() && sets_[first].type == MentionType::Role) {
        others = owners_of(context_, first);
    }
    if (own.empty() || others.empty()) return false;
    return std::none_of(own.begin(), own.end(), [&](PhraseId a) {
        return std::any_of(others.begin(), others.end(), [&](PhraseId b) {
            return sets_.same(a, b) || sets_.head(a).lower == sets_.head(b).lower;
        });
    });
}

/// What belongs to somebody has been named with its owner, or is of the same state.
bool DescriptionResolver::goes_with_owner(PhraseId k, PhraseId owner) const {
    if (is_named_with(k, owner)) return true;
    const Evidence& whole = sets_.whole(k);
    const Evidence& of = sets_.whole(owner);
    const bool country = whole.country == of.country || whole.country.empty() || of.country.empty();
    if (sets_.traits(owner).kind == ActorKind::Country) return country;
    return country && intersect(whole.sectors, of.sectors);
}

/// *The president* of a report without a date: whoever it calls President, not who is so today by
/// the tables alone.
bool DescriptionResolver::is_outranked_by_title(PhraseId k, PhraseId i,
                                                const Description& d) const {
    constexpr std::size_t kMost = 64;  // titled people before that are looked at
    if (!context_.report.published.empty() || sets_.whole(k).terms.empty()) return false;
    if (sets_.traits(k).kind != ActorKind::Person) return false;
    const auto end = std::lower_bound(titled_.begin(), titled_.end(), i);
    const auto from = end - static_cast<std::ptrdiff_t>(std::min<std::size_t>(
                                kMost, static_cast<std::size_t>(end - titled_.begin())));
    bool other = false;
    for (auto j = from; j != end; ++j) {
        if (utf8::fold(sets_[*j].role) != d.phrase) continue;
        if (sets_.same(*j, k)) return false;
        other = other || sets_.whole(*j).country == sets_.whole(k).country;
    }
    return other;
}

/// The antecedent has the same noun in its role or name: *the Commission*, *the court*.
std::optional<DescriptionResolver::Fit> DescriptionResolver::same_noun(PhraseId k, PhraseId i,
                                                                       const Description& d) const {
    const Traits& traits = sets_.traits(k);
    const Evidence& e = sets_[i];
    if (!has(traits.words, d.noun) && sets_[k].role_head != d.noun) return std::nullopt;
    if (e.type == MentionType::None) {
        // *the fund*: the name of a body must say so.
        const bool known = traits.is_named || !sets_.whole(k).code.empty() ||
                           sets_[k].role_head == d.noun;  // *a radio station ... The station*
        const bool named_so = known && traits.kind == ActorKind::Body;
        return named_so ? std::optional(Fit{3.0, "the same noun"}) : std::nullopt;
    }
    const bool person = traits.kind == ActorKind::Person;
    const bool wants_person = sets_.own_traits(i).kind == ActorKind::Person;
    if (person != wants_person || traits.plural != sets_.own_traits(i).plural) {
        return std::nullopt;
    }
    if (!e.country.empty() && sets_.whole(k).country != e.country) return std::nullopt;
    for (const std::string& word : d.proper_words) {
        if (!has(traits.words, word)) return std::nullopt;
    }
    Fit fit{3.0, "the same noun"};
    int missing = 0;
    for (const std::string& modifier : d.modifiers) {
        const bool shared = has(traits.words, modifier);
        fit.score += shared ? 0.5 : (person || traits.words.size() > 1) ? -1.2 : 0.0;
        if (!shared) ++missing;
    }
    // *the foreign minister* is not the prime minister.
    const bool other_office = folded_words(sets_.whole(k).role).size() > 1;
    if (person && missing > 0 && (missing > 1 || other_office)) return std::nullopt;
    if (person && has_lesser_rank(traits.words) && !has_lesser_rank(d.modifiers)) fit.score -= 1.5;
    if (d.restricted) fit.score -= 1.5;
    return fit;
}

std::optional<DescriptionResolver::Fit> DescriptionResolver::person_fit(
    PhraseId k, const DescriptionRow& row, const Description& d) const {
    const Traits& traits = sets_.traits(k);
    if (traits.kind != ActorKind::Person || traits.plural) return std::nullopt;
    const Evidence& whole = sets_.whole(k);
    if (one_of(d.noun, kHarming)) {
        // Nor is it a councillor who tells of it.
        const bool official = is_sector_of_state(whole.sectors) && !whole.role.empty();
        if (official || is_harmed(context_, k, d.noun == "suspect" && traits.is_named))
            return std::nullopt;
    }
    // *The minister*, *the commander* is no secretary-general of a union; but *the prosecutor* may
    // be an attorney general, *the lawyer* an activist.
    const bool office = is_sector_of_state(row.sectors) && row.sectors.front() != "JUD";
    bool sphere = true;
    if (office && whole.sectors.empty()) {
        sphere = row.sectors.size() > 1 && row.sectors.front() == "GOV";
    } else if (office) {
        sphere = intersect(whole.sectors, row.sectors) || is_sector_of_state(whole.sectors);
    }
    if (has_word_of(traits, row)) {
        // *the labour minister* is not the foreign minister.
        const bool same_word = d.phrase == d.noun && has(traits.words, d.noun);
        const bool other = same_word && std::any_of(d.modifiers.begin(), d.modifiers.end(),
                                                    [&](const std::string& word) {
                                                        return !has(traits.words, word);
                                                    });
        if (!sphere || other) return std::nullopt;
        return Fit{2.2, "a role that the description covers"};
    }
    if (row.words.empty() && row.any_sector) {
        // *the rapper*, *the suspect*: hardly the prime minister.
        if (is_sector_of_state(whole.sectors) && !whole.role.empty()) {
            return Fit{0.2, "an official"};
        }
        return Fit{traits.is_named ? 1.2 : 0.6, "the person spoken of"};
    }
    if (!row.sectors.empty() && !whole.sectors.empty() && whole.role.empty() &&
        intersect(whole.sectors, row.sectors)) {
        return Fit{0.8, "the person of that sphere"};
    }
    return std::nullopt;
}

/// *South Kordofan*: a name of no sector that the tagger takes for a place.
bool DescriptionResolver::is_name_of_place(PhraseId k) const {
    const Name* name = context_.reader.name_at(sets_[k].phrase.head);
    return name != nullptr &&
           (name->label == "GPE" || name->label == "LOC" || name->label == "FAC");
}

std::optional<DescriptionResolver::Fit> DescriptionResolver::body_fit(PhraseId k,
                                                                      const DescriptionRow& row,
                                                                      const Description& d) const {
    const Traits& traits = sets_.traits(k);
    const Evidence& whole = sets_.whole(k);
    // *Boko Haram gunmen* are *the group*, *the army's soldiers* are *the troops*.
    const bool armed = has(whole.sectors, "REB") || has(whole.sectors, "UAF");
    if (!whole.sectors.empty() && has(row.sectors, "!" + whole.sectors.front())) {
        return std::nullopt;
    }
    const bool group =
        traits.kind == ActorKind::Body || (traits.kind == ActorKind::People && !traits.is_named &&
                                           (row.use == DescriptionUse::Members || armed));
    if (!group) return std::nullopt;
    // *Countries* are no administration.
    const bool several = traits.kind == ActorKind::Body && traits.plural && !traits.is_named &&
                         sets_[k].role_head != "police";
    if (several && row.use == DescriptionUse::Body) return std::nullopt;
    // *The electoral commission*, *the Hebron settlement bloc* is no union of states.
    const bool of_state = !d.modifiers.empty() && is_sector_of_state(d.sectors);
    if ((of_state || d.of_place) && has(whole.sectors, "IGO")) return std::nullopt;
    const std::vector<std::string>& sectors = row.sectors.empty() ? d.sectors : row.sectors;
    const bool sector = intersect(whole.sectors, sectors);
    const bool unknown = whole.sectors.empty() && !is_name_of_place(k);
    const bool named = traits.is_named || row.use == DescriptionUse::Members;
    if (named && has_word_of(traits, row) && (sector || unknown || row.any_sector)) {
        return Fit{2.4, "a name that the description covers"};
    }
    // *The electoral commission* is not any body: its own words must have been told.
    const bool words_told =
        std::all_of(d.modifiers.begin(), d.modifiers.end(),
                    [&](const std::string& word) { return has(traits.words, word); });
    if (d.phrase == d.noun && !words_told) return std::nullopt;
    // *The government* is no barracks, nor a party of the coalition.
    if (sector && d.noun != "government") return Fit{1.8, "a body of that sphere"};
    // *The administration*, *the court* is no hotel.
    if (unknown && traits.is_named && !is_sector_of_state(sectors)) {
        return Fit{0.8, "the body spoken of"};
    }
    const bool armed_or_civil =
        row.any_sector && row.use == DescriptionUse::Body && !is_sector_of_state(whole.sectors);
    // *The group* is rather a band than an organisation of states.
    const bool of_states = has(whole.sectors, "IGO") && !sector;
    if (armed_or_civil) return Fit{of_states ? 0.6 : armed ? 1.5 : 1.0, "the body spoken of"};
    return std::nullopt;
}

std::optional<DescriptionResolver::Fit> DescriptionResolver::people_fit(
    PhraseId k, const DescriptionRow& row) const {
    const Traits& traits = sets_.traits(k);
    if (traits.kind != ActorKind::People || traits.is_named) return std::nullopt;
    if (sets_[k].role_head == "people") return std::nullopt;
    if (has_word_of(traits, row)) return Fit{1.6, "the people spoken of"};
    for (const std::string& word : traits.words) {
        // The table has the singular.
        if (word.size() > 3 && word.back() == 's' &&
            row.words.contains(word.substr(0, word.size() - 1))) {
            return Fit{1.6, "the people spoken of"};
        }
    }
    return std::nullopt;
}

/// The two are mentioned in one sentence, near each other.
bool DescriptionResolver::is_named_with(PhraseId k, PhraseId other) const {
    constexpr PhraseId kNear = 40;
    const std::uint32_t sentence = context_.sentence(k);
    const PhraseId end = std::min<PhraseId>(sets_.size(), k + kNear);
    for (PhraseId j = k - std::min(k, kNear); j < end; ++j) {
        if (context_.sentence(j) == sentence && sets_.same(j, other)) return true;
    }
    return false;
}

std::optional<DescriptionResolver::Fit> DescriptionResolver::fit(PhraseId k, PhraseId i,
                                                                 const Description& d) const {
    if (!sets_.is_actor(k) || sets_[k].type == MentionType::Pronoun) return std::nullopt;
    // *the Saudi-led coalition* is not *Saudi*.
    const bool inside = sets_[k].phrase.first >= sets_[i].phrase.first &&
                        sets_[k].phrase.last <= sets_[i].phrase.last;
    if (inside || !country_agrees(k, i)) return std::nullopt;
    if (sets_[k].type == MentionType::Role && is_another_one(k)) return std::nullopt;
    // *It has an elected government. The government ...*: what kind it has is none that acts.
    const bool kind_only = sets_[k].type == MentionType::Role && !sets_[k].definite &&
                           sets_.root(k) == k && sets_[k].country.empty() &&
                           !is_subject(sets_.head(k));
    if (kind_only && one_of(d.noun, kGovernments)) return std::nullopt;
    const Traits& traits = sets_.traits(k);
    if (d.gender != Gender::Unknown && traits.gender != Gender::Unknown &&
        d.gender != traits.gender) {
        return std::nullopt;
    }
    if (d.owner != kNoPhrase && sets_.same(d.owner, k) && traits.kind != ActorKind::Body &&
        traits.kind != ActorKind::People) {
        return std::nullopt;
    }
    // *his group* is one that he has been named with.
    if (d.owner != kNoPhrase && sets_.is_actor(d.owner) && !goes_with_owner(k, d.owner)) {
        return std::nullopt;
    }
    if (is_of_others(k, i)) return std::nullopt;
    if (!d.party.empty() && has(sets_.whole(k).sectors, "PTY") && !has(traits.words, d.party)) {
        return std::nullopt;
    }
    if (is_outranked_by_title(k, i, d)) return std::nullopt;
    // *The administration* is the government, not the Oceanic and Atmospheric Administration.
    const ActorRow* row_of = sets_.whole(k).row;
    const bool part = (row_of != nullptr && row_of->kind == RowKind::Organisation) ||
                      one_of(sets_.whole(k).role_head, kPartsOfGovernment);
    if (part && one_of(d.noun, kGovernments)) return std::nullopt;
    // *the Hamas group* is no other one.
    if (!d.body.empty() && traits.kind == ActorKind::Body && sets_.whole(k).name != d.body) {
        return std::nullopt;
    }
    std::optional<Fit> best = same_noun(k, i, d);
    if (d.rows == nullptr || d.restricted || !d.proper_words.empty()) return best;
    const bool own_name =
        is_written_as_name(context_, i) && sets_.own_traits(i).kind == ActorKind::Body;
    if (own_name) return best;
    const bool plural = sets_.own_traits(i).plural;
    const std::uint32_t far = context_.sentence(i) - context_.sentence(k);
    if (far > kDescriptionWindow) return best;
    for (const std::uint32_t index : *d.rows) {
        const DescriptionRow& row = context_.words.rows[index];
        std::optional<Fit> found;
        if (row.use == DescriptionUse::Person && !plural) found = person_fit(k, row, d);
        if (row.use == DescriptionUse::Body && !plural) found = body_fit(k, row, d);
        if (row.use == DescriptionUse::Members && plural) found = body_fit(k, row, d);
        if (row.use == DescriptionUse::People && plural) found = people_fit(k, row);
        if (found && (!best || found->score > best->score)) best = found;
    }
    // *the general*, *the court* of another word: the sphere alone speaks for unnamed bodies only.
    if (best && best->score < 2.0 && !sets_[i].country.empty() && sets_.whole(k).country.empty()) {
        // *the Kenyan government* has been told of as Kenya's, or not at all.
        if (has(sets_[i].sectors, "GOV")) return std::nullopt;
        best->score -= 0.6;
    }
    return best;
}

void DescriptionResolver::resolve_definite(PhraseId i) {
    const Description d = describe(i);
    std::string_view how;
    double best_fit = 0;
    const PhraseId k = best_before(
        context_, i, kNounWindow,
        [&](PhraseId candidate) {
            const std::optional<Fit> found = fit(candidate, i, d);
            if (!found || is_bound_apart(context_, candidate, i)) return kImpossible;
            if (d.owner != kNoPhrase && found->score < 1.8) return kImpossible;
            if (sets_[i].type == MentionType::None && found->score < 2.0) return kImpossible;
            double score = 1.5 * found->score + 0.6 * salience(context_, candidate, i);
            if (context_.in_title(candidate) && !context_.in_title(i)) score -= 1.0;
            return score;
        },
        -2.5);
    if (k == kNoPhrase) return;
    const bool unread = sets_[i].type == MentionType::None;
    if (const std::optional<Fit> found = fit(k, i, d)) {
        how = found->how;
        best_fit = found->score;
    }
    Evidence& e = sets_[i];
    const std::string why =
        e.why + "; description, read as " + sets_.label(k) + " (" + std::string(how) + ")";
    if (best_fit >= 3.0 && !unread) {
        e.why = why;
        sets_.join(i, k);
    } else {
        sets_.follow(i, k, why);
    }
}

bool DescriptionResolver::is_another_one(PhraseId i) const {
    const auto children = context_.tree.children(sets_[i].phrase.head);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
        return context_.tree[c].dep == "amod" && one_of(context_.tree[c].lower, kOthers);
    });
}

void DescriptionResolver::resolve(PhraseId i) {
    if (takes_up_thing(i)) {
        sets_[i].type = MentionType::None;
        sets_[i].is_thing = true;
        return;
    }
    const Evidence& e = sets_[i];
    if (e.type == MentionType::None) {
        if (sets_.head(i).dep == "appos" || sets_.root(i) != i) return;
        const TokenIndex article = context_.tree.child(e.phrase.head, "det");
        if (article == kNoToken || context_.tree[article].lower != "the") return;
        if (is_age(i)) {
            resolve_age(i);
        } else if (context_.words.rows_of(sets_.head(i).lower) != nullptr) {
            resolve_definite(i);  // *the fund*: no role of the tables, but a name may have it
        }
        return;
    }
    if (e.type != MentionType::Role || sets_.root(i) != i || !sets_[i].name.empty()) return;
    if (one_of(e.role_head, kVagueNouns) || introduces_name(i) || is_another_one(i)) return;
    if (!e.definite) return resolve_indefinite(i);
    if (!e.plural && context_.words.is(e.role_head, DescriptionUse::Country)) {
        if (e.country.empty()) resolve_country(i);
        return;
    }
    resolve_definite(i);
}

}  // namespace tidings::mention
