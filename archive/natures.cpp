// SPDX-License-Identifier: Apache-2.0
// Findings -> the items of DA/T 70-2018, and the report of them as XML and as Markdown.
#include "archive/natures.hpp"

#include "archive/markdown_text.hpp"
#include "archive/xml.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr NatureItem items[] = {
    {"1-1", "真实性", "固化信息有效性检测", "digests, seal, signatures and time stamp hold",
     "bag-digest bag-manifest-line seal-* evidence-* chain-*"},
    {"1-2", "真实性", "元数据项数据长度检测", "lengths of metadata values", "archive-long-path"},
    {"1-3", "真实性", "元数据项数据类型、格式检测", "types and formats of metadata values",
     "archive-bad-value record-metadata*"},
    {"1-4", "真实性", "设定值域的元数据项值域符合度检测", "values within their sets", "archive-bad-value"},
    {"1-5", "真实性", "元数据项数据值合理性检测", "values are plausible", "archive-no-year archive-no-date"},
    {"1-6", "真实性", "元数据项数据包含特殊字符检测", "no characters that break names",
     "bag-path archive-name-clash bag-clash"},
    {"1-7", "真实性", "档号规范性检测", "identifiers follow the pattern",
     "archive-bad-identifier archive-no-identifier"},
    {"1-8", "真实性", "元数据项数据重复性检测", "no identifier twice",
     "archive-duplicate-identifier catalogue-identifier-twice"},
    {"1-10", "真实性", "内容数据的电子属性一致性检测", "name, size and format are as recorded",
     "documents-size documents-digest record-metadata-files pdf-identity"},
    {"1-11", "真实性", "元数据是否关联内容数据检测", "metadata and content belong together",
     "documents-file-missing documents-unlisted record-metadata* pdf-identity"},
    {"1-12", "真实性", "说明文件和目录文件规范性检测", "description and catalogue are as prescribed",
     "catalogue-* bag-layout"},
    {"1-13", "真实性", "信息包目录结构规范性检测", "folders are as prescribed",
     "bag-layout bag-no-bagit bag-bagit-text tar-*"},
    {"1-14", "真实性", "信息包一致性检测", "the package is the one that was sealed",
     "seal-container seal-tagmanifest seal-merkle"},
    {"2-1", "完整性", "总件数相符性检测", "number of records", "seal-documents catalogue-*"},
    {"2-2", "完整性", "总字节数相符性检测", "number of bytes", "bag-oxum seal-payload seal-size"},
    {"2-3", "完整性", "元数据项完整性检测", "all metadata elements are there", "record-metadata*"},
    {"2-4", "完整性", "元数据必填项完整性检测", "required elements are filled",
     "archive-no-title archive-no-date archive-no-fonds record-metadata-empty"},
    {"2-5", "完整性", "过程信息完整性检测", "the history of the package is there", "bag-premis"},
    {"2-6", "完整性", "连续性元数据项检测", "numbers without gaps", "archive-gap"},
    {"2-7", "完整性", "内容数据完整性检测", "every record has its content",
     "bag-file-missing documents-file-missing archive-no-pdf"},
    {"2-8", "完整性", "附件数据完整性检测", "every attachment is there",
     "bag-file-missing documents-file-missing image-*"},
    {"2-9", "完整性", "归档范围检测", "everything that must be archived is here", "", true},
    {"2-10", "完整性", "信息包元数据完整性检测", "metadata of the package", "bag-info"},
    {"2-11", "完整性", "信息包内容数据完整性检测", "nothing more and nothing less in the package",
     "bag-file-missing bag-file-extra bag-file-unlisted bag-fetch bag-no-manifest"},
    {"3-1", "可用性", "信息包中元数据的可读性检测", "metadata can be read",
     "record-metadata-text record-metadata-missing documents-text catalogue-text"},
    {"3-2", "可用性", "目标数据库中元数据的可访问性检测", "metadata can be reached in the target database",
     "", true},
    {"3-3", "可用性", "内容数据格式检测", "formats are those of long keeping", "bag-pdf-unreadable"},
    {"3-4", "可用性", "内容数据的可读性检测", "content can be read", "bag-pdf-unreadable bag-digest glyph-*"},
    {"3-5", "可用性", "内容数据格式长期可用性检测", "formats stay usable", "", true},
    {"3-6", "可用性", "软硬件环境合规性检测", "hardware and software as agreed", "", true},
    {"3-7", "可用性", "备份数据可恢复性检测", "backups can be restored", "", true},
    {"3-8", "可用性", "信息包格式合规性检测", "open container, no private compression, no encryption",
     "tar-* zip-*"},
    {"4-1", "安全性", "系统环境中是否安装杀毒软件检测", "a virus scanner is installed", "", true},
    {"4-2", "安全性", "病毒感染检测", "free of viruses", "", true},
    {"4-3", "安全性", "载体中多余文件检测", "no files beyond those listed",
     "bag-file-extra bag-tag-unlisted tar-trailing"},
    {"4-4", "安全性", "载体读取速度检测", "reading speed of the carrier", "", true},
    {"4-5", "安全性", "载体外观检测", "look of the carrier", "", true},
    {"4-6", "安全性", "光盘合格性检测", "quality of discs", "", true},
    {"4-7", "安全性", "操作过程安全性检测", "safe handling", "", true},
};

