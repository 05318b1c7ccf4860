#include "mention/time/pattern.hpp"

#include <algorithm>
#include <array>

#include <tidings/text.hpp>

#include "mention/time/value_names.hpp"

namespace tidings::mention::time {

namespace {

constexpr int kDeepest = 24;  // brackets and definitions within each other
constexpr std::size_t kLongestProgram = 4000;

constexpr std::array<std::string_view, kSlotCount> kSlotNames{
    "year",      "short_year", "era",       "month",     "day",         "weekday",   "season",
    "quarter",   "half",       "decade",    "century",   "part",        "hour",      "minute",
    "second",    "meridiem",   "zone",      "quantity",  "unit",        "quantity2", "unit2",
    "plus_half", "direction",  "anchor",    "year_step", "year_anchor", "ordinal",   "modifier",
    "holiday",   "shift",      "reference", "plural",    "fiscal",      "range",     "date1",
    "date2",     "date3",      "year_first"};

struct Failure {
    PatternFault fault;
};

/// Recursive descent: alternatives, sequences, and what stands in brackets.
class Compiler {
  public:
    Compiler(const Definitions& definitions, Vocabulary& vocabulary)
        : definitions_(definitions), vocabulary_(vocabulary) {}

    Program compile(std::string_view pattern, int depth) {
        const std::string_view outer = text_;
        const std::size_t outer_at = at_;
        text_ = pattern;
        at_ = 0;
        Program program = alternatives(depth);
        if (at_ < text_.size()) {
            fail("this bracket closes nothing", "brackets come in pairs: ( ) [ ] < >");
        }
        text_ = outer;
        at_ = outer_at;
        return program;
    }

    [[noreturn]] void fail(std::string message, std::string hint) const {
        throw Failure{{at_, std::move(message), std::move(hint)}};
    }

  private:
    void blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    [[nodiscard]] bool ends() const {
        return at_ >= text_.size() || text_[at_] == ')' || text_[at_] == ']';
    }

    void append(Program& program, Program part) const {
        program.insert(program.end(), part.begin(), part.end());
        if (program.size() > kLongestProgram) {
            fail("the pattern is too large", "split it into several rules");
        }
    }

    Program alternatives(int depth) {
        if (depth > kDeepest) {
            fail("brackets or definitions are nested too deeply",
                 "a definition may not use itself");
        }
        Program program = sequence(depth);
        while (at_ < text_.size() && text_[at_] == '|') {
            ++at_;
            Program other = sequence(depth);
            Program both{{Op::Kind::Split, 0, static_cast<int>(program.size()) + 2}};
            append(both, std::move(program));
            both.push_back({Op::Kind::Jump, 0, static_cast<int>(other.size()) + 1});
            append(both, std::move(other));
            program = std::move(both);
        }
        return program;
    }

    Program sequence(int depth) {
        Program program;
        blanks();
        while (!ends() && text_[at_] != '|') {
            append(program, element(depth));
            blanks();
        }
        return program;
    }

    Program element(int depth) {
        const char c = text_[at_];
        if (c == '(' || c == '[') return bracket(c == '[', depth);
        if (c == '{') return assignment();
        if (c == '@') return definition(depth);
        if (c == '<' || c == '>') {
            ++at_;
            return {{c == '<' ? Op::Kind::Open : Op::Kind::Close, 0, 0}};
        }
        if (c == '_') {
            ++at_;
            return {{Op::Kind::Glued, 0, 0}};
        }
        if (c >= 'a' && c <= 'z') return {{Op::Kind::Word, vocabulary_.intern(name()), 0}};
        if (c >= 'A' && c <= 'Z') {
            const std::size_t start = at_;
            const std::string_view word = name();
            const TokenClass token_class = class_named(word);
            if (token_class == TokenClass::Count) {
                at_ = start;
                fail("there is no class \"" + std::string(word) + "\"",
                     "words are written in small letters, classes in capitals (docs/times.md)");
            }
            return {{Op::Kind::Class, static_cast<std::uint32_t>(token_class), 0}};
        }
        if (std::string_view(",.-/':;&+\"").find(c) != std::string_view::npos) {
            ++at_;
            return {{Op::Kind::Mark, static_cast<std::uint32_t>(c), 0}};
        }
        fail("this character has no meaning in a pattern", "docs/times.md lists what may stand");
    }

