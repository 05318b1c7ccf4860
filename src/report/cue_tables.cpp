#include "report/cue_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include <tidings/report.hpp>

#include "base/tsv_table.hpp"

namespace tidings {
namespace report {
namespace {

constexpr std::size_t kEndTokens = 30;        // a cue at the end stands in the last tokens,
constexpr std::size_t kTokensBehindEnd = 20;  // and so much may follow its phrase

bool opens_bracket(const CueToken& token) {
    return is_mark(token) && (token.mark == U'(' || token.mark == U'[');
}

bool at_place(CueWhere where, std::span<const CueToken> tokens, std::size_t at) {
    const CueToken& token = tokens[at];
    switch (where) {
        case CueWhere::Start:
        case CueWhere::Whole:
            return at == first_word(tokens);
        case CueWhere::Sentence:
            return token.sentence_start && !token.quoted;
        case CueWhere::Anywhere:
            return !token.quoted;
        case CueWhere::End:
        case CueWhere::Last: {
            const bool behind_bracket = at > 0 && opens_bracket(tokens[at - 1]);
            return at + kEndTokens >= tokens.size() && (token.sentence_start || behind_bracket);
        }
    }
    return false;
}

bool only_marks(std::span<const CueToken> tokens) {
    return std::all_of(tokens.begin(), tokens.end(),
                       [](const CueToken& token) { return is_mark(token); });
}

template <typename Value, std::size_t N>
Result<Value> read_choice(const TsvRow& row, std::string_view column,
                          const std::array<std::pair<std::string_view, Value>, N>& choices) {
    const std::string_view given = row[column];
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        if (given == name) return value;
        names.emplace_back(name);
    }
    if (given.empty()) return choices.front().second;
    return row.fail(column, fmt::format("unknown {} \"{}\"", column, given),
                    fmt::format("one of: {}", fmt::join(names, ", ")));
}

constexpr std::array kWheres{std::pair<std::string_view, CueWhere>{"start", CueWhere::Start},
                             std::pair<std::string_view, CueWhere>{"whole", CueWhere::Whole},
                             std::pair<std::string_view, CueWhere>{"sentence", CueWhere::Sentence},
                             std::pair<std::string_view, CueWhere>{"anywhere", CueWhere::Anywhere},
                             std::pair<std::string_view, CueWhere>{"end", CueWhere::End},
                             std::pair<std::string_view, CueWhere>{"last", CueWhere::Last}};
constexpr std::array kCueZones{std::pair<std::string_view, CueZone>{"any", CueZone::Any},
                               std::pair<std::string_view, CueZone>{"head", CueZone::Head},
                               std::pair<std::string_view, CueZone>{"tail", CueZone::Tail}};
constexpr std::array kReaches{std::pair<std::string_view, CueReach>{"block", CueReach::Block},
                              std::pair<std::string_view, CueReach>{"list", CueReach::List},
                              std::pair<std::string_view, CueReach>{"rest", CueReach::Rest}};

Result<std::uint32_t> read_count(const TsvRow& row, std::string_view column) {
    const std::string_view cell = row[column];
    std::uint32_t value = 0;
    if (cell.empty()) return value;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (code != std::errc{} || end != cell.data() + cell.size()) {
        return row.fail(column, "a number is expected");
    }
    return value;
}

std::vector<CueToken> tokenize_line(std::string_view line, const Vocabulary& vocabulary) {
    return tokenize(line, {0, static_cast<std::uint32_t>(line.size())}, vocabulary);
}

bool matches_anywhere(const BlockCue& cue, std::span<const CueToken> tokens) {
    if (cue.max_words != 0 && count_words(tokens) > cue.max_words) return false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (match_cue(cue, tokens, at)) return true;
    }
    return false;
}

}  // namespace

std::size_t first_word(std::span<const CueToken> tokens) {
    std::size_t at = 0;
    const auto speaks = [](char32_t mark) { return mark == U'"' || mark == 0xA9; };  // ©
    while (at < tokens.size() && is_mark(tokens[at]) && !speaks(tokens[at].mark)) ++at;
    return at;
}

std::uint32_t count_words(std::span<const CueToken> tokens) {
    return static_cast<std::uint32_t>(
        std::count_if(tokens.begin(), tokens.end(), [](const CueToken& t) { return !is_mark(t); }));
}

std::optional<CueMatch> match_cue(const BlockCue& cue, std::span<const CueToken> tokens,
                                  std::size_t at) {
    if (!at_place(cue.where, tokens, at)) return std::nullopt;
    const std::optional<std::size_t> end = cue.cue.match(tokens, at);
    if (!end) return std::nullopt;
    const bool closes = cue.where == CueWhere::Whole || cue.where == CueWhere::Last;
    if (closes && !only_marks(tokens.subspan(*end))) return std::nullopt;
    if (cue.where == CueWhere::End && tokens.size() - *end > kTokensBehindEnd) return std::nullopt;
    return CueMatch{&cue, at, *end};
}

