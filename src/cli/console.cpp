#include "cli/console.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tidings::cli {

namespace {

std::atomic<int> g_interrupts{0};  // written by the signal handler only

void on_interrupt(int) {
    if (g_interrupts.fetch_add(1) > 0) _exit(static_cast<int>(Exit::Interrupted));
}

}  // namespace

Exit exit_for(ErrorKind kind) noexcept {
    switch (kind) {
        case ErrorKind::Input:
            return Exit::SomeInputsFailed;
        case ErrorKind::Store:
            return Exit::OutputFailed;
        default:
            return Exit::Usage;
    }
}

void print_error(const Error& error) {
    fmt::print(stderr, "tidings: error: {}\n", error.to_string());
}

void print_warning(std::string_view subject, std::string_view message) {
    fmt::print(stderr, "tidings: warning: {}: {}\n", subject, message);
}

bool stdout_is_terminal() noexcept {
    return isatty(STDOUT_FILENO) == 1;
}

unsigned terminal_width() noexcept {
    winsize size{};
    if (stdout_is_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
        return size.ws_col;
    }
    return 100;
}

bool use_colour() noexcept {
    const char* no_colour = std::getenv("NO_COLOR");
    return stdout_is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

void install_signal_handlers() {
    struct sigaction action{};
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() noexcept {
    return g_interrupts.load() > 0;
}

bool Output::write(std::string_view text) {
    if (closed_ || failed_) return false;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
    closed_ = errno == EPIPE;
    failed_ = !closed_;
    return false;
}

bool Output::flush() {
    if (closed_ || failed_) return !failed_;
    if (std::fflush(stdout) == 0) return true;
    closed_ = errno == EPIPE;
    failed_ = !closed_;
    return !failed_;
}

Progress::Progress() : start_(Clock::now()), last_(start_), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (terminal_ && shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::update(std::uint64_t reports, std::uint64_t bytes) {
    const auto now = Clock::now();
    const auto wait = terminal_ ? std::chrono::milliseconds(shown_ ? 200 : 2000)
                                : std::chrono::milliseconds(30000);
    if (now - last_ < wait) return;
    last_ = now;
    shown_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    fmt::print(stderr, "{}{} reports, {:.1f} MB, {:.0f} s, {:.0f} reports/s{}",
               terminal_ ? "\r\033[K" : "tidings: ", reports, static_cast<double>(bytes) / 1e6,
               seconds, static_cast<double>(reports) / seconds, terminal_ ? "" : "\n");
}

}  // namespace tidings::cli
