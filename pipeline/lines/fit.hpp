// SPDX-License-Identifier: Apache-2.0
// Cells between two breaks -> Fit: how the line is made to fit its width, and what that costs. Constant time
// for each pair of breaks, by sums over the paragraph.
#pragma once

#include "lines/breaks.hpp"

#include <array>

namespace hanqing {

/// Whether a pass opens Han–Han gaps above a tenth of an em (and leaves lines unfilled) or gives up.
enum class Tolerance : std::uint8_t { strict, any };

/// What Line::adjustment says. `tier` counts shrinking as −1…−7 and stretching as 1…3.
struct Adjustment {
    std::int32_t tier = 0;
    bool end_dropped = false;  ///< The optional blank of the last mark is gone.
    bool hangs = false;        ///< The last mark stands in the margin.
};
std::int32_t code_of(Adjustment a);
Adjustment adjustment_from(std::int32_t code);

struct Fit {
    enum class State : std::uint8_t { fits, too_long, too_short } state = State::fits;
    std::int64_t natural = 0, set = 0;
    double demerits = 0;
    Adjustment adjustment;
    bool is_far = false;  ///< So long (or short) that starting earlier (later) cannot help.
};

/// What a line can give, tier by tier.
struct Leeway {
    std::array<std::int64_t, tier_count> shrink{};
    std::int64_t word_space = 0, han_latin = 0, letters = 0;
    std::int32_t expands = 0, hans = 0;
};

/// Em of the paragraph's text. Requires: it has text.
std::int64_t first_em(const Setting& setting);

/// What a line is widened by, in the order in which its gaps give.
struct Widening {
    std::int64_t word_space = 0, han_latin = 0, letters = 0;
    std::int64_t rest = 0;  ///< Over all gaps that expand, alike.
};
/// `em` is that of the paragraph's text: letters of addresses are spaced once gaps between Han would be too
/// wide.
Widening widening_of(const Leeway& leeway, std::int64_t slack, std::int64_t em);

class Fitter {
public:
    Fitter(const Setting& setting, const Cells& cells, std::int64_t measure);

    /// The line of cells [begin, to.cell). `to` is one of the paragraph's breaks.
    [[nodiscard]] Fit fit(std::size_t begin, const Break& to, Tolerance tolerance) const;
    [[nodiscard]] std::int64_t width_at(std::size_t begin) const {
        if (is_indented(begin)) return measure_ - indent_;
        return measure_ - (hangs_.empty() || begin >= hangs_.size() ? 0 : hangs_[begin]);
    }
    [[nodiscard]] Leeway leeway(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::int64_t hyphen_width(std::size_t last) const;
    [[nodiscard]] std::size_t solid_end(std::size_t begin, std::size_t end) const {
        return last_solid(cells_, begin, end);
    }

    [[nodiscard]] std::int64_t em() const { return em_; }
    [[nodiscard]] bool is_latin() const { return latin_; }

private:
    /// The first line, and those after hard breaks: an address or a verse begins all its lines alike.
    [[nodiscard]] bool is_indented(std::size_t begin) const {
        return begin == 0 || ((indent_ > 0 || !hangs_.empty()) && begin <= cells_.cells.size() &&
                              cells_.cells[begin - 1].kind == Kind::hard_break);
    }
    /// Sums may wrap round, their differences over one line do not.
    struct Sum {
        std::int64_t width = 0;
        std::uint32_t shrink = 0, word_space = 0, han_latin = 0, letters = 0;
        std::uint32_t expands = 0, hans = 0;
    };
    void find_hangs();
    Fit on_grid(std::size_t begin, const Break& to, Tolerance tolerance) const;
    Fit judged(Fit fit, std::size_t begin, const Break& to, std::int64_t width, Tolerance tolerance) const;
    Fit shrunk(Fit fit, std::size_t begin, std::size_t end, std::int64_t width) const;
    Fit stretched(Fit fit, std::size_t begin, std::size_t end, std::int64_t width, Tolerance tolerance) const;
    Fit with_end(const Fit& plain, std::size_t begin, const Break& to, std::size_t last, std::int64_t width,
                 Tolerance tolerance) const;
    double last_line_demerits(std::size_t begin, std::size_t end, std::int64_t natural) const;

    const Setting& setting_;
    const Cells& cells_;
    std::int64_t measure_ = 0, indent_ = 0, em_ = 0;
    bool ragged_ = false, latin_ = false, hanging_ = false;
    std::vector<std::int64_t> hangs_;  ///< Of code, by cell: how far in its line goes on.
    std::vector<Sum> sums_;            ///< Before cell i.
    std::vector<std::array<std::uint32_t, tier_count>> tiers_;
};

/// Width of the hyphen that a cut at this cell adds; its glyph.
struct Hyphen {
    std::int64_t width = 0;
    std::uint16_t glyph = 0;
};
Hyphen hyphen_of(const Setting& setting, const Cell& cell);

}  // namespace hanqing
