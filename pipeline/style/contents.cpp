// SPDX-License-Identifier: Apache-2.0
// The contents, and the lists of figures and tables behind them.
#include "style/front.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace hanqing {
namespace {

/// A line of the contents or of a list.
struct Entry {
    std::string words, rule;
    std::uint32_t anchor = none;
};

std::uint32_t contents_link(Build& build, std::uint32_t paragraph, const Entry& entry, std::uint32_t tag) {
    build.styled.links.push_back({"", entry.anchor, entry.words});
    const auto link = static_cast<std::uint32_t>(build.styled.links.size() - 1);
    for (TextRun& run : build.styled.paragraphs[paragraph].runs) run.link = link, run.tag = tag;
    return link;
}

void add_contents_entry(Build& build, const Entry& entry, std::uint32_t contents_tag,
                        std::vector<FlowBlock>& to) {
    const TextRule& rule = build.sheet.rule(entry.rule);
    const std::uint32_t item = add_tag(build, TagKind::contents_item, contents_tag);
    const std::uint32_t reference = add_tag(build, TagKind::reference, item);
    const std::uint32_t link_tag = add_tag(build, TagKind::link, reference);
    const std::uint32_t paragraph = add_plain(build, entry.words, rule, reference);
    contents_link(build, paragraph, entry, link_tag);
    build.styled.paragraphs[paragraph].measure -= build.sheet.body_size * 4;  // the number's slot
    FlowBlock block = flow_of(rule, FlowKind::contents_entry, paragraph, build);
    block.entry_anchor = entry.anchor;
    to.push_back(std::move(block));
}

bool is_entry(const Build& build, const Target& target) {
    return target.level > 0 && target.level <= build.sheet.contents_depth && !target.unlisted;
}

}  // namespace

std::size_t contents_entries(const Build& build) {
    return static_cast<std::size_t>(std::count_if(build.targets.begin(), build.targets.end(),
                                                  [&](const Target& t) { return is_entry(build, t); }));
}

void add_contents(Build& build, ContentsPlace place, std::vector<FlowBlock>& to) {
    const bool begins_page = place == ContentsPlace::behind_cover && !to.empty();
    add_flowing(build, std::string(build.labels.contents), "contents-title", TagKind::paragraph, to);
    if (begins_page) to.back().break_before = FlowBlock::Break::page;
    if (place != ContentsPlace::before_text) {
        to.back().heading_level = 1;  // the running head of these pages
        to.back().heading_text = build.labels.contents;
    }
    const std::uint32_t tag = add_tag(build, TagKind::contents, 0);
    for (const Target& target : build.targets)
        if (is_entry(build, target))
            add_contents_entry(build,
                               {target.number + target.title,
                                "contents" + std::to_string(std::min<int>(target.level, 3)), target.anchor},
                               tag, to);
    if (place == ContentsPlace::before_text) to.back().space_after = build.sheet.line_pitch;
}

void add_list_of(Build& build, bool tables, std::string_view title, std::vector<FlowBlock>& to) {
    const auto is_wanted = [&](const Listed& one) { return one.is_table == tables; };
    if (std::none_of(build.listed.begin(), build.listed.end(), is_wanted)) return;
    add_flowing(build, std::string(title), "contents-title", TagKind::paragraph, to);
    const std::uint32_t tag = add_tag(build, TagKind::contents, 0);
    for (const Listed& one : build.listed)
        if (is_wanted(one)) add_contents_entry(build, {one.words, "contents1", one.anchor}, tag, to);
}

}  // namespace hanqing
