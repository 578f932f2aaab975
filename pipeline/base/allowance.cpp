// SPDX-License-Identifier: Apache-2.0
// The account of one report, and the allocator that keeps it. Memory that C libraries take for themselves is
// not counted: it is bounded by the limits on what they are given.
#include "base/allowance.hpp"

#include "base/notes.hpp"

#include <malloc.h>

#include <cstdlib>
#include <new>
#include <string>

namespace hanqing {
namespace {

/// Small sums stay in the thread; the account, which threads share, hears of them by the megabyte.
constexpr std::int64_t report_bytes = 1 << 20;

/// Beyond this many times its limit a report gets no memory at all, wherever it is.
constexpr std::int64_t hard_factor = 2;

struct Meter {
    Allowance* allowance = nullptr;
    std::int64_t unreported = 0;
};
thread_local constinit Meter meter;

bool count(std::int64_t bytes) noexcept {
    meter.unreported += bytes;
    if (meter.unreported < report_bytes && meter.unreported > -report_bytes) return true;
    const std::int64_t sum = meter.unreported;
    meter.unreported = 0;
    return meter.allowance->take(sum);
}

}  // namespace

Allowance::Allowance(const Limits& limits, const std::atomic<bool>* stop)
    : limits_(limits),
      stop_(stop),
      end_(std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds)) {}

void Allowance::check() const {
    if (stop_ != nullptr && *stop_) throw Failure("stopped");
    if (std::chrono::steady_clock::now() > end_)
        throw Failure("time-limit", {std::to_string(limits_.seconds)});
    if (refused_ || held_ > static_cast<std::int64_t>(limits_.bytes))
        throw Failure("memory-limit", {std::to_string(limits_.bytes >> 20)});
}

void Allowance::check_pages(std::size_t count) const {
    if (count > limits_.pages) throw Failure("page-limit", {std::to_string(limits_.pages)});
}

bool Allowance::take(std::int64_t bytes) noexcept {
    if ((held_ += bytes) <= hard_factor * static_cast<std::int64_t>(limits_.bytes)) return true;
    refused_ = true;
    return false;
}

Under::Under(Allowance* allowance) noexcept : before_(meter.allowance) {
    if (before_ != nullptr) before_->take(meter.unreported);
    meter = {allowance, 0};
}

Under::~Under() {
    if (meter.allowance != nullptr) meter.allowance->take(meter.unreported);
    meter = {before_, 0};
}

Allowance* allowance_in_force() noexcept { return meter.allowance; }

void keep_within_limits() {
    if (meter.allowance != nullptr) meter.allowance->check();
}

void keep_within_pages(std::size_t count) {
    if (meter.allowance != nullptr) meter.allowance->check_pages(count);
}

namespace {

/// Null when there is none, or when the report has had far too much.
void* counted(std::size_t size) noexcept {
    void* memory = std::malloc(size);
    if (memory == nullptr || meter.allowance == nullptr) return memory;
    const auto bytes = static_cast<std::int64_t>(::malloc_usable_size(memory));
    if (count(bytes)) return memory;
    count(-bytes);  // what was refused is not held
    std::free(memory);
    return nullptr;
}

void release(void* memory) noexcept {
    if (meter.allowance != nullptr && memory != nullptr)
        count(-static_cast<std::int64_t>(::malloc_usable_size(memory)));
    std::free(memory);
}

}  // namespace
}  // namespace hanqing

// The program's allocator. The library's array forms come here too; its nothrow forms do, but a sanitizer's
// do not, and would not know what is deleted here.
void* operator new(std::size_t size) {
    void* memory = hanqing::counted(size == 0 ? 1 : size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return hanqing::counted(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { hanqing::release(memory); }
void operator delete(void* memory, std::size_t) noexcept { hanqing::release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { hanqing::release(memory); }
