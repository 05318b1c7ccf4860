#include "language/regex.hpp"

#include <array>
#include <new>
#include <utility>

#include <fmt/format.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace tidings::language {
namespace {

// Enough for any sane text; a pattern that backtracks further is taken not to match.
constexpr std::uint32_t kMatchLimit = 2'000'000;
constexpr std::uint32_t kHeapLimitKib = 16 * 1024;
constexpr std::size_t kStackStart = std::size_t{32} << 10U;
constexpr std::size_t kStackLimit = std::size_t{1} << 20U;

template <auto Function>
struct Release {
    template <typename T>
    void operator()(T* p) const {
        Function(p);
    }
};

using Code = std::unique_ptr<pcre2_code, Release<pcre2_code_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Release<pcre2_match_data_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Release<pcre2_match_context_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Release<pcre2_compile_context_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Release<pcre2_jit_stack_free>>;

}  // namespace

struct RegexScratch::Impl {
    MatchData data{pcre2_match_data_create(1, nullptr)};  // only the whole match is wanted
    JitStack stack{pcre2_jit_stack_create(kStackStart, kStackLimit, nullptr)};
    MatchContext context{pcre2_match_context_create(nullptr)};

    Impl() {
        if (data == nullptr || context == nullptr) throw std::bad_alloc();
        pcre2_set_match_limit(context.get(), kMatchLimit);
        pcre2_set_heap_limit(context.get(), kHeapLimitKib);
        if (stack != nullptr) pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    }
};

RegexScratch::RegexScratch() : impl_(std::make_unique<Impl>()) {}
RegexScratch::~RegexScratch() = default;
RegexScratch::RegexScratch(RegexScratch&&) noexcept = default;
RegexScratch& RegexScratch::operator=(RegexScratch&&) noexcept = default;

struct Regex::Impl {
    Code code;
};

Regex::Regex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(const std::string& pattern, bool anchored) {
    const CompileContext context(pcre2_compile_context_create(nullptr));
    if (context == nullptr) throw std::bad_alloc();
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    pcre2_set_compile_extra_options(context.get(), PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
    std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    if (anchored) options |= PCRE2_ANCHORED;
    int error = 0;
    PCRE2_SIZE offset = 0;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options,
                            &error, &offset, context.get()));
    if (code == nullptr) {
        std::array<PCRE2_UCHAR, 256> message{};
        pcre2_get_error_message(error, message.data(), message.size());
        return fail(ErrorKind::Config,
                    fmt::format("a pattern does not compile at byte {}: {}", offset,
                                reinterpret_cast<const char*>(message.data())));
    }
    // Without JIT (on a machine that has none) the interpreter gives the same matches.
    static_cast<void>(pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE));
    auto impl = std::make_unique<Impl>();
    impl->code = std::move(code);
    return Regex(std::move(impl));
}

std::optional<Regex::Match> Regex::search(std::string_view subject, RegexScratch& scratch,
                                          std::size_t from, bool not_empty) const {
    const std::uint32_t options =
        PCRE2_NO_UTF_CHECK | (not_empty ? PCRE2_NOTEMPTY_ATSTART : std::uint32_t{0});
    const char* text = subject.data() == nullptr ? "" : subject.data();
    const RegexScratch::Impl& state = scratch.impl();
    const int result =
        pcre2_match(impl_->code.get(), reinterpret_cast<PCRE2_SPTR>(text), subject.size(), from,
                    options, state.data.get(), state.context.get());
    if (result < 0) return std::nullopt;
    const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(state.data.get());
    return Match{offsets[0], offsets[1]};
}

}  // namespace tidings::language
