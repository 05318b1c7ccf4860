#include "kernels.hpp"

namespace tidings::language {

const Kernels& kernels() noexcept {
    static const Kernels& chosen = []() -> const Kernels& {
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512dq")) {
            return *avx512_kernels();
        }
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
            return *avx2_kernels();
        }
#endif
        return *baseline_kernels();
    }();
    return chosen;
}

}  // namespace tidings::language
