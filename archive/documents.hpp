// SPDX-License-Identifier: Apache-2.0
// metadata/documents.tsv: from every file's path in the collection to its path in the bag and its digests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct DocumentRow {
    std::string identifier, version, state, role;
    std::string origin, path;               ///< In the collection; in the bag.
    std::uint64_t size = 0;
    std::string sha256, sha512, sm3;        ///< Hex.
    friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

/// Tab and line ends in a value are written as %09, %0A, %0D, and % as %25.
std::string documents_text(const std::vector<DocumentRow>& rows);
/// Nothing when the text is not exactly what `documents_text` writes for some rows.
std::optional<std::vector<DocumentRow>> documents_from_text(std::string_view text);

}  // namespace hanqing
