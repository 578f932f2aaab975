// SPDX-License-Identifier: Apache-2.0
// Checks of each line's glyphs where they stand on the page: edges, prohibition, marks, gaps.
#include "pages/audit_record.hpp"

#include "base/unicode.hpp"
#include "lines/classes.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// A glyph of a line with what is known of it from the page and its face alone.
struct Set {
    Length x, baseline, size, advance;
    Kind first = Kind::other, last = Kind::other;  ///< Of the characters it shows.
    bool wide = false;                             ///< As wide as its em: drawn by a face of Han.
    bool code = false;                             ///< Stands as it was typed.
    bool sign = false;                             ///< Wide, but no Han.
    Kind blank = Kind::other;  ///< Typed between it and the glyph before, whatever became of it.
    [[nodiscard]] Length end() const { return x + advance; }
};

bool is_ideograph(const Set& glyph) { return glyph.wide && !glyph.sign && is_ideographic(glyph.first); }
/// May a gap be measured between the two?
bool are_neighbours(const Set& a, const Set& b) {
    return b.blank != Kind::wide_space && a.size == b.size && a.baseline == b.baseline;
}
bool are_close(const Set& a, const Set& b) { return are_neighbours(a, b) && b.blank == Kind::other; }
bool is_latin(const Set& glyph) {
    return !glyph.wide && (glyph.first == Kind::letter || glyph.first == Kind::digit);
}

/// The items of glyphs of each page, by their first glyph.
class PageGlyphs {
public:
    PageGlyphs(const Pages& pages, const Fonts& fonts) : pages_(pages), fonts_(fonts) {}
    /// Glyphs of a line in visual order; those that show no character of their own are left out.
    void find(const LineRecord& line, std::vector<Set>& found);

private:
    void open(std::uint32_t page);
    [[nodiscard]] Set set(const GlyphsItem& item, const PageGlyph& glyph);
    [[nodiscard]] Set formula(const GlyphsItem& item);
    [[nodiscard]] Kind printed_quote(const GlyphsItem& item, const PageGlyph& glyph) const;

    /// Glyphs with one look, and whether they are code.
    struct Glyphs {
        const GlyphsItem* item = nullptr;
        bool code = false;
    };

    const Pages& pages_;
    const Fonts& fonts_;
    std::uint32_t page_ = none;
    std::vector<Glyphs> items_;
    Kind blank_ = Kind::other;  ///< Shown by, or in the text of, the glyph last looked at.
};

void PageGlyphs::open(std::uint32_t page) {
    page_ = page;
    items_.clear();
    for (const PageItem& item : pages_.pages[page].items)
        if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape))
            items_.push_back({glyphs, item.tag != none && pages_.tags[item.tag].kind == TagKind::code});
    std::sort(items_.begin(), items_.end(),
              [](const Glyphs& a, const Glyphs& b) { return a.item->begin < b.item->begin; });
}

Set PageGlyphs::set(const GlyphsItem& item, const PageGlyph& glyph) {
    Set set;
    set.x = glyph.x;
    set.baseline = item.baseline;
    set.size = item.size;
    set.advance = scaled(item.size, fonts_.advance(item.face, glyph.glyph), fonts_.face(item.face).upem);
    set.wide = distance(set.advance, set.size) <= set.size / 50;
    const std::string_view text = std::string_view(pages_.text).substr(glyph.text, glyph.text_size);
    set.blank = blank_;
    std::size_t at = 0;
    const char32_t code = text.empty() ? 0 : next_code_point(text, at);
    if (code != 0) set.first = set.last = line_kind_of(code);
    if (code == U'"') set.first = set.last = printed_quote(item, glyph);
    set.sign = is_wide_sign(code);
    blank_ = is_blank(set.first) ? set.first : Kind::other;
    while (at < text.size()) {
        const Kind kind = line_kind_of(next_code_point(text, at));
        if (is_blank(kind))
            blank_ = kind;
        else if (kind != Kind::invisible)
            set.last = kind;
    }
    return set;
}

/// A straight quotation mark of the text, shown as one that opens or closes.
Kind PageGlyphs::printed_quote(const GlyphsItem& item, const PageGlyph& glyph) const {
    if (glyph.glyph == fonts_.glyph(item.face, U'“')) return Kind::opening;
    return glyph.glyph == fonts_.glyph(item.face, U'”') ? Kind::closing : Kind::other;
}

