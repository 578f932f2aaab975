// SPDX-License-Identifier: Apache-2.0
// Typefaces: the fonts of one file. Pages' glyphs in, codes and font dictionaries out, such that copying text
// gives the source back.
#pragma once

#include "embed/subset.hpp"
#include "pages/pages.hpp"
#include "pdf/objects.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A font dictionary: a face of the file, and which reading of its glyphs. One glyph may stand for several
/// characters (hyphen and U+2011; 丶 and ⼂), but a ToUnicode map holds one text a code: further readings get
/// further Type0 dictionaries over the same font program.
struct FontName {
    std::uint16_t face = 0;  ///< Index into Typefaces' faces, by first use.
    std::uint16_t reading = 0;
    friend auto operator<=>(const FontName&, const FontName&) = default;
};
/// "/F0", "/F0v1"
std::string font_resource(FontName font);

/// One face as the file uses it.
class UsedFace {
public:
    explicit UsedFace(FaceId id) : id_(id), index_(65536, none) {}

    struct Reading {
        std::uint16_t number = 0;
        bool kept = true;  ///< False: too many readings; the text must be given beside the glyph.
    };
    Reading read_as(std::uint16_t glyph, std::string_view text);
    void subset(const Subsets& subsets);
    /// The font dictionaries, one a reading.
    std::vector<Reference> write(const Fonts& fonts, Objects& objects) const;

    [[nodiscard]] FaceId id() const { return id_; }
    [[nodiscard]] const Subset::Code& code(std::uint16_t glyph) const { return subset_.codes[index_[glyph]]; }

private:
    struct Entry {
        std::uint16_t glyph = 0;
        std::vector<std::string_view> texts;  ///< By reading.
    };
    std::string to_unicode(std::size_t reading) const;
    std::string widths(std::uint32_t usual) const;
    std::uint32_t usual_width() const;
    Reference descriptor(const Face& face, Objects& objects) const;

    FaceId id_;
    std::vector<std::uint32_t> index_;  ///< By glyph: into entries_; after subset(), into codes too.
    std::vector<Entry> entries_;        ///< By first use; after subset(), by glyph.
    Subset subset_;
    std::size_t readings_ = 1;
};

class Typefaces {
public:
    /// Goes through all glyphs in the order of the pages and subsets each face. The pages must outlive this.
    Typefaces(const Pages& pages, const Fonts& fonts, const Subsets& subsets);

    /// How glyph `i` of Pages::glyphs is shown.
    struct Showing {
        std::uint8_t reading = 0;
        bool actual_text = false;  ///< Its cluster needs ActualText.
    };
    [[nodiscard]] Showing showing(std::uint32_t i) const { return showings_[i]; }
    [[nodiscard]] std::uint16_t face_of(FaceId id) const { return numbers_[id]; }
    [[nodiscard]] const Subset::Code& code(std::uint16_t face, std::uint16_t glyph) const {
        return faces_[face].code(glyph);
    }
    void write(Objects& objects);
    [[nodiscard]] Reference reference(FontName font) const { return references_[font.face][font.reading]; }

private:
    void read(const GlyphsItem& item);
    void read_cluster(UsedFace& face, std::uint32_t begin, std::uint32_t end);
    void read_glyph(UsedFace& face, std::uint32_t i, std::string_view text);

    const Pages* pages_;
    const Fonts* fonts_;
    std::vector<std::uint16_t> numbers_;  ///< By FaceId; 0xFFFF: not used.
    std::vector<UsedFace> faces_;
    std::vector<Showing> showings_;
    std::vector<std::vector<Reference>> references_;
};

}  // namespace hanqing
