#include "mention/coreference/names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 4> kGovernmentNouns{"government", "administration", "regime",
                                                           "authority"};

bool is_senior(std::string_view name) {
    const std::string folded = utf8::fold(name);
    return folded.ends_with(" sr") || folded.ends_with(" sr.") || folded.ends_with(" snr");
}

/// The surname: the last word, but for *Jr.*, *III* and the like.
std::string last_word(std::string_view name) {
    static constexpr std::array<std::string_view, 9> kGenerations{"jr",  "jr.", "sr",  "sr.", "ii",
                                                                  "iii", "iv",  "snr", "jnr"};
    std::string folded = utf8::fold(name);
    std::size_t space = folded.rfind(' ');
    if (space != std::string::npos && space > 0 &&
        one_of(std::string_view(folded).substr(space + 1), kGenerations)) {
        folded.resize(space);
        if (folded.ends_with(',')) folded.pop_back();
        space = folded.rfind(' ');
    }
    return space == std::string::npos ? folded : folded.substr(space + 1);
}

std::string initials(std::string_view name) {
    std::string letters;
    for (const std::string_view word : split(name, ' ')) {
        for (const std::string_view part : split(word, '-')) {
            if (!part.empty() && part[0] >= 'A' && part[0] <= 'Z') letters += part[0];
        }
    }
    return letters;
}

bool is_person(const ActorSets& sets, PhraseId i) {
    return sets.own_traits(i).kind == ActorKind::Person;
}

/// *named Samir Haddad as its envoy*, *elected Ana Rus president*: who gets the office.
PhraseId appointed_to(const ReferenceContext& context, PhraseId i) {
    static constexpr std::array<std::string_view, 7> kAppoint{
        "name", "appoint", "nominate", "elect", "choose", "pick", "swear"};
    const SyntaxTree& tree = context.tree;
    const Token& head = context.sets.head(i);
    TokenIndex verb = head.head;
    if (head.dep == "pobj" && tree[verb].lower == "as") {
        verb = tree.head(verb);
    } else if (head.dep != "oprd") {
        return kNoPhrase;
    }
    if (std::find(kAppoint.begin(), kAppoint.end(), tree[verb].lemma) == kAppoint.end()) {
        return kNoPhrase;
    }
    TokenIndex person = tree.child(verb, "dobj");
    if (person == kNoToken) person = tree.child(verb, "nsubjpass");
    const PhraseId found = person == kNoToken ? kNoPhrase : context.sets.at(person);
    const bool named = found != kNoPhrase && context.sets[found].type == MentionType::Person;
    return named ? found : kNoPhrase;
}

/// *Accusing the police and their staff, the young man alleges ...*: a finite verb without a
/// subject follows, and the parser hung its subject on the noun before.
bool is_subject_of_next_verb(const ReferenceContext& context, PhraseId i) {
    const SyntaxTree& tree = context.tree;
    const TokenIndex next = context.sets[i].phrase.last;
    if (next >= tree.size() || !context.arguments.is_verb(next)) return false;
    if (tree[next].sentence != context.sets.head(i).sentence) return false;
    const std::string_view tag = tree[next].tag;
    const bool finite = tag == "VBZ" || tag == "VBP" || tag == "VBD";
    return finite && tree.is_root(next) && !tree.has_child(next, "nsubj") &&
           !tree.has_child(next, "nsubjpass");
}

PhraseId apposed_to(const ReferenceContext& context, PhraseId i) {
    const SyntaxTree& tree = context.tree;
    const Token& head = context.sets.head(i);
    if (head.dep == "appos") {
        // *Maro was guilty of shooting a guard, a court reporter, a cook*: over the verb it is
        // none.
        const TokenIndex above = tree.head(head.head);
        const TokenIndex here = context.sets[i].phrase.head;
        const bool over_verb = head.head < above && above < here;
        return over_verb || is_subject_of_next_verb(context, i) ? kNoPhrase
                                                                : context.sets.at(head.head);
    }
    if (const PhraseId person = appointed_to(context, i); person != kNoPhrase) return person;
    if (head.dep != "attr" || tree[head.head].lemma != "be") return kNoPhrase;
    const TokenIndex subject = tree.child(head.head, "nsubj");
    if (subject == kNoToken || tree.has_child(head.head, "neg")) return kNoPhrase;
    // *General Maro, who is the highest ranking officer of Kenya*
    if (tree[head.head].dep == "relcl" && tree[subject].lower == "who") {
        const bool now = tree[head.head].lower != "was" && tree[head.head].lower != "were";
        return now ? context.sets.at(tree.head(head.head)) : kNoPhrase;
    }
    const PhraseId found = context.sets.at(subject);
    if (found == kNoPhrase || context.sets[found].type == MentionType::Pronoun) return kNoPhrase;
    return found;
}

