// SPDX-License-Identifier: Apache-2.0
// 修订记录 (record of revisions): a table of version, date and what changed.
#include "style/front.hpp"

#include <array>
#include <utility>

namespace hanqing {
namespace {

constexpr std::uint32_t revision_columns = 3;
using Row = std::array<std::string, revision_columns>;

void add_row(Build& build, Table& table, Row words, bool header, std::uint32_t section) {
    const TextRule& rule = build.sheet.rule(header ? "table-head" : "table");
    const std::uint32_t row_tag = add_tag(build, TagKind::row, section);
    table.row_tags.push_back(row_tag);
    for (std::uint32_t column = 0; column < revision_columns; ++column) {
        TableCell cell;
        cell.row = table.rows;
        cell.column = column;
        cell.header = header;
        cell.align = header ? Align::centre : Align::left;
        cell.tag = add_tag(build, header ? TagKind::head_cell : TagKind::cell, row_tag);
        build.styled.tags[cell.tag].scope_column = header;
        TextRule own = rule;
        own.align = cell.align;
        cell.paragraphs.push_back(add_plain(build, std::move(words[column]), own, cell.tag, false));
        build.styled.paragraphs[cell.paragraphs.back()].measure = {};  // known when the columns are
        table.cells.push_back(std::move(cell));
    }
    ++table.rows;
    table.header_rows += header ? 1U : 0U;
}

}  // namespace

void add_revisions(Build& build, std::vector<FlowBlock>& to) {
    const std::vector<Revision>& revisions = build.styled.metadata.revisions;
    if (revisions.empty()) return;
    Table table;
    table.look = build.sheet.table_look;
    table.columns.resize(revision_columns);
    table.tag = add_tag(build, TagKind::table, 0);
    table.caption_tag = add_tag(build, TagKind::caption, table.tag);
    table.caption = add_plain(build, std::string(build.labels.revisions), build.sheet.rule("table-caption"),
                              table.caption_tag, false);
    const auto& heads = build.labels.revision_heads;
    add_row(build, table, {std::string(heads[0]), std::string(heads[1]), std::string(heads[2])}, true,
            add_tag(build, TagKind::table_head, table.tag));
    const std::uint32_t body = add_tag(build, TagKind::table_body, table.tag);
    for (const Revision& revision : revisions)
        add_row(build, table, {revision.version, revision.date, revision.note}, false, body);
    build.styled.tables.push_back(std::move(table));
    FlowBlock flow = flow_of(build.sheet.rule("table-caption"), FlowKind::table,
                             static_cast<std::uint32_t>(build.styled.tables.size() - 1), build);
    flow.height = {};
    flow.keep_with_next = false;
    flow.space_before = flow.space_after = scaled(build.sheet.line_pitch, 1, 2);
    to.push_back(std::move(flow));
}

}  // namespace hanqing
