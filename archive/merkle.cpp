// SPDX-License-Identifier: Apache-2.0
// RFC 9162 section 2.1: the tree splits at the greatest power of two below its size.
#include "archive/merkle.hpp"

#include <bit>
#include <cassert>
#include <cstddef>

namespace hanqing {
namespace {

std::string_view view(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

Digest hash(std::string_view a, std::string_view b, std::string_view c) {
    Hasher hasher(Algorithm::sha256);
    for (const std::string_view part : {a, b, c}) hasher.update(part);
    const std::string raw = hasher.finish();
    Digest digest;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) digest.bytes[i] = static_cast<std::uint8_t>(raw[i]);
    return digest;
}

std::size_t split(std::size_t size) { return std::bit_ceil(size) / 2; }

}  // namespace

Digest leaf_hash(std::string_view line) { return hash(std::string_view("\0", 1), line, {}); }

Digest node_hash(const Digest& left, const Digest& right) { return hash("\1", view(left), view(right)); }

Digest merkle_root(std::span<const Digest> leaves) {
    if (leaves.empty()) return sha256({});
    if (leaves.size() == 1) return leaves.front();
    const std::size_t k = split(leaves.size());
    return node_hash(merkle_root(leaves.first(k)), merkle_root(leaves.subspan(k)));
}

std::vector<Digest> merkle_path(std::span<const Digest> leaves, std::uint64_t index) {
    assert(index < leaves.size());
    if (leaves.size() == 1) return {};
    const std::size_t k = split(leaves.size());
    const bool in_left = index < k;
    std::vector<Digest> path =
        in_left ? merkle_path(leaves.first(k), index) : merkle_path(leaves.subspan(k), index - k);
    path.push_back(merkle_root(in_left ? leaves.subspan(k) : leaves.first(k)));
    return path;
}

Digest root_from_path(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                      std::span<const Digest> path) {
    if (index >= size) return {};
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Digest root = leaf;
    for (const Digest& sibling : path) {
        if (sn == 0) return {};
        if ((fn & 1U) != 0 || fn == sn) {
            root = node_hash(sibling, root);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            root = node_hash(root, sibling);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 ? root : Digest{};
}

}  // namespace hanqing
