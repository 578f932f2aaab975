// SPDX-License-Identifier: Apache-2.0
// Glob: whether a path fits a pattern as people type it in exclude lists and --only.
#pragma once

#include <string_view>

namespace hanqing {

/// `*` and `?` stay inside one name, `**` stands for any folders, `[a-z]` and `[!a-z]` for one character.
/// A pattern without `/` fits a name at any depth; one that fits a folder fits all below it; a leading `/` or
/// `./` binds it to the top. Time grows with pattern × path, whatever the pattern. Requires: UTF-8.
bool matches(std::string_view pattern, std::string_view path);

}  // namespace hanqing