/// *Ruma Khatun, a sewing operator*: what the tables do not know still describes the person.
bool describes_person(const ReferenceContext& context, PhraseId description, PhraseId person) {
    const ActorSets& sets = context.sets;
    if (sets[person].type != MentionType::Person) return false;
    const Token& head = sets.head(description);
    return head.pos == Pos::Noun && head.dep == "appos" && !sets[description].plural &&
           context.tree.has_child(sets[description].phrase.head, "det");
}

bool may_be_apposed(const ActorSets& sets, PhraseId i, PhraseId other) {
    const Evidence& e = sets[i];
    const Evidence& o = sets[other];
    if (o.type == MentionType::None || o.type == MentionType::Pronoun) return false;
    // *Nairobi, Kenya* and *Kenya, Sudan* are no appositions of actors.
    if (e.type == MentionType::Country || o.type == MentionType::Country) return false;
    if (e.plural != o.plural && e.type == MentionType::Role && o.type == MentionType::Role) {
        return false;
    }
    // *the candidates Sanders named*: one person is not several.
    const bool one_of_many =
        (e.plural && is_person(sets, other)) || (o.plural && is_person(sets, i));
    if (one_of_many && e.plural != o.plural) return false;
    return e.type != MentionType::Known || o.type != MentionType::Known;
}

bool is_known_body(const Evidence& e) {
    return e.type == MentionType::Known && e.row != nullptr && e.row->kind != RowKind::Person;
}

/// *Lindsey Graham, Republican of South Carolina*: a member, who is of the party and not the party
/// itself. False for other appositions.
bool is_member_of(ActorSets& sets, PhraseId body, PhraseId person) {
    if (sets[person].type != MentionType::Person || !is_known_body(sets[body])) return false;
    Evidence& member = sets[sets.root(person)];
    const Evidence& of = sets[body];
    if (member.country.empty() && member.code.empty()) member.country = of.country;
    if (member.sectors.empty()) member.sectors = of.sectors;
    return true;
}

class NameJoiner {
  public:
    explicit NameJoiner(ReferenceContext& context) : context_(context), sets_(context.sets) {}

    void join() {
        part_namesakes();
        collect();
        for (const PhraseId i : named_) join_short_form(i);
        join_unread_surnames();
    }

  private:
    /// *Lois Scholl lives there. Scholl said ...*: a surname alone that the tables know is no
    /// statesman's where the report names somebody else by it in full before, and him nowhere.
    void part_namesakes() {
        std::map<std::string, PhraseId> others;  // surname -> somebody whom no table has
        std::map<std::string, bool> spelled;     // surname -> the known one is named in full
        const auto is_alone = [&](PhraseId i) {
            const KnownName* known = context_.reader.known_at(sets_[i].phrase.head);
            return known != nullptr && known->last == known->first + 1;
        };
        for (PhraseId i = 0; i < sets_.size(); ++i) {
            const Evidence& e = sets_[i];
            if (e.name.find(' ') == std::string::npos || !is_person(sets_, i)) continue;
            if (e.type == MentionType::Person) others.emplace(last_word(e.name), i);
            if (e.type == MentionType::Known && !is_alone(i)) spelled[last_word(e.name)] = true;
        }
        for (PhraseId i = 0; i < sets_.size(); ++i) {
            Evidence& e = sets_[i];
            const bool known = e.type == MentionType::Known && is_person(sets_, i) && is_alone(i);
            if (!known || e.row == nullptr || context_.in_title(i)) continue;
            const std::string surname = last_word(e.name);
            const auto other = others.find(surname);
            if (other == others.end() || other->second > i || spelled.contains(surname)) continue;
            const std::string_view word = slice(context_.report.text, sets_.head(i).span);
            if (utf8::fold(word) != surname) continue;
            e.type = MentionType::Person;
            e.name = std::string(word);
            e.row = nullptr;
            e.terms.clear();
            e.role.clear();
            e.sectors.clear();
            e.country.clear();
            e.code.clear();
            e.why = "surname of " + sets_[other->second].name;
            sets_.reread(i);
        }
    }

