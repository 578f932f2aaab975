// SPDX-License-Identifier: Apache-2.0
// Year -> everything that sealing makes. The seal is written last: without it nothing here counts as an
// archive.
#include "archive/evidence.hpp"
#include "archive/folder_lock.hpp"
#include "archive/history.hpp"
#include "archive/merkle.hpp"
#include "archive/repair.hpp"
#include "archive/seal.hpp"
#include "archive/token.hpp"
#include "base/file.hpp"
#include "base/notes.hpp"

#include <boost/filesystem/directory.hpp>
#include <boost/filesystem/operations.hpp>

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// What a killed run left: it may be as large as the archive. Requires: the lock.
void remove_leftovers(const std::string& folder) {
    namespace files = boost::filesystem;
    for (const files::directory_entry& entry : files::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        boost::system::error_code ignored;
        if (name.starts_with(".hanqing-") && name.ends_with(".tmp")) files::remove(entry.path(), ignored);
    }
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\r', ' ');
    return text;
}

std::string root_of(const Manifest& payload) {
    std::vector<Digest> leaves;
    leaves.reserve(payload.size());
    for (const auto& [name, file] : payload)
        leaves.push_back(leaf_hash(hex(file.digests.sha256) + "  " + name));
    return hex(merkle_root(leaves));
}

/// What the seal says of the year; the rest follows from container and history.
Seal seal_of(const Year& year, const ArchiveSettings& settings) {
    Seal seal;
    seal.organization = one_line(settings.organization);
    seal.fonds = one_line(year.fonds);
    seal.year = year.year;
    seal.retention = year.retention;
    seal.access = year.access;
    seal.revision = year.revision;
    seal.supersedes = year.supersedes;
    seal.reason = one_line(year.reason);
    return seal;
}

void add_settings(Seal& seal, const ArchiveSettings& settings) {
    seal.date = settings.date;
    seal.program = one_line(settings.program);
    seal.program_digest = hex(settings.program_digest);
    for (const ArchiveSettings::Font& font : settings.fonts)
        seal.fonts.emplace_back(hex(font.digest), one_line(font.name));
    std::sort(seal.fonts.begin(), seal.fonts.end());
    seal.fonts.erase(std::unique(seal.fonts.begin(), seal.fonts.end()), seal.fonts.end());
    seal.fonts_bag = settings.fonts_bag;
}

void add_container(Seal& seal, const Bag& bag, const Container& container) {
    seal.bag = bag.name;
    seal.documents = bag.documents;
    seal.payload_files = container.payload.size();
    seal.payload_bytes = bag.payload_bytes;
    seal.container = container.file;
    seal.container_bytes = container.size;
    seal.container_sha256 = container.sha256;
    seal.tagmanifest_sha256 = hex(container.tagmanifests.sha256);
    seal.tagmanifest_sha512 = hex(container.tagmanifests.sha512);
    seal.tagmanifest_sm3 = hex(container.tagmanifests.sm3);
    seal.merkle_root = root_of(container.payload);
}

/// The next in order of sealing. A seal that cannot be read must be looked at before anything is sealed after
/// it.
void add_history(Seal& seal, const std::string& folder) {
    const std::vector<StoredSeal> history = read_history(folder);
    for (const StoredSeal& stored : history)
        if (!stored.seal) throw Failure("seal-unreadable", {stored.path});
    if (history.empty()) return;
    const StoredSeal& last = history.back();
    seal.sequence = last.seal->sequence + 1;
    seal.previous = last.bag;
    seal.previous_seal = sha512_hex(last.text);
    const std::string evidence = folder + "/" + last.bag + std::string(evidence_ending);
    seal.previous_evidence = sha512_hex(read_file(evidence, evidence_bytes_max));
}

void refuse_sealed(const std::string& folder, const std::string& bag) {
    if (file_exists(folder + "/" + bag + std::string(seal_ending))) throw Failure("archive-sealed", {bag});
}

