// SPDX-License-Identifier: Apache-2.0
// What a font says of its own licence, for those who keep the file.
#pragma once

#include "shape/fonts.hpp"

#include <string>

namespace hanqing {

/// Copyright, licence and its address as the face's name table has them, a line each; empty when it names no
/// licence.
std::string licence_of(const Face& face);

}  // namespace hanqing
