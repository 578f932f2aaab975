// SPDX-License-Identifier: Apache-2.0
// Signs drawn around others.
#include "sample.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::sample;

TEST_CASE("shape: a key drawn around a digit takes its own room") {
    Notes notes;
    const ShapedParagraph result = shaped(styled(), paragraph({{"甲1\uFE0F\u20E3乙", 0}}), notes);
    std::int32_t pen = 0;
    for (const Glyph& g : result.glyphs) {
        if (g.text != 3) continue;
        CHECK(pen + g.x_offset >= -styled().characters[0].size.raw / 8);
        pen += g.advance;
    }
    CHECK(pen > styled().characters[0].size.raw * 3 / 4);
}
