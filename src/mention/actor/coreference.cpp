#include "mention/actor/coreference.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "mention/actor/actor_code.hpp"

namespace tidings::mention {

namespace {

constexpr std::uint32_t kSentenceWindow = 4;  // sentences in which a pronoun's antecedent is sought
constexpr std::uint32_t kPhraseWindow = 400;  // and phrases
constexpr std::uint32_t kRoleWindow = 2000;   // phrases in which a description is sought again

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Sectors whose bearers, described with *the* and no country, belong to the country the report
/// speaks of.
constexpr std::array<std::string_view, 6> kStateSectors{"GOV", "MIL", "COP", "JUD", "LEG", "SPY"};

/// *the country*, *the kingdom*: the one last spoken of.
constexpr std::array<std::string_view, 6> kCountryNouns{"country", "nation",   "state",
                                                        "kingdom", "republic", "homeland"};

std::string last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return utf8::fold(space == std::string_view::npos ? name : name.substr(space + 1));
}

std::string initials(std::string_view name) {
    std::string letters;
    bool at_start = true;
    for (const char c : name) {
        if (at_start && c >= 'A' && c <= 'Z') letters += c;
        at_start = c == ' ' || c == '-';
    }
    return letters;
}

bool is_sector_of_state(const std::vector<std::string>& sectors) {
    return !sectors.empty() && one_of(sectors.front(), kStateSectors);
}

enum class Gender : std::uint8_t { Unknown, Male, Female };

Gender gender_of(const Evidence& evidence) {
    const std::string role = utf8::lower(evidence.role);
    const auto has = [&](std::string_view word) { return role.find(word) != std::string::npos; };
    if (has("woman") || has("mrs") || has("ms.") || has("queen") || has("princess") ||
        has("actress") || has("widow") || has("mother")) {
        return Gender::Female;
    }
    if (has("sman") || has("mr.") || has("king") || has("prince") || has("sheikh") ||
        has("father") || has("emir")) {
        return Gender::Male;
    }
    return Gender::Unknown;
}

Gender gender_of_pronoun(std::string_view lower) {
    if (lower == "she" || lower == "her" || lower == "hers" || lower == "herself") {
        return Gender::Female;
    }
    if (lower == "he" || lower == "him" || lower == "his" || lower == "himself") {
        return Gender::Male;
    }
    return Gender::Unknown;
}

}  // namespace

Coreference::Coreference(const Report& report, const Arguments& arguments,
                         const EvidenceReader& reader, std::vector<Evidence> evidence)
    : report_(report),
      arguments_(arguments),
      tree_(arguments.tree()),
      reader_(reader),
      evidence_(std::move(evidence)),
      parent_(evidence_.size()),
      at_token_(tree_.size(), kNone) {
    for (Index i = 0; i < evidence_.size(); ++i) {
        parent_[i] = i;
        at_token_[evidence_[i].phrase.head] = i;
    }
}

Coreference::Index Coreference::root(Index i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
}

/// Joins two sets; facts that the earlier one lacks are taken from the later one.
void Coreference::join(Index later, Index earlier) {
    Index a = root(earlier);
    Index b = root(later);
    if (a == b) return;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    Evidence& into = evidence_[a];
    const Evidence& from = evidence_[b];
    if (into.country.empty()) into.country = from.country;
    if (into.sectors.empty()) into.sectors = from.sectors;
    if (into.code.empty()) into.code = from.code;
    if (into.role.empty()) into.role = from.role;
    const bool role_only = into.type == MentionType::Role && from.type != MentionType::Role &&
                           from.type != MentionType::Pronoun;
    if (from.name.size() > into.name.size() || role_only) {
        into.name = from.name;
        if (role_only) into.type = from.type;
    }
}

bool Coreference::is_person(const Evidence& e) const {
    if (e.type == MentionType::Person) return true;
    if (e.type == MentionType::Known) return e.row == nullptr || e.row->kind == RowKind::Person;
    return e.type == MentionType::Role && !e.plural && e.role_head != "government" &&
           e.role_head != "police" && e.role_head != "ministry" && e.role_head != "army" &&
           e.role_head != "party" && e.role_head != "group" && e.role_head != "court" &&
           e.role_head != "parliament" && e.role_head != "company" &&
           e.role_head != "administration" && e.role_head != "regime";
}

