// SPDX-License-Identifier: Apache-2.0
// 版头 (GB/T 9704 7.2, 10.1–10.3): texts and rules at fixed places of page 1. A text's place is the upper
// edge of its em box, so each is set in a line as high as its size.
#include "style/official.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::string_view suffix = "文件";

struct Head {
    Build& build;
    Sequence& to;
    const OfficialLook& look;
    Length left, width;
    Length y;          ///< Lower edge of what stands so far.
    bool any = false;  ///< Anything above the title at all.
};

TextRule flat(TextRule rule, Align align) {
    rule.line_pitch = rule.size;
    rule.align = align;
    rule.first_indent = rule.left = rule.right = {};
    rule.balance = false;
    return rule;
}

std::uint32_t put(Head& head, const std::string& text, const TextRule& rule, Length x, Length y,
                  Length width) {
    FixedText fixed;
    fixed.x = x;
    fixed.y = y;
    fixed.width = width;
    const std::uint32_t tag = add_tag(head.build, TagKind::paragraph, 0);
    fixed.paragraph = add_plain(head.build, text, rule, tag);
    head.build.styled.paragraphs[fixed.paragraph].measure = width;
    head.to.texts.push_back(fixed);
    head.y = larger(head.y, y + rule.size);
    head.any = true;
    return fixed.paragraph;
}

/// A rule of one or two lines from `top` downwards; `thick_first`: 上粗下细. Returns its lower edge.
Length put_rule(Head& head, Length top, bool thick_first) {
    const OfficialLook& look = head.look;
    const PageGeometry& page = head.build.sheet.page;
    const bool on_sheet = look.rule_width > Length{};
    const Length width = on_sheet ? look.rule_width : head.width;
    const Length x = on_sheet ? (page.width - width) / 2 : head.left;
    const bool twice = look.second_weight > Length{};
    const Length first = twice && !thick_first ? look.second_weight : look.rule_weight;
    head.to.rules.push_back({{{x, top}, width, first}, look.rule_colour});
    head.any = true;
    if (!twice) return top + first;
    const Length second = thick_first ? look.second_weight : look.rule_weight;
    head.to.rules.push_back({{{x, top + first + look.second_gap}, width, second}, look.rule_colour});
    return top + first + look.second_gap + second;
}

/// 份号 on line 1, 密级 on line 2, 紧急程度 below what there is (7.2.1–7.2.3); letters: from `top` on.
void put_notes(Head& head, Length top) {
    const Build& build = head.build;
    const Length pitch = build.sheet.line_pitch;
    const bool letter = head.look.rule_under == OfficialLook::RuleUnder::mark;
    Length y = top;
    const auto line = [&](const std::string& text, std::string_view rule) {
        put(head, text, flat(build.sheet.rule(rule), Align::left), head.left, y, head.width);
        y += pitch;
    };
    const auto& copy = element_of(build, "copy-number");
    if (!copy.empty()) line(copy.front(), "copy-number");
    if (!build.styled.metadata.secrecy.empty()) {
        if (copy.empty() && !letter) y += pitch;
        line(build.styled.metadata.secrecy, "secrecy");
    }
    const auto& urgency = element_of(build, "urgency");
    if (!urgency.empty()) line(urgency.front(), "secrecy");
}

void put_single_mark(Head& head, const std::string& mark, Length top) {
    TextRule rule = flat(head.build.sheet.rule("issuing-mark"), Align::centre);
    const Length full = rule.size * half_ems(mark) / 2;
    if (full > head.width) rule.size = scaled(rule.size, head.width.raw, full.raw);
    rule.line_pitch = rule.size;
    put(head, mark, rule, head.left, top, head.width);
}

/// Several organs one below the other, spread to one width, 文件 to their right in the middle (7.2.4).
void put_joint_mark(Head& head, std::vector<std::string> organs, Length top) {
    bool has_suffix = false;
    for (std::string& organ : organs)
        if (organ.ends_with(suffix)) organ.resize(organ.size() - suffix.size()), has_suffix = true;
    std::erase(organs, std::string());
    std::int64_t longest = 2;
    for (const std::string& organ : organs) longest = std::max(longest, half_ems(organ));
    TextRule rule = flat(head.build.sheet.rule("issuing-mark"), Align::left);
    // 文件 takes two ems and half an em before it.
    const Length full = rule.size * (longest + (has_suffix ? 5 : 0)) / 2;
    if (full > head.width) rule.size = scaled(rule.size, head.width.raw, full.raw);
    rule.line_pitch = rule.size;
    const Length names = rule.size * longest / 2, all = names + (has_suffix ? rule.size * 5 / 2 : Length{});
    const Length x = head.left + (head.width - all) / 2, step = scaled(rule.size, 5, 4);
    Length y = top;
    for (const std::string& organ : organs) {
        TextRule spread = rule;
        const std::int64_t glyphs = half_ems(organ) / 2;
        if (glyphs > 1) spread.tracking = (names - rule.size * half_ems(organ) / 2) / (glyphs - 1);
        put(head, organ, spread, x, y, names + rule.size);
        y += step;
    }
    if (!has_suffix) return;
    const Length lower = y - step + rule.size;
    put(head, std::string(suffix), rule, x + names + rule.size / 2, top + (lower - top - rule.size) / 2,
        rule.size * 3);
}