std::optional<CueMatch> CueSet::find(std::span<const CueToken> tokens, CueZone zone,
                                     std::string_view kind) const {
    const std::uint32_t words = count_words(tokens);
    const auto try_cue = [&](std::uint32_t index, std::size_t at) -> std::optional<CueMatch> {
        const BlockCue& cue = cues_[index];
        if (cue.zone != CueZone::Any && cue.zone != zone) return std::nullopt;
        if (cue.max_words != 0 && words > cue.max_words) return std::nullopt;
        if (!kind.empty() && cue.kind != kind) return std::nullopt;
        return match_cue(cue, tokens, at);
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].word < by_first_word_.size()) {
            for (const std::uint32_t index : by_first_word_[tokens[at].word]) {
                if (auto match = try_cue(index, at)) return match;
            }
        }
        for (const std::uint32_t index : without_first_word_) {
            if (auto match = try_cue(index, at)) return match;
        }
    }
    return std::nullopt;
}

Status CueSet::add(const TsvRow& row, Vocabulary& vocabulary) {
    BlockCue cue;
    cue.id = row["id"];
    cue.kind = row["kind"];
    if (cue.id.empty()) return row.fail("id", "each cue needs an id");
    auto where = read_choice(row, "where", kWheres);
    auto zone = read_choice(row, "zone", kCueZones);
    auto reach = read_choice(row, "reach", kReaches);
    auto words = read_count(row, "words");
    if (!where) return tl::unexpected<Error>(std::move(where.error()));
    if (!zone) return tl::unexpected<Error>(std::move(zone.error()));
    if (!reach) return tl::unexpected<Error>(std::move(reach.error()));
    if (!words) return tl::unexpected<Error>(std::move(words.error()));
    Result<Cue> phrase = Cue::compile(row["cue"], vocabulary);
    if (!phrase) return row.fail("cue", phrase.error().message, phrase.error().hint);
    cue.where = *where;
    cue.zone = *zone;
    cue.reach = *reach;
    cue.max_words = *words;
    cue.cue = std::move(*phrase);
    const auto index = static_cast<std::uint32_t>(cues_.size());
    for (const std::uint32_t word : cue.cue.first_words()) {
        if (word >= by_first_word_.size()) by_first_word_.resize(word + 1);
        by_first_word_[word].push_back(index);
    }
    if (cue.cue.first_words().empty()) without_first_word_.push_back(index);
    cues_.push_back(std::move(cue));
    return {};
}

// The whole vocabulary must be known before an example can be tokenised.
Status CueSet::run_examples(const TsvTable& table, const Vocabulary& vocabulary) const {
    std::unordered_set<std::string_view> ids;
    for (std::size_t i = 0; i < cues_.size(); ++i) {
        const TsvRow& row = table.rows()[i];
        if (!ids.insert(cues_[i].id).second) return row.fail("id", "the id is used twice");
        if (!matches_anywhere(cues_[i], tokenize_line(row["example"], vocabulary))) {
            return row.fail("example", "the cue does not match its example",
                            "mind where the cue has to stand, and the number of words");
        }
        if (row["not"].empty()) continue;
        if (matches_anywhere(cues_[i], tokenize_line(row["not"], vocabulary))) {
            return row.fail("not", "the cue matches what it must not match");
        }
    }
    return {};
}

Result<CueSet> CueSet::load(const std::string& path, Vocabulary& vocabulary) {
    const Result<TsvTable> table = TsvTable::load(
        path, {{"id", "kind", "where", "cue", "example"}, {"zone", "reach", "words", "not"}});
    if (!table) return tl::unexpected<Error>(table.error());
    CueSet set;
    for (const TsvRow& row : table->rows()) {
        if (Status status = set.add(row, vocabulary); !status) {
            return tl::unexpected<Error>(std::move(status.error()));
        }
    }
    if (Status status = set.run_examples(*table, vocabulary); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    return set;
}

namespace {

Status load_words(const std::string& path, detail::ReportCueTables& tables) {
    const Result<TsvTable> table = TsvTable::load(path, {{"kind", "words"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        std::unordered_set<std::uint32_t>* set =
            row["kind"] == "reader"        ? &tables.reader_words
            : row["kind"] == "news"        ? &tables.news_words
            : row["kind"] == "affiliation" ? &tables.affiliation_words
            : row["kind"] == "calendar"    ? &tables.calendar_words
                                           : nullptr;
        if (set == nullptr) {
            return row.fail("kind", fmt::format("unknown kind \"{}\"", row["kind"]),
                            "one of: reader, news, affiliation, calendar");
        }
        for (const std::string_view word : split(row["words"], ' ')) {
            if (!word.empty()) set->insert(tables.vocabulary.add(utf8::fold(word)));
        }
    }
    return {};
}

}  // namespace
}  // namespace report

Result<ReportCues> ReportCues::load(const std::string& data_folder) {
    const std::string folder = data_folder + "/report/";
    auto tables = std::make_shared<detail::ReportCueTables>();
    struct File {
        std::string_view name;
        report::CueSet* set;
    };
    for (const File& file :
         {File{"boilerplate.tsv", &tables->boilerplate}, File{"caption.tsv", &tables->captions},
          File{"byline.tsv", &tables->bylines}, File{"page_cues.tsv", &tables->page_cues}}) {
        Result<report::CueSet> set =
            report::CueSet::load(folder + std::string(file.name), tables->vocabulary);
        if (!set) return tl::unexpected<Error>(std::move(set.error()));
        *file.set = std::move(*set);
    }
    Result<report::PageTables> pages = report::PageTables::load(folder);
    if (!pages) return tl::unexpected<Error>(std::move(pages.error()));
    tables->pages = std::move(*pages);
    if (Status status = report::load_words(folder + "words.tsv", *tables); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    return ReportCues(std::move(tables));
}

}  // namespace tidings
