// SPDX-License-Identifier: Apache-2.0
// Bounded streams: inflates a file's streams within what the caller is ready to pay, since a few bytes of a
// hostile PDF may inflate to gigabytes.
#pragma once

#include <cstdint>
#include <string>

class QPDFObjectHandle;

namespace hanqing {

class BoundedStreams {
public:
    BoundedStreams(std::uint64_t one_max, std::uint64_t all_max) : one_max_(one_max), left_(all_max) {}
    /// The stream without its filters; empty when it is none, is broken or too long.
    std::string inflate(QPDFObjectHandle& stream);
    /// True once something was left out.
    [[nodiscard]] bool is_exhausted() const { return exhausted_; }

private:
    std::uint64_t one_max_, left_;
    bool exhausted_ = false;
};

}  // namespace hanqing
