// SPDX-License-Identifier: Apache-2.0
// Tongue: the language in which the program speaks to its user; nothing to do with a report's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hanqing {

enum class Tongue : std::uint8_t { chinese, english };

/// "zh", "zh_CN.UTF-8", "zh-Hant" …; "en…", "C", "POSIX". Nothing for a language that we do not speak.
std::optional<Tongue> tongue_from_tag(std::string_view tag);

/// `asked` (--lang), else LC_ALL, LC_MESSAGES, LANG: the first that is set; English where nothing helps.
Tongue choose_tongue(std::string_view asked);

}  // namespace hanqing
