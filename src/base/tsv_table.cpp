#include "base/tsv_table.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <stdexcept>

#include <fmt/format.h>

#include "base/mapped_file.hpp"

namespace tidings {
namespace detail {

struct TsvContent {
    std::string file;
    std::string text;
    TsvColumns declared;
    std::vector<std::string> header;  // as the file orders them
    std::vector<TsvRow> rows;
    std::vector<Span> cells;

    static constexpr std::size_t kAbsent = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::size_t index_of(std::string_view column) const {
        const auto found = std::find(header.begin(), header.end(), column);
        if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
        const auto& optional = declared.optional;
        if (std::find(optional.begin(), optional.end(), column) == optional.end()) {
            throw std::logic_error(fmt::format("{}: column \"{}\" was not declared", file, column));
        }
        return kAbsent;
    }

    [[nodiscard]] Error error_at(Span line, std::uint32_t line_number, std::size_t byte,
                                 std::string message, std::string hint) const {
        const std::string_view excerpt = slice(text, line);
        const std::size_t before = std::min<std::size_t>(byte - line.start, excerpt.size());
        const auto column = static_cast<std::uint32_t>(utf8::count(excerpt.substr(0, before)) + 1);
        return Error{ErrorKind::Config,    std::move(message), file, line_number, column,
                     std::string(excerpt), std::move(hint)};
    }

    Status read();
    Status read_header(Span line, std::uint32_t number);
    Status read_row(Span line, std::uint32_t number);
    Status check_encoding(Span line, std::uint32_t number) const;
};

namespace {

/// Appends the cells of one line.
void split_cells(std::string_view text, Span line, std::vector<Span>& cells) {
    std::uint32_t start = line.start;
    for (std::uint32_t pos = line.start; pos <= line.end; ++pos) {
        if (pos < line.end && text[pos] != '\t') continue;
        Span cell{start, pos};
        while (!cell.empty() && text[cell.start] == ' ') ++cell.start;
        while (!cell.empty() && text[cell.end - 1] == ' ') --cell.end;
        cells.push_back(cell);
        start = pos + 1;
    }
}

std::string quoted_list(const std::vector<std::string>& names) {
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Status TsvContent::check_encoding(Span line, std::uint32_t number) const {
    const std::string_view bytes = slice(text, line);
    if (utf8::is_valid(bytes)) return {};
    std::size_t pos = 0;
    for (;;) {
        const utf8::Decoded decoded = utf8::decode(bytes, pos);
        if (decoded.code_point == 0xFFFD && decoded.length == 1) break;
        pos += decoded.length;
    }
    Error error = error_at(line, number, line.start + pos, "the line is not valid UTF-8",
                           "save the file in the encoding UTF-8");
    error.excerpt = utf8::sanitize(error.excerpt);
    return tl::unexpected<Error>(std::move(error));
}

Status TsvContent::read_header(Span line, std::uint32_t number) {
    std::vector<std::string> known = declared.required;
    known.insert(known.end(), declared.optional.begin(), declared.optional.end());
    std::vector<Span> names;
    split_cells(text, line, names);
    for (const Span cell : names) {
        const std::string name(slice(text, cell));
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string near = nearest(name, known);
            return tl::unexpected<Error>(
                error_at(line, number, cell.start, fmt::format("unknown column \"{}\"", name),
                         near.empty() ? "the columns are: " + quoted_list(known)
                                      : fmt::format("did you mean \"{}\"?", near)));
        }
        if (std::find(header.begin(), header.end(), name) != header.end()) {
            return tl::unexpected<Error>(error_at(
                line, number, cell.start, fmt::format("column \"{}\" is named twice", name), {}));
        }
        header.push_back(name);
    }
    for (const std::string& name : declared.required) {
        if (std::find(header.begin(), header.end(), name) != header.end()) continue;
        return tl::unexpected<Error>(
            error_at(line, number, line.end, fmt::format("column \"{}\" is missing", name),
                     "the first line names the columns, set apart by tabs"));
    }
    return {};
}

Status TsvContent::read_row(Span line, std::uint32_t number) {
    const std::size_t first = cells.size();
    split_cells(text, line, cells);
    const std::span<const Span> found(cells.data() + first, cells.size() - first);
    if (found.size() > header.size()) {
        return tl::unexpected<Error>(error_at(
            line, number, found[header.size()].start,
            fmt::format("{} cells where the table has {} columns", found.size(), header.size()),
            "cells are set apart by one tab each"));
    }
    for (std::size_t i = found.size(); i < header.size(); ++i) {
        const auto& required = declared.required;
        if (std::find(required.begin(), required.end(), header[i]) == required.end()) continue;
        return tl::unexpected<Error>(
            error_at(line, number, line.end,
                     fmt::format("{} cells where the table has {} columns; \"{}\" is missing",
                                 found.size(), header.size(), header[i]),
                     "cells are set apart by one tab each"));
    }
    TsvRow row;
    row.content_ = this;
    row.line_ = number;
    row.span_ = line;
    row.first_cell_ = static_cast<std::uint32_t>(first);
    row.cell_count_ = static_cast<std::uint32_t>(found.size());
    rows.push_back(row);
    return {};
}

Status TsvContent::read() {
    if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
        return tidings::fail(ErrorKind::Config, "the table is larger than 4 GiB", file);
    }
    const bool valid = utf8::is_valid(text);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    rows.reserve(lines);
    cells.reserve(lines * (declared.required.size() + declared.optional.size()));
    std::size_t pos = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::uint32_t number = 1; pos < text.size(); ++number) {
        const std::size_t line_end = std::min(text.find('\n', pos), text.size());
        Span line{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(line_end)};
        pos = line_end + 1;
        if (!line.empty() && text[line.end - 1] == '\r') --line.end;
        if (!valid) {
            if (Status status = check_encoding(line, number); !status) return status;
        }
        if (trim(slice(text, line)).empty() || text[line.start] == '#') continue;
        Status status = header.empty() ? read_header(line, number) : read_row(line, number);
        if (!status) return status;
    }
    if (header.empty()) {
        return tidings::fail(ErrorKind::Config, "the table is empty", file,
                             "its first line names the columns: " + quoted_list(declared.required));
    }
    return {};
}

}  // namespace detail

