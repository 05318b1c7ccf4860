#include "report/page/page_title.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <tidings/text.hpp>

#include "base/cut.hpp"
namespace tidings::report {
namespace {

constexpr std::size_t kLongestTitle = 400;  // bytes
constexpr std::size_t kFewWords = 5;        // of a site's name

constexpr bool is_alnum(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

// What stands between a title and the site's name, always with a space before and behind.
constexpr std::array<std::string_view, 12> kSeparators{
    " | ",        " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ",
    " \xC2\xAB ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " // ",           " < ",  " > "};

std::string collapse(std::string_view text) {
    std::string result;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            space = !result.empty();
            continue;
        }
        if (space) result += ' ';
        space = false;
        result += c;
    }
    return result;
}

std::size_t count_words(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::vector<std::string_view> parts_of(std::string_view title) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (std::size_t pos = 0; pos < title.size(); ++pos) {
        if (title[pos] != ' ') continue;
        for (const std::string_view separator : kSeparators) {
            if (!title.substr(pos).starts_with(separator)) continue;
            parts.push_back(title.substr(start, pos - start));
            start = pos + separator.size();
            pos = start - 1;
            break;
        }
    }
    parts.push_back(title.substr(start));
    return parts;
}

bool is_site(std::string_view part, const std::string& bare_site) {
    const std::string text = bare(part);
    if (text.empty()) return true;
    if (bare_site.empty()) return false;
    return text == bare_site || (text.size() > 3 && bare_site.find(text) != std::string::npos) ||
           (bare_site.size() > 3 && text.find(bare_site) != std::string::npos &&
            count_words(part) <= kFewWords);
}

// A heading that says what a source says, as far as either goes.
bool agrees(const std::string& heading, const std::string& source) {
    if (heading.empty() || source.empty()) return false;
    if (heading == source) return true;
    if (heading.size() >= 8 && source.find(heading) != std::string::npos) return true;
    return source.size() >= 8 && heading.find(source) != std::string::npos;
}

}  // namespace

std::string bare(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size();) {
        const char c = text[pos];
        // Dashes, quotation marks and spaces beyond ASCII: U+0080 to U+00BF, U+2000 to U+207F.
        if (c == '\xC2') {
            pos += 2;
        } else if (c == '\xE2' && pos + 1 < text.size() &&
                   (text[pos + 1] == '\x80' || text[pos + 1] == '\x81')) {
            pos += 3;
        } else {
            if (is_alnum(static_cast<unsigned char>(c))) {
                result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }
            ++pos;
        }
    }
    return result;
}

std::string strip_site(std::string_view title, std::string_view site) {
    std::string whole = collapse(utf8::cut(title, 2 * kLongestTitle));
    const std::vector<std::string_view> parts = parts_of(whole);
    if (parts.size() == 1) return whole;
    const std::string bare_site = bare(site);
    std::size_t first = 0;
    std::size_t last = parts.size();
    while (last - first > 1 && is_site(parts[last - 1], bare_site)) --last;
    while (last - first > 1 && is_site(parts[first], bare_site)) ++first;
    // Without a name to compare: a short last part behind a longer one.
    if (first == 0 && last == parts.size() && count_words(parts.back()) <= kFewWords &&
        count_words(parts.front()) > count_words(parts.back())) {
        --last;
    }
    const auto start = static_cast<std::size_t>(parts[first].data() - whole.data());
    const auto end =
        static_cast<std::size_t>(parts[last - 1].data() - whole.data()) + parts[last - 1].size();
    return whole.substr(start, end - start);
}

std::string choose_title(const TitleSources& sources, const PageBlocks& blocks) {
    const std::string site = sources.site;
    std::vector<std::string> candidates;
    for (const std::string& source : {sources.headline, sources.meta, sources.document}) {
        if (!trim(source).empty()) candidates.push_back(strip_site(source, site));
    }
    std::string only_heading;
    std::size_t headings = 0;
    for (const PageBlock& block : blocks.blocks) {
        if (block.tag != Tag::H1 || is_dropped(block.zone)) continue;
        const std::string_view text = blocks.of(block);
        if (text.size() > kLongestTitle) continue;
        const std::string heading = bare(text);
        if (!is_site(text, bare(site))) ++headings;
        for (const std::string& candidate : candidates) {
            if (agrees(heading, bare(candidate))) return collapse(text);
        }
        if (only_heading.empty() && count_words(text) >= 2 && !is_site(text, bare(site))) {
            only_heading = text;
        }
    }
    // The page's one heading is worded otherwise than its metadata, which were made for others.
    if (headings == 1 && !only_heading.empty()) return collapse(only_heading);
    const std::string bare_site = bare(site);
    for (const std::string& candidate : candidates) {
        if (bare(candidate) != bare_site) return std::string(utf8::cut(candidate, kLongestTitle));
    }
    return collapse(only_heading);
}

std::size_t find_title_block(std::string_view title, const PageBlocks& blocks) {
    const std::string wanted = bare(title);
    const std::size_t none = blocks.blocks.size();
    std::size_t found = none;
    std::size_t dropped = none;
    if (wanted.empty()) return none;
    for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
        const PageBlock& block = blocks.blocks[i];
        if (block.letters > kLongestTitle) continue;
        if (is_dropped(block.zone) && (block.tag != Tag::H1 || dropped != none)) continue;
        const std::string text = bare(blocks.of(block));
        const bool begins = text.size() >= 10 && wanted.starts_with(text);
        const bool holds = wanted.size() >= 10 && text.starts_with(wanted);
        if (text != wanted && !begins && !holds) continue;
        if (is_dropped(block.zone)) {
            dropped = i;
            continue;
        }
        if (block.tag == Tag::H1) return i;
        if (found == none || (is_heading(block.tag) && !is_heading(blocks.blocks[found].tag))) {
            found = i;
        }
    }
    const bool heading = found != none && is_heading(blocks.blocks[found].tag);
    return heading || dropped == none ? found : dropped;
}

}  // namespace tidings::report
