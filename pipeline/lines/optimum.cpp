// SPDX-License-Identifier: Apache-2.0
// Differs from the paper in three points. The cost of a line depends on its two breaks alone, so no fitness
// classes multiply the nodes and the best path is exact. Breaks lie in a window: as a line only grows with
// its end, a start that is once too far left is dead for good, and one that is too far right ends the search;
// so time is linear. Each break keeps its best three numbers of lines, which gives the neighbours n − 1 and n
// + 1 for nothing.
#include "lines/optimum.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr double demerits_double_hyphen = 300;
constexpr double demerits_overfull = 1e10;
/// How much worse another way may be for pages to be offered it: some lines opened to the limit, never a
/// gaping one.
constexpr double demerits_other_max = 2000;
/// The same for a line of Latin, whose words an eye soon sees drift apart.
constexpr double demerits_other_latin = 40;
constexpr double demerits_line = 0.01;  ///< Of two equal ways the one with fewer lines.

struct Node {
    std::int32_t lines = -1;
    std::uint32_t from = 0;
    std::uint8_t from_slot = 0;
    bool overfull = false;
    double demerits = 0;
};
constexpr std::size_t slots = 3;

/// The best ways to reach one break, by number of lines.
struct Reached {
    std::array<Node, slots> nodes;
    std::size_t count = 0;

    void offer(const Node& node) {
        std::size_t worst = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (nodes[i].lines == node.lines) {
                if (node.demerits < nodes[i].demerits) nodes[i] = node;
                return;
            }
            if (nodes[i].demerits > nodes[worst].demerits) worst = i;
        }
        if (count < slots)
            nodes[count++] = node;
        else if (node.demerits < nodes[worst].demerits)
            nodes[worst] = node;
    }
};

class Search {
public:
    Search(const Fitter& fitter, const std::vector<Break>& breaks, Tolerance tolerance, bool force)
        : fitter_(fitter),
          breaks_(breaks),
          tolerance_(tolerance),
          force_(force),
          reached_(breaks.size() + 1) {
        reached_[0].offer({0, 0, 0, false, 0});
    }

    std::vector<Path> run() {
        for (std::size_t to = 1; to <= breaks_.size(); ++to) {
            if (first_ + 1 == to) to = end_of_single_line(to);
            const bool forced = breaks_[to - 1].by == Break::By::forced;
            if (reached_[to].count == 0) relax(to);
            if ((first_ == to || forced) && reached_[to].count == 0 && !overfill(to)) return {};
            if (forced) first_ = to;
        }
        return paths();
    }

private:
    [[nodiscard]] std::size_t start(std::size_t k) const { return k == 0 ? 0 : breaks_[k - 1].cell; }

    /// Text that needs no second line up to the next hard break (most lines of code) needs no search: the
    /// break that ends it, reached; otherwise `to`.
    std::size_t end_of_single_line(std::size_t to) {
        const bool segment = to == 1 || breaks_[to - 2].by == Break::By::forced;
        if (!segment || reached_[to - 1].count == 0) return to;
        std::size_t end = to;
        while (breaks_[end - 1].by != Break::By::forced) ++end;
        const Fit fit = fitter_.fit(start(to - 1), breaks_[end - 1], tolerance_);
        if (fit.state != Fit::State::fits || fit.adjustment.tier < 0) return to;
        extend(to - 1, end, fit.demerits, false);
        return end;
    }

    /// Place `k` is where breaks_[k - 1] starts a line; place 0 is the paragraph's start.
    void relax(std::size_t to) {
        const Break& end = breaks_[to - 1];
        for (std::size_t k = first_; k < to; ++k) {
            const bool dead = reached_[k].count == 0;
            const Fit fit = dead ? Fit{} : fitter_.fit(start(k), end, tolerance_);
            if (dead || (fit.state == Fit::State::too_long && fit.is_far)) {
                if (k == first_) ++first_;
                continue;
            }
            if (fit.state == Fit::State::too_short && fit.is_far) break;
            if (fit.state == Fit::State::fits) extend(k, to, fit.demerits, false);
        }
    }