void Coreference::join_appositions() {
    for (Index i = 0; i < evidence_.size(); ++i) {
        const Evidence& e = evidence_[i];
        const Token& head = tree_[e.phrase.head];
        if (e.type == MentionType::None || e.type == MentionType::Pronoun) continue;
        Index other = kNone;
        if (head.dep == "appos") {
            other = at_token_[head.head];
        } else if (head.dep == "attr" && tree_[head.head].lemma == "be") {
            const TokenIndex subject = tree_.child(head.head, "nsubj");
            const bool negated = tree_.has_child(head.head, "neg");
            if (subject != kNoToken && !negated) other = at_token_[subject];
            if (other != kNone && evidence_[other].type == MentionType::Pronoun) other = kNone;
        }
        if (other == kNone) continue;
        const Evidence& o = evidence_[other];
        if (o.type == MentionType::None) continue;
        // *Nairobi, Kenya* and *Kenya, Sudan* are no appositions of actors.
        if (e.type == MentionType::Country || o.type == MentionType::Country) continue;
        if (e.plural != o.plural && e.type == MentionType::Role && o.type == MentionType::Role) {
            continue;
        }
        if (e.type == MentionType::Known && o.type == MentionType::Known) continue;
        // *the president, Recep Tayyip Erdoğan*: a name beside a person's role is a person's,
        // whatever the statistical tagger called it.
        if (o.type == MentionType::Role && is_person(o) && e.type == MentionType::Name) {
            evidence_[i].type = MentionType::Person;
        } else if (e.type == MentionType::Role && is_person(e) && o.type == MentionType::Name) {
            evidence_[other].type = MentionType::Person;
        }
        join(i, other);
    }
}

void Coreference::join_countries() {
    std::unordered_map<std::string, Index> government;
    for (Index i = 0; i < evidence_.size(); ++i) {
        const Evidence& e = evidence_[i];
        const bool country = e.type == MentionType::Country;
        const bool described = e.type == MentionType::Role && !e.country.empty() &&
                               (e.role_head == "government" || e.role_head == "administration" ||
                                e.role_head == "regime" || e.role_head == "authority");
        if ((!country && !described) || e.country.empty()) continue;
        const auto [found, is_new] = government.emplace(e.country, i);
        if (!is_new) join(i, found->second);
    }
}

void Coreference::join_names() {
    std::map<std::string, Index> full;     // folded name → phrase
    std::map<std::string, Index> by_last;  // last word → phrase of the fullest name
    std::map<std::string, Index> acronyms;
    std::vector<Index> named;
    for (Index i = 0; i < evidence_.size(); ++i) {
        const MentionType type = evidence_[i].type;
        if (type == MentionType::Person || type == MentionType::Name ||
            type == MentionType::Known) {
            named.push_back(i);
        }
    }
    for (const Index i : named) {
        const Evidence& e = evidence_[i];
        const std::string key = utf8::fold(e.name);
        const auto [found, is_new] = full.emplace(key, i);
        if (!is_new) {
            join(i, found->second);
            continue;
        }
        const bool several = e.name.find(' ') != std::string::npos;
        if (several && is_person(e)) by_last.emplace(last_word(e.name), i);
        if (several && !is_person(e)) acronyms.emplace(initials(e.name), i);
    }
    for (const Index i : named) {
        const Evidence& e = evidence_[i];
        if (e.name.find(' ') != std::string::npos) {
            // *Edi Rama* and *Prime Minister Rama* read as a name of two words: same last word and
            // one name inside the other.
            const auto found = by_last.find(last_word(e.name));
            if (found == by_last.end() || found->second == i || !is_person(e)) continue;
            const std::string& other = evidence_[found->second].name;
            if (other.find(e.name) != std::string::npos ||
                e.name.find(other) != std::string::npos) {
                join(i, found->second);
            }
            continue;
        }
        if (const auto found = by_last.find(utf8::fold(e.name)); found != by_last.end()) {
            // A bare surname that the tagger took for a place or body is still that person.
            evidence_[i].type = MentionType::Person;
            join(i, found->second);
        } else if (const auto long_form = acronyms.find(e.name); long_form != acronyms.end()) {
            join(i, long_form->second);
        }
    }
    // Surnames that were read as nothing at all (*Soleimani* taken for a place).
    for (Index i = 0; i < evidence_.size(); ++i) {
        Evidence& e = evidence_[i];
        const Token& head = tree_[e.phrase.head];
        if (e.type != MentionType::None || head.pos != Pos::Propn) continue;
        const std::string word = utf8::fold(slice(report_.text, head.span));
        const auto found = by_last.find(word);
        if (found == by_last.end()) continue;
        e.type = MentionType::Person;
        e.name = std::string(slice(report_.text, head.span));
        e.why = "surname of " + evidence_[found->second].name;
        join(i, found->second);
    }
}

