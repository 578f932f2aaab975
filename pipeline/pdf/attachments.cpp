// SPDX-License-Identifier: Apache-2.0
// Attached files into embedded file streams and file specifications, reachable from /AF and by name.
#include "pdf/attachments.hpp"

#include "pdf/xmp.hpp"

#include <map>

namespace hanqing {

namespace {

std::string_view relationship_name(Attachment::Relationship relationship) {
    switch (relationship) {
        case Attachment::Relationship::data:
            return "/Data";
        case Attachment::Relationship::supplement:
            return "/Supplement";
        case Attachment::Relationship::source:
            break;
    }
    return "/Source";
}

Reference write_file(const Attachment& file, const Metadata& metadata, Objects& objects) {
    Hasher md5(Algorithm::md5);  // Table 46 names this digest; our own are in the XMP
    md5.update(file.bytes);
    std::string entries = "/Type/EmbeddedFile/Subtype" + name(file.media_type) + "/Params<</Size ";
    append_integer(entries, static_cast<std::int64_t>(file.bytes.size()));
    entries += "/ModDate(" + pdf_date(metadata) + ")/CheckSum" + hex_string(md5.finish()) + ">>";
    return objects.add_deflated(entries, file.bytes);
}

Reference write_specification(const Attachment& file, const Metadata& metadata, Objects& objects) {
    const std::string stream = reference_text(write_file(file, metadata, objects));
    std::string d = "<</Type/Filespec/F" + text_string(file.name) + "/UF" + text_string(file.name);
    if (!file.description.empty()) d += "/Desc" + text_string(file.description);
    d += "/AFRelationship";
    d += relationship_name(file.relationship);
    return objects.add(d + "/EF<</F " + stream + "/UF " + stream + ">>>>");
}

}  // namespace

AttachmentEntries write_attachments(const std::vector<Attachment>& attachments, const Metadata& metadata,
                                    Objects& objects) {
    if (attachments.empty()) return {};
    AttachmentEntries entries{"/AF[", "/EmbeddedFiles<</Names["};
    std::multimap<std::string, Reference>
        by_name;  // a name tree is sorted (7.9.6); hexadecimal sorts as its bytes
    for (const Attachment& file : attachments) {
        const Reference specification = write_specification(file, metadata, objects);
        entries.associated += reference_text(specification) + ' ';
        std::string key = "<FEFF";
        append_utf16_hex(key, file.name);
        by_name.emplace(key + '>', specification);
    }
    for (const auto& [key, specification] : by_name)
        entries.embedded += key + ' ' + reference_text(specification) + ' ';
    entries.associated += "]";
    entries.embedded += "]>>";
    return entries;
}

}  // namespace hanqing
