// SPDX-License-Identifier: Apache-2.0
// JSX, and HTML that asks for Markdown inside.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("elements: HTML with markdown=\"1\" holds Markdown, a pull quote is a quotation") {
    const Parsed result = parsed(
        "甲\n\n<aside markdown=\"1\" class=\"pquote\">\n  <img src=\"https://a.cn/a.png\" alt=\"avatar\">\n"
        "  一个**业余**项目。\n  <p markdown=\"1\" class=\"pquote-credit\">\n— @乙, [\"丙\"](https://a.cn/)\n"
        "  </p>\n</aside>\n\n丁\n");
    CHECK(result.described() ==
          "paragraph |甲|\nquote {.pquote}\n  paragraph |一个<strong>业余</strong>项目。|\n"
          "  paragraph right |— @乙, <link https://a.cn/>\"丙\"</link>|\nparagraph |丁|\n");
    CHECK(result.noted() == std::vector<std::string>{"image-remote"});
    CHECK(described("<div markdown=\"1\" class=\"a\">\n- 甲\n- **乙**\n</div>\n丙\n") ==
          "division {.a}\n  list bullets\n    item\n      paragraph |甲|\n    item\n      paragraph "
          "|<strong>乙</strong>|\nparagraph |丙|\n");
    CHECK(described("<p markdown=\"1\">甲*乙*</p>\n丙\n") ==
          "paragraph |甲<emphasis>乙</emphasis>|\nparagraph |丙|\n");
    CHECK(described("<details markdown=\"1\">\n<summary>甲</summary>\n乙**丙**</details>\n") ==
          "details\n  paragraph |<strong>甲</strong>|\n  paragraph |乙<strong>丙</strong>|\n");
}

TEST_CASE("elements: one of the same name inside does not end it") {
    CHECK(described("<div markdown=\"1\" id=\"a\">\n<div>乙</div>\n\n**甲**\n</div>\n丙\n") ==
          "division {#a}\n  paragraph |乙|\n  paragraph |<strong>甲</strong>|\nparagraph |丙|\n");
}

TEST_CASE("elements: code and comments hold no tags") {
    for (const std::string text :
         {"```\n<Tabs a=\"b\">\n</Tabs>\n```\n", "    <Tabs a=\"b\">\n    </Tabs>\n", "`<Tabs a=\"b\">`\n",
          "- 甲\n\n        <Tabs a=\"b\">\n        </Tabs>\n"}) {
        INFO(text);
        const Parsed result = parsed(text);
        CHECK(result.text().find("<Tabs a=\"b\">") != std::string::npos);
        CHECK(result.noted().empty());
    }
    for (const char* text : {"<!--\n<Tabs>\n-->\n", "<pre>\n<Tabs>\n</Tabs>\n</pre>\n"})
        CHECK(parsed(text).noted().empty());
}

TEST_CASE("elements: components are never shown, what they hold is Markdown without its indent") {
    const Parsed result = parsed(
        "<Tabs>\n  <TabItem value=\"a\" label=\"甲\">\n    一**二**\n\n    - 三\n  </TabItem>\n"
        "  <TabItem value=\"b\" label=\"乙\">四</TabItem>\n</Tabs>\n五\n");
    CHECK(result.described() ==
          "paragraph |<strong>甲</strong>|\nparagraph |一<strong>二</strong>|\nlist bullets\n  item\n    "
          "paragraph |三|\nparagraph |<strong>乙</strong>|\nparagraph |四|\nparagraph |五|\n");
    CHECK(result.noted() == std::vector<std::string>{"component-tags"});
    CHECK(result.note("component-tags")->arguments == std::vector<std::string>{"<Tabs>, <TabItem>"});
    CHECK(
        described("1. 甲\n\n   <Wrap>\n\n   乙\n\n   </Wrap>\n\n2. 丙\n") ==
        "list ordered 1 loose\n  item\n    paragraph |甲|\n    paragraph |乙|\n  item\n    paragraph |丙|\n");
    CHECK(described("甲\n<Lone>\n乙\n") == "paragraph |甲|\nparagraph |乙|\n");
    CHECK(described("<Wrap>\n  <img src=\"a.png\">\n  甲**乙**\n</Wrap>\n") ==
          "paragraph |<image a.png \"\"></image> 甲<strong>乙</strong>|\n");
}

