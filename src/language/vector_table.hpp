// Static word vectors (`vocab/vectors`, `vocab/key2row`) of the larger pipelines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <tidings/error.hpp>

#include "language/lexical_attribute.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// Rows of vectors by string number. Views the model file, which must outlive it.
class VectorTable {
  public:
    /// Writes the table if the pipeline has one. Fails on floret vectors and broken files.
    [[nodiscard]] static Status convert(const PipelineSource& source, ModelFileWriter& writer);
    /// An empty table where the model has none.
    [[nodiscard]] static Result<VectorTable> load(const ModelFile& model);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t width() const noexcept { return width_; }
    /// The attribute that vectors are looked up by.
    [[nodiscard]] LexicalAttribute attribute() const noexcept { return attribute_; }
    /// The vector (padded), or null where there is none.
    [[nodiscard]] const float* find(std::uint64_t key) const noexcept;
    /// The last row, which the first architectures used for unknown words; null if empty.
    [[nodiscard]] const float* last() const noexcept;

  private:
    std::span<const std::uint64_t> keys_;      // ascending
    std::span<const std::uint32_t> key_rows_;  // of the keys
    const float* data_ = nullptr;
    std::size_t rows_ = 0;
    std::size_t width_ = 0;
    LexicalAttribute attribute_ = LexicalAttribute::Orth;
};

}  // namespace tidings::language
