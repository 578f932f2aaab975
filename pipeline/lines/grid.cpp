// SPDX-License-Identifier: Apache-2.0
// Official documents are set 28 characters a line: every Han and every mark takes its cell, a stretch of
// Latin is centred in as many whole cells as leave it a gap. A line that comes out even stays wholly on the
// grid. When a mark would be the 29th, its own half and the half of the rightmost mark before it are given
// up, so that the fewest characters leave their cells; when nothing can be given up, the line takes a
// character less and is spread evenly.
#include "lines/grid.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr double demerits_squeezed = 40, demerits_hung = 4, demerits_spread = 120, demerits_empty = 1e7;

/// One Han, one mark, or one stretch of Latin with the spaces inside it.
struct Unit {
    std::size_t begin = 0, end = 0;  ///< Cells.
    std::int64_t width = 0;          ///< In whole cells.
    std::int64_t ink = 0;            ///< Of its content.
    std::int64_t lead = 0;           ///< Empty space before the content.
    bool mark = false;
};

bool fills_a_cell(const Cell& c, std::int64_t em) {
    return c.wide && c.em == em && c.advance == em && c.body <= em;
}

class GridLine {
public:
    GridLine(const Cells& cells, std::size_t begin, std::size_t end, const GridRoom& room)
        : all_(cells), room_(room), begin_(begin), end_(last_solid(cells, begin, end) + 1) {
        for (std::size_t i = begin_; i < end_;) {
            const std::size_t next = unit_end(i);
            units_.push_back(unit(i, next));
            i = next;
        }
        for (Unit& u : units_) natural_ += u.width;
    }

    Fit fit() {
        Fit fit;
        fit.natural = fit.set = natural_;
        const std::int64_t excess = natural_ - room_.width;
        if (excess > 0) {
            fit = shortened(fit, excess);
        } else if (!room_.last && excess < 0) {
            fit = spread(fit, -excess);
        }
        return fit;
    }

    void put_edges(std::vector<std::int64_t>& edges) const {
        edges.assign(all_.cells.size(), 0);
        std::int64_t x = 0, dealt = 0, seen = 0;
        for (const Unit& u : units_) {
            if (opens_before(u)) {
                ++seen;
                const std::int64_t due = slack_ * seen / std::max<std::int64_t>(1, gaps_);
                x += due - dealt;
                dealt = due;
            }
            std::int64_t pen = x + u.lead;
            for (std::size_t i = u.begin; i < u.end; ++i) {
                if (i > u.begin) pen += all_.gaps[i].natural;
                edges[i] = pen;
                pen += all_.cells[i].body;
            }
            x += u.width;
        }
        for (std::size_t i = end_; i < all_.cells.size(); ++i) edges[i] = x;
    }

private:
    [[nodiscard]] std::size_t unit_end(std::size_t i) const {
        if (fills_a_cell(all_.cells[i], room_.em)) return i + 1;
        std::size_t end = i + std::max<std::size_t>(1, blanks_at(i, end_)), solid = end;
        for (; end < end_ && !fills_a_cell(all_.cells[end], room_.em); ++end)
            if (is_solid(all_.cells[end])) solid = end + 1;
        return std::max(solid, end == end_ ? end : solid);
    }

    [[nodiscard]] Unit unit(std::size_t begin, std::size_t end) const {
        Unit u{begin, end};
        const Cell& cell = all_.cells[begin];
        if (fills_a_cell(cell, room_.em)) {
            u.width = room_.em;
            u.ink = cell.body;
            u.lead = -cell.shift;
            u.mark = is_mark(cell.kind) && cell.before + cell.after >= room_.em / 2;
            return u;
        }
        if (!is_solid(cell) && end == begin + blanks_at(begin, end)) {
            u.width = blank_width(begin, end);
            return u;
        }
        for (std::size_t i = begin; i < end; ++i)
            u.ink += all_.cells[i].body + (i > begin ? all_.gaps[i].natural : 0);
        if (begin == begin_) u.ink += all_.gaps[begin].at_start;
        set_latin(u);
        return u;
    }

    [[nodiscard]] std::size_t blanks_at(std::size_t begin, std::size_t end) const {
        std::size_t i = begin;
        while (i < end && !is_solid(all_.cells[i])) ++i;
        return i - begin;
    }

    /// Blanks between Han: a cell for each full-width one, and one for typed spaces.
    [[nodiscard]] std::int64_t blank_width(std::size_t begin, std::size_t end) const {
        std::int64_t wide = 0, typed = 0;
        for (std::size_t i = begin; i < end; ++i) {
            wide += all_.cells[i].kind == Kind::wide_space ? 1 : 0;
            typed += all_.cells[i].kind == Kind::space ? 1 : 0;
        }
        return (wide + (typed > 0 ? 1 : 0)) * room_.em;
    }

