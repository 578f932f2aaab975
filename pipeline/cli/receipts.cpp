// SPDX-License-Identifier: Apache-2.0
// Showing receipts.
#include "cli/receipts.hpp"

#include "cli/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hanqing {
namespace {

constexpr std::string_view states[] = {"intact", "damaged", "unsealed", "disposed", "missing"};
constexpr std::string_view signature_states[] = {"valid", "unconfirmed", "wrong", "missing"};
constexpr std::string_view token_states[] = {"none", "valid", "unconfirmed", "wrong"};
constexpr std::string_view verdicts[] = {"passed", "failed", "not-applicable", "by-hand"};

std::string json_signatures(const Receipt& receipt) {
    std::vector<std::string> rows;
    for (const SignatureFinding& s : receipt.signatures)
        rows.push_back(fmt::format("{{{},{},{},{}}}", json_member("kind", json_text(s.kind)),
                                   json_member("fingerprint", json_text(s.fingerprint)),
                                   json_member("file", json_text(s.file)),
                                   json_member("state", json_text(state_name(s)))));
    return fmt::format("[{}]", fmt::join(rows, ","));
}

/// "year", "revision" and "supersedes" as the seal says them; null without one.
std::string json_seal(const Receipt& receipt) {
    const auto& seal = receipt.seal;
    return fmt::format("{},{},{}",
                       json_member("year", seal && seal->year != 0 ? std::to_string(seal->year) : "null"),
                       json_member("revision", seal ? std::to_string(seal->revision) : "null"),
                       json_member("supersedes", json_text(seal ? seal->supersedes : "")));
}

std::string json_natures(const Receipt& receipt) {
    std::vector<std::string> rows;
    for (const NatureCheck& c : receipt.natures)
        rows.push_back(
            fmt::format("{{{},{},{}}}", json_member("item", json_text(c.number)),
                        json_member("verdict", json_text(verdicts[static_cast<std::size_t>(c.verdict)])),
                        json_member("evidence", json_text(c.evidence))));
    return fmt::format("[{}]", fmt::join(rows, ","));
}

}  // namespace

std::string_view state_name(const Receipt& receipt) {
    return states[static_cast<std::size_t>(receipt.state)];
}

std::string_view state_name(const SignatureFinding& signature) {
    return signature_states[static_cast<std::size_t>(signature.state)];
}

std::string_view state_name(const TokenFinding& token) {
    return token_states[static_cast<std::size_t>(token.state)];
}

std::vector<Finding> findings_of_receipt(const Receipt& receipt) {
    std::vector<Finding> findings;
    for (const Note& note : receipt.findings.all())
        findings.push_back({note.weight, receipt.path, 0, 0, note.id, note.arguments, 0});
    return findings;
}

namespace {

void print_details(Screen& screen, const Receipt& receipt) {
    if (receipt.sampled)
        screen.result("receipt-sampled",
                      {std::to_string(receipt.sample.part), std::to_string(receipt.sample.parts)});
    for (const SignatureFinding& s : receipt.signatures)
        screen.result("receipt-signature",
                      {s.kind, s.fingerprint, screen.word("signature-" + std::string(state_name(s)))});
    if (receipt.token.state != TokenFinding::State::none)
        screen.result("receipt-token", {receipt.token.time, receipt.token.authority,
                                        screen.word("token-" + std::string(state_name(receipt.token)))});
    if (receipt.state == ReceiptState::damaged && receipt.repairable) screen.result("receipt-repairable");
}

/// What stands in the table beside the state: that a correction replaces it, that only a part was read.
std::string remark_of(const Screen& screen, const Receipt& receipt, const ArchiveReceipt& archive) {
    std::string remark;
    for (const Receipt& other : archive.bags)
        if (other.seal && !receipt.bag.empty() && other.seal->supersedes == receipt.bag)
            remark += screen.word("archive-superseded", {other.bag});
    if (receipt.skipped) return remark + screen.word("archive-audited");
    if (receipt.sampled)
        remark += screen.word("archive-part",
                              {std::to_string(receipt.sample.part), std::to_string(receipt.sample.parts)});
    if (receipt.state == ReceiptState::damaged && receipt.repairable)
        remark += screen.word("archive-repairable");
    return remark;
}

}  // namespace

void print_receipt(Screen& screen, const Receipt& receipt) {
    screen.tell(findings_of_receipt(receipt));
    if (receipt.skipped) return screen.result("receipt-skipped", {receipt.bag});
    screen.result("receipt", {receipt.bag.empty() ? receipt.path : receipt.bag,
                              screen.word("receipt-" + std::string(state_name(receipt))),
                              std::to_string(receipt.documents), std::to_string(receipt.files),
                              std::to_string(receipt.bytes)});
    print_details(screen, receipt);
}

void print_archive(Screen& screen, const ArchiveReceipt& archive) {
    for (const Receipt& receipt : archive.bags) screen.tell(findings_of_receipt(receipt));
    std::vector<Finding> chain;
    for (const Note& note : archive.findings.all())
        chain.push_back({note.weight, "", 0, 0, note.id, note.arguments, 0});
    screen.tell(chain);
    std::vector<const Receipt*> rows;
    for (const Receipt& receipt : archive.bags) rows.push_back(&receipt);
    const auto year_of = [](const Receipt* r) { return r->seal ? r->seal->year : 0; };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const Receipt* a, const Receipt* b) { return year_of(a) < year_of(b); });
    auto missing = archive.missing_years.begin();
    for (const Receipt* row : rows) {
        for (; missing != archive.missing_years.end() && *missing < year_of(row); ++missing)
            screen.result("archive-year-missing", {std::to_string(*missing)});
        const std::int32_t year = year_of(row);
        screen.result(
            "archive-row",
            {year == 0 ? "    " : std::to_string(year), row->seal ? std::to_string(row->seal->revision) : "-",
             screen.word("receipt-" + std::string(state_name(*row))), std::to_string(row->documents),
             row->bag.empty() ? row->path : row->bag, remark_of(screen, *row, archive)});
        print_details(screen, *row);
    }
}

std::string json_receipt(const Receipt& receipt, Tongue tongue) {
    std::vector<std::string> members{
        json_member("path", json_text(receipt.path)),
        json_member("bag", json_text(receipt.bag)),
        json_member("state", json_text(receipt.skipped ? "skipped" : state_name(receipt))),
        json_seal(receipt),
        fmt::format("\"documents\":{},\"files\":{},\"bytes\":{},\"sampled\":{},\"repairable\":{}",
                    receipt.documents, receipt.files, receipt.bytes, receipt.sampled, receipt.repairable),
        json_member("signatures", json_signatures(receipt)),
        json_member("token",
                    fmt::format("{{{},{},{}}}", json_member("state", json_text(state_name(receipt.token))),
                                json_member("time", json_text(receipt.token.time)),
                                json_member("authority", json_text(receipt.token.authority)))),
        json_member("natures", json_natures(receipt)),
        json_member("findings", json_findings(findings_of_receipt(receipt), tongue))};
    return fmt::format("{{{}}}", fmt::join(members, ","));
}

}  // namespace hanqing
