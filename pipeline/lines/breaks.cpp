// SPDX-License-Identifier: Apache-2.0
// Between two characters of the em square our own table decides (its level is the author's choice);
// everywhere else UAX 14 by ICU does, less what Chinese typesetting forbids besides (B2–B8) and with what
// addresses, code and Latin words add.
#include "lines/breaks.hpp"

#include "lines/numbers.hpp"
#include "lines/opportunities.hpp"
#include "lines/tokens.hpp"

#include <algorithm>
#include <string_view>

namespace hanqing {
namespace {

constexpr std::int32_t penalty_number = 15;    ///< Between a number and other Han: allowed, not welcome.
constexpr std::int32_t penalty_counted = 100;  ///< Before 年 or after 第: only when all else is worse.
constexpr std::int32_t penalty_sign = 40;
constexpr std::int32_t penalty_formula = 60;  ///< Behind a relation inside a formula.
constexpr std::int32_t penalty_name = 1500;   ///< At a sign inside a shorter name: rather than open Han gaps.

/// The cells on either side of a possible break.
struct Border {
    const Cell& left;  ///< The last solid one.
    const Cell& right;
    bool spaced = false;
};

/// (x), k-fold: what is typed tight to a formula and narrow is one word with it.
bool is_tight_to_formula(const Border& b) {
    const bool left = b.left.kind == Kind::formula, right = b.right.kind == Kind::formula;
    if (b.spaced || left == right) return false;
    const Cell& other = left ? b.right : b.left;
    return !other.wide && other.kind != Kind::note && other.kind != Kind::hangul;
}

bool is_inseparable(const Border& b) {
    if (b.spaced) return false;
    if (b.left.kind == b.right.kind && (b.left.kind == Kind::dash || b.left.kind == Kind::ellipsis))
        return true;
    if (b.left.ruby != none && b.left.ruby == b.right.ruby) return true;
    if (b.right.kind == Kind::note) return true;  // F3
    if (is_tight_to_formula(b)) return true;
    const bool inside =
        b.left.raised && (b.left.wide || b.right.wide);  // a gloss of many words in small type
    if (b.right.raised && !inside) return true;          // B7
    return b.left.raised && (b.right.kind == Kind::letter || b.right.kind == Kind::digit);  // H₂O
}

bool is_word_like(Kind k) {
    return k == Kind::formula || k == Kind::letter || k == Kind::digit || k == Kind::hangul || k == Kind::han;
}

/// What UAX 14 allows and typesetting does not.
bool is_banned(const Border& b, Prohibition level, bool korean_words) {
    const bool beside = !b.spaced;
    if (!may_start(b.right.kind, level) && (b.right.wide || beside)) return true;
    if (!may_end(b.left.kind, level) && (b.left.wide || beside || b.left.kind == Kind::opening)) return true;
    if (!beside) return !b.right.wide && (b.right.code == 0x2013 || b.right.code == 0x2014);  // a – b
    // 제75조제2항제16호ㆍ제21호: behind the dot, and before the next 제.
    const bool is_part =
        b.right.code == U'제' && (b.left.code == U'조' || b.left.code == U'항' || b.left.code == U'호');
    const bool may_part = b.left.code == 0x318D || b.left.code == 0xB7 || is_part;
    if (korean_words && !may_part && (b.left.kind == Kind::hangul || b.right.kind == Kind::hangul) &&
        is_word_like(b.left.kind) && is_word_like(b.right.kind))
        return true;
    if (b.left.wide || b.right.wide) return false;
    // 5km/h, PDF/A; a“b”c: a tight mark inside Latin is no place to break.
    if (b.left.kind == Kind::solidus) return true;
    const bool quote = (b.left.code >= 0x2018 && b.left.code <= 0x201D) ||
                       (b.right.code >= 0x2018 && b.right.code <= 0x201D);
    return quote;
}

bool is_own_pair(const Border& b) {
    return !b.spaced && b.left.wide && b.right.wide && b.left.kind != Kind::hangul &&
           b.right.kind != Kind::hangul;
}

bool is_free_beside_han(const Cell& c) {
    return !c.wide && (c.kind == Kind::letter || c.kind == Kind::digit || c.kind == Kind::opening);
}

/// A typed blank at the border is the gap (J5), so `第 3 章` is held together as `第3章` is.
std::int32_t rule_penalty(const Border& b) {
    if (b.left.kind == Kind::formula && b.right.kind == Kind::formula && !b.spaced) return penalty_formula;
    const Bond bond = number_bond(b.left, b.right);
    if (bond == Bond::close) return penalty_counted;
    return bond == Bond::loose && !b.spaced ? penalty_number : 0;
}

/// Walks cells, tokens and ICU's boundaries together.
class Finder {
public:
    Finder(const Setting& setting, const Cells& all, bool hyphens)
        : setting_(setting),
          all_(all),
          hyphens_(hyphens),
          tokens_(tokens_of(all)),
          language_(setting.styled.characters[setting.paragraph.runs[0].style].language),
          opportunities_(line_opportunities(setting.paragraph.text, language_)) {}

