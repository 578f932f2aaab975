// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: bytes -> a formula, read, described, set as a display and piece by piece.
#include "../plain_face.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace hanqing;
    static const PlainFace face;
    const std::string_view tex(reinterpret_cast<const char*>(data), size);
    for (const bool display : {false, true}) {
        const auto formula = read_formula(tex, display);
        if (!formula) continue;
        (void)describe(*formula);
        const FormulaBox box = set_display(*formula, face, thousand, Length{20'000});
        if (!box.overfull && box.width.raw > 20'000) std::abort();
        for (std::uint32_t piece = 0; piece < formula->ends.size(); ++piece)
            (void)set_piece(*formula, piece, face, thousand);
    }
    return 0;
}
