#include "mention/coreference/actor_sets.hpp"

#include <algorithm>
#include <array>

namespace tidings::mention {

namespace {

constexpr std::size_t kMaxWords = 48;  // of one actor's names and roles

void add_words(std::vector<std::string>& into, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (into.size() >= kMaxWords) return;
        if (std::find(into.begin(), into.end(), word) == into.end()) into.push_back(word);
    }
}

bool is_person_row(const Evidence& e) {
    // A title in the text beats the table, and the row is then not kept.
    return e.row == nullptr || e.row->kind == RowKind::Person;
}

/// True if `a` says more about what somebody is than `b`.
bool outranks(ActorKind a, bool a_named, ActorKind b, bool b_named) {
    if (b == ActorKind::Thing) return a != ActorKind::Thing;
    return a_named && !b_named && a != ActorKind::Thing;
}

bool has_word(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// *Edi Rama* and *Edi Paul Rama*, *Bob Dole* and *B. Dole*; not *Mark Meadows* and *Scott
/// Meadows*. For two names of more than one word.
bool may_be_one_name(const std::string& one, const std::string& other) {
    if (one.find(other) != std::string::npos || other.find(one) != std::string::npos) return true;
    const std::vector<std::string> a = folded_words(one);
    const std::vector<std::string> b = folded_words(other);
    if (a.empty() || b.empty()) return true;
    if (!has_word(a, b.back()) && !has_word(b, a.back())) return false;
    if (a.front().front() == b.front().front()) return true;
    return has_word(a, b.front()) || has_word(b, a.front());
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    const std::string folded = utf8::fold(text);
    std::string word;
    const auto end_word = [&] {
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        while (!word.empty() && (word.back() == '.' || word.back() == '\'')) word.pop_back();
        if (!word.empty() && words.size() < kMaxWords) words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : folded) {
        const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' ||
                             c == '.' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
        if (in_word) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

ActorSets::ActorSets(const Report& report, const Arguments& arguments,
                     const ActorLexiconData& lexicon, const ReferenceWordsData& words,
                     std::vector<Evidence> evidence)
    : report_(report),
      tree_(arguments.tree()),
      lexicon_(lexicon),
      words_(words),
      evidence_(std::move(evidence)),
      parent_(evidence_.size()),
      count_(evidence_.size(), 1),
      at_token_(tree_.size(), kNoPhrase) {
    traits_.reserve(evidence_.size());
    for (PhraseId i = 0; i < size(); ++i) {
        parent_[i] = i;
        at_token_[evidence_[i].phrase.head] = i;
        traits_.push_back(read_traits(evidence_[i]));
    }
}

ActorKind ActorSets::kind_of_role(const Evidence& e) const {
    if (e.row != nullptr && e.row->kind == RowKind::Demonym) {
        // *the Swiss*, *the French*: words without a plural of their own
        static constexpr std::array<std::string_view, 5> kInvariable{"ish", "nch", "tch", "ese",
                                                                     "iss"};
        const bool people = std::any_of(kInvariable.begin(), kInvariable.end(), [&](auto ending) {
            return tree_[e.phrase.head].lower.ends_with(ending);
        });
        if (people) return ActorKind::People;
        return e.plural || !e.definite ? ActorKind::People : ActorKind::Person;
    }
    if (words_.is(e.role_head, DescriptionUse::Country) && !e.plural) return ActorKind::Country;
    // *the Garment Owners' Association*: the head tells what it is, a role word inside need not.
    const RoleRow* row = lexicon_.role(utf8::lower(tree_[e.phrase.head].lemma));
    if (row == nullptr || row->kind == RowKind::Person) {
        const RoleRow* of_role = lexicon_.role(utf8::lower(e.role));
        const bool inside = row == nullptr && !e.role_head.empty() &&
                            utf8::fold(tree_[e.phrase.head].lemma) != e.role_head;
        if (of_role != nullptr && !inside) row = of_role;
    }
    if (row == nullptr) row = lexicon_.role(e.role_head);
    const RowKind kind = row == nullptr ? RowKind::Person : row->kind;
    switch (kind) {
        case RowKind::Person:
            return e.plural ? ActorKind::People : ActorKind::Person;
        case RowKind::Population:
            return ActorKind::People;
        case RowKind::Group:
            return e.plural ? ActorKind::People : ActorKind::Body;
        default:
            return ActorKind::Body;
    }
}

ActorKind ActorSets::kind_of(const Evidence& e) const {
    switch (e.type) {
        case MentionType::Country:
            return ActorKind::Country;
        case MentionType::Person:
            return ActorKind::Person;
        case MentionType::Name:
            return ActorKind::Body;
        case MentionType::Known:
            if (is_person_row(e)) return ActorKind::Person;
            return e.row->kind == RowKind::Population ? ActorKind::People : ActorKind::Body;
        case MentionType::Role:
            return kind_of_role(e);
        case MentionType::None:
            // *her mother*: no actor of the tables, but a person all the same.
            return !e.plural && words_.gender_of_word(tree_[e.phrase.head].lower) != Gender::Unknown
                       ? ActorKind::Person
                       : ActorKind::Thing;
        case MentionType::Pronoun:
            break;
    }
    return ActorKind::Thing;
}

Gender ActorSets::gender_of(const Evidence& e, ActorKind kind) const {
    if (kind != ActorKind::Person) return Gender::Unknown;
    if (e.type == MentionType::None) return words_.gender_of_word(tree_[e.phrase.head].lower);
    Gender gender = Gender::Unknown;
    for (const std::string_view part : split(e.role, ' ')) {
        const std::string word = utf8::fold(trim(part));
        if (gender == Gender::Unknown) gender = words_.gender_of_word(word);
    }
    // *Mr*, *Mrs* and the like may stand outside the role's words.
    for (TokenIndex t = e.phrase.first; t < e.phrase.head && gender == Gender::Unknown; ++t) {
        if (tree_[t].dep == "compound") gender = words_.gender_of_word(tree_[t].lower);
    }
    if (gender != Gender::Unknown || e.name.empty()) return gender;
    const std::size_t end = e.name.find_first_of(" -");
    const bool several = e.name.find(' ') != std::string::npos;
    // *Kim said* may be a surname.
    if (!several) return Gender::Unknown;
    gender = words_.gender_of_name(utf8::fold(e.name));
    if (gender != Gender::Unknown) return gender;
    return words_.gender_of_name(utf8::fold(e.name.substr(0, end)));
}

/// *the Naval Shipyards Group*: a role word, but a name all the same.
bool ActorSets::is_proper(const Evidence& e) const {
    if (e.type != MentionType::Role || tree_[e.phrase.head].pos != Pos::Propn) return false;
    for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
        if (tree_[t].pos == Pos::Propn && tree_[t].dep == "compound") return true;
    }
    return false;
}

Traits ActorSets::read_traits(const Evidence& e) const {
    Traits traits;
    traits.kind = kind_of(e);
    traits.gender = gender_of(e, traits.kind);
    traits.plural = e.plural || traits.kind == ActorKind::People;
    traits.is_named = !e.name.empty() || is_proper(e);
    if (e.type == MentionType::None || e.type == MentionType::Pronoun) return traits;
    if (!e.name.empty()) add_words(traits.words, folded_words(e.name));
    if (!e.role.empty()) add_words(traits.words, folded_words(e.role));
    if (!e.role_head.empty()) add_words(traits.words, {utf8::fold(e.role_head)});
    if (e.type != MentionType::Country) {
        // The name as the tables have it need not be the one written: *the Israeli military*.
        for (TokenIndex t = e.phrase.first; t < e.phrase.last; ++t) {
            const Pos pos = tree_[t].pos;
            if (pos != Pos::Noun && pos != Pos::Propn) continue;
            if (tree_[t].dep != "poss") add_words(traits.words, {utf8::fold(tree_[t].lower)});
        }
    }
    return traits;
}

PhraseId ActorSets::root(PhraseId i) const {
    while (parent_[i] != i) {
        parent_[i] = parent_[parent_[i]];
        i = parent_[i];
    }
    return i;
}

bool ActorSets::is_actor(PhraseId i) const {
    const MentionType type = whole(i).type;
    return type != MentionType::None && type != MentionType::Pronoun;
}

bool ActorSets::are_different_people(PhraseId a, PhraseId b) const {
    const Traits& one = traits(a);
    const Traits& other = traits(b);
    // *Reps. Justin Bamberg and ...* reads as several.
    const auto people = [](ActorKind kind) {
        return kind == ActorKind::Person || kind == ActorKind::People;
    };
    if (!people(one.kind) || !people(other.kind)) return false;
    const std::string& name = whole(a).name;
    const std::string& other_name = whole(b).name;
    if (name.empty() || other_name.empty()) return false;
    const bool full =
        name.find(' ') != std::string::npos && other_name.find(' ') != std::string::npos;
    if (full) return !may_be_one_name(name, other_name);
    // *the brother of the heir, Charles*: two given names are two people.
    const auto is_given = [this](const std::string& word) {
        return word.find(' ') == std::string::npos && words_.given_names.contains(word);
    };
    const std::string given = utf8::fold(name);
    const std::string other_given = utf8::fold(other_name);
    if (given != other_given && is_given(given) && is_given(other_given)) return true;
    return one.gender != Gender::Unknown && other.gender != Gender::Unknown &&
           one.gender != other.gender;
}

void ActorSets::join(PhraseId one, PhraseId other) {
    PhraseId a = root(one);
    PhraseId b = root(other);
    if (a == b || are_different_people(a, b)) return;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    count_[a] += count_[b];
    Evidence& into = evidence_[a];
    const Evidence& from = evidence_[b];
    if (into.country.empty()) into.country = from.country;
    // *his older brother, George W. Bush*: an office says more than that he is somebody.
    const bool anybody = into.sectors.size() == 1 && into.sectors.front() == "CVL";
    const bool known = from.type == MentionType::Known && traits_[b].kind == ActorKind::Person &&
                       traits_[a].kind == ActorKind::Person && !from.sectors.empty();
    if (into.sectors.empty() || (anybody && known)) into.sectors = from.sectors;
    if (into.code.empty()) into.code = from.code;
    if (into.role.empty()) into.role = from.role;
    const bool role_only = (into.type == MentionType::Role || into.type == MentionType::None) &&
                           from.type != MentionType::Role && from.type != MentionType::Pronoun &&
                           from.type != MentionType::None;
    if (from.name.size() > into.name.size() || role_only) {
        into.name = from.name;
        if (role_only) into.type = from.type;
    }
    if (into.type == MentionType::None || into.type == MentionType::Pronoun) into.type = from.type;
    Traits& traits = traits_[a];
    const Traits& others = traits_[b];
    if (outranks(others.kind, others.is_named, traits.kind, traits.is_named)) {
        traits.kind = others.kind;
        traits.plural = others.plural;
    }
    if (traits.gender == Gender::Unknown) traits.gender = others.gender;
    traits.is_named = traits.is_named || others.is_named;
    add_words(traits.words, others.words);
}

void ActorSets::follow(PhraseId anaphor, PhraseId antecedent, std::string why) {
    const PhraseId a = root(anaphor);
    const PhraseId target = root(antecedent);
    evidence_[anaphor].why = std::move(why);
    if (a == target) return;
    parent_[a] = target;
    count_[target] += count_[a];
    Traits& traits = traits_[target];
    if (traits.kind != ActorKind::Person) return;
    if (traits.gender == Gender::Unknown) traits.gender = traits_[a].gender;
    if (traits_[a].kind != ActorKind::Person) return;
    // *the former singer from Melbourne* tells where a man comes from of whom only the name was
    // known.
    Evidence& whole = evidence_[target];
    if (whole.country.empty() && whole.code.empty()) whole.country = evidence_[a].country;
}

void ActorSets::stand_for(PhraseId anaphor, std::vector<PhraseId> actors, std::string why) {
    evidence_[anaphor].why = std::move(why);
    several_[anaphor] = std::move(actors);
}

const std::vector<PhraseId>& ActorSets::several(PhraseId i) const {
    static const std::vector<PhraseId> kOne;
    const auto found = several_.find(i);
    return found == several_.end() ? kOne : found->second;
}

std::string ActorSets::label(PhraseId i) const {
    const Evidence& e = whole(i);
    if (!e.name.empty()) return e.name;
    if (e.type == MentionType::Role && e.country.empty()) return e.role;
    std::string words(
        slice(report_.text, {tree_[e.phrase.first].span.start, tree_[e.phrase.last - 1].span.end}));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

}  // namespace tidings::mention
