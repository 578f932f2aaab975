// SPDX-License-Identifier: Apache-2.0
// hanqing verify: containers, bags, single records with their proofs, whole archives.
#include "archive/verify.hpp"

#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/receipts.hpp"
#include "cli/rerendering.hpp"
#include "pdf/inspect.hpp"

#include <fmt/format.h>

#include <charconv>

namespace hanqing {
namespace {

/// "3/12". Failure "usage-sample" {text}.
Sample sample_from(const std::string& text) {
    Sample sample;
    if (text.empty()) return sample;
    const std::size_t slash = text.find('/');
    const char* end = text.data() + text.size();
    const char* middle = text.data() + (slash == std::string::npos ? text.size() : slash);
    const auto part = std::from_chars(text.data(), middle, sample.part);
    const auto parts = std::from_chars(middle == end ? end : middle + 1, end, sample.parts);
    if (part.ec != std::errc() || part.ptr != middle || parts.ec != std::errc() || parts.ptr != end ||
        sample.part == 0 || sample.part > sample.parts)
        throw Failure("usage-sample", {text});
    return sample;
}

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

class Verification {
public:
    explicit Verification(Bench& bench) : bench_(bench), rerenderer_(bench) {
        const Options& o = bench.options;
        request_.keys = o.keys;
        request_.require_signature = o.require_signature;
        request_.authority = o.authority;
        request_.sample = sample_from(o.sample);
        request_.identify = identify;
        if (!o.rerender) return;
        if (!o.proof.empty() || !o.sample.empty()) throw Failure("usage-rerender");
        request_.use_record = [this](const RecordContent& record) { rerenderer_.make_again(record); };
    }

    void look_at(const std::string& path) {
        if (!bench_.options.proof.empty())
            return take(verify_proof(path, bench_.options.proof, bench_.options.seal, request_));
        if (bench_.options.rerender && subject_at(path) == Subject::file) return rerenderer_.make_again(path);
        if (subject_at(path) != Subject::archive) return take(verify(path, request_));
        const ArchiveReceipt archive = verify_archive(path, request_);
        for (const Receipt& receipt : archive.bags) take(receipt);
        std::vector<Finding> findings;
        for (const Note& note : archive.findings.all())
            findings.push_back({note.weight, path, 0, 0, note.id, note.arguments, 0});
        bench_.screen.tell(findings);
        for (const std::int32_t year : archive.missing_years)
            bench_.screen.result("archive-year-missing", {std::to_string(year)});
        chain_.insert(chain_.end(), findings.begin(), findings.end());
        if (!archive.intact()) status_ = Exit::errors;
    }

    Exit finish() {
        status_ = worse(status_, rerenderer_.status());
        std::vector<std::string> members{
            json_member("intact", status_ == Exit::well ? "true" : "false"),
            json_member("bags", fmt::format("[{}]", fmt::join(receipts_, ",\n"))),
            json_member("findings", json_findings(chain_, bench_.options.tongue))};
        if (bench_.options.rerender)
            members.push_back(
                json_member("rerenderings", fmt::format("[{}]", fmt::join(rerenderer_.answers(), ",\n"))));
        if (bench_.options.json) Screen::output(json_answer("verify", members));
        bench_.screen.result(status_ == Exit::well ? "verified" : "not-verified");
        return status_;
    }

private:
    void take(const Receipt& receipt) {
        print_receipt(bench_.screen, receipt);
        receipts_.push_back(json_receipt(receipt, bench_.options.tongue));
        const bool missing = receipt.state == ReceiptState::damaged || receipt.state == ReceiptState::missing;
        if (receipt.findings.has_errors() || missing) status_ = Exit::errors;
    }

    Bench& bench_;
    Rerenderer rerenderer_;
    VerifyRequest request_;
    std::vector<std::string> receipts_;
    std::vector<Finding> chain_;
    Exit status_ = Exit::well;
};

}  // namespace

Exit run_verify(Bench& bench) {
    Verification verification(bench);
    for (const std::string& path : bench.options.paths) verification.look_at(path);
    return verification.finish();
}

}  // namespace hanqing
