#include "cli/layout.hpp"

#include <algorithm>

#include <tidings/text.hpp>

namespace tidings::cli {

std::string one_line(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

std::string cut(std::string_view text, std::size_t width) {
    if (utf8::count(text) <= width) return std::string(text);
    std::string result;
    std::size_t at = 0;
    for (std::size_t n = 0; n + 1 < width && at < text.size(); ++n) {
        const auto decoded = utf8::decode(text, at);
        result += text.substr(at, decoded.length);
        at += decoded.length;
    }
    return result + "\u2026";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    std::size_t used = 0;
    bool line_start = true;
    std::size_t lead = 0;
    while (lead < text.size() && text[lead] == ' ') ++lead;
    out.append(lead, ' ');
    used = lead;
    for (const std::string_view word : split(text.substr(lead), ' ')) {
        const std::size_t length = utf8::count(word);
        if (!line_start && used + 1 + length > width) {
            out += '\n';
            out.append(indent, ' ');
            used = indent;
            line_start = true;
        }
        if (!line_start) {
            out += ' ';
            ++used;
        }
        out += word;
        used += length;
        line_start = false;
    }
    return out + "\n";
}

std::string columns(const std::vector<std::vector<std::string>>& rows, std::size_t width) {
    if (rows.empty()) return {};
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], utf8::count(row[i]));
        }
    }
    const auto total = [&] {
        std::size_t sum = 2;
        for (const std::size_t w : widths) sum += w + 2;
        return sum - 2;
    };
    while (total() > width) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= 10) break;
        --*widest;
    }
    std::string out;
    for (const auto& row : rows) {
        std::string line = "  ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string field = cut(row[i], widths[i]);
            line += field;
            if (i + 1 < row.size()) line.append(widths[i] + 2 - utf8::count(field), ' ');
        }
        while (!line.empty() && line.back() == ' ') line.pop_back();
        out += line + "\n";
    }
    return out;
}

std::string bold(const std::string& text, bool colour) {
    return colour ? "\033[1m" + text + "\033[0m" : text;
}

}  // namespace tidings::cli
