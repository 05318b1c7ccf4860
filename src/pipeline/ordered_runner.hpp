// Runs jobs on several threads and hands their results out in the order of submission.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tidings {

/// `work(thread, input)` runs on a worker; `emit(output)` runs on the thread that calls submit()
/// and finish(), in the order of submission. At most `4 × threads` inputs are in flight, so memory
/// stays bounded when the reader is faster than the workers. Not copyable; one submitting thread.
template <typename Input, typename Output>
class OrderedRunner {
  public:
    OrderedRunner(unsigned threads, std::function<Output(unsigned, Input&&)> work,
                  std::function<void(Output&&)> emit)
        : work_(std::move(work)),
          emit_(std::move(emit)),
          window_(4 * static_cast<std::uint64_t>(threads)) {
        for (unsigned i = 0; i < threads; ++i) {
            threads_.emplace_back([this, i] { run(i); });
        }
    }
    OrderedRunner(const OrderedRunner&) = delete;
    OrderedRunner& operator=(const OrderedRunner&) = delete;
    ~OrderedRunner() { finish(); }

    void submit(Input&& input) {
        {
            const std::lock_guard<std::mutex> lock(mutex_);
            queue_.emplace_back(submitted_++, std::move(input));
        }
        wake_workers_.notify_one();
        drain(window_);
    }

    /// Waits for all jobs and emits what is left. Safe to call twice.
    void finish() {
        if (finished_) return;
        finished_ = true;
        drain(0);
        {
            const std::lock_guard<std::mutex> lock(mutex_);
            stop_ = true;
        }
        wake_workers_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

  private:
    /// Emits finished results in order until at most `allowed` jobs are in flight.
    void drain(std::uint64_t allowed) {
        std::unique_lock<std::mutex> lock(mutex_);
        for (;;) {
            while (!results_.empty() && results_.begin()->first == emitted_) {
                Output output = std::move(results_.begin()->second);
                results_.erase(results_.begin());
                ++emitted_;
                lock.unlock();
                emit_(std::move(output));
                lock.lock();
            }
            if (submitted_ - emitted_ <= allowed) return;
            wake_emitter_.wait(
                lock, [this] { return !results_.empty() && results_.begin()->first == emitted_; });
        }
    }

    void run(unsigned thread) {
        for (;;) {
            std::unique_lock<std::mutex> lock(mutex_);
            wake_workers_.wait(lock, [this] { return stop_ || !queue_.empty(); });
            if (queue_.empty()) return;
            auto [number, input] = std::move(queue_.front());
            queue_.pop_front();
            lock.unlock();
            Output output = work_(thread, std::move(input));
            lock.lock();
            results_.emplace(number, std::move(output));
            lock.unlock();
            wake_emitter_.notify_one();
        }
    }

    std::function<Output(unsigned, Input&&)> work_;
    std::function<void(Output&&)> emit_;
    std::uint64_t window_;
    std::mutex mutex_;
    std::condition_variable wake_workers_;
    std::condition_variable wake_emitter_;
    std::deque<std::pair<std::uint64_t, Input>> queue_;
    std::map<std::uint64_t, Output> results_;
    std::uint64_t submitted_ = 0;
    std::uint64_t emitted_ = 0;
    bool stop_ = false;
    bool finished_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace tidings
