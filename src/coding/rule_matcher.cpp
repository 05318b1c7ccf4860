#include "coding/rule_matcher.hpp"

#include <algorithm>

#include "coding/clause_forms.hpp"
#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

/// Names of rules in `data/events/operators.*`.
constexpr std::string_view kOperators = "operators:";

/// How a condition is written, for explanations.
std::string describe(const Condition& condition) {
    std::string text;
    if (condition.mode == ConditionMode::Absent) text = "no ";
    switch (condition.slot.kind) {
        case SlotKind::Subject:
            text += "subject";
            break;
        case SlotKind::Object:
            text += "object";
            break;
        case SlotKind::Particle:
            text += "particle";
            break;
        case SlotKind::Clause:
            text += "clause";
            break;
        case SlotKind::Modifier:
            text += "modifier";
            break;
        case SlotKind::Possessor:
            text += "possessor";
            break;
        case SlotKind::Light:
            text += "light";
            break;
        case SlotKind::Speaker:
            text += "speaker";
            break;
        case SlotKind::Addressee:
            text += "addressee";
            break;
        case SlotKind::Topic:
            text += "topic";
            break;
        case SlotKind::Modal:
            text += "modal";
            break;
        case SlotKind::Verb:
            text += "verb";
            break;
        case SlotKind::Copula:
            text += "copula";
            break;
        case SlotKind::Complement:
            text += "complement";
            break;
        default:
            text += condition.slot.preposition;
            break;
    }
    if (condition.mode == ConditionMode::IsNot) text += " not";
    return text;
}

/// *petitioned*, *heaped*, taken for a present tense, are left as they are: the verb of the lexicon
/// that they are a form of, else nothing.
std::string verb_behind(const EventLexiconData& lexicon, std::string_view form) {
    if (form.size() < 5 || !form.ends_with("ed")) return {};
    const std::string_view stem = form.substr(0, form.size() - 2);
    const char last = stem.back();
    std::vector<std::string> verbs{std::string(stem), std::string(stem) + "e"};
    if (last == stem[stem.size() - 2]) verbs.emplace_back(stem.substr(0, stem.size() - 1));
    if (last == 'i') verbs.push_back(std::string(stem.substr(0, stem.size() - 1)) + "y");
    for (std::string& verb : verbs) {
        if (lexicon.find(PredicatePos::Verb, verb) != nullptr) return std::move(verb);
    }
    return {};
}

}  // namespace

RuleMatcher::RuleMatcher(const Arguments& arguments, const SideFinder& sides,
                         const EventLexiconData& lexicon)
    : arguments_(arguments),
      tree_(arguments.tree()),
      sides_(sides),
      lexicon_(lexicon),
      in_date_(tree_.size(), false),
      in_name_(tree_.size(), false),
      is_person_name_(tree_.size(), false),
      is_town_(tree_.size(), false),
      forms_(tree_.size()) {
    ClassId id = 0;
    if (lexicon.classes.find("container", id)) is_container_ = id;
    if (lexicon.classes.find("territory", id)) {
        is_territory_ = id;
        mark_towns();
    }
    for (const Name& name : tree_.parse().names) {
        for (TokenIndex t = name.first; t < name.last; ++t) {
            in_date_[t] = name.label == "DATE" || name.label == "TIME";
            in_name_[t] = true;
            is_person_name_[t] = name.label == "PERSON";
        }
    }
}

/// The model's lemmatizer takes *staged* for a form of *stag*. A short verb doubles its last
/// consonant
/// (*stagged*), so an undoubled one belongs to a verb in -e.
std::string RuleMatcher::lemma(TokenIndex token) const {
    const std::string_view lower = tree_[token].lower;
    const std::string_view irregular = lexicon_.irregular_forms.lemma_of(lower, tree_[token].pos);
    if (!irregular.empty()) return std::string(irregular);
    std::string lemma = utf8::lower(tree_[token].lemma);
    if (tree_[token].pos == Pos::Verb && lemma == lower &&
        lexicon_.find(PredicatePos::Verb, lemma) == nullptr) {
        std::string verb = verb_behind(lexicon_, lower);
        if (!verb.empty()) return verb;
    }
    const bool cut = tree_[token].pos == Pos::Verb && lower.size() >= lemma.size() + 2 &&
                     lower.starts_with(lemma);
    if (!cut || (lower.substr(lemma.size()) != "ed" && lower.substr(lemma.size()) != "ing")) {
        return lemma;
    }
    const std::string_view vowels = "aeiou";
    std::size_t count = 0;
    for (const char c : lemma) count += vowels.find(c) != std::string_view::npos ? 1 : 0;
    const std::size_t size = lemma.size();
    const bool short_verb = size >= 3 && count == 1 &&
                            vowels.find(lemma[size - 2]) != std::string_view::npos &&
                            lemma.find_last_of("aeiouwxy") != size - 1;
    if (short_verb) lemma += 'e';
    return lemma;
}

