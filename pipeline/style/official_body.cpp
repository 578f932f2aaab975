// SPDX-License-Identifier: Apache-2.0
// What stands around the text of an official document: 主送机关, 附件说明, 落款, 附注, people of 纪要
// (GB/T 9704 7.3, 10.3).
#include "style/name_list.hpp"
#include "style/official.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// A paragraph of the flow in a rule's look.
FlowBlock& put(Build& build, Sequence& to, std::string text, const TextRule& rule, bool indented = true) {
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, 0);
    const std::uint32_t paragraph = add_plain(build, std::move(text), rule, tag, indented);
    to.flow.push_back(flow_of(rule, FlowKind::paragraph, paragraph, build));
    return to.flow.back();
}

/// A text beside the first line of a block.
void put_beside(Build& build, FlowBlock& block, std::string text, TextRule rule, Length left, Length width) {
    rule.left = rule.right = rule.first_indent = {};
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, 0);
    const std::uint32_t paragraph = add_plain(build, std::move(text), rule, tag, false);
    build.styled.paragraphs[paragraph].measure = width;
    block.beside.push_back({paragraph, left, width});
}

/// Never alone on a page: the last lines of the text go along (7.3.5.5).
void keep_last(Sequence& to) {
    if (!to.flow.empty()) to.flow.back().keep_with_next = true;
}

/// "附件：1." and the name; turned lines begin under its first character (7.3.4).
void add_attachments(Build& build, Sequence& to) {
    const auto& names = element_of(build, "attachments");
    if (names.empty()) return;
    keep_last(to);
    TextRule rule = build.sheet.rule("attachments");
    const Length em = rule.size, indent = rule.first_indent, word = em * 3;
    const bool numbered = names.size() > 1;
    const Length number = !numbered ? Length{} : names.size() > 9 ? em * 3 / 2 : em;
    rule.first_indent = {};
    rule.left += indent + word + number;
    TextRule label = rule;
    label.align = Align::left;
    for (std::size_t i = 0; i < names.size(); ++i) {
        FlowBlock& block = put(build, to, names[i], rule);
        if (i > 0) block.space_before = {};
        block.keep_with_next = true;
        const std::string count = numbered ? std::to_string(i + 1) + "." : "";
        if (i == 0)
            put_beside(build, block, "附件：" + count, label, indent, word + number + em);
        else
            put_beside(build, block, count, label, indent + word, number + em);
    }
}

enum class Sealing : std::uint8_t { sealed, unsealed, stamped };

Sealing sealing_of(const Build& build) {
    if (!element_of(build, "signature-stamp").empty()) return Sealing::stamped;
    const auto& typed = element_of(build, "sealing");
    return !typed.empty() && typed.front() == "unsealed" ? Sealing::unsealed : Sealing::sealed;
}

std::vector<std::string> signatures_of(const Build& build) {
    const auto& typed = element_of(build, "signature");
    if (!typed.empty()) return typed;
    if (build.styled.metadata.organization.empty()) return {};
    return {build.styled.metadata.organization};
}

std::string date_of(const Build& build) {
    const Metadata& metadata = build.styled.metadata;
    return metadata.date ? date_text(*metadata.date, build.styled.language) : metadata.date_text;
}

TextRule closing_rule(const Build& build) {
    TextRule rule = build.sheet.rule("signature");
    rule.align = Align::left;
    rule.left = rule.right = rule.first_indent = {};
    return rule;
}

/// Joint documents with seals: organs in rows, each over the place of its seal, the last over the date.
void add_sealed_rows(Build& build, Sequence& to, const std::vector<std::string>& organs) {
    const OfficialLook& look = build.sheet.official;
    const TextRule rule = closing_rule(build);
    std::int64_t longest = 2;
    for (const std::string& organ : organs) longest = std::max(longest, half_ems(organ));
    const Length step = larger(look.seal_size + points(4), rule.size * (longest + 1) / 2);
    // The last column stands over the date, about 7 em from the right edge.
    const Length room = build.measure - look.seal_right - rule.size * 3;
    const std::int64_t fits = 1 + (room - step / 2).raw / step.raw;
    const auto columns = static_cast<std::size_t>(std::clamp<std::int64_t>(fits, 1, 3));
    const std::size_t first_row = (organs.size() - 1) % columns + 1;
    const std::int64_t lines = 1 + (look.seal_size.raw - 1) / build.sheet.line_pitch.raw;
    for (std::size_t begin = 0, end = first_row; begin < organs.size(); begin = end, end += columns) {
        FlowBlock& block = put(build, to, organs[end - 1], rule, false);
        block.space_before = begin == 0 ? look.seal_gap : build.sheet.line_pitch * lines;
        block.keep_with_next = true;
        TextRule centred = rule;
        centred.align = Align::centre;
        for (std::size_t i = begin; i + 1 < end; ++i)
            put_beside(build, block, organs[i], centred, step * static_cast<std::int64_t>(end - 1 - i), step);
    }
}

void add_unsealed(Build& build, Sequence& to, const std::vector<std::string>& organs) {
    const TextRule rule = closing_rule(build);
    for (std::size_t i = 0; i < organs.size(); ++i) {
        FlowBlock& block = put(build, to, organs[i], rule, false);
        block.space_before = i == 0 ? build.sheet.official.signature_gap : Length{};
        block.keep_with_next = true;
    }
}

