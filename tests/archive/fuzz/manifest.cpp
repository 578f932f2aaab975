// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: the first byte picks the text, the rest is its content -> every reader of what lies in a
// bag.
#include "claim.hpp"

#include "archive/bag_check.hpp"
#include "archive/documents.hpp"
#include "archive/names.hpp"
#include "archive/record_facts.hpp"
#include "archive/tag_text.hpp"
#include "archive/xml.hpp"
#include "base/unicode.hpp"

#include <string>

using namespace hanqing;

namespace {

void documents(std::string_view bytes) {
    const auto rows = documents_from_text(bytes);
    if (!rows) return;
    std::string text(documents_head);
    for (const DocumentRow& row : *rows) text += document_line(row);
    must(text == bytes);
}

void name(std::string_view bytes) {
    if (first_invalid_utf8(bytes)) return;
    const std::string safe = safe_path(bytes);
    must(!hostile(safe) || safe.size() > member_path_bytes_max);
    must(safe_path(safe) == safe);
}

void tag_text(std::string_view bytes) {
    declaration_from(bytes);
    for (const char* encoding : {"UTF-8", "UTF-16", "ISO-8859-1"}) decoded_tag_text(bytes, encoding);
    for_each_line(bytes, [](std::string_view line) {
        const auto read = manifest_line(line, true);
        must(!read || !read->path.starts_with('/'));
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes = bytes_of(data + 1, size - 1);
    switch (data[0] % 4) {
        case 0:
            tag_text(bytes);
            break;
        case 1:
            documents(bytes);
            break;
        case 2:
            read_xml_leaves(bytes, "文件");
            record_facts(bytes);
            break;
        case 3:
            name(bytes);
            break;
    }
    return 0;
}
