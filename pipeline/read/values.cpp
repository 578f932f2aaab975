// SPDX-License-Identifier: Apache-2.0
// What single values mean, in Chinese and in English.
#include "read/values.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace hanqing {
namespace {

struct Meaning {
    std::string_view typed, meant;
};

std::string trimmed(std::string_view text) {
    constexpr std::string_view wide_blank = "\xE3\x80\x80";
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && (blank(text.front()) || text.starts_with(wide_blank)))
        text.remove_prefix(blank(text.front()) ? 1 : 3);
    while (!text.empty() && (blank(text.back()) || text.ends_with(wide_blank)))
        text.remove_suffix(blank(text.back()) ? 1 : 3);
    return std::string(text);
}

std::string_view meaning_of_text(std::string_view typed, std::span<const Meaning> meanings) {
    std::string lowered(typed);
    for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const Meaning& meaning : meanings)
        if (meaning.typed == lowered) return meaning.meant;
    return {};
}

/// 李四^2,\*^: marks of affiliations, as pandoc's manuscripts have them, are no part of a name.
std::string without_marks(std::string text) {
    constexpr std::size_t mark_bytes_max = 16;
    for (std::size_t begin = text.find('^'); begin != std::string::npos; begin = text.find('^', begin)) {
        const std::size_t end = text.find('^', begin + 1);
        if (end == std::string::npos || end - begin > mark_bytes_max) break;
        text.erase(begin, end + 1 - begin);
    }
    return text;
}

std::vector<std::string> split(std::string_view text, std::u32string_view separators) {
    std::vector<std::string> parts;
    std::string part;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (separators.find(c) == std::u32string_view::npos) {
            append_utf8(part, c);
            continue;
        }
        parts.push_back(trimmed(part));
        part.clear();
    }
    parts.push_back(trimmed(part));
    std::erase(parts, std::string());
    return parts;
}

constexpr std::array truths{
    Meaning{"true", "yes"}, Meaning{"yes", "yes"}, Meaning{"on", "yes"},   Meaning{"是", "yes"},
    Meaning{"有", "yes"},   Meaning{"开", "yes"},  Meaning{"false", "no"}, Meaning{"no", "no"},
    Meaning{"off", "no"},   Meaning{"否", "no"},   Meaning{"无", "no"},    Meaning{"关", "no"},
};
constexpr std::array accesses{
    Meaning{"public", "public"}, Meaning{"公开", "public"},       Meaning{"开放", "public"},
    Meaning{"公開", "public"},   Meaning{"internal", "internal"}, Meaning{"内部", "internal"},
    Meaning{"控制", "internal"}, Meaning{"不公开", "internal"},   Meaning{"内部使用", "internal"},
    Meaning{"內部", "internal"},
};
/// DA/T 46 and 国家档案局令第 8 号: 永久, 30 年, 10 年.
constexpr std::array retentions{
    Meaning{"永久", "永久"},     Meaning{"permanent", "永久"}, Meaning{"30年", "30年"},
    Meaning{"30", "30年"},       Meaning{"定期30年", "30年"},  Meaning{"三十年", "30年"},
    Meaning{"30y", "30年"},      Meaning{"10年", "10年"},      Meaning{"10", "10年"},
    Meaning{"定期10年", "10年"}, Meaning{"十年", "10年"},      Meaning{"10y", "10年"},
};
constexpr std::array languages{
    Meaning{"中文", "zh-Hans"},     Meaning{"简体中文", "zh-Hans"}, Meaning{"简体", "zh-Hans"},
    Meaning{"繁体中文", "zh-Hant"}, Meaning{"繁體中文", "zh-Hant"}, Meaning{"繁体", "zh-Hant"},
    Meaning{"繁體", "zh-Hant"},     Meaning{"日文", "ja"},          Meaning{"日语", "ja"},
    Meaning{"日本語", "ja"},        Meaning{"韩文", "ko"},          Meaning{"한국어", "ko"},
    Meaning{"英文", "en"},          Meaning{"英语", "en"},          Meaning{"english", "en"},
};
constexpr std::array attachings{
    Meaning{"source", "source"}, Meaning{"源文", "source"}, Meaning{"源文件", "source"},
    Meaning{"是", "source"},     Meaning{"none", "none"},   Meaning{"无", "none"},
    Meaning{"否", "none"},       Meaning{"不附", "none"},
};
/// GB/T 9704-2012, clause 10, and the common form.
constexpr std::array forms{
    Meaning{"document", "document"}, Meaning{"文件", "document"}, Meaning{"通用", "document"},
    Meaning{"letter", "letter"},     Meaning{"信函", "letter"},   Meaning{"函", "letter"},
    Meaning{"order", "order"},       Meaning{"命令", "order"},    Meaning{"令", "order"},
    Meaning{"minutes", "minutes"},   Meaning{"纪要", "minutes"},
};
/// GB/T 9704-2012, 7.3.5.1 and 7.3.5.2; a signer's stamp says itself that it is one.
constexpr std::array sealings{
    Meaning{"sealed", "sealed"},       Meaning{"加盖印章", "sealed"}, Meaning{"盖章", "sealed"},
    Meaning{"是", "sealed"},           Meaning{"true", "sealed"},     Meaning{"unsealed", "unsealed"},
    Meaning{"不加盖印章", "unsealed"}, Meaning{"不盖章", "unsealed"}, Meaning{"否", "unsealed"},
    Meaning{"false", "unsealed"},
};

}  // namespace

