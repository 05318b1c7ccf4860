#include "coding/quantities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/tsv_table.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kMaxWords = 8;       // of one number
constexpr TokenIndex kMaxBoundWords = 4;  // *no more than a*
constexpr double kMaxNumber = 1e12;
constexpr double kAbout = 0.1;  // share by which *about* may miss

constexpr std::array<std::pair<std::string_view, QuantityKind>, 9> kKinds{{
    {"number", QuantityKind::Number},
    {"unit", QuantityKind::Unit},
    {"vague", QuantityKind::Vague},
    {"least", QuantityKind::Least},
    {"above", QuantityKind::Above},
    {"most", QuantityKind::Most},
    {"below", QuantityKind::Below},
    {"about", QuantityKind::About},
    {"nearly", QuantityKind::Nearly},
}};

bool is_bound(QuantityKind kind) {
    return kind != QuantityKind::Number && kind != QuantityKind::Unit &&
           kind != QuantityKind::Vague;
}

/// `1,200`, `2.5`; none if it is no number.
std::optional<double> digits(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ',') continue;
        if ((c < '0' || c > '9') && c != '.') return std::nullopt;
        plain += c;
    }
    if (plain.empty() || plain.front() == '.' || plain.size() > 15) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
    return value;
}

struct Range {
    double low = 0;
    double high = 0;
};

/// The words of one number; they are read from left to right.
class Sum {
  public:
    void add(double low, double high) {
        now_.low += low;
        now_.high += high;
        any_ = true;
    }
    void multiply(double by) {
        if (!any_ || now_.high == 0) now_ = {1, 1};
        now_ = {now_.low * by, now_.high * by};
        any_ = true;
        if (by < 1000) return;
        total_ = {total_.low + now_.low, total_.high + now_.high};
        now_ = {};
    }
    [[nodiscard]] std::optional<Range> value() const {
        if (!any_) return std::nullopt;
        const Range sum{total_.low + now_.low, total_.high + now_.high};
        if (sum.high < 1 || sum.high > kMaxNumber) return std::nullopt;
        return sum;
    }

  private:
    Range total_;
    Range now_;
    bool any_ = false;
};

class QuantityReader {
  public:
    QuantityReader(const SyntaxTree& tree, const QuantityWords& words)
        : tree_(tree), words_(words) {}

    std::optional<EventCount> read(TokenIndex noun) const {
        const TokenIndex last = number_of(noun);
        if (last == kNoToken) return std::nullopt;
        TokenIndex first = begin_of(last);
        auto range = value(first, last + 1);
        if (!range) return std::nullopt;
        EventCount count;
        std::optional<double> high = range->high;
        const QuantityWords::Word* bound = nullptr;
        if (const TokenIndex start = bound_before(first, bound); start != kNoToken) {
            first = start;
            apply(bound->kind, *range, high);
        } else if (first > 0 && tree_[first - 1].lower == "between" && range->low < range->high) {
            --first;
        }
        count.low = static_cast<std::uint64_t>(std::max(range->low, 1.0));
        if (high) count.high = static_cast<std::uint64_t>(*high);
        count.span = {tree_[first].span.start, tree_[last].span.end};
        return count;
    }

  private:
    const QuantityWords::Word* word(TokenIndex token) const {
        return words_.find(tree_[token].lower);
    }
    bool is_number(TokenIndex token) const {
        if (digits(tree_[token].lower)) return true;
        const QuantityWords::Word* found = word(token);
        return found != nullptr && !is_bound(found->kind);
    }

    /// The last word of the number that belongs to the noun.
    TokenIndex number_of(TokenIndex noun) const {
        if (is_number(noun) && tree_[noun].pos != Pos::Noun) return noun;
        TokenIndex found = kNoToken;
        for (const TokenIndex c : tree_.children(noun)) {
            const std::string_view dep = tree_[c].dep;
            const bool counts = dep == "nummod" || dep == "amod" || dep == "det" || dep == "nmod" ||
                                dep == "predet" || dep == "compound";
            if (c < noun && counts && is_number(c)) found = c;
        }
        if (found != kNoToken) return end_of(found, noun);
        // *dozens of people*, *two of the men*
        if (tree_[noun].dep == "pobj" && tree_[tree_.head(noun)].lower == "of") {
            const TokenIndex whole = tree_.head(tree_.head(noun));
            if (whole < noun && is_number(whole)) return whole;
        }
        return is_number(noun) ? noun : kNoToken;
    }

    /// *between 30 and 40 men*: the number goes on up to the noun.
    TokenIndex end_of(TokenIndex number, TokenIndex noun) const {
        TokenIndex last = number;
        for (TokenIndex t = number + 1; t < noun && t < number + kMaxWords; ++t) {
            const std::string_view word = tree_[t].lower;
            if (is_number(t)) {
                last = t;
            } else if (word != "to" && word != "and" && word != "-" && word != "\u2013") {
                break;
            }
        }
        return last;
    }

