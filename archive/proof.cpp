// SPDX-License-Identifier: Apache-2.0
// Inclusion proofs as text that people, `verify` and a short script read.
#include "archive/proof.hpp"

#include "archive/bag_check.hpp"
#include "archive/documents.hpp"
#include "archive/history.hpp"
#include "archive/merkle.hpp"
#include "archive/tag_text.hpp"
#include "archive/tags_of.hpp"
#include "base/notes.hpp"

#include <algorithm>
#include <charconv>

namespace hanqing {
namespace {

constexpr std::string_view head = "Hanqing-Proof: 1\n";

/// Lines of manifest-sha256.txt in the order of the tree.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for_each_line(text, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

/// Whether the file of a manifest line is meant: its record's 档号, its path in the bag or in the collection.
bool is_meant(const DocumentRow& row, const std::string& record) {
    return row.identifier == record || row.path == record || row.origin == record;
}

InclusionProof proof_of(const std::vector<std::string>& lines, const std::vector<Digest>& leaves,
                        std::size_t index) {
    InclusionProof proof{lines[index], index, lines.size(), {}};
    for (const Digest& digest : merkle_path(leaves, index)) proof.path.push_back(hex(digest));
    return proof;
}

std::string take(std::string_view& text, std::string_view label, std::uint64_t& number) {
    ++number;
    const std::string prefix = std::string(label) + ": ";
    const std::size_t end = text.find('\n');
    if (!text.starts_with(prefix) || end == std::string_view::npos)
        throw Failure("proof-unreadable", {std::to_string(number)});
    std::string value(text.substr(prefix.size(), end - prefix.size()));
    text.remove_prefix(end + 1);
    return value;
}

std::uint64_t number_from(const std::string& text, std::uint64_t line) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw Failure("proof-unreadable", {std::to_string(line)});
    return value;
}

}  // namespace

RecordProof prove(const std::string& seal_path, const std::string& record) {
    const StoredSeal stored = read_seal(seal_path);
    if (!stored.seal) throw Failure("seal-unreadable", {seal_path});
    const std::string container = folder_of_path(seal_path) + "/" + file_name(stored.seal->container);
    const auto tags = tags_of(container, {"manifest-sha256.txt", "metadata/documents.tsv"});
    const auto manifest = tags.find("manifest-sha256.txt");
    const auto documents = tags.find("metadata/documents.tsv");
    const auto rows = documents == tags.end() ? std::nullopt : documents_from_text(documents->second);
    if (manifest == tags.end() || !rows) throw Failure("proof-wrong-seal", {stored.bag});

    const std::vector<std::string> lines = lines_of(manifest->second);
    std::vector<Digest> leaves;
    for (const std::string& line : lines) leaves.push_back(leaf_hash(line));
    if (hex(merkle_root(leaves)) != stored.seal->merkle_root) throw Failure("proof-wrong-seal", {stored.bag});

    RecordProof proof{file_name(seal_path), hex(sha256(stored.text)), stored.seal->merkle_root, {}};
    for (const DocumentRow& row : *rows) {
        const auto line = std::find(lines.begin(), lines.end(), row.sha256 + "  " + row.path);
        if (is_meant(row, record) && line != lines.end())
            proof.files.push_back(proof_of(lines, leaves, static_cast<std::size_t>(line - lines.begin())));
    }
    if (proof.files.empty()) throw Failure("proof-no-record", {record, stored.bag});
    return proof;
}

std::string text_of(const RecordProof& proof) {
    std::string text(head);
    text += "seal: " + proof.seal_name + "\nseal-sha256: " + proof.seal_sha256 +
            "\nmerkle-root: " + proof.root + "\n";
    for (const InclusionProof& file : proof.files) {
        text += "file: " + file.line + "\nindex: " + std::to_string(file.index) +
                "\nsize: " + std::to_string(file.size) + "\n";
        for (const std::string& digest : file.path) text += "hash: " + digest + "\n";
    }
    return text;
}

RecordProof proof_from_text(std::string_view text) {
    const std::string_view whole = text;
    std::uint64_t line = 1;
    if (!text.starts_with(head)) throw Failure("proof-unreadable", {"1"});
    text.remove_prefix(head.size());
    RecordProof proof;
    proof.seal_name = take(text, "seal", line);
    proof.seal_sha256 = take(text, "seal-sha256", line);
    proof.root = take(text, "merkle-root", line);
    while (!text.empty()) {
        InclusionProof file;
        file.line = take(text, "file", line);
        file.index = number_from(take(text, "index", line), line);
        file.size = number_from(take(text, "size", line), line);
        while (text.starts_with("hash: ")) file.path.push_back(take(text, "hash", line));
        proof.files.push_back(std::move(file));
    }
    if (proof.files.empty() || text_of(proof) != whole)
        throw Failure("proof-unreadable", {std::to_string(line)});
    return proof;
}

}  // namespace hanqing
