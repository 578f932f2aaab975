// SPDX-License-Identifier: Apache-2.0
// Ruby: how wide an annotation is, and the room its base gets (R1–R4).
#pragma once

#include "lines/cells.hpp"

namespace hanqing {

/// Sets Cell::ruby; a base is never broken (B7).
void find_ruby_bases(const Setting& setting, Cells& cells);

/// Spreads each base that is narrower than its annotation.
void make_room_for_rubies(const Setting& setting, Cells& cells);

std::int32_t annotation_width(const Setting& setting, const RubyText& ruby);

}  // namespace hanqing
