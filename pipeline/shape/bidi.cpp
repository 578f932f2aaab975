// SPDX-License-Identifier: Apache-2.0
// The algorithm is ICU's.
#include "shape/bidi.hpp"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <cstdint>
#include <memory>
#include <new>

namespace hanqing {
namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

bool is_right_to_left(char32_t c) {
    if (c < 0x590) return false;
    return c < 0x900 || c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067 || c == 0x2068 ||
           (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

void set_levels(std::vector<Character>& characters) {
    std::u16string text;
    for (const Character& c : characters) {
        if (c.code < 0x10000) {
            text += static_cast<char16_t>(c.code);
        } else {
            text += static_cast<char16_t>(U16_LEAD(c.code));
            text += static_cast<char16_t>(U16_TRAIL(c.code));
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    if (!bidi) throw std::bad_alloc();
    ubidi_setPara(bidi.get(), text.data(), static_cast<std::int32_t>(text.size()), 0, nullptr, &status);
    const UBiDiLevel* const levels = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status) != 0 || levels == nullptr)
        throw std::bad_alloc();  // its only way to fail on valid input
    std::size_t at = 0;
    for (Character& c : characters) {
        c.level = levels[at];
        at += c.code < 0x10000 ? 1 : 2;
    }
}

}  // namespace hanqing
