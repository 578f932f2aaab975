// SPDX-License-Identifier: Apache-2.0
// What stands beside a seal: signatures, time stamp, evidence file; and taking in what was made elsewhere.
#pragma once

#include "archive/keys.hpp"
#include "archive/seal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Takes in a signature of the seal that a device made. `certificate` is its certificate or public key (PEM).
/// Failure "seal-signature-wrong" {file} when it does not verify; "seal-covered" {later bag} when a later
/// seal vouches for the evidence as it is; "key-not-named" {fingerprint} when the seal names keys and this is
/// none of them.
void take_signature(const std::string& seal_path, const std::string& signature_path,
                    const std::string& certificate_path);
/// Takes in the reply of a time-stamp authority (RFC 3161). Failure "seal-token-wrong" {file, reason},
/// "seal-covered".
void take_timestamp(const std::string& seal_path, const std::string& reply_path);
/// Writes X.tsq for the seal: DER, SHA-256 of the seal, no nonce, certificate asked for.
void write_timestamp_query(const std::string& seal_path);

/// A statement, signed by the old key, that the new key takes over: "key-rotation-N.txt" and its signature.
void rotate_key(const std::string& folder, const SigningKey& from, const PublicKey& to,
                const std::string& date);

/// Why a sealed bag is gone although its seal stays: "X.disposal.txt", signed. Then `verify` says 已销毁, not
/// missing.
struct Disposal {
    std::string bag, date, authority, reason;
};
void write_disposal(const std::string& seal_path, const Disposal& disposal, const SigningKey& key);

/// A disposal record as found: `holds` only when its signature does and it is about this very seal.
struct SignedDisposal {
    Disposal disposal;
    std::string fingerprint;
    bool holds = false;
};
struct StoredSeal;
std::optional<SignedDisposal> read_disposal(const StoredSeal& stored);

/// Lines "SHA256 (name) = hex" and so on for files of one bag, in byte order of names: the text of
/// X.evidence.txt.
struct EvidenceLine {
    std::string algorithm, name, digest;
    friend bool operator==(const EvidenceLine&, const EvidenceLine&) = default;
};
/// The lines for what lies beside the seal now; the container's digest is the seal's, everything else is
/// read.
std::vector<EvidenceLine> evidence_of(const std::string& folder, const Seal& seal,
                                      std::string_view seal_text);
std::string evidence_text(const std::string& bag, const std::vector<EvidenceLine>& lines);
/// Nothing when the text is not exactly what `evidence_text` writes.
std::optional<std::vector<EvidenceLine>> evidence_from_text(const std::string& bag, std::string_view text);

}  // namespace hanqing
