// SPDX-License-Identifier: Apache-2.0
// Settings: hanqing.yaml understood. What it says about reports themselves stays a record and is laid under
// theirs.
#pragma once

#include "base/allowance.hpp"
#include "base/notes.hpp"
#include "read/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct Settings {
    std::vector<std::string> sources = {"."};  ///< Folders or files below the collection.
    std::vector<std::string> exclude;          ///< Globs.
    std::string catalogue;                     ///< CSV, relative to the collection; empty: none.
    std::string numbering;              ///< Pattern of the 档号, as {fonds}-{year}-{retention}-{serial}.
    std::vector<std::string> accepted;  ///< Names of warnings that `pack` takes.
    std::string output = "out", archive = "archive", styles = "styles";  ///< Folders of the collection.
    std::string output_name = "{year}/{folder}/{name}";
    std::string cache;  ///< Folder of the shared cache; empty: none.
    std::uint64_t cache_bytes = 2ULL << 30;
    std::vector<std::string> font_folders;
    bool system_fonts = true;
    bool a2a = false;         ///< PDF/A-2a: nothing attached.
    Limits limits;            ///< Where one report is stopped, named, and left behind.
    Record archive_settings;  ///< The map `archive`, as written.
    Record defaults;          ///< Metadata for every report, laid under all others.
};

/// Faults: "bad-value" {key, value, expected}, "unknown-key" {key, nearest}, both warnings.
Settings settings_from(const Record& record, Notes& notes);

/// "500M", "2G", "1048576"; nothing for other text.
std::optional<std::uint64_t> byte_count(std::string_view text);

/// Every key of hanqing.yaml that is not metadata, for the docs and their test.
struct SettingNames {
    std::string_view key, aliases;
};
std::vector<SettingNames> known_settings();

}  // namespace hanqing
