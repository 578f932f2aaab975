// SPDX-License-Identifier: Apache-2.0
// Every key of a report's metadata with its other names. docs/metadata.md shows this table.
#include "read/metadata.hpp"

namespace hanqing {

const std::vector<KeyNames>& known_keys() {
    static const std::vector<KeyNames> keys{
        {"title", "题名 标题 題名 標題 タイトル 제목", ""},
        {"subtitle", "副题名 副标题 副標題", ""},
        {"author", "责任者 作者 責任者 authors 著者 저자 작성자", ""},
        {"organization", "机构 单位 发文机关 機關 单位名称 organisation institute affiliation 組織 기관", ""},
        {"date", "日期 成文日期 发布日期 日付 작성일 시행일자", ""},
        {"year", "年度 年份", ""},
        {"document-number", "文号 发文字号 文號 發文字號", ""},
        {"identifier", "档号 檔號", ""},
        {"fonds", "全宗号 全宗 全宗號", ""},
        {"retention", "保管期限", ""},
        {"access", "公开属性 开放状态 公開屬性", ""},
        {"secrecy", "密级 密级和保密期限 密級", ""},
        {"class", "类别 机构或问题 類別", ""},
        {"version", "版本 版本号 版次", ""},
        {"revisions", "修订记录 修订 修訂記錄", ""},
        {"lang", "语言 语种 語言 language", ""},
        {"style", "样式 版式 樣式", ""},
        {"keywords", "关键词 主题词 關鍵詞", ""},
        {"abstract", "摘要 内容摘要 description", ""},
        {"cover", "封面", ""},
        {"toc", "目录 目次 目錄", ""},
        {"number-sections", "章节编号 numbersections", ""},
        {"watermark", "水印", ""},
        {"attach", "附源文 附源文件", ""},
        // GB/T 33480-2016; what it calls 标题, 发文字号, 密级和保密期限 and 成文日期 are keys above.
        {"copy-number", "份号", "copy-number"},
        {"urgency", "紧急程度 緊急程度", "urgency"},
        {"issuing-mark", "发文机关标志 發文機關標誌", "issuing-mark"},
        {"signer", "签发人 簽發人", "signer"},
        {"addressee", "主送机关 主送 主送機關", "addressee"},
        {"attachments", "附件说明 附件 附件說明", "attachments"},
        {"signature", "署名 发文机关署名", "signature"},
        {"remarks", "附注 附註", "remarks"},
        {"copy-to", "抄送机关 抄送 抄送機關", "copy-to"},
        {"printing-organization", "印发机关 印發機關", "printing-organization"},
        {"printing-date", "印发日期 印發日期", "printing-date"},
        {"form", "公文形式 格式", "form"},
        {"sealing", "用印 加盖印章", "sealing"},
        {"signer-post", "签发人职务 簽發人職務", "signer-post"},
        {"signature-stamp", "签名章 签发人签名章 簽名章", "signature-stamp"},
        {"attendees", "出席 出席人员", "attendees"},
        {"absentees", "请假 请假人员", "absentees"},
        {"observers", "列席 列席人员", "observers"},
    };
    return keys;
}

}  // namespace hanqing
