// SPDX-License-Identifier: Apache-2.0
// documents.tsv, the catalogue and the PDFs' own words against the content of one of our bags.
#include "archive/bag_check.hpp"
#include "archive/documents.hpp"
#include "archive/xml.hpp"

#include <map>
#include <set>

namespace hanqing {
namespace {

constexpr std::string_view documents_name = "metadata/documents.tsv";
constexpr std::string_view catalogue_name = "data/文件目录.XML";
constexpr std::string_view records = "data/电子档案/";

std::string folder_of_row(const DocumentRow& row) { return row.path.substr(0, row.path.rfind('/')); }

void check_row(const DocumentRow& row, const Contents& contents, Notes& findings) {
    const Contents::File* file = contents.find(row.path);
    if (file == nullptr) return findings.error({}, "documents-file-missing", {row.path});
    if (file->size != row.size) findings.error({}, "documents-size", {row.path});
    if (!file->digested) return;
    // An unsealed bag may have lost manifests, and with them the reason to compute their algorithm.
    const auto agrees = [&](Algorithm algorithm, const std::string& said) {
        return !contents.has(algorithm) || contents.digest(*file, algorithm) == said;
    };
    const bool same = agrees(Algorithm::sha256, row.sha256) && agrees(Algorithm::sha512, row.sha512) &&
                      agrees(Algorithm::sm3, row.sm3);
    if (!same) findings.error({}, "documents-digest", {row.path});
}

/// What the PDF says in its XMP and what is attached to it, against its row and its record's Markdown.
void check_pdf(const DocumentRow& row, const std::map<std::string, std::string>& sources,
               const Contents& contents, Notes& findings) {
    const auto looked = contents.identity(row.path);
    if (!looked) return;
    if (!*looked) return findings.error({}, "bag-pdf-unreadable", {row.path});
    const PdfIdentity& identity = **looked;
    const auto differ = [&](const char* what, const std::string& said, const std::string& expected) {
        findings.error({}, "pdf-identity", {row.path, what, said, expected});
    };
    // A 档号 that `pack` assigned cannot stand in a PDF that was made before.
    if (!identity.identifier.empty() && identity.identifier != row.identifier)
        differ("identifier", identity.identifier, row.identifier);
    if (!identity.version.empty() && identity.version != row.version)
        differ("version", identity.version, row.version);
    const auto source = sources.find(folder_of_row(row));
    if (source == sources.end()) return;
    if (identity.source && hex(*identity.source) != source->second)
        differ("source", hex(*identity.source), source->second);
    if (identity.attached_source && hex(*identity.attached_source) != source->second)
        differ("attachment", hex(*identity.attached_source), source->second);
}

void check_catalogue(const Contents& contents, const std::set<std::string>& identifiers, Notes& findings) {
    const std::string* text = contents.text(std::string(catalogue_name));
    if (text == nullptr) return findings.error({}, "bag-layout", {std::string(catalogue_name)});
    const auto entries = read_xml_leaves(*text, "文件");
    if (!entries) return findings.error({}, "catalogue-text");
    std::set<std::string> listed;
    for (const XmlLeaves& entry : *entries) {
        std::map<std::string, std::string> fields(entry.begin(), entry.end());
        const std::string identifier = fields["档号"];
        if (!listed.insert(identifier).second) findings.error({}, "catalogue-identifier-twice", {identifier});
        if (!identifiers.contains(identifier)) findings.error({}, "catalogue-record-extra", {identifier});
        if (contents.find("data/" + fields["电子档案名称"]) == nullptr)
            findings.error({}, "catalogue-file-missing", {identifier, fields["电子档案名称"]});
    }
    for (const std::string& identifier : identifiers)
        if (!listed.contains(identifier)) findings.error({}, "catalogue-record-missing", {identifier});
}

}  // namespace

void check_documents(const Contents& contents, BagFacts& facts, Notes& findings) {
    const std::string* text = contents.text(std::string(documents_name));
    if (text == nullptr) return;
    const auto rows = documents_from_text(*text);
    if (!rows) return findings.error({}, "documents-text");
    std::set<std::string> identifiers;
    std::set<std::string> paths;
    std::map<std::string, std::string> sources;
    for (const DocumentRow& row : *rows) {
        identifiers.insert(row.identifier);
        paths.insert(row.path);
        if (row.role == "source") sources.emplace(folder_of_row(row), row.sha256);
    }
    for (const DocumentRow& row : *rows) {
        check_row(row, contents, findings);
        if (row.role == "pdf") check_pdf(row, sources, contents, findings);
    }
    for (const auto& [name, file] : contents.files())
        if (name.starts_with(records) && !paths.contains(name))
            findings.error({}, "documents-unlisted", {name});
    facts.documents = identifiers.size();
    check_catalogue(contents, identifiers, findings);
    if (contents.find("metadata/premis.xml") == nullptr) findings.error({}, "bag-premis");
}

}  // namespace hanqing
