// SPDX-License-Identifier: Apache-2.0
// Wants -> column widths (typesetting §5 C 11): natural where there is room; else narrow columns whole and
// the rest by content, improved until no em is better given to another column.
#include "pages/table_estimate.hpp"

#include <algorithm>
#include <numeric>

namespace hanqing {
namespace {

using Lengths = std::vector<Length>;

Length sum_of(const Lengths& lengths) { return std::accumulate(lengths.begin(), lengths.end(), Length{}); }

/// Neighbours of one kind that want about the same get the same (T3), when `fits` says that nothing is lost
/// by it. `even` gives a group's width from its sum, count and widest.
template <typename Even, typename Fits>
void equalise(Lengths& widths, const Lengths& natural, const TableWant& want,
              const std::vector<std::uint32_t>& columns, Even even, Fits fits) {
    for (std::size_t begin = 0; begin < widths.size();) {
        std::size_t end = begin + 1;
        Length narrowest = natural[begin], widest = natural[begin];
        while (end < widths.size() &&
               want.columns[columns[end]].numeric == want.columns[columns[begin]].numeric) {
            const Length low = smaller(narrowest, natural[end]), high = larger(widest, natural[end]);
            if (high * 3 > low * 4) break;
            narrowest = low;
            widest = high;
            ++end;
        }
        if (end - begin > 1) {
            Lengths tried = widths;
            const Length width = even(widths, begin, end);
            std::fill(tried.begin() + static_cast<std::ptrdiff_t>(begin),
                      tried.begin() + static_cast<std::ptrdiff_t>(end), width);
            if (fits(tried)) widths = std::move(tried);
        }
        begin = end;
    }
}

Length rounded_up(Length width, Length em) { return em / 2 * ((width.raw * 2 + em.raw - 1) / em.raw); }

/// Everything on one line: as wide as its content in half ems (T3), or the whole measure once it nearly fills
/// it.
Lengths at_ease(const Lengths& natural, const TableWant& want, const std::vector<std::uint32_t>& columns,
                Length room) {
    Lengths widths = natural;
    for (Length& width : widths) {
        const Length rounded = rounded_up(width, want.em);
        if (sum_of(widths) + rounded - width <= room) width = rounded;
    }
    equalise(
        widths, natural, want, columns,
        [](const Lengths& all, std::size_t begin, std::size_t end) {
            Length widest;
            for (std::size_t c = begin; c < end; ++c) widest = larger(widest, all[c]);
            return widest;
        },
        [&](const Lengths& tried) { return sum_of(tried) <= room; });
    const Length all = sum_of(widths);
    if (all.raw * 5 < room.raw * 3) return widths;
    for (Length& width : widths) width += (room - all) / static_cast<std::int64_t>(widths.size());
    return widths;
}

Lengths squeezed(Lengths least, Length room) {
    const Length all = sum_of(least);
    for (Length& width : least) width = scaled(width, room.raw, std::max<std::int64_t>(all.raw, 1));
    return least;
}

/// Columns that want no more than a fair share get it whole, the narrowest first; the others share the rest
/// by what they want.
Lengths shared(const Lengths& least, const Lengths& natural, Length room) {
    std::vector<std::size_t> order(least.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return natural[a] < natural[b]; });
    Lengths widths = least;
    Length spare = room - sum_of(least);
    std::size_t next = 0;
    for (; next < order.size(); ++next) {
        const std::size_t c = order[next];
        const auto open = static_cast<std::int64_t>(order.size() - next);
        if (natural[c] - least[c] > spare / open) break;
        spare -= natural[c] - least[c];
        widths[c] = natural[c];
    }
    Length wanted;
    for (std::size_t i = next; i < order.size(); ++i) wanted += natural[order[i]] - least[order[i]];
    for (std::size_t i = next; i < order.size(); ++i)
        widths[order[i]] +=
            scaled(spare, (natural[order[i]] - least[order[i]]).raw, std::max<std::int64_t>(wanted.raw, 1));
    return widths;
}

/// Not all on one line: the widths under which the table reads best, in half ems but for the widest column.
Lengths balanced(const Table& table, const TableWant& want, const std::vector<std::uint32_t>& columns,
                 const Lengths& least, const Lengths& natural, Length room) {
    Lengths widths = shared(least, natural, room);
    const TableEstimate estimate(table, want, columns);
    estimate.improve(widths, least);
    equalise(
        widths, natural, want, columns,
        [](const Lengths& all, std::size_t begin, std::size_t end) {
            Length sum;
            for (std::size_t c = begin; c < end; ++c) sum += all[c];
            return sum / static_cast<std::int64_t>(end - begin);
        },
        [&](const Lengths& tried) {
            for (std::size_t c = 0; c < tried.size(); ++c)
                if (tried[c] < least[c]) return false;
            return estimate.cost(tried) <= estimate.cost(widths);
        });
    const std::size_t widest =
        static_cast<std::size_t>(std::max_element(widths.begin(), widths.end()) - widths.begin());
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const Length more = rounded_up(widths[c], want.em) - widths[c];
        if (c == widest || widths[widest] - more < least[widest]) continue;
        Lengths tried = widths;
        tried[c] += more;
        tried[widest] -= more;
        if (estimate.cost(tried) <= estimate.cost(widths)) widths = std::move(tried);
    }
    return widths;
}

/// What a single token may take before it is cut like text: a digest of 64 digits leaves no room to others.
Length whole_token_max(Length room, std::size_t columns) {
    return columns <= 2 ? scaled(room, 3, 5) : scaled(room, 2, 5);
}

bool has_percents(const TableWant& want, const std::vector<std::uint32_t>& columns) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](std::uint32_t c) { return want.columns[c].percent > 0; });
}

/// Widths the author asked for, in hundredths of the room; the other columns share what is left.
Lengths as_asked(const TableWant& want, const std::vector<std::uint32_t>& columns, const Lengths& natural,
                 Length room) {
    std::int64_t asked = 0;
    Length open;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        asked += want.columns[columns[c]].percent;
        if (want.columns[columns[c]].percent == 0) open += natural[c];
    }
    const std::int64_t whole =
        open > Length{} ? std::max<std::int64_t>(100, asked + 10) : std::max<std::int64_t>(100, asked);
    const Length left = scaled(room, std::max<std::int64_t>(whole - asked, 0), whole);
    Lengths widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::uint16_t percent = want.columns[columns[c]].percent;
        widths.push_back(percent > 0 ? scaled(room, percent, whole)
                                     : scaled(left, natural[c].raw, std::max<std::int64_t>(open.raw, 1)));
    }
    return widths;
}

}  // namespace

std::vector<Length> column_widths(const Table& table, const TableWant& want,
                                  const std::vector<std::uint32_t>& columns, Length room) {
    Lengths least, natural;
    for (const std::uint32_t c : columns) {
        least.push_back(want.columns[c].least);
        natural.push_back(larger(want.columns[c].natural, want.columns[c].least));
    }
    if (has_percents(want, columns)) return as_asked(want, columns, natural, room);
    if (sum_of(least) >= room) return squeezed(std::move(least), room);
    if (sum_of(natural) <= room) return at_ease(natural, want, columns, room);
    for (Length& width : least) width = smaller(width, whole_token_max(room, columns.size()));
    return balanced(table, want, columns, least, natural, room);
}

}  // namespace hanqing
