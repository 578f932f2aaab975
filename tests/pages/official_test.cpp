// SPDX-License-Identifier: Apache-2.0
// Official documents measured on the finished pages, clause by clause of GB/T 9704-2012. A text's place is
// its em box: upper edge 0.88 of the size above the baseline.
#include "issued.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace hanqing;
using namespace hanqing::issued;

TEST_CASE("official: the type area is 156 × 225 mm, 37 mm from the head and 28 mm from the spine (5.2)") {
    const Issued one(whole, paragraphs(20));
    REQUIRE(one.pages.pages.size() >= 3);
    for (std::size_t p = 0; p < one.pages.pages.size(); ++p) {
        const Rectangle& area = one.pages.pages[p].type_area;
        NEAR(in_points(area.width), 156 * mm);
        NEAR(in_points(area.height), 225 * mm);
        NEAR(in_points(area.corner.y), head);
        NEAR(in_points(area.corner.x), p % 2 == 0 ? left : 26 * mm);
    }
}

TEST_CASE("official: a page of text is 22 lines of 28 characters on the grid (5.2.3)") {
    const Issued one("", paragraphs(30));
    REQUIRE(one.pages.pages.size() >= 3);
    std::vector<double> tops;
    std::size_t widest = 0;
    double top = -1;
    std::size_t in_line = 0;
    for (const FoundCharacter& c : one.characters[1]) {
        if (std::abs(c.size - em) > 0.01) continue;  // the page number
        const double column = (c.x - 26 * mm) / em, row = (c.top - head) / line;
        CHECK(std::abs(column - std::round(column)) <= 0.5 + 1e-9);
        CHECK(std::abs(row - std::round(row)) * line / em <= 0.01);
        if (is_han(c.code)) CHECK(std::abs(column - std::round(column)) <= 0.01);
        if (std::abs(c.top - top) > 1) tops.push_back(top = c.top), in_line = 0;
        widest = std::max(widest, ++in_line);
    }
    CHECK(tops.size() == 22);
    CHECK(widest == 28);
    NEAR(tops.front(), head);
    CHECK(tops.back() + em <= foot);
}

TEST_CASE("official: copy number, secrecy and urgency stand in that order at the upper left (7.2.1-7.2.3)") {
    const Issued one(whole);
    const auto copy = one.find("000012"), secret = one.find("秘密★1年"), urgent = one.find("特急");
    REQUIRE((copy && secret && urgent));
    int k = 0;
    for (const auto& text : {copy, secret, urgent}) {
        NEAR(text->x, left);
        NEAR(text->top, head + line * k++);
        CHECK(text->size == Approx(em));
    }
    CHECK(secret->face.find("Hei") != std::string::npos);
    const Issued alone("密级: 机密★5年\n发文机关标志: 甲局文件\n");
    REQUIRE(alone.find("机密★5年"));
    NEAR(alone.find("机密★5年")->top, head + line);  // line 2 although there is no copy number
}

TEST_CASE("official: mark, number and red rule stand at their distances (7.2.4, 7.2.5, 7.2.7)") {
    const Issued one(whole);
    const auto mark = one.find("云岭省档案局文件"), number = one.find("云档发〔2024〕21号");
    REQUIRE((mark && number));
    CHECK(is_red(mark->colour));
    NEAR(mark->top, head + 35 * mm);
    NEAR((mark->x + mark->end) / 2, (left + right) / 2);
    NEAR(number->top, mark->bottom + 2 * line);
    NEAR((number->x + number->end) / 2, (left + right) / 2);
    bool found = false;
    for (const FoundRule& rule : one.rules(0)) {
        if (!is_red(rule.colour)) continue;
        found = true;
        NEAR(rule.x, left);
        NEAR(rule.width, 156 * mm);
        NEAR(rule.y, number->bottom + 4 * mm);
    }
    CHECK(found);
}

TEST_CASE(
    "official: title two lines below the rule, addressee a line below it, text on page 1 (7.3.1-7.3.3)") {
    const Issued one(whole);
    const auto title = one.find("云岭省档案局关于"), addressee = one.find("各市、州档案局"),
               text = one.find("为进一步");
    REQUIRE((title && addressee && text));
    double rule = 0;
    for (const FoundRule& r : one.rules(0))
        if (is_red(r.colour)) rule = r.y + r.height;
    NEAR(title->top, rule + 2 * line);
    CHECK(title->size == Approx(21));
    NEAR(addressee->x, left);
    CHECK(addressee->top - title->bottom >= line - tenth);
    CHECK(addressee->top - title->bottom <= line * 2);
    NEAR(text->top, addressee->top + line);
    NEAR(text->x, left + 2 * em);
    CHECK(one.find("省直各单位："));
}

