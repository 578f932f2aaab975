// SPDX-License-Identifier: Apache-2.0
// A formula on lines of its own: its numbers, and what to do where it is wider than the measure.
#include "math/row_breaks.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// The smallest a formula is set, and the smallest an alignment is before its rows are broken: percent of the
/// size asked for.
constexpr std::int64_t smallest_percent = 60, smallest_unbroken_percent = 90;

/// A display before its numbers stand beside it.
struct DisplayRows {
    MathBox box;
    std::vector<Length> baselines;
    std::vector<std::string> tags;  ///< By row; may be shorter.
    std::vector<Length> ends;       ///< Of the rows' ink at the right; none: that of the whole.
    bool at_left = false;           ///< Broken: its first row begins at the measure's left end.
};

class DisplaySetter {
public:
    /// `size` of the formula; its numbers stay in the `full_size`.
    DisplaySetter(const Formula& formula, const MathFont& font, Length full_size, Length size, Length measure)
        : formula_(formula),
          setter_(font, size),
          number_setter_(font, full_size),
          size_(size),
          measure_(measure) {}

    /// Nothing where it does not fit.
    std::optional<MathBox> unbroken() const;
    MathBox broken() const;
    [[nodiscard]] const MathNode* array() const;

private:
    [[nodiscard]] DisplayRows rows_of(const MathNode& array) const;
    [[nodiscard]] DisplayRows one_row() const;
    [[nodiscard]] DisplayRows broken_array(const MathNode& array) const;
    [[nodiscard]] DisplayRows broken_rows() const;
    void add_rows(DisplayRows& rows, const MathList& list, Length left) const;
    [[nodiscard]] MathBox with_tags(DisplayRows rows) const;

    [[nodiscard]] Length gap() const { return size_; }
    [[nodiscard]] Length indent() const { return 2 * size_; }
    [[nodiscard]] Length widest_tag(const DisplayRows& rows) const;
    [[nodiscard]] Length room_beside(const DisplayRows& rows) const;

    const Formula& formula_;
    FormulaSetter setter_, number_setter_;
    Length size_, measure_;
};

/// The array that the whole formula is, if it is one.
const MathNode* DisplaySetter::array() const {
    if (formula_.list.size() != 1) return nullptr;
    const MathNode& node = formula_.list[0];
    const bool alone =
        node.kind == MathNode::Kind::array && node.subscript.empty() && node.superscript.empty();
    return alone ? &node : nullptr;
}

DisplayRows DisplaySetter::rows_of(const MathNode& array) const {
    FormulaSetter::Rows set = setter_.set_rows(array, {MathStyle::display});
    DisplayRows rows{std::move(set.box), std::move(set.baselines), array.grid.tags, {}};
    if (rows.tags.empty() && !formula_.tag.empty()) {
        // One number for all of them stands at the middle (amsmath: aligned, split).
        rows.baselines = {Length{}};
        rows.tags = {formula_.tag};
    } else if (!formula_.tag.empty()) {
        rows.tags.resize(rows.baselines.size());
        std::string& last = rows.tags.back();
        last += (last.empty() ? "" : " ") + formula_.tag;
    }
    return rows;
}

DisplayRows DisplaySetter::one_row() const {
    DisplayRows rows{setter_.set_list(formula_.list, {MathStyle::display}), {Length{}}, {}, {}};
    if (!formula_.tag.empty()) rows.tags = {formula_.tag};
    return rows;
}

Length DisplaySetter::widest_tag(const DisplayRows& rows) const {
    Length widest;
    for (const std::string& tag : rows.tags)
        widest = larger(widest, number_setter_.words(tag, {MathStyle::text}).width);
    return widest;
}

/// The measure without the numbers; where they would take half of it they go below.
Length DisplaySetter::room_beside(const DisplayRows& rows) const {
    const Length tag = widest_tag(rows);
    if (tag == Length{} || 2 * (tag + gap()) > measure_) return measure_;
    return measure_ - tag - gap();
}

std::optional<MathBox> DisplaySetter::unbroken() const {
    DisplayRows rows = array() ? rows_of(*array()) : one_row();
    if (measure_ > Length{} && rows.box.width > room_beside(rows)) return std::nullopt;
    return with_tags(std::move(rows));
}

MathBox DisplaySetter::broken() const { return with_tags(array() ? broken_array(*array()) : broken_rows()); }

/// A list from `left` on, its later rows further in, below what is there.
void DisplaySetter::add_rows(DisplayRows& rows, const MathList& list, Length left) const {
    const auto breaks = break_rows(setter_, list, measure_ - left, measure_ - left - indent());
    FormulaSetter::Progress progress{{MathStyle::display}, std::nullopt};
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        progress.before.reset();
        MathBox row = setter_.set_range(list, breaks[i].begin, breaks[i].end, progress);
        Length y;
        if (!rows.baselines.empty()) {
            const Length above =
                rows.box.depth + rows.baselines.back();  // of the row above, below its baseline
            y = rows.baselines.back() - above - setter_.row_gap(above, row.height) - row.height;
        }
        const Length x = i == 0 ? left : left + indent();
        rows.ends.push_back(x + row.width);
        rows.box.width = larger(rows.box.width, rows.ends.back());
        place_part(rows.box, std::move(row), x, y);
        rows.baselines.push_back(y);
    }
}

