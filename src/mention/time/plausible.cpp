#include "mention/time/plausible.hpp"

#include <algorithm>

#include "mention/time/tense.hpp"

namespace tidings::mention::time {

namespace {

using Kind = TimeToken::Kind;

bool in_list(std::string_view list, std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = list.find(word); at != std::string_view::npos;
         at = list.find(word, at + 1)) {
        const bool starts = at == 0 || list[at - 1] == ' ';
        const std::size_t end = at + word.size();
        if (starts && (end == list.size() || list[end] == ' ')) return true;
    }
    return false;
}

bool is_noun(const Token& token) {
    return token.pos == Pos::Noun || token.pos == Pos::Propn;
}

}  // namespace

PlausibilityReader::PlausibilityReader(const TimeRulesData& rules,
                                       const std::vector<TimeToken>& tokens, const Parse& parse,
                                       bool post)
    : rules_(rules), tokens_(tokens), parse_(parse), post_(post) {
    const WordId bc = rules.vocabulary.find("bc");
    const WordId bce = rules.vocabulary.find("bce");
    ancient_ = std::any_of(tokens.begin(), tokens.end(), [&](const TimeToken& token) {
        return token.word != kNoWord && (token.word == bc || token.word == bce) && token.shouted;
    });
}

const Token* PlausibilityReader::parsed(std::uint32_t token) const {
    const TokenIndex at = token_at(parse_, tokens_[token].span.start);
    return at < parse_.tokens.size() ? &parse_.tokens[at] : nullptr;
}

bool PlausibilityReader::word_is(std::uint32_t token, std::string_view words) const {
    const TimeToken& here = tokens_[token];
    if (here.kind != Kind::Word) return false;
    // Words that no table knows are read from the parse.
    if (here.word != kNoWord) return in_list(words, rules_.vocabulary.text(here.word));
    const Token* known = parsed(token);
    return known != nullptr && in_list(words, known->lower);
}

bool PlausibilityReader::accepts(const Rule& rule, const std::vector<Expression>& match) const {
    const auto all = [&](auto holds) { return std::all_of(match.begin(), match.end(), holds); };
    if (!all([&](const Expression& e) { return unit_holds(e); })) return false;
    switch (rule.check) {
        case Check::None:
            return true;
        case Check::Name:
            return all([&](const Expression& e) { return name_holds(e); });
        case Check::Year:
            return year_holds(match);
        case Check::Clock:
            return clock_holds(match);
        case Check::Season:
            return all([&](const Expression& e) { return season_holds(e); });
        case Check::Adverb:
            return all([&](const Expression& e) { return adverb_holds(e); });
        case Check::Bare:
            return all([&](const Expression& e) { return bare_holds(e); });
    }
    return true;
}

/// *a second attempt*: an ordinal; *three quarters of the city*: a part; *the 470s*: no decade;
/// *in his early 30s*: an age.
bool PlausibilityReader::unit_holds(const Expression& expression) const {
    const Slots& slots = expression.slots;
    if (slots.has(Slot::Decade) && slots[Slot::Decade] >= 100 && slots[Slot::Decade] < 1000) {
        return slots.has(Slot::Era);
    }
    if (slots.has(Slot::Decade) && expression.first > 0 &&
        word_is(expression.first - 1, "his her their its my our your")) {
        return false;
    }
    if (expression.builder == Builder::Duration && !slots.has(Slot::Direction) &&
        slots.get(Slot::Unit, 0) == static_cast<int>(Unit::Quarter)) {
        for (std::uint32_t i = expression.first; i < expression.last; ++i) {
            if (word_is(i, "consecutive straight")) return true;
        }
        return false;
    }
    const TimeToken& last = tokens_[expression.last - 1];
    if (last.kind != Kind::Word || !expression.slots.has(Slot::Unit) ||
        rules_.vocabulary.value(last.word, TokenClass::Ambiguous) != 1) {
        return true;
    }
    if (rules_.vocabulary.value(last.word, TokenClass::Ordinal) == kUnset) return true;
    const TimeToken* next = behind(expression);
    const bool free = next == nullptr || next->kind != Kind::Word;
    return !slots.has(Slot::Direction) && (free || slots.get(Slot::Quantity, 1000) != 1000);
}

