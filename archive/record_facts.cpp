// SPDX-License-Identifier: Apache-2.0
// Reading back what record_xml.cpp wrote.
#include "archive/record_facts.hpp"

#include "archive/xml.hpp"

#include <algorithm>
#include <vector>

namespace hanqing {
namespace {

std::string leaf_of(const XmlLeaves& leaves, std::string_view name) {
    const auto found =
        std::find_if(leaves.begin(), leaves.end(), [&](const auto& leaf) { return leaf.first == name; });
    return found == leaves.end() ? std::string() : found->second;
}

}  // namespace

void FilesDigest::add(std::string_view name, std::string_view size) {
    text_ += name;
    text_ += '\n';
    text_ += size;
    text_ += '\n';
}

std::optional<RecordFacts> record_facts(std::string_view xml) {
    const auto number = read_xml_leaves(xml, "档号信息");
    const auto content = read_xml_leaves(xml, "内容描述");
    const auto files = read_xml_leaves(xml, "电子属性");
    if (!number || number->size() != 1 || !content || content->size() != 1 || !files) return {};
    RecordFacts facts;
    facts.identifier = leaf_of(number->front(), "档号");
    facts.year = leaf_of(number->front(), "年度");
    facts.title = leaf_of(content->front(), "题名");
    facts.responsible = leaf_of(content->front(), "责任者");
    facts.date = leaf_of(content->front(), "日期");
    facts.secrecy = leaf_of(content->front(), "密级");
    std::vector<std::pair<std::string, std::string>> listed;
    for (const XmlLeaves& file : *files)
        listed.emplace_back(leaf_of(file, "计算机文件名"), leaf_of(file, "计算机文件大小"));
    std::sort(listed.begin(), listed.end());
    FilesDigest digest;
    for (const auto& [name, size] : listed) digest.add(name, size);
    facts.files = digest.finish();
    return facts;
}

}  // namespace hanqing
