// SPDX-License-Identifier: Apache-2.0
// Outline entries with levels into the linked tree of 12.3.3.
#include "pdf/destination.hpp"
#include "pdf/navigation.hpp"

namespace hanqing {

namespace {

/// A longer outline opens with its upper level only.
constexpr std::size_t shown_open_max = 40;

struct Node {
    std::uint32_t parent = none, first = none, last = none, previous = none, next = none;
    std::int64_t below = 0;  ///< Entries below, all levels.
    std::int64_t children = 0;
    Reference object = 0;
};

/// A level that is skipped hangs below the nearest higher one.
std::vector<Node> linked(const std::vector<OutlineEntry>& entries) {
    std::vector<Node> nodes(entries.size());
    std::vector<std::uint32_t> open;
    std::uint32_t last_top = none;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        while (!open.empty() && entries[open.back()].level >= entries[i].level) open.pop_back();
        nodes[i].parent = open.empty() ? none : open.back();
        std::uint32_t& last = open.empty() ? last_top : nodes[open.back()].last;
        nodes[i].previous = last;
        if (last != none)
            nodes[last].next = i;
        else if (!open.empty())
            nodes[open.back()].first = i;
        last = i;
        if (!open.empty()) ++nodes[open.back()].children;
        for (const std::uint32_t above : open) ++nodes[above].below;
        open.push_back(i);
    }
    return nodes;
}

void append_link(std::string& to, std::string_view key, std::uint32_t node, const std::vector<Node>& nodes) {
    if (node == none) return;
    to += key;
    append_reference(to, nodes[node].object);
}

}  // namespace

Reference write_outline(const Pages& pages, const std::vector<Reference>& page_objects, Objects& objects) {
    const std::vector<OutlineEntry>& entries = pages.outline;
    if (entries.empty()) return 0;
    std::vector<Node> nodes = linked(entries);
    const Reference root = objects.reserve();
    for (Node& n : nodes) n.object = objects.reserve();
    const bool open = entries.size() <= shown_open_max;
    std::uint32_t last_top = 0;
    std::int64_t tops = 0;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        const Node& n = nodes[i];
        if (n.parent == none) {
            last_top = i;
            ++tops;
        }
        std::string d = "<</Title" + text_string(entries[i].title) + "/Parent ";
        append_reference(d, n.parent == none ? root : nodes[n.parent].object);
        append_link(d, "/Prev ", n.previous, nodes);
        append_link(d, "/Next ", n.next, nodes);
        append_link(d, "/First ", n.first, nodes);
        append_link(d, "/Last ", n.last, nodes);
        if (n.first != none) {
            d += "/Count ";
            append_integer(d, open ? n.below : -n.children);
        }
        objects.set(n.object, d + destination(entries[i].anchor, pages, page_objects) + ">>");
    }
    std::string d = "<</Type/Outlines/First " + reference_text(nodes[0].object) + "/Last " +
                    reference_text(nodes[last_top].object) + "/Count ";
    append_integer(d, open ? static_cast<std::int64_t>(nodes.size()) : tops);
    objects.set(root, d + ">>");
    return root;
}

}  // namespace hanqing