bool names(std::string_view faults, std::string_view id) {
    while (!faults.empty()) {
        const std::size_t blank = faults.find(' ');
        const std::string_view one = faults.substr(0, blank);
        if (one == id || (one.ends_with('*') && id.starts_with(one.substr(0, one.size() - 1)))) return true;
        faults.remove_prefix(blank == std::string_view::npos ? faults.size() : blank + 1);
    }
    return false;
}

std::string figures(const NatureFacts& facts) {
    return std::to_string(facts.documents) + " 件，" + std::to_string(facts.files) + " 个文件，" +
           std::to_string(facts.bytes) + " 字节" + (facts.sampled ? "（抽检）" : "");
}

NatureCheck judge(const NatureItem& item, const Notes& findings, const NatureFacts& facts) {
    if (item.by_hand) return {item.number, Verdict::by_hand, ""};
    std::string faults;
    for (const Note& note : findings.all()) {
        if (note.weight == Weight::remark || !names(item.faults, note.id)) continue;
        const std::string once = note.id + (note.arguments.empty() ? "" : " " + note.arguments.front());
        if (faults.size() < 200) faults += (faults.empty() ? "" : "; ") + once;
    }
    if (!faults.empty()) return {item.number, Verdict::failed, faults};
    if (item.number == "1-14" && !facts.sealed) return {item.number, Verdict::not_applicable, ""};
    return {item.number, Verdict::passed, figures(facts)};
}

std::string_view name_of_item(std::string_view number) {
    const auto* item = std::find_if(std::begin(items), std::end(items),
                                    [&](const NatureItem& one) { return one.number == number; });
    return item == std::end(items) ? std::string_view() : item->name;
}

}  // namespace

std::string_view chinese(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "通过";
        case Verdict::failed:
            return "未通过";
        case Verdict::not_applicable:
            return "不适用";
        case Verdict::by_hand:
            return "人工";
    }
    return "";
}

std::span<const NatureItem> nature_items() { return items; }

std::vector<NatureCheck> judge_natures(const Notes& findings, const NatureFacts& facts) {
    std::vector<NatureCheck> checks;
    for (const NatureItem& item : items) checks.push_back(judge(item, findings, facts));
    return checks;
}

std::string natures_xml(const std::string& bag, const std::string& stage, const std::string& date,
                        std::span<const NatureCheck> checks) {
    XmlWriter xml;
    xml.open("四性检测报告", {{"xmlns", "urn:hanqing:natures:1"}});
    xml.leaf("信息包", bag);
    xml.leaf("环节", stage);
    xml.leaf("日期", date);
    xml.leaf("依据", "DA/T 70-2018");
    for (const NatureCheck& check : checks) {
        xml.open("检测项");
        xml.leaf("编号", check.number);
        xml.leaf("名称", name_of_item(check.number));
        xml.leaf("结果", chinese(check.verdict));
        xml.leaf("依据说明", check.evidence);
        xml.close();
    }
    xml.close();
    return xml.text();
}

std::string natures_markdown(const std::string& bag, const std::string& stage, const std::string& date,
                             std::span<const NatureCheck> checks) {
    std::string text =
        "---\ntitle: 四性检测报告\nsubtitle: \"" + bag + "（" + stage + "环节）\"\ndate: " + date +
        "\ntoc: false\ncover: false\n---\n\n依据 DA/T 70-2018《文书类电子档案检测一般要求》。\n\n";
    std::string_view nature;
    for (const NatureItem& item : items) {
        const auto check = std::find_if(checks.begin(), checks.end(),
                                        [&](const NatureCheck& one) { return one.number == item.number; });
        if (check == checks.end()) continue;
        if (item.nature != nature) {
            nature = item.nature;
            text += "\n## " + std::string(nature) +
                    "\n\n| 编号 | 检测项 | 结果 | 依据 |\n| --- | --- | --- | --- |\n";
        }
        text += markdown_row({item.number, item.name, chinese(check->verdict), check->evidence});
    }
    return text;
}

}  // namespace hanqing
