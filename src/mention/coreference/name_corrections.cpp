// Names that were read as nothing or as another kind's, put right before they are joined.
#include <algorithm>

#include "mention/coreference/names.hpp"

namespace tidings::mention {

namespace {

bool is_body_noun(const ReferenceContext& context, std::string_view word) {
    const RoleRow* row = context.lexicon.role(utf8::lower(word));
    return row != nullptr && row->kind != RowKind::Person && row->kind != RowKind::Population;
}

/// *The Garment Owners' Association*: a role word before the last one makes no person of it.
void correct_body(ReferenceContext& context, PhraseId i) {
    ActorSets& sets = context.sets;
    Evidence& e = sets[i];
    if (e.type != MentionType::Person || e.role.empty()) return;
    const Token& head = sets.head(i);
    const Name* entity = context.reader.name_at(e.phrase.head);
    const bool person = entity != nullptr && entity->label == "PERSON";
    if (person || head.pos != Pos::Propn || !is_body_noun(context, head.lower)) return;
    e.type = MentionType::Name;
    e.name = name_words(context, e.phrase);
    e.role.clear();
    e.role_head = std::string(head.lower);
    e.why = "name of an organisation, by its last word";
    sets.reread(i);
}

/// *the envoy to Ukraine Kurt Maro*: a country before a given name is no part of the name. The
/// person holds the office before the preposition.
void correct_country_in_name(ReferenceContext& context, PhraseId i) {
    ActorSets& sets = context.sets;
    Evidence& e = sets[i];
    if (e.type != MentionType::Person && e.type != MentionType::Name) return;
    const SyntaxTree& tree = context.tree;
    const NounPhrase& phrase = e.phrase;
    if (phrase.head < phrase.first + 2 || phrase.head > phrase.first + 4) return;
    if (tree[phrase.first].pos != Pos::Propn || !e.role.empty()) return;
    const ActorRow* row = context.reader.country_at(phrase.first);
    const KnownName* country = context.reader.known_at(phrase.first);
    if (row == nullptr && country == nullptr) {
        return;
    }
    if (row == nullptr && context.reader.choose(*country).kind != RowKind::Country) return;
    const std::string given = utf8::fold(tree[phrase.first + 1].lower);
    if (!context.words.given_names.contains(given)) return;
    const Span words{tree[phrase.first + 1].span.start, tree[phrase.head].span.end};
    e.type = MentionType::Person;
    e.name = std::string(slice(context.report.text, words));
    std::replace(e.name.begin(), e.name.end(), '\n', ' ');
    e.country.clear();
    e.why = "personal name, behind a country";
    sets.reread(i);
    const Token& head = sets.head(i);
    if (head.dep != "pobj" || tree.is_root(head.head)) return;
    const PhraseId office = sets.at(tree.head(head.head));
    if (office != kNoPhrase && is_office_of_person(sets, office)) sets.join(i, office);
}

/// *Yael Elkabetz said*, *the FNV announced*: a name that speaks or wills is somebody's.
void correct_unread(ReferenceContext& context, PhraseId i) {
    ActorSets& sets = context.sets;
    Evidence& e = sets[i];
    const Token& head = sets.head(i);
    // *Kevin Morano and Timothy Weeks*: beside a person
    const PhraseId other = head.dep == "conj" ? sets.at(head.head) : kNoPhrase;
    const bool beside = other != kNoPhrase && sets[other].type == MentionType::Person &&
                        e.phrase.head > e.phrase.first;
    if (e.type != MentionType::None || head.pos != Pos::Propn) return;
    if (head.dep != "nsubj" && !beside) return;
    const Name* entity = context.reader.name_at(e.phrase.head);
    const bool day = entity != nullptr && (entity->label == "DATE" || entity->label == "TIME");
    if (day && !beside) return;
    const std::string verb = utf8::lower(context.tree[head.head].lemma);
    const VerbUse use = context.words.verb_use(verb);
    const bool wills =
        use == VerbUse::Intent || use == VerbUse::Reaction || context.cues.is_speech_verb(verb);
    if (!wills && !beside) return;
    std::string name = name_words(context, e.phrase);
    // *Kenyan Timothy Weeks*
    const ActorRow* nation = context.reader.country_at(e.phrase.first);
    const std::size_t space = name.find(' ');
    if (beside && nation != nullptr && space != std::string::npos) {
        name.erase(0, space + 1);
        e.country = nation->country;
    }
    const std::string given = utf8::fold(name.substr(0, name.find(' ')));
    const bool person =
        name.find(' ') != std::string::npos && context.words.given_names.contains(given);
    if (!person && (beside || acronym(name).empty())) return;
    e.type = person ? MentionType::Person : MentionType::Name;
    e.name = std::move(name);
    e.why = person ? "personal name, by its first word and its verb" : "name, by its verb";
    sets.reread(i);
}

}  // namespace

std::string acronym(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (c == '.') continue;
        if (c < 'A' || c > 'Z') return {};
        letters += c;
    }
    return letters.size() < 2 ? std::string() : letters;
}

bool is_office_of_person(const ActorSets& sets, PhraseId i) {
    return sets[i].type == MentionType::Role && sets.own_traits(i).kind == ActorKind::Person;
}

std::string name_words(const ReferenceContext& context, const NounPhrase& phrase) {
    TokenIndex first = phrase.head;
    while (first > phrase.first &&
           (context.tree[first - 1].pos == Pos::Propn || context.tree[first - 1].lower == "'" ||
            context.tree[first - 1].lower == "-")) {
        --first;
    }
    const Span span{context.tree[first].span.start, context.tree[phrase.last - 1].span.end};
    std::string words(slice(context.report.text, span));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

void correct_names(ReferenceContext& context) {
    for (PhraseId i = 0; i < context.sets.size(); ++i) {
        correct_body(context, i);
        correct_country_in_name(context, i);
        correct_unread(context, i);
    }
}

}  // namespace tidings::mention
