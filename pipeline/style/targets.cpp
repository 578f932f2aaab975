// SPDX-License-Identifier: Apache-2.0
// What can be pointed at: headings, figures and tables get their numbers and anchors before anything is
// built.
#include "style/official.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::uint8_t levels_max = 6;

bool has_class(const Attributes& attributes, std::string_view name) {
    return std::find(attributes.classes.begin(), attributes.classes.end(), name) != attributes.classes.end();
}

/// Counters of the levels above and of figures and tables, while walking through the document.
struct Counters {
    std::array<std::uint32_t, levels_max + 1> level{};
    std::uint32_t figures = 0, tables = 0, formulas = 0;
    struct Open {
        std::uint8_t typed, level;
        std::uint8_t shown;  ///< As what level it is set.
    };
    std::vector<Open> open;  ///< The headings over the place in hand, outer first.
    std::uint32_t appendices = 0;
    bool in_appendix = false;
    std::uint8_t shift = 0;  ///< 1 when the report's only H1 is its title: H2 is then the first level.
    /// Where the report begins with lower headings (`##` before the first `#`): the least level as typed, and
    /// for each level typed the one that it has behind the first of the least, 0 where it comes no more.
    std::uint8_t least = 0;
    std::array<std::uint8_t, levels_max + 1> later{};
};

std::string section_number(const Sheet& sheet, const Counters& counters, std::uint8_t level) {
    const auto& forms = sheet.section_numbers;
    if (forms.empty()) return {};
    if (forms.size() == 1 && forms[0] == "decimal") {
        std::string number;
        for (std::uint8_t i = 1; i <= level; ++i)
            number += (i > 1 ? "." : "") + std::to_string(std::max(counters.level[i], 1U));
        return number + "　";
    }
    if (level > forms.size()) return {};
    std::string number = forms[level - 1U];
    const auto put = [&](std::string_view field, const std::string& value) {
        const auto at = number.find(field);
        if (at != std::string::npos) number.replace(at, field.size(), value);
    };
    put("{han}", han_number(counters.level[level]));
    put("{arabic}", std::to_string(counters.level[level]));
    put("{circled}", circled_number(counters.level[level]));
    return number;
}

/// A, B, … Z, then AA: of the appendix in hand.
std::string appendix_letter(const Counters& counters) {
    const std::uint32_t n = counters.appendices - 1;
    const std::string last(1, static_cast<char>('A' + n % 26));
    return n < 26 ? last : std::string(1, static_cast<char>('A' + (n / 26 - 1) % 26)) + last;
}

/// 附录 A, and A.1 for the sections in it.
std::string appendix_number(const Build& build, const Counters& counters, std::uint8_t level) {
    std::string number = appendix_letter(counters);
    for (std::uint8_t i = 2; i <= level; ++i) number += "." + std::to_string(std::max(counters.level[i], 1U));
    const Language language = build.styled.language;
    const bool latin = language == Language::en || language == Language::other;
    if (level > 1) return number + (latin ? "  " : "　");
    std::string_view word = "附录 ";
    if (language == Language::zh_hant_tw || language == Language::zh_hant_hk) word = "附錄 ";
    if (language == Language::ja) word = "付録 ";
    if (language == Language::ko) word = "부록 ";
    if (latin) word = "Appendix ";
    return std::string(word) + number + (latin ? "  " : "　");
}

std::string object_number(const Build& build, const Counters& counters, std::uint32_t count) {
    if (!build.sheet.chapter_numbers || counters.level[1] == 0) return std::to_string(count);
    const std::string chapter =
        counters.in_appendix ? appendix_letter(counters) : std::to_string(counters.level[1]);
    return chapter + "-" + std::to_string(count);
}

void add_target(Build& build, Target target, const std::string& id) {
    const std::size_t index = build.targets.size();
    if (!id.empty()) build.by_id.emplace(id, index);
    build.by_block.emplace(target.block, index);
    build.targets.push_back(std::move(target));
}

/// PDF/UA 7.4.2 allows no skipped level going down: a heading is one below the nearest one typed higher, and
/// headings typed alike under the same one stay alike. Before the first of the highest they are set like
/// those that come later.
Counters::Open level_of(Counters& counters, std::uint8_t typed) {
    while (!counters.open.empty() && counters.open.back().typed > typed) counters.open.pop_back();
    if (counters.open.empty() || counters.open.back().typed < typed) {
        if (typed <= counters.least) counters.later = {};
        const auto above = counters.open.empty() ? Counters::Open{} : counters.open.back();
        const int shown = counters.later[typed] > 0 ? counters.later[typed] : above.shown + 1;
        counters.open.push_back({typed, static_cast<std::uint8_t>(above.level + 1),
                                 static_cast<std::uint8_t>(std::min<int>(shown, levels_max))});
    }
    return counters.open.back();
}

