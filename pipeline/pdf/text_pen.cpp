// SPDX-License-Identifier: Apache-2.0
// Glyphs into Tf, Tc, Ts, Td, Tj and TJ. All sums are whole micropoints: a width is thousandths of an em, a
// size thousandths of a point, so that their product is exact and the viewer's pen is known, not estimated.
#include "pdf/text_pen.hpp"

#include "pdf/turn.hpp"

#include <algorithm>
#include <cassert>

namespace hanqing {

namespace {

/// A glyph off by less stays where the pen is. With the rounding of the line's origin (0.005 pt at most,
/// which the sums begin from) and of the correction itself no glyph is more than 0.01 pt off.
constexpr std::int64_t tolerance = 6'000;
/// What a correction in whole thousandths of the size may leave.
constexpr std::int64_t rest_max = 5'000;
/// Bytes after deflate, roughly: what a correction and what a change of Tc cost.
constexpr std::size_t adjustment_cost = 3, spacing_cost = 6;

std::int64_t micropoints(Length l) {
    const std::int64_t scaled = l.raw * 15'625;  // 10^6 / 65536 = 15625 / 1024
    return (scaled + (scaled >= 0 ? 512 : -512)) / 1024;
}

std::int64_t rounded(std::int64_t n, std::int64_t d) { return (n >= 0 ? n + d / 2 : n - d / 2) / d; }

}  // namespace

void TextPen::begin(std::string& out) {
    out += "BT\n";
    open_ = true;
    turned_ = false;
    line_x_ = line_y_ = 0;
}

void TextPen::end(std::string& out) {
    out += "ET\n";
    open_ = false;
}

void TextPen::place(const GlyphsItem& item, std::string& out) {
    const std::int64_t x = hundredths(pages_->glyphs[item.begin].x + shift_);
    const std::int64_t y = hundredths(height_ - item.baseline + shift_);
    if (item.turn != 0 || turned_) {
        append_turn(out, item.turn);
        append_hundredths(out, x);
        out += ' ';
        append_hundredths(out, y);
        out += " Tm\n";
    } else {
        append_hundredths(out, x - line_x_);
        out += ' ';
        append_hundredths(out, y - line_y_);
        out += " Td\n";
    }
    line_x_ = x;
    line_y_ = y;
    turned_ = item.turn != 0;
    origin_ = turned_ ? micropoints(pages_->glyphs[item.begin].x + shift_) : x * 10'000;
}

std::int64_t TextPen::target(const GlyphsItem& item, std::uint32_t i) const {
    assert(i < item.end);
    return micropoints(pages_->glyphs[i].x + shift_) - origin_;
}

std::int64_t TextPen::width(std::uint32_t i) const {
    return typefaces_->code(face_, pages_->glyphs[i].glyph).width * size_;
}

std::size_t TextPen::adjustments(const GlyphsItem& item, std::int64_t spacing) const {
    std::size_t count = 0;
    std::int64_t pen = 0;
    for (std::uint32_t i = item.begin; i < item.end; ++i) {
        const std::int64_t wanted = target(item, i);
        if (wanted - pen > tolerance || pen - wanted > tolerance) {
            ++count;
            pen = wanted;
        }
        pen += width(i) + spacing * 100;
    }
    return count;
}

/// A justified line opens the same gap after most of its glyphs: one Tc instead of a number after each.
void TextPen::set_spacing(const GlyphsItem& item, std::string& out) {
    gaps_.clear();
    for (std::uint32_t i = item.begin; i + 1 < item.end; ++i)
        gaps_.push_back(rounded(target(item, i + 1) - target(item, i) - width(i), 100));
    std::sort(gaps_.begin(), gaps_.end());
    std::int64_t usual = 0;
    for (std::size_t i = 0, longest = 1; i < gaps_.size();) {
        std::size_t next = i;
        while (next < gaps_.size() && gaps_[next] == gaps_[i]) ++next;
        if (next - i > longest) {
            longest = next - i;
            usual = gaps_[i];
        }
        i = next;
    }
    std::int64_t best = spacing_;
    std::size_t least = adjustments(item, spacing_) * adjustment_cost;
    for (const std::int64_t candidate : {std::int64_t{0}, usual}) {
        if (candidate == spacing_ || least == 0) continue;
        const std::size_t cost = adjustments(item, candidate) * adjustment_cost + spacing_cost;
        if (cost >= least) continue;
        least = cost;
        best = candidate;
    }
    if (best == spacing_) return;
    spacing_ = best;
    append_decimal(out, spacing_, 4);
    out += " Tc\n";
}

void TextPen::set_font(FontName font, std::string& out) {
    fonts_.insert(font);
    font_ = font;
    out += font_resource(font);
    out += ' ';
    append_decimal(out, size_, 3);
    out += " Tf\n";
}

void TextPen::set_rise(Length rise, std::string& out) {
    if (hundredths(rise) == rise_) return;
    flush(out);
    rise_ = hundredths(rise);
    append_hundredths(out, rise_);
    out += " Ts\n";
}

void TextPen::change_mark(const GlyphsItem& item, std::uint32_t i, std::string& out, const Mark& mark) {
    const PageGlyph& glyph = pages_->glyphs[i];
    const bool is_hyphen = item.added_hyphen && i + 1 == item.end;
    if (glyph.text_size == 0 && i != item.begin && !is_hyphen) return;  // inside a cluster
    const bool wanted = typefaces_->showing(i).actual_text;
    if (!wanted && !has_actual_text_) return;
    flush(out);
    if (wanted)
        mark(std::string_view(pages_->text).substr(glyph.text, glyph.text_size));
    else
        mark(std::nullopt);
    has_actual_text_ = wanted;
}

/// TJ's numbers are subtracted, in thousandths of the size; a decimal is added where they are too coarse.
void TextPen::approach(std::int64_t target) {
    const std::int64_t off = target - pen_;
    if (off <= tolerance && off >= -tolerance) return;
    std::int64_t tenths = rounded(off, size_) * 10;
    const std::int64_t rest = off - tenths * size_ / 10;
    if (rest > rest_max || rest < -rest_max) tenths = rounded(off * 10, size_);
    if (!string_.empty()) append_literal(array_, string_);
    string_.clear();
    append_decimal(array_, -tenths, 1);
    pen_ += tenths * size_ / 10;
}

void TextPen::show(std::uint16_t code) {
    string_ += static_cast<char>(code >> 8U);
    string_ += static_cast<char>(code & 0xFFU);
}

void TextPen::flush(std::string& out) {
    if (array_.empty() && string_.empty()) return;
    if (array_.empty()) {
        append_literal(out, string_);
        out += "Tj\n";
    } else {
        if (!string_.empty()) append_literal(array_, string_);
        out += '[';
        out += array_;
        out += "]TJ\n";
    }
    array_.clear();
    string_.clear();
}

void TextPen::draw(const GlyphsItem& item, std::string& out, const Mark& mark) {
    assert(open_ && item.begin < item.end);
    face_ = typefaces_->face_of(item.face);
    const std::int64_t size = rounded(item.size.raw * 1000, units_per_point);
    bool sized = size == size_;
    size_ = size;
    place(item, out);
    set_spacing(item, out);
    pen_ = 0;
    has_actual_text_ = false;
    for (std::uint32_t i = item.begin; i < item.end; ++i) {
        if (!item.is_spoken_for()) change_mark(item, i, out, mark);
        const FontName font{face_, typefaces_->showing(i).reading};
        if (!sized || font != font_) {
            flush(out);
            set_font(font, out);
            sized = true;
        }
        set_rise(pages_->glyphs[i].y, out);
        approach(target(item, i));
        show(typefaces_->code(face_, pages_->glyphs[i].glyph).code);
        pen_ += width(i) + spacing_ * 100;
    }
    flush(out);
}

}  // namespace hanqing
