// SPDX-License-Identifier: Apache-2.0
// Painted images: the images of one file as XObjects, each written once however often it is painted.
#pragma once

#include "pages/pages.hpp"
#include "pdf/objects.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

class PaintedImages {
public:
    explicit PaintedImages(const Pages& pages) : pages_(&pages), references_(pages.images.size(), 0) {}

    /// Writes the images that some page paints; those with equal files share their object.
    void write(Objects& objects);
    [[nodiscard]] bool has(std::uint32_t image) const;
    [[nodiscard]] Reference reference(std::uint32_t image) const { return references_[image]; }
    /// Operators that paint it into `box`, already in the file's coordinates (corner: lower left).
    void append_painting(std::string& to, std::uint32_t image, const Rectangle& box) const;

private:
    Reference write(const Image& image, Objects& objects) const;
    const Pages* pages_;
    std::vector<Reference> references_;
};

/// "/I3"
std::string image_resource(std::uint32_t image);

}  // namespace hanqing