    Program bracket(bool optional, int depth) {
        ++at_;
        Program inner = alternatives(depth + 1);
        if (at_ >= text_.size() || text_[at_] != (optional ? ']' : ')')) {
            fail("a bracket is not closed", "brackets come in pairs: ( ) [ ] < >");
        }
        ++at_;
        if (!optional) return inner;
        Program program{{Op::Kind::Split, 0, static_cast<int>(inner.size()) + 1}};
        append(program, std::move(inner));
        return program;
    }

    std::string_view name() {
        const std::size_t start = at_;
        while (at_ < text_.size() &&
               (text_[at_] == '_' || (text_[at_] >= 'a' && text_[at_] <= 'z') ||
                (text_[at_] >= 'A' && text_[at_] <= 'Z') ||
                (text_[at_] >= '0' && text_[at_] <= '9'))) {
            ++at_;
        }
        return text_.substr(start, at_ - start);
    }

    Program definition(int depth) {
        const std::size_t start = at_++;
        const std::string key(name());
        const auto found = definitions_.find(key);
        if (found == definitions_.end()) {
            at_ = start;
            fail("\"@" + key + "\" is not defined", "a definition stands above what uses it");
        }
        if (depth > kDeepest) fail("definitions are nested too deeply", {});
        return compile(found->second, depth + 1);
    }

    Program assignment() {
        const std::size_t start = ++at_;
        const std::string_view key = name();
        const auto* slot = std::find(kSlotNames.begin(), kSlotNames.end(), key);
        if (slot == kSlotNames.end()) {
            at_ = start;
            fail("there is no slot \"" + std::string(key) + "\"", "docs/times.md lists the slots");
        }
        if (at_ >= text_.size() || text_[at_] != '=') fail("\"=\" is missing", "{slot=value}");
        const std::size_t value_at = ++at_;
        const std::size_t close = text_.find('}', at_);
        if (close == std::string_view::npos) fail("\"}\" is missing", "{slot=value}");
        const std::string_view word = text_.substr(at_, close - at_);
        const auto value = value_named(word);
        if (!value) {
            at_ = value_at;
            fail("\"" + std::string(word) + "\" is no value", std::string(kValuesHint));
        }
        at_ = close + 1;
        return {{Op::Kind::Set, static_cast<std::uint32_t>(slot - kSlotNames.begin()), *value}};
    }

    const Definitions& definitions_;
    Vocabulary& vocabulary_;
    std::string_view text_;
    std::size_t at_ = 0;
};

void collect_first(const Program& program, std::size_t at, FirstSet& first,
                   std::vector<bool>& seen) {
    while (at < program.size() && !seen[at]) {
        seen[at] = true;
        const Op& op = program[at];
        switch (op.kind) {
            case Op::Kind::Word:
                first.words.push_back(op.arg);
                return;
            case Op::Kind::Class:
                first.classes |= std::uint64_t{1} << op.arg;
                return;
            case Op::Kind::Mark:
            case Op::Kind::Accept:
                first.anything = true;
                return;
            case Op::Kind::Split:
                collect_first(program, at + static_cast<std::size_t>(op.value), first, seen);
                ++at;
                break;
            case Op::Kind::Jump:
                at += static_cast<std::size_t>(op.value);
                break;
            default:
                ++at;
        }
    }
}

}  // namespace

tl::expected<Program, PatternFault> compile_pattern(std::string_view pattern,
                                                    const Definitions& definitions,
                                                    Vocabulary& vocabulary) {
    Compiler compiler(definitions, vocabulary);
    try {
        Program program = compiler.compile(pattern, 0);
        program.push_back({Op::Kind::Accept, 0, 0});
        return program;
    } catch (const Failure& failure) {
        return tl::unexpected<PatternFault>(failure.fault);
    }
}

FirstSet first_set(const Program& program, std::size_t from) {
    FirstSet first;
    std::vector<bool> seen(program.size(), false);
    collect_first(program, from, first, seen);
    std::sort(first.words.begin(), first.words.end());
    return first;
}

}  // namespace tidings::mention::time
