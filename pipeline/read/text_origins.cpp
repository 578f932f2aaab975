// SPDX-License-Identifier: Apache-2.0
// The parser's literals laid over the prepared text they came from: escapes and entities account for every
// difference, so both are walked side by side, and each byte of the Text learns its origin.
#include "read/entity.hpp"
#include "read/private_marks.hpp"
#include "read/text_builder.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// How far a literal is sought beyond where it is expected.
constexpr std::size_t search_bytes = 4096;
/// Bytes that are compared to recognise a literal.
constexpr std::size_t compared_bytes = 12;

bool begins_at(std::string_view prepared, std::size_t at, std::string_view literal) {
    if (at >= prepared.size()) return false;
    if (prepared[at] == '\\' && at + 1 < prepared.size() && prepared[at + 1] == literal.front()) return true;
    if (prepared[at] == '&') return true;
    const std::size_t size = std::min(compared_bytes, literal.size());
    for (std::size_t i = 0; i < size; ++i) {
        if (at + i >= prepared.size()) return false;
        if (prepared[at + i] != literal[i])
            return i > 0 && (prepared[at + i] == '\\' || prepared[at + i] == '&' || prepared[at + i] == '\n');
    }
    return true;
}

bool is_line_prefix(char c) { return c == '\n' || c == ' ' || c == '\t' || c == '>'; }

}  // namespace

/// The parser counts the columns of a paragraph's later lines as if they began where the first one does; so a
/// literal that is not where it should be is sought on its line.
std::uint32_t TextBuilder::locate(std::string_view literal, std::optional<std::uint32_t> hint) const {
    const std::string_view prepared = std::string_view(reading_.prepared.text).substr(0, end_);
    const std::uint32_t expected = hint ? std::clamp(*hint, cursor_, end_) : cursor_;
    if (begins_at(prepared, expected, literal)) return expected;
    const std::size_t newline = prepared.substr(cursor_, expected - cursor_).rfind('\n');
    const std::size_t from = newline == std::string_view::npos ? cursor_ : cursor_ + newline + 1;
    const std::string_view head = literal.substr(0, compared_bytes);
    const std::size_t plain = std::max<std::size_t>(1, std::min(head.find_first_of("\\&"), head.size()));
    const std::size_t found = prepared.substr(0, from + search_bytes).find(head.substr(0, plain), from);
    return found == std::string_view::npos ? cursor_ : static_cast<std::uint32_t>(found);
}

void TextBuilder::align(std::string_view literal, Spelling spelling) {
    while (!literal.empty()) {
        std::string_view plain = literal.substr(0, find_private(literal, 0));
        literal.remove_prefix(plain.size());
        while (!plain.empty()) {
            std::size_t used = plain_run(plain, spelling);
            if (used == 0) used = mismatch(plain, spelling);
            plain.remove_prefix(used);
        }
        if (!literal.empty()) literal.remove_prefix(private_mark(literal, spelling));
    }
}

/// Bytes that are the same on both sides, up to the next entity. The literal holds no private mark.
std::size_t TextBuilder::plain_run(std::string_view literal, Spelling spelling) {
    const std::string_view prepared = reading_.prepared.text;
    const std::size_t size =
        std::min(literal.size(), static_cast<std::size_t>(end_ - std::min(cursor_, end_)));
    const auto ends = std::mismatch(literal.begin(), literal.begin() + static_cast<std::ptrdiff_t>(size),
                                    prepared.begin() + cursor_);
    auto same = static_cast<std::size_t>(ends.first - literal.begin());
    if (spelling != Spelling::verbatim) same = std::min(same, literal.substr(0, same).find('&'));
    while (same > 0 && same < literal.size() && (static_cast<unsigned char>(literal[same]) & 0xC0U) == 0x80U)
        --same;
    if (same == 0) return 0;
    put(literal.substr(0, same), cursor_);
    cursor_ += static_cast<std::uint32_t>(same);
    return same;
}

/// Steps over what explains a difference; the literal's own bytes are never lost.
std::size_t TextBuilder::mismatch(std::string_view literal, Spelling spelling) {
    const std::string_view prepared = std::string_view(reading_.prepared.text).substr(0, end_);
    std::size_t one = 0;
    next_code_point(literal, one);
    if (cursor_ >= prepared.size()) {
        put(literal.substr(0, one), cursor_);
        return one;
    }
    const char here = prepared[cursor_];
    if (here == '&' && spelling != Spelling::verbatim) {
        const Entity entity = entity_at(prepared, cursor_);
        if (entity.size > 0 && literal.starts_with(entity.text)) {
            put(entity.text, cursor_);
            cursor_ += static_cast<std::uint32_t>(entity.size);
            return entity.text.size();
        }
    }
    const bool same = here == literal.front();
    if (!same && here == '\\' && spelling == Spelling::markdown && cursor_ + 1 < prepared.size() &&
        prepared[cursor_ + 1] == literal.front()) {
        ++cursor_;
        return 0;
    }
    if (!same && is_line_prefix(here) && prepared.substr(0, cursor_ + 1).ends_with('\n')) {
        put(literal.substr(0, one), cursor_);
        while (cursor_ < prepared.size() && is_line_prefix(prepared[cursor_])) ++cursor_;
        return one;
    }
    put(literal.substr(0, one), cursor_);
    if (same) cursor_ += static_cast<std::uint32_t>(one);
    return one;
}

std::size_t TextBuilder::private_mark(std::string_view literal, Spelling spelling) {
    const PrivateFound found = private_at(literal, 0);
    if (found.size == 0) return 0;
    const bool is_here = private_at(reading_.prepared.text, cursor_).size == found.size;
    std::string own;
    if (found.escaped)
        append_utf8(own, private_base + found.value);
    else if (found.value >= 0x20 && found.value < 0x7F)
        own = static_cast<char>(found.value);
    else if (spelling != Spelling::verbatim)
        act_on(found.value);
    put(own, cursor_);
    if (is_here) cursor_ += static_cast<std::uint32_t>(found.size);
    return found.size;
}

void TextBuilder::add_origin(std::uint32_t text, std::uint32_t source) {
    auto& origins = text_.origins;
    if (!origins.empty() && origins.back().source + (text - origins.back().text) == source) return;
    if (!origins.empty() && origins.back().text == text)
        origins.back().source = source;
    else
        origins.push_back({text, source});
}

void TextBuilder::add_origins(std::uint32_t from, std::uint32_t bytes) {
    add_origin(size(), source_of(reading_.prepared, from));
    const auto& steps = reading_.prepared.steps;
    auto step = std::upper_bound(steps.begin(), steps.end(), from,
                                 [](std::uint32_t value, const Origin& o) { return value < o.text; });
    for (; step != steps.end() && step->text < from + bytes; ++step)
        add_origin(size() + (step->text - from), step->source);
}

}  // namespace hanqing
