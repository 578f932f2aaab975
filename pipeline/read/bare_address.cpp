// SPDX-License-Identifier: Apache-2.0
// Where bare addresses begin and end (GFM 0.29, 6.9, cut at the first character that is not ASCII).
#include "read/bare_address.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t name_bytes_max = 320;  ///< RFC 5321: 64 for the name, 255 for the domain.

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_address_character(char c) {
    return c > ' ' && c < 0x7F && std::string_view("<>\"`|\\^{}[]").find(c) == std::string_view::npos;
}

/// Up to the first character that cannot belong to it; a closing bracket only if it was opened inside.
std::size_t address_end(std::string_view text, std::size_t at) {
    int open = 0;
    std::size_t end = at;
    for (; end < text.size() && is_address_character(text[end]); ++end) {
        if (text[end] == '(') ++open;
        if (text[end] == ')' && --open < 0) break;
    }
    while (end > at && std::string_view("?!.,:*_~'").find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

/// At least two labels, the last not all digits unless it is an IPv4 address; "localhost" is no public
/// address.
bool has_domain(std::string_view rest) {
    const std::size_t end = std::min(rest.find_first_of("/?#:"), rest.size());
    const std::string_view domain = rest.substr(0, end);
    const std::size_t dot = domain.find('.');
    const bool clean = std::all_of(domain.begin(), domain.end(), [](char c) {
        return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
    });
    return clean && dot != std::string_view::npos && dot > 0 && dot + 1 < domain.size();
}

}  // namespace

BareAddress web_address_at(std::string_view text, std::size_t at) {
    for (const std::string_view scheme : {"https", "http"}) {
        if (at < scheme.size() || text.substr(at - scheme.size(), scheme.size()) != scheme) continue;
        const std::size_t begin = at - scheme.size();
        if (begin > 0 && is_alphanumeric(text[begin - 1])) continue;
        const std::size_t end = address_end(text, at + 3);
        if (!has_domain(text.substr(at + 3, end - at - 3))) return {};
        return {begin, end, std::string(text.substr(begin, end - begin))};
    }
    return {};
}

BareAddress www_address_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("www.")) return {};
    if (at > 0 && (is_alphanumeric(text[at - 1]) ||
                   std::string_view("/.-_@").find(text[at - 1]) != std::string_view::npos))
        return {};
    const std::size_t end = address_end(text, at);
    if (end < at + 5 || !has_domain(text.substr(at + 4, end - at - 4))) return {};
    return {at, end, "http://" + std::string(text.substr(at, end - at))};
}

BareAddress mail_address_at(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < name_bytes_max &&
           (is_alphanumeric(text[begin - 1]) ||
            std::string_view(".+-_").find(text[begin - 1]) != std::string_view::npos))
        --begin;
    std::size_t end = at + 1;
    while (end < text.size() && end - at < name_bytes_max &&
           (is_alphanumeric(text[end]) || text[end] == '-' || text[end] == '_' || text[end] == '.'))
        ++end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-' || text[end - 1] == '_')) --end;
    const bool repeated = end < text.size() && text[end] == '@';
    if (begin == at || repeated || !has_domain(text.substr(at + 1, end - at - 1))) return {};
    return {begin, end, "mailto:" + std::string(text.substr(begin, end - begin))};
}

}  // namespace hanqing
