// SPDX-License-Identifier: Apache-2.0
// Contents -> findings, by the rules of BagIt (RFC 8493 and 0.97) and then by those of our own packages.
#pragma once

#include "archive/contents.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// One line of a manifest, understood.
struct ManifestLine {
    std::string digest, path;  ///< Lower-case hex; "./" removed, %0A %0D %25 decoded.
    bool starred = false;      ///< md5sum's mark for binary files: allowed, but odd.
};
/// Nothing for a line that is no manifest line or names a path that may not be followed.
std::optional<ManifestLine> manifest_line(std::string_view line, bool decode_percent);

/// "manifest-sha256.txt" -> sha256. Nothing for other names and algorithms.
std::optional<Algorithm> algorithm_of_manifest(std::string_view name);
/// The algorithms that the manifests among these names use; ours when there is none.
std::vector<Algorithm> algorithms_of(const std::vector<std::string>& names);
std::string_view name_of(Algorithm algorithm);

struct BagFacts {
    std::string version;
    bool ours = false;  ///< Has metadata/documents.tsv: checked as one of ours.
    std::uint64_t payload_files = 0, payload_bytes = 0;
    std::uint64_t digested_files = 0, digested_bytes = 0;
    std::uint64_t documents = 0;  ///< Distinct 档号 in documents.tsv.
};

/// Findings: "bag-no-bagit", "bag-bagit-text", "bag-version" {version}, "bag-encoding" {name}, "bag-fetch",
/// "bag-no-manifest", "bag-line" {manifest, line}, "bag-listed-twice" {path, manifest}, "bag-digest" {path,
/// algorithms}, "bag-manifest-line" {manifest, path}, "bag-file-missing" {path, manifest}, "bag-file-extra"
/// {path}, "bag-file-unlisted" {path, manifest}, "bag-tag-unlisted" {path}, "bag-oxum" {said, found},
/// "bag-info" {line}, "bag-clash" {path, path}, "bag-normalisation" {path}, "bag-truncated" {path}.
BagFacts check_bag(Contents& contents, Notes& findings);

/// What only our packages have: documents.tsv and the catalogue against the content, PDFs against both.
void check_documents(const Contents& contents, BagFacts& facts, Notes& findings);

}  // namespace hanqing
