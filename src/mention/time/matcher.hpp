// Runs the rules over the tokens of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "mention/time/expression.hpp"
#include "mention/time/rules.hpp"
#include "mention/time/tokens.hpp"

namespace tidings::mention::time {

/// The expressions of the text in its order, none overlapping another: at each place the longest
/// match of all rules, of equally long ones that of the first rule. Linear in the tokens; the steps
/// of one match are bounded.
class Matcher {
  public:
    Matcher(const TimeRulesData& rules, const std::vector<TimeToken>& tokens)
        : rules_(rules), tokens_(tokens) {}

    template <typename Accept>
    [[nodiscard]] std::vector<Expression> find(Accept&& plausible) {
        std::vector<Expression> found;
        note_cores();
        for (std::size_t at = 0; at < tokens_.size();) {
            const auto* candidates = candidates_at(at);
            best_.clear();
            if (candidates != nullptr) {
                for (const std::uint32_t rule : *candidates) try_rule(rule, at, plausible);
            }
            if (best_.empty()) {
                ++at;
                continue;
            }
            at = best_.back().last;
            found.insert(found.end(), best_.begin(), best_.end());
        }
        return found;
    }

  private:
    using Mentions = std::vector<Expression>;

    void note_cores();
    [[nodiscard]] const std::vector<std::uint32_t>* candidates_at(std::size_t at) const;

    template <typename Accept>
    void try_rule(std::uint32_t rule, std::size_t at, Accept&& plausible) {
        current_rule_ = rule;
        steps_ = 0;
        depth_ = 0;
        longest_.clear();
        state_ = State{};
        run(0, at);
        if (longest_.empty()) return;
        if (!best_.empty() && longest_.back().last <= best_.back().last) return;
        if (plausible(rules_.rules[rule], longest_)) best_ = longest_;
    }

    /// What one attempt has read so far: at most kMaxMentions mentions, the last one open or not.
    static constexpr std::size_t kMaxMentions = 4;
    struct State {
        std::array<Slots, kMaxMentions> slots;
        std::array<std::uint32_t, kMaxMentions> first{};
        std::array<std::uint32_t, kMaxMentions> last{};
        std::size_t opened = 0;
    };

    /// Puts the state back when it goes: only the mentions opened so far are copied.
    class Keeper {
      public:
        explicit Keeper(Matcher& matcher)
            : matcher_(matcher),
              kept_(matcher.kept_.size()),
              first_(matcher.state_.first),
              last_(matcher.state_.last),
              opened_(matcher.state_.opened) {
            const std::size_t used = opened_ == 0 ? 1 : opened_;
            const auto first = matcher.state_.slots.begin();
            matcher.kept_.insert(matcher.kept_.end(), first,
                                 first + static_cast<std::ptrdiff_t>(used));
        }
        ~Keeper() {
            const auto kept = matcher_.kept_.begin() + static_cast<std::ptrdiff_t>(kept_);
            matcher_.state_.opened = opened_;
            std::copy(kept, matcher_.kept_.end(), matcher_.state_.slots.begin());
            matcher_.kept_.erase(kept, matcher_.kept_.end());
            matcher_.state_.first = first_;
            matcher_.state_.last = last_;
        }
        Keeper(const Keeper&) = delete;
        Keeper& operator=(const Keeper&) = delete;

      private:
        Matcher& matcher_;
        std::size_t kept_;
        std::array<std::uint32_t, kMaxMentions> first_;
        std::array<std::uint32_t, kMaxMentions> last_;
        std::size_t opened_;
    };

    void run(std::size_t pc, std::size_t at);
    /// The token behind the match, 0 if the class does not fit.
    [[nodiscard]] std::size_t read_class(TokenClass token_class, std::size_t at,
                                         Slots& slots) const;
    [[nodiscard]] bool read_word_class(TokenClass token_class, const TimeToken& token,
                                       Slots& slots) const;
    [[nodiscard]] static bool read_number_class(TokenClass token_class, const TimeToken& token,
                                                Slots& slots);
    void accept(std::size_t at);

    const TimeRulesData& rules_;
    const std::vector<TimeToken>& tokens_;
    std::vector<std::uint8_t> core_distance_;
    std::uint32_t current_rule_ = 0;
    std::size_t start_ = 0;
    int steps_ = 0;
    int depth_ = 0;
    State state_;
    std::vector<Slots> kept_;  ///< of the branches under way
    Mentions longest_;
    Mentions best_;
};

}  // namespace tidings::mention::time
