#include "coding/when.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace tidings::coding {

namespace {

constexpr int kMaxClimb = 24;
/// Sentences back in which the time that a paragraph has reached is looked for.
constexpr std::uint32_t kSentencesBack = 2;
/// An undated act is not the one that was dated so long before the report.
constexpr long kDaysApart = 45;

std::optional<std::chrono::sys_days> day_of(std::string_view iso) {
    if (iso.size() < 10 || iso[0] == '-') return std::nullopt;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto read = [iso](std::size_t at, std::size_t digits, auto& number) {
        const std::string_view text = iso.substr(at, digits);
        std::from_chars(text.begin(), text.end(), number);
    };
    read(0, 4, year);
    read(5, 2, month);
    read(8, 2, day);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

long length_of(const EventDate& date) {
    const auto from = day_of(date.start);
    const auto until = day_of(date.end);
    if (!from || !until) return 1'000'000;
    return static_cast<long>((*until - *from).count());
}

std::string_view precision_of_length(long days) {
    if (days <= 1) return "day";
    if (days <= 10) return "week";
    if (days <= 45) return "month";
    if (days <= 190) return "season";
    return "year";
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

DateReader::DateReader(const Report& report, const Arguments& arguments, const Mentions& mentions)
    : report_(report),
      arguments_(arguments),
      tree_(arguments.tree()),
      mentions_(mentions),
      published_(report.published.substr(0, 10)) {
    index_times();
}

/// Sets (*every week*) and lengths without ends (*for three days*) date nothing.
bool DateReader::dates_events(const TimeMention& time) const {
    if (time.type == "SET" || (time.from.empty() && time.until.empty())) return false;
    if (time.value == "PAST_REF" || time.value == "FUTURE_REF") return !time.from.empty();
    return time.value != "PRESENT_REF";
}

void DateReader::index_times() {
    const auto& sentences = tree_.parse().sentences;
    first_.assign(sentences.size() + 1, 0);
    for (std::uint32_t i = 0; i < mentions_.times.size(); ++i) {
        if (!dates_events(mentions_.times[i])) continue;
        const Anchor anchor = anchor_of(i);
        if (anchor.head == kNoToken) continue;
        anchors_.push_back(anchor);
        ++first_[tree_[anchor.head].sentence + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::pair<std::size_t, std::size_t> DateReader::anchors_of(std::uint32_t sentence) const {
    return {first_[sentence], first_[sentence + 1]};
}

DateReader::Anchor DateReader::anchor_of(std::uint32_t time) const {
    const Span span = mentions_.times[time].span;
    const auto& tokens = tree_.parse().tokens;
    const auto first =
        std::lower_bound(tokens.begin(), tokens.end(), span.start,
                         [](const Token& token, std::uint32_t at) { return token.span.end <= at; });
    Anchor anchor;
    anchor.time = time;
    for (auto at = first; at != tokens.end() && at->span.start < span.end; ++at) {
        const auto index = static_cast<TokenIndex>(at - tokens.begin());
        const Token& head = tokens[at->head];
        const bool outside =
            at->head == index || head.span.start < span.start || head.span.start >= span.end;
        if (outside && at->pos != Pos::Punct && at->pos != Pos::Space) {
            anchor.head = index;
            break;
        }
    }
    if (anchor.head == kNoToken) return anchor;
    // *on Monday*, *in the early hours of Monday*: through prepositions to what they belong to.
    TokenIndex at = anchor.head;
    for (int steps = 0; steps < kMaxClimb && !tree_.is_root(at); ++steps) {
        const TokenIndex up = tree_.head(at);
        const Token& above = tree_[up];
        if (above.pos == Pos::Adp || above.pos == Pos::Sconj || above.dep == "prep") {
            anchor.preposition = above.lower;
            at = up;
            continue;
        }
        anchor.governor = up;
        return anchor;
    }
    anchor.governor = anchor.head;
    return anchor;
}

/// True if the predicate stands in what `speech` says: between them lies a clause or a quotation.
bool DateReader::is_speech_over(TokenIndex speech, TokenIndex predicate) const {
    TokenIndex at = predicate;
    for (int steps = 0; steps < kMaxClimb && !tree_.is_root(at); ++steps) {
        const TokenIndex up = tree_.head(at);
        if (up == speech) {
            return is_any(tree_[at].dep, {"ccomp", "parataxis"});
        }
        at = up;
    }
    return false;
}

/// *In July Chad announced that it had lifted the ban*: what is announced as done is as good as
/// dated by it.
bool DateReader::is_announced_by(TokenIndex governor, TokenIndex predicate) const {
    if (tree_[predicate].dep != "ccomp" || tree_.head(predicate) != governor) return false;
    if (!is_any(tree_[governor].lemma, {"announce", "declare"})) return false;
    const TokenIndex helper = tree_.child(predicate, "aux");
    return helper != kNoToken && tree_[helper].lemma == "have";
}

DateReader::Tie DateReader::tie(const Anchor& anchor, TokenIndex predicate) const {
    const TokenIndex governor = anchor.governor;
    if (governor == predicate) return Tie::Own;
    if (anchor.head == predicate) return Tie::Own;
    // *in 2008, when aircraft bombed the camp*: the clause hangs on the time itself.
    if (!tree_.is_root(predicate) && tree_.head(predicate) == anchor.head &&
        is_any(tree_[predicate].dep, {"relcl", "acl"})) {
        return Tie::Own;
    }
    const Pos pos = tree_[predicate].pos;
    if ((pos == Pos::Noun || pos == Pos::Propn) && arguments_.light_verb(predicate) == governor) {
        return Tie::LightVerb;
    }
    // Down: an argument of the predicate carries the time (*killed in a strike early this month*).
    TokenIndex at = governor;
    for (int steps = 0; steps < kMaxClimb && !tree_.is_root(at); ++steps) {
        if (arguments_.is_verb(at) && at != predicate) break;
        at = tree_.head(at);
        if (at == predicate) return Tie::Argument;
    }
    // Up: the clause that the predicate belongs to carries it (*arrived on Monday, saying*).
    at = predicate;
    for (int steps = 0; steps < kMaxClimb && !tree_.is_root(at); ++steps) {
        const std::string_view dep = tree_[at].dep;
        // What is said, and what a noun's clause tells, has a time of its own.
        if (is_any(dep, {"ccomp", "parataxis", "relcl"})) break;
        if (dep == "acl" && tree_[at].tag != "VB") break;
        at = tree_.head(at);
        if (at == governor) return Tie::Clause;
    }
    if (is_announced_by(governor, predicate)) return Tie::Clause;
    if (is_speech_over(governor, predicate)) return Tie::None;
    return Tie::Sentence;
}

const DateReader::Anchor* DateReader::best_anchor(TokenIndex predicate, Tie& best_tie) const {
    const Anchor* best = nullptr;
    best_tie = Tie::None;
    std::uint32_t best_distance = 0;
    const auto [from, until] = anchors_of(tree_[predicate].sentence);
    for (std::size_t i = from; i < until; ++i) {
        const Tie here = tie(anchors_[i], predicate);
        if (here >= Tie::Sentence) continue;
        // The second end of a range is read with the first.
        if (i > from && mentions_.times[anchors_[i - 1].time].opens_range) continue;
        const TokenIndex at = anchors_[i].head;
        const std::uint32_t distance = at > predicate ? at - predicate : predicate - at;
        if (best == nullptr || here < best_tie || (here == best_tie && distance < best_distance)) {
            best = &anchors_[i];
            best_tie = here;
            best_distance = distance;
        }
    }
    return best;
}

EventDate DateReader::of_anchor(const Anchor& anchor, std::string how) const {
    const TimeMention& time = mentions_.times[anchor.time];
    EventDate date;
    date.start = time.from;
    date.end = time.until;
    date.precision = time.precision;
    Span words = time.span;
    if (time.opens_range && anchor.time + 1 < mentions_.times.size()) {
        const TimeMention& end = mentions_.times[anchor.time + 1];
        if (!end.until.empty()) date.end = end.until;
        words.end = end.span.end;
        date.precision.clear();
    }
    if (anchor.preposition == "since" && !published_.empty()) {
        date.end = published_;
        date.precision.clear();
    } else if (is_any(anchor.preposition, {"until", "till"}) && !time.opens_range) {
        date.start.clear();
    }
    if (date.start > date.end && !date.end.empty() && date.start[0] != '-') {
        date.start = time.from;
        date.end = time.until;
    }
    if (date.precision.empty()) date.precision = precision_of_length(length_of(date));
    if (date.start.empty() || date.end.empty()) date.precision = "unknown";
    date.basis = "text";
    date.text = std::string(slice(report_.text, words));
    std::replace(date.text.begin(), date.text.end(), '\n', ' ');
    date.why = std::move(how) + "; " + time.why;
    return date;
}

/// The time that the paragraph has reached: that of the main verb of a sentence just before, where
/// it lies before the days that the report tells of.
const DateReader::Anchor* DateReader::reached(TokenIndex predicate) const {
    const auto& sentences = tree_.parse().sentences;
    const std::uint32_t here = tree_[predicate].sentence;
    for (std::uint32_t back = 1; back <= kSentencesBack && back <= here; ++back) {
        const std::uint32_t sentence = here - back;
        if (sentences[sentence].section != sentences[here].section) return nullptr;
        const auto [from, until] = anchors_of(sentence);
        for (std::size_t i = from; i < until; ++i) {
            const TokenIndex governor = anchors_[i].governor;
            const bool main = tree_.is_root(governor) && arguments_.is_verb(governor);
            if (main && mentions_.times[anchors_[i].time].type != "DURATION") return &anchors_[i];
        }
    }
    return nullptr;
}

/// Told as what had been before: *had promised*, *was believed to have been killed*.
bool DateReader::is_background(TokenIndex predicate) const {
    for (const TokenIndex child : tree_.children(predicate)) {
        const Token& token = tree_[child];
        if (token.pos == Pos::Aux && token.lower == "had") return true;
    }
    return false;
}

EventDate DateReader::of_report(TokenIndex predicate) const {
    EventDate date;
    date.basis = "report";
    if (published_.empty()) {
        date.why = "unknown: the report has no date";
        return date;
    }
    date.end = published_;
    if (is_background(predicate)) {
        date.why = "before the report, no day told";
        return date;
    }
    date.start = published_;
    date.precision = "day";
    date.why = "publication day of the report";
    return date;
}

EventDate DateReader::read(const Reading& reading) const {
    const TokenIndex predicate = reading.predicate;
    Tie tie = Tie::None;
    if (const Anchor* anchor = best_anchor(predicate, tie)) {
        const char* how = tie == Tie::Own         ? "told of the predicate"
                          : tie == Tie::LightVerb ? "told of its verb"
                          : tie == Tie::Argument  ? "told of what belongs to it"
                                                  : "told of its clause";
        return of_anchor(*anchor, how);
    }
    const SectionRole role =
        report_.sections.empty()
            ? SectionRole::Body
            : report_.sections[tree_.parse().sentences[tree_[predicate].sentence].section].role;
    const bool past = is_background(predicate) || tree_[predicate].tag == "VBD";
    if (role == SectionRole::Body && past) {
        if (const Anchor* anchor = reached(predicate)) {
            return of_anchor(*anchor, "the time that the paragraph has reached");
        }
    }
    return of_report(predicate);
}

bool DateReader::compatible(const EventDate& a, const EventDate& b) const {
    if (a.start.empty() || b.start.empty() || a.end.empty() || b.end.empty()) return true;
    if (a.start <= b.end && b.start <= a.end) return true;
    const bool both_told = a.basis == "text" && b.basis == "text";
    const auto gap = [](const EventDate& earlier, const EventDate& later) {
        const auto from = day_of(earlier.end);
        const auto until = day_of(later.start);
        return from && until ? static_cast<long>((*until - *from).count()) : 0L;
    };
    const long apart = a.end < b.start ? gap(a, b) : gap(b, a);
    // Days of one week are often told loosely (*Thursday*, and the report of Friday).
    if (both_told) return apart <= 1 && (a.precision != "day" || b.precision != "day");
    return apart <= kDaysApart;
}

bool DateReader::more_specific(const EventDate& date, const EventDate& than) {
    if ((date.basis == "text") != (than.basis == "text")) return date.basis == "text";
    return length_of(date) < length_of(than);
}

}  // namespace tidings::coding
