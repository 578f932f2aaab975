// SPDX-License-Identifier: Apache-2.0
// What the read stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_read() {
    static constexpr Wording table[] = {
        {"invalid-utf8", "第 {0} 字节处不是 UTF-8 文字（看起来是 {1}）", "请用编辑器另存为 UTF-8 编码",
         "byte {0} is not UTF-8 (it looks like {1})", "save the file as UTF-8"},
    };
    return table;
}

}  // namespace hanqing
