// SPDX-License-Identifier: Apache-2.0
// One file and its proof -> Receipt: that it belongs to a sealed bag whose container is not at hand.
#include "archive/digesting.hpp"
#include "archive/history.hpp"
#include "archive/merkle.hpp"
#include "archive/proof.hpp"
#include "archive/reading.hpp"
#include "archive/seal_check.hpp"
#include "archive/verify.hpp"
#include "base/file.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::uint64_t proof_bytes_max = std::uint64_t{16} << 20U;

std::string sha256_of_file(const std::string& path, std::uint64_t& size) {
    InputFile input(path, InputFile::Links::follow);
    Hasher hasher(Algorithm::sha256);
    std::string buffer(Digesting::block_bytes, '\0');
    while (const std::size_t got = input.read(buffer)) {
        hasher.update(std::string_view(buffer).substr(0, got));
        size += got;
    }
    return hex(hasher.finish());
}

/// Whether the path of this proof leads from its line to the root.
bool leads_to(const InclusionProof& proof, const std::string& root) {
    std::vector<Digest> path;
    for (const std::string& text : proof.path) {
        const auto digest = digest_from_hex(text);
        if (!digest) return false;
        path.push_back(*digest);
    }
    return hex(root_from_path(leaf_hash(proof.line), proof.index, proof.size, path)) == root;
}

void check_inclusion(const std::string& digest, const std::string& file, const RecordProof& proof,
                     const Seal& seal, Notes& findings) {
    const auto meant = std::find_if(proof.files.begin(), proof.files.end(), [&](const InclusionProof& one) {
        return one.line.starts_with(digest + "  ");
    });
    if (meant == proof.files.end()) return findings.error({}, "proof-other-file", {file});
    if (meant->size != seal.payload_files || !leads_to(*meant, seal.merkle_root))
        return findings.error({}, "proof-broken", {file});
    findings.remark({}, "proof-holds", {file, meant->line.substr(digest.size() + 2), seal.bag});
}

}  // namespace

Receipt verify_proof(const std::string& file, const std::string& proof_path, const std::string& seal_path,
                     const VerifyRequest& request) {
    Receipt receipt;
    receipt.path = file;
    receipt.kind = Receipt::Kind::file;
    const RecordProof proof = proof_from_text(read_file(proof_path, proof_bytes_max));
    const std::string beside = folder_of_path(proof_path) + "/" + file_name(proof.seal_name);
    const StoredSeal stored = read_seal(seal_path.empty() ? beside : seal_path);
    receipt.bag = stored.bag;
    receipt.seal = stored.seal;
    if (!stored.seal) {
        receipt.findings.error({}, "seal-unreadable", {file_name(stored.path)});
    } else {
        if (hex(sha256(stored.text)) != proof.seal_sha256 || stored.seal->merkle_root != proof.root)
            receipt.findings.error({}, "proof-other-seal", {file_name(stored.path)});
        const std::string digest = sha256_of_file(file, receipt.bytes);
        receipt.files = 1;
        check_inclusion(digest, file_name(file), proof, *stored.seal, receipt.findings);
        check_beside(stored, request, receipt);
    }
    if (receipt.findings.has_errors()) receipt.state = ReceiptState::damaged;
    return receipt;
}

}  // namespace hanqing