/// A formula is one thing, whatever it begins and ends with.
Set PageGlyphs::formula(const GlyphsItem& item) {
    Set set;
    set.x = pages_.glyphs[item.begin].x;
    set.baseline = item.baseline;
    set.size = item.size;
    set.first = set.last = Kind::formula;
    set.blank = std::exchange(blank_, Kind::other);
    return set;
}

void PageGlyphs::find(const LineRecord& line, std::vector<Set>& found) {
    if (line.page != page_) open(line.page);
    found.clear();
    blank_ = Kind::other;
    auto at = std::upper_bound(items_.begin(), items_.end(), line.glyph_begin,
                               [](std::uint32_t g, const Glyphs& i) { return g < i.item->begin; });
    if (at != items_.begin()) --at;
    for (; at != items_.end() && at->item->begin < line.glyph_end; ++at) {
        const GlyphsItem& item = *at->item;
        if (item.is_spoken_for()) {
            if (item.spoken) found.push_back(formula(item));
            continue;
        }
        const std::uint32_t end = std::min(item.end, line.glyph_end);
        for (std::uint32_t g = std::max(item.begin, line.glyph_begin); g < end; ++g) {
            const PageGlyph& glyph = pages_.glyphs[g];
            const bool hyphen = item.added_hyphen && g + 1 == item.end;
            if (glyph.text_size == 0 && !hyphen) continue;
            Set set = this->set(item, glyph);
            set.code = at->code;
            if (hyphen) set.first = set.last = Kind::hyphen;
            if (!is_blank(set.first)) found.push_back(set);
        }
    }
}

/// The checks of lines, all made in one walk.
class TextAudit {
public:
    TextAudit(const Pages& pages, const Fonts& fonts, LayoutReport& report)
        : pages_(pages),
          glyphs_(pages, fonts),
          edges_(report, "P5"),
          levels_{{report, "B2"}, {report, "B3"}, {report, "B4"}},
          units_(report, "W2"),
          line_end_(report, "M1"),
          line_start_(report, "M2"),
          negative_(report, "J2"),
          equal_(report, "J3"),
          latin_(report, "J4"),
          open_(report, "gap"),
          lonely_(report, "G3") {}
    void run();

private:
    void prohibition(const LineRecord& line);
    void units(const LineRecord& line);
    void edges(const LineRecord& line);
    void start(const LineRecord& line);
    void gaps(const LineRecord& line);
    void latin_gaps(const LineRecord& line);
    void last_line(const LineRecord& line);
    [[nodiscard]] bool goes_on(const LineRecord& line) const {
        return before_ != nullptr && before_->paragraph == line.paragraph && !line.begins;
    }

    const Pages& pages_;
    PageGlyphs glyphs_;
    std::vector<Set> set_;
    const LineRecord* before_ = nullptr;
    Kind before_last_ = Kind::other;
    Length han_gap_;  ///< Widest between Han of the line in hand.
    CheckRecord edges_, levels_[3], units_, line_end_, line_start_, negative_, equal_, latin_, open_, lonely_;
};

void TextAudit::prohibition(const LineRecord& line) {
    if (line.prohibition == Prohibition::none) return;
    const Set& a = set_.front();
    const Set& z = set_.back();
    const bool starts_well = line.begins || !a.wide || may_start(a.first, line.prohibition);
    const bool ends_well = line.ends || !z.wide || may_end(z.last, line.prohibition);
    levels_[static_cast<std::size_t>(line.prohibition) - 1].hold(starts_well && ends_well, line.page,
                                                                 line.place);
}

/// —— and …… are whole (in the line before and this one) and show no gap.
void TextAudit::units(const LineRecord& line) {
    const auto is_unit = [](Kind kind) { return kind == Kind::dash || kind == Kind::ellipsis; };
    if (goes_on(line) && is_unit(set_.front().first) && set_.front().wide)
        units_.hold(before_last_ != set_.front().first, line.page, line.place);
    for (std::size_t i = 1; i < set_.size(); ++i) {
        const Set& a = set_[i - 1];
        const Set& b = set_[i];
        if (!is_unit(a.last) || b.first != a.last || !a.wide || !b.wide || a.size != b.size) continue;
        units_.measure(distance(b.x, a.end()), a.size / 100, a.size, line.page, line.place);
    }
}

void TextAudit::start(const LineRecord& line) {
    const Set& a = set_.front();
    const Length quarter = a.size / 4;
    Length left = a.x;
    if (a.wide && a.first == Kind::opening) {
        left += quarter * mark_shape(region_of(line.language), a.first).before;
        if (line.begins) return;
        line_start_.measure(distance(left, line.measure_left), a.size / 100, a.size, line.page, line.place);
    }
    edges_.measure(distance(left, line.area.corner.x), a.size / 100, a.size, line.page, line.place);
}

