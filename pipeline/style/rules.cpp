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
    reader.length("size", rule.size);
    reader.length("pitch", rule.line_pitch);
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
    reader.one_of("break-before", rule.break_before,
                  {{"none", FlowBlock::Break::none},
                   {"page", FlowBlock::Break::page},
                   {"odd-page", FlowBlock::Break::odd_page}});
    reader.number("orphans", rule.orphans, 9);
    reader.number("widows", rule.widows, 9);
    reader.close();
}

/// A rule's starting point: the one it is like, or body without its spaces.
TextRule origin_of(const Value* map, const Sheet& sheet, std::string_view name, Notes& notes) {
    const Value* like = map != nullptr ? map->find("like") : nullptr;
    if (like != nullptr) {
        const auto found = sheet.rules.find(like->text);
        if (found != sheet.rules.end()) return found->second;
        notes.error(like->place, "sheet-value", {"text." + std::string(name) + ".like", like->text, "…"});
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

std::uint32_t rule_index(const Value* value, std::string_view fallback, Notes& notes) {
    const std::string_view name = value != nullptr ? std::string_view(value->text) : fallback;
    const auto found = std::find(rule_names.begin(), rule_names.end(), name);
    if (found != rule_names.end()) return static_cast<std::uint32_t>(found - rule_names.begin());
    if (value != nullptr)
        notes.error(value->place, "sheet-value", {"rule", value->text, "body, title, cover-title…"});
    return 0;
}

}  // namespace hanqing
