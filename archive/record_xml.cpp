// SPDX-License-Identifier: Apache-2.0
// Record -> 元数据.xml. Names and grouping of elements are those of DA/T 46-2009 (文书类电子文件元数据方案).
#include "archive/descriptions.hpp"
#include "archive/xml.hpp"

namespace hanqing {
namespace {

std::string format_of(const std::string& name) {
    struct Format {
        std::string_view ending, name;
    };
    constexpr Format formats[] = {{".pdf", "PDF/A-3a (ISO 19005-3)"},
                                  {".md", "Markdown (UTF-8)"},
                                  {".png", "PNG"},
                                  {".jpg", "JPEG"},
                                  {".jpeg", "JPEG"},
                                  {".svg", "SVG 1.1"},
                                  {".yaml", "YAML 1.2 (UTF-8)"},
                                  {".csv", "CSV (UTF-8)"}};
    for (const Format& format : formats)
        if (name.ends_with(format.ending)) return std::string(format.name);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? "" : name.substr(dot + 1);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : "；") + word;
    return text;
}

std::string_view state_of(RecordState state) {
    switch (state) {
        case RecordState::current:
            return "现行";
        case RecordState::corrected:
            return "已更正";
        case RecordState::withdrawn:
            return "已撤销";
    }
    return "";
}

void write_file(XmlWriter& xml, const BagFile& file, const std::string& folder,
                const ArchiveSettings& settings) {
    const std::string name = file.name.substr(folder.size() + 1);
    xml.open("电子属性");
    xml.leaf("格式信息", format_of(name));
    xml.leaf("计算机文件名", name);
    xml.leaf("计算机文件大小", std::to_string(file.size));
    if (name.ends_with(".pdf")) xml.optional("文档创建程序", settings.program);
    if (file.digest) xml.leaf("数字摘要", hex(*file.digest), {{"算法", "SHA-256"}});
    xml.close();
}

void write_content(XmlWriter& xml, const ArchivalRecord& record) {
    xml.open("内容描述");
    xml.leaf("题名", record.title);
    xml.optional("关键词", joined(record.keywords));
    xml.optional("摘要", record.abstract);
    xml.optional("文件编号", record.document_number);
    xml.leaf("责任者", record.responsible);
    xml.leaf("日期", record.date);
    xml.optional("密级", record.secrecy);
    xml.close();
}

}  // namespace

std::string record_xml(const Year& year, const ArchivalRecord& record, const std::vector<BagFile>& bag_files,
                       const ArchiveSettings& settings) {
    const std::string folder = folder_of(year, record);
    XmlWriter xml;
    xml.open("电子文件元数据", {{"xmlns", "urn:hanqing:metadata:1"}});
    xml.leaf("聚合层次", "件");
    xml.open("来源");
    xml.leaf("立档单位名称", record.organization);
    xml.close();
    xml.open("档号信息");
    xml.leaf("档号", record.identifier);
    xml.leaf("全宗号", year.fonds);
    xml.leaf("年度", std::to_string(year.year));
    xml.leaf("保管期限", year.retention);
    xml.leaf("类别号", record.record_class);
    xml.close();
    write_content(xml, record);
    xml.open("形式特征");
    if (record.page_count != 0) xml.leaf("页数", std::to_string(record.page_count));
    xml.optional("语种", record.language);
    xml.optional("稿本", record.version);
    xml.close();
    for (const BagFile& file : bag_files) write_file(xml, file, folder, settings);
    xml.open("权限管理");
    xml.leaf("控制标识", year.access);
    xml.close();
    xml.leaf("状态", state_of(record.state));
    xml.optional("附注", record.remark);
    xml.close();
    return xml.text();
}

std::string_view record_schema() {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:hanqing:metadata:1" targetNamespace="urn:hanqing:metadata:1" elementFormDefault="qualified">
  <xs:element name="电子文件元数据">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="聚合层次" type="xs:string"/>
        <xs:element name="来源">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="立档单位名称" type="xs:string"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="档号信息">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="档号" type="xs:string"/>
              <xs:element name="全宗号" type="xs:string"/>
              <xs:element name="年度" type="xs:integer"/>
              <xs:element name="保管期限" type="xs:string"/>
              <xs:element name="类别号" type="xs:string"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="内容描述">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="题名" type="xs:string"/>
              <xs:element name="关键词" type="xs:string" minOccurs="0"/>
              <xs:element name="摘要" type="xs:string" minOccurs="0"/>
              <xs:element name="文件编号" type="xs:string" minOccurs="0"/>
              <xs:element name="责任者" type="xs:string"/>
              <xs:element name="日期" type="xs:string"/>
              <xs:element name="密级" type="xs:string" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="形式特征">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="页数" type="xs:positiveInteger" minOccurs="0"/>
              <xs:element name="语种" type="xs:string" minOccurs="0"/>
              <xs:element name="稿本" type="xs:string" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="电子属性" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="格式信息" type="xs:string"/>
              <xs:element name="计算机文件名" type="xs:string"/>
              <xs:element name="计算机文件大小" type="xs:nonNegativeInteger"/>
              <xs:element name="文档创建程序" type="xs:string" minOccurs="0"/>
              <xs:element name="数字摘要" minOccurs="0">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:hexBinary">
                      <xs:attribute name="算法" type="xs:string" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="权限管理">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="控制标识" type="xs:string"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="状态" type="xs:string"/>
        <xs:element name="附注" type="xs:string" minOccurs="0"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
)";
}

}  // namespace hanqing
