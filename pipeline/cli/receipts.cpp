// SPDX-License-Identifier: Apache-2.0
// Showing receipts.
#include "cli/receipts.hpp"

#include "cli/json.hpp"

#include <fmt/format.h>

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
        rows.push_back(fmt::format(
            "{{{},{},{},{}}}", json_member("kind", json_text(s.kind)),
            json_member("fingerprint", json_text(s.fingerprint)), json_member("file", json_text(s.file)),
            json_member("state", json_text(signature_states[static_cast<std::size_t>(s.state)]))));
    return fmt::format("[{}]", fmt::join(rows, ","));
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

std::vector<Finding> findings_of_receipt(const Receipt& receipt) {
    std::vector<Finding> findings;
    for (const Note& note : receipt.findings.all())
        findings.push_back({note.weight, receipt.path, 0, 0, note.id, note.arguments, 0});
    return findings;
}

void print_receipt(Screen& screen, const Receipt& receipt) {
    screen.tell(findings_of_receipt(receipt));
    const std::string state(states[static_cast<std::size_t>(receipt.state)]);
    screen.result("receipt", {receipt.bag.empty() ? receipt.path : receipt.bag,
                              screen.word("receipt-" + state), std::to_string(receipt.documents),
                              std::to_string(receipt.files), std::to_string(receipt.bytes)});
    if (receipt.sampled) screen.result("receipt-sampled");
    for (const SignatureFinding& s : receipt.signatures)
        screen.result(
            "receipt-signature",
            {s.kind, s.fingerprint,
             screen.word("signature-" + std::string(signature_states[static_cast<std::size_t>(s.state)]))});
    if (receipt.token.state != TokenFinding::State::none)
        screen.result(
            "receipt-token",
            {receipt.token.time, receipt.token.authority,
             screen.word("token-" +
                         std::string(token_states[static_cast<std::size_t>(receipt.token.state)]))});
    if (receipt.state == ReceiptState::damaged && receipt.repairable) screen.result("receipt-repairable");
}

std::string json_receipt(const Receipt& receipt, Tongue tongue) {
    std::vector<std::string> members{
        json_member("path", json_text(receipt.path)),
        json_member("bag", json_text(receipt.bag)),
        json_member("state", json_text(states[static_cast<std::size_t>(receipt.state)])),
        fmt::format("\"documents\":{},\"files\":{},\"bytes\":{},\"sampled\":{},\"repairable\":{}",
                    receipt.documents, receipt.files, receipt.bytes, receipt.sampled, receipt.repairable),
        json_member("signatures", json_signatures(receipt)),
        json_member(
            "token",
            fmt::format(
                "{{{},{},{}}}",
                json_member("state", json_text(token_states[static_cast<std::size_t>(receipt.token.state)])),
                json_member("time", json_text(receipt.token.time)),
                json_member("authority", json_text(receipt.token.authority)))),
        json_member("natures", json_natures(receipt)),
        json_member("findings", json_findings(findings_of_receipt(receipt), tongue))};
    return fmt::format("{{{}}}", fmt::join(members, ","));
}

}  // namespace hanqing
