// SPDX-License-Identifier: Apache-2.0
// Records -> Years: the finished records of one year, grouped as bags must hold them, numbered, named,
// checked.
#pragma once

#include "archive/shared_bytes.hpp"
#include "base/digest.hpp"
#include "base/notes.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// One file of a record, as it will lie in the record's folder.
struct RecordFile {
    enum class Role : std::uint8_t { pdf, source, image, style, other };
    Role role = Role::other;
    std::string name;  ///< Below the record's folder, '/' between: "年度报告.pdf", "images/图.png". Made safe
                       ///< by `gather`.
    std::string origin;  ///< Path in the collection as its author knows it; may be empty.
    std::string path;    ///< Where it lies now; when empty, `bytes` holds the content.
    SharedBytes bytes;
    /// SHA-256 that it must have: `pack` refuses a file that changed since it was built.
    std::optional<Digest> digest;
};

/// 现行, 已更正, 已撤销 (DESIGN 7).
enum class RecordState : std::uint8_t { current, corrected, withdrawn };

/// One report as the archive sees it (件). All text is as the report gave it.
struct ArchivalRecord {
    std::string origin;      ///< The report's path in the collection: names it in messages.
    std::string identifier;  ///< 档号; empty: assigned, if the settings allow it.
    std::string title, responsible, organization;
    std::string date;  ///< ISO: 2024-03-05, 2024-03 or 2024.
    std::int32_t year = 0;
    std::string fonds;         ///< 全宗号; empty: the settings'.
    std::string retention;     ///< 永久, 30年, 10年; empty: the settings'.
    std::string access;        ///< "public" or "internal"; empty: the settings'.
    std::string secrecy;       ///< 密级 with its period; empty for almost every record.
    std::string record_class;  ///< 类别; empty: 综合.
    std::string version, document_number, language, abstract, remark;
    std::vector<std::string> keywords;
    RecordState state = RecordState::current;
    std::uint32_t page_count = 0;
    std::vector<RecordFile> files;
    Notes accepted;  ///< Warnings of its making that the collection accepts by name.
};

/// A report that should be there and is not, with the reason that was given for packing without it. What else
/// is known of it, as in ArchivalRecord, decides which bag tells of it: one marked 密级 is named in no
/// other's.
struct MissingRecord {
    std::string origin, reason;
    std::string fonds, retention, access, secrecy;
};

/// A record that is withdrawn (已撤销): it stays in its bag, and the bag says so. `name` is its 档号 or
/// origin.
struct Withdrawal {
    std::string name, reason;
};

/// What the collection decides for all its bags.
struct ArchiveSettings {
    std::string organization;  ///< 立档单位
    std::string fonds;         ///< For records that name none.
    std::string retention = "永久";
    std::string access = "public";
    std::string date;     ///< Day of sealing, ISO; given by `cli`, which alone knows the clock.
    std::string program;  ///< "Hanqing 1.0.0"
    Digest program_digest;
    struct Font {
        std::string name;
        Digest digest;
    };
    std::vector<Font> fonts;  ///< Every face that a PDF of these records used.
    std::string fonts_bag;    ///< Name of the bag that keeps them, if there is one.
    bool keep_fonts = true;   ///< Whether fonts are kept, in a bag of their own, as far as licences allow.
    /// Pattern of a 档号: text with {全宗号} {年度} {保管期限} {类别} {件号} or {fonds} {year} {retention}
    /// {class} {number}; {件号:4} asks for four digits. Empty: any safe text.
    std::string identifier_pattern;
    /// Records without a 档号 get one by the pattern (or "0001"…), in byte order of `origin`, with a remark.
    bool assign_identifiers = true;
    /// 档号 by origin, of records that were sealed without one of their own: a correction keeps them.
    std::map<std::string, std::string> sealed_identifiers;
    bool allow_secrecy = false;  ///< Records marked 密级 are refused unless this is set.
    std::vector<MissingRecord> missing;
    std::vector<Withdrawal> withdrawn;
};

/// What one bag will hold: one 全宗, 年度, 保管期限 and access class.
struct Year {
    std::string fonds;
    std::int32_t year = 0;
    std::string retention;                ///< 永久, 30年, 10年
    std::string access;                   ///< 公开, 内部, or the 密级 alone (never with others)
    std::uint32_t revision = 1;           ///< 2 and more: a complete correction of the one before.
    std::string supersedes, reason;       ///< Name of the bag that this one corrects, and why.
    std::vector<ArchivalRecord> records;  ///< Byte order of identifiers; every name safe and unique.
    std::vector<MissingRecord> missing;
    Notes accepted;  ///< Warnings that its own records are packed with: its 四性检测报告 tells of them.
};

/// "J001-2024-永久-公开", with "-r2" for a correction: the name of bag, tar and seal.
std::string name_of(const Year& year);

/// Groups, numbers, names and checks. Faults are notes; with an error among them nothing may be packed:
/// "archive-no-title", "archive-no-date", "archive-no-pdf", "archive-secret", "archive-bad-identifier",
/// "archive-duplicate-identifier", "archive-name-clash", "archive-bad-value", "archive-withdrawal-unknown" …;
/// warnings: "archive-gap" {from, to, origin}, "archive-missing-untold" {origin}.
std::vector<Year> gather(std::vector<ArchivalRecord> records, const ArchiveSettings& settings, Notes& notes);

/// The folder of a record inside its bag: "data/电子档案/2024/综合/J001-…-0001".
std::string folder_of(const Year& year, const ArchivalRecord& record);

/// A line for each record and file: what `pack --dry-run` shows.
std::string describe(const Year& year);

}  // namespace hanqing
