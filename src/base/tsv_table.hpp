// Reader of the project's data tables: UTF-8 text, one record a line, cells set apart by tabs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/text.hpp>

namespace tidings {

/// The columns a table may have. The file may name them in any order.
struct TsvColumns {
    std::vector<std::string> required;
    std::vector<std::string> optional;
};

namespace detail {
struct TsvContent;
}

/// One record. Valid as long as its table, or what the table was moved to, lives.
class TsvRow {
  public:
    /// The cell of a declared column, without surrounding spaces; empty where the file leaves the
    /// column out. Asking for an undeclared column is a mistake in the program and throws.
    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    /// The same by the number that TsvTable::column() gives: for long tables.
    [[nodiscard]] std::string_view cell(std::size_t index) const;
    /// The whole line, without its line end.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::uint32_t line() const noexcept { return line_; }
    /// An ErrorKind::Config error that points at the cell of `column`, `offset` bytes into it.
    [[nodiscard]] Error error(std::string_view column, std::string message, std::string hint = {},
                              std::size_t offset = 0) const;
    /// The same, ready to be returned from a function that gives a Result.
    [[nodiscard]] tl::unexpected<Error> fail(std::string_view column, std::string message,
                                             std::string hint = {}, std::size_t offset = 0) const {
        return tl::unexpected<Error>(error(column, std::move(message), std::move(hint), offset));
    }

  private:
    friend struct detail::TsvContent;
    const detail::TsvContent* content_ = nullptr;
    std::uint32_t line_ = 0;
    Span span_;                     // the line in the file
    std::uint32_t first_cell_ = 0;  // into TsvContent::cells
    std::uint32_t cell_count_ = 0;
};

/// A table as read and checked. The first line that is neither empty nor a `#` comment names the
/// columns. Empty lines and lines that begin with `#` are passed over, `\r\n` and a byte order mark
/// are accepted. A row may leave out optional columns at its end; any other number of cells, an
/// unknown, missing or doubled column, and invalid UTF-8 are errors with file, line and column.
class TsvTable {
  public:
    [[nodiscard]] static Result<TsvTable> load(const std::string& path, const TsvColumns& columns);
    /// `name` stands for the file in messages.
    [[nodiscard]] static Result<TsvTable> parse(std::string text, const std::string& name,
                                                const TsvColumns& columns);

    [[nodiscard]] const std::vector<TsvRow>& rows() const noexcept;
    [[nodiscard]] const std::string& file() const noexcept;
    /// True if the file has this optional column.
    [[nodiscard]] bool has(std::string_view column) const;
    /// The number of a declared column for TsvRow::cell(); cells of a column that the file leaves
    /// out are empty.
    [[nodiscard]] std::size_t column(std::string_view column) const;

  private:
    std::shared_ptr<const detail::TsvContent> content_;
};

}  // namespace tidings
