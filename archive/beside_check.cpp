// SPDX-License-Identifier: Apache-2.0
// Signatures, token and evidence beside a seal.
#include "archive/evidence.hpp"
#include "archive/seal_check.hpp"
#include "archive/token.hpp"
#include "archive/trust.hpp"
#include "base/file.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 2> kinds{"ed25519", "sm2"};

class BesideCheck {
public:
    BesideCheck(const StoredSeal& stored, const VerifyRequest& request, Receipt& receipt)
        : stored_(stored),
          request_(request),
          receipt_(receipt),
          folder_(folder_of_path(stored.path)),
          trust_(folder_, request.keys) {}

    void run() {
        for (const std::string_view kind : kinds) signature(std::string(kind));
        if (receipt_.signatures.empty())
            note(request_.require_signature ? Weight::error : Weight::warning,
                 request_.require_signature ? "seal-signature-required" : "seal-signature-none", {});
        try {
            token();
            evidence();
        } catch (const Failure& failure) {  // something beside the seal is too large or no plain file
            note(Weight::error, "bag-unreadable",
                 {failure.arguments().empty() ? "" : failure.arguments().front(), failure.id()});
        }
    }

private:
    void note(Weight weight, std::string_view id, std::vector<std::string> arguments) {
        receipt_.findings.add(weight, {}, id, std::move(arguments));
    }

    [[nodiscard]] std::string name(std::string_view ending) const {
        return stored_.bag + std::string(ending);
    }
    [[nodiscard]] bool exists(const std::string& file) const { return file_exists(folder_ + "/" + file); }
    [[nodiscard]] std::string bytes(const std::string& file) const {
        return read_file(folder_ + "/" + file, small_file_max);
    }

    /// The fingerprint that the seal names for this kind; empty when it names none.
    [[nodiscard]] std::string named(const std::string& kind) const {
        for (const auto& [key_kind, fingerprint] : stored_.seal->keys)
            if (key_kind == kind) return fingerprint;
        return "";
    }

    void signature(const std::string& kind) {
        const std::string file = name("." + kind + ".sig");
        const std::string key_file = name("." + kind + ".pub");
        SignatureFinding finding{kind, named(kind), file, SignatureState::missing};
        if (!exists(file)) {
            if (finding.fingerprint.empty()) return;
            note(Weight::error, "seal-signature-missing", {file});
        } else if (!exists(key_file)) {
            note(Weight::error, "seal-signature-missing", {key_file});
        } else {
            judge(finding, file, key_file);
        }
        receipt_.signatures.push_back(finding);
    }

    void judge(SignatureFinding& finding, const std::string& file, const std::string& key_file) {
        finding.state = SignatureState::wrong;
        try {
            const PublicKey key(bytes(key_file), key_file);
            const std::string fingerprint = key.fingerprint();
            if (name_of(key.kind()) != finding.kind ||
                (!stored_.seal->keys.empty() && fingerprint != finding.fingerprint) ||
                key.pem() != bytes(key_file))
                return note(Weight::error, "key-wrong", {key_file});
            finding.fingerprint = fingerprint;
            if (!key.verifies(stored_.text, bytes(file)))
                return note(Weight::error, "seal-signature-wrong", {file});
        } catch (const Failure&) {
            return note(Weight::error, "key-wrong", {key_file});
        }
        finding.state =
            trust_.trusts(finding.fingerprint) ? SignatureState::valid : SignatureState::unconfirmed;
        if (finding.state == SignatureState::unconfirmed)
            note(request_.require_signature ? Weight::error : Weight::warning, "seal-signature-unconfirmed",
                 {finding.kind, finding.fingerprint});
    }

    void token() {
        const std::string file = name(".tsr");
        if (!exists(file)) return;
        const std::string authority =
            request_.authority.empty() ? "" : read_file(request_.authority, small_file_max);
        receipt_.token = check_token(bytes(file), stored_.text, authority);
        if (receipt_.token.state == TokenFinding::State::wrong)
            note(Weight::error, "seal-token-wrong", {file, receipt_.token.reason});
        if (receipt_.token.state == TokenFinding::State::unconfirmed)
            note(Weight::warning, "seal-token-unconfirmed", {receipt_.token.time});
    }

    /// Lines of the evidence against the files, and the files against the lines: nothing beside the seal may
    /// be left out of it. The container's digest is the seal's: it was read already.
    void evidence() {
        const std::string file = name(evidence_ending);
        if (!exists(file)) return note(Weight::error, "evidence-missing", {file});
        const auto said = evidence_from_text(stored_.bag, bytes(file));
        if (!said) return note(Weight::error, "evidence-text", {file});
        const std::vector<EvidenceLine> found = evidence_of(folder_, *stored_.seal, stored_.text);
        std::set<std::string> missing;
        for (const EvidenceLine& line : *said) {
            const auto same = std::find_if(found.begin(), found.end(), [&](const EvidenceLine& other) {
                return other.name == line.name && other.algorithm == line.algorithm;
            });
            if (same == found.end())
                missing.insert(line.name);
            else if (same->digest != line.digest)
                note(Weight::error, "evidence-digest", {line.name, line.algorithm, file});
        }
        for (const std::string& one : missing) note(Weight::error, "evidence-file-missing", {one, file});
        for (const EvidenceLine& line : found)
            if (std::none_of(said->begin(), said->end(), [&](const EvidenceLine& other) {
                    return other.name == line.name && other.algorithm == line.algorithm;
                }))
                note(Weight::error, "evidence-unlisted", {line.name, line.algorithm, file});
    }

    const StoredSeal& stored_;
    const VerifyRequest& request_;
    Receipt& receipt_;
    std::string folder_;
    Trust trust_;
};

}  // namespace

void check_beside(const StoredSeal& stored, const VerifyRequest& request, Receipt& receipt) {
    BesideCheck(stored, request, receipt).run();
}

}  // namespace hanqing
