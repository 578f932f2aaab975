// SPDX-License-Identifier: Apache-2.0
// Strips of a page -> depths below the type area's top.
#include "pages/galley.hpp"

namespace hanqing {
namespace {

/// The next grid line at or below `y` (typesetting P3, P12).
Length on_grid(Length y, Length pitch, Length lead) {
    const std::int64_t above = y.raw + lead.raw - tolerance.raw;
    const std::int64_t lines = above <= 0 ? 0 : (above + pitch.raw - 1) / pitch.raw;
    return pitch * lines - lead;
}

}  // namespace

Length Stack::put(const Strip& strip) {
    Length top;
    if (!empty_)
        top = y_ + larger(after_, strip.before);
    else if (strip.grid)
        top = start_ + strip.head - galley_->lead;
    else
        top = start_ + strip.head - smaller(strip.above, galley_->lead);
    if (strip.grid && galley_->snap) top = on_grid(top, galley_->pitch, galley_->lead);
    y_ = top + strip.height;
    after_ = strip.after;
    foot_ = y_ - strip.below + strip.foot;
    empty_ = false;
    return top;
}

}  // namespace hanqing
