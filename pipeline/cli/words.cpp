// SPDX-License-Identifier: Apache-2.0
// Looking up and filling sentences.
#include "cli/words.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace hanqing {
namespace {

const std::map<std::string_view, const Wording*>& by_id() {
    static const std::map<std::string_view, const Wording*> index = [] {
        std::map<std::string_view, const Wording*> all;
        for (const std::span<const Wording> table : all_wording())
            for (const Wording& entry : table) all.emplace(entry.id, &entry);
        return all;
    }();
    return index;
}

/// Some arguments are names of what was expected and have words of their own: "expected-number".
std::string worded(const std::string& argument, Tongue tongue) {
    if (const Wording* entry = wording_of("expected-" + argument))
        return std::string(tongue == Tongue::chinese ? entry->chinese : entry->english);
    return reason(shown(argument), tongue);
}

bool is_hidden(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE007F);
}

void append_escape(std::string& to, char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (c == '\n')
        to += "\\n";
    else if (c == '\t')
        to += "\\t";
    else if (c < 0x100)
        to += std::string("\\x") + digits[c >> 4U] + digits[c & 15U];
    else
        to += "<" + code_point_name(c) + ">";
}

}  // namespace

std::vector<std::span<const Wording>> all_wording() {
    return {wording_image(), wording_read(),    wording_style(),  wording_shape(),
            wording_lines(), wording_pages(),   wording_layout(), wording_pdf(),
            wording_batch(), wording_archive(), wording_cli(),    wording_help()};
}

const Wording* wording_of(std::string_view id) {
    const auto found = by_id().find(id);
    return found == by_id().end() ? nullptr : found->second;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' &&
            pattern[i + 1] <= '9') {
            const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
            if (index < arguments.size()) out += arguments[index];
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

Sentence sentence(std::string_view id, const std::vector<std::string>& arguments, Tongue tongue) {
    std::vector<std::string> words;
    for (const std::string& argument : arguments) words.push_back(worded(argument, tongue));
    const Wording* entry = wording_of(id);
    if (entry == nullptr) {
        std::string what(id);
        for (const std::string& word : words) what += " " + word;
        return {what, ""};
    }
    const bool chinese = tongue == Tongue::chinese;
    Sentence out{filled(chinese ? entry->chinese : entry->english, words), ""};
    const std::string_view hint = chinese ? entry->chinese_hint : entry->english_hint;
    // A hint that rests on a suggestion nobody could make is not given.
    const bool empty_suggestion = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        const std::string place = "{" + std::to_string(&word - words.data()) + "}";
        return word.empty() && hint.find(place) != std::string_view::npos;
    });
    if (!empty_suggestion) out.hint = filled(hint, words);
    return out;
}

std::string say(std::string_view id, const std::vector<std::string>& arguments, Tongue tongue) {
    return sentence(id, arguments, tongue).what;
}

std::string shown(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bad = first_invalid_utf8(text.substr(at)).value_or(text.size() - at);
        for (const std::size_t end = at + bad; at < end;) {
            const char32_t c = next_code_point(text, at);
            if (is_hidden(c))
                append_escape(out, c);
            else
                append_utf8(out, c);
        }
        if (at < text.size()) append_escape(out, static_cast<unsigned char>(text[at++]));
    }
    return out;
}

std::string reason(std::string_view text, Tongue tongue) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> reasons{{
        {"No such file or directory", "没有这个文件或文件夹"},
        {"Permission denied", "没有权限"},
        {"Operation not permitted", "不允许此操作"},
        {"No space left on device", "磁盘已满"},
        {"Disk quota exceeded", "超出磁盘配额"},
        {"Read-only file system", "磁盘只读"},
        {"Is a directory", "是文件夹，不是文件"},
        {"Not a directory", "不是文件夹"},
        {"Input/output error", "磁盘读写出错"},
        {"File too large", "文件超出允许的大小"},
        {"File name too long", "文件名太长"},
        {"Too many open files", "打开的文件过多"},
        {"Too many levels of symbolic links", "符号链接循环或层数过多"},
        {"Cannot allocate memory", "内存不足"},
        {"Broken pipe", "接收输出的程序已退出"},
        {"Resource temporarily unavailable", "资源暂时不可用"},
    }};
    if (tongue == Tongue::chinese)
        for (const auto& [english, chinese] : reasons)
            if (text == english) return std::string(chinese);
    return std::string(text);
}

}  // namespace hanqing