void Coreference::join_roles() {
    for (Index i = 0; i < evidence_.size(); ++i) {
        const Evidence& e = evidence_[i];
        if (e.type != MentionType::Role || root(i) != i) continue;
        for (Index k = i; k-- > 0;) {
            if (i - k >= kRoleWindow) break;
            const Evidence& o = evidence_[k];
            if (o.type == MentionType::None || o.type == MentionType::Pronoun) continue;
            const Evidence& owner = evidence_[root(k)];
            const bool same_head = o.role_head == e.role_head && !e.role_head.empty();
            if (!same_head || o.plural != e.plural) continue;
            const bool country_fits = e.country.empty() ? e.definite : (owner.country == e.country);
            if (!country_fits) continue;
            // *two diplomats* after *a diplomat* are others; *the diplomats* are the same ones.
            if (!e.definite && o.type != MentionType::Role) continue;
            join(i, k);
            break;
        }
    }
}

std::string Coreference::country_of(Index i) const {
    return evidence_[root(i)].country;
}

std::string Coreference::dateline_country() const {
    for (const Section& section : report_.sections) {
        Span words{};
        if (section.role == SectionRole::Dateline) {
            words = section.span;
        } else if (section.dateline > 0) {
            words = {section.span.start, section.span.start + section.dateline};
        }
        if (words.empty()) continue;
        const std::string country = reader_.country_in_words(slice(report_.text, words));
        if (!country.empty()) return country;
    }
    return {};
}

/// *The government*, *President Meta* without a country: the place of its sentence, the country
/// last spoken of as an actor nearby, the dateline's, or the one most spoken of.
void Coreference::assume_countries() {
    const std::string dateline = dateline_country();
    std::map<std::string, int> spoken_of;
    std::string last_country;
    std::uint32_t last_sentence = 0;
    std::unordered_map<std::uint32_t, std::string> place_of;  // sentence → country of its place
    for (const Evidence& e : evidence_) {
        if (e.type != MentionType::Country || !e.is_place) continue;
        place_of[tree_[e.phrase.head].sentence] = e.country;
    }
    for (Index i = 0; i < evidence_.size(); ++i) {
        Evidence& e = evidence_[i];
        const std::uint32_t sentence = tree_[e.phrase.head].sentence;
        if (e.type == MentionType::Country && !e.country.empty()) {
            ++spoken_of[e.country];
            if (!e.is_place) {
                last_country = e.country;
                last_sentence = sentence;
            }
        }
        const bool office =
            e.type == MentionType::Role || (e.type == MentionType::Person && !e.role.empty());
        if (!office || root(i) != i || !e.country.empty()) continue;
        if (!e.code.empty() || !is_sector_of_state(e.sectors)) continue;
        std::string country;
        std::string how;
        // *Ministers gathered in Brussels* come from anywhere; *the police in Lagos* do not.
        const bool local = e.definite || e.sectors.front() == "COP" || e.sectors.front() == "JUD";
        if (const auto place = place_of.find(sentence); local && place != place_of.end()) {
            country = place->second;
            how = "place in the sentence";
        }
        const bool known_one = e.definite || e.type == MentionType::Person;
        if (country.empty() && known_one && !last_country.empty() &&
            sentence - last_sentence <= 1) {
            country = last_country;
            how = "country last spoken of";
        }
        if (country.empty() && !dateline.empty()) {
            country = dateline;
            how = "dateline";
        }
        if (country.empty() && known_one) {
            int most = 0;
            for (const auto& [code, count] : spoken_of) {
                if (count > most) {
                    most = count;
                    country = code;
                }
            }
            how = "country most spoken of";
        }
        if (country.empty()) continue;
        e.country = country;
        e.why.append("; country ").append(country).append(" assumed (").append(how).append(")");
    }
}

