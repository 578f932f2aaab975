// SPDX-License-Identifier: Apache-2.0
// Breaks that nobody likes, for lines that nothing else fills: anywhere in addresses and in what is wider
// than the line, at the signs of short names, with a hyphen in words of capitals.
#include "lines/breaks.hpp"
#include "lines/tokens.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::int32_t penalty_forbidden = 100'000'000;  ///< B6: rows of marks longer than a line.
constexpr std::int32_t penalty_code = 100;               ///< Anywhere in code that is wrapped anyway.

bool may_cut(const Cells& all, std::size_t i) {
    const Cell& left = all.cells[i - 1];
    const Cell& right = all.cells[i];
    return is_solid(right) && right.kind != Kind::note && !right.raised && left.kind != Kind::hard_break &&
           (left.ruby == none || left.ruby != right.ruby);
}

class Emergencies {
public:
    Emergencies(const Setting& setting, const Cells& all, std::int64_t width)
        : style_(setting.style()), all_(all), width_(width), tokens_(tokens_of(all)) {}

    std::vector<Break> add_to(const std::vector<Break>& breaks) {
        std::vector<Break> more;
        std::size_t begin = 0;
        for (const Break& b : breaks) {
            const bool too_wide = width_of(begin, b.cell) > width_;
            for (std::size_t i = begin + 1; i < b.cell; ++i) consider(i, too_wide, more);
            more.push_back(b);
            begin = b.cell;
        }
        return more;
    }

private:
    std::int64_t width_of(std::size_t begin, std::size_t end) const {
        std::int64_t width = 0;
        for (std::size_t i = begin; i < end; ++i)
            width += all_.cells[i].body + (i > begin ? all_.gaps[i].natural : 0);
        return width;
    }

    void consider(std::size_t i, bool too_wide, std::vector<Break>& more) {
        while (token_ < tokens_.size() && tokens_[token_].end <= i) ++token_;
        const bool inside = token_ < tokens_.size() && tokens_[token_].begin < i;
        const auto cell = static_cast<std::uint32_t>(i);
        if (inside && !tokens_[token_].open && !style_.wrap_anywhere) {
            if (cuts_name(all_, tokens_[token_], i)) {
                more.push_back({cell, Break::By::sign, penalty_anywhere});
                return;
            }
            if (style_.hyphenate && is_capital_point(i)) {
                more.push_back({cell, Break::By::hyphen, penalty_anywhere});
                return;
            }
        }
        const bool address = inside && tokens_[token_].open;
        if ((style_.wrap_anywhere || address || too_wide) && may_cut(all_, i))
            more.push_back({cell, Break::By::anywhere, penalty_at(i)});
    }

    bool is_capital_point(std::size_t i) {
        if (points_of_ != token_) points_ = hyphen_points_of_capitals(all_, tokens_[token_]);
        points_of_ = token_;
        return std::find(points_.begin(), points_.end(), i) != points_.end();
    }

    std::int32_t penalty_at(std::size_t i) const {
        const Cell& left = all_.cells[i - 1];
        const Cell& right = all_.cells[i];
        const Prohibition level = style_.prohibition;
        if ((right.wide && !may_start(right.kind, level)) || (left.wide && !may_end(left.kind, level)))
            return penalty_forbidden;
        return style_.wrap_anywhere ? penalty_code : penalty_anywhere;
    }

    const ParagraphStyle& style_;
    const Cells& all_;
    std::int64_t width_;
    std::vector<Token> tokens_;
    std::size_t token_ = 0, points_of_ = static_cast<std::size_t>(-1);
    std::vector<std::size_t> points_;
};

}  // namespace

std::vector<Break> with_emergencies(const Setting& setting, const Cells& all,
                                    const std::vector<Break>& breaks, std::int64_t width) {
    return Emergencies(setting, all, width).add_to(breaks);
}

}  // namespace hanqing
