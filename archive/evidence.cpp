// SPDX-License-Identifier: Apache-2.0
// X.evidence.txt: one line a digest; and the files that are taken in after sealing.
#include "archive/evidence.hpp"

#include "archive/folder_lock.hpp"

#include "archive/history.hpp"
#include "archive/token.hpp"
#include "base/file.hpp"
#include "base/notes.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// What may stand beside a seal and is covered by the evidence, in byte order.
constexpr std::array<std::string_view, 5> endings{".ed25519.pub", ".ed25519.sig", ".sm2.pub", ".sm2.sig",
                                                  ".tsr"};

std::string head_of(const std::string& bag) { return "Hanqing-Evidence: 1\nbag: " + bag + "\n"; }

std::string digest_hex(Algorithm algorithm, std::string_view bytes) {
    Hasher hasher(algorithm);
    hasher.update(bytes);
    return hex(hasher.finish());
}

void add_lines(std::vector<EvidenceLine>& lines, const std::string& name, std::string_view bytes) {
    lines.push_back({"SHA256", name, digest_hex(Algorithm::sha256, bytes)});
    lines.push_back({"SHA512", name, digest_hex(Algorithm::sha512, bytes)});
    lines.push_back({"SM3", name, digest_hex(Algorithm::sm3, bytes)});
}

/// A sealed bag whose evidence may still grow.
StoredSeal open_seal(const std::string& seal_path) {
    StoredSeal stored = read_seal(seal_path);
    if (!stored.seal) throw Failure("seal-unreadable", {seal_path});
    for (const StoredSeal& other : read_history(folder_of_path(seal_path)))
        if (other.seal && other.seal->previous == stored.bag)
            throw Failure("seal-covered", {stored.bag, other.bag});
    return stored;
}

std::string beside(const StoredSeal& stored, std::string_view ending) {
    return folder_of_path(stored.path) + "/" + stored.bag + std::string(ending);
}

void rewrite_evidence(const StoredSeal& stored) {
    const auto lines = evidence_of(folder_of_path(stored.path), *stored.seal, stored.text);
    write_file(beside(stored, evidence_ending), evidence_text(stored.bag, lines));
}

}  // namespace

std::vector<EvidenceLine> evidence_of(const std::string& folder, const Seal& seal,
                                      std::string_view seal_text) {
    std::vector<EvidenceLine> lines;
    for (const std::string_view ending : endings) {
        const std::string name = seal.bag + std::string(ending);
        if (file_exists(folder + "/" + name))
            add_lines(lines, name, read_file(folder + "/" + name, small_file_max));
    }
    add_lines(lines, seal.bag + std::string(seal_ending), seal_text);
    lines.push_back({"SHA256", seal.container, seal.container_sha256});
    std::stable_sort(lines.begin(), lines.end(),
                     [](const EvidenceLine& a, const EvidenceLine& b) { return a.name < b.name; });
    return lines;
}

std::string evidence_text(const std::string& bag, const std::vector<EvidenceLine>& lines) {
    std::string text = head_of(bag);
    for (const EvidenceLine& line : lines)
        text += line.algorithm + " (" + line.name + ") = " + line.digest + "\n";
    return text;
}

std::optional<std::vector<EvidenceLine>> evidence_from_text(const std::string& bag, std::string_view text) {
    const std::string head = head_of(bag);
    if (!text.starts_with(head)) return {};
    std::vector<EvidenceLine> lines;
    for (std::string_view rest = text.substr(head.size()); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        const std::size_t open = line.find(" (");
        const std::size_t close = line.rfind(") = ");
        if (end == std::string_view::npos || open == std::string_view::npos ||
            close == std::string_view::npos || close < open + 2)
            return {};
        lines.push_back({std::string(line.substr(0, open)),
                         std::string(line.substr(open + 2, close - open - 2)),
                         std::string(line.substr(close + 4))});
        rest.remove_prefix(end + 1);
    }
    if (evidence_text(bag, lines) != text) return {};
    return lines;
}

void take_signature(const std::string& seal_path, const std::string& signature_path,
                    const std::string& certificate_path) {
    const FolderLock lock(folder_of_path(seal_path));
    const StoredSeal stored = open_seal(seal_path);
    const PublicKey key = read_public_key(certificate_path);
    const std::string signature = read_file(signature_path, small_file_max);
    if (!key.verifies(stored.text, signature)) throw Failure("seal-signature-wrong", {signature_path});
    const std::pair<std::string, std::string> named{name_of(key.kind()), key.fingerprint()};
    const auto& keys = stored.seal->keys;
    if (!keys.empty() && std::find(keys.begin(), keys.end(), named) == keys.end())
        throw Failure("key-not-named", {named.second});
    const std::string kind = "." + named.first;
    write_file(beside(stored, kind + ".pub"), key.pem());
    write_file(beside(stored, kind + ".sig"), signature);
    rewrite_evidence(stored);
}

void take_timestamp(const std::string& seal_path, const std::string& reply_path) {
    const FolderLock lock(folder_of_path(seal_path));
    const StoredSeal stored = open_seal(seal_path);
    const std::string reply = read_file(reply_path, small_file_max);
    const TokenFinding finding = check_token(reply, stored.text, "");
    if (finding.state == TokenFinding::State::wrong)
        throw Failure("seal-token-wrong", {reply_path, finding.reason});
    write_file(beside(stored, ".tsr"), reply);
    rewrite_evidence(stored);
}

void write_timestamp_query(const std::string& seal_path) {
    const StoredSeal stored = read_seal(seal_path);
    if (!stored.seal) throw Failure("seal-unreadable", {seal_path});
    write_file(beside(stored, ".tsq"), timestamp_query(stored.text));
}

}  // namespace hanqing
