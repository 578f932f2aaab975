// SPDX-License-Identifier: Apache-2.0
// Tags of site generators on lines of their own.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("tags: what a pair of code tags holds is code, lines and all") {
    CHECK(described("甲\n{{< text bash >}}\n$ a <b>\n\n  *c*\n{{< /text >}}\n乙\n") ==
          "paragraph |甲|\ncode bash |$ a <b>\\n\\n  *c*|\nparagraph |乙|\n");
    CHECK(
        described("{{< highlight go \"linenos=table\" >}}\n// {{< x >}}\n{{< y >}}\n{{< /highlight >}}\n") ==
        "code go |// {{< x >}}\\n{{< y >}}|\n");
    CHECK(described("{% highlight ruby linenos %}\ndef foo\nend\n{% endhighlight %}\n") ==
          "code ruby |def foo\\nend|\n");
    CHECK(described("{% codeblock lang:js %}\nx\n{% endcodeblock %}\n") == "code js |x|\n");
    CHECK(described("1.  甲\n\n    {{< text bash >}}\n    $ a\n    {{< /text >}}\n\n1.  乙\n") ==
          "list ordered 1 loose\n  item\n    paragraph |甲|\n    code bash |$ a|\n  item\n    paragraph "
          "|乙|\n");
    CHECK(parsed("{% code %}\nx\n{% endcode %}\n").noted().empty());
}

TEST_CASE("tags: GitBook's code around a fence leaves the fence and its title") {
    CHECK(described("{% code title=\"a.js\" %}\n```js\nx\n```\n{% endcode %}\n") ==
          "paragraph |a.js|\ncode js |x|\n");
    CHECK(described("{% raw %}\n甲\n{% endraw %}\n") == "paragraph |甲|\n");
}

TEST_CASE("tags: callouts of Hugo, Hexo and GitBook") {
    CHECK(
        described("{{< note >}}\n甲**乙**\n\n- 丙\n{{< /note >}}\n后\n") ==
        "callout note\n  paragraph |甲<strong>乙</strong>|\n  list bullets\n    item\n      paragraph |丙|\n"
        "paragraph |后|\n");
    CHECK(described("{{% alert title=\"注意\" color=\"warning\" %}}\n甲\n{{% /alert %}}\n") ==
          "callout warning |注意|\n  paragraph |甲|\n");
    CHECK(described("{% hint style=\"info\" %}\n甲\n{% endhint %}\n") == "callout info\n  paragraph |甲|\n");
    CHECK(described("{% note warning %}\n甲\n{% endnote %}\n") == "callout warning\n  paragraph |甲|\n");
    CHECK(described("{% note primary no-icon 题目 %}\n甲\n{% endnote %}\n") ==
          "callout note |题目|\n  paragraph |甲|\n");
    CHECK(described("{{< tip >}}\n{{< note >}}\n甲\n{{< /note >}}\n{{< /tip >}}\n") ==
          "callout tip\n  callout note\n    paragraph |甲|\n");
}

TEST_CASE("tags: figures and page breaks stand for themselves") {
    CHECK(
        described(
            "甲\n{{< figure src=\"a.png\" title=\"助餐点\" caption=\"来源：A&B\" width=\"60%\" >}}\n乙\n") ==
        "paragraph |甲|\nparagraph |<image a.png \"\" {width=60%}></image>|\n"
        "paragraph caption |助餐点⏎来源：A&B|\nparagraph |乙|\n");
    CHECK(described("甲\n\n{{< pagebreak >}}\n\n乙\n") == "paragraph |甲|\npage-break\nparagraph |乙|\n");
}

TEST_CASE("tags: other shortcodes go, with one note, and what they hold stays") {
    const Parsed result = parsed("{{<table \"striped\">}}\n|a|\n|-|\n|1|\n{{</table>}}\n{{< toc >}}\n乙\n");
    CHECK(result.described() ==
          "table 1\n  row header\n    cell 0 header |a|\n  row\n    cell 0 |1|\nparagraph |乙|\n");
    CHECK(result.noted() == std::vector<std::string>{"shortcode-left-out"});
}

TEST_CASE("tags: one that names a file with text shows the reader where that is missing") {
    CHECK(parsed("{{< include _a.qmd >}}\n").noted() == std::vector<std::string>{"unsupported-template"});
}

TEST_CASE("tags: tabs follow one another below their titles") {
    const std::string tabs =
        "paragraph |<strong>甲</strong>|\nparagraph |一|\nparagraph |<strong>乙</strong>|\nparagraph |二|\n";
    CHECK(described("{% tabs %}\n{% tab title=\"甲\" %}\n一\n{% endtab %}\n\n{% tab title=\"乙\" %}\n二\n{% "
                    "endtab %}\n"
                    "{% endtabs %}\n") == tabs);
    CHECK(described("{{< tabs \"id\" >}}\n{{< tab \"甲\" >}}\n一\n{{< /tab >}}\n{{< tab \"乙\" >}}\n二\n{{< "
                    "/tab >}}\n"
                    "{{< /tabs >}}\n") == tabs);
    CHECK(parsed("{% tabs %}\n{% tab title=\"甲\" %}\n一\n{% endtab %}\n{% endtabs %}\n").noted().empty());
}

TEST_CASE("tags: Notion's <aside> is a callout of Markdown") {
    CHECK(
        described("<aside>\n💡 见 **甲**：\n- 一\n- 二\n\n</aside>\n后\n") ==
        "callout\n  paragraph |💡 见 <strong>甲</strong>：|\n  list bullets\n    item\n      paragraph |一|\n"
        "    item\n      paragraph |二|\nparagraph |后|\n");
    CHECK(described("<aside>\n甲\n") == "paragraph |甲|\n");
}

TEST_CASE("tags: one alone is shown as typed and joins nobody") {
    const Parsed result = parsed("甲\n{{< button \"下载\" >}}\n乙\n{% include x %}\n{% note %}\n丙\n");
    CHECK(result.described() ==
          "paragraph |甲|\nparagraph |<code>{{< button \"下载\" >}}</code>|\nparagraph |乙|\n"
          "paragraph |<code>{% include x %}</code>|\nparagraph |<code>{% note %}</code>|\nparagraph |丙|\n");
    CHECK(result.noted() == std::vector<std::string>{"unsupported-template"});
    CHECK(described("甲{{< x >}}\n乙\n") == "paragraph |甲<code>{{< x >}}</code> 乙|\n");
    CHECK(described("| 甲 |\n|---|\n| 1 |\n{{ x }}\n").find("paragraph |<code>{{ x }}</code>|") !=
          std::string::npos);
}

TEST_CASE("tags: code blocks keep what looks like one") {
    CHECK(described("```\n{{< note >}}\n{{< /note >}}\n```\n") == "code |{{< note >}}\\n{{< /note >}}|\n");
    CHECK(described("甲\n\n    {{< note >}}\n    x\n    {{< /note >}}\n") ==
          "paragraph |甲|\ncode |{{< note >}}\\nx\\n{{< /note >}}|\n");
}

TEST_CASE("tags: many that open and never close take no long time") {
    std::string text;
    for (int i = 0; i < 50000; ++i) text += "{{< note >}}\n{% highlight a %}\n";
    CHECK(parsed(text).document.blocks.size() == 100000);
}
