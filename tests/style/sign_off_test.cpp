// SPDX-License-Identifier: Apache-2.0
// Who signs and when stands on the right; headings that their author centred are centred.
#include "applied.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

Align align_of(const Applied& one, const std::string& begins) {
    for (const Paragraph& paragraph : one.styled.paragraphs)
        if (paragraph.text.starts_with(begins)) return one.styled.paragraph_styles[paragraph.style].align;
    FAIL("no paragraph begins with " << begins);
    return {};
}

}  // namespace

TEST_CASE("sign-off: the body and the date at the end of a text are set to the right") {
    const Applied one = applied("# 公告\n\n因抢修停水。\n\n特此公告。\n\n云水县水利局\n2024年5月6日\n");
    CHECK(align_of(one, "云水县水利局") == Align::right);
    const Applied two =
        applied("# 公告\n\n因抢修停水。\n\n云水县水利局\n\n二〇二四年五月六日\n\n附件：名单\n");
    CHECK(align_of(two, "云水县水利局") == Align::right);
    CHECK(align_of(two, "二〇二四年") == Align::right);
    CHECK(align_of(two, "附件") != Align::right);
}

TEST_CASE("sign-off: dates and names amid a text stay where they are") {
    const Applied one = applied("# 纪要\n\n2024年5月6日\n\n会议开始。\n\n2024年5月7日\n\n会议结束。\n");
    CHECK(align_of(one, "2024年5月6日") == Align::centre);  // under the title
    const Applied white = applied("# 白皮书\n\n（2024年2月）\n\n新闻办公室\n\n## 前言\n\n文。\n\n[TOC]\n");
    CHECK(align_of(white, "新闻办公室") == Align::centre);
    const std::vector<std::string> all = texts(white.styled);
    CHECK(std::count(all.begin(), all.end(), "新闻办公室") == 1);
    CHECK(std::find(all.begin(), all.end(), "新闻办公室") < std::find(all.begin(), all.end(), "目　录"));
    CHECK(align_of(one, "2024年5月7日") != Align::right);
    const Applied two = applied("# 名单\n\n甲单位\n\n乙单位\n\n丙单位\n");
    CHECK(align_of(two, "乙单位") != Align::right);
}

TEST_CASE("headings: one that is centred by hand is centred") {
    const Applied one = applied("# 通知\n\n文。\n\n<h2 align=\"center\">应急预案</h2>\n\n文。\n\n## 其二\n");
    CHECK(align_of(one, "应急预案") == Align::centre);
    CHECK(align_of(one, "其二") != Align::centre);
}

TEST_CASE("names: no line ends inside of a name in a list of people") {
    const auto whole = [](const std::string& text) {
        const Applied one = applied("# 名单\n\n" + text + "\n");
        for (const Paragraph& paragraph : one.styled.paragraphs)
            if (paragraph.text.starts_with(text.substr(0, 9)))
                return one.styled.paragraph_styles[paragraph.style].whole_entries;
        return false;
    };
    CHECK(whole("司马南风　　刘　洋（女）　　孙　立　　欧阳修远　　王建国"));
    CHECK_FALSE(whole("各单位要高度重视　　压实责任　　做好工作"));
    CHECK_FALSE(whole("第一款　　第二款的规定适用于本办法"));
}
