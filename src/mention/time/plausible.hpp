// Whether matched words are about time at all: *may*, *march*, *second*, *2000 refugees*, *3:1*.
#pragma once

#include <vector>

#include <tidings/language.hpp>

#include "mention/time/expression.hpp"
#include "mention/time/rules.hpp"
#include "mention/time/tokens.hpp"

namespace tidings::mention::time {

class PlausibilityReader {
  public:
    PlausibilityReader(const TimeRulesData& rules, const std::vector<TimeToken>& tokens,
                       const Parse& parse, bool post);

    /// True if the words that `rule` has matched pass its check.
    [[nodiscard]] bool accepts(const Rule& rule, const std::vector<Expression>& match) const;

  private:
    [[nodiscard]] bool name_holds(const Expression& expression) const;
    [[nodiscard]] bool year_holds(const std::vector<Expression>& match) const;
    [[nodiscard]] bool lone_year_holds(const Expression& expression) const;
    [[nodiscard]] bool clock_holds(const std::vector<Expression>& match) const;
    [[nodiscard]] bool season_holds(const Expression& expression) const;
    [[nodiscard]] bool adverb_holds(const Expression& expression) const;
    [[nodiscard]] bool bare_holds(const Expression& expression) const;
    [[nodiscard]] bool unit_holds(const Expression& expression) const;

    /// The parse's token there, null without one.
    [[nodiscard]] const Token* parsed(std::uint32_t token) const;
    [[nodiscard]] bool word_is(std::uint32_t token, std::string_view words) const;
    [[nodiscard]] const TimeToken* before(const Expression& expression) const {
        return expression.first == 0 ? nullptr : &tokens_[expression.first - 1];
    }
    [[nodiscard]] const TimeToken* behind(const Expression& expression) const {
        return expression.last >= tokens_.size() ? nullptr : &tokens_[expression.last];
    }
    /// One of the blank-separated words stands before or behind the expression.
    [[nodiscard]] bool follows(const Expression& expression, std::string_view words) const {
        return expression.first > 0 && word_is(expression.first - 1, words);
    }
    [[nodiscard]] bool is_followed(const Expression& expression, std::string_view words) const {
        return expression.last < tokens_.size() && word_is(expression.last, words);
    }

    const TimeRulesData& rules_;
    const std::vector<TimeToken>& tokens_;
    const Parse& parse_;
    bool post_;             ///< a post: *good night*, *long day* mean the day itself
    bool ancient_ = false;  ///< the text has years BC, so small numbers may be years
};

}  // namespace tidings::mention::time
