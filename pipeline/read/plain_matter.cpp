// SPDX-License-Identifier: Apache-2.0
// Recognises the forms by their first line, and reads the two that are not YAML.
#include "read/plain_matter.hpp"

#include "read/source_line.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace hanqing {
namespace {

bool goes_on(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

std::string lower(std::string_view key) {
    std::string result(key);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

/// "title" of `Title: …`, in lower case; empty when the line begins with no key.
std::string key_of(std::string_view line) {
    constexpr std::size_t key_max = 40;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > key_max || goes_on(line)) return {};
    if (colon + 1 < line.size() && !goes_on(line.substr(colon + 1))) return {};
    return lower(line.substr(0, colon));
}

/// Lines from `first` on while `belongs` to the metadata; one empty line or rule behind them is passed.
template <typename Belongs>
FrontMatter lines_while(std::string_view text, SourceLine first, FrontMatter::Form form,
                        const Belongs& belongs) {
    FrontMatter found;
    found.form = form;
    SourceLine line = first;
    while (line.begin < text.size() && belongs(content_of(text, line)) && line.next > line.begin)
        line = line.next < text.size() ? line_at(text, line.next)
                                       : SourceLine{text.size(), text.size(), text.size()};
    found.begin = static_cast<std::uint32_t>(first.begin);
    found.end = static_cast<std::uint32_t>(line.begin);
    const std::string_view after = line.begin < text.size() ? content_of(text, line) : std::string_view();
    found.body_begin = static_cast<std::uint32_t>(after == "---" ? line.next : line.begin);
    return found;
}

/// The keys without which lines with colons are text as well: one names the title, and there are two.
FrontMatter keys_at(std::string_view text, const SourceLine& first) {
    std::size_t keys = 0;
    bool has_title = false, ends_well = true;
    FrontMatter found = lines_while(text, first, FrontMatter::Form::keys, [&](std::string_view line) {
        if (line.empty() || line == "---") return false;
        if (goes_on(line)) return keys > 0;
        const std::string key = key_of(line);
        ends_well = !key.empty();
        keys += ends_well ? 1 : 0;
        has_title = has_title || key == "title" || key == "标题" || key == "標題";
        return ends_well;
    });
    return keys >= 2 && has_title && ends_well ? found : FrontMatter{};
}

/// From a line { to a line }.
FrontMatter object_at(std::string_view text, const SourceLine& first) {
    constexpr std::size_t bytes_max = 64 * 1024;
    for (SourceLine line = first; line.next < text.size() && line.next - first.begin < bytes_max;) {
        line = line_at(text, line.next);
        if (content_of(text, line) != "}") continue;
        FrontMatter found;
        found.begin = static_cast<std::uint32_t>(first.begin);
        found.end = static_cast<std::uint32_t>(line.end);
        found.body_begin = static_cast<std::uint32_t>(line.next);
        return found;
    }
    return {};
}

/// Reads lines, a line that goes on joined to the one before.
class LineRecord {
public:
    LineRecord(std::string_view text, std::uint32_t file, std::uint32_t begin)
        : text_(text), file_(file), begin_(begin) {
        record_.kind = Value::Kind::map;
    }

    void put(std::string_view key, std::string_view value) {
        while (goes_on(value)) value.remove_prefix(1);
        Value::Entry entry;
        entry.key = lower(key);
        entry.key_place = place(key);
        entry.value.kind = Value::Kind::text;
        entry.value.text = value;
        entry.value.place = place(value);
        record_.map.push_back(std::move(entry));
    }
    void go_on(std::string_view line) {
        if (record_.map.empty()) return;
        while (goes_on(line)) line.remove_prefix(1);
        record_.map.back().value.text.append(" ").append(line);
    }
    template <typename Take>
    Record read(const Take& take) {
        for (std::size_t at = 0; at < text_.size();) {
            const SourceLine line = line_at(text_, at);
            const std::string_view content = content_of(text_, line);
            if (goes_on(content))
                go_on(content);
            else if (!content.empty())
                take(content);
            at = std::max(line.next, at + 1);
        }
        return std::move(record_);
    }

private:
    [[nodiscard]] Place place(std::string_view part) const {
        const auto at = begin_ + static_cast<std::uint32_t>(part.data() - text_.data());
        return {file_, at, at + static_cast<std::uint32_t>(part.size())};
    }

    std::string_view text_;
    std::uint32_t file_, begin_;
    Record record_;
};

}  // namespace

FrontMatter plain_matter_of(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return {};
    const SourceLine first = line_at(text, begin);
    const std::string_view content = content_of(text, first);
    if (content.starts_with("% "))
        return lines_while(text, first, FrontMatter::Form::percent,
                           [](std::string_view line) { return line.starts_with('%') || goes_on(line); });
    if (content == "{") return object_at(text, first);
    return key_of(content).empty() ? FrontMatter{} : keys_at(text, first);
}

Record record_from_percent(std::string_view text, std::uint32_t file, std::uint32_t begin) {
    LineRecord record(text, file, begin);
    std::size_t line = 0;
    return record.read([&](std::string_view content) {
        constexpr std::array<std::string_view, 3> keys{"title", "authors", "date"};
        content.remove_prefix(1);
        if (line < keys.size() && content.find_first_not_of(' ') != std::string_view::npos)
            record.put(keys[line], content);
        ++line;
    });
}

Record record_from_keys(std::string_view text, std::uint32_t file, std::uint32_t begin) {
    LineRecord record(text, file, begin);
    return record.read([&](std::string_view content) {
        const std::size_t colon = content.find(':');
        record.put(content.substr(0, colon), content.substr(colon + 1));
    });
}

}  // namespace hanqing