void Values::bad(const Value& value, std::string_view key, std::string_view expected) {
    const std::string shown = value.kind == Value::Kind::text   ? value.text
                              : value.kind == Value::Kind::list ? "[…]"
                                                                : "{…}";
    notes_.warning(value.place, "bad-value", {std::string(key), shown, std::string(expected)});
}

std::string Values::text(const Value& value, std::string_view key) {
    if (value.kind == Value::Kind::text) return trimmed(value.text);
    if (value.kind == Value::Kind::list && value.list.size() == 1) return text(value.list.front(), key);
    if (value.kind == Value::Kind::list && key == "organization") {
        std::string all;
        for (const std::string& one : lines(value, key)) all += (all.empty() ? "" : "；") + one;
        return all;
    }
    bad(value, key, "一段文字 / one text");
    return {};
}

std::vector<std::string> Values::lines(const Value& value, std::string_view key) {
    std::vector<std::string> texts;
    if (value.kind == Value::Kind::list)
        for (const Value& one : value.list) texts.push_back(text(one, key));
    else
        texts.push_back(text(value, key));
    std::erase(texts, std::string());
    return texts;
}

std::vector<std::string> Values::list(const Value& value, std::string_view key) {
    if (value.kind == Value::Kind::list) return lines(value, key);
    return split(text(value, key), U"、，,；;");
}

std::vector<std::string> Values::people(const Value& value, std::string_view key) {
    std::vector<std::string> names;
    if (value.kind == Value::Kind::list) {
        for (const Value& one : value.list)
            for (std::string& name : people(one, key)) names.push_back(std::move(name));
        return names;
    }
    if (value.kind == Value::Kind::map) {
        const Value* name = value.find("name");
        if (name == nullptr) name = value.find("姓名");
        if (name != nullptr) return {text(*name, key)};
        bad(value, key, "name: …");
        return {};
    }
    const std::string typed = without_marks(text(value, key));
    // A comma separates Chinese names, but stands inside Western ones: Smith, John.
    const std::u32string wide = utf32(typed);
    const bool chinese = std::any_of(wide.begin(), wide.end(), [](char32_t c) { return is_han(c); });
    return split(typed, chinese ? U"、；;，," : U"、；;");
}

std::optional<bool> Values::truth(const Value& value, std::string_view key) {
    const std::string_view meant = meaning_of_text(text(value, key), truths);
    if (meant.empty()) {
        bad(value, key, "true, false");
        return {};
    }
    return meant == "yes";
}

std::string Values::retention(const Value& value) {
    std::string typed = text(value, "retention");
    std::erase(typed, ' ');
    const std::string_view meant = meaning_of_text(typed, retentions);
    if (meant.empty()) bad(value, "retention", "永久, 30年, 10年");
    return meant.empty() ? typed : std::string(meant);
}

std::string Values::access(const Value& value) {
    const std::string_view meant = meaning_of_text(text(value, "access"), accesses);
    if (meant.empty()) bad(value, "access", "public, internal");
    return std::string(meant);
}

/// 秘密★1年: the grade, then its period.
std::string Values::secrecy(const Value& value) {
    constexpr std::array<std::string_view, 8> grades{"绝密", "机密", "秘密", "絕密",
                                                     "機密", "內部", "内部", "公开"};
    std::string typed = text(value, "secrecy");
    const bool known = std::any_of(grades.begin(), grades.end(),
                                   [&](std::string_view grade) { return typed.starts_with(grade); });
    if (!known && !typed.empty()) bad(value, "secrecy", "绝密, 机密, 秘密 (秘密★1年)");
    return typed;
}

std::vector<Revision> Values::revisions(const Value& value) {
    if (value.kind != Value::Kind::list) {
        bad(value, "revisions", "- {version: …, date: …, note: …}");
        return {};
    }
    std::vector<Revision> revisions;
    for (const Value& one : value.list) {
        Revision revision;
        for (const Value::Entry& entry : one.map) {
            const std::string content = text(entry.value, entry.key);
            if (entry.key == "version" || entry.key == "版本")
                revision.version = content;
            else if (entry.key == "date" || entry.key == "日期")
                revision.date = content;
            else if (entry.key == "note" || entry.key == "说明" || entry.key == "內容" || entry.key == "内容")
                revision.note = content;
            else
                notes_.warning(entry.key_place, "unknown-key", {entry.key, "version, date, note"});
        }
        if (one.kind == Value::Kind::map)
            revisions.push_back(std::move(revision));
        else
            bad(one, "revisions", "{version: …, date: …, note: …}");
    }
    return revisions;
}

std::optional<Language> Values::language(const Value& value) {
    const std::string typed = text(value, "lang");
    const std::string_view meant = meaning_of_text(typed, languages);
    const auto language = language_from_tag(meant.empty() ? std::string_view(typed) : meant);
    if (!language) bad(value, "lang", "zh-CN, zh-TW, zh-HK, ja, ko, en");
    return language;
}

Attach Values::attach(const Value& value) {
    const std::string_view meant = meaning_of_text(text(value, "attach"), attachings);
    if (meant.empty()) bad(value, "attach", "source, none");
    return meant == "none" ? Attach::none : Attach::source;
}

std::vector<std::string> Values::sealing(const Value& value) {
    const std::string_view meant = meaning_of_text(text(value, "sealing"), sealings);
    if (!meant.empty()) return {std::string(meant)};
    bad(value, "sealing", "加盖印章, 不加盖印章");
    return {};
}

std::vector<std::string> Values::form(const Value& value) {
    const std::string_view meant = meaning_of_text(text(value, "form"), forms);
    if (!meant.empty()) return {std::string(meant)};
    bad(value, "form", "文件, 信函, 命令, 纪要");
    return {};
}

}  // namespace hanqing
