// SPDX-License-Identifier: Apache-2.0
// Deflate: bytes into a zlib stream (RFC 1950), the FlateDecode of PDF. libdeflate lives behind this.
#pragma once

#include <string>
#include <string_view>

namespace hanqing {

/// How hard to try. 232 KB of Han outlines (one core): level 1 187.2 KB in 1.8 ms, level 6 184.1 KB in 3.0
/// ms, level 9 183.9 KB in 3.5 ms, level 12 182.1 KB in 11.5 ms.
enum class Effort { quick = 1, usual = 6, most = 9 };

std::string deflate(std::string_view bytes, Effort effort = Effort::usual);

}  // namespace hanqing
