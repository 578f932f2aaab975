// SPDX-License-Identifier: Apache-2.0
// Inclusion proofs: that one record belongs to a sealed bag, shown without the rest of it (RFC 9162 2.1.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// One manifest line, its place in the tree, and the hashes that lead from it to the root.
struct InclusionProof {
    std::string line;  ///< "hex  data/…" without its line end.
    std::uint64_t index = 0, size = 0;
    std::vector<std::string> path;  ///< Hex, from the leaf upwards.
};

/// What a proof file says: X.<identifier>.proof.txt.
struct RecordProof {
    std::string seal_name;  ///< "J001-2024-永久-公开.seal.txt"
    std::string seal_sha256, root;
    std::vector<InclusionProof> files;
};

/// Proves every file of the record with this 档号 (or the one file of this path) from the container beside
/// the seal. Failure "proof-no-record" {record, bag}, "proof-wrong-seal" {bag} when the container is not the
/// sealed one.
RecordProof prove(const std::string& seal_path, const std::string& record);

std::string text_of(const RecordProof& proof);
/// Failure "proof-unreadable" {line}.
RecordProof proof_from_text(std::string_view text);

/// A POSIX shell script that checks such a proof with openssl and od alone: `sh check-proof.sh PROOF SEAL
/// FILE…`.
std::string_view proof_script();

}  // namespace hanqing