double Coreference::salience(Index candidate, Index pronoun) const {
    const Token& from = tree_[evidence_[candidate].phrase.head];
    const Token& to = tree_[evidence_[pronoun].phrase.head];
    double score = -2.0 * (to.sentence - from.sentence);
    if (from.dep == "nsubj" || from.dep == "nsubjpass") score += 1.5;
    if (from.dep == "pobj" || from.dep == "poss") score -= 0.5;
    const MentionType type = evidence_[candidate].type;
    if (type == MentionType::Person || type == MentionType::Known) score += 1.0;
    // What opens its sentence is what the text speaks about.
    if (from.sentence < tree_.parse().sentences.size() &&
        evidence_[candidate].phrase.first == tree_.parse().sentences[from.sentence].first) {
        score += 0.5;
    }
    score -= 0.01 * (evidence_[pronoun].phrase.head - evidence_[candidate].phrase.head);
    return score;
}

/// *Ghana expelled two men and accused them*: who does it is not whom it is done to.
bool Coreference::does_it(Index candidate, const Token& pronoun) const {
    if (pronoun.dep != "dobj" && pronoun.dep != "dative") return false;
    const TokenIndex doer = arguments_.subject(pronoun.head);
    return doer != kNoToken && at_token_[doer] != kNone && root(at_token_[doer]) == root(candidate);
}

Coreference::Index Coreference::find_person(Index pronoun) const {
    const Token& token = tree_[evidence_[pronoun].phrase.head];
    const Gender wanted = gender_of_pronoun(token.lower);
    Index best = kNone;
    double best_score = -1e9;
    for (Index k = pronoun; k-- > 0;) {
        if (pronoun - k >= kPhraseWindow) break;
        const Evidence& e = evidence_[k];
        if (token.sentence - tree_[e.phrase.head].sentence > kSentenceWindow) break;
        const Evidence& whole = evidence_[root(k)];
        const bool pronoun_of_person = e.type == MentionType::Pronoun && root(k) != k;
        if (!pronoun_of_person && !is_person(e)) continue;
        if (pronoun_of_person && !is_person(whole)) continue;
        const Gender gender = gender_of(whole);
        if (gender != Gender::Unknown && gender != wanted) continue;
        // A verb's object is not its subject; a possessor may be.
        if (tree_.head(e.phrase.head) == token.head && token.dep != "poss") continue;
        if (does_it(k, token)) continue;
        double score = salience(k, pronoun);
        if (pronoun_of_person) {
            score += gender_of_pronoun(tree_[e.phrase.head].lower) == wanted ? 1.0 : -5.0;
        }
        if (gender == wanted) score += 3.0;  // outweighs being the subject
        if (score > best_score) {
            best_score = score;
            best = k;
        }
    }
    return best;
}

