// SPDX-License-Identifier: Apache-2.0
// Lines -> what is wrong with them, measured on the placed glyphs and not believed from the optimiser. For
// `check --layout` and the tests.
#pragma once

#include "lines/composition.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

enum class LineFaultKind : std::uint8_t {
    forbidden_start,  ///< B1–B4
    forbidden_end,
    open_gap,      ///< Han–Han gap above a tenth of an em, though some set of breaks has none.
    negative_gap,  ///< J2
    orphan,        ///< G3: fewer than two characters on a paragraph's last line.
    overfull,
    not_filled,  ///< P5: a justified line that does not end at the measure, though it has gaps to open.
    lost_text,   ///< A glyph in no line or in two.
};

struct LineFault {
    LineFaultKind kind{};
    std::uint32_t paragraph = 0, line = 0;
    std::int64_t permille = 0;  ///< Of an em, where there is something to measure.
};

struct LineFigures {
    std::uint64_t paragraphs = 0, lines = 0, glyphs = 0;
    std::uint64_t hyphens = 0, squeezed = 0, stretched = 0;
    std::int64_t widest_gap_permille = 0;  ///< Han–Han, of an em.
    std::uint64_t opened_for_want = 0;     ///< Lines above a tenth that no set of breaks would have spared…
    std::uint64_t opened_unforced = 0;     ///< …those that some set would have (`open_gap`)…
    std::uint64_t unfillable = 0;          ///< …and lines of one long address or formula: nothing to open.
    std::uint64_t last_lines = 0;  ///< Of paragraphs of two lines or more: what `orphan` is counted over.
    std::uint64_t worse_than_greedy = 0;  ///< Paragraphs; only where compared.
    double demerits = 0, greedy_demerits = 0;
};

struct LineAudit {
    std::vector<LineFault> faults;
    LineFigures figures;
};

/// One paragraph's best solution. `compare`: break it greedily too.
void audit_paragraph(const Setting& setting, const BrokenParagraph& broken, std::uint32_t index, bool compare,
                     LineAudit& audit);

LineAudit audit(const Lines& lines, const Fonts& fonts, bool compare);

}  // namespace hanqing
