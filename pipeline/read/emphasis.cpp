// SPDX-License-Identifier: Apache-2.0
// CommonMark lets a run close only if no punctuation stands before it, or space or punctuation follows.
// Chinese, Japanese and Korean have no space there, so a run between punctuation and a CJK letter gets a
// joint on the side of the punctuation: it may then both open and close, and the parser's stack decides
// which.
#include "read/emphasis.hpp"

#include "base/unicode.hpp"

#include <cmark-gfm/utf8.h>

namespace hanqing {
namespace {

enum class Side { space, punctuation, letter };

struct Neighbour {
    Side side = Side::space;
    bool is_cjk = false;
};

Neighbour neighbour(char32_t c) {
    const auto value = static_cast<std::int32_t>(c);
    if (cmark_utf8proc_is_space(value) != 0) return {};
    const bool cjk = is_wide(c) || is_hangul(c);
    return {cmark_utf8proc_is_punctuation(value) != 0 ? Side::punctuation : Side::letter, cjk};
}

}  // namespace

Joints joints_of_run(std::string_view text, std::size_t begin, std::size_t end) {
    const Neighbour before = begin > 0 ? neighbour(code_point_before(text, begin)) : Neighbour{};
    std::size_t at = end;
    const Neighbour after = end < text.size() ? neighbour(next_code_point(text, at)) : Neighbour{};
    const bool any_cjk = before.is_cjk || after.is_cjk;
    Joints joints;
    joints.before = any_cjk && before.side == Side::punctuation && after.side == Side::letter;
    joints.after = any_cjk && before.side == Side::letter && after.side == Side::punctuation;
    // `**甲。****乙。**`: the end of one and the beginning of the next, which would else be one run of four.
    joints.middle = any_cjk && end - begin == 4 && before.side != Side::space && after.side != Side::space;
    return joints;
}

}  // namespace hanqing
