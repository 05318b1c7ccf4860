#include <algorithm>

#include <tidings/text.hpp>

namespace tidings {
namespace {

constexpr std::size_t kIndexStep = 64;
constexpr std::size_t kLongestSuggestion = 64;  // bytes; keeps nearest() cheap on any input

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1.
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before_last(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t cost = left[i - 1] == right[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + cost});
            const bool swapped =
                i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(current);
    }
    return last[right.size()];
}

constexpr bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

}  // namespace

std::string_view slice(std::string_view text, Span span) noexcept {
    const std::size_t start = std::min<std::size_t>(span.start, text.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, start, text.size());
    return text.substr(start, end - start);
}

CodePointIndex::CodePointIndex(std::string_view text) {
    counts_.reserve(text.size() / kIndexStep + 1);
    std::size_t total = 0;
    for (std::size_t pos = 0;; pos += kIndexStep) {
        counts_.push_back(static_cast<std::uint32_t>(total));
        if (text.size() - pos < kIndexStep) break;
        total += utf8::count(text.substr(pos, kIndexStep));
    }
}

std::uint32_t CodePointIndex::code_points(std::string_view text,
                                          std::uint32_t byte) const noexcept {
    const std::size_t end = std::min<std::size_t>(byte, text.size());
    const std::size_t step = std::min(end / kIndexStep, counts_.size() - 1);
    const std::size_t start = step * kIndexStep;
    const std::string_view rest = start < end ? text.substr(start, end - start) : "";
    return counts_[step] + static_cast<std::uint32_t>(utf8::count(rest));
}

Span CodePointIndex::to_code_points(std::string_view text, Span bytes) const noexcept {
    return {code_points(text, bytes.start), code_points(text, bytes.end)};
}

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.empty() || word.size() > kLongestSuggestion) return {};
    // A third of the word may differ; more would suggest unrelated names.
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    const std::string* found = nullptr;
    const std::string lowered = utf8::lower(word);
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kLongestSuggestion) continue;
        const std::size_t distance = edit_distance(lowered, utf8::lower(candidate));
        if (distance < best && distance < candidate.size()) {
            best = distance;
            found = &candidate;
        }
    }
    return found == nullptr ? std::string{} : *found;
}

}  // namespace tidings
