// SPDX-License-Identifier: Apache-2.0
// Tag files as text: encodings and line ends as other bags have them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// What bagit.txt declares.
struct Declaration {
    std::string version;   ///< "1.0", "0.97"
    std::string encoding;  ///< "UTF-8"
};
/// Nothing when the text is no declaration. From 1.0 on no stray blanks are allowed (RFC 8493 2.1.1).
std::optional<Declaration> declaration_from(std::string_view text);

/// To UTF-8 from UTF-8, UTF-16 or ISO-8859-1; nothing for other encodings and for text that is not in it.
std::optional<std::string> decoded_tag_text(std::string_view bytes, std::string_view encoding);

/// The same without a copy: UTF-8 stays where it is, anything else is decoded into `decoded`.
std::optional<std::string_view> tag_text_view(std::string_view bytes, std::string_view encoding,
                                              std::string& decoded);

/// Calls for every line, ended by LF, CR LF or CR; an empty last one is none.
void for_each_line(std::string_view text, const std::function<void(std::string_view)>& use);

}  // namespace hanqing
