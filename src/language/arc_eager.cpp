#include "language/arc_eager.hpp"

namespace tidings::language {

void ArcEagerState::reset(std::span<const DocToken> tokens) {
    length_ = tokens.size();
    next_ = 0;
    stack_.clear();
    returned_.clear();
    heads_.assign(length_, -1);
    labels_.assign(length_, -1);
    left_.latest.assign(length_, -1);
    left_.earlier.assign(length_, -1);
    right_.latest.assign(length_, -1);
    right_.earlier.assign(length_, -1);
    unshiftable_.assign(length_, 0);
    sentence_start_.resize(length_);
    for (std::size_t i = 0; i < length_; ++i) sentence_start_[i] = tokens[i].sent_start;
}

std::array<bool, kArcMoves> ArcEagerState::valid() const noexcept {
    std::array<bool, kArcMoves> valid{};
    const auto set = [&](ArcMove move, bool value) {
        valid[static_cast<std::size_t>(move)] = value;
    };
    const std::int32_t b0 = buffer(0);
    const bool b0_starts = is_sentence_start(b0);

    set(ArcMove::Shift,
        stack_.empty() || (buffer_length() >= 2 && !b0_starts && unshiftable_[at(b0)] == 0));
    // The last word on the stack must stay while the next one may not start a sentence.
    set(ArcMove::Reduce, !stack_.empty() && (buffer_length() == 0 || stack_.size() != 1 ||
                                             !cannot_start_sentence(b0)));
    const bool arc = !stack_.empty() && buffer_length() != 0 && !b0_starts;
    set(ArcMove::Left, arc);
    set(ArcMove::Right, arc);
    if (buffer_length() >= 2) {
        const std::int32_t b1 = buffer(1);
        set(ArcMove::Break, b1 == b0 + 1 && !is_sentence_start(b1) && !cannot_start_sentence(b1));
    }
    return valid;
}

void ArcEagerState::apply(ArcMove move, std::int32_t label) {
    switch (move) {
        case ArcMove::Shift:
            push();
            break;
        case ArcMove::Reduce: {
            const std::int32_t s0 = stack(0);
            const bool done = heads_[at(s0)] >= 0 || stack_.size() == 1;
            stack_.pop_back();
            if (!done) {  // a word without a head goes back, and may not be shifted again
                unshiftable_[at(s0)] = 1;
                returned_.push_back(s0);
            }
            break;
        }
        case ArcMove::Left: {
            const std::int32_t b0 = buffer(0);
            add_arc(b0, stack(0), label);
            unshiftable_[at(b0)] = 0;  // the stack has shrunk, so this cannot go on for ever
            stack_.pop_back();
            break;
        }
        case ArcMove::Right:
            add_arc(stack(0), buffer(0), label);
            push();
            break;
        case ArcMove::Break:
            sentence_start_[at(buffer(1))] = 1;
            break;
    }
}

void ArcEagerState::force_final() noexcept {
    stack_.clear();
    returned_.clear();
    next_ = length_;
}

void ArcEagerState::push() {
    if (!returned_.empty()) {
        stack_.push_back(returned_.back());
        returned_.pop_back();
    } else {
        stack_.push_back(static_cast<std::int32_t>(next_++));
    }
}

void ArcEagerState::add_arc(std::int32_t head, std::int32_t child, std::int32_t label) {
    const std::int32_t old = heads_[at(child)];
    if (old >= 0) {
        // Only the word on top of the stack can lose its head, and it is that head's latest child.
        Children& side = old > child ? left_ : right_;
        if (side.latest[at(old)] == child) side.latest[at(old)] = side.earlier[at(child)];
    }
    Children& side = head > child ? left_ : right_;
    side.earlier[at(child)] = side.latest[at(head)];
    side.latest[at(head)] = child;
    heads_[at(child)] = head;
    labels_[at(child)] = label;
}

std::int32_t ArcEagerState::nth_child(const Children& children, std::int32_t head,
                                      std::size_t n) noexcept {
    if (head < 0) return -1;
    std::int32_t child = children.latest[at(head)];
    for (; n > 1 && child >= 0; --n) child = children.earlier[at(child)];
    return child;
}

void ArcEagerState::context(std::span<std::int32_t> tokens) const noexcept {
    const std::int32_t b0 = buffer(0);
    const std::int32_t s0 = stack(0);
    const std::int32_t s1 = stack(1);
    tokens[0] = b0;
    tokens[1] = buffer(1);
    tokens[2] = s0;
    tokens[3] = s1;
    tokens[4] = stack(2);
    if (tokens.size() == 8) {
        tokens[5] = left_child(b0, 1);
        tokens[6] = left_child(s0, 1);
        tokens[7] = right_child(s0, 1);
        return;
    }
    // Networks were trained with s0's second left child left out.
    tokens[5] = left_child(s0, 1);
    tokens[6] = right_child(s0, 1);
    tokens[7] = left_child(b0, 1);
    tokens[8] = right_child(s0, 2);
    tokens[9] = left_child(s1, 1);
    tokens[10] = left_child(s1, 2);
    tokens[11] = right_child(s1, 1);
    tokens[12] = right_child(s1, 2);
}

}  // namespace tidings::language
