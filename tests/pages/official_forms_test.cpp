// SPDX-License-Identifier: Apache-2.0
// Joint and upward documents, letters, orders and minutes measured on the finished pages, clause by clause of
// GB/T 9704-2012. A text's place is its em box: upper edge 0.88 of the size above the baseline.
#include "issued.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace hanqing;
using namespace hanqing::issued;

TEST_CASE("official: several organs spread to one width, 文件 in the middle beside them (7.2.4)") {
    const Issued one("发文机关标志: [云岭省档案局, 云岭省财政厅文件]\n发文字号: 云档发〔2024〕21号\n");
    const auto& all = one.characters[0];
    std::vector<FoundText> names;
    for (const char* name : {"云岭省档案局", "云岭省财政厅"}) {
        const auto found = one.find(name);
        REQUIRE(found);
        names.push_back(*found);
    }
    const auto suffix = one.find("文件"), number = one.find("云档发");
    REQUIRE((suffix && number));
    NEAR(names[0].top, head + 35 * mm);
    NEAR(names[0].x, names[1].x);
    NEAR(names[0].end, names[1].end);
    NEAR((suffix->top + suffix->bottom) / 2, (names[0].top + names[1].bottom) / 2);
    CHECK(suffix->x > names[0].end);
    NEAR((names[0].x + suffix->end) / 2, (left + right) / 2);
    NEAR(number->top, names[1].bottom + 2 * line);
    CHECK(!all.empty());
}

TEST_CASE(
    "official: upward documents have the number left, the signers right, both on one line (7.2.5, 7.2.6)") {
    const Issued one("发文机关标志: 甲局文件\n发文字号: 甲发〔2024〕3号\n签发人: [张三某, 李四某, 王五某]\n");
    const auto label = one.find("签发人："), number = one.find("甲发〔2024〕3号"), a = one.find("张三某"),
               b = one.find("李四某"), c = one.find("王五某"), mark = one.find("甲局文件");
    REQUIRE((label && number && a && b && c && mark));
    NEAR(label->top, mark->bottom + 2 * line);
    NEAR(b->end, right - em);
    NEAR(c->x, a->x);
    NEAR(c->top, a->top + line);
    NEAR(number->x, left + em);
    NEAR(number->top, c->top);
    CHECK(a->face.find("Kai") != std::string::npos);
    CHECK(label->face.find("Fang") != std::string::npos);
}

TEST_CASE("official: letters have their mark 30 mm from the sheet's head between two double rules (10.1)") {
    const Issued one(
        "格式: 信函\n发文机关标志: 云岭省档案局\n发文字号: 云档函〔2024〕5号\n份号: '000012'\n密级: "
        "秘密★1年\n"
        "署名: 云岭省档案局\n抄送机关: 省财政厅\n印发机关: 办公室\n",
        paragraphs(8));
    const auto mark = one.find("云岭省档案局"), number = one.find("云档函〔2024〕5号"),
               copy = one.find("000012");
    REQUIRE((mark && number && copy));
    NEAR(mark->top, 30 * mm);
    const std::vector<FoundRule> rules = one.rules(0);
    REQUIRE(rules.size() >= 4);
    for (std::size_t i = 0; i < 4; ++i) {
        NEAR(rules[i].width, 170 * mm);
        NEAR(rules[i].x, 20 * mm);
        CHECK(is_red(rules[i].colour));
    }
    NEAR(rules[0].y, mark->bottom + 4 * mm);
    CHECK(rules[0].height > rules[1].height);  // 上粗下细
    CHECK(rules[2].height < rules[3].height);  // 上细下粗
    NEAR(rules[3].y + rules[3].height, (297 - 20) * mm);
    const double below = rules[1].y + rules[1].height;
    NEAR(copy->top, below + em * 7 / 8);
    NEAR(number->top, below + em * 7 / 8);
    NEAR(copy->x, left);
    NEAR(number->end, right);
    const auto title = one.find("云岭省档案局关于"), secret = one.find("秘密★1年");
    REQUIRE((title && secret));
    NEAR(title->top, secret->bottom + 2 * line);
    for (const FoundCharacter& c : one.characters[0]) CHECK(c.baseline < foot);  // no number on page 1
    const std::size_t last = one.pages.pages.size() - 1;
    CHECK(one.find("抄送：省财政厅。", last));
    CHECK_FALSE(one.find("办公室", last));
    CHECK(one.rules(last).size() == (last == 0 ? 4 : 0));
}