/// *pounded Kharkiv*: the last word of the name of a town, which is ground to be fought over as
/// *the town* is, and no actor.
void RuleMatcher::mark_towns() {
    const auto& tokens = tree_.parse().tokens;
    for (const PlaceMention& place : sides_.mentions().places) {
        const bool town = place.kind == "city" || place.kind == "district" ||
                          place.kind == "quarter" || place.kind == "region";
        if (!town || place.country.empty()) continue;
        const auto end = std::lower_bound(
            tokens.begin(), tokens.end(), place.span.end,
            [](const Token& token, std::uint32_t position) { return token.span.end < position; });
        if (end == tokens.end() || end->span.end != place.span.end) continue;
        const auto last = static_cast<TokenIndex>(end - tokens.begin());
        if (tree_[last].pos == Pos::Propn && tree_[last].dep != "compound") is_town_[last] = true;
    }
}

/// True if the words before and after belong to a name as well.
bool RuleMatcher::is_inside_name(TokenIndex token) const {
    return in_name_[token] && token > 0 && in_name_[token - 1] && token + 1 < tree_.size() &&
           in_name_[token + 1];
}

bool RuleMatcher::predicate_pos(TokenIndex token, PredicatePos& pos) const {
    const Token& t = tree_[token];
    if (in_date_[token]) return false;  // *March 23* is no march
    switch (t.pos) {
        case Pos::Verb:
            if (t.dep == "amod" || t.dep == "compound") return false;
            // *the Volatiles Investigating Rover*: part of a name.
            if (t.tag == "VBG" && is_inside_name(token)) return false;
            pos = PredicatePos::Verb;
            return true;
        case Pos::Aux:
            // *is a donor*, *is at war*: headwords of several words that begin with *be*.
            if (t.lemma != "be" || t.dep == "aux" || t.dep == "auxpass") return false;
            pos = PredicatePos::Verb;
            return true;
        case Pos::Noun:
            pos = PredicatePos::Noun;
            return true;
        case Pos::Propn:
            // Headlines are in title case; a proper noun that only names somebody is no predicate.
            if (sides_.direct(token) != Mentions::kNoMention) return false;
            pos = PredicatePos::Noun;
            return true;
        case Pos::Adj:
            // *a report critical of Kenya*: what is said in it.
            if (t.dep == "amod" && t.head < token && in_class(t.head, "utterance")) {
                pos = PredicatePos::Adjective;
                return true;
            }
            if (t.dep != "acomp" && t.dep != "oprd" && t.dep != "ROOT" && t.dep != "conj") {
                return false;
            }
            // *is getting ready to leave*: prepares, and promises nothing.
            if (t.dep == "acomp" && t.lower == "ready" &&
                (tree_[t.head].lemma == "get" || tree_[t.head].lemma == "make")) {
                return false;
            }
            pos = PredicatePos::Adjective;
            return true;
        default:
            return false;
    }
}

/// *two men accredited to the embassy* are diplomats.
bool RuleMatcher::is_accredited(TokenIndex noun) const {
    for (const TokenIndex c : tree_.children(noun)) {
        const std::string_view word = tree_[c].lemma;
        if (tree_[c].dep != "acl" || (word != "accredit" && word != "post" && word != "assign")) {
            continue;
        }
        for (const char* preposition : {"to", "at"}) {
            for (const TokenIndex post : arguments_.prepositional(c, preposition)) {
                const std::string_view where = tree_[post].lemma;
                if (where == "embassy" || where == "consulate" || where == "mission") return true;
            }
        }
    }
    return false;
}

const std::vector<std::string>& RuleMatcher::forms(TokenIndex token) const {
    if (forms_[token].empty()) forms_[token] = find_forms(token);  // there is the lemma at least
    return forms_[token];
}

