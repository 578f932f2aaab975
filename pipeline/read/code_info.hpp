// SPDX-License-Identifier: Apache-2.0
// The words behind a fence: language, name of the file, and whether another program draws or runs the code.
#pragma once

#include "read/reading.hpp"

#include <string>
#include <string_view>

namespace hanqing {

/// ```sh [npm], ```js title="src/a.js": what other tools show over the code.
std::string code_label(std::string_view info);

/// Tells of code that is meant to be a picture or to be run, and is shown as it is.
void note_engine(Reading& reading, Place place, std::string_view info);

}  // namespace hanqing
