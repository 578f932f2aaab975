// SPDX-License-Identifier: Apache-2.0
// metadata/documents.tsv: from every file's path in the collection to its path in the bag and its digests.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct DocumentRow {
    std::string identifier, version, state, role;
    std::string origin, path;  ///< In the collection; in the bag.
    std::uint64_t size = 0;
    std::string sha256, sha512, sm3;  ///< Hex.
    friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

inline constexpr std::string_view documents_head =
    "identifier\tversion\tstate\trole\torigin\tpath\tsize\tsha256\tsha512\tsm3\n";

/// Tab and line ends in a value are written as %09, %0A, %0D, and % as %25.
std::string document_line(const DocumentRow& row);
/// Calls for each row in order; false at the first line that is none. A row lives only during its call: a
/// large bag has hundreds of thousands.
bool for_each_document(std::string_view text, const std::function<void(const DocumentRow&)>& use);
/// Nothing when the text is not exactly the head and a `document_line` for each row.
std::optional<std::vector<DocumentRow>> documents_from_text(std::string_view text);

}  // namespace hanqing
