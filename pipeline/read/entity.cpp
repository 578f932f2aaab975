// SPDX-License-Identifier: Apache-2.0
// Character references, by cmark's own table so that both readings agree.
#include "read/entity.hpp"

#include <cmark-gfm.h>
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>

namespace hanqing {
namespace {

/// Longer than any name in the table ("&CounterClockwiseContourIntegral;" has 33 characters).
constexpr std::size_t entity_bytes_max = 48;

}  // namespace

Entity entity_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at + 1, entity_bytes_max);
    if (rest.find(';') == std::string_view::npos) return {};
    cmark_strbuf buffer;
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
    const auto size = houdini_unescape_ent(&buffer, reinterpret_cast<const std::uint8_t*>(rest.data()),
                                           static_cast<bufsize_t>(rest.size()));
    Entity entity;
    if (size > 0) {
        entity.text.assign(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
        entity.size = static_cast<std::size_t>(size) + 1;
    }
    cmark_strbuf_free(&buffer);
    return entity;
}

std::string without_entities(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('&', at), text.size());
        out += text.substr(at, next - at);
        at = next;
        if (at == text.size()) break;
        const Entity entity = entity_at(text, at);
        out += entity.size > 0 ? std::string_view(entity.text) : text.substr(at, 1);
        at += std::max<std::size_t>(entity.size, 1);
    }
    return out;
}

}  // namespace hanqing
