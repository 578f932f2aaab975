// SPDX-License-Identifier: Apache-2.0
// Rasters into image XObjects, losslessly and as small as deflate with PNG's predictors makes them.
#pragma once

#include "image/image.hpp"
#include "pdf/objects.hpp"

namespace hanqing {

Reference write_raster(const Raster& raster, Objects& objects);

/// "/DeviceRGB", "/DeviceGray", or an ICC based space when there is a profile.
std::string colour_space(unsigned channels, const std::string& icc, Objects& objects);

}  // namespace hanqing
