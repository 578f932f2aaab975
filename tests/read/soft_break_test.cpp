// SPDX-License-Identifier: Apache-2.0
// What a line end in the source becomes.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("soft breaks: nothing between wide characters, a blank between others") {
    const auto [source, text] = GENERATE(table<std::string, std::string>({
        {"汉字\n汉字", "汉字汉字"},
        {"句号。\n下句", "句号。下句"},
        {"かな\nカナ", "かなカナ"},
        {"汉字\nLatin", "汉字 Latin"},
        {"Latin\n汉字", "Latin 汉字"},
        {"Latin\nLatin", "Latin Latin"},
        {"逗号，\nLatin", "逗号，Latin"},
        {"Latin\n（括号）", "Latin（括号）"},
        {"한국어\n한국어", "한국어 한국어"},
        {"한국어\n汉字", "한국어 汉字"},
        {"他说\n“引号”\n了", "他说“引号”了"},
        {"he said\n“quote”\nthen", "he said “quote” then"},
        {"破折——\n号", "破折——号"},
        {"2024\n年", "2024 年"},
        {"生僻\n𠀀字", "生僻𠀀字"},
    }));
    INFO(source);
    CHECK(parsed(source).text() == text);
}

TEST_CASE("soft breaks: right beside code, links, images, strong text and footnote marks") {
    CHECK(described("汉字\n`code`\n汉字") == "paragraph |汉字 <code>code</code> 汉字|\n");
    CHECK(described("汉字\n`汉字`\n汉字") == "paragraph |汉字<code>汉字</code>汉字|\n");
    CHECK(described("汉字\n[汉字](http://a.cn)\n汉字") ==
          "paragraph |汉字<link http://a.cn>汉字</link>汉字|\n");
    CHECK(described("word\n**word**\nword") == "paragraph |word <strong>word</strong> word|\n");
    CHECK(described("word\n**汉字**\nword") == "paragraph |word <strong>汉字</strong> word|\n");
    CHECK(
        described("汉字[^1]\n汉字\n\n[^1]: 注").starts_with("paragraph |汉字<footnote 1></footnote>汉字|\n"));
    CHECK(described("汉字\n![图](a.png)\n汉字") == "paragraph |汉字<image a.png \"图\"></image>汉字|\n");
}

TEST_CASE("soft breaks: two blanks, a backslash or <br> break hard") {
    CHECK(described("甲  \n乙") == "paragraph |甲⏎乙|\n");
    CHECK(described("甲\\\n乙") == "paragraph |甲⏎乙|\n");
    CHECK(described("甲<br>乙<br/>丙") == "paragraph |甲⏎乙⏎丙|\n");
}

TEST_CASE("soft breaks: every kind of line end, in lists and quotes as well") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        CHECK(parsed("汉字" + end + "汉字" + end + end + "段落").text() == "汉字汉字段落");
        CHECK(parsed("> 汉字" + end + "> 汉字" + end).text() == "汉字汉字");
        CHECK(parsed("- 汉字" + end + "  汉字" + end).text() == "汉字汉字");
        CHECK(parsed("```" + end + "a" + end + "b" + end + "```").text() == "a\nb");
    }
}

TEST_CASE(
    "soft breaks: an indent of ideographic spaces is the style's affair at the beginning, a line of its own "
    "inside") {
    CHECK(parsed("　　段落").text() == "段落");
    CHECK(described("第一段\n　　第二段") == "paragraph |第一段⏎第二段|\n");
}
