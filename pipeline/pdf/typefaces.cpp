// SPDX-License-Identifier: Apache-2.0
// Which text each glyph of the pages stands for, and under which of its face's readings it is shown.
#include "pdf/typefaces.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <cassert>

namespace hanqing {

namespace {

constexpr std::uint16_t unused = 0xFFFF;
/// More readings of one glyph than this (the box that stands for missing characters) are given as ActualText.
constexpr std::size_t readings_max = 8;
constexpr std::string_view soft_hyphen = "\xC2\xAD";
/// For a glyph that stands for nothing: mupdf shows an empty mapping as U+FFFD, and veraPDF wants one.
constexpr std::string_view zero_width_space = "\xE2\x80\x8B";

/// PDF/A-3 6.2.11.7.2: never in a ToUnicode map. Text with one of them is given as ActualText instead.
bool is_mappable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == 0 || c == 0xFEFF || c == 0xFFFE) return false;
    }
    return true;
}

bool has_private_use(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (is_private_use(next_code_point(text, at))) return true;
    return false;
}

}  // namespace

std::string font_resource(FontName font) {
    std::string out = "/F";
    append_integer(out, font.face);
    if (font.reading == 0) return out;
    out += 'v';
    append_integer(out, font.reading);
    return out;
}

UsedFace::Reading UsedFace::read_as(std::uint16_t glyph, std::string_view text) {
    if (index_[glyph] == none) {
        index_[glyph] = static_cast<std::uint32_t>(entries_.size());
        entries_.push_back({glyph, {}});
    }
    std::vector<std::string_view>& texts = entries_[index_[glyph]].texts;
    const auto found = std::find(texts.begin(), texts.end(), text);
    const auto number = static_cast<std::size_t>(found - texts.begin());
    if (number == readings_max) return {0, false};
    if (found == texts.end()) texts.push_back(text);
    readings_ = std::max(readings_, texts.size());
    return {static_cast<std::uint16_t>(number), true};
}

void UsedFace::subset(const Subsets& subsets) {
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.glyph < b.glyph; });
    std::vector<std::uint16_t> glyphs;
    glyphs.reserve(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        index_[entries_[i].glyph] = static_cast<std::uint32_t>(i);
        glyphs.push_back(entries_[i].glyph);
    }
    subset_ = subsets.subset(id_, glyphs);
    assert(subset_.codes.size() == entries_.size());
}

Typefaces::Typefaces(const Pages& pages, const Fonts& fonts, const Subsets& subsets)
    : pages_(&pages), fonts_(&fonts), numbers_(fonts.size(), unused), showings_(pages.glyphs.size()) {
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape)) read(*glyphs);
    for (UsedFace& face : faces_) face.subset(subsets);
}

void Typefaces::read(const GlyphsItem& item) {
    if (item.begin == item.end) return;
    std::uint16_t& number = numbers_[item.face];
    if (number == unused) {
        number = static_cast<std::uint16_t>(faces_.size());
        faces_.emplace_back(item.face);
    }
    UsedFace& face = faces_[number];
    if (item.is_spoken_for()) {
        for (std::uint32_t i = item.begin; i < item.end; ++i)
            read_glyph(
                face, i,
                std::string_view(pages_->text).substr(pages_->glyphs[i].text, pages_->glyphs[i].text_size));
        return;
    }
    const std::uint32_t end = item.added_hyphen ? item.end - 1 : item.end;
    for (std::uint32_t i = item.begin; i < end;) {
        std::uint32_t next = i + 1;
        while (next < end && pages_->glyphs[next].text_size == 0) ++next;
        read_cluster(face, i, next);
        i = next;
    }
    if (!item.added_hyphen) return;
    read_glyph(face, end, soft_hyphen);
    showings_[end].actual_text = true;
}

/// A cluster of several glyphs gives each one character as far as they go, the last glyph the rest, so that a
/// base and its mark copy well even where ActualText is not honoured; glyphs beyond the characters say
/// nothing.
void Typefaces::read_cluster(UsedFace& face, std::uint32_t begin, std::uint32_t end) {
    const PageGlyph& first = pages_->glyphs[begin];
    const std::string_view text = std::string_view(pages_->text).substr(first.text, first.text_size);
    std::size_t at = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
        const std::size_t start = at;
        if (i + 1 == end)
            at = text.size();
        else if (at < text.size())
            next_code_point(text, at);
        read_glyph(face, i, text.substr(start, at - start));
    }
    for (std::uint32_t i = begin + 1; i < end; ++i)
        if (showings_[i].actual_text) showings_[begin].actual_text = true;
}

void Typefaces::read_glyph(UsedFace& face, std::uint32_t i, std::string_view text) {
    const bool mappable = is_mappable(text);
    const UsedFace::Reading reading =
        face.read_as(pages_->glyphs[i].glyph, mappable && !text.empty() ? text : zero_width_space);
    showings_[i] = {static_cast<std::uint8_t>(reading.number),
                    !reading.kept || !mappable || text.empty() || has_private_use(text)};
}

void Typefaces::write(Objects& objects) {
    for (const UsedFace& face : faces_) references_.push_back(face.write(*fonts_, objects));
}

}  // namespace hanqing
