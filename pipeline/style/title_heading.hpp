// SPDX-License-Identifier: Apache-2.0
// The title as its author typed it, with its notes, pictures and line ends; and the issuer's head above it.
#pragma once

#include "style/flow.hpp"

namespace hanqing {

/// Requires: the title is a block of the document.
void add_title_heading(Build& build, Sequence& to);

/// Notes and pictures, for which a cover has no place.
bool says_more_than_words(const Build& build);

/// 某某人民政府文件: as large as a heading, but none, since nothing comes under it.
void add_red_head_line(Flow& flow, const Block& block, FlowContext& context);

/// What stands over the title of an issuer's paper, into the flow that the title is in.
void add_red_head(Build& build, Sequence& to);

}  // namespace hanqing