    std::vector<Break> find() {
        const auto& cells = all_.cells;
        std::vector<Break> breaks;
        std::size_t solid = cells.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool after_hard = i > 0 && cells[i - 1].kind == Kind::hard_break;
            if (after_hard) {
                breaks.push_back({static_cast<std::uint32_t>(i), Break::By::forced, 0});
                solid = cells.size();
            }
            step_to(i);
            if (!is_solid(cells[i])) continue;
            if (solid < cells.size() && !after_hard)
                consider({cells[solid], cells[i], solid + 1 < i}, i, breaks);
            solid = i;
        }
        breaks.push_back({static_cast<std::uint32_t>(cells.size()), Break::By::forced, 0});
        return breaks;
    }

private:
    void step_to(std::size_t i) {
        while (token_ < tokens_.size() && tokens_[token_].end <= i) ++token_;
        const bool inside = token_ < tokens_.size() && tokens_[token_].begin <= i;
        if (inside && tokens_[token_].begin == i) {
            points_.clear();
            const bool wanted = hyphens_ && setting_.style().hyphenate && language_ != Language::other;
            if (wanted && !tokens_[token_].open) points_ = hyphen_points(all_, tokens_[token_]);
        }
        inside_ = inside && tokens_[token_].begin < i;
        while (next_ < opportunities_.size() && opportunities_[next_] < all_.cells[i].text) ++next_;
        at_opportunity_ = next_ < opportunities_.size() && opportunities_[next_] == all_.cells[i].text;
    }

    /// The word in hand is the last: cut, its end would be a line of its own.
    bool ends_paragraph() const {
        for (std::size_t i = tokens_[token_].end; i < all_.cells.size(); ++i)
            if (is_solid(all_.cells[i]) && !is_mark(all_.cells[i].kind)) return false;
        return true;
    }

    void consider(Border b, std::size_t i, std::vector<Break>& breaks) const {
        if (b.spaced) b.spaced = has_blank(i);
        if (is_inseparable(b)) return;
        const auto cell = static_cast<std::uint32_t>(i);
        if (all_.cells[i - 1].code == 0xAD) {  // a soft hyphen asks for its hyphen
            breaks.push_back({cell, Break::By::hyphen, penalty_hyphen / 2});
            return;
        }
        if (inside_ && tokens_[token_].open) {
            if (breaks_at_sign(all_, tokens_[token_], i))
                breaks.push_back({cell, Break::By::sign, penalty_sign});
            return;
        }
        if (std::find(points_.begin(), points_.end(), i) != points_.end() && inside_) {
            breaks.push_back(
                {cell, Break::By::hyphen, ends_paragraph() ? penalty_last_word : penalty_hyphen});
            return;
        }
        if (inside_ && tokens_[token_].name && !at_opportunity_ && breaks_at_sign(all_, tokens_[token_], i)) {
            breaks.push_back({cell, Break::By::sign, penalty_name});
            return;
        }
        const ParagraphStyle& style = setting_.style();
        const bool korean = language_ == Language::ko && style.word_breaks_ko;
        const Border over{*before_notes(i), b.right, b.spaced};
        const bool after_note = b.left.kind == Kind::note && over.left.wide &&
                                over.left.kind != Kind::hangul && is_free_beside_han(b.right);
        if (!is_own_pair(over) && !after_note && !at_opportunity_) return;
        if (is_banned(over, style.prohibition, korean) || splits_quantity(b, i)) return;
        if (style.whole_entries && !is_gap_before(i) && !is_mark(over.left.kind)) return;
        breaks.push_back({cell, Break::By::rule, rule_penalty(b)});
    }

