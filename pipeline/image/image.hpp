// SPDX-License-Identifier: Apache-2.0
// Image: a picture understood well enough to be placed and embedded; nothing here knows of documents or PDF.
#pragma once

#include "base/digest.hpp"
#include "base/language.hpp"
#include "base/length.hpp"
#include "base/notes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hanqing {

/// A JPEG passed through: its coded data without any metadata (EXIF, XMP, comments, thumbnails); what of it
/// matters to a reader is in the fields.
struct Jpeg {
    std::string bytes;
    std::uint32_t width = 0, height = 0;  ///< As coded, before `orientation`.
    std::uint8_t channels = 3;            ///< 1 or 3 (CMYK is decoded to a Raster).
    std::uint8_t orientation = 1;         ///< EXIF 1…8, honoured by whoever paints.
    std::string icc;                      ///< Profile, when it is a usable grey or RGB one.
};

/// Decoded samples; each row begins at a byte and has no other padding.
struct Raster {
    std::uint32_t width = 0, height = 0;
    std::uint8_t channels = 3;  ///< 1 grey, 3 RGB; palette images also have `palette`.
    std::uint8_t bits = 8;      ///< 1, 2, 4 or 8 a channel (16 is reduced to 8).
    std::string samples;
    std::string palette;  ///< RGB triples; samples are then indices, channels 1.
    std::string alpha;    ///< 8 bits a pixel, or empty when opaque.
    std::string icc;
};

/// Vector art reduced to filled and stroked paths and placed rasters (text is already outlines), in a box of
/// width × height user units with y downwards. `operators` uses PDF's path syntax, the one widely known
/// notation for it (m l c h re f f* S B q Q cm w J j M d rg RG gs Do sh), with decimals written by us.
struct Drawing {
    double width = 0, height = 0;
    std::string operators;
    std::vector<std::uint8_t> alphas;  ///< gs names G0, G1 …: constant alpha of fill and stroke, 0…255.
    std::vector<Raster> rasters;       ///< Do names I0, I1 …, each drawn into the unit square.
};

struct Image {
    Length width, height;  ///< Natural size, after orientation, from pixels and resolution.
    Digest digest;         ///< Of the file's bytes.
    std::variant<std::monostate, Jpeg, Raster, Drawing>
        content;  ///< Empty: could not be read; a framed box is drawn.
};

struct ImageLimits {
    std::uint64_t bytes = 256U << 20;
    std::uint64_t pixels = 100'000'000;
    std::uint64_t operators = 32U << 20;  ///< Bytes of a Drawing.
};

/// Fonts for text inside SVG. Only faces of our own table are taken from these folders, so that neither the
/// locale nor what else is installed changes the picture.
struct VectorFonts {
    std::vector<std::string> folders = {"/usr/share/fonts", "/usr/local/share/fonts"};
    Language language = Language::zh_hans;  ///< Shapes of Han where the SVG does not say (xml:lang).
};

/// Understands PNG, JPEG, SVG, GIF, WebP, BMP, TIFF by content, not by name; nothing outside `bytes` is ever
/// read for a picture. Never throws. What cannot be shown is a warning at `place` and leaves `content` empty:
/// "image-empty" {path}, "image-unknown" {path}, "image-broken" {path, format, detail}, "image-unsupported"
/// {path, feature}, "image-too-large" {path, size, limit}. What is shown in part or otherwise than it was is
/// a note: "image-damaged", "image-converted", "image-first-frame", "image-name-lies", "svg-…"
/// (cli/wording/image.cpp).
Image image_from_bytes(std::string_view bytes, std::string_view path, Place place, Notes& notes,
                       const ImageLimits& limits = {}, const VectorFonts& fonts = {});

}  // namespace hanqing
