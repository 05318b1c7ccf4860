// Working memory for activations: row-major floats that grow and are reused.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "language/kernels.hpp"

namespace tidings::language {

/// Aligned floats. Growing does not keep the contents and never shrinks the memory.
class FloatBuffer {
  public:
    /// At least `count` floats; fresh memory is zero, reused memory holds what it held.
    float* resize(std::size_t count) {
        if (count > capacity_) {
            const std::size_t wanted = count + count / 2;
            data_.reset(static_cast<float*>(
                ::operator new(wanted * sizeof(float), std::align_val_t{kAlignment})));
            capacity_ = wanted;
            std::memset(data_.get(), 0, wanted * sizeof(float));
        }
        return data_.get();
    }
    /// As resize, but keeps the first `kept` floats.
    float* grow(std::size_t count, std::size_t kept) {
        if (count <= capacity_) return data_.get();
        FloatBuffer larger;
        larger.resize(count);
        if (kept > 0) std::memcpy(larger.data(), data_.get(), kept * sizeof(float));
        *this = std::move(larger);
        return data_.get();
    }
    [[nodiscard]] float* data() noexcept { return data_.get(); }
    [[nodiscard]] const float* data() const noexcept { return data_.get(); }

  private:
    static constexpr std::size_t kAlignment = 64;
    struct Free {
        void operator()(float* p) const noexcept {
            ::operator delete(p, std::align_val_t{kAlignment});
        }
    };
    std::unique_ptr<float, Free> data_;
    std::size_t capacity_ = 0;
};

/// Rows of `width` floats, padded to whole panels. Whoever fills the rows fills the padding too.
class Matrix {
  public:
    void resize(std::size_t rows, std::size_t width) {
        rows_ = rows;
        stride_ = padded_width(width);
        buffer_.resize(rows * stride_);
    }
    void clear_rows(std::size_t first, std::size_t last) noexcept {
        if (first < last) std::memset(row(first), 0, (last - first) * stride_ * sizeof(float));
    }
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t stride() const noexcept { return stride_; }
    [[nodiscard]] float* row(std::size_t r) noexcept { return buffer_.data() + r * stride_; }
    [[nodiscard]] const float* row(std::size_t r) const noexcept {
        return buffer_.data() + r * stride_;
    }

  private:
    FloatBuffer buffer_;
    std::size_t rows_ = 0;
    std::size_t stride_ = 0;
};

}  // namespace tidings::language
