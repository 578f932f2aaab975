// SPDX-License-Identifier: Apache-2.0
// The `text:` part of a sheet: how each kind of text looks.
#include "style/properties.hpp"

#include <algorithm>

namespace hanqing {
namespace {

void read_rule(const Value& map, std::string_view name, TextRule& rule, Length body_size, Length body_pitch,
               Notes& notes) {
    MapReader reader(map, "text." + std::string(name), body_size, body_pitch, notes);
    reader.take("like");
    reader.text("face", rule.face);
    reader.length("size", rule.size, points(4), "≥ 4pt");
    reader.length("pitch", rule.line_pitch, points(4), "≥ 4pt");
    reader.colour("colour", rule.colour);
    reader.one_of("align", rule.align,
                  {{"justify", Align::justify},
                   {"left", Align::left},
                   {"centre", Align::centre},
                   {"center", Align::centre},
                   {"right", Align::right}});
    reader.length("left", rule.left);  // block indents are in ems of the body (G2) …
    reader.length("right", rule.right);
    reader.length("before", rule.before);
    reader.length("after", rule.after);
    reader.set_em(rule.size);  // … a first-line indent and tracking in ems of the text itself (G1)
    reader.length("first-indent", rule.first_indent);
    reader.length("tracking", rule.tracking);
    reader.number("lines", rule.lines, 40);
    reader.flag("keep-with-next", rule.keep_with_next);
    reader.flag("balance", rule.balance);
    reader.flag("on-grid", rule.on_grid);
    reader.one_of("break-before", rule.break_before,
                  {{"none", FlowBlock::Break::none},
                   {"page", FlowBlock::Break::page},
                   {"odd-page", FlowBlock::Break::odd_page}});
    reader.number("orphans", rule.orphans, 9);
    reader.number("widows", rule.widows, 9);
    reader.close();
}

/// A rule's starting point: the one it is like, which stands before it in `rule_names`, or body.
TextRule origin_of(const Value* map, const Sheet& sheet, std::string_view name, Notes& notes) {
    if (map != nullptr && map->find("like") != nullptr) {
        std::vector<std::string_view> earlier;
        for (const std::string_view known : rule_names)
            if (sheet.rules.count(known) > 0) earlier.push_back(known);
        std::string like;
        MapReader(*map, "text." + std::string(name), {}, {}, notes).name("like", like, earlier);
        if (!like.empty()) return sheet.rules.find(like)->second;
    }
    const auto body = sheet.rules.find("body");
    return body != sheet.rules.end() ? body->second : TextRule{};
}

}  // namespace

void read_rules(MapReader& top, Sheet& sheet, Notes& notes) {
    const Value* map = top.take("text");
    const Value nothing;
    MapReader text(map != nullptr ? *map : nothing, "text", points(12), points(20), notes);
    for (const std::string_view name : rule_names) {
        const Value* own = text.take(name);
        TextRule rule = origin_of(own, sheet, name, notes);
        const Length size = name == "body" ? rule.size : sheet.body_size;
        const Length pitch = name == "body" ? rule.line_pitch : sheet.line_pitch;
        if (own != nullptr) read_rule(*own, name, rule, size, pitch, notes);
        if (name == "body") sheet.body_size = rule.size, sheet.line_pitch = rule.line_pitch;
        sheet.rules.emplace(name, std::move(rule));
    }
    text.close();
}

std::uint32_t rule_index(MapReader& reader, std::string_view fallback) {
    std::string name(fallback);
    reader.name("rule", name, {rule_names.begin(), rule_names.end()});
    return static_cast<std::uint32_t>(std::find(rule_names.begin(), rule_names.end(), name) -
                                      rule_names.begin());
}

void check_faces(const Value* map, const Sheet& sheet, Notes& notes) {
    if (map == nullptr) return;
    std::vector<std::string_view> roles;
    for (const FaceRole& role : sheet.roles) roles.push_back(role.name);
    for (const Value::Entry& rule : map->map) {
        if (rule.value.find("face") == nullptr) continue;
        std::string face;
        MapReader(rule.value, "text." + rule.key, {}, {}, notes).name("face", face, roles);
    }
}

}  // namespace hanqing
