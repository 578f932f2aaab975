// SPDX-License-Identifier: Apache-2.0
// Lines -> the root of their Merkle tree and paths in it: SHA-256, leaves prefixed 00, nodes 01 (RFC
// 9162 2.1).
#pragma once

#include "base/digest.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hanqing {

Digest leaf_hash(std::string_view line);
Digest node_hash(const Digest& left, const Digest& right);

/// RFC 9162 2.1.1. The root of no leaves is SHA-256 of nothing.
Digest merkle_root(std::span<const Digest> leaves);
/// RFC 9162 2.1.3.1: from the leaf upwards. Requires: index < leaves.size().
std::vector<Digest> merkle_path(std::span<const Digest> leaves, std::uint64_t index);
/// RFC 9162 2.1.3.2: the root that the path leads to; all zero when path and size do not fit each other.
Digest root_from_path(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                      std::span<const Digest> path);

}  // namespace hanqing
