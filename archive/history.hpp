// SPDX-License-Identifier: Apache-2.0
// A folder of seals -> the order of sealing.
#pragma once

#include "archive/seal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hanqing {

inline constexpr std::uint64_t small_file_max = std::uint64_t{1}
                                                << 20U;  ///< Seals, signatures, tokens, keys.
inline constexpr std::uint64_t evidence_bytes_max = small_file_max;
inline constexpr std::string_view seal_ending = ".seal.txt";
inline constexpr std::string_view evidence_ending = ".evidence.txt";

/// A seal as it lies in its folder. `seal` is empty when its text is none of ours.
struct StoredSeal {
    std::string bag, path, text;
    std::optional<Seal> seal;
};

/// Every "*.seal.txt" of the folder; by sequence, unreadable ones last.
std::vector<StoredSeal> read_history(const std::string& folder);
/// Never fails: what cannot be read is a seal that says nothing. The folder and bag are those of the path.
StoredSeal read_seal(const std::string& seal_path);

bool file_exists(const std::string& path);
/// "archive" of "archive/x.seal.txt"; "." when there is no folder.
std::string folder_of_path(const std::string& path);
std::string file_name(const std::string& path);
std::string sha512_hex(std::string_view bytes);

}  // namespace hanqing