/// *May* and *Sun* need a capital letter and no verb's place; *in May 2018* needs no more.
bool PlausibilityReader::name_holds(const Expression& expression) const {
    for (std::uint32_t i = expression.first; i < expression.last; ++i) {
        const TimeToken& token = tokens_[i];
        if (token.kind != Kind::Word ||
            rules_.vocabulary.value(token.word, TokenClass::Ambiguous) != 0) {
            continue;
        }
        const bool dated = expression.slots.has(Slot::Year) || expression.slots.has(Slot::Day) ||
                           expression.slots.has(Slot::YearStep) ||
                           expression.slots.has(Slot::Part) || expression.slots.has(Slot::Hour);
        if (dated) continue;
        if (!token.capital) {
            // *this sat*, as people type.
            const bool weekday = expression.slots.has(Slot::Weekday);
            if (weekday && expression.slots.has(Slot::Direction)) continue;
            return false;
        }
        const Token* known = parsed(i);
        if (known != nullptr && known->tag != "NNP") return false;
        if (expression.last - expression.first > 1) continue;
        const bool shortened = rules_.vocabulary.text(token.word).size() == 3 &&
                               rules_.vocabulary.text(token.word) != "may";
        const TimeToken* next = behind(expression);
        const bool full_stop =
            next != nullptr && next->glued && next->kind == Kind::Mark && next->mark == '.';
        const bool placed = follows(expression,
                                    "in on since by until till from of to during for "
                                    "last this next through before after and or");
        if (shortened && !full_stop && !placed) return false;
        // *the March to the Sea*, *the Long March*.
        const TimeToken* previous = before(expression);
        const bool modifies = known != nullptr && known->dep == "compound";
        if (rules_.vocabulary.text(token.word) == "march" && !placed && !modifies &&
            previous != nullptr && previous->kind == Kind::Word) {
            return false;
        }
        // *May said*: a person's name.
        const bool names_person =
            known != nullptr && (known->dep == "nsubj" || known->dep == "poss");
        if (names_person && !placed) return false;
    }
    // *Sunday Times*, *Black Friday*, *Theresa May*: part of a name.
    if (expression.last - expression.first == 1 && tokens_[expression.first].capital) {
        const Token* known = parsed(expression.first);
        if (known != nullptr && known->dep == "compound" && known->head > 0) {
            const Token& head = parse_.tokens[known->head];
            if (head.pos == Pos::Propn && head.span.start > known->span.start &&
                expression.slots.has(Slot::Weekday)) {
                return true;
            }
        }
        const TimeToken* previous = before(expression);
        const bool named =
            previous != nullptr && previous->kind == Kind::Word && previous->capital &&
            previous->word == kNoWord && expression.slots.has(Slot::Month) &&
            rules_.vocabulary.value(tokens_[expression.first].word, TokenClass::Ambiguous) == 0;
        if (named) return false;
    }
    return true;
}

bool PlausibilityReader::year_holds(const std::vector<Expression>& match) const {
    if (match.size() == 1) return lone_year_holds(match.front());
    const Slots& first = match[0].slots;
    const Slots& second = match[1].slots;
    if (second.has(Slot::ShortYear) && !second.has(Slot::Year)) {
        const TimeToken& dash = tokens_[match[1].first - 1];
        return first.has(Slot::Year) && dash.glued && tokens_[match[1].first].glued &&
               second[Slot::ShortYear] > first[Slot::Year] % 100;
    }
    if (second.get(Slot::Era, 0) == 1) return true;
    return second[Slot::Year] > first[Slot::Year] && lone_year_holds(match[1]);
}

bool PlausibilityReader::lone_year_holds(const Expression& expression) const {
    const Slots& slots = expression.slots;
    if (slots.has(Slot::Era) || slots.has(Slot::ShortYear) || slots.has(Slot::Fiscal)) return true;
    if (!slots.has(Slot::Year)) return false;
    const int year = slots[Slot::Year];
    if (year < 1000 && !(ancient_ && year >= 100)) return false;
    if (follows(expression, "year years")) return true;
    const std::uint32_t last = expression.last - 1;
    const TimeToken* previous = before(expression);
    if (previous != nullptr && previous->kind == Kind::Word && previous->word != kNoWord &&
        rules_.vocabulary.is(previous->word, TokenClass::Numbered)) {
        return false;
    }
    if (previous != nullptr && previous->kind == Kind::Mark && previous->glued &&
        (previous->mark == '.' || previous->mark == '/') && tokens_[last].glued &&
        expression.first > 1 && tokens_[expression.first - 2].kind == Kind::Number) {
        return false;
    }
    const bool placed = follows(expression,
                                "in since by until till from during of between before "
                                "after through late early mid") ||
                        slots.has(Slot::Modifier);
    if (year < 1400 && !placed) return false;
    if (is_followed(expression, "percent hours miles people men women troops soldiers refugees")) {
        return false;
    }
    const Token* number = parsed(last);
    if (number != nullptr && number->dep == "nummod" && number->head < parse_.tokens.size()) {
        const Token& head = parse_.tokens[number->head];
        const bool plural = head.tag == "NNS" || head.tag == "NNPS";
        // *the 2018 elections* has a year, *2000 refugees* has none. News sets commas into other
        // numbers that large (*1,998 people*), but not into round ones.
        const bool round = year % 50 == 0 || year < 1900 || year > 2060;
        if (plural && head.span.start > number->span.start && round) {
            return follows(expression, "the its his their this that our") && year > 1500;
        }
    }
    if (number == nullptr && expression.last < tokens_.size() &&
        tokens_[expression.last].kind == Kind::Word && !placed &&
        tokens_[expression.last].word == kNoWord && year % 100 == 0) {
        return false;
    }
    return year <= 2150;
}