std::vector<std::string> write_signatures(const Seal& seal, const std::string& text,
                                          const PackRequest& request) {
    std::vector<std::string> files;
    for (const SigningKey& key : request.keys) {
        const std::string base = seal.bag + "." + std::string(name_of(key.kind()));
        write_file(request.folder + "/" + base + ".pub", key.public_pem());
        write_file(request.folder + "/" + base + ".sig", key.sign(text));
        files.push_back(base + ".pub");
        files.push_back(base + ".sig");
    }
    return files;
}

/// Signatures, evidence and repair data that an interrupted run left for the same bag would be covered by
/// mistake.
void remove_unsealed(const std::string& folder, const std::string& bag) {
    for (const std::string_view ending : {".ed25519.pub", ".ed25519.sig", ".sm2.pub", ".sm2.sig", ".tsr",
                                          ".tsq", ".evidence.txt", ".disposal.txt"}) {
        boost::system::error_code ignored;
        boost::filesystem::remove(folder + "/" + bag + std::string(ending), ignored);
    }
}

Sealed seal_bag(const Bag& bag, Seal seal, const ArchiveSettings& settings, const PackRequest& request) {
    add_history(seal, request.folder);
    remove_unsealed(request.folder, bag.name);
    add_settings(seal, settings);
    for (const SigningKey& key : request.keys) {
        for (const auto& [kind, fingerprint] : seal.keys)
            if (kind == name_of(key.kind())) throw Failure("key-kind-twice", {kind});
        seal.keys.emplace_back(name_of(key.kind()), PublicKey(key.public_pem(), "").fingerprint());
    }
    const Container container =
        write_container(bag, request.folder, settings.date, request.container, request.repair_percent);
    add_container(seal, bag, container);

    const std::string text = text_of(seal);
    Sealed sealed{seal, {container.file}};
    if (request.repair_percent > 0)
        for (std::string& file : write_repair_data(request.folder, container.file, request.repair_percent))
            sealed.files.push_back(std::move(file));
    for (std::string& file : write_signatures(seal, text, request)) sealed.files.push_back(std::move(file));
    const std::string base = request.folder + "/" + bag.name;
    if (request.timestamp_query) {
        write_file(base + ".tsq", timestamp_query(text));
        sealed.files.push_back(bag.name + ".tsq");
    }
    write_file(base + std::string(evidence_ending),
               evidence_text(bag.name, evidence_of(request.folder, seal, text)));
    write_file(base + std::string(seal_ending), text);
    sealed.files.push_back(bag.name + std::string(evidence_ending));
    sealed.files.push_back(bag.name + std::string(seal_ending));
    return sealed;
}

}  // namespace

Sealed pack(const Year& year, const ArchiveSettings& settings, const PackRequest& request) {
    refuse_sealed(request.folder, name_of(year));
    make_folders(request.folder);
    const FolderLock lock(request.folder);
    refuse_sealed(request.folder, name_of(year));  // another run may have sealed it while we waited
    remove_leftovers(request.folder);
    const Bag bag = fill_bag(year, settings, request.typeset, ending_of(request.container));
    return seal_bag(bag, seal_of(year, settings), settings, request);
}

std::string pack_fonts(const std::vector<FontFile>& fonts, const ArchiveSettings& settings,
                       const PackRequest& request) {
    const Bag bag = fill_font_bag(fonts, settings, ending_of(request.container));
    if (file_exists(request.folder + "/" + bag.name + std::string(seal_ending))) return bag.name;
    make_folders(request.folder);
    const FolderLock lock(request.folder);
    remove_leftovers(request.folder);
    Seal seal;
    seal.organization = one_line(settings.organization);
    ArchiveSettings own = settings;
    own.fonts.clear();
    own.fonts_bag.clear();
    return seal_bag(bag, seal, own, request).seal.bag;
}

void revise(Year& year, const std::string& folder, const std::string& reason) {
    Year next = year;
    std::string sealed;
    while (file_exists(folder + "/" + name_of(next) + std::string(seal_ending))) {
        sealed = name_of(next);
        ++next.revision;
    }
    if (sealed.empty()) return;
    if (reason.empty()) throw Failure("archive-sealed", {sealed});
    next.supersedes = sealed;
    next.reason = reason;
    year = std::move(next);
}

}  // namespace hanqing
