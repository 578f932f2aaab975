// SPDX-License-Identifier: Apache-2.0
// Emphasis beside CJK punctuation, where CommonMark leaves the stars standing.
#include "parsed.hpp"

#include "base/unicode.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

constexpr std::string_view marks = "，。、；：？！“”‘’（）《》「」『』【】〔〕—…～";

std::vector<std::string> all_marks() {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < marks.size();) {
        std::string one;
        append_utf8(one, next_code_point(marks, at));
        all.push_back(one);
    }
    return all;
}

std::string strong(const std::string& inner) { return "<strong>" + inner + "</strong>"; }

}  // namespace

TEST_CASE("emphasis: each of 26 marks may stand before or after strong text, inside and outside") {
    REQUIRE(all_marks().size() == 26);
    for (const std::string& m : all_marks()) {
        INFO(m);
        CHECK(described("前**" + m + "重点**后") == "paragraph |前" + strong(m + "重点") + "后|\n");
        CHECK(described("前**重点" + m + "**后") == "paragraph |前" + strong("重点" + m) + "后|\n");
        CHECK(described("前" + m + "**重点**" + m + "后") ==
              "paragraph |前" + m + strong("重点") + m + "后|\n");
        CHECK(described("前**" + m + "重点" + m + "**后") ==
              "paragraph |前" + strong(m + "重点" + m) + "后|\n");
        CHECK(described("**重点" + m + "**后") == "paragraph |" + strong("重点" + m) + "后|\n");
        CHECK(described("前*重点" + m + "*后") == "paragraph |前<emphasis>重点" + m + "</emphasis>后|\n");
        CHECK(described("前~~重点" + m + "~~后") == "paragraph |前<strike>重点" + m + "</strike>后|\n");
    }
}

TEST_CASE("emphasis: ASCII marks, code and links inside strong text between Han work too") {
    CHECK(described("**重点:**后") == "paragraph |<strong>重点:</strong>后|\n");
    CHECK(described("他说**\"引号\"**了") == "paragraph |他说<strong>\"引号\"</strong>了|\n");
    CHECK(described("增长**50%**的") == "paragraph |增长<strong>50%</strong>的|\n");
    CHECK(described("是**`code`**的") == "paragraph |是<strong><code>code</code></strong>的|\n");
    CHECK(described("见**[甲](http://a.cn)**后") ==
          "paragraph |见<strong><link http://a.cn>甲</link></strong>后|\n");
    CHECK(described("**인용(引用)**은") == "paragraph |<strong>인용(引用)</strong>은|\n");
}

TEST_CASE("emphasis: two strong texts may touch") {
    CHECK(described("**甲。****乙。**") == "paragraph |<strong>甲。</strong><strong>乙。</strong>|\n");
    CHECK(described("**注：**甲，**乙**丙") ==
          "paragraph |<strong>注：</strong>甲，<strong>乙</strong>丙|\n");
    CHECK(described("***重点：***后") == "paragraph |<emphasis><strong>重点：</strong></emphasis>后|\n");
}

TEST_CASE("emphasis: Latin text keeps CommonMark's rules, and escapes stay literal") {
    CHECK(described("a**\"b\"**c") == "paragraph |a**\"b\"**c|\n");
    CHECK(described("2 * 3 * 4") == "paragraph |2 * 3 * 4|\n");
    CHECK(described("\\*\\*甲：\\*\\*乙") == "paragraph |**甲：**乙|\n");
    CHECK(described("5~10人，15~20人") == "paragraph |5~10人，15~20人|\n");
}

TEST_CASE("emphasis: underscores inside Han stay literal with a remark that names ** instead") {
    const Parsed result = parsed("前__重点__后");
    CHECK(result.described() == "paragraph |前__重点__后|\n");
    REQUIRE(result.note("underscore-emphasis") != nullptr);
    CHECK(result.note("underscore-emphasis")->weight == Weight::remark);
    CHECK(result.at(result.note("underscore-emphasis")->place) == "__重点__");
    CHECK(parsed("__重点__ 和 snake__case__name").note("underscore-emphasis") == nullptr);
}

TEST_CASE("emphasis: private characters of the report come out as they went in, everywhere") {
    for (const char32_t c : {U'\U0010FE00', U'\U0010FE02', U'\U0010FE2A', U'\U0010FE80', U'\U0010FEFF',
                             U'\U0010FF00', U'\uE000'}) {
        const std::string own = utf8(std::u32string(2, c));
        const Parsed result = parsed("甲" + own + "**乙：**" + own + "丙 `" + own + "`\n\n    " + own + "\n");
        CHECK(result.text() == "甲" + own + "乙：" + own + "丙 " + own + own);
    }
}

TEST_CASE("emphasis: what is put in for the parser never shows in code, addresses or HTML") {
    const Parsed result = parsed(
        "```\n中**，**中\n```\n\n`中**，**中` [甲](http://a.cn/中**，**中)\n\n<div "
        "title='中**，**中'>中**，**中</div>\n");
    CHECK(result.document.blocks[0].text.utf8 == "中**，**中");
    CHECK(result.document.blocks[1].text.utf8 == "中**，**中 甲");
    CHECK(result.document.links[0].uri == "http://a.cn/%E4%B8%AD**%EF%BC%8C**%E4%B8%AD");
    CHECK(result.document.blocks[2].text.utf8 == "中**，**中");
}