DisplayRows DisplaySetter::broken_rows() const {
    DisplayRows rows;
    rows.at_left = true;
    add_rows(rows, formula_.list, {});
    if (!formula_.tag.empty()) {
        rows.tags.resize(rows.baselines.size());
        rows.tags.back() = formula_.tag;
    }
    return rows;
}

/// A row's cells as one list, without the empty atom before a right cell that has nothing at its left.
MathList flat_row(const MathNode& array, std::size_t row) {
    const std::uint32_t columns = array.grid.columns;
    MathList list = array.parts[row * columns];
    if (columns == 1) return list;
    const MathList& right = array.parts[row * columns + 1];
    const std::ptrdiff_t skipped = list.empty() && !right.empty() ? 1 : 0;
    list.insert(list.end(), right.begin() + skipped, right.end());
    return list;
}

/// Alignments keep what they align at as long as that leaves room beside it; without it, their rows stand one
/// below the other as broken formulas do. Tables of more columns stay as they are.
DisplayRows DisplaySetter::broken_array(const MathNode& array) const {
    const std::uint32_t columns = array.grid.columns;
    if (!array.grid.display || array.grid.cases || columns > 2) return rows_of(array);
    if (columns == 2) {
        const MathNode broken = with_broken_cells(setter_, array, room_beside(rows_of(array)));
        DisplayRows rows = rows_of(broken);
        if (rows.box.width <= room_beside(rows)) return rows;
    }
    DisplayRows rows;
    rows.at_left = true;
    for (std::size_t row = 0; row * columns < array.parts.size(); ++row) {
        MathList list = flat_row(array, row);
        // What goes on with a relation belongs to the row above.
        const bool continues = row > 0 && !list.empty() && list[0].atom == AtomClass::relation;
        add_rows(rows, list, continues ? indent() : Length{});
        if (row < array.grid.tags.size() && !rows.baselines.empty()) {
            rows.tags.resize(rows.baselines.size());
            rows.tags.back() = array.grid.tags[row];
        }
    }
    if (!formula_.tag.empty() && !rows.baselines.empty()) {
        rows.tags.resize(rows.baselines.size());
        rows.tags.back() += (rows.tags.back().empty() ? "" : " ") + formula_.tag;
    }
    return rows;
}

/// Numbers at the measure's right end; where one meets the formula they go below.
MathBox DisplaySetter::with_tags(DisplayRows rows) const {
    const Length tag_width = widest_tag(rows);
    if (tag_width == Length{} && !(rows.at_left && measure_ > Length{})) return std::move(rows.box);
    const Length width = rows.box.width;
    const Length whole = measure_ > Length{} ? measure_ : width + 2 * (gap() + tag_width);
    const Length free_end = tag_width == Length{} ? whole : whole - tag_width - gap();
    MathBox box;
    Length left = rows.at_left ? Length{} : larger({}, (whole - width) / 2);
    if (width <= free_end && left + width > free_end) left = free_end - width;
    place_part(box, std::move(rows.box), left, {});
    for (std::size_t i = 0; i < rows.tags.size(); ++i) {
        if (rows.tags[i].empty()) continue;
        MathBox tag = number_setter_.words(rows.tags[i], {MathStyle::text});
        const Length x = whole - tag.width;
        const bool beside = left + (rows.ends.empty() ? width : rows.ends[i]) + gap() <= x;
        const Length below = -(box.depth + setter_.tenths_of_point(30) + tag.height);
        place_part(box, std::move(tag), x, beside ? rows.baselines[i] : below);
    }
    box.width = larger(whole, width);
    return box;
}

/// A size at which what is `width` wide may fit.
Length fitting_size(Length size, Length width, Length measure) {
    return smaller(scaled(size, measure.raw, width.raw), scaled(size, 97, 100));
}

MathBox fitting_display(const Formula& formula, const MathFont& font, Length size, Length measure) {
    const DisplaySetter plain(formula, font, size, size, measure);
    if (std::optional<MathBox> box = plain.unbroken()) return std::move(*box);
    MathBox box = plain.broken();
    if (plain.array() != nullptr) {
        const Length a_little = scaled(size, smallest_unbroken_percent, 100);
        for (Length now = scaled(size, 97, 100); now >= a_little; now = scaled(now, 97, 100))
            if (auto unbroken = DisplaySetter(formula, font, size, now, measure).unbroken())
                return std::move(*unbroken);
    }
    const Length smallest = scaled(size, smallest_percent, 100);
    for (Length now = size; box.width > measure && now > smallest;) {
        now = larger(smallest, fitting_size(now, box.width, measure));
        box = DisplaySetter(formula, font, size, now, measure).broken();
    }
    return box;
}

}  // namespace

FormulaBox set_display(const Formula& formula, const MathFont& font, Length size, Length measure) {
    MathBox box = fitting_display(formula, font, size, measure);
    box.width = larger(box.width, {});
    box.overfull = measure > Length{} && box.width > measure;
    const MathBox strut = FormulaSetter(font, size).strut(MathStyle::text);
    box.height = larger(box.height, strut.height);
    box.depth = larger(box.depth, strut.depth);
    return box;
}

}  // namespace hanqing
