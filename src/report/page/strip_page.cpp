#include "report/page/strip_page.hpp"

#include <algorithm>
#include <array>

#include "report/ascii.hpp"
#include "report/page/page_tree.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kLongestTagName = 16;  // of an element or attribute that is known here

constexpr char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_lowered(std::string_view text, std::string_view lower) {
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(),
                      [](char a, char b) { return lowered(a) == b; });
}

// Elements whose contents no step reads.
constexpr std::array<std::string_view, 3> kBodiless{"script", "style", "svg"};

constexpr std::array<std::string_view, 7> kAuthorPaths{
    "/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/autori/", "/reporters/"};

// One start tag.
struct StartTag {
    std::string_view name;
    std::size_t end = 0;       // behind its `>`
    bool closed = false;       // `<svg/>`
    bool linked_data = false;  // of type application/ld+json
    bool unfinished = false;   // the page ends inside it
};

class Stripper {
  public:
    explicit Stripper(std::string_view page) : page_(page) {
        result_.text.reserve(page.size() / 2);
    }

    StrippedPage strip() {
        std::size_t pos = 0;
        while (pos < page_.size()) {
            const std::size_t tag = page_.find('<', pos);
            if (tag == std::string_view::npos || tag + 1 >= page_.size()) break;
            skip_space_before(tag);
            if (is_ascii_letter(page_[tag + 1])) {
                pos = read_element(tag);
            } else if (page_.substr(tag).starts_with("<!--")) {
                pos = skip_comment(tag);
            } else {
                pos = tag + 1;
                if (page_[pos] == '/') pos = skip_space_behind_end_tag(pos);
            }
        }
        copy_until(page_.size());
        return std::move(result_);
    }

  private:
    void copy_until(std::size_t pos) {
        if (pos <= copied_) return;
        result_.text += page_.substr(copied_, pos - copied_);
        copied_ = pos;
    }

    // Leaves out the bytes from `start` to `end`, all before `start` is kept.
    void leave_out(std::size_t start, std::size_t end) {
        copy_until(start);
        if (end <= copied_) return;
        copied_ = end;
        const auto at = static_cast<std::uint32_t>(result_.text.size());
        const auto missing = static_cast<std::uint32_t>(copied_ - at);
        if (!result_.cuts.empty() && result_.cuts.back().at == at) {
            result_.cuts.back().missing = missing;
        } else {
            result_.cuts.push_back({at, missing});
        }
    }

    // Of the white space before a tag the first character stays.
    void skip_space_before(std::size_t tag) {
        std::size_t start = tag;
        while (start > copied_ && is_ascii_space(page_[start - 1])) --start;
        if (tag - start > 1) leave_out(start + 1, tag);
    }

    std::size_t skip_space_behind(std::size_t pos) {
        std::size_t end = pos;
        while (end < page_.size() && is_ascii_space(page_[end])) ++end;
        if (end - pos > 1) leave_out(pos + 1, end);
        return end;
    }

    std::size_t skip_space_behind_end_tag(std::size_t pos) {
        const std::size_t end = page_.find_first_of("<>", pos);
        if (end == std::string_view::npos) return page_.size();
        return page_[end] == '>' ? skip_space_behind(end + 1) : end;
    }

    std::size_t skip_comment(std::size_t pos) {
        std::size_t end = page_.find("-->", pos + 4);
        if (end == std::string_view::npos) return page_.size();
        // The parser, as browsers, takes `--!>` too.
        const std::size_t other = page_.substr(0, end).find("--!>", pos + 4);
        end = other == std::string_view::npos ? end + 3 : other + 4;
        leave_out(pos, end);
        return end;
    }

    // A start tag, with the contents of those elements that have nothing to read.
    std::size_t read_element(std::size_t pos) {
        const StartTag tag = read_start_tag(pos + 1);
        if (tag.unfinished) return page_.size();
        const auto bodiless = std::find_if(kBodiless.begin(), kBodiless.end(), [&](auto name) {
            return equals_lowered(tag.name, name);
        });
        if (bodiless == kBodiless.end() || tag.closed) return skip_space_behind(tag.end);
        const std::size_t end = find_end_tag(*bodiless, tag.end);
        if (end == std::string_view::npos) return tag.end;
        if (!tag.linked_data) leave_out(tag.end, end);
        return end;
    }

