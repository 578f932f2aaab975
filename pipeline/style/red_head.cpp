// SPDX-License-Identifier: Apache-2.0
// From the first lines of a paper to its title.
#include "style/red_head.hpp"

#include "base/unicode.hpp"
#include "style/block_words.hpp"
#include "style/build.hpp"
#include "style/report_title.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hanqing {
namespace {

/// A head that says more is a title itself.
constexpr std::size_t characters_max = 40;
/// Number, date, rule and whom it goes to may stand between.
constexpr std::uint32_t blocks_between_max = 12;
constexpr std::size_t between_half_ems_max = 240;

/// Letters are spread by blanks: 中 华 人 民 共 和 国 国 家 标 准.
std::u32string without_blanks(std::string_view words) {
    std::u32string text = utf32(words);
    std::erase_if(text, [](char32_t c) { return c == U' ' || c == U'　' || c == U'\u00A0'; });
    return text;
}

/// 招标文件 and 配置文件 are papers; 办公室文件 is whose they are.
bool ends_in_issuer(std::u32string_view words) {
    constexpr std::array<std::u32string_view, 27> issuers{
        U"政府", U"办公室", U"办公厅", U"委员会", U"局",   U"厅",   U"部",     U"党委",   U"党组",
        U"法院", U"检察院", U"学院",   U"大学",   U"学校", U"中学", U"小学",   U"研究院", U"研究所",
        U"公司", U"集团",   U"协会",   U"学会",   U"工会", U"医院", U"管委会", U"指挥部", U"领导小组"};
    return std::any_of(issuers.begin(), issuers.end(),
                       [&](std::u32string_view issuer) { return words.ends_with(issuer); });
}

bool is_section_or_number(const std::string& words) {
    return words.empty() || has_typed_number(words) || is_name_of_section(words);
}

}  // namespace

bool is_red_head(std::string_view words) {
    const std::u32string text = without_blanks(words);
    if (text.size() > characters_max || text.starts_with(U"关于")) return false;
    std::u32string_view rest = text;
    const auto consume_end = [&](std::u32string_view end) {
        if (!rest.ends_with(end)) return false;
        rest.remove_suffix(end.size());
        return true;
    };
    if (consume_end(U"文件")) return ends_in_issuer(rest) || consume_end(U"标准化指导性技术");
    if (consume_end(U"公报"))
        return rest == U"国务院" || rest.ends_with(U"政府") || rest.ends_with(U"常务委员会");
    constexpr std::array<std::u32string_view, 5> kinds{U"国家标准", U"行业标准", U"地方标准", U"团体标准",
                                                       U"企业标准"};
    return std::any_of(kinds.begin(), kinds.end(), [&](std::u32string_view k) { return rest.ends_with(k); });
}

std::uint32_t title_below(const Document& document, std::uint32_t head) {
    const auto& blocks = document.blocks;
    const bool is_heading = blocks[head].kind == BlockKind::heading;
    const auto end = static_cast<std::uint32_t>(
        std::min<std::size_t>(blocks.size(), std::size_t{head} + 1 + blocks_between_max));
    std::size_t between = 0;
    for (std::uint32_t i = head + 1; i < end; ++i) {
        const Block& block = blocks[i];
        if (block.kind == BlockKind::list || block.kind == BlockKind::code) return none;
        const std::string words = plain_text(block.text);
        if (block.kind == BlockKind::heading) {
            const bool is_deeper = is_heading && block.level > blocks[head].level + 1;
            return is_deeper || is_section_or_number(words) ? none : i;
        }
        const bool stands_out = block.alignment == Alignment::centre || is_all_strong(block.text);
        if (block.kind == BlockKind::paragraph && stands_out && words.find("关于") != std::string::npos)
            return i;
        between += half_ems_of(words);
        if (between > between_half_ems_max) return none;
    }
    return none;
}

}  // namespace hanqing