std::vector<std::string> RuleMatcher::find_forms(TokenIndex token) const {
    std::vector<std::string> result;
    const std::string head = lemma(token);
    result.push_back(head);
    if (tree_[token].lower != head) result.emplace_back(tree_[token].lower);
    // A common noun with a capital (*Missiles hit …*, headlines) is taken for a name and keeps its
    // ending.
    // So do those with a number (*F-16s*).
    const bool numbered = head.find_first_of("0123456789") != std::string::npos;
    if ((tree_[token].pos == Pos::Propn || numbered) && head.size() > 3 && head.ends_with('s')) {
        result.push_back(head.substr(0, head.size() - 1));
    }
    std::string phrase = head;
    TokenIndex at = token;
    for (int words = 0; words < 3 && at > 0; ++words) {
        const Token& before = tree_[at - 1];
        if (before.sentence != tree_[token].sentence || before.pos == Pos::Det ||
            (before.pos == Pos::Verb && before.dep != "amod") || before.pos == Pos::Space) {
            break;
        }
        if (before.space_after) phrase.insert(0, 1, ' ');
        phrase.insert(0, before.lower);
        result.push_back(phrase);
        --at;
    }
    // *a joint border force* is a joint force.
    for (const TokenIndex c : tree_.children(token)) {
        const bool near = c + 1 < token && c + 4 > token;
        if (near && (tree_[c].dep == "amod" || tree_[c].dep == "compound")) {
            result.push_back(std::string(tree_[c].lower) + " " + head);
        }
    }
    // *shelter materials*, *food parcels*: what a container holds.
    if (is_container_ && lexicon_.classes.contains(*is_container_, head)) {
        for (const TokenIndex c : tree_.children(token)) {
            if (tree_[c].dep == "compound" && c < token) result.push_back(lemma(c));
        }
    }
    // *state of emergency*; *employees of the embassy* are embassy employees.
    for (const TokenIndex c : tree_.children(token)) {
        // *break out*, *take place*
        const bool verbal = arguments_.is_verb(token) && c > token && c < token + 3;
        if (verbal && (tree_[c].dep == "prt" || tree_[c].dep == "dobj")) {
            result.push_back(head + " " + std::string(tree_[c].lower));
        }
        if (tree_[c].dep != "prep" || tree_[c].lower != "of") continue;
        const TokenIndex object = tree_.child(c, "pobj");
        if (object == kNoToken) continue;
        result.push_back(head + " of " + lemma(object));
        result.push_back(lemma(object) + " " + head);
        // *none of the hostages*, *two of the envoys*
        const Pos pos = tree_[token].pos;
        if (pos == Pos::Pron || pos == Pos::Num || pos == Pos::Det) {
            result.push_back(lemma(object));
            result.emplace_back(tree_[object].lower);
        }
    }
    if (is_accredited(token)) result.emplace_back("diplomat");
    return result;
}

bool RuleMatcher::in_class(TokenIndex token, std::string_view class_name) const {
    ClassId id = 0;
    if (!lexicon_.classes.find(class_name, id)) return false;
    for (const std::string& form : forms(token)) {
        if (lexicon_.classes.contains(id, form)) return true;
    }
    return false;
}

/// An actor of whom somebody else speaks (*the army has betrayed us, the minister said*).
bool RuleMatcher::is_other_than_speaker(TokenIndex token, TokenIndex predicate) const {
    const TokenIndex speaker = speaker_of(tree_, sides_.mentions(), predicate);
    const MentionIndex said_of = sides_.direct(token);
    if (speaker == kNoToken || said_of == Mentions::kNoMention) return false;
    const auto& mentions = sides_.mentions().mentions;
    const auto speakers = sides_.actors(speaker);
    return !speakers.empty() &&
           std::none_of(speakers.begin(), speakers.end(), [&](MentionIndex each) {
               return mentions[each].actor == mentions[said_of].actor;
           });
}

