// SPDX-License-Identifier: Apache-2.0
// Bytes -> which format they are in. Names of files are not believed.
#pragma once

#include <cstdint>
#include <string_view>

namespace hanqing {

enum class ImageKind : std::uint8_t { unknown, png, jpeg, gif, webp, bmp, tiff, svg };

ImageKind kind_of(std::string_view bytes);
/// What the file's ending promises; `unknown` for endings of no picture.
ImageKind kind_promised(std::string_view path);
std::string_view name_of(ImageKind kind);

}  // namespace hanqing
