// SPDX-License-Identifier: Apache-2.0
// Every way to cut a title into its lines is looked at: titles have a few dozen words and two to four lines.
#include "lines/title.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace hanqing {
namespace {

constexpr std::size_t most_lines = 4, most_breaks = 48;
constexpr double cost_hourglass = 40, cost_equal = 12, cost_weak_start = 25, cost_weak_end = 20,
                 cost_small = 45, cost_inside_name = 75, cost_not_at_blank = 45;
constexpr double cost_no_cue = 20, cost_stray_character = 18, cost_after_number = 45;
constexpr double best_step = 3;      ///< Ems by which neighbouring lines should differ.
constexpr double least_share = 0.4;  ///< Of the longest line, for the shortest.

/// Words that lean on the one before, or on the one after.
constexpr std::u32string_view weak_starts = U"的地得了等之者们化性型式率吗呢吧";
constexpr std::u32string_view weak_ends = U"和与及或并暨对向在于为以将把被第从同是大各全本该副总非";

/// Where the sense pauses: behind a year, an office, a name, a clause; before what is added to it.
constexpr std::u32string_view cue_ends = U"年度的期》〕）』」，、；：省市县縣局厅廳委校学學司团團以来";
constexpr std::u32string_view cue_starts = U"和与與及暨或关關《（〔『「——";
constexpr std::u32string_view openings = U"《（〔『「“", closings = U"》）〕』」”";

bool is_one_of(char32_t c, std::u32string_view any) { return any.find(c) != std::u32string_view::npos; }

class Title {
public:
    Title(const Cells& cells, const Fitter& fitter, const std::vector<Break>& breaks)
        : cells_(cells), fitter_(fitter), breaks_(breaks), has_blanks_(has_blanks()) {}

    /// The words from cell `start` to break `last`, whose breaks begin with `first`.
    std::optional<Path> best(std::size_t start, std::size_t first, std::size_t last, std::size_t lines) {
        lines_ = lines;
        last_ = last;
        chosen_.clear();
        widths_.clear();
        best_ = {};
        best_.demerits = -1;
        choose(first, start);
        if (best_.demerits < 0) return std::nullopt;
        return best_;
    }

private:
    void choose(std::size_t from, std::size_t start) {
        const bool last = chosen_.size() + 1 == lines_;
        for (std::size_t i = last ? last_ : from; i <= last_; ++i) {
            const Fit fit = fitter_.fit(start, {breaks_[i].cell, Break::By::forced, 0}, Tolerance::any);
            if (fit.state != Fit::State::fits) return;
            chosen_.push_back(static_cast<std::uint32_t>(i));
            widths_.push_back(static_cast<double>(fit.set) / static_cast<double>(fitter_.em()));
            if (last)
                judge();
            else
                choose(i + 1, breaks_[i].cell);
            chosen_.pop_back();
            widths_.pop_back();
        }
    }

    void judge() {
        const double cost = shape_cost() + word_cost();
        if (best_.demerits >= 0 && cost >= best_.demerits) return;
        best_.demerits = cost;
        best_.breaks = chosen_;
    }

    /// Trapezium: widths fall or rise throughout. Diamond: they rise, then fall. Never an hourglass or a
    /// block.
    [[nodiscard]] double shape_cost() const {
        double cost = 0;
        bool fallen = false;
        for (std::size_t i = 1; i < widths_.size(); ++i) {
            const double step = widths_[i] - widths_[i - 1];
            if (step > 0 && fallen) cost += cost_hourglass;
            fallen = fallen || step < 0;
            if (std::abs(step) < 1) cost += cost_equal;
            cost += (std::abs(step) - best_step) * (std::abs(step) - best_step) / 2;
        }
        const auto [least, most] = std::minmax_element(widths_.begin(), widths_.end());
        if (*least < least_share * *most) cost += cost_small;
        if (widths_.size() == 2 && widths_[1] > widths_[0])
            cost += 1;  // of two trapezia the one that stands on its point
        return cost;
    }

    [[nodiscard]] double word_cost() const {
        double cost = 0;
        for (const std::uint32_t index : chosen_)
            if (breaks_[index].by != Break::By::forced) cost += cost_of_break(index);
        return cost;
    }

    [[nodiscard]] double cost_of_break(std::uint32_t index) const {
        const std::size_t cell = breaks_[index].cell;
        const char32_t before = cells_.cells[cell - 1].code, after = cells_.cells[cell].code;
        double cost = 0;
        if (is_one_of(after, weak_starts)) cost += cost_weak_start;
        if (is_one_of(before, weak_ends)) cost += cost_weak_end;
        if (is_inside_brackets(cell)) cost += cost_inside_name;
        if (before >= U'0' && before <= U'9') cost += cost_after_number;
        if (has_blanks_ && !is_blank(cell - 1)) cost += cost_not_at_blank;
        const bool pauses = is_one_of(before, cue_ends) || is_one_of(after, cue_starts) || is_blank(cell - 1);
        if (!pauses && cells_.cells[cell].wide) cost += cost_no_cue;
        // 毕业|生: a word of one character belongs to the one before it.
        const bool is_single = index + 1U < breaks_.size() && breaks_[index + 1].cell == cell + 1;
        if (is_single && cells_.cells[cell].wide && !is_one_of(after, cue_starts))
            cost += cost_stray_character;
        return cost;
    }

    [[nodiscard]] bool is_blank(std::size_t cell) const {
        return cells_.cells[cell].code == U' ' || cells_.cells[cell].code == U'\u3000';
    }

    /// Whether its author parted the title: a blank among Han is no gap beside a number.
    [[nodiscard]] bool has_blanks() const {
        for (std::size_t i = 1; i + 1 < cells_.cells.size(); ++i)
            if (is_blank(i) && cells_.cells[i + 1].wide && (cells_.cells[i - 1].wide || is_blank(i - 1)))
                return true;
        return false;
    }

    /// 《政府信息公开条例》 is one word of the sentence (GB/T 9704, 7.3.1: 词意完整), and so is what stands
    /// in brackets.
    [[nodiscard]] bool is_inside_brackets(std::size_t cell) const {
        for (std::size_t i = cell; i-- > 0;) {
            if (is_one_of(cells_.cells[i].code, closings)) return false;
            if (is_one_of(cells_.cells[i].code, openings)) return true;
        }
        return false;
    }

    const Cells& cells_;
    const Fitter& fitter_;
    const std::vector<Break>& breaks_;
    bool has_blanks_ = false;
    std::size_t lines_ = 0, last_ = 0;
    std::vector<std::uint32_t> chosen_;
    std::vector<double> widths_;
    Path best_;
};

}  // namespace

std::optional<Path> title_path(const Cells& cells, const Fitter& fitter,
                               const std::vector<Break>& word_breaks) {
    Title title(cells, fitter, word_breaks);
    Path whole;
    std::size_t start = 0, first = 0, lines = 0;
    for (const std::uint32_t line : greedy_path(fitter, word_breaks).breaks) {
        ++lines;
        if (word_breaks[line].by != Break::By::forced) continue;
        if (line + 1 - first > most_breaks || lines > most_lines) return std::nullopt;
        const std::optional<Path> part = title.best(start, first, line, lines);
        if (!part) return std::nullopt;
        whole.breaks.insert(whole.breaks.end(), part->breaks.begin(), part->breaks.end());
        whole.demerits += part->demerits;
        start = word_breaks[line].cell;
        first = line + 1;
        lines = 0;
    }
    if (whole.breaks.size() < 2 || whole.breaks.size() > most_lines + 2) return std::nullopt;
    return whole;
}

}  // namespace hanqing