    /// What the line's last cell would be but for note marks, which stand for nothing here (F3): the rules
    /// for `词[1]“` are those for `词“`.
    const Cell* before_notes(std::size_t i) const {
        std::size_t left = i - 1;
        while (left > 0 && (!is_solid(all_.cells[left]) || all_.cells[left].kind == Kind::note)) --left;
        const bool found = is_solid(all_.cells[left]) && all_.cells[left].kind != Kind::note;
        return found ? &all_.cells[left] : &all_.cells[i - 1];
    }

    /// Two blanks part names; one stands within a name of two characters: 石　磊.
    bool is_gap_before(std::size_t i) const {
        return i > 1 && is_blank(all_.cells[i - 1].kind) && is_blank(all_.cells[i - 2].kind);
    }

    /// Soft hyphens and the like are looked through; only a typed space separates.
    bool has_blank(std::size_t i) const {
        for (std::size_t j = i; j-- > 0 && !is_solid(all_.cells[j]);)
            if (is_blank(all_.cells[j].kind) || all_.cells[j].code == 0x200B) return true;
        return false;
    }

    /// B7: `5 km`, `98 %` and `10 000` stay together.
    bool splits_quantity(const Border& b, std::size_t i) const {
        if (!b.spaced) return false;
        std::size_t left = i - 1;
        while (!is_solid(all_.cells[left])) --left;
        if (is_blank_of_number(all_, left, i)) return true;
        return b.left.kind == Kind::digit && token_ < tokens_.size() && tokens_[token_].begin == i &&
               is_unit(all_, tokens_[token_]);
    }

    const Setting& setting_;
    const Cells& all_;
    bool hyphens_;
    std::vector<Token> tokens_;
    Language language_;
    std::vector<std::uint32_t> opportunities_;
    std::vector<std::size_t> points_;
    std::size_t token_ = 0, next_ = 0;
    bool inside_ = false, at_opportunity_ = false;
};

/// 档案|馆, 评估|组: a word of one character that only ends the names of bodies, places and rules.
bool is_name_ending(const Cells& all, const std::vector<std::uint32_t>& words, std::size_t cell) {
    constexpr std::u32string_view endings =
        U"馆館局厅廳署院所处處室站社办辦委组組队隊庫库省市县縣区區镇鎮乡鄉法";
    const bool alone = cell + 1 >= all.cells.size() ||
                       std::binary_search(words.begin(), words.end(), all.cells[cell + 1].text);
    return alone && endings.find(all.cells[cell].code) != std::u32string_view::npos;
}

/// By the dictionary, and outside of names, dates and counted things.
bool ends_word(const Cells& all, const std::vector<std::uint32_t>& words, std::size_t cell) {
    if (!std::binary_search(words.begin(), words.end(), all.cells[cell].text)) return false;
    if (is_name_ending(all, words, cell)) return false;
    std::size_t left = cell - 1;
    while (left > 0 && !is_solid(all.cells[left])) --left;
    return !splits_counted_word(all.cells[left], all.cells[cell]);
}

}  // namespace

std::vector<Break> breaks_of(const Setting& setting, const Cells& cells, bool hyphens) {
    return Finder(setting, cells, hyphens).find();
}

std::vector<Break> word_breaks_of(const Setting& setting, const Cells& all) {
    const Language language = setting.styled.characters[setting.paragraph.runs[0].style].language;
    const std::vector<std::uint32_t> words = word_boundaries(setting.paragraph.text, language);
    std::vector<Break> breaks;
    for (const Break& b : breaks_of(setting, all, false)) {
        const bool at_end = b.cell == all.cells.size();
        if (b.by == Break::By::forced || at_end || (b.by == Break::By::rule && ends_word(all, words, b.cell)))
            breaks.push_back(b);
    }
    return breaks;
}

}  // namespace hanqing