bool RuleMatcher::atom_holds(const Atom& atom, TokenIndex token, TokenIndex predicate) const {
    switch (atom.kind) {
        case AtomKind::Any:
            return true;
        case AtomKind::Lemma: {
            const auto& all = forms(token);
            return std::find(all.begin(), all.end(), atom.word) != all.end();
        }
        case AtomKind::Class:
            if (is_town_[token] && is_territory_ == atom.class_id) return true;
            for (const std::string& form : forms(token)) {
                if (lexicon_.classes.contains(atom.class_id, form)) return true;
            }
            return false;
        case AtomKind::Sector: {
            for (const MentionIndex m : sides_.actors(token)) {
                const auto& sectors = sides_.actor(m).sectors;
                if (std::find(sectors.begin(), sectors.end(), atom.word) != sectors.end()) {
                    return true;
                }
            }
            return false;
        }
        case AtomKind::Actor:
            return !sides_.actors(token).empty();
        case AtomKind::Party:
            return sides_.direct(token) != Mentions::kNoMention;
        case AtomKind::Country: {
            const MentionIndex m = sides_.direct(token);
            if (m == Mentions::kNoMention) return false;
            const Actor& actor = sides_.actor(m);
            return !actor.country.empty() && !actor.sectors.empty() &&
                   actor.sectors.front() == "GOV" && actor.role.empty();
        }
        case AtomKind::Person: {
            const Token& t = tree_[token];
            if (t.tag == "PRP" && t.lower != "it" && t.lower != "itself") return true;
            if (t.lower == "who" || t.lower == "whom") return true;
            if (in_name_[token]) return is_person_name_[token];
            const MentionIndex m = sides_.direct(token);
            return m != Mentions::kNoMention && !sides_.actor(m).role.empty();
        }
        case AtomKind::Event:
            return is_event_noun(token);
        case AtomKind::Doing:
            return tree_[token].dep == "pcomp" && tree_[token].tag == "VBG" &&
                   lexicon_.find(PredicatePos::Verb, lemma(token)) != nullptr;
        case AtomKind::Several:
            return sides_.actors(token).size() > 1;
        case AtomKind::Foreign: {
            const auto there = sides_.actors(token);
            if (there.empty() || sides_.actor(there.front()).country.empty()) return false;
            const std::string& country = sides_.actor(there.front()).country;
            PredicatePos pos{};
            if (!predicate_pos(predicate, pos)) return false;
            auto doers = slot(predicate, pos, {SlotKind::Subject, {}});
            if (pos == PredicatePos::Noun && doers.empty()) {
                doers = slot(predicate, pos, {SlotKind::Modifier, {}});
            }
            for (const TokenIndex doer : doers) {
                const auto here = sides_.actors(doer);
                if (!here.empty()) return sides_.actor(here.front()).country != country;
            }
            return true;  // nobody is named who could be of the same country
        }
        case AtomKind::Other:
            return is_other_than_speaker(token, predicate);
        case AtomKind::Number:
            return tree_[token].pos == Pos::Num || tree_.has_child(token, "nummod");
        default:
            return false;
    }
}

bool RuleMatcher::holds_clause(const Condition& condition, TokenIndex predicate,
                               RuleMatch& match) const {
    std::vector<TokenIndex> taken;
    for (const auto& clause : arguments_.clauses(predicate)) {
        const bool fits = std::any_of(
            condition.alternatives.begin(), condition.alternatives.end(), [&](const Atom& atom) {
                switch (atom.kind) {
                    case AtomKind::Any:
                        return true;
                    case AtomKind::ClauseTo:
                        return clause.form == Arguments::ClauseForm::To;
                    case AtomKind::ClauseThat:
                        return clause.form == Arguments::ClauseForm::That;
                    case AtomKind::ClauseSubjunctive:
                        return clause.form == Arguments::ClauseForm::That &&
                               !is_indicative(tree_, clause.head);
                    case AtomKind::ClauseIng:
                        return clause.form == Arguments::ClauseForm::Ing;
                    default:
                        return false;
                }
            });
        if (fits) taken.push_back(clause.head);
    }
    if (condition.mode == ConditionMode::Absent) return taken.empty();
    if (condition.mode == ConditionMode::IsNot) return taken.empty();
    match.clauses.insert(match.clauses.end(), taken.begin(), taken.end());
    return !taken.empty();
}

bool RuleMatcher::has_function_word(TokenIndex predicate, std::string_view words) const {
    if (words.empty()) return false;
    for (const TokenIndex c : tree_.children(predicate)) {
        for (const std::string_view word : split(words, '|')) {
            if (tree_[c].lower == word) return true;
        }
    }
    return false;
}