TEST_CASE("official: orders have their mark 20 mm below, number and text two lines below each (10.2)") {
    const Issued one(
        "格式: 命令\n发文机关标志: 云岭省人民政府令\n发文字号: 第12号\n签发人职务: 省长\n签名章: 甲乙丙\n",
        "现予公布。\n");
    const auto mark = one.find("云岭省人民政府令"), number = one.find("第12号"), text = one.find("现予公布");
    REQUIRE((mark && number && text));
    NEAR(mark->top, head + 20 * mm);
    NEAR(number->top, mark->bottom + 2 * line);
    NEAR(text->top, number->bottom + 2 * line);
    CHECK_FALSE(one.find("云岭省档案局关于"));
    CHECK_FALSE(one.noted("official-number"));
}

TEST_CASE("official: minutes name who was there, turned lines after the colon (10.3)") {
    const Issued one(
        "格式: 纪要\n发文机关标志: 云岭省档案局局务会议纪要\n发文字号: 第7期\n出席: [甲一一, 乙二二, 丙三三, "
        "丁四四, 戊五五, 己六六, 庚七七]\n请假: 辛八八\n");
    const auto mark = one.find("云岭省档案局局务会议纪要"), label = one.find("出席："),
               first = one.find("甲一一"), last = one.find("庚七七"), absent = one.find("请假："),
               text = one.find("现将有关事项");
    REQUIRE((mark && label && first && last && absent && text));
    NEAR(mark->top, head + 35 * mm);
    NEAR(label->top, text->top + 2 * line);
    NEAR(label->x, left + 2 * em);
    CHECK(label->face.find("Hei") != std::string::npos);
    CHECK(first->face.find("Fang") != std::string::npos);
    NEAR(first->x, left + 5 * em);
    CHECK(last->top > first->top);
    CHECK(one.find("己六六"));  // no name is cut
    CHECK(absent->top > last->top);
    CHECK_FALSE(one.find("2024年9月6日"));
}

TEST_CASE("official: addressees that would push the text off page 1 stand in the imprint (7.3.2)") {
    std::string many = "主送机关: 各市、州档案局";
    for (int i = 0; i < 40; ++i) many += "，第" + std::to_string(i) + "机关档案室";
    const Issued one("发文机关标志: 甲局文件\n发文字号: 甲发〔2024〕3号\n印发机关: 办公室\n" + many + "\n",
                     paragraphs(4));
    CHECK(one.noted("official-addressee-moved"));
    CHECK(one.find("各级档案馆应当", 0));
    const std::size_t last = one.pages.pages.size() - 1;
    CHECK(one.find("主送：", last));
}

TEST_CASE("official: elements that are unclear are named") {
    const Issued one(
        "发文机关标志: 甲局文件\n发文字号: 甲发[2024]03号\n份号: 12\n紧急程度: 很急\n印发日期: "
        "九月\n附件说明: 甲\n",
        "正文。\n\n# 附件1 乙\n\n# 附件2 丙\n");
    for (const char* id : {"official-number", "official-copy-number", "official-urgency", "official-date",
                           "official-missing", "official-appendix-title", "official-appendix-unlisted"}) {
        INFO(id);
        CHECK(one.noted(id));
    }
    for (const Note& note : one.notes.all())
        if (note.id == "official-number") CHECK(note.place.begin > 0);
    const Issued good(whole, "正文。\n\n# 附件1 档案安全检查要点\n\n# 附件2\n");
    for (const Note& note : good.notes.all()) CHECK(note.id.find("official") != 0);
}
