// SPDX-License-Identifier: Apache-2.0
// 四性检测 (DA/T 70): the items, and what our findings say about each.
#pragma once

#include "base/notes.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// 通过, 未通过, 不适用, 人工
enum class Verdict : std::uint8_t { passed, failed, not_applicable, by_hand };
std::string_view chinese(Verdict verdict);

/// A row of the standard's list. The names are the standard's own, so they are not translated messages.
struct NatureItem {
    std::string_view number;  ///< "1-1"
    std::string_view nature;  ///< 真实性, 完整性, 可用性, 安全性
    std::string_view name;
    std::string_view english;
    std::string_view
        faults;            ///< Ids of findings that fail it, blank between; a trailing * matches any ending.
    bool by_hand = false;  ///< No program can answer it.
};
std::span<const NatureItem> nature_items();

struct NatureCheck {
    std::string_view number;  ///< Of the item.
    Verdict verdict = Verdict::passed;
    std::string evidence;  ///< Figures or the ids of the faults: "55 个文件，123456 字节".
};

/// Facts that the checks quote.
struct NatureFacts {
    std::uint64_t documents = 0, files = 0, bytes = 0;
    bool sealed = false, sampled = false;
};
/// Every item in order, judged by the findings.
std::vector<NatureCheck> judge_natures(const Notes& findings, const NatureFacts& facts);

/// 四性检测报告.xml, and as Markdown for the PDF beside it.
std::string natures_xml(const std::string& bag, const std::string& stage, const std::string& date,
                        std::span<const NatureCheck> checks);
std::string natures_markdown(const std::string& bag, const std::string& stage, const std::string& date,
                             std::span<const NatureCheck> checks);

}  // namespace hanqing
