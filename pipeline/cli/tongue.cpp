// SPDX-License-Identifier: Apache-2.0
// Choosing the language of messages without the C library's locales: a fresh Debian has none but C.UTF-8.
#include "cli/tongue.hpp"

#include <cstdlib>
#include <string>

namespace hanqing {

std::optional<Tongue> tongue_from_tag(std::string_view tag) {
    std::string language(tag.substr(0, tag.find_first_of("_-.@")));
    for (char& c : language)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (language == "zh" || language == "yue") return Tongue::chinese;
    if (language == "en" || language == "c" || language == "posix") return Tongue::english;
    return std::nullopt;
}

Tongue choose_tongue(std::string_view asked) {
    if (!asked.empty()) return tongue_from_tag(asked).value_or(Tongue::english);
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return tongue_from_tag(value).value_or(Tongue::english);
    }
    return Tongue::english;
}

}  // namespace hanqing