    // `</name` at or behind `pos`.
    [[nodiscard]] std::size_t find_end_tag(std::string_view name, std::size_t pos) {
        // What was not found once is not looked for again.
        auto& absent = absent_[static_cast<std::size_t>(
            std::find(kBodiless.begin(), kBodiless.end(), name) - kBodiless.begin())];
        if (absent) return std::string_view::npos;
        for (pos = page_.find("</", pos); pos != std::string_view::npos;
             pos = page_.find("</", pos + 2)) {
            if (equals_lowered(page_.substr(pos + 2, name.size()), name)) return pos;
        }
        absent = true;
        return pos;
    }

    // `pos` is behind the `<`.
    StartTag read_start_tag(std::size_t pos) {
        StartTag tag;
        std::size_t at = pos;
        while (at < page_.size() && !is_ascii_space(page_[at]) && page_[at] != '>' &&
               page_[at] != '/') {
            ++at;
        }
        tag.name = page_.substr(pos, at - pos);
        std::size_t attributes = 0;
        while (at < page_.size() && page_[at] != '>') {
            while (at < page_.size() && (is_ascii_space(page_[at]) || page_[at] == '/')) ++at;
            if (at >= page_.size() || page_[at] == '>') break;
            const std::size_t name = at;
            while (at < page_.size() && !is_ascii_space(page_[at]) && page_[at] != '>' &&
                   page_[at] != '/' && page_[at] != '=') {
                ++at;
            }
            const std::string_view attribute = page_.substr(name, at - name);
            const std::size_t value = at;
            at = behind_value(at);
            if (at == std::string_view::npos) break;
            const std::string_view given = page_.substr(value, at - value);
            if (attributes >= kMostAttributes || !is_kept(tag.name, attribute, given)) {
                leave_out(name, at);
                continue;
            }
            ++attributes;
            if (given.find("ld+json") != std::string_view::npos) tag.linked_data = true;
        }
        tag.unfinished = at >= page_.size();
        if (tag.unfinished) return tag;
        tag.closed = page_[at - 1] == '/';
        tag.end = at + 1;
        return tag;
    }

    // Behind `= value`, if one stands at `pos`; npos where a quotation mark is not closed.
    [[nodiscard]] std::size_t behind_value(std::size_t pos) const {
        std::size_t at = pos;
        while (at < page_.size() && is_ascii_space(page_[at])) ++at;
        if (at >= page_.size() || page_[at] != '=') return pos;
        ++at;
        while (at < page_.size() && is_ascii_space(page_[at])) ++at;
        if (at >= page_.size()) return at;
        if (page_[at] == '"' || page_[at] == '\'') {
            const std::size_t close = page_.find(page_[at], at + 1);
            return close == std::string_view::npos ? close : close + 1;
        }
        while (at < page_.size() && !is_ascii_space(page_[at]) && page_[at] != '>') ++at;
        return at;
    }

    // `value` begins with its equals sign, if there is one.
    [[nodiscard]] static bool is_kept(std::string_view tag, std::string_view name,
                                      std::string_view value) {
        if (name.empty() || name.size() > kLongestTagName) return false;
        std::array<char, kLongestTagName> lower{};
        std::transform(name.begin(), name.end(), lower.begin(), lowered);
        const AttributeName known = find_attribute({lower.data(), name.size()});
        const auto holds = [&](std::string_view part) {
            return value.find(part) != std::string_view::npos;
        };
        switch (known) {
            case AttributeName::Title: {
                const std::size_t first = value.find_first_not_of("= \t\n\r\"'");
                return first != std::string_view::npos && value[first] >= '0' &&
                       value[first] <= '9';
            }
            case AttributeName::Href:
                return equals_lowered(tag, "link") || leads_to_author(value);
            case AttributeName::Style:
                return holds("none") || holds("hidden") || holds("NONE") || holds("HIDDEN");
            default:
                return known != AttributeName::None;
        }
    }

    std::string_view page_;
    StrippedPage result_;
    std::size_t copied_ = 0;  // bytes of the page that have been dealt with
    std::array<bool, kBodiless.size()> absent_{};
};

}  // namespace

bool leads_to_author(std::string_view href) noexcept {
    return std::any_of(kAuthorPaths.begin(), kAuthorPaths.end(), [&](std::string_view path) {
        return href.find(path) != std::string_view::npos;
    });
}

StrippedPage strip_page(std::string_view page) {
    return Stripper(page).strip();
}

}  // namespace tidings::report
