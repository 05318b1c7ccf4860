// Kernels for AVX-512.
#include "kernels.hpp"

#if defined(__x86_64__)
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx2,fma"))), \
                             apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512dq,avx2,fma")
#endif
#define KERNEL_LANES 16
#define KERNEL_ROWS 12
#define KERNEL_VECTORS 2
#include "kernels_body.hpp"
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif

namespace tidings::language {

const Kernels* avx512_kernels() noexcept {
#if defined(__x86_64__)
    static constexpr Kernels kTable = make_kernels("avx512");
    return &kTable;
#else
    return nullptr;
#endif
}

}  // namespace tidings::language
