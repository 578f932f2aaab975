// SPDX-License-Identifier: Apache-2.0
// Receipts as Markdown and as XML; the Markdown becomes a PDF like any other report.
#include "cli/verify_report.hpp"

#include "archive/markdown_text.hpp"
#include "archive/xml.hpp"
#include "base/file.hpp"
#include "batch/make.hpp"
#include "batch/program.hpp"
#include "cli/receipts.hpp"
#include "cli/request.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <filesystem>

namespace hanqing {
namespace {

class ReportText {
public:
    ReportText(const Verified& verified, std::string date, Tongue tongue)
        : verified_(verified), date_(std::move(date)), tongue_(tongue) {}

    std::string run() {
        head();
        bags();
        signatures();
        faults();
        for (const Receipt& receipt : verified_.bags)
            if (!receipt.natures.empty()) natures(receipt);
        return std::move(text_);
    }

private:
    [[nodiscard]] std::string word(std::string_view id,
                                   const std::vector<std::string>& arguments = {}) const {
        return say(id, arguments, tongue_);
    }

    void head() {
        const bool chinese = tongue_ == Tongue::chinese;
        text_ = "---\ntitle: " + word("report-title") + "\ndate: " + date_ +
                "\nlang: " + (chinese ? "zh-CN" : "en") + "\ntoc: false\ncover: false\n---\n\n";
        text_ += "**" + word(verified_.verdict) + "**\n\n";
        text_ += markdown_text(word("report-program", {program().name, hex(program().digest)})) + "\n\n";
        for (const std::int32_t year : verified_.missing_years)
            text_ += markdown_text(word("archive-year-missing", {std::to_string(year)})) + "\n\n";
    }

    void table(std::string_view title, std::initializer_list<std::string_view> columns) {
        text_ += "## " + word(title) + "\n\n|";
        for (const std::string_view column : columns) text_ += " " + word(column) + " |";
        text_ += "\n|";
        for (std::size_t i = 0; i < columns.size(); ++i) text_ += " --- |";
        text_ += "\n";
    }

    void bags() {
        table("report-bags",
              {"report-bag", "report-state", "report-documents", "report-files", "report-bytes"});
        for (const Receipt& r : verified_.bags) {
            std::string state = word("receipt-" + std::string(state_name(r)));
            if (r.sampled)
                state +=
                    word("archive-part", {std::to_string(r.sample.part), std::to_string(r.sample.parts)});
            text_ +=
                markdown_row({r.bag.empty() ? r.path : r.bag, r.skipped ? word("archive-audited") : state,
                              std::to_string(r.documents), std::to_string(r.files), std::to_string(r.bytes)});
        }
        text_ += "\n";
    }

    void signatures() {
        bool any = false;
        for (const Receipt& r : verified_.bags)
            any = any || !r.signatures.empty() || r.token.state != TokenFinding::State::none;
        if (!any) return;
        table("report-signatures", {"report-bag", "report-kind", "report-key", "report-state"});
        for (const Receipt& r : verified_.bags) {
            for (const SignatureFinding& s : r.signatures)
                text_ += markdown_row(
                    {r.bag, s.kind, s.fingerprint, word("signature-" + std::string(state_name(s)))});
            if (r.token.state != TokenFinding::State::none)
                text_ += markdown_row({r.bag, "RFC 3161", r.token.time + " " + r.token.authority,
                                       word("token-" + std::string(state_name(r.token)))});
        }
        text_ += "\n";
    }

    void fault(const std::string& subject, const Finding& finding) {
        if (finding.weight == Weight::remark) return;
        const Sentence said = sentence(finding.id, finding.arguments, tongue_);
        const std::string weight = word(finding.weight == Weight::error ? "report-error" : "report-warning");
        text_ +=
            markdown_row({subject, weight, said.hint.empty() ? said.what : said.what + "; " + said.hint});
    }

    void faults() {
        table("report-findings", {"report-bag", "report-weight", "report-finding"});
        const std::size_t empty = text_.size();
        for (const Receipt& r : verified_.bags)
            for (const Finding& finding : findings_of_receipt(r))
                fault(r.bag.empty() ? r.path : r.bag, finding);
        for (const Finding& finding : verified_.chain) fault("", finding);
        if (text_.size() == empty) text_ += markdown_row({"", "", word("report-none")});
        text_ += "\n";
    }

