// Compiled regular expressions (PCRE2 with JIT), with limits so that no input can hang them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

namespace tidings::language {

/// Match data and stack of one thread, for all expressions.
class RegexScratch {
  public:
    RegexScratch();
    ~RegexScratch();
    RegexScratch(RegexScratch&&) noexcept;
    RegexScratch& operator=(RegexScratch&&) noexcept;

    struct Impl;
    [[nodiscard]] Impl& impl() const noexcept { return *impl_; }

  private:
    std::unique_ptr<Impl> impl_;
};

/// A compiled pattern. Immutable, shared by threads.
class Regex {
  public:
    struct Match {
        std::size_t start = 0;
        std::size_t end = 0;
    };

    /// Compiles a PCRE2 pattern with UTF and UCP. `anchored` matches only where the search begins.
    [[nodiscard]] static Result<Regex> compile(const std::string& pattern, bool anchored);
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    /// The leftmost match that begins at byte `from` or later. `subject` is valid UTF-8 and `from`
    /// a character's start; look-behinds see all of `subject`. With `not_empty`, no empty match at
    /// `from`. A search that goes over its limits finds nothing.
    [[nodiscard]] std::optional<Match> search(std::string_view subject, RegexScratch& scratch,
                                              std::size_t from = 0, bool not_empty = false) const;

  private:
    struct Impl;
    explicit Regex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tidings::language
