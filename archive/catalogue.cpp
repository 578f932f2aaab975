// SPDX-License-Identifier: Apache-2.0
// Year -> data/说明文件.TXT and data/文件目录.XML, as the transfer rule's annex 2 asks.
#include "archive/descriptions.hpp"
#include "archive/names.hpp"
#include "archive/xml.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::string_view remark_of(const ArchivalRecord& record) {
    if (!record.remark.empty()) return record.remark;
    if (record.state == RecordState::corrected) return "已更正";
    if (record.state == RecordState::withdrawn) return "已撤销";
    return "";
}

std::string pdf_of(const Year& year, const ArchivalRecord& record) {
    const auto pdf = std::find_if(record.files.begin(), record.files.end(),
                                  [](const RecordFile& file) { return file.role == RecordFile::Role::pdf; });
    return pdf == record.files.end()
               ? ""
               : folder_of(year, record).substr(payload_folder.size()) + "/" + pdf->name;
}

}  // namespace

std::string readme_text(const Year& year, const ArchiveSettings& settings) {
    std::string text = "说明文件\n\n";
    const auto line = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) text += std::string(label) + "：" + value + "\n";
    };
    line("立档单位", settings.organization);
    line("全宗号", year.fonds);
    line("年度", std::to_string(year.year));
    line("保管期限", year.retention);
    line("开放类别", year.access);
    line("信息包名称", name_of(year));
    line("件数", std::to_string(year.records.size()));
    line("封存日期", settings.date);
    line("制作程序", settings.program);
    if (year.revision > 1) {
        line("替代", year.supersedes);
        line("更正原因", year.reason);
    }
    text +=
        "\n文件格式：版式文件为 PDF/A-3a（兼 PDF/UA-1），源文件为 UTF-8 编码的 Markdown，元数据与目录为 "
        "XML。\n"
        "读取环境：任何能够显示 PDF 1.7 的软件；不需要专用软件，不加密，不压缩。\n"
        "文件夹：电子档案/年度/类别/档号/ 为每件电子档案；其他/ 为元数据的 XML Schema。\n"
        "核验方法：见信息包根目录的“核验说明.txt”。\n";
    if (!year.missing.empty()) text += "\n经批准未归档的文件：\n";
    for (const MissingRecord& missing : year.missing)
        text += "  " + missing.origin + "：" + missing.reason + "\n";
    return text;
}

std::string catalogue_xml(const Year& year) {
    XmlWriter xml;
    xml.open("文件目录", {{"xmlns", "urn:hanqing:catalogue:1"}});
    std::uint64_t number = 0;
    for (const ArchivalRecord& record : year.records) {
        xml.open("文件");
        xml.leaf("顺序号", std::to_string(++number));
        xml.leaf("档号", record.identifier);
        xml.leaf("责任者", record.responsible);
        xml.leaf("题名", record.title);
        xml.leaf("日期", record.date);
        xml.leaf("密级", record.secrecy);
        xml.leaf("电子档案名称", pdf_of(year, record));
        xml.leaf("备注", remark_of(record));
        xml.close();
    }
    xml.close();
    return xml.text();
}

}  // namespace hanqing
