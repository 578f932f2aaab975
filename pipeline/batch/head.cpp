// SPDX-License-Identifier: Apache-2.0
// Reading heads.
#include "batch/head.hpp"

#include "batch/output_name.hpp"
#include "read/front_matter.hpp"
#include "read/markdown.hpp"
#include "style/apply.hpp"

namespace hanqing {
Head head_of(const Collection& collection, const Source& source) {
    Notes unheard;
    const bool wants_title = collection.settings.output_name.find("{title}") != std::string::npos;
    const Record record = record_of(front_matter_of(source), source, 0, unheard);
    std::vector<const Record*> records{&record};
    for (const Record* farther : farther_records(collection, source.name)) records.push_back(farther);
    Head head;
    head.metadata = metadata_from(records, unheard);
    if (wants_title && head.metadata.title.empty())
        head.metadata.title = first_heading(parse(source, unheard));
    if (head.metadata.title.empty()) head.metadata.title = title_from_path(source.name);
    const NameParts parts = name_parts(source.name, collection.settings.sources, head.metadata);
    head.year = parts.year;
    head.output = output_name(collection.settings.output_name, parts);
    return head;
}

}  // namespace hanqing
