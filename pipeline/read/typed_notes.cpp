// SPDX-License-Identifier: Apache-2.0
// First the numbers that are explained, then the marks that ask for them.
#include "read/typed_notes.hpp"

#include "base/unicode.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace hanqing {
namespace {

constexpr std::size_t digits_max = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number at `at`; `at` goes behind it.
std::optional<std::size_t> number_at(std::string_view text, std::size_t& at) {
    std::size_t value = 0, end = at;
    while (end < text.size() && is_digit(text[end]) && end - at < digits_max)
        value = value * 10 + static_cast<std::size_t>(text[end++] - '0');
    if (end == at) return std::nullopt;
    at = end;
    return value;
}

/// The numbers of [1], [1,3] or [2-4] at `at`, all of them explained: where it ends, or 0.
std::size_t mark_end(std::string_view text, std::size_t at, const std::set<std::size_t>& explained) {
    do {
        ++at;
        const auto number = number_at(text, at);
        if (!number || !explained.contains(*number)) return 0;
    } while (at < text.size() && (text[at] == ',' || text[at] == '-'));
    return at < text.size() && text[at] == ']' ? at + 1 : 0;
}

/// [1]本公报中数据均为初步统计数。
std::set<std::size_t> explained_in(const Document& document) {
    std::set<std::size_t> numbers;
    for (const Block& block : document.blocks) {
        std::size_t at = 1;
        const std::string_view text = block.text.utf8;
        if (block.kind != BlockKind::paragraph || !text.starts_with('[')) continue;
        if (const auto number = number_at(text, at); number && at < text.size() && text[at] == ']')
            numbers.insert(*number);
    }
    return numbers;
}

/// Behind a word, and not the word 文献 or a blank, after which it is a word itself.
bool hangs_on(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    const char32_t before = code_point_before(text, at);
    return std::u32string_view(U" 　\u2028[]()（献見见第/*^").find(before) == std::u32string_view::npos;
}

bool is_raised_or_code(const Text& text, std::uint32_t at) {
    return std::any_of(text.marks.begin(), text.marks.end(), [&](const Mark& mark) {
        const bool apart = mark.kind == MarkKind::code || mark.kind == MarkKind::formula ||
                           mark.kind == MarkKind::link || mark.kind == MarkKind::superscript;
        return apart && mark.begin <= at && at < mark.end;
    });
}

void raise_in(Text& text, const std::set<std::size_t>& explained) {
    TextEdits edits;
    for (std::size_t at = text.utf8.find('['); at != std::string::npos; at = text.utf8.find('[', at + 1)) {
        const std::size_t end = hangs_on(text.utf8, at) ? mark_end(text.utf8, at, explained) : 0;
        const auto begin = static_cast<std::uint32_t>(at);
        if (end > 0 && !is_raised_or_code(text, begin))
            edits.mark(begin, static_cast<std::uint32_t>(end), MarkKind::superscript);
    }
    if (!edits.is_empty()) edits.apply(text);
}

}  // namespace

void raise_typed_notes(Document& document) {
    const std::set<std::size_t> explained = explained_in(document);
    if (explained.empty()) return;
    for (Block& block : document.blocks)
        if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading ||
            block.kind == BlockKind::cell)
            raise_in(block.text, explained);
}

}  // namespace hanqing
