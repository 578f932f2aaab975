// SPDX-License-Identifier: Apache-2.0
// Names that every system, checker and shell keeps as they are (reference: RFC 8493 2.1.3, 5.1.3, 6).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// One path component may have this many bytes: file systems allow 255, and systems add endings of their own.
inline constexpr std::size_t name_bytes_max = 240;
inline constexpr std::size_t member_path_bytes_max = 4000;
/// What a bag delivers lies below this folder (RFC 8493 2.1.2); tag files beside it.
inline constexpr std::string_view payload_folder = "data/";

/// A file or folder name made of `text`: NFC; % \ / : * ? " < > | become their full-width forms; control,
/// format and bidi characters vanish; no blank or dot at the ends, no leading ~ - *; Windows' device names
/// get a "_"; cut at a code point to the greatest length with the extension kept. "未命名" when nothing is
/// left.
std::string safe_name(std::string_view text);
/// `safe_name` on each component between '/'; "." and ".." and empty ones vanish.
std::string safe_path(std::string_view text);

/// Names that some system takes for one and the same: case, width and normalisation folded (NFKC_Casefold).
std::string clash_key(std::string_view name);

/// Why a path in somebody else's archive may not be followed, as the last part of a message id:
/// "absolute", "parent", "empty", "drive", "home", "backslash", "control", "not-utf8", "long"; nothing if it
/// may.
std::optional<std::string_view> hostile(std::string_view path);

}  // namespace hanqing
