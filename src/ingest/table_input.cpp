// Tables with a header, comma-, semicolon- or tab-separated: one report a row.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/reading.hpp"
#include "ingest/sniff.hpp"
#include "ingest/table_row.hpp"

namespace tidings::ingest {
namespace {

class TableReader {
  public:
    TableReader(const Reading& reading, char separator)
        : reading_(reading), buffer_(reading.buffer), rows_(separator) {
        rows_.limit_quoted(reading.limits.max_row_bytes);
    }

    bool read() {
        if (!next_row()) return end();
        for (const std::string& column : rows_.fields()) {
            columns_.push_back(reading_.fields.find_column(trim(column)));
        }
        while (next_row()) {
            if (!read_row()) return false;
        }
        return end();
    }

  private:
    bool end() {
        reading_.tell_source_error();
        return true;
    }

    // The next row that can be read; false at the end.
    bool next_row() {
        const std::size_t limit = reading_.limits.max_row_bytes;
        for (;;) {
            line_ = next_line_;
            const std::string_view seen = find_row();
            // A row cut off by a failing source is no row of the table's own.
            if (seen.empty()) return false;
            if (rows_.consumed() <= limit) {
                const std::string_view row = seen.substr(0, rows_.consumed());
                next_line_ += static_cast<std::uint32_t>(std::count(row.begin(), row.end(), '\n'));
                buffer_.consume(row.size());
                return true;
            }
            reading_.tell(fmt::format("the row is longer than {} bytes", limit), line_);
            (void)buffer_.next_line(0);
            ++next_line_;
        }
    }

    // Splits the row at the front of what it returns; nothing at the end.
    std::string_view find_row() {
        // A quotation that begins in the longest row may take as long again to be none.
        const std::size_t most = 2 * reading_.limits.max_row_bytes + 2;
        std::string_view seen = buffer_.peek(1);
        while (!seen.empty() && rows_.read(seen, false) != RowReader::Outcome::Row) {
            const std::size_t before = seen.size();
            if (before <= most) seen = buffer_.peek(before * 2);
            if (seen.size() > before) continue;
            if (buffer_.error()) return {};
            rows_.read(seen, true);
            break;
        }
        return seen;
    }

    bool read_row() {
        std::vector<std::string>& cells = rows_.fields();
        if (cells.size() == 1 && trim(cells.front()).empty()) return true;  // an empty line
        // Empty cells behind the last column are common; others mean that the row fell apart.
        while (cells.size() > columns_.size() && trim(cells.back()).empty()) cells.pop_back();
        if (cells.size() > columns_.size()) {
            reading_.tell(
                fmt::format("the row has {} cells, the header {}", cells.size(), columns_.size()),
                line_, "a cell with a separator in it needs quotation marks around it");
            return true;
        }
        FieldValues values;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& column = columns_[i];
            if (column) values.put(*column, std::move(cells[i]));
        }
        return deliver(values);
    }

    bool deliver(FieldValues& values) {
        const IngestLimits& limits = reading_.limits;
        if (!values.has_text()) {
            reading_.tell(fmt::format("the row has no cell for {}", reading_.fields.text_names()),
                          line_);
            return true;
        }
        if (values.text_bytes() > limits.max_document_bytes) {
            reading_.tell(fmt::format("the report's text has {} bytes; at most {} are read",
                                      values.text_bytes(), limits.max_document_bytes),
                          line_);
            return true;
        }
        Document document = values.take(reading_.numbered_id(line_));
        document.source_name = reading_.name.shown;
        document.source_line = line_;
        return reading_.on_document(std::move(document));
    }

    const Reading& reading_;
    InputBuffer& buffer_;
    RowReader rows_;
    std::vector<std::optional<FieldMap::Target>> columns_;
    std::uint32_t line_ = 1;
    std::uint32_t next_line_ = 1;
};

}  // namespace

bool read_table(const Reading& reading) {
    const char separator =
        separator_of(reading.buffer.peek(kSniffBytes), reading.fields).value_or(',');
    reading.skip_byte_order_mark();
    return TableReader(reading, separator).read();
}

}  // namespace tidings::ingest
