// SPDX-License-Identifier: Apache-2.0
// A folder of sealed bags -> each receipt, and the chain from seal to seal.
#include "archive/evidence.hpp"
#include "archive/history.hpp"
#include "archive/trust.hpp"
#include "archive/verify.hpp"
#include "base/file.hpp"

#include <boost/filesystem/directory.hpp>
#include <boost/filesystem/operations.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace hanqing {
namespace {

/// Whether a seal accounts for a file of this name, or it is one of the archive's own statements.
class Accounted {
public:
    explicit Accounted(const std::vector<StoredSeal>& history) {
        for (const StoredSeal& stored : history) {
            bags_.insert(stored.bag);
            containers_.insert(stored.seal ? stored.seal->container : stored.bag + ".tar");
        }
    }

    [[nodiscard]] bool has(const std::string& name) const {
        if (name.starts_with(".hanqing-") || containers_.contains(name)) return true;
        if (name.starts_with("key-rotation-")) return true;
        if (name.ends_with(".par2")) {
            const std::size_t volume = name.rfind(".vol");
            return containers_.contains(name.substr(0, std::min(volume, name.size() - 5)));
        }
        for (const std::string_view ending : endings)
            if (name.ends_with(ending) && bags_.contains(name.substr(0, name.size() - ending.size())))
                return true;
        return false;
    }

private:
    static constexpr std::string_view endings[] = {
        ".seal.txt", ".evidence.txt", ".ed25519.sig",  ".ed25519.pub",  ".sm2.sig",     ".sm2.pub",
        ".tsq",      ".tsr",          ".disposal.txt", ".disposal.sig", ".disposal.pub"};
    std::set<std::string> bags_, containers_;
};

/// Names in the folder that nothing accounts for, in byte order: containers without a seal, and whatever
/// else.
std::vector<std::string> unaccounted(const std::string& folder, const std::vector<StoredSeal>& history) {
    namespace files = boost::filesystem;
    const Accounted accounted(history);
    std::vector<std::string> names;
    boost::system::error_code error;
    for (files::directory_iterator entry(folder, error); !error && entry != files::directory_iterator();
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!accounted.has(name)) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The seal stays when its container goes: with a signed record of the disposal that is in order.
Receipt without_container(const StoredSeal& stored, const std::string& file, const VerifyRequest& request) {
    Receipt receipt;
    receipt.path = folder_of_path(stored.path) + "/" + file;
    receipt.bag = stored.bag;
    receipt.seal = stored.seal;
    receipt.kind = file.ends_with(".zip") ? Receipt::Kind::zip : Receipt::Kind::tar;
    receipt.state = ReceiptState::missing;
    const auto disposal = read_disposal(stored);
    if (!disposal) {
        receipt.findings.error({}, "archive-container-missing", {file});
        return receipt;
    }
    if (!disposal->holds) {
        receipt.findings.error({}, "disposal-wrong", {stored.bag + ".disposal.txt"});
        return receipt;
    }
    const Trust trust(folder_of_path(stored.path), request.keys);
    if (!trust.trusts(disposal->fingerprint))
        receipt.findings.add(request.require_signature ? Weight::error : Weight::warning, {},
                             "seal-signature-unconfirmed", {"disposal", disposal->fingerprint});
    receipt.findings.remark(
        {}, "archive-disposed",
        {stored.bag, disposal->disposal.date, disposal->disposal.authority, disposal->disposal.reason});
    receipt.state = receipt.findings.has_errors() ? ReceiptState::missing : ReceiptState::disposed;
    return receipt;
}

Receipt unreadable_seal(const StoredSeal& stored, const std::string& folder, const VerifyRequest& request) {
    for (const std::string ending : {".tar", ".zip"})
        if (file_exists(folder + "/" + stored.bag + ending))
            return verify(folder + "/" + stored.bag + ending, request);
    Receipt receipt;
    receipt.path = stored.path;
    receipt.bag = stored.bag;
    receipt.state = ReceiptState::damaged;
    receipt.findings.error({}, "seal-unreadable", {file_name(stored.path)});
    return receipt;
}

Receipt receipt_for(const StoredSeal& stored, const std::string& folder, const VerifyRequest& request) {
    if (!stored.seal) return unreadable_seal(stored, folder, request);
    // The name comes from the seal, and a seal may lie: nothing outside the folder is opened.
    const std::string file = file_name(stored.seal->container);
    if (file.empty() || file != stored.seal->container) return unreadable_seal(stored, folder, request);
    if (!file_exists(folder + "/" + file)) return without_container(stored, file, request);
    return verify(folder + "/" + file, request);
}

std::string evidence_digest(const StoredSeal& stored) {
    const std::string path = folder_of_path(stored.path) + "/" + stored.bag + std::string(evidence_ending);
    try {
        return sha512_hex(read_file(path, evidence_bytes_max));
    } catch (const Failure&) {
        return "";
    }
}

/// Sequence numbers without gaps, and each seal's word on the one before it.
void check_chain(const std::vector<StoredSeal>& history, Notes& findings) {
    std::uint32_t expected = 1;
    const StoredSeal* before = nullptr;
    for (const StoredSeal& stored : history) {
        if (!stored.seal) continue;
        const Seal& seal = *stored.seal;
        if (before != nullptr && before->seal->sequence == seal.sequence)
            findings.error({}, "chain-twice", {std::to_string(seal.sequence), before->bag, stored.bag});
        else if (seal.sequence != expected)
            findings.error(
                {}, "chain-gap",
                {stored.bag, std::to_string(expected), std::to_string(seal.sequence), seal.previous});
        else if (seal.previous != (before == nullptr ? "" : before->bag))
            findings.error({}, "chain-previous",
                           {stored.bag, seal.previous, before == nullptr ? "" : before->bag});
        else if (before != nullptr && seal.previous_seal != sha512_hex(before->text))
            findings.error({}, "chain-seal", {before->bag, stored.bag});
        else if (before != nullptr && seal.previous_evidence != evidence_digest(*before))
            findings.error({}, "chain-evidence", {before->bag, stored.bag});
        expected = seal.sequence + 1;
        before = &stored;
    }
}

/// A key that changes without the old one saying so.
void check_keys(const std::vector<StoredSeal>& history, const std::string& folder, Notes& findings) {
    std::set<std::pair<std::string, std::string>> handed_over;
    for (const Rotation& rotation : read_rotations(folder)) handed_over.emplace(rotation.from, rotation.to);
    for (std::uint32_t number = 1; file_exists(folder + "/key-rotation-" + std::to_string(number) + ".txt");
         ++number) {
        const std::string file = "key-rotation-" + std::to_string(number) + ".txt";
        const auto all = read_rotations(folder);
        if (std::none_of(all.begin(), all.end(),
                         [&](const Rotation& rotation) { return rotation.file == file; }))
            findings.error({}, "chain-rotation", {file});
    }
    std::map<std::string, std::string> last;
    for (const StoredSeal& stored : history) {
        if (!stored.seal) continue;
        for (const auto& [kind, fingerprint] : stored.seal->keys) {
            std::string& known = last[kind];
            if (!known.empty() && known != fingerprint && !handed_over.contains({known, fingerprint}))
                findings.warning({}, "chain-key", {stored.bag, kind, known, fingerprint});
            known = fingerprint;
        }
    }
}

/// Fonts that a seal refers to must have been sealed here too.
void check_fonts(const std::vector<StoredSeal>& history, Notes& findings) {
    std::set<std::string> bags;
    for (const StoredSeal& stored : history) bags.insert(stored.bag);
    for (const StoredSeal& stored : history)
        if (stored.seal && !stored.seal->fonts_bag.empty() && !bags.contains(stored.seal->fonts_bag))
            findings.warning({}, "archive-fonts-missing", {stored.bag, stored.seal->fonts_bag});
}

std::vector<std::int32_t> missing_years(const std::vector<StoredSeal>& history) {
    std::set<std::int32_t> years;
    for (const StoredSeal& stored : history)
        if (stored.seal && stored.seal->year != 0) years.insert(stored.seal->year);
    std::vector<std::int32_t> missing;
    constexpr std::int32_t span_max = 1000;  // years that a seal may claim are not ours to count
    if (years.empty() || *years.rbegin() - *years.begin() > span_max) return missing;
    for (std::int32_t year = *years.begin(); year < *years.rbegin(); ++year)
        if (!years.contains(year)) missing.push_back(year);
    return missing;
}

}  // namespace

bool ArchiveReceipt::intact() const {
    return !findings.has_errors() && std::none_of(bags.begin(), bags.end(), [](const Receipt& receipt) {
        return receipt.findings.has_errors();
    });
}

Receipt verify_sealed(const std::string& seal_path, const VerifyRequest& request) {
    return receipt_for(read_seal(seal_path), folder_of_path(seal_path), request);
}

ArchiveReceipt verify_archive(const std::string& folder, const VerifyRequest& request) {
    ArchiveReceipt archive;
    const std::vector<StoredSeal> history = read_history(folder);
    for (const StoredSeal& stored : history) archive.bags.push_back(receipt_for(stored, folder, request));
    for (const std::string& name : unaccounted(folder, history)) {
        const bool container = name.ends_with(".tar") || name.ends_with(".zip");
        if (!container || !file_exists(folder + "/" + name)) {
            archive.findings.warning({}, "archive-file-unknown", {name});
            continue;
        }
        // In an archive nothing counts without its seal; a folder of other people's bags has none.
        const bool ours = !history.empty() || file_exists(folder + "/" + name.substr(0, name.size() - 4) +
                                                          std::string(evidence_ending));
        archive.bags.push_back(verify(folder + "/" + name, request));
        archive.bags.back().findings.add(ours ? Weight::error : Weight::warning, {}, "archive-unsealed",
                                         {name});
    }
    check_chain(history, archive.findings);
    check_keys(history, folder, archive.findings);
    check_fonts(history, archive.findings);
    archive.missing_years = missing_years(history);
    if (archive.bags.empty()) archive.findings.error({}, "archive-empty", {folder});
    return archive;
}

}  // namespace hanqing