    /// J4, J7: gaps of an eighth to half an em on the sides where Han stands, whole cells in all.
    void set_latin(Unit& u) const {
        const bool left =
            u.begin > begin_ && all_.cells[u.begin - 1].wide && !is_mark(all_.cells[u.begin - 1].kind);
        const bool right = u.end < end_ && all_.cells[u.end].wide && !is_mark(all_.cells[u.end].kind);
        const std::int64_t em = room_.em, sides = (left ? 1 : 0) + (right ? 1 : 0);
        const std::int64_t least = room_.gap > 0 ? sides * em / 8 : 0;
        std::int64_t cells = (u.ink + least + em - 1) / em;
        if (sides > 0 && cells * em - u.ink > sides * em / 2 && (cells - 1) * em >= u.ink && u.ink % em != 0)
            --cells;
        u.width = std::max<std::int64_t>(cells, u.ink > 0 ? 1 : 0) * em;
        const std::int64_t empty = u.width - u.ink;
        if (u.begin == begin_) return;
        if (u.end == end_ && !room_.last)
            u.lead = empty;
        else
            u.lead = left && !right && u.end < end_ ? empty : std::min(empty / 2, em / 2);
    }

    [[nodiscard]] bool opens_before(const Unit& u) const {
        return u.begin > begin_ && all_.gaps[u.begin].expands;
    }

    /// Gives up half cells of marks: the last one's first, then from the right.
    Fit shortened(Fit fit, std::int64_t excess) {
        if (hangs(fit, excess)) return fit;
        std::size_t squeezed = 0, from = units_.size();
        for (std::size_t i = units_.size(); i-- > 0 && excess > 0;) {
            if (!units_[i].mark) continue;
            squeeze(units_[i]);
            excess -= room_.em / 2;
            ++squeezed;
            from = i;
        }
        fit.set = room_.width;
        fit.adjustment.tier = -static_cast<std::int32_t>(Tier::comma);
        fit.demerits +=
            demerits_squeezed * static_cast<double>(squeezed) + static_cast<double>(units_.size() - from);
        if (excess > 0) {
            fit.state = Fit::State::too_long;
            fit.is_far = excess > room_.em;
        } else if (!room_.last && excess < 0) {
            fit = spread(fit, -excess);
        } else if (room_.last) {
            fit.set = room_.width + excess;
        }
        return fit;
    }

    void squeeze(Unit& u) const {
        u.width -= room_.em / 2;
        if (u.lead > 0) u.lead -= all_.cells[u.begin].kind == Kind::opening ? room_.em / 2 : room_.em / 4;
    }

    bool hangs(Fit& fit, std::int64_t excess) const {
        const Unit& u = units_.back();
        const Cell& cell = all_.cells[u.begin];
        const bool alone = units_.size() > 1 && !is_mark(all_.cells[u.begin - 1].kind);
        if (!room_.hanging || excess > room_.em || !u.mark || !alone || !may_hang(cell.kind, cell.region))
            return false;
        fit.natural = fit.set = natural_ - room_.em;
        fit.adjustment.hangs = true;
        fit.demerits += demerits_hung;
        return true;
    }

    Fit spread(Fit fit, std::int64_t slack) {
        gaps_ = 0;
        for (const Unit& u : units_) gaps_ += opens_before(u) ? 1 : 0;
        const double cells = static_cast<double>(slack) / static_cast<double>(room_.em);
        fit.demerits += demerits_spread * cells * cells;
        fit.adjustment.tier = 3;
        if (gaps_ == 0) {
            fit.demerits += demerits_empty * (1 + cells);
            if (room_.tolerance == Tolerance::strict) fit.state = Fit::State::too_short;
            return fit;
        }
        slack_ = slack;
        fit.set = room_.width;
        if (slack * 10 <= room_.em * gaps_) return fit;
        fit.demerits += demerits_empty * cells;
        if (room_.tolerance == Tolerance::strict) {
            fit.state = Fit::State::too_short;
            fit.is_far = slack * 10 > room_.em * (gaps_ + 30);
        }
        return fit;
    }

    const Cells& all_;
    const GridRoom& room_;
    std::size_t begin_, end_;
    std::vector<Unit> units_;
    std::int64_t natural_ = 0, slack_ = 0, gaps_ = 0;
};

}  // namespace

Fit fit_on_grid(const Cells& cells, std::size_t begin, std::size_t end, const GridRoom& room,
                std::vector<std::int64_t>* edges) {
    if (last_solid(cells, begin, end) + 1 == begin) {
        if (edges != nullptr) edges->assign(cells.cells.size(), 0);
        return {};
    }
    GridLine line(cells, begin, end, room);
    const Fit fit = line.fit();
    if (edges != nullptr) line.put_edges(*edges);
    return fit;
}

}  // namespace hanqing
