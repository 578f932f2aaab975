// SPDX-License-Identifier: Apache-2.0
// OpenFace: a font file mapped into memory, with what shaping remembers of it.
#pragma once

#include "shape/bytes.hpp"
#include "shape/fonts.hpp"
#include "shape/glyph_table.hpp"
#include "shape/listing.hpp"
#include "shape/manner.hpp"

#include <hb.h>

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hanqing {

struct DestroyBlob {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct DestroyFace {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct DestroyFont {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Blob = std::unique_ptr<hb_blob_t, DestroyBlob>;

class OpenFace {
public:
    /// Maps and checks the file. A string is the id of the refusal (see Refusal).
    static std::variant<std::unique_ptr<OpenFace>, std::string> open(const ListedFace& listed);

    [[nodiscard]] const Face& face() const { return face_; }
    /// By the character map; 0: none.
    std::uint16_t glyph(char32_t c) {
        return glyphs_.glyph(c, [this](char32_t wanted) { return look_up(wanted); });
    }
    /// Font units.
    [[nodiscard]] std::uint16_t advance(std::uint16_t glyph) const {
        return u16_at(advances_, 4 * std::size_t{glyph < long_metrics_ ? glyph : long_metrics_ - 1});
    }
    /// For combining marks that GPOS has no anchor for: without GPOS HarfBuzz sets each by the extents of its
    /// base, where it would leave it beside the letter.
    hb_font_t* font_for_marks();
    /// Made once for each question; never moves.
    const Manner& manner(hb_script_t script, Language language, const std::vector<std::string>& features);

private:
    OpenFace() = default;
    [[nodiscard]] std::uint16_t look_up(char32_t c) const;

    Face face_;
    std::unique_ptr<hb_face_t, DestroyFace> hb_face_;
    std::unique_ptr<hb_font_t, DestroyFont> hb_font_;
    std::unique_ptr<hb_font_t, DestroyFont> font_for_marks_;  ///< Guarded by mutex_; made when first wanted.
    Blob metrics_;                                            ///< hmtx
    std::string_view advances_;                               ///< Its bytes.
    unsigned long_metrics_ = 0;  ///< Glyphs that have an advance of their own; the others share the last.
    GlyphTable glyphs_;

    struct Question {
        hb_script_t script{};
        Language language{};
        std::vector<std::string> features;
        friend bool operator==(const Question&, const Question&) = default;
    };
    std::mutex mutex_;
    std::deque<std::pair<Question, Manner>> manners_;
};

}  // namespace hanqing
