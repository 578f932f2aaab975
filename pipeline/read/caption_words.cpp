// SPDX-License-Identifier: Apache-2.0
// What the first words of a line say: 图 3, 单位：, ▲, 资料来源：.
#include "read/caption_words.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace hanqing {
namespace {

/// A longer paragraph that begins so is prose about the table.
constexpr std::size_t caption_bytes_max = 400;
constexpr std::size_t unit_bytes_max = 90;
constexpr std::size_t line_bytes_max = 300;

struct Word {
    std::string_view word;
    Caption kind;
};
constexpr std::array words{
    Word{"续表", Caption::table},  Word{"附表", Caption::table},    Word{"表", Caption::table},
    Word{"표", Caption::table},    Word{"Table", Caption::table},   Word{"附图", Caption::figure},
    Word{"图", Caption::figure},   Word{"圖", Caption::figure},     Word{"図", Caption::figure},
    Word{"그림", Caption::figure}, Word{"Figure", Caption::figure}, Word{"Fig.", Caption::figure},
};

bool is_numeral(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
           std::u32string_view(U"〇一二三四五六七八九十百").find(c) != std::u32string_view::npos;
}
bool is_joint(char32_t c) { return std::u32string_view(U"-–—.．－").find(c) != std::u32string_view::npos; }
bool is_space(char32_t c) { return c == ' ' || c == 0x3000 || c == 0xA0; }

/// Past a number like 3, 2-1, 4.2, A-1, 三; 0 when there is none. What follows must not make it a word
/// (表三人): a blank, a mark, or the bracket that closes.
std::size_t number_end(std::string_view text, std::size_t at, char32_t close) {
    std::size_t end = 0;
    bool has_numeral = false;
    for (std::size_t next = at; next < text.size();) {
        const std::size_t here = next;
        const char32_t c = next_code_point(text, next);
        const bool letter = here == at && c >= 'A' && c <= 'Z';
        if (!is_numeral(c) && !letter && !(has_numeral || here > at ? is_joint(c) : false)) {
            const bool apart =
                close != 0 ? c == close
                           : is_space(c) || c == 0x2028 ||
                                 std::u32string_view(U":：、。.，,（(").find(c) != std::u32string_view::npos;
            return has_numeral && apart ? here : 0;
        }
        has_numeral = has_numeral || is_numeral(c);
        end = next;
    }
    return has_numeral && close == 0 ? end : 0;
}

/// `<표 2-1> …`, `[그림 1] …`, `【表3】…`: what closes the bracket a caption begins with; 0 without one.
char32_t closing_of(char32_t open) {
    constexpr std::u32string_view opens = U"<[〈【〔［＜", closes = U">]〉】〕］＞";
    const std::size_t at = opens.find(open);
    return at == std::u32string_view::npos ? 0 : closes[at];
}

constexpr std::array<std::string_view, 2> open_brackets = {"（", "("};

std::string_view without_bracket(std::string_view text) {
    for (const std::string_view open : open_brackets)
        if (text.starts_with(open)) text.remove_prefix(open.size());
    return text;
}

bool begins_with_label(std::string_view text, std::span<const std::string_view> labels) {
    return std::any_of(labels.begin(), labels.end(), [&](std::string_view label) {
        if (!text.starts_with(label)) return false;
        std::string_view rest = text.substr(label.size());
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        return rest.starts_with("：") || rest.starts_with(":");
    });
}

/// Without a bracket at its end: 情况表（单位：万元） -> 情况表.
std::string_view without_last_bracket(std::string_view text) {
    if (!text.ends_with("）") && !text.ends_with(")")) return text;
    const std::size_t at = std::max(text.rfind("（") + 1, text.rfind('(') + 1);
    return at == 0 ? text : text.substr(0, at - 1);
}

}  // namespace

Caption caption_kind(std::string_view text) {
    if (text.empty() || text.size() > caption_bytes_max) return Caption::none;
    std::size_t past = 0;
    const char32_t close = closing_of(next_code_point(text, past));
    if (close != 0) text.remove_prefix(past);
    for (const Word& word : words) {
        if (!text.starts_with(word.word)) continue;
        std::size_t at = word.word.size();
        for (std::size_t next = at; next < text.size() && is_space(next_code_point(text, next));) at = next;
        return number_end(text, at, close) > 0 ? word.kind : Caption::none;
    }
    return Caption::none;
}

bool is_unit_line(std::string_view text) {
    constexpr std::array<std::string_view, 9> labels = {"单位",     "單位",     "単位",     "단위",    "Unit",
                                                        "计量单位", "計量單位", "金额单位", "货币单位"};
    // Blanks typed before it push it to the right, where it will stand.
    for (std::size_t at = 0; at < text.size() && is_space(next_code_point(text, at)); at = 0)
        text.remove_prefix(at);
    if (text.size() > unit_bytes_max || text.find("。") != std::string_view::npos) return false;
    return begins_with_label(without_bracket(text), labels);
}

bool is_attachment_caption(std::string_view text) {
    constexpr std::string_view label = "附件";
    if (text.size() > line_bytes_max || !text.starts_with(label)) return false;
    text.remove_prefix(label.size());
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
    return (text.starts_with("：") || text.starts_with(":")) && without_last_bracket(text).ends_with("表");
}

bool is_pointing_line(std::string_view text) {
    if (text.size() > line_bytes_max) return false;
    for (const std::string_view sign : {"▲", "△", "▴", "▵", "↑"}) {
        if (!text.starts_with(sign)) continue;
        const std::string_view rest = text.substr(sign.size());  // △3.1 is less than nought
        return !rest.empty() && (rest.front() < '0' || rest.front() > '9') &&
               rest.find(hard_break_mark) == std::string_view::npos;
    }
    return false;
}

bool is_source_line(std::string_view text) {
    constexpr std::array<std::string_view, 25> labels = {
        "图源",     "圖源", "来源", "來源",   "资料来源", "資料來源", "数据来源", "數據來源", "图片来源",
        "圖片來源", "摄影", "攝影", "出典",   "出所",     "資料",     "자료",     "출처",     "주",
        "注",       "註",   "备注", "Source", "Sources",  "Note",     "Notes"};
    return text.size() <= line_bytes_max && begins_with_label(without_bracket(text), labels);
}

}  // namespace hanqing
