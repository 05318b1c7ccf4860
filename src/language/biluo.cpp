#include "language/biluo.hpp"

namespace tidings::language {

void BiluoState::reset(std::span<const DocToken> tokens) {
    tokens_ = tokens;
    next_ = 0;
    names_.clear();
}

bool BiluoState::valid(NameMove move, std::int32_t label) const noexcept {
    const bool last_token = next_ + 1 >= tokens_.size();
    switch (move) {
        case NameMove::Missing:
            return false;
        case NameMove::Begin:
            return !open() && !last_token && label != kNoLabel && !next_starts_sentence() &&
                   !tokens_[next_].is_space;
        case NameMove::In:
            return open() && !last_token && label != kNoLabel && names_.back().label == label &&
                   !next_starts_sentence();
        case NameMove::Last:
            return open() && label != kNoLabel && names_.back().label == label;
        case NameMove::Unit:
            return !open() && label != kNoLabel && !tokens_[next_].is_space;
        case NameMove::Out:
            return !open();
    }
    return false;
}

void BiluoState::apply(NameMove move, std::int32_t label) {
    const auto token = static_cast<std::int32_t>(next_);
    if (move == NameMove::Begin) names_.push_back({token, -1, label});
    if (move == NameMove::Unit) names_.push_back({token, token + 1, label});
    if (move == NameMove::Last) names_.back().last = token + 1;
    ++next_;
}

void BiluoState::context(std::span<std::int32_t> tokens) const noexcept {
    for (std::int32_t& token : tokens) token = -1;
    if (is_final()) return;
    const auto b0 = static_cast<std::int32_t>(next_);
    tokens[0] = b0;
    if (!open()) return;
    if (tokens.size() == 3) {
        tokens[1] = names_.back().first;
        tokens[2] = b0 - 1;
        return;
    }
    std::int32_t token = names_.back().first;
    for (std::size_t i = 1; i < tokens.size() && token < b0; ++i) tokens[i] = token++;
}

}  // namespace tidings::language
