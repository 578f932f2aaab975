// SPDX-License-Identifier: Apache-2.0
// The `official:` part of a sheet.
#include "style/properties.hpp"

namespace hanqing {

void read_official(MapReader& top, Sheet& sheet, Notes& notes) {
    const Value* map = top.take("official");
    if (map == nullptr) return;
    OfficialLook& look = sheet.official;
    MapReader reader(*map, "official", sheet.body_size, sheet.line_pitch, notes);
    look.used = true;
    reader.flag("enabled", look.used);
    reader.one_of("mark-from", look.mark_from_sheet, {{"type-area", false}, {"sheet", true}});
    reader.length("mark-top", look.mark_top);
    reader.length("number-gap", look.number_gap);
    reader.one_of("rule-under", look.rule_under,
                  {{"none", OfficialLook::RuleUnder::none},
                   {"mark", OfficialLook::RuleUnder::mark},
                   {"number", OfficialLook::RuleUnder::number}});
    reader.length("rule-gap", look.rule_gap);
    reader.length("rule-weight", look.rule_weight);
    reader.length("second-weight", look.second_weight);
    reader.length("second-gap", look.second_gap);
    reader.length("rule-width", look.rule_width);
    reader.length("foot-rule", look.foot_rule);
    reader.colour("rule-colour", look.rule_colour);
    reader.length("title-gap", look.title_gap);
    reader.flag("title", look.title);
    reader.flag("closing", look.closing);
    reader.length("seal-gap", look.seal_gap);
    reader.length("signature-gap", look.signature_gap);
    reader.length("stamp-gap", look.stamp_gap);
    reader.length("seal-right", look.seal_right);
    reader.length("signature-right", look.signature_right);
    reader.length("stamp-right", look.stamp_right);
    reader.length("date-step", look.date_step);
    reader.length("seal-size", look.seal_size);
    reader.flag("imprint", look.imprint);
    reader.length("imprint-thick", look.thick);
    reader.length("imprint-thin", look.thin);
    reader.close();
}

}  // namespace hanqing