bool RuleMatcher::holds(const Condition& condition, TokenIndex predicate, PredicatePos pos,
                        RuleMatch& match) const {
    if (condition.slot.kind == SlotKind::Clause) {
        const bool none = condition.alternatives.empty() && arguments_.clauses(predicate).empty();
        if (condition.mode == ConditionMode::Absent) return none;
        if (condition.mode == ConditionMode::Present) return !none;
        return holds_clause(condition, predicate, match);
    }
    std::vector<TokenIndex> tokens;
    for (const TokenIndex token : slot(predicate, pos, condition.slot, match.words)) {
        for (const TokenIndex t : arguments_.coordinated(token)) tokens.push_back(t);
        // *dozens of its diplomats*: the noun behind *of* counts.
        if (in_class(token, "transparent")) {
            for (const TokenIndex t : arguments_.prepositional(token, "of")) tokens.push_back(t);
        }
    }
    if (condition.mode == ConditionMode::Absent) return tokens.empty();
    if (condition.mode == ConditionMode::Present) {
        return !tokens.empty() || has_function_word(predicate, condition.slot.preposition);
    }
    bool found = false;
    for (const Atom& atom : condition.alternatives) {
        for (const TokenIndex token : tokens) {
            if (!atom_holds(atom, token, predicate)) continue;
            found = true;
            if (condition.mode == ConditionMode::IsNot) return false;
            const bool complement = condition.slot.kind == SlotKind::Object ||
                                    condition.slot.kind == SlotKind::Preposition;
            if (complement && (atom.kind == AtomKind::Lemma || atom.kind == AtomKind::Class)) {
                match.named.push_back(token);
                // *held three days of talks*: the talks are named as well.
                if (in_class(token, "transparent")) {
                    for (const TokenIndex t : arguments_.prepositional(token, "of")) {
                        match.named.push_back(t);
                    }
                }
            } else if (atom.kind == AtomKind::Event || atom.kind == AtomKind::Doing) {
                match.events.push_back(token);
            }
        }
        if (found) break;
    }
    return condition.mode == ConditionMode::IsNot ? true : found;
}

RuleMatch RuleMatcher::match(TokenIndex predicate, std::vector<Rejection>* rejections,
                             std::span<const Rule* const> passed) const {
    PredicatePos pos{};
    if (!predicate_pos(predicate, pos)) return {};
    RuleMatch found = match_as(predicate, pos, lemma(predicate), rejections, passed);
    if (found.rule != nullptr || pos != PredicatePos::Noun) return found;
    // *the freezing of their accounts*
    const std::string verb = nominal_verb(predicate);
    if (verb.empty()) return found;
    return match_as(predicate, PredicatePos::Verb, verb, rejections, passed);
}

RuleMatch RuleMatcher::match_as(TokenIndex predicate, PredicatePos pos, const std::string& word,
                                std::vector<Rejection>* rejections,
                                std::span<const Rule* const> passed) const {
    RuleMatch none;
    const auto* entries = lexicon_.find(pos, word);
    if (entries == nullptr) return none;
    std::size_t begin = 0;
    while (begin < entries->size()) {
        // Entries of one length. A rule without an event ends its own entry only: another file may
        // know better. Rules without conditions come last, those with an event first.
        const std::size_t length = lexicon_.entries[(*entries)[begin]].words.size();
        std::size_t end = begin;
        while (end < entries->size() && lexicon_.entries[(*entries)[end]].words.size() == length) {
            ++end;
        }
        RuleMatch no_event;
        RuleMatch fallback;
        for (std::size_t i = begin; i < end; ++i) {
            const Entry& entry = lexicon_.entries[(*entries)[i]];
            RuleMatch found;
            found.pos = pos;
            if (!match_words(entry, predicate, found.words)) continue;
            for (const std::uint32_t r : entry.rules) {
                const Rule& rule = lexicon_.rules[r];
                if (std::find(passed.begin(), passed.end(), &rule) != passed.end()) break;
                // The files of operators have weighed all complements together.
                if (!passed.empty() && rule.id.starts_with(kOperators)) break;
                RuleMatch match = found;
                match.rule = &rule;
                if (const Condition* broken = broken_condition(rule, predicate, pos, match)) {
                    if (rejections != nullptr) {
                        rejections->push_back(
                            {&rule, "condition does not hold: " + describe(*broken)});
                    }
                    continue;
                }
                const bool is_event = rule.action.kind != ActionKind::None;
                if (rule.conditions.empty()) {
                    const bool better =
                        fallback.rule == nullptr ||
                        (is_event && fallback.rule->action.kind == ActionKind::None);
                    if (better) fallback = std::move(match);
                } else if (is_event) {
                    return match;
                } else if (no_event.rule == nullptr) {
                    no_event = std::move(match);
                }
                break;
            }
        }
        if (no_event.rule != nullptr) return no_event;
        if (fallback.rule != nullptr) return fallback;
        begin = end;
    }
    return none;
}

const Condition* RuleMatcher::broken_condition(const Rule& rule, TokenIndex predicate,
                                               PredicatePos pos, RuleMatch& match) const {
    const bool excludes = rule.action.kind == ActionKind::None;
    for (const Condition& condition : rule.conditions) {
        if (!holds(condition, predicate, pos, match)) return &condition;
        if (excludes && is_of_namesake(condition, predicate, pos)) return &condition;
    }
    return nullptr;
}

}  // namespace tidings::coding