Coreference::Index Coreference::find_group(Index pronoun, bool plural) const {
    const Token& token = tree_[evidence_[pronoun].phrase.head];
    Index best = kNone;
    double best_score = -1e9;
    for (Index k = pronoun; k-- > 0;) {
        if (pronoun - k >= kPhraseWindow) break;
        const Evidence& e = evidence_[k];
        if (token.sentence - tree_[e.phrase.head].sentence > kSentenceWindow) break;
        const Evidence& whole = evidence_[root(k)];
        if (e.type == MentionType::None) continue;
        if (e.type == MentionType::Pronoun && root(k) == k) continue;
        const bool is_plural = e.type == MentionType::Pronoun ? whole.plural : e.plural;
        const bool person = is_person(whole) && !whole.plural;
        if (plural && person) continue;
        if (!plural && (person || (is_plural && e.type == MentionType::Role))) continue;
        if (tree_.head(e.phrase.head) == token.head && token.dep != "poss") continue;
        if (does_it(k, token)) continue;
        double score = salience(k, pronoun);
        if (plural && is_plural) score += 1.0;
        if (e.is_place) score -= 1.5;
        if (score > best_score) {
            best_score = score;
            best = k;
        }
    }
    return best;
}

/// The country last spoken of before a phrase, as an actor rather than as a place.
Coreference::Index Coreference::last_country(Index before) const {
    Index best = kNone;
    double best_score = -1e9;
    const std::uint32_t sentence = tree_[evidence_[before].phrase.head].sentence;
    for (Index k = before; k-- > 0;) {
        if (before - k >= kPhraseWindow) break;
        const Evidence& e = evidence_[k];
        if (sentence - tree_[e.phrase.head].sentence > kSentenceWindow) break;
        if (e.type != MentionType::Country) continue;
        const double score = salience(k, before) + (e.is_place ? 0.5 : 0.0);
        if (score > best_score) {
            best_score = score;
            best = k;
        }
    }
    return best;
}

/// *its embassy*, *whose commander*: the country of whoever the pronoun stands for.
std::string Coreference::owners_country(const Evidence& e) const {
    for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
        if (tree_[t].dep != "poss") continue;
        if (tree_[t].lower != "whose") {
            return at_token_[t] == kNone ? std::string() : country_of(at_token_[t]);
        }
        TokenIndex clause = t;
        for (int steps = 0; steps < 6 && !tree_.is_root(clause); ++steps) {
            clause = tree_.head(clause);
            if (tree_[clause].dep != "relcl") continue;
            // The nearest actor before the pronoun inside the phrase that the clause describes.
            for (TokenIndex k = t; k-- > 0;) {
                if (k + 12 <= t) break;
                if (at_token_[k] != kNone && !country_of(at_token_[k]).empty()) {
                    return country_of(at_token_[k]);
                }
            }
        }
        return {};
    }
    return {};
}

void Coreference::join_pronouns() {
    for (Index i = 0; i < evidence_.size(); ++i) {
        Evidence& e = evidence_[i];
        if ((e.type == MentionType::Role || (e.type == MentionType::Person && !e.role.empty())) &&
            root(i) == i && e.country.empty()) {
            std::string country = owners_country(e);
            std::string_view how = " of its owner";
            const Token& head = tree_[e.phrase.head];
            if (country.empty() && head.dep == "conj" && at_token_[head.head] != kNone &&
                evidence_[at_token_[head.head]].type == MentionType::Role) {
                // *Iran's ambassador and another diplomat*, *Kenyan soldiers and policemen*
                country = country_of(at_token_[head.head]);
                how = " of what it is coordinated with";
            }
            if (!country.empty()) {
                e.country = country;
                e.why += "; country " + country + std::string(how);
            }
        }
        const bool the_country = e.type == MentionType::Role && root(i) == i && e.definite &&
                                 e.country.empty() && one_of(e.role_head, kCountryNouns);
        if (the_country) {
            if (const Index k = last_country(i); k != kNone) {
                e.why += "; the country last spoken of";
                join(i, k);
            }
            continue;
        }
        if (e.type != MentionType::Pronoun) continue;
        const std::string_view word = tree_[e.phrase.head].lower;
        Index found = kNone;
        if (gender_of_pronoun(word) != Gender::Unknown) {
            found = find_person(i);
        } else if (word.starts_with("the")) {
            found = find_group(i, true);
        } else if (word == "it" || word == "its" || word == "itself") {
            found = find_group(i, false);
        } else if (word == "i" || word == "me" || word == "my" || word == "we" || word == "us" ||
                   word == "our") {
            const Span here = tree_[e.phrase.head].span;
            const auto behind = std::upper_bound(
                speakers_.begin(), speakers_.end(), here.start,
                [](std::uint32_t start, const SpeakerOf& s) { return start < s.quote.start; });
            if (behind != speakers_.begin()) {
                const SpeakerOf& speaker = *(behind - 1);
                if (speaker.quote.contains(here) && speaker.speaker_head != kNoToken) {
                    found = at_token_[speaker.speaker_head];
                }
            }
            if (found != kNone && evidence_[root(found)].type == MentionType::None) found = kNone;
            if (found == i) found = kNone;
        }
        if (found == kNone) continue;
        const Evidence& whole = evidence_[root(found)];
        e.why = "pronoun, read as " + (whole.name.empty() ? whole.role : whole.name);
        // The pronoun joins the set but gives it nothing.
        parent_[root(i)] = root(found);
    }
}

