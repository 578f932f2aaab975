// SPDX-License-Identifier: Apache-2.0
// Container or folder -> Receipt: what was read back, everything once, and what it says about itself.
#pragma once

#include "archive/natures.hpp"
#include "archive/seal.hpp"
#include "archive/token.hpp"
#include "base/notes.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// What a PDF of ours says about itself in its XMP, and what is attached to it. Read by `cli`.
struct PdfIdentity {
    std::string identifier, version;
    std::optional<Digest> source;           ///< Digest of the Markdown, as declared in XMP.
    std::optional<Digest> attached_source;  ///< Digest of the Markdown that is attached.
};
/// Nothing when the bytes are no PDF that can be read. Called from several threads.
using IdentifyPdf = std::function<std::optional<PdfIdentity>(std::string_view bytes)>;

/// All files of one record as the archive holds them, by name below its folder: what `verify --rerender`
/// makes again.
struct RecordContent {
    std::string folder;  ///< "data/电子档案/2024/综合/0001"
    std::map<std::string, std::string> files;
};
/// Called on the reading thread, record after record. One larger than 256 MiB is left out with a warning.
using UseRecord = std::function<void(const RecordContent& record)>;

/// 1/t of the payload at a time: n of t, both from 1; all t parts together are the whole.
struct Sample {
    std::uint32_t part = 1, parts = 1;
};

/// Which part of the bag with this seal is to be read; nothing: none, it was audited before.
using ChooseSample = std::function<std::optional<Sample>(const Seal& seal, std::string_view seal_text)>;

/// How far the bag in hand has been read.
struct ReadSoFar {
    std::string_view bag;    ///< File name of its container, or its folder.
    std::uint64_t read = 0;  ///< Bytes.
    std::uint64_t size = 0;  ///< Of the whole; 0: not known before.
};

struct VerifyRequest {
    std::vector<std::string> keys;  ///< Files of public keys that the auditor trusts.
    bool require_signature = false;
    std::string authority;  ///< PEM file of trusted roots of time-stamp authorities.
    Sample sample;
    ChooseSample choose_sample;                      ///< Empty: `sample` for every bag.
    IdentifyPdf identify;                            ///< Empty: PDFs are only digested.
    UseRecord use_record;                            ///< Empty: contents are not kept. Not with a sample.
    std::function<void(const ReadSoFar&)> progress;  ///< Called now and then, on the reading thread.
    std::function<void(const struct Receipt& receipt)> done;  ///< Called after each bag, skipped ones too.
};

enum class SignatureState : std::uint8_t {
    valid,        ///< By a key that the auditor named (or that such a key handed over to).
    unconfirmed,  ///< 签名有效，密钥未经您确认
    wrong,
    missing,  ///< The seal names the key, but the signature is not there.
};
struct SignatureFinding {
    std::string kind, fingerprint, file;
    SignatureState state = SignatureState::missing;
};

enum class ReceiptState : std::uint8_t {
    intact,    ///< 完好: everything that was asked for is there and right.
    damaged,   ///< At least one error.
    unsealed,  ///< A valid bag without a seal (a foreign bag, an unpacked one).
    disposed,  ///< 已销毁: gone by a signed disposal record.
    missing,   ///< The seal is there, its container is not.
};

/// The result for one bag.
struct Receipt {
    std::string path, bag;
    enum class Kind : std::uint8_t { tar, folder, zip, file } kind = Kind::tar;
    ReceiptState state = ReceiptState::intact;
    std::optional<Seal> seal;
    std::string bagit_version;
    std::uint64_t files = 0, bytes = 0;  ///< Payload that was read and compared.
    std::uint64_t documents = 0;
    bool sampled = false;     ///< Only a part was read: nothing is said about the rest.
    Sample sample;            ///< Which part.
    bool skipped = false;     ///< Nothing was read: `choose_sample` said so.
    bool repairable = false;  ///< PAR2 data lie beside it.
    std::vector<SignatureFinding> signatures;
    TokenFinding token;
    Notes findings;                    ///< Every fault by name; an error means it did not verify.
    std::vector<NatureCheck> natures;  ///< 四性检测; empty for foreign bags.
};

/// A folder of sealed bags: each one's receipt and what they say about each other.
struct ArchiveReceipt {
    std::vector<Receipt> bags;                ///< Order of sealing; those without a seal last, by name.
    std::vector<std::int32_t> missing_years;  ///< Between the first and the last.
    Notes findings;                           ///< The chain: sequence, previous digests, changed keys.
    [[nodiscard]] bool intact() const;
};

/// A tar or ZIP (with its seal beside it, if there is one), or the folder of one bag.
/// Throws Failure only when `path` cannot be opened; whatever is wrong inside is a finding.
Receipt verify(const std::string& path, const VerifyRequest& request);

/// The bag of one seal: its container, or the record of its disposal.
Receipt verify_sealed(const std::string& seal_path, const VerifyRequest& request);

/// A folder of tars and seals.
ArchiveReceipt verify_archive(const std::string& folder, const VerifyRequest& request);

/// One file against its proof and the seal that the proof names (looked for beside the proof when `seal_path`
/// is empty).
Receipt verify_proof(const std::string& file, const std::string& proof_path, const std::string& seal_path,
                     const VerifyRequest& request);

/// What lies at a path: decides which of the three is meant.
enum class Subject : std::uint8_t { container, seal, bag, archive, file };
Subject subject_at(const std::string& path);

}  // namespace hanqing