    void collect() {
        for (PhraseId i = 0; i < sets_.size(); ++i) {
            const Evidence& e = sets_[i];
            const bool is_name = e.type == MentionType::Person || e.type == MentionType::Name ||
                                 e.type == MentionType::Known;
            if (!is_name) continue;
            named_.push_back(i);
            std::string key = utf8::fold(e.name);
            auto [found, is_new] = full_.emplace(key, i);
            if (!is_new && sets_.are_different_people(i, found->second)) {
                // *Mr. Clinton* beside *Mrs. Clinton*
                key += sets_.own_traits(i).gender == Gender::Male ? " (m)" : " (f)";
                std::tie(found, is_new) = full_.emplace(std::move(key), i);
            }
            if (!is_new) {
                sets_.join(i, found->second);
                continue;
            }
            if (e.name.find(' ') == std::string::npos) continue;
            if (is_person(sets_, i)) {
                by_last_[last_word(e.name)].push_back(i);
                by_first_.emplace(utf8::fold(e.name.substr(0, e.name.find(' '))), i);
            } else {
                acronyms_.emplace(initials(e.name), i);
                by_first_.emplace(utf8::fold(e.name.substr(0, e.name.find(' '))), i);
            }
        }
    }

    /// Of the people with this surname the one whose sex fits and who was named last before `i`.
    [[nodiscard]] PhraseId bearer(const std::string& surname, PhraseId i) const {
        const auto found = by_last_.find(surname);
        if (found == by_last_.end()) return kNoPhrase;
        PhraseId best = kNoPhrase;
        bool best_is_kin = false;
        const Gender wanted = sets_.own_traits(i).gender;
        const std::size_t n = std::min<std::size_t>(found->second.size(), 16);
        for (std::size_t at = 0; at < n; ++at) {
            const PhraseId k = found->second[at];
            const Gender gender = sets_.own_traits(k).gender;
            const bool clash =
                wanted != Gender::Unknown && gender != Gender::Unknown && wanted != gender;
            if (k == i || clash) continue;
            // *Maro died; his son, Carl Maro III, said so. Maro was ...*
            const bool kin = is_kin(k);
            if (best != kNoPhrase && kin && !best_is_kin) continue;
            if (best == kNoPhrase || k < i) {
                best = k;
                best_is_kin = kin;
            }
        }
        return best;
    }

    /// *his son, Carl Maro*: brought in through somebody else.
    [[nodiscard]] bool is_kin(PhraseId k) const {
        const SyntaxTree& tree = context_.tree;
        const Token& head = sets_.head(k);
        TokenIndex kin = head.dep == "appos" ? head.head : kNoToken;
        // *his son, Carl Maro, said*, with *Carl Maro* for the subject
        const TokenIndex first = sets_[k].phrase.first;
        if (kin == kNoToken && first >= 2 && tree[first - 1].lower == ",") kin = first - 2;
        return kin != kNoToken && tree.has_child(kin, "poss") &&
               context_.words.gender_of_word(tree[kin].lower) != Gender::Unknown;
    }

    /// Whom a surname alone means: who was called so first. *Louis Maro, his brother*, does not
    /// take it over.
    [[nodiscard]] PhraseId called(const std::string& surname, PhraseId i) const {
        const auto used = by_surname_alone_.find(surname);
        if (used == by_surname_alone_.end()) return bearer(surname, i);
        const Gender wanted = sets_.own_traits(i).gender;
        const Gender gender = sets_.own_traits(used->second).gender;
        const bool fits =
            gender == wanted || gender == Gender::Unknown || wanted == Gender::Unknown;
        return fits ? used->second : bearer(surname, i);
    }

