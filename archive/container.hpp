// SPDX-License-Identifier: Apache-2.0
// Bag -> Container: one pax tar (or stored ZIP64), the same bytes every time, digested while it is written.
#pragma once

#include "archive/bag.hpp"

#include <cstdint>
#include <string>

namespace hanqing {

enum class ContainerKind : std::uint8_t { tar, zip };
/// ".tar", ".zip"
std::string_view ending_of(ContainerKind kind);

struct Container {
    std::string file;  ///< Name in the folder: "J001-2024-永久-公开.tar"
    std::uint64_t size = 0;
    std::string sha256;    ///< Hex, of the whole file.
    Manifest payload;      ///< Everything below data/.
    Digests tagmanifests;  ///< Raw digests of tagmanifest-sha256.txt, -sha512.txt, -sm3.txt, each by its own
                           ///< algorithm.
};

/// Streams the bag into `folder`, each file read once; `date` (ISO) becomes every entry's time. All or
/// nothing. `beside_percent`: what is to be written beside it (repair data), for which room must be left.
/// Failure "archive-no-space" {folder, needed, free}, "archive-file-changed" {path}, "archive-library"
/// {what}.
Container write_container(const Bag& bag, const std::string& folder, const std::string& date,
                          ContainerKind kind, std::uint32_t beside_percent = 0);

}  // namespace hanqing