TEST_CASE("elements: attributes that say something to a reader are kept") {
    CHECK(described("<Person name=\"林小满\" photo=\"/a.jpg\" title=\"工程师\">\n    文\n</Person>\n") ==
          "paragraph |<strong>林小满</strong>　工程师|\nparagraph |文|\n");
    CHECK(described("<Illustration src=\"/a.png\" alt=\"三张牌\" caption=\"一副\" />\n") ==
          "paragraph |<image /a.png \"三张牌\"></image>|\nparagraph caption |一副|\n");
    CHECK(described("<SchoolLink href=\"https://a.cn/x\" title=\"免费课程\"/>\n") ==
          "paragraph |<link https://a.cn/x>免费课程</link>|\n");
    CHECK(described("<Diagram name=\"tree\" height={150} alt=\"一棵树\">\n\n文\n\n</Diagram>\n") ==
          "paragraph |<image tree \"一棵树\" {height=150px}></image>|\nparagraph |文|\n");
    const Parsed film = parsed("<YouTubeIframe src=\"https://a.cn/film\" />\n");
    CHECK(film.text().empty());
    CHECK(film.noted() == std::vector<std::string>{"html-media", "component-tags"});
    CHECK(described("<Illustration\n  src=\"a.png\"\n  alt={`甲`}\n  style={{\n    width: 3,\n  }}\n/>\n") ==
          "paragraph |<image a.png \"甲\"></image>|\n");
}

TEST_CASE("elements: in running text the tag goes and its words stay") {
    CHECK(described("<CodeStep step={1}>第一步</CodeStep>是*读取*值。\n") ==
          "paragraph |第一步是<emphasis>读取</emphasis>值。|\n");
    CHECK(described("### 甲 <Badge type=\"tip\" text=\"新\" />\n") ==
          "heading 3 {#甲-新} |甲 <superscript>新</superscript>|\n");
    CHECK(described("见<Link to=\"https://a.cn\">乙</Link>。\n") ==
          "paragraph |见<link https://a.cn>乙</link>。|\n");
    CHECK(described("<Hint>甲</Hint>\n") == "callout hint\n  paragraph |甲|\n");
    const Parsed text = parsed("写 <Name> 和 Map<Key, List<Value>>。\n");
    CHECK(text.text() == "写 <Name> 和 Map<Key, List<Value>>。");
    CHECK(text.note("component-tags") == nullptr);
}

TEST_CASE("elements: a picture of HTML may have expressions of JSX") {
    const Parsed result = parsed(
        "<img src=\"a.png\" width=\"300\" style={{margin: '0 auto'}} />\n\n甲 <img src=\"b.png\" width={40} "
        "/> 乙\n");
    CHECK(result.described() ==
          "paragraph |<image a.png \"\" {width=300px}></image>|\n"
          "paragraph |甲 <image b.png \"\" {width=40px}></image> 乙|\n");
    CHECK(result.noted().empty());
    CHECK(described("    <img style={{a: 'b c'}} />\n") == "code |<img style={{a: 'b c'}} />|\n");
}

TEST_CASE("elements: the boxes of react.dev are callouts") {
    CHECK(
        described("<Pitfall>\n\n甲\n\n</Pitfall>\n\n<DeepDive>\n\n#### 乙 {/*b*/}\n\n丙\n\n</DeepDive>\n") ==
        "callout pitfall\n  paragraph |甲|\ncallout deepdive |乙|\n  paragraph |丙|\n");
}

TEST_CASE("elements: many that open and never close take no long time") {
    std::string text, crossed, chain, quotes;
    for (int i = 0; i < 20000; ++i) {
        text += "<Aa>\n<div markdown=\"1\">\n";
        crossed += "<Note>\n";
        chain += "<Aa><Bb>";
        quotes += "<Aa a={\"\n";
    }
    for (int i = 0; i < 20000; ++i) crossed += "</Tip>\n";
    crossed += "<Tip>\n</Note>\n";
    for (const std::string& one : {text, crossed, chain, quotes}) parsed(one);
}
