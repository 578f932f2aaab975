// SPDX-License-Identifier: Apache-2.0
// One pass over a text that cuts, replaces and marks.
#include "read/text_edit.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::size_t origin_index(const Text& text, std::uint32_t at) {
    const auto after = std::upper_bound(text.origins.begin(), text.origins.end(), at,
                                        [](std::uint32_t value, const Origin& o) { return value < o.text; });
    return after == text.origins.begin() ? 0 : static_cast<std::size_t>(after - text.origins.begin()) - 1;
}

/// Appends bytes [begin, end) of `from` with their origins.
void append_part(Text& to, const Text& from, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    const auto base = static_cast<std::uint32_t>(to.utf8.size());
    for (std::size_t i = origin_index(from, begin); i < from.origins.size() && from.origins[i].text < end;
         ++i) {
        const Origin& origin = from.origins[i];
        const std::uint32_t at = std::max(origin.text, begin);
        to.origins.push_back({base + (at - begin), origin.source + (at - origin.text)});
    }
    to.utf8.append(from.utf8, begin, end - begin);
}

/// Where a byte of the old text stands in the new one; inside a cut, where the cut stands.
struct Shift {
    std::uint32_t old_end = 0, new_end = 0;  ///< Right behind a cut, in both texts.
    std::uint32_t old_begin = 0;
};
std::uint32_t moved(const std::vector<Shift>& shifts, std::uint32_t at) {
    const auto after =
        std::upper_bound(shifts.begin(), shifts.end(), at,
                         [](std::uint32_t value, const Shift& s) { return value < s.old_end; });
    const std::uint32_t from_old = after == shifts.begin() ? 0 : std::prev(after)->old_end;
    const std::uint32_t from_new = after == shifts.begin() ? 0 : std::prev(after)->new_end;
    const std::uint32_t limit = after == shifts.end() ? at : std::min(at, after->old_begin);
    return from_new + (std::max(limit, from_old) - from_old);
}

}  // namespace

void TextEdits::replace(std::uint32_t begin, std::uint32_t end, MarkKind kind, std::uint32_t data) {
    cuts_.push_back({begin, end, true});
    mark(begin, end, kind, data);
}

void TextEdits::mark(std::uint32_t begin, std::uint32_t end, MarkKind kind, std::uint32_t data) {
    marks_.push_back({kind, begin, end, data, {}});
}

void TextEdits::apply(Text& text) {
    std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
    for (Mark& mark : marks_) {
        mark.place = place_of(text, mark.begin);
        mark.place.end = std::max(mark.place.begin, place_of(text, mark.end - 1).begin + 1);
    }
    Text out;
    out.file = text.file;
    std::vector<Shift> shifts;
    std::uint32_t at = 0;
    for (const Cut& cut : cuts_) {
        append_part(out, text, at, cut.begin);
        if (cut.object) {
            out.origins.push_back(
                {static_cast<std::uint32_t>(out.utf8.size()), place_of(text, cut.begin).begin});
            out.utf8 += object_character;
        }
        at = cut.end;
        shifts.push_back({cut.end, static_cast<std::uint32_t>(out.utf8.size()), cut.begin});
    }
    append_part(out, text, at, static_cast<std::uint32_t>(text.utf8.size()));
    out.marks = std::move(text.marks);
    // Old marks first: where an old and a new one cover the same range, the old stays outside.
    out.marks.insert(out.marks.end(), marks_.begin(), marks_.end());
    for (Mark& mark : out.marks) {
        mark.begin = moved(shifts, mark.begin);
        mark.end = moved(shifts, mark.end);
    }
    order_marks(out);
    text = std::move(out);
    cuts_.clear();
    marks_.clear();
}

bool is_only_breaks(std::string_view text) {
    while (!text.empty()) {
        const bool breaks = text.starts_with(hard_break_mark);
        if (!breaks && text.front() != ' ') return false;
        text.remove_prefix(breaks ? hard_break_mark.size() : 1);
    }
    return true;
}

Text part_of(const Text& text, std::uint32_t begin, std::uint32_t end) {
    Text part;
    part.file = text.file;
    append_part(part, text, begin, end);
    for (Mark mark : text.marks) {
        mark.begin = std::clamp(mark.begin, begin, end) - begin;
        mark.end = std::clamp(mark.end, begin, end) - begin;
        part.marks.push_back(mark);
    }
    order_marks(part);
    return part;
}

std::vector<Text> parts_of(const Text& text, const std::vector<std::uint32_t>& places) {
    std::vector<Text> parts(places.size() + 1);
    const auto begin_of = [&](std::size_t part) { return part == 0 ? 0 : places[part - 1]; };
    const auto end_of = [&](std::size_t part) {
        return part < places.size() ? places[part] : static_cast<std::uint32_t>(text.utf8.size());
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].file = text.file;
        append_part(parts[i], text, begin_of(i), end_of(i));
    }
    for (const Mark& mark : text.marks) {
        const auto after = std::upper_bound(places.begin(), places.end(), mark.begin);
        for (auto i = static_cast<std::size_t>(after - places.begin());
             i < parts.size() && begin_of(i) < mark.end; ++i) {
            Mark piece = mark;
            piece.begin = std::clamp(mark.begin, begin_of(i), end_of(i)) - begin_of(i);
            piece.end = std::clamp(mark.end, begin_of(i), end_of(i)) - begin_of(i);
            parts[i].marks.push_back(piece);
        }
    }
    for (Text& part : parts) order_marks(part);
    return parts;
}

void append_line(Text& to, Text line) {
    if (to.utf8.empty()) {
        to = std::move(line);
        return;
    }
    to.origins.push_back({static_cast<std::uint32_t>(to.utf8.size()), place_of(line, 0).begin});
    to.utf8 += hard_break_mark;
    const auto base = static_cast<std::uint32_t>(to.utf8.size());
    append_part(to, line, 0, static_cast<std::uint32_t>(line.utf8.size()));
    for (Mark mark : line.marks) {
        mark.begin += base;
        mark.end += base;
        to.marks.push_back(mark);
    }
}

void order_marks(Text& text) {
    std::erase_if(text.marks, [](const Mark& mark) { return mark.begin >= mark.end; });
    std::stable_sort(text.marks.begin(), text.marks.end(), [](const Mark& a, const Mark& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
}

}  // namespace hanqing
