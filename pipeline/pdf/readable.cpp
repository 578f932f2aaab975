// SPDX-License-Identifier: Apache-2.0
// Any bytes into well-formed, harmless UTF-8.
#include "pdf/readable.hpp"

#include "base/unicode.hpp"

namespace hanqing {

namespace {

void append_harmless(std::string& to, std::string_view good) {
    for (std::size_t at = 0; at < good.size();) {
        const char32_t c = next_code_point(good, at);
        if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028)
            to += ' ';
        else
            append_utf8(to, c < 0x20 || (c >= 0x7F && c < 0xA0) ? char32_t{0xFFFD} : c);
    }
}

}  // namespace

std::string readable(std::string_view bytes) {
    std::string out;
    while (true) {
        const auto bad = first_invalid_utf8(bytes);
        append_harmless(out, bytes.substr(0, bad.value_or(bytes.size())));
        if (!bad) return out;
        append_utf8(out, 0xFFFD);
        bytes.remove_prefix(*bad + 1);
    }
}

}  // namespace hanqing