bool PlausibilityReader::clock_holds(const std::vector<Expression>& match) const {
    const Expression& expression = match.back();
    const Slots& slots = expression.slots;
    const int hour = slots.get(Slot::Hour, 0);
    if (slots.has(Slot::Meridiem)) return hour <= 24;
    const TimeToken& first = tokens_[expression.first];
    if (first.kind == Kind::Word) return !follows(expression, "high");  // noon; *High Noon*
    if (slots.has(Slot::Zone) || expression.last - expression.first > 1) return true;
    if (first.kind != Kind::Clock) return false;
    const bool two_digits = first.span.size() == 5;
    const bool placed = follows(expression,
                                "at by until till from before after around about since "
                                "to between on");
    return placed || (two_digits && !follows(expression, "in of") && match.size() == 1);
}

bool PlausibilityReader::season_holds(const Expression& expression) const {
    std::uint32_t at = expression.first;
    while (at < expression.last && (tokens_[at].kind != Kind::Word ||
                                    !rules_.vocabulary.is(tokens_[at].word, TokenClass::Season))) {
        ++at;
    }
    if (at == expression.last) return false;
    const TimeToken& season = tokens_[at];
    const bool ambiguous = rules_.vocabulary.is(season.word, TokenClass::Ambiguous);
    const Slots& slots = expression.slots;
    if (slots.has(Slot::Year) || slots.has(Slot::YearStep)) return true;
    const Token* known = parsed(at);
    if (ambiguous) {
        if (known != nullptr && !is_noun(*known)) return false;
        if (is_followed(expression, "of from to in into water")) return false;
        const TimeToken* next = behind(expression);
        if (next != nullptr && next->kind == Kind::Mark && next->mark == '-') return false;
        const bool described = expression.last - expression.first > 1 ||
                               follows(expression, "in by since until this last next each during");
        const bool describes = known != nullptr && known->dep == "compound";
        if (!described && !describes) return false;
        if (known == nullptr && !slots.has(Slot::Direction) && !slots.has(Slot::Modifier)) {
            return follows(expression, "in by since until during");
        }
    }
    // *Arab Spring*, *Prague Spring*, *Winter Olympics*.
    if (season.capital && expression.last - expression.first == 1) {
        const TimeToken* previous = before(expression);
        const TimeToken* next = behind(expression);
        if (previous != nullptr && previous->kind == Kind::Word && previous->capital) return false;
        if (next != nullptr && next->kind == Kind::Word && next->capital && !next->shouted) {
            return is_followed(expression, "offensive campaign");
        }
    }
    return true;
}

/// An adverb of its own, not the word that leads what follows (*two days before the vote*).
bool PlausibilityReader::adverb_holds(const Expression& expression) const {
    const std::uint32_t last = expression.last - 1;
    if (word_is(last, "before after")) {
        if (word_is(expression.first, "the")) return true;
        const TimeToken* next = behind(expression);
        return next == nullptr || next->kind == Kind::Mark || next->kind == Kind::Break ||
               is_followed(expression, "and but that when while");
    }
    if (word_is(last, "past")) {
        const TimeToken* next = behind(expression);
        if (next != nullptr && next->kind == Kind::Number) return false;
        const Token* noun = next == nullptr ? nullptr : parsed(expression.last);
        return noun == nullptr || (!is_noun(*noun) && noun->pos != Pos::Adj);
    }
    const Token* known = parsed(last);
    if (known == nullptr || !word_is(last, "earlier previously recently formerly lately")) {
        return true;
    }
    if (known->pos != Pos::Adv) return false;
    const std::string_view dep = known->dep;
    return dep != "amod" && dep != "compound";
}

bool PlausibilityReader::bare_holds(const Expression& expression) const {
    const Slots& slots = expression.slots;
    if (slots.has(Slot::Part)) {
        if (slots.has(Slot::Day) || slots.has(Slot::Weekday) || slots.has(Slot::Modifier)) {
            return true;
        }
        if (expression.last - expression.first > 1) {
            return !is_followed(expression, "of shift sky news club") || slots.has(Slot::Month);
        }
        if (word_is(expression.first, "overnight")) return true;
        return post_ || follows(expression, "at by in during through");
    }
    if (slots.has(Slot::Ordinal)) return true;
    if (slots.get(Slot::Quantity, kVague) != kVague) {
        return post_ && slots[Slot::Unit] >= static_cast<int>(Unit::Day) &&
               slots[Slot::Unit] != static_cast<int>(Unit::Quarter);
    }
    // *for months*, *years of war*, but no *days* of nothing.
    if (post_) return slots[Slot::Unit] != static_cast<int>(Unit::Second);
    if (slots.get(Slot::Unit, 0) <= static_cast<int>(Unit::Minute)) return false;
    if (is_followed(expression, "of after before earlier later")) return true;
    return follows(expression, "for in within over after during by through and until");
}

}  // namespace tidings::mention::time
