// SPDX-License-Identifier: Apache-2.0
// HTML tables: rows and cells with spans laid on the grid (HTML Living Standard 4.9.12, forming a table).
#include "read/html_writer.hpp"

#include <algorithm>
#include <charconv>

namespace hanqing {
namespace {

std::uint32_t number_of(std::string_view value, std::uint32_t otherwise) {
    std::uint32_t number = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

bool is_cell(const GumboNode& node, std::string_view& name_out) {
    if (!is_element(node)) return false;
    const GumboTag tag = node.v.element.tag;
    name_out = tag == GUMBO_TAG_TH ? "th" : "td";
    return tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TD;
}

bool is_head_row(const GumboNode& row) {
    bool any = false;
    for (const GumboNode* child : children_of(row)) {
        std::string_view name;
        if (!is_cell(*child, name)) continue;
        if (name != "th") return false;
        any = true;
    }
    return any;
}

bool has_ground(const GumboNode& node) {
    const HtmlTag tag = tag_of(node);
    return !tag.attribute("bgcolor").empty() ||
           std::string_view(tag.attribute("style")).find("background") != std::string_view::npos;
}

/// A row, or each of its cells, on a ground of its own.
bool is_shaded(const GumboNode& row) {
    if (has_ground(row)) return true;
    bool any = false;
    for (const GumboNode* child : children_of(row)) {
        std::string_view name;
        if (!is_cell(*child, name)) continue;
        if (!has_ground(*child)) return false;
        any = true;
    }
    return any;
}

/// Columns the rows take with their spans; `covered` counts, for each column, the rows still spanned.
std::uint32_t columns_of(const std::vector<const GumboNode*>& rows, std::uint32_t limit) {
    std::vector<std::uint32_t> covered;
    for (const GumboNode* row : rows) {
        std::size_t column = 0;
        for (std::uint32_t& left : covered) left -= left > 0 ? 1 : 0;
        for (const GumboNode* child : children_of(*row)) {
            std::string_view name;
            if (!is_cell(*child, name)) continue;
            const HtmlTag tag = tag_of(*child);
            while (column < covered.size() && covered[column] > 0) ++column;
            const std::uint32_t width = std::clamp(number_of(tag.attribute("colspan"), 1), 1U, limit + 1);
            const std::uint32_t height = std::max(number_of(tag.attribute("rowspan"), 1), 1U);
            if (column + width > limit + 1) return limit + 1;
            if (covered.size() < column + width) covered.resize(column + width);
            std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(column), width, height);
            column += width;
        }
    }
    return static_cast<std::uint32_t>(covered.size());
}

/// Rows that cells of the first one reach down to, when it has some that do and some that do not, and the
/// head is no more than a third of the table; else 0.
std::size_t rows_of_head(const std::vector<const GumboNode*>& rows) {
    if (rows.empty()) return 0;
    std::uint32_t deepest = 1;
    bool parts = false;
    for (const GumboNode* child : children_of(*rows.front())) {
        std::string_view name;
        if (!is_cell(*child, name)) continue;
        if (name == "th") return 0;
        const HtmlTag tag = tag_of(*child);
        deepest = std::max(deepest, number_of(tag.attribute("rowspan"), 1));
        parts = parts || number_of(tag.attribute("colspan"), 1) > 1;
    }
    return deepest > 1 && parts && static_cast<std::size_t>(deepest) * 3 <= rows.size() ? deepest : 0;
}

/// `<tr>` typed for `</tr>`: rows without cells, unless cells of rows above may reach into them.
void drop_empty_rows(std::vector<const GumboNode*>& rows, std::vector<bool>& heads) {
    const auto any_cell = [](const GumboNode& row, const auto& holds) {
        for (const GumboNode* child : children_of(row)) {
            std::string_view name;
            if (is_cell(*child, name) && holds(*child)) return true;
        }
        return false;
    };
    const auto reaches_down = [](const GumboNode& cell) { return tag_of(cell).has("rowspan"); };
    const auto is_any = [](const GumboNode&) { return true; };
    for (const GumboNode* row : rows)
        if (any_cell(*row, reaches_down)) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!any_cell(*rows[i], is_any)) continue;
        rows[kept] = rows[i];
        heads[kept++] = heads[i];
    }
    rows.resize(kept);
    heads.resize(kept);
}

/// A table around one cell, or around one table, is nothing but a way to place it.
const GumboNode* only_cell(const std::vector<const GumboNode*>& rows) {
    const GumboNode* only = nullptr;
    for (const GumboNode* row : rows)
        for (const GumboNode* child : children_of(*row)) {
            std::string_view name;
            if (!is_cell(*child, name)) continue;
            if (only != nullptr) return nullptr;
            only = child;
        }
    return only;
}

bool holds_table(const GumboNode& node) {
    if (!is_element(node)) return false;
    if (node.v.element.tag == GUMBO_TAG_TABLE) return true;
    const auto inner = children_of(node);
    return std::any_of(inner.begin(), inner.end(),
                       [](const GumboNode* child) { return holds_table(*child); });
}

}  // namespace

/// A row of a table within a cell is a line of the cell.
void HtmlWriter::inner_row(const GumboNode& row) {
    flush();
    bool first = true;
    for (const GumboNode* child : children_of(row)) {
        std::string_view name;
        if (!is_cell(*child, name)) continue;
        const auto inner = children_of(*child);
        if (std::any_of(inner.begin(), inner.end(), [](const GumboNode* one) { return holds_block(*one); })) {
            flush();
            children(*child);
            flush();
            first = true;
            continue;
        }
        const bool is_empty = std::all_of(inner.begin(), inner.end(), [](const GumboNode* one) {
            return one->type == GUMBO_NODE_WHITESPACE;
        });
        if (is_empty) continue;
        if (!first) text().append_bare("　");
        first = false;
        if (name == "th")
            strong_paragraph(*child);
        else
            inline_children(*child);
    }
    flush();
}

