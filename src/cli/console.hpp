// What the command says to people: errors, progress, and output that survives a closed pipe.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

namespace tidings::cli {

/// Exit statuses of the contract.
enum class Exit : int {
    Ok = 0,
    NothingFound = 1,
    Usage = 2,
    SomeInputsFailed = 3,
    OutputFailed = 4,
    Interrupted = 130,
};

[[nodiscard]] Exit exit_for(ErrorKind kind) noexcept;

/// Prints `tidings: error: …` (or `warning`) on standard error.
void print_error(const Error& error);
void print_warning(std::string_view subject, std::string_view message);

[[nodiscard]] bool stdout_is_terminal() noexcept;
/// Columns of the terminal; 100 where standard output is none.
[[nodiscard]] unsigned terminal_width() noexcept;
/// Colour only for people: a terminal, and NO_COLOR unset.
[[nodiscard]] bool use_colour() noexcept;

/// Ctrl-C asks to stop after the reports in flight; a second one ends the program at once.
void install_signal_handlers();
[[nodiscard]] bool interrupted() noexcept;

/// Standard output. A reader that goes away (`| head`) is no error: writing stops quietly.
class Output {
  public:
    /// False once nothing more can be written.
    bool write(std::string_view text);
    bool flush();
    [[nodiscard]] bool closed() const noexcept { return closed_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }

  private:
    bool closed_ = false;
    bool failed_ = false;
};

/// Progress on standard error: a line that is rewritten on a terminal once a run takes longer than
/// two seconds, else a plain line every thirty seconds.
class Progress {
  public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void update(std::uint64_t reports, std::uint64_t bytes);

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_;
    Clock::time_point last_;
    bool terminal_ = false;
    bool shown_ = false;
};

}  // namespace tidings::cli
