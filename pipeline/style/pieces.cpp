// SPDX-License-Identifier: Apache-2.0
// The `pieces:`, `running:` and `table:` parts of a sheet.
#include "style/properties.hpp"

namespace hanqing {
namespace {

Piece piece_from(const Value& map, const Sheet& sheet, Notes& notes) {
    Piece piece;
    MapReader reader(map, "pieces", sheet.body_size, sheet.line_pitch, notes);
    reader.one_of("area", piece.area,
                  {{"cover", Piece::Area::cover},
                   {"head", Piece::Area::head},
                   {"before-body", Piece::Area::before_body},
                   {"after-body", Piece::Area::after_body},
                   {"foot", Piece::Area::foot}});
    reader.text("text", piece.text);
    check_fields(reader, "text", piece_fields());
    piece.rule = rule_names[rule_index(reader, "body")];
    reader.text("image", piece.image);
    reader.length("height", piece.height, Length{}, "≥ 0mm");
    reader.length("x", piece.x);
    reader.length("y", piece.y);
    reader.length("width", piece.width);
    reader.length("rule-weight", piece.rule_weight);
    reader.length("rule-gap", piece.rule_gap);
    reader.colour("rule-colour", piece.rule_colour);
    reader.name("when", piece.when, piece_fields());
    reader.name("unless", piece.unless, piece_fields());
    reader.close();
    return piece;
}

Furniture furniture_from(const Value& map, const Sheet& sheet, Notes& notes) {
    Furniture furniture;
    bool foot = false;
    MapReader reader(map, "running", sheet.body_size, sheet.line_pitch, notes);
    reader.text("text", furniture.text);
    reader.one_of("where", foot, {{"head", false}, {"foot", true}});
    check_fields(reader, "text", running_fields());
    furniture.style = rule_index(reader, foot ? "foot" : "head");
    reader.one_of("align", furniture.align,
                  {{"left", Align::left},
                   {"centre", Align::centre},
                   {"center", Align::centre},
                   {"right", Align::right}});
    reader.flag("outside", furniture.outside);
    reader.length("inset", furniture.inset);
    reader.length("baseline", furniture.baseline);
    reader.length("ink-top", furniture.ink_top);
    reader.one_of("on", furniture.on,
                  {{"all", Furniture::On::all}, {"odd", Furniture::On::odd}, {"even", Furniture::On::even}});
    reader.flag("skip-first", furniture.skip_first);
    reader.close();
    if (!foot) furniture.baseline = -furniture.baseline;
    if (!foot && furniture.ink_top > Length{}) reader.bad(*map.find("ink-top"), "ink-top", "where: foot");
    return furniture;
}

/// Weights of JLReq's T5: 0.12, 0.25 and 0.4 mm.
void three_line(TableLook& look) {
    look.top = look.bottom = micrometres(400);
    look.head = micrometres(200);
}
void full_rules(TableLook& look) {
    look.top = look.bottom = look.side = micrometres(250);
    look.head = look.inner_horizontal = look.inner_vertical = micrometres(120);
}

}  // namespace

void read_pieces(MapReader& top, Sheet& sheet, Notes& notes) {
    const Value* list = top.take("pieces");
    if (list == nullptr) return;
    if (list->kind == Value::Kind::text || list->kind == Value::Kind::map)
        top.bad(*list, "pieces", "[{…}, {…}]");
    for (const Value& item : list->list) sheet.pieces.push_back(piece_from(item, sheet, notes));
}

void read_furniture(MapReader& top, Sheet& sheet, Notes& notes) {
    const Value* list = top.take("running");
    if (list != nullptr && (list->kind == Value::Kind::text || list->kind == Value::Kind::map))
        top.bad(*list, "running", "[{…}, {…}]");
    if (list != nullptr)
        for (const Value& item : list->list) sheet.furniture.push_back(furniture_from(item, sheet, notes));
    if (const Value* rule = top.take("head-rule")) {
        MapReader reader(*rule, "head-rule", sheet.body_size, sheet.line_pitch, notes);
        reader.length("gap", sheet.head_rule_gap);
        reader.length("weight", sheet.head_rule_weight);
        reader.close();
    }
}

void read_table_look(MapReader& top, Sheet& sheet, Notes& notes) {
    TableLook& look = sheet.table_look;
    three_line(look);
    look.padding_x = scaled(sheet.rule("table").size, 1, 2);  // T3: normally half an em
    look.padding_y = points(3);
    look.size_min = points(7);
    const Value* map = top.take("table");
    if (map == nullptr) return;
    MapReader reader(*map, "table", sheet.rule("table").size, sheet.line_pitch, notes);
    bool ruled = false;
    reader.one_of("look", ruled, {{"three-line", false}, {"ruled", true}});
    if (ruled)
        look = TableLook{.padding_x = look.padding_x, .padding_y = look.padding_y, .size_min = look.size_min},
        full_rules(look);
    reader.length("top", look.top);
    reader.length("bottom", look.bottom);
    reader.length("head", look.head);
    reader.length("rows", look.inner_horizontal);
    reader.length("columns", look.inner_vertical);
    reader.length("sides", look.side);
    reader.length("padding-x", look.padding_x);
    reader.length("padding-y", look.padding_y);
    reader.length("smallest", look.size_min);
    reader.colour("colour", look.rule);
    const auto fill = [&](std::string_view key, std::optional<Colour>& to) {
        Colour colour;
        if (map->find(key) == nullptr) return;
        reader.colour(key, colour);
        to = colour;
    };
    fill("head-fill", look.head_fill);
    fill("stripe", look.stripe);
    reader.close();
}

}  // namespace hanqing
