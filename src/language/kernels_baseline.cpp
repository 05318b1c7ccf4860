// Kernels for every machine the compiler targets: SSE2 on x86-64, NEON on ARM.
#include "kernels.hpp"

#define KERNEL_LANES 4
#if defined(__aarch64__)
#define KERNEL_ROWS 6
#define KERNEL_VECTORS 4
#else
#define KERNEL_ROWS 3
#define KERNEL_VECTORS 4
#endif
#include "kernels_body.hpp"

namespace tidings::language {

const Kernels* baseline_kernels() noexcept {
    static constexpr Kernels kTable = make_kernels("baseline");
    return &kTable;
}

}  // namespace tidings::language
