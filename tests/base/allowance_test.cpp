// SPDX-License-Identifier: Apache-2.0
// Limits of one report: memory is counted as it is taken and given back, also by helping threads.
#include "base/allowance.hpp"

#include "base/notes.hpp"
#include "base/parts.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

using namespace hanqing;

namespace {

constexpr std::uint64_t megabyte = 1 << 20;

std::string refusal(const Allowance& allowance) {
    try {
        allowance.check();
        return "";
    } catch (const Failure& failure) {
        return failure.id();
    }
}

}  // namespace

TEST_CASE("allowance: memory counts while it is held, and no longer") {
    Allowance allowance({.bytes = 8 * megabyte});
    const Under under(&allowance);
    {
        const std::vector<char> held(10 * megabyte);
        CHECK(refusal(allowance) == "memory-limit");
    }
    CHECK(refusal(allowance).empty());
}

TEST_CASE("allowance: far beyond its limit a report gets no memory at all") {
    Allowance allowance({.bytes = 4 * megabyte});
    const Under under(&allowance);
    CHECK_THROWS_AS(std::vector<char>(20 * megabyte), std::bad_alloc);
    CHECK_NOTHROW(std::vector<char>(1 * megabyte));
    CHECK(refusal(allowance) == "memory-limit");  // although all of it was given back
}

TEST_CASE("allowance: time, pages and the user's signal") {
    std::atomic<bool> stop = false;
    Allowance allowance({.pages = 3, .seconds = 0}, &stop);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    CHECK(refusal(allowance) == "time-limit");
    CHECK_NOTHROW(allowance.check_pages(3));
    CHECK_THROWS_AS(allowance.check_pages(4), Failure);
    stop = true;
    CHECK(refusal(allowance) == "stopped");
    CHECK_NOTHROW(keep_within_limits());  // nobody works under it here
}

TEST_CASE("parts: those of other threads are on the same account, and what they throw arrives") {
    run_parts_by([](std::size_t count, const std::function<void(std::size_t)>& work) {
        std::exception_ptr error;
        for (std::size_t i = 0; i < count; ++i)
            std::thread([&] {
                try {
                    work(i);
                } catch (...) {
                    error = std::current_exception();
                }
            }).join();
        if (error) std::rethrow_exception(error);
    });
    Allowance allowance({.bytes = 8 * megabyte});
    const Under under(&allowance);
    std::vector<std::vector<char>> held(4);
    for_each_part(4, [&](std::size_t i) { held[i].resize(3 * megabyte); });
    CHECK(refusal(allowance) == "memory-limit");
    CHECK_THROWS_AS(for_each_part(2, [](std::size_t) { keep_within_limits(); }), Failure);
    run_parts_by(nullptr);
}

TEST_CASE("parts: cut by size, the same on every machine") {
    const auto ones = [](std::size_t) { return std::size_t{1}; };
    CHECK(part_ends(0, 4, ones).empty());
    CHECK(part_ends(3, 4, ones) == std::vector<std::size_t>{3});
    CHECK(part_ends(9, 4, ones) == std::vector<std::size_t>{4, 8, 9});
    CHECK(part_ends(3, 4, [](std::size_t) { return std::size_t{100}; }) == std::vector<std::size_t>{1, 2, 3});
}