TEST_CASE("official: headings have their faces, the indent and no line of their own kind (7.3.3)") {
    const Issued one(whole,
                     "## 一、检查范围\n\n文。\n\n### （一）库房安全\n\n文。\n\n#### 1.消防\n\n文。\n\n1. "
                     "提高认识。甲乙。\n\n   1. 丙丁。\n");
    const auto first = one.find("一、检查范围"), second = one.find("（一）库房安全"),
               third = one.find("1.消防");
    REQUIRE((first && second && third));
    CHECK(first->face.find("Hei") != std::string::npos);
    CHECK(second->face.find("Kai") != std::string::npos);
    CHECK(third->face.find("Fang") != std::string::npos);
    NEAR(first->x, left + 2 * em);
    CHECK(std::abs(second->x - (left + 2 * em)) <= em / 2);  // the bracket's face begins half an em in
    NEAR(second->top, first->top + 2 * line);
    const auto item = one.find("1.提高认识。"), inner = one.find("（1）丙丁。", 1);
    REQUIRE((item && inner));
    NEAR(item->x, left + 2 * em);
}

TEST_CASE("official: attachments a line below the text, turned lines under the name (7.3.4)") {
    const Issued one(whole + "用印: 不加盖印章\n");
    const auto text = one.find("现将有关事项"), label = one.find("附件：1."),
               first = one.find("档案安全检查要点"), number = one.find("2.", 0),
               second = one.find("档案安全隐患清单");
    REQUIRE((text && label && first && second && number));
    NEAR(label->top, text->top + 2 * line);
    NEAR(label->x, left + 2 * em);
    NEAR(first->x, left + 6 * em);
    NEAR(second->x, left + 6 * em);
    NEAR(second->top, first->top + line);
    const auto turned = one.find("人名单");
    REQUIRE(turned);
    CHECK(turned->top > second->top + line / 2);
}

TEST_CASE("official: sealed, the signature stands over the middle of the date four ems in (7.3.5.1)") {
    const Issued one("署名: 云岭省档案局\n");
    const auto signature = one.find("云岭省档案局", 0), date = one.find("2024年9月6日");
    REQUIRE(date);
    NEAR(date->end, right - 4 * em);
    FoundText last{};
    for (std::size_t i = 0; i < one.characters[0].size(); ++i)
        if (const FoundCharacter& c = one.characters[0][i]; c.code == U'云' && c.size < 16)
            last.x = c.x, last.top = c.top;
    NEAR(last.x + 3 * em, (date->x + date->end) / 2);
    NEAR(date->top, last.top + line);
    const auto text = one.find("现将有关事项");
    REQUIRE(text);
    // A seal of 42 mm whose middle lies just above that of both lines begins less than a line below the text.
    const double middle = (last.top + date->top + em) / 2;
    CHECK(middle - 21 * mm - (text->top + em) <= line + 3 * mm);
}

TEST_CASE("official: without a seal the date begins two ems right of the signature (7.3.5.2)") {
    const Issued one("署名: 云岭省档案事业发展局\n用印: 不加盖印章\n");
    const auto signature = one.find("云岭省档案事业发展局"), date = one.find("2024年9月6日"),
               text = one.find("现将有关事项");
    REQUIRE((signature && date && text));
    NEAR(signature->end, right - 2 * em);
    NEAR(date->x, signature->x + 2 * em);
    NEAR(signature->top, text->top + 2 * line);
    NEAR(date->top, signature->top + line);
    const Issued brief("署名: 甲局\n用印: 不加盖印章\n");
    const auto longer = brief.find("2024年9月6日"), shorter = brief.find("甲局");
    REQUIRE((longer && shorter));
    NEAR(longer->end, right - 2 * em);
    NEAR(shorter->x, longer->x - 2 * em);
}

TEST_CASE("official: a signer's stamp stands four ems in, the post two ems before it (7.3.5.3)") {
    const Issued one("签发人职务: 局长\n签名章: 甲乙丙\n");
    const auto post = one.find("局长"), stamp = one.find("甲乙丙"), date = one.find("2024年9月6日"),
               text = one.find("现将有关事项");
    REQUIRE((post && stamp && date && text));
    NEAR(stamp->end, right - 4 * em);
    NEAR(post->end, stamp->x - 2 * em);
    NEAR(stamp->top, text->top + 3 * line);
    NEAR(date->end, right - 4 * em);
    NEAR(date->top, stamp->top + 2 * line);
}