std::string_view TsvRow::operator[](std::string_view column) const {
    return cell(content_->index_of(column));
}

std::string_view TsvRow::cell(std::size_t index) const {
    if (index >= cell_count_) return {};
    return slice(content_->text, content_->cells[first_cell_ + index]);
}

std::string_view TsvRow::text() const {
    return slice(content_->text, span_);
}

Error TsvRow::error(std::string_view column, std::string message, std::string hint,
                    std::size_t offset) const {
    const std::size_t index = content_->index_of(column);
    const std::size_t byte = index < cell_count_
                                 ? content_->cells[first_cell_ + index].start + offset
                                 : std::size_t{span_.end};
    return content_->error_at(span_, line_, byte, std::move(message), std::move(hint));
}

Result<TsvTable> TsvTable::load(const std::string& path, const TsvColumns& columns) {
    Result<std::string> text = read_file(path);
    if (!text) return tl::unexpected<Error>(std::move(text.error()));
    return parse(std::move(*text), path, columns);
}

Result<TsvTable> TsvTable::parse(std::string text, const std::string& name,
                                 const TsvColumns& columns) {
    auto content = std::make_shared<detail::TsvContent>();
    content->file = name;
    content->text = std::move(text);
    content->declared = columns;
    if (Status status = content->read(); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    TsvTable table;
    table.content_ = std::move(content);
    return table;
}

const std::vector<TsvRow>& TsvTable::rows() const noexcept {
    return content_->rows;
}

const std::string& TsvTable::file() const noexcept {
    return content_->file;
}

std::size_t TsvTable::column(std::string_view column) const {
    return content_->index_of(column);
}

bool TsvTable::has(std::string_view column) const {
    return content_->index_of(column) != detail::TsvContent::kAbsent;
}

}  // namespace tidings
