// SPDX-License-Identifier: Apache-2.0
// Year -> Bag: what lies where in a BagIt 1.0 bag (RFC 8493) that is also a Chinese transfer package.
#pragma once

#include "archive/year.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Typesets a page of ours: Markdown in, PDF/A bytes out. Given by `cli`, since `archive` knows no
/// typesetting.
using TypesetMarkdown = std::function<std::string(const std::string& markdown)>;

/// Raw digests of one file by the three algorithms of our bags.
struct Digests {
    std::string sha256, sha512, sm3;
    friend bool operator==(const Digests&, const Digests&) = default;
};

/// One file of a bag before it is written: on disk or in memory.
struct BagFile {
    std::string name;  ///< Below the bag's folder: "data/…", "bagit.txt".
    std::string path;  ///< Where it lies now; when empty, `bytes` is the content.
    SharedBytes bytes;
    std::uint64_t size = 0;
    std::optional<Digest> digest;  ///< SHA-256 it must have.
};

/// What was digested, by name; byte order.
struct Digested {
    std::uint64_t size = 0;
    Digests digests;
};
using Manifest = std::map<std::string, Digested>;

/// A tag file that is made only when the payload is digested, and forgotten once it is written: they are
/// large.
struct LateTag {
    std::string name;
    std::function<std::string(const Manifest& payload)> make;
};

struct Bag {
    std::string name;
    std::vector<BagFile> payload;  ///< Below data/, byte order of names.
    std::vector<BagFile> tags;     ///< All tag files that do not depend on the payload's digests; byte order.
    std::vector<LateTag>
        late_tags;  ///< Those that do: manifests, metadata/documents.tsv, metadata/premis.xml.
    std::uint64_t payload_bytes = 0;
    std::uint64_t documents = 0;
};

/// `ending` is the container's, for the instructions. Requires: `gather` found no error; the year and the
/// settings outlive the bag. Reads sizes, not contents. Failure "read-file" when a file is gone.
Bag fill_bag(const Year& year, const ArchiveSettings& settings, const TypesetMarkdown& typeset,
             std::string_view ending = ".tar");

/// One file of fonts (a collection holds several faces) and its licence: a font without one is left out by
/// the caller.
struct FontFile {
    struct FaceInFile {
        Digest identity;  ///< As seals name it.
        std::uint32_t index = 0;
        std::string name;
    };
    std::string name, path, licence;
    std::vector<FaceInFile> faces;  ///< Not empty.
};
/// A bag of fonts: sealed once, referred to by every seal. data/字体/字体清单.tsv leads from a face to its
/// file.
Bag fill_font_bag(const std::vector<FontFile>& fonts, const ArchiveSettings& settings,
                  std::string_view ending = ".tar");

/// "hex  name\n" for each file, byte order: the text of manifest-ALG.txt; ALG is sha256, sha512 or sm3.
std::string manifest_text(const Manifest& files, std::string_view algorithm);

}  // namespace hanqing
