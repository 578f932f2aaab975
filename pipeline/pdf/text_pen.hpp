// SPDX-License-Identifier: Apache-2.0
// TextPen: glyphs at their places into text operators (ISO 32000-1, 9.3 and 9.4), saying only what changes.
#pragma once

#include "pages/pages.hpp"
#include "pdf/typefaces.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

class TextPen {
public:
    /// `height` and `shift` turn the page's coordinates into the file's: y' = height - y, both moved by
    /// `shift`.
    TextPen(const Pages& pages, const Typefaces& typefaces, Length height, Length shift)
        : pages_(&pages), typefaces_(&typefaces), height_(height), shift_(shift) {}

    void begin(std::string& out);
    void end(std::string& out);
    /// Told before glyphs whose text cannot be had from them, with that text, and with nothing before those
    /// that follow: poppler takes the end of a mark inside a mark for the end of both, so marks are never
    /// nested.
    using Mark = std::function<void(std::optional<std::string_view> actual_text)>;
    /// Requires: between begin and end; the colour is set. No glyph ends up more than 0.01 pt from its place.
    void draw(const GlyphsItem& item, std::string& out, const Mark& mark);

    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] const std::set<FontName>& fonts() const { return fonts_; }

private:
    void place(const GlyphsItem& item, std::string& out);
    void set_spacing(const GlyphsItem& item, std::string& out);
    std::int64_t target(const GlyphsItem& item, std::uint32_t i) const;
    std::int64_t width(std::uint32_t i) const;
    std::size_t adjustments(const GlyphsItem& item, std::int64_t spacing) const;
    void set_font(FontName font, std::string& out);
    void set_rise(Length rise, std::string& out);
    void change_mark(const GlyphsItem& item, std::uint32_t i, std::string& out, const Mark& mark);
    void approach(std::int64_t target);
    void show(std::uint16_t code);
    void flush(std::string& out);

    const Pages* pages_;
    const Typefaces* typefaces_;
    Length height_, shift_;
    std::set<FontName> fonts_;

    // What the viewer remembers; text state survives ET, the line matrix does not.
    bool open_ = false;
    std::int64_t line_x_ = 0, line_y_ = 0;  ///< Of the line matrix, 1/100 pt.
    bool turned_ = false;
    FontName font_;
    std::int64_t size_ = 0;     ///< 1/1000 pt; 0: no font set yet.
    std::int64_t spacing_ = 0;  ///< Tc, 1/10000 pt.
    std::int64_t rise_ = 0;     ///< Ts, 1/100 pt.

    // Of the item being drawn.
    std::uint16_t face_ = 0;
    std::int64_t origin_ = 0, pen_ = 0;  ///< Micropoints; pen_ from the origin.
    bool has_actual_text_ = false;       ///< The mark at the pen.
    std::string array_, string_;         ///< Elements of TJ; the string being filled.
    std::vector<std::int64_t> gaps_;
};

}  // namespace hanqing