/// The signer's post two ems left of the place of the stamp, one line an organ (7.3.5.3).
void add_stamps(Build& build, Sequence& to) {
    const OfficialLook& look = build.sheet.official;
    const auto &posts = element_of(build, "signer-post"), &names = element_of(build, "signature-stamp");
    TextRule rule = closing_rule(build);
    rule.align = Align::right;
    rule.right = look.stamp_right;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool has_post = i < posts.size();
        TextRule first = has_post ? rule : build.sheet.rule("signature-stamp");
        first.align = rule.align;
        first.right = rule.right;
        FlowBlock& block = put(build, to, has_post ? posts[i] + "　　" : names[i], first, false);
        if (has_post) append_plain(build, block.index, names[i], build.sheet.rule("signature-stamp"));
        block.space_before = i == 0 ? look.stamp_gap : build.sheet.line_pitch;
        block.keep_with_next = true;
    }
}

void add_closing(Build& build, Sequence& to) {
    const OfficialLook& look = build.sheet.official;
    const std::string date = date_of(build);
    const Sealing sealing = sealing_of(build);
    const std::vector<std::string> organs = signatures_of(build);
    if (!look.closing || (date.empty() && organs.empty() && sealing != Sealing::stamped)) return;
    keep_last(to);
    Closing closing;
    closing.begin = static_cast<std::uint32_t>(to.flow.size());
    closing.step = sealing == Sealing::unsealed ? look.date_step : Length{};
    closing.right = sealing == Sealing::sealed     ? look.seal_right
                    : sealing == Sealing::unsealed ? look.signature_right
                                                   : look.stamp_right;
    if (sealing == Sealing::stamped)
        add_stamps(build, to);
    else if (sealing == Sealing::sealed && !organs.empty())
        add_sealed_rows(build, to, organs);
    else
        add_unsealed(build, to, organs);
    if (sealing == Sealing::stamped) closing.begin = static_cast<std::uint32_t>(to.flow.size());
    FlowBlock& block = put(build, to, date, closing_rule(build), false);
    if (sealing == Sealing::stamped) block.space_before = build.sheet.line_pitch;
    if (organs.empty() && sealing != Sealing::stamped) block.space_before = look.signature_gap;
    closing.end = static_cast<std::uint32_t>(to.flow.size());
    closing.centred = sealing == Sealing::sealed;
    to.closings.push_back(closing);
}

/// 出席： and names, turned lines after the colon (10.3).
void add_people(Build& build, Sequence& to, std::string_view key, std::string_view word, bool first) {
    const auto& names = element_of(build, key);
    if (names.empty()) return;
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : "、") + name;
    TextRule rule = build.sheet.rule("participants");
    const Length indent = rule.first_indent, label_width = rule.size * half_ems(word) / 2;
    rule.first_indent = {};
    rule.left += indent + label_width;
    FlowBlock& block = put(build, to, std::move(all), rule);
    if (!first) block.space_before = {};
    keep_names_whole(build, block.index);
    put_beside(build, block, std::string(word), build.sheet.rule("participants-label"), indent,
               label_width + rule.size);
}

}  // namespace

void add_addressee(Build& build, Sequence& to) {
    const auto& typed = element_of(build, "addressee");
    if (typed.empty() || addressee_moves(build)) return;
    std::string all;
    for (const std::string& one : typed) all += (all.empty() ? "" : "，") + one;
    if (all.ends_with(":")) all.pop_back();
    if (!all.ends_with("：")) all += "：";
    put(build, to, std::move(all), build.sheet.rule("addressee")).keep_with_next = true;
}

void add_appendix(Build& build, Sequence& to, const Appendix& appendix, const Target& target,
                  std::uint32_t tag) {
    const auto& listed = element_of(build, "attachments");
    std::string title = appendix.title;
    if (title.empty() && build.appendices < listed.size()) title = listed[build.appendices];
    ++build.appendices;
    const TextRule& rule = build.sheet.rule("appendix-mark");
    FlowBlock block =
        flow_of(rule, FlowKind::paragraph, add_plain(build, appendix.label, rule, tag, false), build);
    block.break_before = FlowBlock::Break::page;
    block.keep_with_next = true;
    block.anchor = target.anchor;
    block.heading_level = target.level;
    block.heading_text = title.empty() ? appendix.label : appendix.label + "　" + title;
    block.outline = static_cast<std::uint32_t>(build.styled.outline.size());
    build.styled.outline.push_back({block.heading_text, target.level, target.anchor});
    to.flow.push_back(std::move(block));
    if (title.empty()) return;
    to.flow.back().space_after = build.sheet.line_pitch;
    put(build, to, std::move(title), build.sheet.rule("appendix-title"), false).keep_with_next = true;
}

void close_official(Build& build, Sequence& to) {
    if (!build.sheet.official.used || build.closed) return;
    build.closed = true;
    add_attachments(build, to);
    add_closing(build, to);
    const auto& remarks = element_of(build, "remarks");
    if (!remarks.empty()) {
        std::string text = remarks.front();
        for (std::size_t i = 1; i < remarks.size(); ++i) text += "；" + remarks[i];
        if (!text.starts_with("（")) text = "（" + text + "）";
        keep_last(to);
        put(build, to, std::move(text), build.sheet.rule("remarks"));
    }
    const std::size_t before = to.flow.size();
    for (const auto& [key, word] : {std::pair<std::string_view, std::string_view>{"attendees", "出席："},
                                    {"absentees", "请假："},
                                    {"observers", "列席："}})
        add_people(build, to, key, word, to.flow.size() == before);
}

}  // namespace hanqing