void Coreference::resolve() {
    join_appositions();
    join_names();
    join_countries();
    join_roles();
    join_pronouns();
    assume_countries();
}

/// A description is named by its first mention in a running text, not by the headline's.
const Evidence& Coreference::name_bearer(Index r) const {
    for (Index i = r; i < evidence_.size(); ++i) {
        if (root(i) != r || evidence_[i].type != MentionType::Role) continue;
        const Sentence& sentence =
            tree_.parse().sentences[tree_[evidence_[i].phrase.head].sentence];
        if (sentence.section < report_.sections.size() &&
            report_.sections[sentence.section].role == SectionRole::Body) {
            return evidence_[i];
        }
    }
    return evidence_[r];
}

void Coreference::write(Mentions& mentions) const {
    mentions.mention_at.assign(tree_.size(), Mentions::kNoMention);
    std::vector<ActorIndex> actor_of(evidence_.size(), kNoActor);
    const auto phrase_text = [&](const Evidence& e) {
        TokenIndex first = e.phrase.first;
        while (first < e.phrase.head &&
               (tree_[first].dep == "det" || tree_[first].pos == Pos::Punct)) {
            ++first;
        }
        std::string text(
            slice(report_.text, {tree_[first].span.start, tree_[e.phrase.last - 1].span.end}));
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    };
    for (Index i = 0; i < evidence_.size(); ++i) {
        const Evidence& e = evidence_[i];
        const Index r = root(i);
        const Evidence& whole = evidence_[r];
        if (e.type == MentionType::None && r == i) continue;
        if (whole.type == MentionType::None || whole.type == MentionType::Pronoun) continue;
        if (actor_of[r] == kNoActor) {
            actor_of[r] = static_cast<ActorIndex>(mentions.actors.size());
            Actor actor;
            actor.id = "a" + std::to_string(mentions.actors.size() + 1);
            actor.name = whole.name.empty() ? phrase_text(name_bearer(r)) : whole.name;
            actor.country = whole.country;
            for (const std::string& sector : whole.sectors) {
                if (std::find(actor.sectors.begin(), actor.sectors.end(), sector) ==
                    actor.sectors.end()) {
                    actor.sectors.push_back(sector);
                }
            }
            if (actor.sectors.empty() && !actor.country.empty() &&
                whole.type == MentionType::Role) {
                actor.sectors = {"GOV"};
            }
            actor.code =
                !whole.code.empty() ? whole.code : cameo_actor_code(actor.country, actor.sectors);
            actor.role = whole.role;
            mentions.actors.push_back(std::move(actor));
        }
        ActorMention mention;
        mention.span = {tree_[e.phrase.first].span.start, tree_[e.phrase.last - 1].span.end};
        mention.head = e.phrase.head;
        mention.actor = actor_of[r];
        mention.why = e.why;
        mentions.actors[mention.actor].mentions.push_back(mention.span);
        mentions.mention_at[e.phrase.head] = static_cast<std::uint32_t>(mentions.mentions.size());
        mentions.mentions.push_back(std::move(mention));
    }
}

}  // namespace tidings::mention
