// SPDX-License-Identifier: Apache-2.0
// Reading heads.
#include "batch/head.hpp"

#include "batch/output_name.hpp"
#include "read/markdown.hpp"
#include "style/apply.hpp"

namespace hanqing {
namespace {

/// The text up to the line that closes the front matter: parsing it gives the front matter and nothing else.
Source cut_after_front_matter(const Source& source) {
    Source cut{source.name, "", {}, source.text_begin};
    const std::string_view bytes = source.bytes;
    std::size_t at = source.text_begin;
    bool first = true;
    while (at < bytes.size()) {
        const std::size_t end = bytes.find_first_of("\r\n", at);
        std::string_view line = bytes.substr(at, end == bytes.npos ? bytes.npos : end - at);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        if (first && line != "---") return cut;
        if (!first && (line == "---" || line == "...")) break;
        first = false;
        at = end == bytes.npos ? bytes.size() : end + 1;
        if (end != bytes.npos && bytes.substr(end, 2) == "\r\n") ++at;
    }
    const std::size_t end = bytes.find_first_of("\r\n", at);
    cut.bytes = std::string(bytes.substr(0, end == bytes.npos ? bytes.npos : end)) + "\n";
    return cut;
}

}  // namespace

Head head_of(const Collection& collection, const Source& source) {
    Notes unheard;
    const bool wants_title = collection.settings.output_name.find("{title}") != std::string::npos;
    const Document document = parse(wants_title ? source : cut_after_front_matter(source), unheard);
    std::vector<const Record*> records{&document.front_matter};
    for (const Record* record : farther_records(collection, source.name)) records.push_back(record);
    Head head;
    head.metadata = metadata_from(records, unheard);
    if (wants_title && head.metadata.title.empty()) head.metadata.title = first_heading(document);
    if (head.metadata.title.empty()) head.metadata.title = stem(source.name);
    const NameParts parts = name_parts(source.name, collection.settings.sources, head.metadata);
    head.year = parts.year;
    head.output = output_name(collection.settings.output_name, parts);
    return head;
}

}  // namespace hanqing
