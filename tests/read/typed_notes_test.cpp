// SPDX-License-Identifier: Apache-2.0
// [1] in the text and below it.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

const char* const notes = "\n\n[1]初步统计数。\n\n[2]按不变价计算。\n\n[3]略。\n";

std::string first_line(const std::string& words) {
    const std::string all = described(words + notes);
    return all.substr(0, all.find('\n'));
}

}  // namespace

TEST_CASE("typed notes: marks behind words are raised when they are explained") {
    CHECK(first_line("总值[1]增长[2,3]。[1-3]") ==
          "paragraph "
          "|总值<superscript>[1]</superscript>增长<superscript>[2,3]</superscript>。<superscript>[1-3]</"
          "superscript>|");
    const Parsed report = parsed(std::string("总值[1]") + notes);
    CHECK(report.at(report.document.blocks[0].place) == "总值[1]");
    CHECK(parsed("总值[1]\n").document.blocks[0].text.marks.empty());
}

TEST_CASE("typed notes: what names a source, is code or is not explained stays on the line") {
    for (const char* text : {"见文献[1]。", "数组`a[1]`。", "另有[9]。", "如 [1] 所述。"}) {
        INFO(text);
        CHECK(first_line(text).find("superscript") == std::string::npos);
    }
    CHECK(described(notes).find("superscript") == std::string::npos);
}