bool is_section(const Build& build, std::uint32_t index) {
    return build.document.blocks[index].kind == BlockKind::heading && index != build.title_block &&
           index >= build.red_head_end && !build.typed_contents.holds(index);
}

std::uint8_t typed_level(const Build& build, std::uint32_t index, const Counters& counters) {
    return static_cast<std::uint8_t>(std::max(1, build.document.blocks[index].level - counters.shift));
}

/// Goes through the headings once beforehand. Where numbers are made each heading needs its own, so there the
/// first ones count as the highest.
void look_ahead(const Build& build, Counters& counters) {
    if (build.styled.metadata.number_sections.value_or(build.sheet.number_sections)) return;
    std::vector<std::uint8_t> typed;
    const auto size = static_cast<std::uint32_t>(build.document.blocks.size());
    for (std::uint32_t i = 0; i < size; ++i)
        if (is_section(build, i)) typed.push_back(typed_level(build, i, counters));
    if (typed.empty()) return;
    counters.least = *std::min_element(typed.begin(), typed.end());
    Counters trial;
    for (auto one = std::find(typed.begin(), typed.end(), counters.least); one != typed.end(); ++one)
        if (const std::uint8_t level = level_of(trial, *one).level; counters.later[*one] == 0)
            counters.later[*one] = level;
}

void find_heading(Build& build, Counters& counters, std::uint32_t index) {
    const Block& block = build.document.blocks[index];
    const std::uint8_t typed = typed_level(build, index, counters);
    const Counters::Open open = level_of(counters, typed);
    const std::uint8_t level = open.shown;
    if (level < typed)
        build.notes.remark(block.place, "heading-skipped",
                           {std::to_string(block.level), std::to_string(level)});
    Target target;
    target.block = index;
    target.level = level;
    target.title = title_words(block.text);
    target.nesting = open.level;
    target.unlisted = has_class(block.attributes, "unlisted");
    target.anchor = add_anchor(build, block.attributes.id);
    const bool wanted = build.styled.metadata.number_sections.value_or(build.sheet.number_sections);
    if (level == 1) {
        counters.in_appendix = has_class(block.attributes, "appendix");
        counters.appendices += counters.in_appendix ? 1 : 0;
    }
    const bool numbered = (wanted || (counters.in_appendix && level == 1)) &&
                          !has_class(block.attributes, "unnumbered") && !has_typed_number(target.title);
    if (numbered || has_typed_number(target.title)) ++counters.level[level];
    for (std::size_t deeper = level + 1U; deeper <= levels_max; ++deeper) counters.level[deeper] = 0;
    if (level == 1 && build.sheet.chapter_numbers) counters.figures = counters.tables = 0;
    if (numbered)
        target.number = counters.in_appendix ? appendix_number(build, counters, level)
                                             : section_number(build.sheet, counters, level);
    target.mention = "“" + target.number + target.title + "”";
    if (build.styled.language == Language::zh_hant_tw || build.styled.language == Language::zh_hant_hk ||
        build.styled.language == Language::ja)
        target.mention = "「" + target.number + target.title + "」";
    add_target(build, std::move(target), block.attributes.id);
}

void find_object(Build& build, Counters& counters, std::uint32_t index, const Attributes& attributes,
                 bool is_table) {
    if (attributes.id.empty()) return;
    std::uint32_t& count = is_table ? counters.tables : counters.figures;
    Target target;
    target.block = index;
    target.anchor = add_anchor(build, attributes.id);
    target.number = object_number(build, counters, ++count);
    const std::string_view word = is_table ? build.labels.table : build.labels.figure;
    target.mention = std::string(word) + std::string(build.labels.number_gap) + target.number;
    add_target(build, std::move(target), attributes.id);
}

/// No H1 but the title: the sections begin at H2.
std::uint8_t title_shift(const Build& build) {
    const auto& blocks = build.document.blocks;
    for (std::uint32_t i = build.red_head_end; i < blocks.size(); ++i) {
        if (blocks[i].kind != BlockKind::heading || blocks[i].level != 1 || i == build.title_block) continue;
        const bool is_appendix = build.sheet.official.used && appendix_of(plain_text(blocks[i].text));
        if (!is_appendix) return 0;
    }
    return 1;
}