TEST_CASE("official: a date never stands on a page without text (7.3.5.5)") {
    for (int count = 1; count <= 14; ++count) {
        const Issued one("署名: 云岭省档案局\n附注: 此件公开发布\n", paragraphs(count));
        const std::size_t last = one.pages.pages.size() - 1;
        std::size_t page = last + 1;
        for (std::size_t p = 0; p <= last; ++p)
            if (one.find("2024年9月6日", p)) page = p;
        INFO(count);
        REQUIRE(page <= last);
        bool text = false;
        for (const FoundCharacter& c : one.characters[page])
            if (c.code == U'档' && std::abs(c.size - em) < 0.1 && c.x < left + 20 * em) text = true;
        CHECK(text);
        CHECK(one.find("（此件公开发布）", page));
    }
}

TEST_CASE("official: the imprint's last rule is on the foot of the type area of the last page (7.4)") {
    const Issued one(whole, paragraphs(8));
    const std::size_t last = one.pages.pages.size() - 1;
    const double side = last % 2 == 0 ? left : 26 * mm, small = 13.75;
    std::vector<FoundRule> rules = one.rules(last);
    REQUIRE(rules.size() == 3);
    for (const FoundRule& rule : rules) NEAR(rule.width, 156 * mm);
    for (const FoundRule& rule : rules) NEAR(rule.x, side);
    NEAR(rules[0].height, 0.35 * mm);
    NEAR(rules[1].height, 0.25 * mm);
    NEAR(rules[2].height, 0.35 * mm);
    CHECK(rules[1].height < rules[0].height);
    NEAR(rules[2].y + rules[2].height, foot);
    const auto copies = one.find("抄送：", last), organ = one.find("云岭省档案局办公室", last),
               date = one.find("2024年9月7日印发", last);
    REQUIRE((copies && organ && date));
    NEAR(copies->x, side + small);
    CHECK(copies->size == Approx(small));
    NEAR(organ->x, side + small);
    NEAR(date->end, side + 156 * mm - small);
    NEAR(date->top, organ->top);
    CHECK(one.find("省政府办公厅。", last));
}

TEST_CASE("official: page numbers stand 7 mm below the type area, one em in on the outer side (7.5)") {
    const Issued one("", paragraphs(20));
    REQUIRE(one.pages.pages.size() >= 2);
    for (std::size_t p = 0; p < 2; ++p) {
        double least = 1e9, most = 0, baseline = 0;
        for (const FoundCharacter& c : one.characters[p])
            if (c.code == U'—')
                least = std::min(least, c.x), most = std::max(most, c.x + c.size), baseline = c.baseline;
        REQUIRE(baseline > foot);
        CHECK(baseline - foot >= 8.3 * mm);
        CHECK(baseline - foot <= 9.2 * mm);
        if (p == 0) NEAR(most, right - 13.75);
        if (p == 1) NEAR(least, 26 * mm + 13.75);
    }
}

TEST_CASE("official: an appendix begins a page, its number on line 1, its title on line 3 (7.3.7)") {
    const Issued one(whole + "用印: 不加盖印章\n",
                     "正文。\n\n# 附件1 档案安全检查要点\n\n## 一、库房\n\n内容。\n\n# 附件2\n\n内容。\n");
    REQUIRE(one.pages.pages.size() == 3);
    const auto label = one.find("附件1", 1), title = one.find("档案安全检查要点", 1),
               heading = one.find("一、库房", 1);
    REQUIRE((label && title && heading));
    NEAR(label->top, head);
    NEAR(label->x, 26 * mm);
    CHECK(label->face.find("Hei") != std::string::npos);
    NEAR(title->top + title->size / 2, head + 2 * line + em / 2);
    NEAR((title->x + title->end) / 2, 26 * mm + 78 * mm);
    CHECK(heading->face.find("Hei") != std::string::npos);
    CHECK(one.find("档案安全隐患清单", 2));  // taken from the list
    CHECK(one.find("2024年9月6日", 0));      // the 落款 stands before the appendices…
    CHECK(one.find("抄送：", 2));            // …the 版记 behind them
    CHECK_FALSE(one.noted("official-appendix-title"));
}
