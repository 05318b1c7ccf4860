// The cue tables of data/report, compiled.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tidings/error.hpp>

#include "base/tsv_table.hpp"
#include "report/cue.hpp"
#include "report/cue_token.hpp"
#include "report/page/page_tables.hpp"

namespace tidings::report {

/// Where in a block a cue counts.
enum class CueWhere : std::uint8_t {
    Start,     ///< the block begins with it
    Whole,     ///< the block is nothing else
    Sentence,  ///< a sentence of the block begins with it, outside quotation marks
    Anywhere,  ///< it stands in the block, outside quotation marks
    End,       ///< the last sentence or bracket of the block begins with it
    Last,      ///< the last sentence or bracket of the block is nothing else
};

/// In which part of the report a cue counts.
enum class CueZone : std::uint8_t {
    Any,
    Head,  ///< before the first paragraph of news
    Tail,  ///< behind the last paragraph of news
};

/// How far a cue's verdict goes.
enum class CueReach : std::uint8_t {
    Block,  ///< its own block
    List,   ///< the block and the headlines that follow it, if the block is nothing but the cue
    Rest,   ///< the block and all that follows, until news resumes
};

struct BlockCue {
    std::string id;
    std::string kind;
    CueWhere where = CueWhere::Start;
    CueZone zone = CueZone::Any;
    CueReach reach = CueReach::Block;
    std::uint32_t max_words = 0;  ///< the block has at most as many; 0: any number
    Cue cue;
};

/// Where a cue matched: token indexes.
struct CueMatch {
    const BlockCue* cue = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The cues of one table, found by the word they begin with.
class CueSet {
  public:
    /// Reads a table and runs its examples.
    [[nodiscard]] static Result<CueSet> load(const std::string& path, Vocabulary& vocabulary);

    /// The first cue that matches the block and counts in `zone` (cues for any zone always do).
    /// `kind` narrows the search where it is not empty.
    [[nodiscard]] std::optional<CueMatch> find(std::span<const CueToken> tokens, CueZone zone,
                                               std::string_view kind = {}) const;

    [[nodiscard]] const std::vector<BlockCue>& cues() const noexcept { return cues_; }

  private:
    [[nodiscard]] Status add(const TsvRow& row, Vocabulary& vocabulary);
    [[nodiscard]] Status run_examples(const TsvTable& table, const Vocabulary& vocabulary) const;

    std::vector<BlockCue> cues_;
    std::vector<std::vector<std::uint32_t>> by_first_word_;  // by the word's number
    std::vector<std::uint32_t> without_first_word_;
};

/// True if the cue matches at token `at` and stands where it must.
[[nodiscard]] std::optional<CueMatch> match_cue(const BlockCue& cue,
                                                std::span<const CueToken> tokens, std::size_t at);

/// Index of the first token that is no bullet, dash or opening bracket.
[[nodiscard]] std::size_t first_word(std::span<const CueToken> tokens);

/// Number of tokens that are no marks.
[[nodiscard]] std::uint32_t count_words(std::span<const CueToken> tokens);

}  // namespace tidings::report

namespace tidings::detail {

struct ReportCueTables {
    report::Vocabulary vocabulary;
    report::CueSet boilerplate;
    report::CueSet captions;
    report::CueSet bylines;
    report::CueSet page_cues;  ///< of pages, beside `boilerplate`
    report::PageTables pages;
    /// Words that class what they stand in, by the word's number.
    std::unordered_set<std::uint32_t> reader_words;       ///< `you`, `our`, `donate`
    std::unordered_set<std::uint32_t> news_words;         ///< `said`, `announced`, `police`
    std::unordered_set<std::uint32_t> affiliation_words;  ///< `press`, `correspondent`, `staff`
    std::unordered_set<std::uint32_t> calendar_words;     ///< `monday`, `january`, `am`
};

}  // namespace tidings::detail
