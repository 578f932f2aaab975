// SPDX-License-Identifier: Apache-2.0
// Deflate: bytes into a zlib stream (RFC 1950), the FlateDecode of PDF. libdeflate lives behind this.
#pragma once

#include <string>
#include <string_view>

namespace hanqing {

/// How hard to try. Measured on Han outlines and page contents (docs/benchmarks.md): above `usual` each per
/// cent of size costs three times the time.
enum class Effort { quick = 1, usual = 6, most = 9 };

std::string deflate(std::string_view bytes, Effort effort = Effort::usual);

}  // namespace hanqing
