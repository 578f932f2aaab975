// SPDX-License-Identifier: Apache-2.0
// One pass over TOML 1.0's top level, line by line; values of several lines are arrays and """ strings.
#include "read/toml.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace hanqing {
namespace {

/// Where a number, truth or date ends; dates may hold a blank.
constexpr std::string_view value_ends = "\r\n,]#";

class TomlReader {
public:
    TomlReader(std::string_view toml, std::uint32_t file, std::uint32_t begin, Notes& notes)
        : toml_(toml), file_(file), begin_(begin), notes_(notes) {}

    Record read();

private:
    void statement();
    void skip_table();
    std::optional<std::string> key();
    std::optional<Value> value();
    std::optional<std::string> string();
    std::optional<Value> array();
    bool escape(std::string& into);
    void skip_blanks(bool over_lines);
    void skip_line() { at_ = std::min(toml_.find('\n', at_), toml_.size()); }
    void fault(std::size_t begin);
    [[nodiscard]] bool at_end() const { return at_ >= toml_.size(); }
    [[nodiscard]] bool ends_line();
    [[nodiscard]] Place place(std::size_t begin, std::size_t end) const {
        return {file_, begin_ + static_cast<std::uint32_t>(begin), begin_ + static_cast<std::uint32_t>(end)};
    }

    std::string_view toml_;
    std::size_t at_ = 0;
    std::uint32_t file_, begin_;
    Notes& notes_;
    Record root_;
    std::set<std::string, std::less<>> keys_;
};

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || static_cast<unsigned char>(c) >= 0x80;  // Chinese keys, though TOML wants quotes
}

Record TomlReader::read() {
    root_.kind = Value::Kind::map;
    for (skip_blanks(true); !at_end(); skip_blanks(true)) statement();
    return std::move(root_);
}

/// Blanks, and with `over_lines` also line ends and comments.
void TomlReader::skip_blanks(bool over_lines) {
    for (; !at_end(); ++at_) {
        if (over_lines && toml_[at_] == '#') skip_line();
        const std::string_view blanks = over_lines ? " \t\r\n" : " \t";
        if (at_end() || blanks.find(toml_[at_]) == std::string_view::npos) return;
    }
}

bool TomlReader::ends_line() {
    skip_blanks(false);
    return at_end() || std::string_view("\r\n#").find(toml_[at_]) != std::string_view::npos;
}

void TomlReader::fault(std::size_t begin) {
    const std::size_t end = std::min(toml_.find_first_of("\r\n", begin), toml_.size());
    notes_.warning(place(begin, end), "toml-fault", {std::string(toml_.substr(begin, end - begin))});
    at_ = std::max(at_, end);
    skip_line();
}

void TomlReader::statement() {
    const std::size_t begin = at_;
    if (toml_[at_] == '[') return skip_table();
    const std::optional<std::string> name = key();
    const Place key_place = place(begin, at_);
    skip_blanks(false);
    if (!name || at_end() || toml_[at_] != '=') return fault(begin);
    ++at_;
    skip_blanks(false);
    std::optional<Value> read = value();
    if (!read || !ends_line()) return fault(begin);
    skip_line();
    if (!keys_.insert(*name).second) return notes_.error(key_place, "yaml-duplicate-key", {*name});
    root_.map.push_back({*name, key_place, *std::move(read)});
}

/// [params] and what it holds.
void TomlReader::skip_table() {
    const std::size_t begin = at_;
    skip_line();
    const std::size_t end = std::min(toml_.find_first_of("\r\n", begin), toml_.size());
    notes_.remark(place(begin, end), "toml-table", {std::string(toml_.substr(begin, end - begin))});
    for (skip_blanks(true); !at_end() && toml_[at_] != '['; skip_blanks(true)) skip_line();
}

std::optional<std::string> TomlReader::key() {
    if (toml_[at_] == '"' || toml_[at_] == '\'') return string();
    const std::size_t begin = at_;
    while (!at_end() && is_bare(toml_[at_])) ++at_;
    if (at_ == begin) return {};
    return std::string(toml_.substr(begin, at_ - begin));
}

std::optional<Value> TomlReader::value() {
    if (at_end()) return {};
    if (toml_[at_] == '[') return array();
    const std::size_t begin = at_;
    Value value;
    value.kind = Value::Kind::text;
    if (toml_[at_] == '"' || toml_[at_] == '\'') {
        std::optional<std::string> text = string();
        if (!text) return {};
        value.text = *std::move(text);
    } else {
        at_ = std::min(toml_.find_first_of(value_ends, at_), toml_.size());
        while (at_ > begin && (toml_[at_ - 1] == ' ' || toml_[at_ - 1] == '\t')) --at_;
        value.text = toml_.substr(begin, at_ - begin);
        if (value.text.empty() || value.text.find_first_of("{}=\"'") != std::string::npos) return {};
    }
    value.place = place(begin, at_);
    return value;
}

/// Arrays in arrays are nothing that metadata knows.
std::optional<Value> TomlReader::array() {
    Value all;
    all.kind = Value::Kind::list;
    const std::size_t begin = at_++;
    for (skip_blanks(true); !at_end() && toml_[at_] != ']'; skip_blanks(true)) {
        if (toml_[at_] == '[') return {};
        std::optional<Value> one = value();
        if (!one) return {};
        all.list.push_back(*std::move(one));
        skip_blanks(true);
        if (at_end() || (toml_[at_] != ',' && toml_[at_] != ']')) return {};
        if (toml_[at_] == ',') ++at_;
    }
    if (at_end()) return {};
    ++at_;
    all.place = place(begin, at_);
    return all;
}

/// "…" with escapes, '…' without, each also in threes over several lines.
std::optional<std::string> TomlReader::string() {
    const char quote = toml_[at_];
    const std::string three(3, quote);
    const bool is_long = toml_.substr(at_).starts_with(three);
    const std::string_view closing = is_long ? std::string_view(three) : std::string_view(three).substr(2);
    at_ += closing.size();
    if (is_long && toml_.substr(at_).starts_with('\r')) ++at_;
    if (is_long && toml_.substr(at_).starts_with('\n')) ++at_;
    std::string text;
    while (!at_end() && !toml_.substr(at_).starts_with(closing)) {
        if (!is_long && toml_[at_] == '\n') return {};
        if (quote == '"' && toml_[at_] == '\\') {
            if (!escape(text)) return {};
        } else {
            text += toml_[at_++];
        }
    }
    if (at_end()) return {};
    at_ += closing.size();
    return text;
}

bool TomlReader::escape(std::string& into) {
    constexpr std::string_view letters = "btnfr\"\\";
    constexpr std::string_view meant = "\b\t\n\f\r\"\\";
    if (++at_ >= toml_.size()) return false;
    const char c = toml_[at_++];
    if (const std::size_t known = letters.find(c); known != std::string_view::npos) {
        into += meant[known];
        return true;
    }
    if (c == '\n' || c == '\r') {
        skip_blanks(true);  // a line end that was escaped
        return true;
    }
    const std::size_t size = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (size == 0 || at_ + size > toml_.size()) return false;
    std::uint32_t point = 0;
    const char* const end = toml_.data() + at_ + size;
    if (std::from_chars(toml_.data() + at_, end, point, 16).ptr != end) return false;
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    append_utf8(into, static_cast<char32_t>(point));
    at_ += size;
    return true;
}

}  // namespace

Record record_from_toml(std::string_view toml, std::uint32_t file, std::uint32_t begin, Notes& notes) {
    return TomlReader(toml, file, begin, notes).read();
}

}  // namespace hanqing
