// SPDX-License-Identifier: Apache-2.0
// documents.tsv, the catalogue, each record's metadata and the PDFs' own words against the content of one of
// our bags.
#include "archive/bag_check.hpp"
#include "archive/documents.hpp"
#include "archive/names.hpp"
#include "archive/xml.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace hanqing {
namespace {

constexpr std::string_view documents_name = "metadata/documents.tsv";
constexpr std::string_view catalogue_name = "data/文件目录.XML";
constexpr std::string_view records = "data/电子档案/";

std::string_view folder_of_record(std::string_view path) {
    std::size_t slash = records.size() - 1;
    for (int level = 0; level < 3 && slash != std::string_view::npos; ++level)
        slash = path.find('/', slash + 1);
    return path.substr(0, slash);
}

class DocumentCheck {
public:
    DocumentCheck(const Contents& contents, Notes& findings) : contents_(contents), findings_(findings) {}

    /// The number of records; nothing when documents.tsv is not as prescribed.
    std::optional<std::uint64_t> run(const std::string& documents) {
        const bool read = for_each_document(documents, [this](const DocumentRow& row) { list(row); });
        if (!read) return findings_.error({}, "documents-text"), std::nullopt;
        for_each_document(documents, [this](const DocumentRow& row) { compare(row); });
        finish_record();
        for (const auto& [name, file] : contents_.files())
            if (name.starts_with(records) && !paths_.contains(name))
                findings_.error({}, "documents-unlisted", {name});
        catalogue();
        if (contents_.find("metadata/premis.xml") == nullptr) findings_.error({}, "bag-premis");
        return identifiers_.size();
    }

private:
    /// First pass: what the second needs to know of a record's other files.
    void list(const DocumentRow& row) {
        identifiers_.insert(row.identifier);
        paths_.insert(row.path);
        if (row.role == "source") sources_.emplace(folder_of_record(row.path), row.sha256);
    }

    void compare(const DocumentRow& row) {
        if (row.identifier != record_) finish_record();
        record_ = row.identifier;
        if (row.role == "metadata")
            metadata_ = row.path;
        else if (const std::string_view folder = folder_of_record(row.path); folder.size() < row.path.size())
            files_.emplace_back(row.path.substr(folder.size() + 1), std::to_string(row.size));
        content(row);
        if (row.role == "pdf") pdf(row);
    }

    void content(const DocumentRow& row) {
        const Contents::File* file = contents_.find(row.path);
        if (file == nullptr) return findings_.error({}, "documents-file-missing", {row.path});
        if (file->size != row.size) findings_.error({}, "documents-size", {row.path});
        if (!file->digested) return;
        // An unsealed bag may have lost manifests, and with them the reason to compute their algorithm.
        const auto agrees = [&](Algorithm algorithm, const std::string& said) {
            return !contents_.has(algorithm) || contents_.digest(*file, algorithm) == said;
        };
        const bool same = agrees(Algorithm::sha256, row.sha256) && agrees(Algorithm::sha512, row.sha512) &&
                          agrees(Algorithm::sm3, row.sm3);
        if (!same) findings_.error({}, "documents-digest", {row.path});
    }

    /// What the PDF says in its XMP and what is attached to it, against its row and its record's Markdown.
    void pdf(const DocumentRow& row) {
        const auto looked = contents_.identity(row.path);
        if (!looked) return;
        if (!*looked) return findings_.error({}, "bag-pdf-unreadable", {row.path});
        const PdfIdentity& identity = **looked;
        const auto differ = [&](const char* what, const std::string& said, const std::string& expected) {
            findings_.error({}, "pdf-identity", {row.path, what, said, expected});
        };
        // A 档号 that `pack` assigned cannot stand in a PDF that was made before.
        if (!identity.identifier.empty() && identity.identifier != row.identifier)
            differ("identifier", identity.identifier, row.identifier);
        if (!identity.version.empty() && identity.version != row.version)
            differ("version", identity.version, row.version);
        const auto source = sources_.find(folder_of_record(row.path));
        if (source == sources_.end()) return;
        if (identity.source && hex(*identity.source) != source->second)
            differ("source", hex(*identity.source), source->second);
        if (identity.attached_source && hex(*identity.attached_source) != source->second)
            differ("attachment", hex(*identity.attached_source), source->second);
    }

