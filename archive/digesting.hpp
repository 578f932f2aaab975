// SPDX-License-Identifier: Apache-2.0
// Bytes of many files, read by one thread -> their digests, computed on all cores in bounded memory.
#pragma once

#include "base/digest.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// The reading thread fills `room`, says which bytes belong to which file, and goes on reading while tasks
/// digest. Memory: two windows of blocks. A window is used again only when all of its bytes are digested, so
/// nothing is copied.
class Digesting {
public:
    static constexpr std::size_t block_bytes = std::size_t{1} << 20U;
    static constexpr std::size_t window_blocks = 16;

    explicit Digesting(std::vector<Algorithm> algorithms);
    ~Digesting();
    Digesting(const Digesting&) = delete;
    Digesting& operator=(const Digesting&) = delete;

    /// Free bytes to read into, at least `at_least` (at most a block). May wait for digests of an older
    /// window.
    std::span<char> room(std::size_t at_least = 1);
    /// The first `size` bytes of the room are filled; they stay valid until two windows later.
    std::string_view filled(std::size_t size);

    /// A file of this size follows; returns its number, counted from 0.
    std::size_t begin(std::uint64_t size);
    /// Bytes of the file begun last. They must come from `filled`, or outlive `settle`.
    void add(std::string_view bytes);
    /// The file begun last is complete.
    void end();

    /// Runs other work (reading a PDF's identity) beside the digests, in the current window.
    void beside(std::function<void()> work);
    /// Waits until every file that ended is digested.
    void settle();
    /// Raw digest of an ended file. Requires: `settle` since its end.
    [[nodiscard]] const std::string& digest(std::size_t file, std::size_t algorithm) const;
    [[nodiscard]] const std::vector<Algorithm>& algorithms() const { return algorithms_; }

private:
    struct State;
    std::vector<Algorithm> algorithms_;
    std::unique_ptr<State> state_;
};

}  // namespace hanqing
