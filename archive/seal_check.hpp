// SPDX-License-Identifier: Apache-2.0
// A seal against what was read, and against what stands beside it: signatures, token, evidence.
#pragma once

#include "archive/bag_check.hpp"
#include "archive/contents.hpp"
#include "archive/history.hpp"
#include "archive/verify.hpp"

#include <string>

namespace hanqing {

/// The container as it was read. `sha256` is empty when not all of it was (a sample, an unpacked folder).
struct ContainerFacts {
    std::string file;
    std::uint64_t size = 0;
    std::string sha256;
};

/// "seal-container" {file}, "seal-size" {file, said, found}, "seal-tagmanifest" {name}, "seal-payload" {said,
/// found}, "seal-merkle", "seal-documents" {said, found}, "seal-name" {said, found}.
void check_seal(const Seal& seal, const Contents& contents, const BagFacts& facts,
                const ContainerFacts& container, const std::string& top_folder, Notes& findings);

/// Signatures, token and evidence beside the seal; into the receipt.
/// "seal-signature-wrong" {file}, "seal-signature-missing" {file}, "seal-signature-unconfirmed" {kind,
/// fingerprint}, "seal-signature-none", "seal-signature-required", "key-wrong" {file}, "seal-token-wrong"
/// {file, reason}, "seal-token-unconfirmed" {time}, "evidence-missing" {file}, "evidence-text" {file},
/// "evidence-digest" {file, algorithm}, "evidence-file-missing" {file}.
void check_beside(const StoredSeal& stored, const VerifyRequest& request, Receipt& receipt);

}  // namespace hanqing
