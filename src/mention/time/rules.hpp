// All that `data/time` holds: words, holidays, and the rules with their patterns and examples.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <tidings/mention.hpp>

#include "mention/time/holidays.hpp"
#include "mention/time/pattern.hpp"
#include "mention/time/publishers.hpp"
#include "mention/time/vocabulary.hpp"

namespace tidings::mention::time {

/// What else must hold of the words that a rule has matched (plausible.hpp).
enum class Check : std::uint8_t { None, Name, Year, Clock, Season, Adverb, Bare };

struct Rule {
    std::string name;
    std::string where;  ///< file:line
    Builder builder = Builder::Date;
    Check check = Check::None;
    Program program;
    std::vector<FirstSet> branches;  ///< what each Split may go on with, by its `arg`
};

}  // namespace tidings::mention::time

namespace tidings {

class TimeRulesData {
  public:
    [[nodiscard]] static Result<std::shared_ptr<const TimeRulesData>> load(
        const std::string& data_folder);

    mention::time::Vocabulary vocabulary;
    mention::time::HolidayTable holidays;
    mention::time::Publishers publishers;
    std::vector<mention::time::Rule> rules;
    std::vector<TimeRules::Example> examples;

    /// Rules that a word may begin, by WordId, and those that a token of each other kind may begin.
    std::vector<std::vector<std::uint32_t>> by_word;
    std::array<std::vector<std::uint32_t>, 16> by_kind;
    std::vector<std::uint32_t> by_holiday;
    /// Words that are looked at only where a word or number of time is near (*the*, *about*).
    std::vector<bool> needs_core;

    /// False if no match of `set` begins with that token.
    [[nodiscard]] bool may_begin(const mention::time::FirstSet& set,
                                 const mention::time::TimeToken& token) const noexcept;
    [[nodiscard]] bool is_core(const mention::time::TimeToken& token) const noexcept;

  private:
    Status read_rules(const std::string& path, mention::time::Definitions& definitions);
    void index();
};

}  // namespace tidings