/// The heading that is the title is no section, but links to it still find it.
void find_title(Build& build) {
    build.title_anchor = add_anchor(build, "title");
    if (build.title_block == none) return;
    const Block& block = build.document.blocks[build.title_block];
    Target target;
    target.block = build.title_block;
    target.anchor = build.title_anchor;
    target.title = target.mention = title_words(block.text);
    target.unlisted = true;
    add_target(build, std::move(target), block.attributes.id);
}

/// A paragraph that links lead to.
void find_paragraph(Build& build, std::uint32_t index) {
    const Block& block = build.document.blocks[index];
    if (block.attributes.id.empty() || build.by_id.contains(block.attributes.id)) return;
    if (const auto picture = build.by_block.find(index); picture != build.by_block.end()) {
        build.by_id.emplace(block.attributes.id, picture->second);
        return;
    }
    Target target;
    target.block = index;
    target.anchor = add_anchor(build, block.attributes.id);
    target.mention = plain_text(block.text);
    target.unlisted = true;
    add_target(build, std::move(target), block.attributes.id);
}

void find_figure(Build& build, Counters& counters, std::uint32_t index) {
    for (const Mark& mark : build.document.blocks[index].text.marks)
        if (mark.kind == MarkKind::image)
            find_object(build, counters, index, build.document.images[mark.data].attributes, false);
}

/// Formulas that are referred to are numbered through the report, unless their author did.
void find_formula(Build& build, Counters& counters, std::uint32_t index) {
    const Block& block = build.document.blocks[index];
    if (block.attributes.id.empty() || build.by_id.contains(block.attributes.id)) return;
    std::string& tag = build.styled.formulas[block.text.marks[0].data].tag;
    if (tag.empty()) tag = std::to_string(++counters.formulas);
    Target target;
    target.block = index;
    target.anchor = add_anchor(build, block.attributes.id);
    target.mention = is_han(build.styled.language) ? "（" + tag + "）" : "(" + tag + ")";
    target.unlisted = true;
    add_target(build, std::move(target), block.attributes.id);
}

bool consume(std::u32string_view& rest, std::u32string_view any, std::size_t max) {
    std::size_t taken = 0;
    while (taken < rest.size() && taken < max && any.find(rest[taken]) != std::u32string_view::npos) ++taken;
    rest.remove_prefix(taken);
    return taken > 0;
}

}  // namespace

bool has_typed_number(std::string_view heading) {
    constexpr std::u32string_view han = U"〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾",
                                  arabic = U"0123456789";
    constexpr std::u32string_view units = U"章节節条條编編部分篇回卷款项項課课讲講장절조";
    const std::u32string text = utf32(heading.substr(0, std::min<std::size_t>(heading.size(), 200)));
    std::u32string_view rest = text;
    if (rest.empty()) return false;
    if (rest[0] == U'第' || rest[0] == U'제') {
        rest.remove_prefix(1);
        consume(rest, U" ", 1);
        if (!consume(rest, han, 8) && !consume(rest, arabic, 5)) return false;
        consume(rest, U" ", 1);
        return consume(rest, units, 1);
    }
    const bool bracket = consume(rest, U"（(", 1);
    if (rest.empty()) return false;
    if (consume(rest, U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)) return true;
    if (consume(rest, han, 6)) return bracket ? consume(rest, U"）)", 1) : consume(rest, U"、．.", 1);
    if (!consume(rest, arabic, 4)) return false;
    if (bracket) return consume(rest, U"）)", 1);
    if (consume(rest, U"、．)）", 1)) return true;
    // "1 范围", as standards have it; but "5 个问题" counts.
    if (text.size() - rest.size() <= 2 && consume(rest, U" 　", 2) && !rest.empty())
        return is_wide(rest[0]) && !consume(rest, U"个個年月日号號条條项項种種大类類步点點位家次万亿億", 1);
    bool dotted = false;
    while (consume(rest, U".", 1)) dotted = true, consume(rest, arabic, 3);
    return dotted && (rest.empty() || !consume(rest, U"%％年月日", 1));
}

void find_targets(Build& build) {
    Counters counters;
    counters.shift = title_shift(build);
    look_ahead(build, counters);
    find_title(build);
    const auto& blocks = build.document.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        if (build.typed_contents.holds(i)) continue;
        if (is_section(build, i)) find_heading(build, counters, i);
        if (blocks[i].kind == BlockKind::paragraph && i != build.title_block) {
            find_figure(build, counters, i);
            find_paragraph(build, i);
        }
        if (blocks[i].kind == BlockKind::formula) find_formula(build, counters, i);
        if (blocks[i].kind == BlockKind::table) find_object(build, counters, i, blocks[i].attributes, true);
    }
}

}  // namespace hanqing