    /// First word of the number that ends at `last`: *two hundred*, *30 to 40*, *hundreds of
    /// thousands*.
    TokenIndex begin_of(TokenIndex last) const {
        TokenIndex first = last;
        const std::uint32_t sentence = tree_[last].sentence;
        const TokenIndex reach = std::min<TokenIndex>(kMaxWords - 1, last);
        for (TokenIndex back = 1; back <= reach; ++back) {
            const TokenIndex t = last - back;
            if (tree_[t].sentence != sentence) break;
            if (is_number(t)) {
                first = t;
                continue;
            }
            const std::string_view joint = tree_[t].lower;
            const bool joins = joint == "-" || joint == "\u2013" || joint == "to" ||
                               joint == "and" || joint == "of" || joint == "a";
            if (!joins || t == 0 || first != t + 1) break;
            if (!is_number(t - 1)) break;
        }
        return first;
    }

    std::optional<Range> value(TokenIndex first, TokenIndex last) const {
        std::optional<Range> before;
        Sum sum;
        for (TokenIndex t = first; t < last; ++t) {
            if (const auto number = digits(tree_[t].lower)) {
                sum.add(*number, *number);
                continue;
            }
            if (const QuantityWords::Word* found = word(t)) {
                if (found->kind == QuantityKind::Unit) {
                    sum.multiply(found->low);
                } else if (const auto* unit = words_.find(tree_[t].lemma);
                           t > first && tree_[t - 1].lower == "of" && unit != nullptr &&
                           unit->kind == QuantityKind::Unit) {
                    sum.multiply(unit->low);  // *hundreds of thousands*
                } else {
                    sum.add(found->low, found->high);
                }
                continue;
            }
            const bool range =
                tree_[t].lower == "to" || tree_[t].lower == "-" || tree_[t].lower == "\u2013" ||
                (tree_[t].lower == "and" && first > 0 && tree_[first - 1].lower == "between");
            if (!range) continue;
            before = sum.value();
            sum = {};
        }
        auto result = sum.value();
        if (!result || !before) return result;
        if (before->low > result->high) return std::nullopt;
        return Range{before->low, result->high};
    }

    /// First token of the longest bounding phrase that ends before `first`, kNoToken for none.
    TokenIndex bound_before(TokenIndex first, const QuantityWords::Word*& bound) const {
        TokenIndex start = kNoToken;
        std::string phrase;
        const std::uint32_t sentence = tree_[first].sentence;
        const TokenIndex reach = std::min<TokenIndex>(kMaxBoundWords, first);
        for (TokenIndex back = 1; back <= reach; ++back) {
            const TokenIndex t = first - back;
            if (tree_[t].sentence != sentence) break;
            if (phrase.empty()) {
                phrase = tree_[t].lower;
                // *at least a dozen*
                if (phrase == "a" || phrase == "an" || phrase == "the") {
                    phrase.clear();
                    continue;
                }
            } else {
                phrase.insert(0, " ").insert(0, tree_[t].lower);
            }
            const QuantityWords::Word* found = words_.find(phrase);
            if (found == nullptr || !is_bound(found->kind)) continue;
            bound = found;
            start = t;
        }
        return start;
    }

    static void apply(QuantityKind kind, Range& range, std::optional<double>& high) {
        switch (kind) {
            case QuantityKind::Least:
                high.reset();
                return;
            case QuantityKind::Above:
                range.low += 1;
                high.reset();
                return;
            case QuantityKind::Most:
                range.low = 1;
                return;
            case QuantityKind::Below:
                range.low = 1;
                high = std::max(1.0, range.high - 1);
                return;
            case QuantityKind::About:
                range.low = std::floor(range.low * (1 - kAbout));
                high = std::ceil(range.high * (1 + kAbout));
                return;
            case QuantityKind::Nearly:
                range.low = std::floor(range.low * (1 - kAbout));
                return;
            default:
                return;
        }
    }

    const SyntaxTree& tree_;
    const QuantityWords& words_;
};

}  // namespace

Status QuantityWords::load(const std::string& path) {
    auto table = TsvTable::load(path, {{"phrase", "kind"}, {"low", "high"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& known) {
            return known.first == row["kind"];
        });
        if (kind == kKinds.end()) {
            return row.fail("kind", "unknown kind of quantity",
                            "known are number, unit, vague, least, above, most, below, about, "
                            "nearly");
        }
        Word word;
        word.kind = kind->second;
        if (!is_bound(word.kind)) {
            const auto low = digits(row["low"]);
            const auto high = digits(row["high"]);
            if (!low) return row.fail("low", "not a number");
            if (!high || *high < *low) return row.fail("high", "not a number of at least `low`");
            word.low = *low;
            word.high = *high;
        }
        words_[std::string(row["phrase"])] = word;
    }
    return {};
}

const QuantityWords::Word* QuantityWords::find(std::string_view phrase) const {
    const auto found = words_.find(std::string(phrase));
    return found == words_.end() ? nullptr : &found->second;
}

std::optional<EventCount> read_quantity(const SyntaxTree& tree, const QuantityWords& words,
                                        TokenIndex noun) {
    return QuantityReader(tree, words).read(noun);
}

}  // namespace tidings::coding