    /// *Sgt Morano*, *Prof Rus*: the surname alone, where a title that no table has stands before.
    static std::string without_title(const std::string& name) {
        static constexpr std::array<std::string_view, 24> kTitles{
            "sgt", "prof", "dr",   "mr",   "mrs", "ms",   "rev",  "gen",
            "col", "capt", "lt",   "maj",  "cpl", "pte",  "supt", "insp",
            "det", "sir",  "dame", "lord", "fr",  "cllr", "hon",  "sen"};
        const std::size_t space = name.find(' ');
        if (space == std::string::npos || name.find(' ', space + 1) != std::string::npos)
            return name;
        std::string first = utf8::fold(name.substr(0, space));
        if (first.ends_with('.')) first.pop_back();
        return one_of(first, kTitles) ? name.substr(space + 1) : name;
    }

    void join_short_form(PhraseId i) {
        const std::string name = without_title(sets_[i].name);
        if (name.find(' ') != std::string::npos) {
            // *Edi Rama* and *Edi Paul Rama*: same last word and one name's words in the other's.
            const PhraseId k = is_person(sets_, i) ? bearer(last_word(name), i) : kNoPhrase;
            if (k == kNoPhrase) return;
            const std::string& other = sets_[k].name;
            // *Carl Maro* beside *Carl Maro Sr.* is his son.
            if (is_senior(name) != is_senior(other)) return;
            if (other.find(name) != std::string::npos || name.find(other) != std::string::npos) {
                sets_.join(i, k);
            }
            return;
        }
        if (const PhraseId k = called(utf8::fold(name), i); k != kNoPhrase) {
            // A bare surname that the tagger took for a place or body is still that person.
            if (sets_[i].type == MentionType::Name) make_person(i);
            if (is_person(sets_, i)) sets_.join(i, k);
            if (k < i) by_surname_alone_.emplace(utf8::fold(name), k);
            return;
        }
        if (const std::string letters = acronym(name); !letters.empty()) {
            const auto found = acronyms_.find(letters);
            if (found != acronyms_.end()) sets_.join(i, found->second);
            return;
        }
        // *Hapag* for *Hapag Lines*; *Dilma* for *Dilma Castro*
        const auto found = by_first_.find(utf8::fold(name));
        if (found == by_first_.end() || found->second > i) return;
        if (sets_[i].type == MentionType::Name || sets_[i].type == MentionType::Person) {
            if (is_person(sets_, found->second)) make_person(i);
            sets_.join(i, found->second);
        }
    }

    void make_person(PhraseId i) {
        sets_[i].type = MentionType::Person;
        sets_.reread(i);
    }

    /// Surnames that were read as nothing at all (*Soleimani* taken for a place).
    void join_unread_surnames() {
        for (PhraseId i = 0; i < sets_.size(); ++i) {
            const Token& head = sets_.head(i);
            const std::string_view word = slice(context_.report.text, head.span);
            if (sets_[i].type == MentionType::Role) {
                read_as_surname(i, word);
                continue;
            }
            if (sets_[i].type != MentionType::None) continue;
            if (is_name_read_elsewhere(i, word)) continue;
            // *King and Weeks were freed*, with *Weeks* taken for a noun
            const bool capital = word.front() >= 'A' && word.front() <= 'Z';
            const bool noun = head.pos == Pos::Noun && capital && !head.sentence_start &&
                              sets_[i].phrase.first == sets_[i].phrase.head &&
                              !context_.in_title(i);
            if (head.pos != Pos::Propn && !noun) continue;
            const PhraseId k = called(utf8::fold(word), i);
            if (k == kNoPhrase) continue;
            sets_[i].type = MentionType::Person;
            sets_[i].name = std::string(word);
            sets_[i].why = "surname of " + sets_[k].name;
            sets_.reread(i);
            sets_.join(i, k);
        }
    }

    /// *Kevin King was held. King ...*: a role word that is somebody's surname.
    void read_as_surname(PhraseId i, std::string_view word) {
        const NounPhrase& phrase = sets_[i].phrase;
        const bool alone = phrase.first == phrase.head && sets_.head(i).pos == Pos::Propn;
        if (!alone || sets_.root(i) != i || context_.in_title(i)) return;
        const PhraseId k = bearer(utf8::fold(word), i);
        if (k == kNoPhrase || k > i) return;
        Evidence& e = sets_[i];
        e.type = MentionType::Person;
        e.name = std::string(word);
        e.role.clear();
        e.role_head.clear();
        e.sectors.clear();
        e.country.clear();
        e.why = "surname of " + sets_[k].name;
        sets_.reread(i);
        sets_.join(i, k);
    }

