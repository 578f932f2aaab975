// SPDX-License-Identifier: Apache-2.0
// Runs of a paragraph, parted where a sign needs a style of its own.
#pragma once

#include "style/build.hpp"

namespace hanqing {

/// Lines and arrows of diagrams in code get the role "diagram" where the sheet has one, signs that tell
/// something by their colour get it.
void set_signs_apart(Build& build, Paragraph& paragraph);

}  // namespace hanqing
