// Children of every token of a parse, for stages that walk the tree downwards.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include <tidings/language.hpp>

namespace tidings {

inline constexpr TokenIndex kNoToken = UINT32_MAX;

/// Built once a report in O(tokens). Holds a reference: the Parse must outlive it and stay put.
class SyntaxTree {
  public:
    explicit SyntaxTree(const Parse& parse) : parse_(&parse), first_(parse.tokens.size() + 1) {
        const auto& tokens = parse.tokens;
        for (TokenIndex i = 0; i < tokens.size(); ++i) {
            if (tokens[i].head != i) ++first_[tokens[i].head + 1];
        }
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        children_.resize(first_.back());
        std::vector<TokenIndex> next(first_.begin(), first_.end() - 1);
        for (TokenIndex i = 0; i < tokens.size(); ++i) {
            if (tokens[i].head != i) children_[next[tokens[i].head]++] = i;
        }
    }

    [[nodiscard]] const Parse& parse() const noexcept { return *parse_; }
    [[nodiscard]] const Token& operator[](TokenIndex i) const { return parse_->tokens[i]; }
    [[nodiscard]] std::size_t size() const noexcept { return parse_->tokens.size(); }

    /// Direct children in text order.
    [[nodiscard]] std::span<const TokenIndex> children(TokenIndex i) const {
        return {children_.data() + first_[i], children_.data() + first_[i + 1]};
    }
    [[nodiscard]] TokenIndex head(TokenIndex i) const { return parse_->tokens[i].head; }
    [[nodiscard]] bool is_root(TokenIndex i) const { return parse_->tokens[i].head == i; }

    /// First child with that dependency label, or kNoToken.
    [[nodiscard]] TokenIndex child(TokenIndex i, std::string_view dep) const {
        for (const TokenIndex c : children(i)) {
            if (parse_->tokens[c].dep == dep) return c;
        }
        return kNoToken;
    }
    [[nodiscard]] bool has_child(TokenIndex i, std::string_view dep) const {
        return child(i, dep) != kNoToken;
    }
    /// The first token that starts at or behind a byte of the text; size() where none does.
    [[nodiscard]] TokenIndex token_from(std::uint32_t byte) const {
        const auto& tokens = parse_->tokens;
        const auto at = std::lower_bound(
            tokens.begin(), tokens.end(), byte,
            [](const Token& token, std::uint32_t start) { return token.span.start < start; });
        return static_cast<TokenIndex>(at - tokens.begin());
    }
    /// True if `ancestor` is `i` or above it.
    [[nodiscard]] bool is_under(TokenIndex i, TokenIndex ancestor) const {
        for (int steps = 0; steps < 64; ++steps) {
            if (i == ancestor) return true;
            if (is_root(i)) return false;
            i = head(i);
        }
        return false;
    }

  private:
    const Parse* parse_;
    std::vector<TokenIndex> first_;
    std::vector<TokenIndex> children_;
};

}  // namespace tidings
