// SPDX-License-Identifier: Apache-2.0
// 元数据.xml -> the few words of it that are compared with catalogue, documents.tsv and files.
#pragma once

#include "base/digest.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

inline constexpr std::uint64_t record_xml_bytes_max = std::uint64_t{1} << 20U;

struct RecordFacts {
    std::string identifier, year, title, responsible, date, secrecy;
    Digest files;  ///< Over name and size of each 电子属性, in byte order of names.
};

/// Nothing when the text is not a 元数据.xml of ours.
std::optional<RecordFacts> record_facts(std::string_view xml);

/// Adds a file to the digest of `RecordFacts::files`.
class FilesDigest {
public:
    void add(std::string_view name, std::string_view size);
    Digest finish() { return sha256(text_); }

private:
    std::string text_;
};

}  // namespace hanqing
