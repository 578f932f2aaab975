// SPDX-License-Identifier: Apache-2.0
// Bytes of one format -> what the picture shows: one function a format, each in the file of its name.
#pragma once

#include "image/image.hpp"
#include "image/kind.hpp"
#include "image/resolution.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hanqing {

/// A file to understand, and where to say what is wrong with it.
struct ImageTask {
    std::string_view bytes;
    std::string_view path;
    Place place;
    Notes& notes;
    const ImageLimits& limits;
    const VectorFonts& fonts;

    void remark(std::string_view id, std::vector<std::string> after_path = {}) const;
    void warning(std::string_view id, std::vector<std::string> after_path = {}) const;
};

/// Thrown by a decoder when nothing can be shown; image_from_bytes makes it the warning `id` {path,
/// arguments…}.
struct Unusable {
    std::string_view id;
    std::vector<std::string> arguments;
};

[[noreturn]] void refuse_broken(std::string_view format, std::string_view detail);
[[noreturn]] void refuse_unsupported(std::string feature);

/// To be called before memory for the pixels is taken.
void require_size(const ImageTask& task, std::string_view format, std::uint64_t width, std::uint64_t height);

struct Decoded {
    std::variant<std::monostate, Jpeg, Raster, Drawing> content;
    Resolution resolution;  ///< Of a Jpeg or Raster, whose natural size follows from it…
    Length width, height;   ///< …unless it is given here, as vector art does.
};

Decoded decode_png(const ImageTask& task);
Decoded decode_jpeg(const ImageTask& task);
Decoded decode_gif(const ImageTask& task);
Decoded decode_webp(const ImageTask& task);
Decoded decode_bmp(const ImageTask& task);
Decoded decode_tiff(const ImageTask& task);
Decoded decode_svg(const ImageTask& task);

}  // namespace hanqing
