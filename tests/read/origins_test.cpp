// SPDX-License-Identifier: Apache-2.0
// Every byte of a text knows its byte of the file, whatever stood in between.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

/// Bytes that come from an equal byte of the source, of all bytes but blanks, hard breaks and objects.
void check_origins(const Parsed& result) {
    for (const Block& block : result.document.blocks) {
        const std::string& text = block.text.utf8;
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            const bool made = text[i] == ' ' || text.compare(i, 3, "\xE2\x80\xA8") == 0 ||
                              text.compare(i, 3, "\xEF\xBF\xBC") == 0;
            if (made) {
                i += text[i] == ' ' ? 0 : 2;
                continue;
            }
            const std::uint32_t at = place_of(block.text, i).begin;
            INFO(text << " byte " << i << " from byte " << at);
            REQUIRE(at < result.source.bytes.size());
            REQUIRE(result.source.bytes[at] == text[i]);
        }
    }
}

}  // namespace

TEST_CASE("origins: each byte of a text lies where place_of says") {
    const std::string source = GENERATE(
        as<std::string>{}, "# 标题 #\n\n段落一\n段落二", "> 引用\n> 续行\n懒行",
        "- 甲\n  乙\n- 丙\n\n      代码\n", "**重点：**后文**“引”**了，`x` *y*\n**再：**来",
        "\\*甲\\_乙\\\\ a\\|b", "| 甲 | 乙：**丙。**丁 |\n|---|---|\n| a \\| b | `c` |\n| 多 | 余 | 格 |\n",
        "  三格\n   缩进\n\n\t制表符代码\n", "```cpp\nint a; // **甲：**乙\n\n  b\n```\n",
        "> - 嵌\n>   套\n>   ~~~\n>   码\n>   ~~~\n", "公式 $a_b*c$ 和\n\n$$\n\\frac{a}{b}\n  + c\n$$\n",
        "\xEF\xBB\xBF甲\r\n乙\r丙\n", "甲[^1]乙\n\n[^1]: 注\n    注二\n",
        "<table><tr><td>甲</td><td>乙\n丙</td></tr></table>\n", "<div>\n\n**甲：**乙\n\n</div>\n",
        "setext\n标题\n===\n", "[链接](http://a.cn \"题\")后 <http://b.cn> 见https://c.cn/x_y_z。",
        "[重点]{.emphasis-dots}与~~删。~~去 {#x}", "---\n题名: 甲\n---\n正文**：**后\n",
        "甲\U0010FE00乙**：\U0010FE80**丙");
    check_origins(parsed(source));
}

TEST_CASE("origins: entities and HTML references point at their ampersand") {
    const Parsed result = parsed("甲&amp;乙&#x4E19;丁");
    const Text& text = result.document.blocks.at(0).text;
    CHECK(text.utf8 == "甲&乙丙丁");
    CHECK(place_of(text, 3).begin == 3);
    CHECK(place_of(text, 4).begin == 8);
    CHECK(place_of(text, 7).begin == 11);
    CHECK(place_of(text, 10).begin == 19);
}

TEST_CASE("origins: a note in a table's cell names its line and column") {
    const Parsed result = parsed("> | 甲 | 乙 |\n> |---|---|\n> | 丙 | [x](javascript:a) |\n");
    const Note* note = result.note("link-refused");
    REQUIRE(note != nullptr);
    const LineColumn where = line_column(result.source, note->place.begin);
    CHECK(where.line == 3);
    CHECK(where.column == 9);
}

TEST_CASE("origins: marks and images carry their place") {
    const Parsed result = parsed("甲\n乙**重点：**丙 ![图](a.png)");
    const Text& text = result.document.blocks.at(0).text;
    CHECK(result.at(text.marks.at(0).place) == "重点：");
    CHECK(result.source.bytes.compare(result.document.images.at(0).place.begin, 2, "![") == 0);
}

TEST_CASE("origins: a tag on a note's second line does not lead beyond the note") {
    const Parsed result = parsed("[^1]: x[^1]y\n<a id=\"x\"></a>z\n");
    CHECK(result.text().find('z') != std::string::npos);
    for (const Block& block : result.document.blocks) CHECK(block.place.end <= result.source.bytes.size());
}
