// SPDX-License-Identifier: Apache-2.0
// A formula on lines of its own: its number, and what to do where it is wider than the measure.
#include "math/formula_setter.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// The smallest a formula is set: percent of the size asked for.
constexpr std::int64_t smallest_percent = 60;

/// A display before its numbers stand beside it.
struct DisplayRows {
    MathBox box;
    std::vector<Length> baselines;
    std::vector<std::string> tags;  ///< By row; may be shorter.
    bool at_left = false;           ///< Broken: its first row begins at the measure's left end.
};

class DisplaySetter {
public:
    DisplaySetter(const Formula& formula, const MathFont& font, Length size, Length measure)
        : formula_(formula), setter_(font, size), size_(size), measure_(measure) {}

    MathBox set() const {
        DisplayRows rows = is_rows() ? rows_of_array() : one_row();
        if (measure_ > Length{} && rows.box.width > room_beside(rows) && !is_rows()) rows = broken_rows();
        return with_tags(std::move(rows));
    }

private:
    [[nodiscard]] bool is_rows() const {
        return formula_.list.size() == 1 && formula_.list[0].kind == MathNode::Kind::array &&
               formula_.list[0].subscript.empty() && formula_.list[0].superscript.empty();
    }

    [[nodiscard]] DisplayRows rows_of_array() const {
        const MathNode& array = formula_.list[0];
        FormulaSetter::Rows set = setter_.set_rows(array, {MathStyle::display});
        DisplayRows rows{std::move(set.box), std::move(set.baselines), array.grid.tags};
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

    [[nodiscard]] DisplayRows one_row() const {
        DisplayRows rows{setter_.set_list(formula_.list, {MathStyle::display}), {Length{}}, {}};
        if (!formula_.tag.empty()) rows.tags = {formula_.tag};
        return rows;
    }

    [[nodiscard]] Length gap() const { return size_; }

    [[nodiscard]] Length widest_tag(const DisplayRows& rows) const {
        Length widest;
        for (const std::string& tag : rows.tags)
            widest = larger(widest, setter_.words(tag, {MathStyle::text}).width);
        return widest;
    }

    /// The measure without the numbers; one that would take half of it goes below.
    [[nodiscard]] Length room_beside(const DisplayRows& rows) const {
        const Length tag = widest_tag(rows);
        if (tag == Length{} || 2 * (tag + gap()) > measure_) return measure_;
        return measure_ - tag - gap();
    }

    /// Pieces between places where a row may end: before relations and binary signs of the outermost level.
    struct Segment {
        std::size_t begin = 0, end = 0;
        bool relation = false;  ///< It begins with a relation.
        Length width;           ///< With the space before it.
    };
    [[nodiscard]] std::vector<Segment> segments() const;
    [[nodiscard]] DisplayRows broken_rows() const;
    [[nodiscard]] MathBox with_tags(DisplayRows rows) const;

    const Formula& formula_;
    FormulaSetter setter_;
    Length size_, measure_;
};

std::vector<DisplaySetter::Segment> DisplaySetter::segments() const {
    const MathList& list = formula_.list;
    std::vector<Segment> all;
    std::int32_t brackets = 0;
    std::size_t begin = 0;
    bool relation = false, operand = false;
    FormulaSetter::Progress progress{{MathStyle::display}, std::nullopt};
    const auto close = [&](std::size_t end, bool next_is_relation) {
        Segment segment{begin, end, relation, {}};
        segment.width = setter_.set_range(list, begin, end, progress).width;
        all.push_back(segment);
        begin = end;
        relation = next_is_relation;
        operand = false;
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        const AtomClass atom = list[i].atom;
        const bool sign = atom == AtomClass::relation || (atom == AtomClass::binary && brackets <= 0);
        if (sign && operand) close(i, atom == AtomClass::relation);
        if (!sign) operand = true;
        if (atom == AtomClass::opening) ++brackets;
        if (atom == AtomClass::closing) --brackets;
    }
    if (begin < list.size()) close(list.size(), false);
    return all;
}

DisplayRows DisplaySetter::broken_rows() const {
    const std::vector<Segment> all = segments();
    const MathList& list = formula_.list;
    const Length indent = 2 * size_;
    DisplayRows rows;
    rows.at_left = true;
    FormulaSetter::Progress progress{{MathStyle::display}, std::nullopt};
    Length y, depth;
    for (std::size_t first = 0; first < all.size();) {
        const Length x = first == 0 ? Length{} : indent;
        Length width = x + all[first].width;
        std::size_t last = first + 1, at_relation = first;
        for (; last < all.size() && width + all[last].width <= measure_; ++last) {
            if (all[last].relation && 2 * width > measure_) at_relation = last;
            width += all[last].width;
        }
        // A relation is the better place, unless it leaves the row half empty.
        if (last < all.size() && !all[last].relation && at_relation > first) last = at_relation;
        const AtomClass before = progress.before.value_or(AtomClass::ordinary);
        if (first > 0)
            progress.before = before == AtomClass::opening ? AtomClass::opening : AtomClass::ordinary;
        MathBox row = setter_.set_range(list, all[first].begin, all[last - 1].end, progress);
        if (first > 0) y -= depth + setter_.row_gap(depth, row.height) + row.height;
        depth = row.depth;
        rows.box.width = larger(rows.box.width, x + row.width);
        place_part(rows.box, std::move(row), x, y);
        rows.baselines.push_back(y);
        first = last;
    }
    if (!formula_.tag.empty()) {
        rows.tags.resize(rows.baselines.size());
        rows.tags.back() = formula_.tag;
    }
    return rows;
}

/// Numbers at the measure's right end; where one meets the formula it goes below.
MathBox DisplaySetter::with_tags(DisplayRows rows) const {
    const Length tag_width = widest_tag(rows);
    if (tag_width == Length{} && !(rows.at_left && measure_ > Length{})) return std::move(rows.box);
    const Length width = rows.box.width;
    const Length whole = measure_ > Length{} ? measure_ : width + 2 * (gap() + tag_width);
    const Length free_end = whole - tag_width - gap();
    MathBox box;
    Length left = rows.at_left ? Length{} : larger({}, (whole - width) / 2);
    const bool beside = width <= free_end;
    if (beside && left + width > free_end) left = free_end - width;
    place_part(box, std::move(rows.box), left, {});
    for (std::size_t i = 0; i < rows.tags.size(); ++i) {
        if (rows.tags[i].empty()) continue;
        MathBox tag = setter_.words(rows.tags[i], {MathStyle::text});
        const Length x = whole - tag.width;
        const Length y = beside ? rows.baselines[i] : -(box.depth + setter_.row_gap({}, {}) / 5 + tag.height);
        place_part(box, std::move(tag), x, y);
    }
    box.width = larger(whole, width);
    return box;
}

}  // namespace

FormulaBox set_display(const Formula& formula, const MathFont& font, Length size, Length measure) {
    MathBox box = DisplaySetter(formula, font, size, measure).set();
    const Length smallest = scaled(size, smallest_percent, 100);
    Length smaller_size = size;
    while (measure > Length{} && box.width > measure && smaller_size > smallest) {
        // What just fits, by the width found; where breaks fall differently, once more.
        smaller_size = larger(smallest, smaller(scaled(smaller_size, measure.raw, box.width.raw),
                                                scaled(smaller_size, 97, 100)));
        box = DisplaySetter(formula, font, smaller_size, measure).set();
    }
    box.overfull = measure > Length{} && box.width > measure;
    const MathBox strut = FormulaSetter(font, size).strut(MathStyle::text);
    box.height = larger(box.height, strut.height);
    box.depth = larger(box.depth, strut.depth);
    return box;
}

}  // namespace hanqing
