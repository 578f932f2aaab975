// SPDX-License-Identifier: Apache-2.0
// The whole line of the archive; start reading here:
//   gather (year.hpp) -> fill_bag (bag.hpp) -> write_container (container.hpp) -> Seal (here) -> verify
//   (verify.hpp).
// FORMAT.md says what every byte means.
#pragma once

#include "archive/bag.hpp"
#include "archive/container.hpp"
#include "archive/keys.hpp"
#include "archive/year.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// What `X.seal.txt` says, field by field (FORMAT.md 4). Digests are lower-case hex.
struct Seal {
    std::string organization, fonds;
    std::int32_t year = 0;
    std::string retention, access;
    std::string bag;  ///< "J001-2024-永久-公开": the name of everything about this bag.
    std::uint32_t revision = 1;
    std::string supersedes, reason;                ///< Empty for a first revision.
    std::string date;                              ///< ISO.
    std::uint32_t sequence = 1;                    ///< Order of sealing in this archive, from 1.
    std::string previous;                          ///< Bag sealed before this one; empty for the first.
    std::string previous_seal, previous_evidence;  ///< SHA-512 of its seal and evidence files.
    std::uint64_t documents = 0, payload_files = 0, payload_bytes = 0;
    std::string container;  ///< File name: "J001-….tar"
    std::uint64_t container_bytes = 0;
    std::string container_sha256;
    std::string tagmanifest_sha256, tagmanifest_sha512, tagmanifest_sm3;
    std::string merkle_root;  ///< RFC 9162 over the lines of manifest-sha256.txt, which are payload_files.
    std::string program, program_digest;
    std::vector<std::pair<std::string, std::string>> fonts;  ///< Digest, name.
    std::string fonts_bag;
    std::vector<std::pair<std::string, std::string>> keys;  ///< Kind, fingerprint. Empty: unsigned.
};

/// The one spelling of a seal; `seal_from_text` accepts no other, so that no byte of it can change unnoticed.
std::string text_of(const Seal& seal);
/// Nothing, when the text is not exactly what `text_of` writes for some seal.
std::optional<Seal> seal_from_text(std::string_view text);

/// What `pack` is asked to do beyond the year itself.
struct PackRequest {
    std::string folder;                ///< Of tars and seals; made when missing.
    std::span<const SigningKey> keys;  ///< Empty: unsigned.
    bool timestamp_query = false;      ///< Also write X.tsq (RFC 3161) to carry to an authority.
    ContainerKind container = ContainerKind::tar;
    std::uint32_t repair_percent = 0;  ///< PAR2 beside the container, by the par2 program; 0: none.
    TypesetMarkdown typeset;  ///< Markdown in, PDF/A bytes out: for 四性检测报告.pdf. Empty: none is made.
};

/// The files that sealing one bag made, all inside the request's folder.
struct Sealed {
    Seal seal;
    std::vector<std::string> files;  ///< Names, the seal last: it is also written last.
};

/// Fills, writes, seals and signs one year. Nothing under its final name is ever overwritten if a seal
/// vouches for it. Throws Failure "archive-sealed" {bag} (correct it with a revision), "archive-file-changed"
/// {path}, "archive-locked" {folder}, "archive-no-space" {folder, needed, free}, and those of file, keys and
/// libarchive. Read it back with `verify`: a receipt is the proof, not this function's return.
Sealed pack(const Year& year, const ArchiveSettings& settings, const PackRequest& request);

/// Seals the fonts once in a bag of their own and returns its name for ArchiveSettings::fonts_bag; the same
/// fonts give the same name, and nothing is written when that bag is there already.
std::string pack_fonts(const std::vector<FontFile>& fonts, const ArchiveSettings& settings,
                       const PackRequest& request);

/// Turns a year that is already sealed in `folder` into its next revision ("-r2", supersedes, reason);
/// leaves it alone when no seal of its name is there. Empty `reason`: Failure "archive-sealed" {bag}.
void revise(Year& year, const std::string& folder, const std::string& reason);

}  // namespace hanqing
