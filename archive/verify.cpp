// SPDX-License-Identifier: Apache-2.0
// One container or bag folder -> Receipt.
#include "archive/verify.hpp"

#include "archive/bag_check.hpp"
#include "archive/history.hpp"
#include "archive/reading.hpp"
#include "archive/repair.hpp"
#include "archive/scan.hpp"
#include "archive/seal_check.hpp"

#include <boost/filesystem/operations.hpp>

#include <utility>

namespace hanqing {
namespace {

/// The first bytes of a ZIP; everything else is taken for a tar and judged by its reader.
bool is_zip(const std::string& path) {
    InputFile input(path, InputFile::Links::follow);
    std::string head(4, '\0');
    return input.read(head) == head.size() && (head == "PK\3\4" || head == "PK\5\6");
}

Receipt::Kind kind_of(const std::string& path) {
    boost::system::error_code error;
    if (boost::filesystem::is_directory(path, error)) return Receipt::Kind::folder;
    return is_zip(path) ? Receipt::Kind::zip : Receipt::Kind::tar;
}

std::vector<Algorithm> algorithms_for(const Receipt& receipt) {
    if (receipt.seal) return {Algorithm::sha256, Algorithm::sha512, Algorithm::sm3};
    if (receipt.kind == Receipt::Kind::folder) return algorithms_in_folder(receipt.path);
    return receipt.kind == Receipt::Kind::zip ? algorithms_in_zip(receipt.path)
                                              : algorithms_in_tar(receipt.path);
}

Scanned scan(Receipt& receipt, Digesting& digesting, Contents& contents, const VerifyRequest& request) {
    switch (receipt.kind) {
        case Receipt::Kind::folder:
            return scan_folder(receipt.path, digesting, contents, request, receipt.findings);
        case Receipt::Kind::zip:
            return scan_zip(receipt.path, digesting, contents, request, receipt.findings);
        default:
            break;
    }
    return scan_tar(receipt.path, digesting, contents, request, receipt.seal.has_value(), receipt.findings);
}

/// "x.tar" -> the seal beside it, and for a folder "x" likewise.
std::optional<StoredSeal> seal_beside(const std::string& path, Receipt::Kind kind) {
    std::string base = path;
    while (base.size() > 1 && base.ends_with('/')) base.pop_back();
    if (kind != Receipt::Kind::folder)
        if (const std::size_t dot = base.rfind('.'); dot != std::string::npos && dot > base.rfind('/') + 1)
            base.resize(dot);
    const std::string seal = base + std::string(seal_ending);
    if (!file_exists(seal)) return {};
    return read_seal(seal);
}

void judge(Receipt& receipt, const BagFacts& facts, bool sealed) {
    receipt.bagit_version = facts.version;
    receipt.files = facts.digested_files;
    receipt.bytes = facts.digested_bytes;
    receipt.documents = facts.documents;
    if (facts.ours) {
        const NatureFacts figures{facts.documents, facts.payload_files, facts.payload_bytes, sealed,
                                  receipt.sampled};
        receipt.natures = judge_natures(receipt.findings, figures);
    }
    if (receipt.findings.has_errors())
        receipt.state = ReceiptState::damaged;
    else if (!sealed)
        receipt.state = ReceiptState::unsealed;
}

void read_back(Receipt& receipt, const std::optional<StoredSeal>& stored, const VerifyRequest& request) {
    Digesting digesting(algorithms_for(receipt));
    Contents contents(digesting, request, receipt.findings);
    const Scanned scanned = scan(receipt, digesting, contents, request);
    contents.finish();
    receipt.bag = scanned.top_folder;
    for (const auto& [name, file] : contents.files())
        if (!file.digested && !receipt.sampled) receipt.findings.error({}, "bag-truncated", {name});
    BagFacts facts = check_bag(contents, receipt.findings);
    check_documents(contents, facts, receipt.findings);
    if (receipt.seal) {
        check_seal(*receipt.seal, contents, facts, scanned.container, scanned.top_folder, receipt.findings);
        check_beside(*stored, request, receipt);
    } else if (request.require_signature) {
        receipt.findings.error({}, "seal-signature-required");
    }
    judge(receipt, facts, receipt.seal.has_value());
    if (receipt.state == ReceiptState::damaged && receipt.kind != Receipt::Kind::folder)
        receipt.repairable = can_repair(folder_of_path(receipt.path), file_name(receipt.path));
}

}  // namespace

Receipt verify(const std::string& path, const VerifyRequest& request) {
    Receipt receipt;
    receipt.path = path;
    receipt.kind = kind_of(path);
    const std::optional<StoredSeal> stored = seal_beside(path, receipt.kind);
    if (stored) receipt.seal = stored->seal;
    if (stored && !stored->seal) receipt.findings.error({}, "seal-unreadable", {file_name(stored->path)});
    receipt.sample = request.sample;
    if (receipt.seal && request.choose_sample) {
        const auto chosen = request.choose_sample(*receipt.seal, stored->text);
        receipt.skipped = !chosen;
        receipt.bag = receipt.seal->bag;
        if (chosen) receipt.sample = *chosen;
    }
    receipt.sampled = receipt.sample.parts > 1;
    VerifyRequest own = request;
    own.sample = receipt.sample;
    if (!receipt.skipped) read_back(receipt, stored, own);
    if (request.done) request.done(receipt);
    return receipt;
}

Subject subject_at(const std::string& path) {
    boost::system::error_code error;
    if (!boost::filesystem::is_directory(path, error)) {
        if (path.ends_with(seal_ending)) return Subject::seal;
        const bool container = path.ends_with(".tar") || path.ends_with(".zip");
        return container ? Subject::container : Subject::file;
    }
    return file_exists(path + "/bagit.txt") ? Subject::bag : Subject::archive;
}

}  // namespace hanqing
