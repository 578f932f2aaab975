// SPDX-License-Identifier: Apache-2.0
// OfficialLook: the distances of GB/T 9704-2012 that no rule of text can say; the `official:` part of a
// sheet.
#pragma once

#include "base/colour.hpp"
#include "base/length.hpp"

#include <cstdint>

namespace hanqing {

struct OfficialLook {
    bool used = false;
    bool mark_from_sheet = false;  ///< `mark_top` from the sheet's head instead of the type area's (10.1).
    Length mark_top;               ///< Upper edge of the 发文机关标志 (7.2.4).
    Length number_gap;             ///< 发文字号 below the mark, or below the rule under it.
    enum class RuleUnder : std::uint8_t { none, mark, number } rule_under = RuleUnder::none;
    Length rule_gap, rule_weight;
    Length second_weight, second_gap;  ///< Second line of a double rule; 0: a single one.
    Length rule_width;                 ///< 0: the type area's; else centred on the sheet.
    Length foot_rule;                  ///< Double rule on page 1, from the sheet's foot; 0: none.
    Colour rule_colour;
    Length title_gap;      ///< Title (or body, without a title) below what stands above it.
    bool title = true;     ///< False: the mark stands for it (命令).
    bool closing = true;   ///< 署名 and 成文日期 after the text; 纪要 have none.
    Length seal_gap;       ///< 落款 below the text when sealed (7.3.5.1)…
    Length signature_gap;  ///< …without a seal (7.3.5.2)…
    Length stamp_gap;      ///< …with the signer's stamp (7.3.5.3).
    Length seal_right, signature_right, stamp_right, date_step;
    Length seal_size;     ///< Diameter of a seal: joint ones stand so far apart.
    bool imprint = true;  ///< 印发机关 and 印发日期; letters have neither.
    Length thick, thin;   ///< Rules of the 版记 (7.4.1); 0: none.
};

}  // namespace hanqing
