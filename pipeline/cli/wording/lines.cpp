// SPDX-License-Identifier: Apache-2.0
// What the lines stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_lines() {
    static constexpr Wording table[] = {
        {"line-overfull", "这一行放不下：{0}", "图片或不可断开的内容比版心宽，请缩小或拆开",
         "a line does not fit: {0}", "an image or something unbreakable is wider than the text; make it smaller or split it"},
    };
    return table;
}

}  // namespace hanqing
