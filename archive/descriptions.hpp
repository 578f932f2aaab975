// SPDX-License-Identifier: Apache-2.0
// The files of a bag that describe it: catalogue, metadata, history, and what an auditor types.
#pragma once

#include "archive/bag.hpp"
#include "archive/year.hpp"

#include <string>
#include <string_view>

namespace hanqing {

/// data/说明文件.TXT (移交与接收办法, annex 2).
std::string readme_text(const Year& year, const ArchiveSettings& settings);
/// data/文件目录.XML: 顺序号 档号 责任者 题名 日期 密级 电子档案名称 备注, one 文件 for each record.
std::string catalogue_xml(const Year& year);
/// 元数据.xml of one record, with the names of DA/T 46-2009. `bag_files` are the record's files as the bag
/// has them.
std::string record_xml(const Year& year, const ArchivalRecord& record, const std::vector<BagFile>& bag_files,
                       const ArchiveSettings& settings);
/// The schema of 元数据.xml (XML Schema 1.0).
std::string_view record_schema();
/// metadata/premis.xml: the package, its PDFs, and what happened to them (PREMIS 3).
std::string premis_xml(const std::string& bag, const Manifest& payload, const ArchiveSettings& settings);
/// 核验说明.txt and VERIFY.txt: commands that work as written, with nothing to install.
std::string instructions_chinese(const std::string& bag, std::string_view container);
std::string instructions_english(const std::string& bag, std::string_view container);

}  // namespace hanqing