/// Of a mark at the end only the ink counts; where its blank may stay or go (M8), or ends in a cell of the
/// grid, either is right.
void TextAudit::edges(const LineRecord& line) {
    if (!line.justified || line.hangs || line.spaced) return;
    start(line);
    const Set& z = set_.back();
    const Length right = line.measure_left + line.measure;
    if (!z.wide || !is_mark(z.last) || z.first != z.last) {
        if (line.on_grid) return;  // the last cell may be wider than its glyph (J7)
        // A letter may have been moved towards the blank that followed it (kerning).
        const Length limit = z.wide ? z.size / 100 : z.size / 12;
        edges_.measure(distance(z.end(), right), limit, z.size, line.page, line.place);
        return;
    }
    const MarkShape& shape = mark_shape(region_of(line.language), z.last);
    const Length quarter = z.size / 4;
    Length off = distance(z.end() - quarter * (shape.after - shape.end_keep), right);
    if (shape.end_optional > 0 || line.on_grid) off = smaller(off, distance(z.end(), right));
    if (shape.end_optional > 0)
        off = smaller(off, distance(z.end() - quarter * 2, right));  // drawn to one side
    if (!shape.fixed_half) line_end_.measure(off, z.size / 100, z.size, line.page, line.place);
}

void TextAudit::gaps(const LineRecord& line) {
    han_gap_ = {};
    if (line.spaced) return;
    Length least, most, em;
    for (std::size_t i = 1; i < set_.size(); ++i) {
        const Set& a = set_[i - 1];
        const Set& b = set_[i];
        if (!is_ideograph(a) || !is_ideograph(b) || !are_close(a, b)) continue;
        const Length gap = b.x - a.end();
        if (em == Length{}) least = most = gap;
        em = a.size;
        least = smaller(least, gap);
        most = larger(most, gap);
    }
    if (em == Length{}) return;
    han_gap_ = larger(most, Length{});
    negative_.measure(larger(Length{} - least, Length{}), em / 1000, em, line.page, line.place);
    if (line.on_grid) return;
    open_.measure(larger(most, Length{}), em / 10 + em / 1000, em, line.page, line.place);
    if (line.justified) equal_.measure(most - least, em / 1000, em, line.page, line.place);
}

/// What the gap lacks to an eighth of an em, or has beyond a half and what all gaps of the line were opened
/// by (the last tier of stretching).
void TextAudit::latin_gaps(const LineRecord& line) {
    if (line.gap == Length{} || line.on_grid || line.spaced || line.prohibition == Prohibition::none) return;
    for (std::size_t i = 1; i < set_.size(); ++i) {
        const Set& a = set_[i - 1];
        const Set& b = set_[i];
        const bool border = (is_ideograph(a) && is_latin(b)) || (is_latin(a) && is_ideograph(b));
        if (!border || !are_neighbours(a, b) || (a.code && b.code)) continue;
        const Length gap = b.x - a.end();
        const Length off = larger(larger(a.size / 8 - gap, gap - a.size / 2 - han_gap_), Length{});
        latin_.measure(off, a.size / 12, a.size, line.page, line.place);
    }
}

/// What a last line lacks to two characters; marks of punctuation and of notes are none.
void TextAudit::last_line(const LineRecord& line) {
    if (line.kind != LineKind::body || !line.last || line.begins) return;
    std::int64_t characters = 0;
    for (const Set& glyph : set_) {
        const Kind kind = glyph.first;
        const bool small = glyph.size * 4 < line.area.height * 3;
        if (!small && !is_mark(kind) && kind != Kind::dash && kind != Kind::ellipsis)
            characters += kind == Kind::formula ? 2 : 1;
    }
    lonely_.measure({std::max<std::int64_t>(2 - characters, 0)}, {}, {}, line.page, line.place);
}

void TextAudit::run() {
    open_.advise();  // whether other breaks would have spared it, the lines' own audit knows
    for (const LineRecord& line : pages_.lines) {
        if (line.artifact != Artifact::none || line.mirrored) continue;
        glyphs_.find(line, set_);
        if (set_.empty()) continue;
        prohibition(line);
        units(line);
        edges(line);
        gaps(line);
        latin_gaps(line);
        last_line(line);
        before_ = &line;
        before_last_ = set_.back().last;
    }
}

}  // namespace

void audit_text(const Pages& pages, const Fonts& fonts, LayoutReport& report) {
    TextAudit(pages, fonts, report).run();
}

}  // namespace hanqing
