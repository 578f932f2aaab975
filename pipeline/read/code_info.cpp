// SPDX-License-Identifier: Apache-2.0
// From the words behind a fence to what they ask for.
#include "read/code_info.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::string_view stops = " \t{},=[";

std::string_view between(std::string_view text, std::string_view open, char close) {
    const std::size_t at = text.find(open);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = text.substr(at + open.size());
    const std::size_t end = rest.find(close);
    return end == std::string_view::npos ? std::string_view() : rest.substr(0, end);
}

}  // namespace

std::string code_label(std::string_view info) {
    for (const std::string_view key : {"title=\"", "filename=\"", "file-name=\""})
        if (const std::string_view title = between(info, key, '"'); !title.empty()) return std::string(title);
    return std::string(between(info, " [", ']'));
}

void note_engine(Reading& reading, Place place, std::string_view info) {
    constexpr std::array<std::string_view, 14> diagrams{
        "plantuml", "puml",    "echarts", "graphviz",  "dot",      "flow",       "flowchart",
        "mindmap",  "markmap", "vega",    "vega-lite", "dataview", "dataviewjs", "wavedrom"};
    constexpr std::array<std::string_view, 5> run{"r", "python", "julia", "ojs", "sql"};
    const bool in_braces = info.starts_with('{');
    const std::string_view words = info.substr(in_braces ? 1 : 0);
    const std::string name(words.substr(0, words.find_first_of(stops)));
    if (name == "mermaid") return reading.notes.once(Weight::warning, place, "unsupported-mermaid");
    if (std::find(diagrams.begin(), diagrams.end(), name) != diagrams.end())
        return reading.notes.once(Weight::warning, place, "unsupported-diagram", {name});
    if (in_braces && std::find(run.begin(), run.end(), name) != run.end())
        reading.notes.once(Weight::warning, place, "code-not-run", {name});
}

}  // namespace hanqing
