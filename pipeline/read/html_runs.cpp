// SPDX-License-Identifier: Apache-2.0
// Finds runs of siblings that HTML elements tie together, and makes fragments of them.
#include "read/html_runs.hpp"

#include "read/html_tag.hpp"
#include "read/private_marks.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

using Open = std::vector<std::pair<std::string, std::size_t>>;

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements whose end tag may be left out end where the next of their kind begins (HTML 13.1.2.4).
void end_implied(std::string_view name, Open& open) {
    const auto pop_while = [&](std::initializer_list<std::string_view> names) {
        while (!open.empty() && is_any(open.back().first, names)) open.pop_back();
    };
    if (name == "td" || name == "th")
        pop_while({"td", "th"});
    else if (name == "tr")
        pop_while({"td", "th", "tr"});
    else if (is_any(name, {"thead", "tbody", "tfoot"}))
        pop_while({"td", "th", "tr", "thead", "tbody", "tfoot", "colgroup"});
    else if (is_any(name, {"li", "p"}))
        pop_while({name});
    else if (is_any(name, {"dt", "dd"}))
        pop_while({"dt", "dd"});
}

/// Past a comment or the text of a script; `at` + 1 where neither begins.
std::size_t after_raw(std::string_view html, std::size_t at) {
    if (!html.substr(at).starts_with("<!--")) return at + 1;
    const std::size_t end = html.find("-->", at + 4);
    return end == std::string_view::npos ? html.size() : end + 3;
}

std::size_t after_raw_element(std::string_view html, std::size_t at, std::string_view name) {
    if (!is_any(name, {"script", "style", "textarea"})) return at;
    const std::size_t end = html.find("</" + std::string(name), at);
    return end == std::string_view::npos ? html.size() : end;
}

/// A declaration, or a first tag that is no element of HTML: a component, or `<int>` in prose.
bool is_no_html(std::string_view literal) {
    const std::size_t at = literal.find_first_not_of(" \t\n");
    if (at == std::string_view::npos) return false;
    const std::string_view rest = literal.substr(at);
    if (rest.starts_with("<!--")) return false;
    if (rest.starts_with("<!") || rest.starts_with("<?")) return true;
    std::size_t size = 0;
    const auto tag = html_tag(without_private(rest.substr(0, 4096)), size);
    return tag &&
           (meaning_of(tag->name).element == HtmlElement::unknown || is_component_name(tag->typed_name));
}

}  // namespace

std::uint32_t HtmlFragment::prepared_of(std::size_t at) const {
    const auto after = std::upper_bound(origins.begin(), origins.end(), at,
                                        [](std::size_t value, const Origin& o) { return value < o.text; });
    if (after == origins.begin()) return extent.begin;
    const Origin& origin = *std::prev(after);
    return std::min(origin.source + static_cast<std::uint32_t>(at - origin.text), extent.end);
}

std::string stand_in_name() {
    std::string name = "x";
    append_private(name, PrivateMark::tail);
    return name;
}

HtmlRuns::HtmlRuns(BlockWalk& walk, cmark_node* parent, Extent around) : walk_(walk), around_(around) {
    bool any = false;
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
        Sibling sibling{child, siblings_.size(), kind_of(child) == TreeKind::html_block, false};
        sibling.is_source = sibling.is_html && is_no_html(literal_of(child));
        any = any || sibling.is_html;
        siblings_.push_back(sibling);
    }
    if (any)
        match_tags();
    else
        siblings_.clear();
}

/// One pass with a stack over all siblings: an end tag ties its block to the one where the element began.
void HtmlRuns::match_tags() {
    Open open;
    for (std::size_t i = 0; i < siblings_.size(); ++i)
        if (siblings_[i].is_html && !siblings_[i].is_source) scan(i, open);
    for (std::size_t i = siblings_.size(); i-- > 0;) {
        std::size_t last = siblings_[i].last;
        for (std::size_t k = i + 1; k <= last; k = std::max(k + 1, siblings_[k].last))
            last = std::max(last, siblings_[k].last);
        siblings_[i].last = last;
    }
}

void HtmlRuns::scan(std::size_t index, Open& open) {
    const std::string_view html = literal_of(siblings_[index].node);
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        std::size_t size = 0;
        const auto tag = html_tag(html.substr(at), size);
        if (!tag) {
            at = after_raw(html, at);
            continue;
        }
        at += size;
        if (is_void_element(tag->name) || tag->is_empty ||
            meaning_of(tag->name).element == HtmlElement::unknown)
            continue;
        if (!tag->is_end) {
            end_implied(tag->name, open);
            if (open.size() >= html_depth_max) {
                siblings_[index].is_source = true;
                const std::uint32_t begin =
                    begin_of(siblings_[index].node, walk_.reading().prepared).value_or(around_.begin);
                walk_.reading().notes.once(Weight::warning, walk_.reading().place(begin, begin),
                                           "html-nesting", {std::to_string(html_depth_max)});
                return;
            }
            open.emplace_back(tag->name, index);
            at = after_raw_element(html, at, tag->name);
            continue;
        }
        const auto found =
            std::find_if(open.rbegin(), open.rend(), [&](const auto& o) { return o.first == tag->name; });
        if (found == open.rend()) continue;
        std::size_t& last = siblings_[found->second].last;
        last = std::max(last, index);
        open.erase(std::prev(found.base()), open.end());
    }
}

cmark_node* HtmlRuns::write_from(cmark_node* child) {
    if (siblings_.empty()) return child;
    while (siblings_[next_].node != child) ++next_;
    const Sibling& first = siblings_[next_];
    if (!first.is_html) return child;
    if (first.is_source) return child;
    write_html(fragment_of(next_, first.last), walk_);
    return cmark_node_next(siblings_[first.last].node);
}

HtmlFragment HtmlRuns::fragment_of(std::size_t first, std::size_t last) const {
    const Prepared& prepared = walk_.reading().prepared;
    HtmlFragment fragment;
    fragment.extent = extent_of(siblings_[first].node, prepared, around_);
    fragment.extent.end =
        std::max(fragment.extent.end, extent_of(siblings_[last].node, prepared, around_).end);
    for (std::size_t i = first; i <= last; ++i) {
        cmark_node* const node = siblings_[i].node;
        if (!siblings_[i].is_html || siblings_[i].is_source) {
            const std::string name = stand_in_name();
            fragment.text +=
                "<" + name + " n=" + std::to_string(fragment.markdown.size()) + "></" + name + ">";
            fragment.markdown.push_back(node);
            continue;
        }
        auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
        for (std::string_view literal = own_literal(node); !literal.empty(); ++line) {
            const std::size_t size = std::min(literal.find('\n'), literal.size() - 1) + 1;
            const std::size_t begin =
                line < prepared.lines.size() ? prepared.lines[line] : prepared.text.size();
            const std::size_t end = std::min(prepared.text.find('\n', begin), prepared.text.size()) + 1;
            const std::size_t source = end - begin >= size ? end - size : begin;
            fragment.origins.push_back(
                {static_cast<std::uint32_t>(fragment.text.size()), static_cast<std::uint32_t>(source)});
            fragment.text += literal.substr(0, size);
            literal.remove_prefix(size);
        }
    }
    return fragment;
}

}  // namespace hanqing