    void natures(const Receipt& receipt) {
        text_ += "## " + markdown_text(word("report-natures", {receipt.bag})) + "\n\n| " +
                 word("report-item") + " | " + word("report-name") + " | " + word("report-state") + " | " +
                 word("report-evidence") + " |\n| --- | --- | --- | --- |\n";
        for (const NatureItem& item : nature_items())
            for (const NatureCheck& check : receipt.natures)
                if (check.number == item.number)
                    text_ += markdown_row({item.number, tongue_ == Tongue::chinese ? item.name : item.english,
                                           tongue_ == Tongue::chinese ? std::string(chinese(check.verdict))
                                                                      : english(check.verdict),
                                           check.evidence});
        text_ += "\n";
    }

    [[nodiscard]] std::string english(Verdict verdict) const {
        constexpr std::string_view ids[] = {"verdict-passed", "verdict-failed", "verdict-not-applicable",
                                            "verdict-by-hand"};
        return word(ids[static_cast<std::size_t>(verdict)]);
    }

    const Verified& verified_;
    std::string date_;
    Tongue tongue_;
    std::string text_;
};

void write_bag(XmlWriter& xml, const Receipt& receipt, Tongue tongue) {
    xml.open("信息包");
    xml.leaf("名称", receipt.bag.empty() ? receipt.path : receipt.bag);
    xml.leaf("状态", receipt.skipped ? "skipped" : state_name(receipt));
    if (receipt.sampled)
        xml.leaf("抽检", std::to_string(receipt.sample.part) + "/" + std::to_string(receipt.sample.parts));
    xml.leaf("件数", std::to_string(receipt.documents));
    xml.leaf("文件数", std::to_string(receipt.files));
    xml.leaf("字节数", std::to_string(receipt.bytes));
    for (const SignatureFinding& s : receipt.signatures)
        xml.leaf("签名", s.fingerprint, {{"算法", s.kind}, {"状态", state_name(s)}});
    if (receipt.token.state != TokenFinding::State::none)
        xml.leaf("时间戳", receipt.token.authority,
                 {{"时间", receipt.token.time}, {"状态", state_name(receipt.token)}});
    for (const Finding& finding : findings_of_receipt(receipt))
        xml.leaf("问题", say(finding.id, finding.arguments, tongue),
                 {{"名称", finding.id},
                  {"轻重", finding.weight == Weight::error     ? "error"
                           : finding.weight == Weight::warning ? "warning"
                                                               : "remark"}});
    for (const NatureCheck& check : receipt.natures)
        xml.leaf("检测项", check.evidence, {{"编号", check.number}, {"结果", chinese(check.verdict)}});
    xml.close();
}

}  // namespace

std::string report_markdown(const Verified& verified, const std::string& date, Tongue tongue) {
    return ReportText(verified, date, tongue).run();
}

std::string report_xml(const Verified& verified, const std::string& date, Tongue tongue) {
    XmlWriter xml;
    xml.open("核验报告", {{"xmlns", "urn:hanqing:verification:1"}});
    xml.leaf("日期", date);
    xml.leaf("程序", program().name, {{"摘要", hex(program().digest)}});
    xml.leaf("结果", verified.verdict == "not-verified" ? "未通过" : "通过");
    xml.leaf("说明", say(verified.verdict, {}, tongue));
    for (const Receipt& receipt : verified.bags) write_bag(xml, receipt, tongue);
    for (const std::int32_t year : verified.missing_years) xml.leaf("缺少年度", std::to_string(year));
    for (const Finding& finding : verified.chain)
        xml.leaf("链", say(finding.id, finding.arguments, tongue), {{"名称", finding.id}});
    xml.close();
    return xml.text();
}

VerifyReport::VerifyReport(std::string path, std::string date)
    : path_(std::move(path)), date_(std::move(date)) {
    if (!path_.ends_with(".pdf") && !path_.ends_with(".xml")) throw Failure("usage-report", {path_});
}

void VerifyReport::finish(const Bench& bench, const Verified& verified) const {
    const Tongue tongue = bench.options.tongue;
    if (path_.ends_with(".xml")) return write_file(path_, report_xml(verified, date_, tongue));
    Collection nowhere;  // the report looks the same wherever it is made: no collection's style or defaults
    nowhere.root = std::filesystem::current_path().string();
    Workshop workshop(nowhere, font_request(bench.options));
    const Made made = make(nowhere, "report.md", report_markdown(verified, date_, tongue), workshop);
    if (made.outcome.status != Status::built) {
        const Finding& why = made.outcome.findings.back();
        throw Failure(why.id, why.arguments);
    }
    write_file(path_, made.pdf);
}

}  // namespace hanqing