    void extend(std::size_t k, std::size_t to, double demerits, bool overfull) {
        const bool hyphens =
            k > 0 && breaks_[k - 1].by == Break::By::hyphen && breaks_[to - 1].by == Break::By::hyphen;
        demerits += demerits_line + (hyphens ? demerits_double_hyphen : 0);
        for (std::size_t s = 0; s < reached_[k].count; ++s) {
            const Node& node = reached_[k].nodes[s];
            reached_[to].offer({node.lines + 1, static_cast<std::uint32_t>(k), static_cast<std::uint8_t>(s),
                                overfull || node.overfull, node.demerits + demerits});
        }
    }

    /// Nothing reaches this break: the last one reached starts a line that is too long.
    bool overfill(std::size_t to) {
        if (!force_) return false;
        std::size_t k = to - 1;
        while (k > 0 && reached_[k].count == 0) --k;
        extend(k, to, demerits_overfull, true);
        return true;
    }

    [[nodiscard]] Path path_to_end(std::size_t slot) const {
        Path path;
        std::size_t at = breaks_.size();
        path.demerits = reached_[at].nodes[slot].demerits;
        path.overfull = reached_[at].nodes[slot].overfull;
        while (at > 0) {
            path.breaks.push_back(static_cast<std::uint32_t>(at - 1));
            const Node& node = reached_[at].nodes[slot];
            slot = node.from_slot;
            at = node.from;
        }
        std::reverse(path.breaks.begin(), path.breaks.end());
        return path;
    }

    [[nodiscard]] std::vector<Path> paths() const {
        const Reached& end = reached_.back();
        if (end.count == 0) return {};
        std::size_t best = 0;
        for (std::size_t s = 1; s < end.count; ++s)
            if (end.nodes[s].demerits < end.nodes[best].demerits) best = s;
        std::vector<Path> found{path_to_end(best)};
        for (const std::int32_t more : {-1, 1})
            for (std::size_t s = 0; s < end.count; ++s)
                if (end.nodes[s].lines == end.nodes[best].lines + more && !end.nodes[s].overfull &&
                    end.nodes[s].demerits <= end.nodes[best].demerits + other_max(end.nodes[s].lines))
                    found.push_back(path_to_end(s));
        return found;
    }

    [[nodiscard]] double other_max(std::int32_t lines) const {
        return fitter_.is_latin() ? demerits_other_latin * lines : demerits_other_max;
    }

    const Fitter& fitter_;
    const std::vector<Break>& breaks_;
    Tolerance tolerance_;
    bool force_;
    std::vector<Reached> reached_;
    std::size_t first_ = 0;
};

}  // namespace

std::vector<Path> best_paths(const Fitter& fitter, const std::vector<Break>& breaks, Tolerance tolerance,
                             bool force) {
    return Search(fitter, breaks, tolerance, force).run();
}

Path greedy_path(const Fitter& fitter, const std::vector<Break>& breaks) {
    Path path;
    std::size_t start = 0;
    for (std::size_t i = 0; i < breaks.size();) {
        std::size_t chosen = i;
        for (std::size_t j = i; j < breaks.size(); ++j) {
            const Fit fit = fitter.fit(start, breaks[j], Tolerance::any);
            if (fit.state == Fit::State::fits) chosen = j;
            if ((fit.state == Fit::State::too_long && fit.is_far) || breaks[j].by == Break::By::forced) break;
        }
        path.breaks.push_back(static_cast<std::uint32_t>(chosen));
        start = breaks[chosen].cell;
        i = chosen + 1;
    }
    path.demerits = demerits_of(fitter, breaks, path.breaks);
    return path;
}

double demerits_of(const Fitter& fitter, const std::vector<Break>& breaks,
                   const std::vector<std::uint32_t>& path) {
    double sum = 0;
    std::size_t start = 0;
    bool hyphen = false;
    for (const std::uint32_t index : path) {
        const Break& to = breaks[index];
        const Fit fit = fitter.fit(start, to, Tolerance::any);
        sum += fit.demerits + demerits_line + (fit.state == Fit::State::fits ? 0 : demerits_overfull);
        if (hyphen && to.by == Break::By::hyphen) sum += demerits_double_hyphen;
        hyphen = to.by == Break::By::hyphen;
        start = to.cell;
    }
    return sum;
}

}  // namespace hanqing