void HtmlWriter::rows(const GumboNode& section, bool in_head, std::vector<const GumboNode*>& into,
                      std::vector<bool>& heads) {
    for (const GumboNode* child : children_of(section)) {
        if (!is_element(*child)) {
            if (child->type == GUMBO_NODE_COMMENT) comment(*child);
            continue;
        }
        const GumboTag tag = child->v.element.tag;
        if (tag == GUMBO_TAG_TR) {
            into.push_back(child);
            heads.push_back(in_head);
        } else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
            rows(*child, tag == GUMBO_TAG_THEAD, into, heads);
        } else if (tag == GUMBO_TAG_CAPTION) {
            caption(*child);
        }
    }
}

void HtmlWriter::table(const GumboNode& node, const HtmlTag& tag) {
    std::vector<const GumboNode*> all;
    std::vector<bool> heads;
    rows(node, false, all, heads);
    drop_empty_rows(all, heads);
    if (cells_ > 0) {
        for (const GumboNode* inner : all) inner_row(*inner);
        return;
    }
    if (const GumboNode* only = only_cell(all); only != nullptr && holds_table(*only)) return children(*only);
    const ReadLimits& limits = reading_.limits;
    const std::uint32_t columns = columns_of(all, limits.columns);
    if (columns == 0) return;
    if (columns > limits.columns)
        return reading_.notes.error(place(node), "table-columns",
                                    {std::to_string(columns), std::to_string(limits.columns)});
    if (static_cast<std::uint64_t>(columns) * all.size() > limits.cells)
        return reading_.notes.error(place(node), "table-cells", {std::to_string(limits.cells)});
    // Without <thead> and <th>, a first row that shares its height with others heads the table with them.
    if (std::find(heads.begin(), heads.end(), true) == heads.end())
        for (std::size_t i = 0; i < rows_of_head(all); ++i) heads[i] = true;
    // Without <thead>, the rows at the top that hold nothing but <th> are the head.
    if (std::find(heads.begin(), heads.end(), true) == heads.end())
        for (std::size_t i = 0; i + 1 < all.size() && is_head_row(*all[i]); ++i) heads[i] = true;
    // And a first row on a ground that the rows below do not have.
    if (std::find(heads.begin(), heads.end(), true) == heads.end() && all.size() > 1)
        heads[0] = is_shaded(*all[0]) && !is_shaded(*all[1]);
    Block& block = walk_.writer().open(BlockKind::table, place(node));
    block.attributes = attributes_of(tag);
    if (number_of(tag.attribute("border"), 0) > 0) block.attributes.values.emplace_back("border", "1");
    block.columns = columns;
    const Alignment around = alignment_;
    alignment_ = Alignment::none;
    std::vector<std::uint32_t> covered(columns);
    for (std::size_t i = 0; i < all.size(); ++i)
        row(*all[i], heads[i], static_cast<std::uint32_t>(all.size() - i), covered);
    alignment_ = around;
    walk_.writer().close();
}

void HtmlWriter::row(const GumboNode& row, bool header, std::uint32_t rows_left,
                     std::vector<std::uint32_t>& covered) {
    walk_.writer().open(BlockKind::row, place(row)).header = header;
    leave_anchor(tag_of(row));
    const Alignment around = alignment_;
    if (const Alignment own = alignment_of(tag_of(row)); own != Alignment::none) alignment_ = own;
    for (std::uint32_t& left : covered) left -= left > 0 ? 1 : 0;
    std::uint32_t column = 0;
    for (const GumboNode* child : children_of(row)) {
        std::string_view name;
        if (!is_cell(*child, name)) continue;
        const HtmlTag tag = tag_of(*child);
        while (column < covered.size() && covered[column] > 0) ++column;
        if (column >= covered.size()) break;
        const auto free = static_cast<std::uint32_t>(covered.size()) - column;
        const std::uint32_t width = std::clamp(number_of(tag.attribute("colspan"), 1), 1U, free);
        const std::uint32_t asked = number_of(tag.attribute("rowspan"), 1);
        const std::uint32_t height = asked == 0 ? rows_left : std::min(asked, rows_left);  // 0: to the end
        std::fill_n(covered.begin() + column, width, height);
        cell(*child, header || name == "th", column, width, height);
        column += width;
    }
    alignment_ = around;
    walk_.writer().close();
}

void HtmlWriter::cell(const GumboNode& node, bool header, std::uint32_t column, std::uint32_t columns,
                      std::uint32_t rows) {
    const HtmlTag tag = tag_of(node);
    const Alignment around = alignment_;
    if (const Alignment own = alignment_of(tag); own != Alignment::none) alignment_ = own;
    Block& block = walk_.writer().open(BlockKind::cell, place(node));
    block.header = header;
    block.column = column;
    block.column_span = columns;
    block.row_span = rows;
    block.alignment = alignment_;
    block.text.file = reading_.file;
    ++cells_;
    leave_anchor(tag);
    children(node);
    flush();
    --cells_;
    walk_.writer().lift_only_paragraph();
    walk_.writer().close();
    alignment_ = around;
}

}  // namespace hanqing
