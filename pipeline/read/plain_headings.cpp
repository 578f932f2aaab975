// SPDX-License-Identifier: Apache-2.0
// A series is kept only where its lines stand over text; line upon line they are a list.
#include "read/plain_headings.hpp"

#include "base/unicode.hpp"
#include "read/line_signs.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hanqing {
namespace {

enum class Series : std::uint8_t { none, chapter, section, part };

struct Line {
    std::uint32_t block = 0;
    Series series = Series::none;
    std::size_t number = 0;
};

/// 十二 is 12; 0 for what is no number below a hundred.
std::size_t number_of(Text32 digits) {
    constexpr Text32 names = U"一二三四五六七八九";
    std::size_t tens = 0, ones = 0;
    bool has_ten = false;
    for (const char32_t c : digits) {
        if (c == U'十') {
            if (has_ten) return 0;
            has_ten = true;
            tens = ones == 0 ? 1 : ones;
            ones = 0;
        } else {
            const std::size_t at = names.find(c);
            if (at == Text32::npos || ones != 0) return 0;
            ones = at + 1;
        }
    }
    return tens * 10 + ones;
}

/// A paragraph that is a number of a series and a few words, and no sentence.
Line line_of(const Document& document, std::uint32_t index) {
    constexpr std::size_t bytes_max = 100;
    const Block& block = document.blocks[index];
    const std::string& text = block.text.utf8;
    Line line{index, Series::none, 0};
    const bool is_plain = block.kind == BlockKind::paragraph && block.depth == 0 &&
                          block.caption == Caption::none && block.alignment == Alignment::none &&
                          !text.empty() && text.size() <= bytes_max;
    if (!is_plain || std::any_of(block.text.marks.begin(), block.text.marks.end(), [](const Mark& mark) {
            return mark.kind != MarkKind::strong && mark.kind != MarkKind::footnote_reference;
        }))
        return line;
    constexpr Text32 stops = U"。；：:;！？!?\u2028";
    const std::u32string head = head_of(text);
    std::size_t last = text.size();
    if (head.find_first_of(stops) != Text32::npos ||
        is_one_of(code_point_before(text, last), U"。；：:;，,、！？"))
        return line;
    constexpr Text32 digits = U"一二三四五六七八九十";
    const bool bracket = is_one_of(head.front(), U"（(");
    const bool chapter = head.front() == U'第';
    const std::size_t begin = bracket || chapter ? 1 : 0;
    const std::size_t end = std::min(head.find_first_not_of(digits, begin), head.size());
    if (end == begin || end + 1 >= head.size()) return line;
    const char32_t closing = head[end];
    if (bracket && is_one_of(closing, U"）)")) line.series = Series::part;
    if (chapter && is_one_of(closing, U"章部编編")) line.series = Series::chapter;
    if (!bracket && !chapter && closing == U'、') line.series = Series::section;
    line.number = number_of(Text32(head).substr(begin, end - begin));
    return line;
}

bool has_headings(const Document& document) {
    bool first = true;
    for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::heading) continue;
        if (!first || block.level > 1) return true;
        first = false;
    }
    return false;
}

std::vector<Line> lines_of(const Document& document) {
    std::vector<Line> lines;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i)
        if (const Line line = line_of(document, i); line.series != Series::none && line.number > 0)
            lines.push_back(line);
    return lines;
}

/// Numbers that count from one, again and again, and lines that text follows.
bool is_series(const std::vector<Line>& lines, Series series, std::uint32_t blocks) {
    std::size_t count = 0, before = 0, crowded = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].series != series) continue;
        if (lines[i].number != before + 1 && lines[i].number != 1) return false;
        before = lines[i].number;
        ++count;
        const bool next_too = i + 1 < lines.size() && lines[i + 1].block == lines[i].block + 1;
        crowded += (next_too && lines[i + 1].series == series) || lines[i].block + 1 >= blocks ? 1U : 0U;
    }
    const std::size_t count_min = series == Series::part ? 1 : 2;
    return count >= count_min && crowded * 3 <= count;
}

}  // namespace

void settle_plain_headings(Document& document, Notes& notes) {
    if (has_headings(document)) return;
    const std::vector<Line> lines = lines_of(document);
    std::array<std::uint8_t, 4> levels{};
    std::uint8_t level = 2;
    for (const Series series : {Series::chapter, Series::section, Series::part})
        if (is_series(lines, series, static_cast<std::uint32_t>(document.blocks.size())))
            levels[static_cast<std::size_t>(series)] = level++;
    // （一） alone is as often an item of a sentence before it.
    if (levels[static_cast<std::size_t>(Series::section)] == 0)
        levels[static_cast<std::size_t>(Series::part)] = 0;
    bool is_first = true;
    for (const Line& line : lines) {
        const std::uint8_t of_line = levels[static_cast<std::size_t>(line.series)];
        if (of_line == 0) continue;
        Block& block = document.blocks[line.block];
        if (std::exchange(is_first, false)) notes.remark(block.place, "headings-typed");
        block.kind = BlockKind::heading;
        block.level = of_line;
        std::erase_if(block.text.marks, [](const Mark& mark) { return mark.kind == MarkKind::strong; });
    }
}

}  // namespace hanqing
