// SPDX-License-Identifier: Apache-2.0
// Interrupts: SIGINT, SIGTERM and SIGHUP end the program within a second and leave nothing half done.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace hanqing {

/// One in the program. Made before any other thread, since all threads inherit its signal mask.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    /// True once a signal came: who works in pieces stops after the one in hand.
    [[nodiscard]] const std::atomic<bool>& stop() const { return stop_; }
    /// From now on the command stops by itself where it can; only what takes too long is cut off.
    void expect_graceful_end() { graceful_ = true; }
    /// Where temporary files of this process may lie when it is cut off.
    void sweep_at_end(const std::string& folder);
    /// Waits for a signal, at most so long; true when it came.
    bool wait(std::chrono::milliseconds time);

private:
    void listen();
    [[noreturn]] void cut_off();

    std::atomic<bool> stop_ = false, graceful_ = false, over_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string folder_;
    std::thread thread_;
};

}  // namespace hanqing
