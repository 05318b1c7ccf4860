#include "ingest/table_row.hpp"

#include <algorithm>

namespace tidings::ingest {
namespace {

constexpr std::size_t kMostColumns = 4096;
constexpr std::size_t kMostWasted = std::size_t{64} << 20U;

}  // namespace

std::string& RowReader::next_field() {
    if (used_ == fields_.size()) fields_.emplace_back();
    std::string& field = fields_[used_++];
    field.clear();
    return field;
}

// A field that `text[pos]` opens; leaves `pos` behind it.
RowReader::Quoted RowReader::read_quoted(std::string_view text, std::size_t& pos, bool ended) {
    if (wasted_ > kMostWasted) return Quoted::NoField;
    const std::size_t start = pos + 1;
    const auto is_end = [&](std::size_t at) {
        return at >= text.size() || text[at] == separator_ || text[at] == '\n' || text[at] == '\r';
    };
    std::size_t at = start;
    for (;;) {
        at = std::min(text.find('"', at), text.size());
        if (at - start > max_quoted_) break;
        if (at + 1 >= text.size() && !ended) return Quoted::NeedsMore;
        if (at == text.size()) break;
        if (at + 1 < text.size() && text[at + 1] == '"') {
            at += 2;
            continue;
        }
        if (!is_end(at + 1)) break;
        std::string& field = next_field();
        field.reserve(at - start);
        for (std::size_t i = start; i < at; ++i) {
            field += text[i];
            if (text[i] == '"') ++i;  // the second of two
        }
        pos = at + 1;
        return Quoted::Field;
    }
    wasted_ += at - start;
    return Quoted::NoField;
}

RowReader::Outcome RowReader::read(std::string_view text, bool ended) {
    used_ = 0;
    std::size_t pos = 0;
    for (;;) {
        Quoted quoted = Quoted::NoField;
        if (pos < text.size() && text[pos] == '"' && used_ < kMostColumns) {
            quoted = read_quoted(text, pos, ended);
            if (quoted == Quoted::NeedsMore) return Outcome::NeedsMore;
        }
        if (quoted == Quoted::NoField) {
            std::size_t end = pos;
            while (end < text.size() && text[end] != '\n' &&
                   (text[end] != separator_ || used_ + 1 >= kMostColumns)) {
                ++end;
            }
            if (end == text.size() && !ended) return Outcome::NeedsMore;
            std::string_view field = text.substr(pos, end - pos);
            if (end == text.size() || text[end] == '\n') {
                while (field.ends_with('\r')) field.remove_suffix(1);
            }
            next_field() = field;
            pos = end;
        }
        while (pos < text.size() && text[pos] == '\r' && text[pos] != separator_) ++pos;
        if (pos >= text.size() && !ended) return Outcome::NeedsMore;
        if (pos < text.size() && text[pos] == separator_) {
            ++pos;
            continue;
        }
        consumed_ = std::min(pos + 1, text.size());
        fields_.resize(used_);
        return Outcome::Row;
    }
}

}  // namespace tidings::ingest
