// SPDX-License-Identifier: Apache-2.0
// What the seal says, compared line by line.
#include "archive/seal_check.hpp"

#include "archive/merkle.hpp"
#include "archive/names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hanqing {
namespace {

void check_tagmanifest(const std::string& name, Algorithm algorithm, const std::string& said,
                       const Contents& contents, Notes& findings) {
    const Contents::File* file = contents.find(name);
    if (file == nullptr || !file->digested || contents.digest(*file, algorithm) != said)
        findings.error({}, "seal-tagmanifest", {name});
}

void check_root(const Seal& seal, const Contents& contents, Notes& findings) {
    std::vector<Digest> leaves;
    for (const auto& [name, file] : contents.files()) {
        if (!name.starts_with(payload_folder)) continue;
        if (!file.digested) return;  // a sample says nothing about the whole
        leaves.push_back(leaf_hash(contents.digest(file, Algorithm::sha256) + "  " + name));
    }
    if (hex(merkle_root(leaves)) != seal.merkle_root) findings.error({}, "seal-merkle");
}

}  // namespace

void check_seal(const Seal& seal, const Contents& contents, const BagFacts& facts,
                const ContainerFacts& container, const std::string& top_folder, Notes& findings) {
    if (top_folder != seal.bag) findings.error({}, "seal-name", {seal.bag, top_folder});
    if (!container.sha256.empty()) {
        if (container.size != seal.container_bytes)
            findings.error(
                {}, "seal-size",
                {container.file, std::to_string(seal.container_bytes), std::to_string(container.size)});
        if (container.sha256 != seal.container_sha256) findings.error({}, "seal-container", {container.file});
    }
    check_tagmanifest("tagmanifest-sha256.txt", Algorithm::sha256, seal.tagmanifest_sha256, contents,
                      findings);
    check_tagmanifest("tagmanifest-sha512.txt", Algorithm::sha512, seal.tagmanifest_sha512, contents,
                      findings);
    check_tagmanifest("tagmanifest-sm3.txt", Algorithm::sm3, seal.tagmanifest_sm3, contents, findings);
    const std::string said = std::to_string(seal.payload_bytes) + "." + std::to_string(seal.payload_files);
    const std::string found = std::to_string(facts.payload_bytes) + "." + std::to_string(facts.payload_files);
    if (said != found) findings.error({}, "seal-payload", {said, found});
    if (seal.documents != facts.documents)
        findings.error({}, "seal-documents",
                       {std::to_string(seal.documents), std::to_string(facts.documents)});
    check_root(seal, contents, findings);
}

}  // namespace hanqing
