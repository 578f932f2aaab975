// SPDX-License-Identifier: Apache-2.0
// What one report may use up: time, memory, pages. A report that wants more is stopped and named, and the
// rest goes on. The stages ask between paragraphs and pages, where stopping leaves nothing half done.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace hanqing {

struct Limits {
    std::uint32_t pages = 20'000;
    std::uint32_t seconds = 600;
    std::uint64_t bytes = 4ULL << 30;  ///< Held at one time.
};

/// The account of one report. Several threads may work under it.
class Allowance {
public:
    /// `stop`, when given, ends the report as the user's signal does.
    explicit Allowance(const Limits& limits, const std::atomic<bool>* stop = nullptr);

    /// Failure "time-limit" {seconds}, "memory-limit" {bytes}, "stopped" {}.
    void check() const;
    /// Failure "page-limit" {limit}.
    void check_pages(std::size_t count) const;

    /// Called by the allocator: `bytes` more, or less. False when so much is held that asking nicely is over.
    bool take(std::int64_t bytes) noexcept;

private:
    Limits limits_;
    const std::atomic<bool>* stop_;
    std::chrono::steady_clock::time_point end_;
    std::atomic<std::int64_t> held_ = 0;
    std::atomic<bool> refused_ = false;
};

/// While one lives, this thread works under `allowance` (none: without limits).
class Under {
public:
    explicit Under(Allowance* allowance) noexcept;
    ~Under();
    Under(const Under&) = delete;
    Under& operator=(const Under&) = delete;

private:
    Allowance* before_;
};

/// What this thread works under; null: nothing.
Allowance* allowance_in_force() noexcept;

/// As Allowance::check and check_pages for what this thread works under.
void keep_within_limits();
void keep_within_pages(std::size_t count);

}  // namespace hanqing