    /// *WeWork*, *eBay* that the tagger took for a noun: a word with a capital inside is the body
    /// that is called so elsewhere in the report.
    bool is_name_read_elsewhere(PhraseId i, std::string_view word) {
        const bool inside =
            std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const bool small =
            std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (!inside || !small || sets_[i].phrase.first != sets_[i].phrase.head) return false;
        const auto found = full_.find(utf8::fold(word));
        if (found == full_.end() || sets_[found->second].type != MentionType::Name) return false;
        sets_[i].type = MentionType::Name;
        sets_[i].name = std::string(word);
        sets_[i].why = "name of an organisation, as elsewhere";
        sets_.reread(i);
        sets_.join(i, found->second);
        return true;
    }

    ReferenceContext& context_;
    ActorSets& sets_;
    std::vector<PhraseId> named_;
    std::map<std::string, PhraseId> full_;                  // folded name → first phrase
    std::map<std::string, std::vector<PhraseId>> by_last_;  // surname → people
    std::map<std::string, PhraseId> by_surname_alone_;      // surname → who was called so first
    std::map<std::string, PhraseId> by_first_;              // first word → first phrase
    std::map<std::string, PhraseId> acronyms_;
};

}  // namespace

void join_appositions(ReferenceContext& context) {
    ActorSets& sets = context.sets;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const Evidence& e = sets[i];
        if (e.type == MentionType::Pronoun) continue;
        const PhraseId other = apposed_to(context, i);
        if (other == kNoPhrase) continue;
        if (e.type == MentionType::None) {
            if (!describes_person(context, i, other)) continue;
            sets.follow(i, other, "describes " + sets.label(other));
            continue;
        }
        if (sets[other].type == MentionType::None && e.type == MentionType::Role && !e.plural &&
            sets.head(other).pos == Pos::Propn) {
            // *Anticor, an association*: a name that nothing else tells of.
            sets[other].type =
                is_office_of_person(sets, i) ? MentionType::Person : MentionType::Name;
            sets[other].name = name_words(context, sets[other].phrase);
            sets[other].why = "name, by the apposition";
            sets.reread(other);
        }
        if (!may_be_apposed(sets, i, other)) continue;
        if (is_member_of(sets, i, other) || is_member_of(sets, other, i)) continue;
        // *the president, Recep Tayyip Erdoğan*: a name beside a person's role is a person's,
        // whatever the statistical tagger called it.
        if (is_office_of_person(sets, other) && e.type == MentionType::Name) {
            sets[i].type = MentionType::Person;
            sets.reread(i);
        } else if (is_office_of_person(sets, i) && sets[other].type == MentionType::Name) {
            sets[other].type = MentionType::Person;
            sets.reread(other);
        }
        sets.join(i, other);
    }
}

void join_names(ReferenceContext& context) {
    NameJoiner(context).join();
}

void join_countries(ReferenceContext& context) {
    ActorSets& sets = context.sets;
    std::unordered_map<std::string, PhraseId> government;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const Evidence& e = sets[i];
        const bool country = e.type == MentionType::Country;
        const bool described = e.type == MentionType::Role && one_of(e.role_head, kGovernmentNouns);
        if ((!country && !described) || e.country.empty()) continue;
        // *the Texas government* is not that of the United States.
        if (described && !context.region_of(e.phrase).empty()) continue;
        const auto [found, is_new] = government.emplace(e.country, i);
        if (!is_new) sets.join(i, found->second);
    }
}

void join_bare_governments(ReferenceContext& context) {
    ActorSets& sets = context.sets;
    std::unordered_map<std::string, PhraseId> countries;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const bool state = sets[i].type == MentionType::Country && !sets[i].sectors.empty();
        if (state) countries.emplace(sets[i].country, i);
    }
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const Evidence& e = sets[i];
        const bool bare = e.phrase.head - e.phrase.first == 1 && e.definite;
        if (e.type != MentionType::Role || e.role_head != "government" || !bare) continue;
        if (sets.root(i) != i || e.country.empty()) continue;
        const auto found = countries.find(e.country);
        // Nothing is added to the state: it holds no office.
        if (found != countries.end() && found->second < i) {
            sets.follow(i, found->second, e.why + "; of " + sets.label(found->second));
        }
    }
}

}  // namespace tidings::mention
