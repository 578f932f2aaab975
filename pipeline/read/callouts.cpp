// SPDX-License-Identifier: Apache-2.0
// The heads of callouts taken apart, and each matched with its end.
#include "read/callouts.hpp"

#include "read/attributes.hpp"
#include "read/private_marks.hpp"
#include "read/table_walk.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace hanqing {
namespace {

constexpr std::string_view blank_or_tab = " \t";
/// MkDocs' marks, each with its blank.
constexpr std::array<std::string_view, 4> indented_marks{"!!! ", "???+ ", "??? ", "=== "};

bool is_name(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_';
}

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    return out;
}

/// Goes through a head from left to right.
class HeadReader {
public:
    HeadReader(std::string_view line, std::size_t at) : line_(line), at_(at) {}

    std::size_t skip_blanks() {
        return at_ = std::min(line_.find_first_not_of(blank_or_tab, at_), line_.size());
    }
    [[nodiscard]] bool at_end() const { return at_ >= line_.size(); }
    [[nodiscard]] char next() const { return at_end() ? '\0' : line_[at_]; }
    std::string name() {
        const std::size_t begin = at_;
        while (at_ < line_.size() && is_name(line_[at_])) ++at_;
        return in_small_letters(line_.substr(begin, at_ - begin));
    }
    void attributes(CalloutHead& head) {
        const auto found = attributes_at(line_, at_);
        if (!found) return;
        merge(head.attributes, found->attributes);
        at_ += found->size;
    }
    /// What is left, or what stands between the marks that `[` or `"` opens.
    void title(CalloutHead& head) {
        std::size_t begin = skip_blanks();
        std::size_t end = line_.find_last_not_of(blank_or_tab) + 1;
        const char close = next() == '[' ? ']' : next() == '"' ? '"' : '\0';
        const std::size_t closing = close == '\0' ? std::string_view::npos : line_.rfind(close);
        if (closing != std::string_view::npos && closing > begin) {
            ++begin;
            end = closing;
            at_ = closing + 1;
        }
        head.begin = static_cast<std::uint32_t>(begin);
        head.end = static_cast<std::uint32_t>(std::max(begin, end));
    }

private:
    std::string_view line_;
    std::size_t at_;
};

/// `.callout-note` of Quarto is a note.
std::string name_of_class(const Attributes& attributes) {
    constexpr std::string_view prefix = "callout-";
    for (const std::string& one : attributes.classes)
        if (one.starts_with(prefix)) return one.substr(prefix.size());
    return {};
}

CalloutHead colon_head(std::string_view line) {
    CalloutHead head;
    HeadReader reader(line, line.find_first_not_of(':') == std::string_view::npos
                                ? line.size()
                                : line.find_first_not_of(':'));
    reader.skip_blanks();
    head.closes = reader.at_end();
    if (head.closes) return head;
    head.name = reader.name();
    reader.attributes(head);
    if (head.name.empty()) head.name = name_of_class(head.attributes);
    reader.title(head);
    return head;
}

CalloutHead indented_head(std::string_view line, std::string_view mark) {
    CalloutHead head;
    HeadReader reader(line, mark.size());
    reader.skip_blanks();
    if (mark.front() != '=') head.name = reader.name();
    while (reader.skip_blanks() < line.size() && is_name(reader.next())) reader.name();  // further classes
    reader.title(head);
    return head;
}

std::string_view line_of(cmark_node* node, Extent around, const Prepared& prepared) {
    if (kind_of(node) != TreeKind::paragraph) return {};
    const Extent extent = extent_of(node, prepared, around);
    const std::string_view text =
        std::string_view(prepared.text).substr(extent.begin, extent.end - extent.begin);
    const bool may_be_head =
        !text.empty() && std::string_view(":!?=").find(text.front()) != std::string_view::npos;
    return may_be_head ? text.substr(0, text.find('\n')) : std::string_view();
}

}  // namespace

std::optional<CalloutHead> callout_head(std::string_view line) {
    if (line.starts_with(":::")) return colon_head(line);
    for (const std::string_view mark : indented_marks)
        if (line.starts_with(mark)) return indented_head(line, mark);
    return std::nullopt;
}

bool is_layout_name(std::string_view name) {
    constexpr std::array<std::string_view, 9> names{"column",     "columns",     "grid",
                                                    "layout",     "two-columns", "multi-columns",
                                                    "code-group", "tabs",        "tabset"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t alert_size(std::string_view text) {
    if (!text.starts_with("[!")) return 0;
    std::size_t at = 2;
    while (at < text.size() && is_name(text[at])) ++at;
    const bool closed = at > 2 && at < text.size() && text[at] == ']';
    const bool foldable = closed && at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+');
    return closed ? at + (foldable ? 2 : 1) : 0;
}

std::string alert_name(std::string_view text) { return in_small_letters(text.substr(2, text.find(']') - 2)); }

CalloutEnds match_callouts(cmark_node* parent, Extent around, const Reading& reading) {
    CalloutEnds ends;
    std::vector<cmark_node*> open;
    std::optional<std::size_t> outside;  // of a drawn table's cell: those that were opened before the table
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
        if (const TablePart* const part = table_part_of(child, around, reading.prepared)) {
            if (outside) open.resize(*outside);
            outside = part->is_end ? std::nullopt : std::optional(open.size());
            continue;
        }
        const auto head = callout_head(without_private(line_of(child, around, reading.prepared)));
        if (!head) continue;
        if (!head->closes) {
            open.push_back(child);
        } else if (open.size() > outside.value_or(0)) {
            ends[open.back()] = child;
            open.pop_back();
        }
    }
    return ends;
}

}  // namespace hanqing
