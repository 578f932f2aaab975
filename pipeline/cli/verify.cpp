// SPDX-License-Identifier: Apache-2.0
// hanqing verify: containers, bags, single records with their proofs, whole archives.
#include "archive/reading.hpp"
#include "archive/verify.hpp"

#include "cli/archive_request.hpp"
#include "cli/audit.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/receipts.hpp"
#include "cli/rerendering.hpp"
#include "cli/verify_report.hpp"
#include "pdf/inspect.hpp"

#include <fmt/format.h>

#include <map>

namespace hanqing {
namespace {

std::string property(const Inspection& pdf, std::string_view name) {
    for (const XmpProperty& p : pdf.properties)
        if (p.name == name && !p.values.empty()) return p.values.front();
    return "";
}

std::optional<PdfIdentity> identify(std::string_view bytes) {
    try {
        const Inspection pdf = inspect_pdf(bytes);
        PdfIdentity identity{property(pdf, "hanqing:identifier"), property(pdf, "hanqing:version"),
                             std::nullopt, std::nullopt};
        if (pdf.stamps) identity.source = pdf.stamps->source;
        for (const Attachment& attachment : pdf.attachments)
            if (attachment.relationship == Attachment::Relationship::source && !identity.attached_source)
                identity.attached_source = sha256(attachment.bytes);
        return identity;
    } catch (const Failure&) {
        return std::nullopt;
    }
}

bool is_pdf(const std::string& path) {
    constexpr std::string_view mark = "%PDF-";
    std::string head(mark.size(), '\0');
    return InputFile(path, InputFile::Links::follow).read(head) == head.size() && head == mark;
}

class Verification {
public:
    explicit Verification(Bench& bench)
        : bench_(bench), rerenderer_(bench), sample_(sample_from(bench.options.sample)) {
        const Options& o = bench.options;
        if (sample_.part == 0 && o.audit.empty()) throw Failure("usage-sample-next");
        if (!o.report.empty()) report_.emplace(o.report, sealing_date(o));
        if (!o.audit.empty()) audit_.emplace(o.audit, sealing_date(o));
        request_.keys = o.keys;
        request_.require_signature = o.require_signature;
        request_.authority = o.authority;
        request_.sample = sample_;
        request_.identify = identify;
        request_.progress = [this](const ReadSoFar& so_far) { bench_.screen.progress(so_far); };
        if (audit_)
            request_.choose_sample = [this](const Seal& seal, std::string_view text) {
                texts_[seal.bag] = text;
                return audit_->next(text, sample_.part, sample_.parts);
            };
        if (audit_) request_.done = [this](const Receipt& receipt) { record(receipt); };
        if (!o.rerender) return;
        if (!o.proof.empty() || !o.sample.empty()) throw Failure("usage-rerender");
        request_.use_record = [this](const RecordContent& record) { rerenderer_.make_again(record); };
    }

    void look_at(const std::string& path) {
        if (!bench_.options.proof.empty()) {
            const Receipt receipt = verify_proof(path, bench_.options.proof, bench_.options.seal, request_);
            print_receipt(bench_.screen, receipt);
            return take(receipt);
        }
        const Subject subject = subject_at(path);
        if (bench_.options.rerender && subject == Subject::file) return rerenderer_.make_again(path);
        if (subject != Subject::archive) {
            if (subject == Subject::file && is_pdf(path)) throw Failure("usage-proof", {path});
            const Receipt receipt =
                subject == Subject::seal ? verify_sealed(path, request_) : verify(path, request_);
            print_receipt(bench_.screen, receipt);
            return take(receipt);
        }
        const ArchiveReceipt archive = verify_archive(path, request_);
        print_archive(bench_.screen, archive);
        for (const Receipt& receipt : archive.bags) take(receipt);
        for (const Note& note : archive.findings.all())
            chain_.push_back({note.weight, path, 0, 0, note.id, note.arguments, 0});
        missing_.insert(missing_.end(), archive.missing_years.begin(), archive.missing_years.end());
        if (!archive.intact()) status_ = Exit::errors;
    }

    Exit finish() {
        status_ = worse(status_, rerenderer_.status());
        if (report_) {
            report_->finish(bench_, {receipts_, chain_, missing_, verdict()});
            bench_.screen.result("report-written", {bench_.options.report});
        }
        if (bench_.options.json) Screen::output(json_answer("verify", json_members()));
        bench_.screen.result(verdict());
        return status_;
    }

private:
    [[nodiscard]] std::vector<std::string> json_members() const {
        std::vector<std::string> receipts;
        for (const Receipt& receipt : receipts_)
            receipts.push_back(json_receipt(receipt, bench_.options.tongue));
        std::vector<std::string> members{
            json_member("intact", status_ == Exit::well ? "true" : "false"),
            json_member("bags", fmt::format("[{}]", fmt::join(receipts, ",\n"))),
            json_member("missing_years", fmt::format("[{}]", fmt::join(missing_, ","))),
            json_member("findings", json_findings(chain_, bench_.options.tongue))};
        if (bench_.options.rerender)
            members.push_back(
                json_member("rerenderings", fmt::format("[{}]", fmt::join(rerenderer_.answers(), ",\n"))));
        return members;
    }

    /// Never plain success where nobody vouches for the seal.
    [[nodiscard]] std::string_view verdict() const {
        if (status_ != Exit::well) return "not-verified";
        std::string_view verdict = "verified";
        for (const Receipt& receipt : receipts_) {
            if (receipt.state == ReceiptState::unsealed) return "verified-unsealed";
            if (receipt.skipped || receipt.state == ReceiptState::disposed) continue;
            if (receipt.signatures.empty()) verdict = "verified-unsigned";
            for (const SignatureFinding& one : receipt.signatures)
                if (one.state != SignatureState::valid && verdict == "verified")
                    verdict = "verified-unconfirmed";
        }
        return verdict;
    }

    /// At once, so that an interrupted audit goes on after the last bag that was read.
    void record(const Receipt& receipt) {
        if (!receipt.seal) return;
        const std::string& text = texts_.at(receipt.seal->bag);
        if (!receipt.skipped) audit_->add(text, receipt);
        bench_.screen.result("audit-covered",
                             {receipt.seal->bag, std::to_string(audit_->covered(text, sample_.parts)),
                              std::to_string(sample_.parts)});
    }

    void take(const Receipt& receipt) {
        const bool missing = receipt.state == ReceiptState::damaged || receipt.state == ReceiptState::missing;
        if (receipt.findings.has_errors() || missing) status_ = Exit::errors;
        receipts_.push_back(receipt);
    }

    Bench& bench_;
    Rerenderer rerenderer_;
    Sample sample_;
    VerifyRequest request_;
    std::optional<Audit> audit_;
    std::optional<VerifyReport> report_;
    std::map<std::string, std::string> texts_;  ///< Of the seals met, by bag: what the audit knows them by.
    std::vector<Receipt> receipts_;
    std::vector<Finding> chain_;
    std::vector<std::int32_t> missing_;
    Exit status_ = Exit::well;
};

}  // namespace

Exit run_verify(Bench& bench) {
    Verification verification(bench);
    for (const std::string& path : bench.options.paths) verification.look_at(path);
    return verification.finish();
}

}  // namespace hanqing
