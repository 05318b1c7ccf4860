// One row of a table of comma- or tab-separated values (RFC 4180).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidings::ingest {

/// Splits rows. A field that begins with a quotation mark ends at the next one that a separator or
/// the row's end follows; two of them inside it stand for one. Where there is no such end the
/// quotation mark is the field's first letter. White space belongs to the fields.
class RowReader {
  public:
    explicit RowReader(char separator) : separator_(separator) {}

    enum class Outcome : std::uint8_t { Row, NeedsMore };
    /// Splits the row that begins at the front of `text`; `ended` says that nothing follows
    /// `text`. After Row, fields() and consumed() are the row's; after NeedsMore the same text is
    /// wanted again with more behind it.
    Outcome read(std::string_view text, bool ended);
    /// A longer field than this is none: its quotation mark is taken for a letter.
    void limit_quoted(std::size_t bytes) { max_quoted_ = bytes; }

    [[nodiscard]] const std::vector<std::string>& fields() const noexcept { return fields_; }
    [[nodiscard]] std::vector<std::string>& fields() noexcept { return fields_; }
    [[nodiscard]] std::size_t consumed() const noexcept { return consumed_; }

  private:
    enum class Quoted : std::uint8_t { Field, NoField, NeedsMore };
    Quoted read_quoted(std::string_view text, std::size_t& pos, bool ended);
    std::string& next_field();

    char separator_;
    std::size_t max_quoted_ = std::size_t{8} << 20U;
    std::vector<std::string> fields_;
    std::size_t used_ = 0;
    std::size_t consumed_ = 0;
    std::size_t wasted_ = 0;  // bytes searched for ends of quotations that have none
};

}  // namespace tidings::ingest
