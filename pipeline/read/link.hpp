// SPDX-License-Identifier: Apache-2.0
// An address as typed -> the URI that may stand in a PDF, or the reason why none may.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

enum class LinkVerdict : std::uint8_t {
    kept,
    refused,   ///< javascript:, file: and every scheme but http, https, mailto, tel.
    relative,  ///< Another file of the collection: there is no such thing in a PDF.
    too_long,
};

struct SafeLink {
    LinkVerdict verdict = LinkVerdict::kept;
    std::string uri;  ///< ASCII only, controls and blanks encoded; "#id" for inner links.
};

/// Longest URI, in bytes after encoding.
inline constexpr std::size_t uri_bytes_max = 2000;

SafeLink safe_link(std::string_view address);

/// %E4%B8%80 -> 一; what is no valid escape, or would not be UTF-8, stays as it is.
std::string percent_decoded(std::string_view text);

}  // namespace hanqing
