#include "mention/time/matcher.hpp"

#include <algorithm>
#include <cmath>

namespace tidings::mention::time {

namespace {

using Kind = TimeToken::Kind;

constexpr int kMaxSteps = 3000;  // of one rule at one place
constexpr int kMaxDepth = 200;
constexpr std::uint8_t kCoreReach = 9;  // tokens between *the* and the word of time it belongs to
constexpr double kMaxQuantity = 1e6;
constexpr int kNarrativeDirection = 10;  // words.tsv: 9, 10, 11 are -1, 0, 1 in the narrative

}  // namespace

void Matcher::note_cores() {
    core_distance_.assign(tokens_.size(), kCoreReach);
    std::uint8_t distance = kCoreReach;
    for (std::size_t i = tokens_.size(); i-- > 0;) {
        if (tokens_[i].kind == Kind::Break) {
            distance = kCoreReach;
        } else if (rules_.is_core(tokens_[i])) {
            distance = 0;
        } else if (distance < kCoreReach) {
            ++distance;
        }
        core_distance_[i] = distance;
    }
}

const std::vector<std::uint32_t>* Matcher::candidates_at(std::size_t at) const {
    const TimeToken& token = tokens_[at];
    if (token.kind != Kind::Word) return &rules_.by_kind[static_cast<std::size_t>(token.kind)];
    if (token.word == kNoWord) return nullptr;
    if (rules_.needs_core[token.word] && core_distance_[at] >= kCoreReach && token.holiday == 0) {
        return nullptr;
    }
    const auto& by_word = rules_.by_word[token.word];
    if (token.holiday != 0 && by_word.empty()) return &rules_.by_holiday;
    return &by_word;
}

void Matcher::run(std::size_t pc, std::size_t at) {
    if (++depth_ > kMaxDepth) {
        --depth_;
        return;
    }
    if (pc == 0) start_ = at;
    const Program& program = rules_.rules[current_rule_].program;
    while (++steps_ < kMaxSteps) {
        const Op& op = program[pc];
        const std::size_t current = state_.opened == 0 ? 0 : state_.opened - 1;
        switch (op.kind) {
            case Op::Kind::Word:
                if (at >= tokens_.size() || tokens_[at].word != op.arg) {
                    --depth_;
                    return;
                }
                ++at;
                break;
            case Op::Kind::Mark:
                if (at >= tokens_.size() || tokens_[at].kind != Kind::Mark ||
                    tokens_[at].mark != static_cast<char>(op.arg)) {
                    --depth_;
                    return;
                }
                ++at;
                break;
            case Op::Kind::Class: {
                const std::size_t next =
                    read_class(static_cast<TokenClass>(op.arg), at, state_.slots[current]);
                if (next == 0) {
                    --depth_;
                    return;
                }
                at = next;
                break;
            }
            case Op::Kind::Glued:
                if (at >= tokens_.size() || !tokens_[at].glued) {
                    --depth_;
                    return;
                }
                break;
            case Op::Kind::Set:
                state_.slots[current][static_cast<Slot>(op.arg)] = op.value;
                break;
            case Op::Kind::Open:
                if (state_.opened == kMaxMentions) {
                    --depth_;
                    return;
                }
                if (state_.opened > 0) state_.slots[state_.opened] = Slots();
                state_.first[state_.opened] = static_cast<std::uint32_t>(at);
                state_.last[state_.opened] = 0;
                ++state_.opened;
                break;
            case Op::Kind::Close:
                state_.last[current] = static_cast<std::uint32_t>(at);
                break;
            case Op::Kind::Split: {
                const FirstSet& branch = rules_.rules[current_rule_].branches[op.arg];
                const bool open =
                    at < tokens_.size() ? rules_.may_begin(branch, tokens_[at]) : branch.anything;
                if (open) {
                    const Keeper keeper(*this);  // whatever the branch reads is undone
                    run(pc + 1, at);
                }
                pc += static_cast<std::size_t>(op.value);
                continue;
            }
            case Op::Kind::Jump:
                pc += static_cast<std::size_t>(op.value);
                continue;
            case Op::Kind::Accept:
                accept(at);
                --depth_;
                return;
        }
        ++pc;
    }
    --depth_;
}

void Matcher::accept(std::size_t at) {
    const std::size_t count = std::max<std::size_t>(state_.opened, 1);
    if (state_.opened == 0) {
        state_.first[0] = static_cast<std::uint32_t>(start_);
        state_.last[0] = static_cast<std::uint32_t>(at);
    }
    // Of equally long readings the first stands: patterns try what may be left out first.
    if (!longest_.empty() && state_.last[count - 1] <= longest_.back().last) return;
    longest_.clear();
    for (std::size_t i = 0; i < count; ++i) {
        if (state_.last[i] <= state_.first[i]) continue;
        Expression expression;
        expression.builder = rules_.rules[current_rule_].builder;
        expression.slots = state_.slots[i];
        expression.rule = current_rule_;
        expression.match = static_cast<std::uint32_t>(start_);
        expression.first = state_.first[i];
        expression.last = state_.last[i];
        expression.span = {tokens_[expression.first].span.start,
                           tokens_[expression.last - 1].span.end};
        expression.opens_range = state_.slots[i].has(Slot::Range) && i + 1 < count;
        expression.closes_range = i > 0 && state_.slots[i - 1].has(Slot::Range);
        longest_.push_back(expression);
    }
}

std::size_t Matcher::read_class(TokenClass token_class, std::size_t at, Slots& slots) const {
    if (at >= tokens_.size()) return 0;
    const TimeToken& token = tokens_[at];
    if (token_class == TokenClass::Holiday) {
        if (token.holiday == 0) return 0;
        slots[Slot::Holiday] = static_cast<int>(token.holiday - 1);
        return at + token.holiday_length;
    }
    if (token_class == TokenClass::Any) return token.kind == Kind::Word ? at + 1 : 0;
    const bool fits = token.kind == Kind::Word ? read_word_class(token_class, token, slots)
                                               : read_number_class(token_class, token, slots);
    return fits ? at + 1 : 0;
}

bool Matcher::read_word_class(TokenClass token_class, const TimeToken& token, Slots& slots) const {
    if (token.word == kNoWord) return false;
    const Vocabulary& words = rules_.vocabulary;
    if (token_class == TokenClass::DayOrdinal) token_class = TokenClass::Ordinal;
    if (token_class == TokenClass::ShortMonth) {
        if (!words.is(token.word, token_class)) return false;
        token_class = TokenClass::Month;
    }
    const int value = words.value(token.word, token_class);
    if (value == kUnset) return false;
    switch (token_class) {
        case TokenClass::Month:
            slots[Slot::Month] = value;
            return true;
        case TokenClass::Weekdays:
            slots[Slot::Plural] = 1;
            [[fallthrough]];
        case TokenClass::Weekday:
            slots[Slot::Weekday] = value;
            return true;
        case TokenClass::Units:
            slots[Slot::Plural] = 1;
            [[fallthrough]];
        case TokenClass::Unit:
        case TokenClass::Frequency:
            slots[slots.has(Slot::Quantity2) ? Slot::Unit2 : Slot::Unit] = value;
            return true;
        case TokenClass::Season:
            slots[Slot::Season] = value;
            return true;
        case TokenClass::Parts:
            slots[Slot::Plural] = 1;
            [[fallthrough]];
        case TokenClass::Part:
            slots[Slot::Part] = value;
            return true;
        case TokenClass::Direction: {
            const bool narrative = value >= kNarrativeDirection - 1;
            slots[Slot::Direction] = narrative ? value - kNarrativeDirection : value;
            slots[Slot::Anchor] =
                static_cast<int>(narrative ? Anchor::Narrative : Anchor::Publication);
            return true;
        }
        case TokenClass::Modifier:
            slots[Slot::Modifier] = value;
            return true;
        case TokenClass::Vague:
            slots[Slot::Quantity] = value;
            return true;
        case TokenClass::Ordinal:
            slots[Slot::Ordinal] = value;
            slots[Slot::Day] = value;
            return true;
        case TokenClass::Shift:
            slots[Slot::Shift] = value;
            return true;
        case TokenClass::Reference:
            slots[Slot::Reference] = value;
            return true;
        case TokenClass::Zone:
            slots[Slot::Zone] = static_cast<int>(token.word);
            return true;
        case TokenClass::Decade:
            slots[Slot::Decade] = value;
            return true;
        case TokenClass::Ambiguous:
        case TokenClass::Cue:
            return true;
        default:
            return false;
    }
}

bool Matcher::read_number_class(TokenClass token_class, const TimeToken& token, Slots& slots) {
    const bool plain = token.kind == Kind::Number && !token.amount;
    const int value = static_cast<int>(std::min(token.number, kMaxQuantity));
    switch (token_class) {
        case TokenClass::Number: {
            if (!plain || token.number > kMaxQuantity) return false;
            const Slot slot = slots.has(Slot::Quantity) ? Slot::Quantity2 : Slot::Quantity;
            slots[slot] = static_cast<int>(std::lround(token.number * 1000));
            return true;
        }
        case TokenClass::Ordinal:
            if (token.kind != Kind::Ordinal) return false;
            slots[Slot::Ordinal] = value;
            return true;
        case TokenClass::DayOrdinal:
            if (token.kind != Kind::Ordinal || value < 1 || value > 31) return false;
            slots[Slot::Day] = value;
            return true;
        case TokenClass::DayNumber:
            if (token.kind != Kind::Ordinal && (!plain || token.digits < 1 || token.digits > 2)) {
                return false;
            }
            if (value < 1 || value > 31 || token.spelled) return false;
            slots[Slot::Day] = value;
            return true;
        case TokenClass::Year:
            if (!plain || token.digits != 4 || value < 1000 || value > 2199) return false;
            slots[Slot::Year] = value;
            return true;
        case TokenClass::AnyYear:
            if (!plain || token.digits < 1 || token.digits > 4 || value < 1) return false;
            slots[Slot::Year] = value;
            return true;
        case TokenClass::ShortYear:
            if (token.kind != Kind::ShortYear) return false;
            slots[Slot::ShortYear] = value;
            return true;
        case TokenClass::TwoDigits:
            if (!plain || token.digits != 2 || token.spelled) return false;
            slots[Slot::ShortYear] = value;
            return true;
        case TokenClass::Decade:
            if (token.kind != Kind::Decade) return false;
            slots[Slot::Decade] = value;
            return true;
        case TokenClass::Clock:
            if (token.kind != Kind::Clock) return false;
            slots[Slot::Hour] = token.fields[0];
            slots[Slot::Minute] = token.fields[1];
            return true;
        case TokenClass::Hour:
            if (!plain || (!token.spelled && (token.digits < 1 || token.digits > 2))) return false;
            if (value > 24 || token.number != value) return false;
            slots[Slot::Hour] = value;
            return true;
        case TokenClass::Military:
            if (!plain || token.spelled || (token.digits != 4 && token.digits != 3)) return false;
            if (value / 100 > 24 || value % 100 > 59) return false;
            slots[Slot::Hour] = value / 100;
            slots[Slot::Minute] = value % 100;
            return true;
        case TokenClass::NumericDate:
            if (token.kind != Kind::Date) return false;
            slots[Slot::Date1] = token.fields[0];
            slots[Slot::Date2] = token.fields[1];
            slots[Slot::Date3] = token.fields[2];
            if (token.year_first) slots[Slot::YearFirst] = 1;
            return true;
        default:
            return false;
    }
}

}  // namespace tidings::mention::time