    /// The rows of a record are over: is its 元数据.xml about them?
    void finish_record() {
        if (record_.empty()) return;
        std::sort(files_.begin(), files_.end());
        FilesDigest digest;
        for (const auto& [name, size] : files_) digest.add(name, size);
        const auto facts = contents_.records().find(metadata_);
        if (metadata_.empty())
            findings_.error({}, "record-metadata-missing", {record_});
        else if (facts != contents_.records().end() && !facts->second)
            findings_.error({}, "record-metadata-text", {metadata_});
        else if (facts != contents_.records().end()) {
            differ("档号", facts->second->identifier, record_);
            if (facts->second->title.empty() || facts->second->date.empty() || facts->second->year.empty())
                findings_.error({}, "record-metadata-empty", {metadata_});
            if (facts->second->files != digest.finish())
                findings_.error({}, "record-metadata-files", {metadata_});
        }
        described_.emplace(record_, std::exchange(metadata_, {}));
        files_.clear();
    }

    void differ(const char* what, const std::string& said, const std::string& expected) {
        if (said != expected) findings_.error({}, "record-metadata", {metadata_, what, said, expected});
    }

    void catalogue() {
        const std::string* text = contents_.text(std::string(catalogue_name));
        if (text == nullptr) return findings_.error({}, "bag-layout", {std::string(catalogue_name)});
        const auto entries = read_xml_leaves(*text, "文件");
        if (!entries) return findings_.error({}, "catalogue-text");
        std::set<std::string> listed;
        for (const XmlLeaves& entry : *entries) {
            std::map<std::string, std::string> fields(entry.begin(), entry.end());
            const std::string identifier = fields["档号"];
            if (!listed.insert(identifier).second)
                findings_.error({}, "catalogue-identifier-twice", {identifier});
            if (!identifiers_.contains(identifier))
                findings_.error({}, "catalogue-record-extra", {identifier});
            if (contents_.find(std::string(payload_folder) + fields["电子档案名称"]) == nullptr)
                findings_.error({}, "catalogue-file-missing", {identifier, fields["电子档案名称"]});
            describe(identifier, fields);
        }
        for (const std::string& identifier : identifiers_)
            if (!listed.contains(identifier)) findings_.error({}, "catalogue-record-missing", {identifier});
    }

    /// The catalogue's words for a record against those of its own metadata.
    void describe(const std::string& identifier, std::map<std::string, std::string>& fields) {
        const auto record = described_.find(identifier);
        if (record == described_.end()) return;
        const auto facts = contents_.records().find(record->second);
        if (facts == contents_.records().end() || !facts->second) return;
        metadata_ = record->second;
        differ("题名", facts->second->title, fields["题名"]);
        differ("责任者", facts->second->responsible, fields["责任者"]);
        differ("日期", facts->second->date, fields["日期"]);
        differ("密级", facts->second->secrecy, fields["密级"]);
    }

    const Contents& contents_;
    Notes& findings_;
    std::set<std::string> identifiers_;
    std::set<std::string, std::less<>> paths_;
    std::map<std::string, std::string, std::less<>> sources_;
    std::map<std::string, std::string> described_;  ///< 档号 -> path of its 元数据.xml.
    std::string record_, metadata_;                 ///< The record whose rows are being read.
    std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace

void check_documents(const Contents& contents, BagFacts& facts, Notes& findings) {
    const std::string* text = contents.text(std::string(documents_name));
    if (text == nullptr) return;
    if (const auto documents = DocumentCheck(contents, findings).run(*text)) facts.documents = *documents;
}

}  // namespace hanqing
