// spaCy's lookup tables (`lookups.bin`).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

#include "language/msgpack_value.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// The tables of one lookups.bin: a map from table name to a map from string ids to values.
class Lookups {
  public:
    [[nodiscard]] static Result<Lookups> read(const PipelineSource& source, std::string_view path);

    /// The table's map, or a missing value.
    [[nodiscard]] MsgpackValue table(std::string_view name) const noexcept;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
    std::unique_ptr<std::string> bytes_;  // the document's views stay valid when this is moved
    MsgpackDocument document_;
};

/// The id of a table's key: keys are numbers already, or strings.
[[nodiscard]] std::uint64_t lookup_key(const MsgpackValue& key) noexcept;

}  // namespace tidings::language
