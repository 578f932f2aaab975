// SPDX-License-Identifier: Apache-2.0
// The read stage in one view: split off the front matter, prepare the text, parse it, walk the tree.
#include "read/markdown.hpp"

#include "base/unicode.hpp"
#include "read/blocks.hpp"
#include "read/front_matter.hpp"
#include "read/prepared.hpp"
#include "read/tree.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {
namespace {

bool is_too_deep(cmark_node* root, const Reading& reading) {
    const Depth deepest = depth_of(root);
    if (deepest.depth <= reading.limits.depth) return false;
    const std::uint32_t at = begin_of(deepest.node, reading.prepared).value_or(0);
    reading.notes.error(reading.place(at, at), "nesting-limit", {std::to_string(reading.limits.depth)});
    return true;
}

/// The tags of components that were taken away, in one note.
void tell_components(const Reading& reading) {
    const auto& components = reading.prepared.components;
    if (components.empty()) return;
    constexpr std::size_t names_max = 8;
    std::vector<std::string_view> names;
    Place first = components.front().second;
    for (const auto& [name, place] : components) {
        if (place.begin < first.begin) first = place;
        if (names.size() <= names_max && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i)
        all += i == names_max ? " …" : (i == 0 ? "<" : ", <") + std::string(names[i]) + ">";
    reading.notes.warning(first, "component-tags", {all});
}

}  // namespace

Document parse(const Source& source, Notes& notes, std::uint32_t file, const ReadLimits& limits) {
    const FrontMatter front = front_matter_of(source);
    Reading reading{source, {}, {}, notes, file, limits, {}, {}, {}, {}};
    if (source.bytes.size() > source_size_max || first_invalid_utf8(source.bytes))
        return {};  // noted by make_source
    reading.document.front_matter = record_of(front, source, file, notes);
    reading.prepared = prepare(source, front.body_begin, file, limits, notes);
    if (reading.prepared.refused) return std::move(reading.document);
    reading.document.comments = reading.prepared.comments;
    const Tree tree = tree_from(reading.prepared.text);
    if (!is_too_deep(tree.get(), reading)) BlockWalk(reading, tree.get()).run();
    tell_components(reading);
    return std::move(reading.document);
}

}  // namespace hanqing
