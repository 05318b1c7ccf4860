// Kernels for AVX2 with FMA.
#include "kernels.hpp"

#if defined(__x86_64__)
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,fma")
#endif
#define KERNEL_LANES 8
#define KERNEL_ROWS 6
#define KERNEL_VECTORS 2
#include "kernels_body.hpp"
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif

namespace tidings::language {

const Kernels* avx2_kernels() noexcept {
#if defined(__x86_64__)
    static constexpr Kernels kTable = make_kernels("avx2");
    return &kTable;
#else
    return nullptr;
#endif
}

}  // namespace tidings::language