/// Where no title is set the mark is the document's first heading.
void name_by_mark(Head& head) {
    FixedText& mark = head.to.texts.back();
    head.build.styled.tags[head.build.styled.paragraphs[mark.paragraph].tag].kind = TagKind::h1;
    mark.anchor = head.build.title_anchor;
}

std::vector<std::string> signers_of(const Build& build) {
    std::vector<std::string> names;
    for (const std::string& typed : element_of(build, "signer")) {
        std::size_t from = 0;
        constexpr std::string_view comma = "、";
        for (std::size_t at = typed.find(comma); from <= typed.size(); at = typed.find(comma, from)) {
            const std::size_t end = std::min(at, typed.size());
            if (end > from) names.push_back(typed.substr(from, end - from));
            from = end + comma.size();
        }
    }
    return names;
}

/// 签发人：two names a row, the rows' first names below each other, one em from the right (7.2.6). Returns
/// the place of the last row.
Length put_signers(Head& head, const std::vector<std::string>& names, Length top) {
    const Build& build = head.build;
    const TextRule label = flat(build.sheet.rule("signer"), Align::left);
    const TextRule name = flat(build.sheet.rule("signer-name"), Align::left);
    std::int64_t longest = 2;
    for (const std::string& one : names) longest = std::max(longest, half_ems(one));
    const Length em = label.size, column = em * longest / 2;
    const std::int64_t columns = names.size() > 1 ? 2 : 1;
    const Length first = head.left + head.width - em - column * columns - em * (columns - 1);
    put(head, "签发人：", label, first - em * 4, top, em * 5);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i) / columns, at = static_cast<std::int64_t>(i) % columns;
        put(head, names[i], name, first + (column + em) * at, top + build.sheet.line_pitch * row,
            column + em);
    }
    return top + build.sheet.line_pitch * ((static_cast<std::int64_t>(names.size()) - 1) / columns);
}

void put_number(Head& head, Length top) {
    const Build& build = head.build;
    const std::string& number = build.styled.metadata.document_number;
    const TextRule& rule = build.sheet.rule("document-number");
    const std::vector<std::string> signers = signers_of(build);
    const bool letter = head.look.rule_under == OfficialLook::RuleUnder::mark;
    if (signers.empty() || letter) {
        if (!number.empty())
            put(head, number, flat(rule, letter ? Align::right : Align::centre), head.left, top, head.width);
        return;
    }
    const Length last = put_signers(head, signers, top);
    if (!number.empty())
        put(head, number, flat(rule, Align::left), head.left + rule.size, last, head.width / 2);
}

Length mark_top(const Head& head) {
    return head.look.mark_top + (head.look.mark_from_sheet ? Length{} : head.build.sheet.page.top);
}

}  // namespace

void add_official_head(Build& build, Sequence& to) {
    const OfficialLook& look = build.sheet.official;
    const PageGeometry& page = build.sheet.page;
    Head head{build, to, look, page.inner, page.width - page.inner - page.outer, {}, false};
    const bool letter = look.rule_under == OfficialLook::RuleUnder::mark;
    const auto& marks = element_of(build, "issuing-mark");
    if (!letter || marks.empty()) put_notes(head, page.top);
    if (marks.empty()) {  // printed on paper that bears its mark already
        put_number(head, larger(head.y, page.top));
    } else {
        head.y = {};
        // Letters bear the mark of the leading organ alone (10.1).
        if (marks.size() == 1 || letter)
            put_single_mark(head, marks.front(), mark_top(head));
        else
            put_joint_mark(head, marks, mark_top(head));
        if (!look.title) name_by_mark(head);
        if (letter) head.y = put_rule(head, head.y + look.rule_gap, true);
        const Length top = head.y + look.number_gap;
        if (letter) put_notes(head, top);
        put_number(head, top);
        if (look.rule_under == OfficialLook::RuleUnder::number)
            head.y = put_rule(head, head.y + look.rule_gap, true);
    }
    if (look.foot_rule > Length{} && !marks.empty()) {
        const Length depth = look.rule_weight + look.second_weight + look.second_gap;
        put_rule(head, page.height - look.foot_rule - depth, false);
    }
    if (head.any) build.first_page_top = larger(head.y + look.title_gap - page.top, Length{});
    to.first_page_top = build.first_page_top;
}

}  // namespace hanqing
