// SPDX-License-Identifier: Apache-2.0
// What a report says about itself.
#include "read/metadata.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace hanqing;

namespace {

struct Understood {
    Notes notes;
    Metadata metadata;
};
Understood understood(const std::vector<std::string>& nearest_first) {
    Understood result;
    std::vector<Record> records;
    for (const std::string& yaml : nearest_first)
        records.push_back(record_from_yaml(yaml, 0, 0, result.notes));
    std::vector<const Record*> pointers;
    for (const Record& record : records) pointers.push_back(&record);
    result.metadata = metadata_from(pointers, result.notes);
    return result;
}
Metadata of(const std::string& yaml) { return understood({yaml}).metadata; }

}  // namespace

TEST_CASE("dates: all forms that Chinese offices write") {
    for (const std::string text :
         {"2024-03-05", "2024/3/5", "2024.3.5", "2024年3月5日", "2024 年 3 月 5 日", "二〇二四年三月五日",
          "二○二四年三月五日", "二零二四年三月五日", "２０２４年３月５日", "20240305", "2024-03-05T10:00:00",
          "2024-03-05 10:00", "5 March 2024", "March 5, 2024", "2024년 3월 5일", "2024年3月5號"}) {
        INFO(text);
        const auto date = date_from_text(text);
        REQUIRE(date);
        CHECK(*date == Date{2024, 3, 5});
    }
    CHECK(date_from_text("二〇二四年十一月二十五日") == Date{2024, 11, 25});
    CHECK(date_from_text("二〇二四年十月三十日") == Date{2024, 10, 30});
    CHECK(date_from_text("二〇二四年十二月廿一日") == Date{2024, 12, 21});
    CHECK(date_from_text("2024年3月") == Date{2024, 3, 0});
    CHECK(date_from_text("2024-03") == Date{2024, 3, 0});
    CHECK(date_from_text("2024年") == Date{2024, 0, 0});
    CHECK(date_from_text("2024") == Date{2024, 0, 0});
}

TEST_CASE("metadata: a title's code is its words") {
    CHECK(of("title: 线上负载与 `ADD INDEX` 的影响").title == "线上负载与 ADD INDEX 的影响");
    CHECK(of("title: 一个 ` 号").title == "一个 ` 号");
}

TEST_CASE("dates: what is no day of the calendar is no date") {
    for (const std::string text :
         {"", "明天", "2024-13-01", "2024-02-30", "2023-02-29", "2024-00-01", "24-03-05", "2024-3-",
          "2024-3-5x", "20241301", "March", "5 Brumaire 2024", "12345"})
        CHECK_FALSE(date_from_text(text));
    CHECK(date_from_text("2024-02-29"));
}

TEST_CASE("dates: written out by language, without leading zeros in Chinese") {
    const Date date{2024, 3, 5};
    CHECK(date_text(date, Language::zh_hans) == "2024年3月5日");
    CHECK(date_text(date, Language::ja) == "2024年3月5日");
    CHECK(date_text(date, Language::ko) == "2024년 3월 5일");
    CHECK(date_text(date, Language::en) == "5 March 2024");
    CHECK(date_text({2024, 3, 0}, Language::zh_hant_tw) == "2024年3月");
    CHECK(iso_date(date) == "2024-03-05");
    CHECK(iso_date({2024, 3, 0}) == "2024-03");
    CHECK(iso_date({2024, 0, 0}) == "2024");
}

TEST_CASE("metadata: Chinese, English and pandoc names mean the same") {
    for (const std::string yaml :
         {"题名: 甲\n责任者: 张三、李四\n日期: 2024年3月5日\n文号: 〔2024〕1号\n档号: A-1\n全宗号: "
          "0012\n保管期限: 永久\n年度: 2024\n",
          "title: 甲\nauthor: [张三, 李四]\ndate: 2024-03-05\ndocument-number: 〔2024〕1号\nidentifier: "
          "A-1\nfonds: 0012\nretention: permanent\nyear: 2024\n",
          "Title: 甲\nauthor:\n- name: 张三\n  affiliation: x\n- 李四\ndate: 2024/3/5\ndocument_number: "
          "〔2024〕1号\n檔號: A-1\n全宗: 0012\nretention: 永久\n年份: 二〇二四\n"}) {
        const Understood result = understood({yaml});
        INFO(yaml);
        CHECK(result.notes.all().empty());
        const Metadata& m = result.metadata;
        CHECK(m.title == "甲");
        CHECK(m.authors == std::vector<std::string>{"张三", "李四"});
        CHECK(m.date == Date{2024, 3, 5});
        CHECK(m.document_number == "〔2024〕1号");
        CHECK(m.identifier == "A-1");
        CHECK(m.fonds == "0012");
        CHECK(m.retention == "永久");
        CHECK(m.year == 2024);
        CHECK(m.version == "1.0");
    }
    CHECK(of("author: Smith, John; Doe, Jane\n").authors ==
          std::vector<std::string>{"Smith, John", "Doe, Jane"});
}

TEST_CASE("metadata: the nearest record wins, key by key, and a key without a value says nothing") {
    const Metadata m =
        understood({"题名: 近\nversion:\n", "title: 远\nversion: '2.10'\n机构: 局\n"}).metadata;
    CHECK(m.title == "近");
    CHECK(m.version == "2.10");
    CHECK(m.organization == "局");
}

TEST_CASE("metadata: unknown keys are named once, with what may have been meant") {
    const Understood result = understood({"titel: x\n保管期: y\n完全不同: z\n", "titel: again\n"});
    REQUIRE(result.notes.all().size() == 3);
    CHECK(result.notes.all()[0].id == "unknown-key");
    CHECK(result.notes.all()[0].arguments == std::vector<std::string>{"titel", "title"});
    CHECK(result.notes.all()[1].arguments == std::vector<std::string>{"保管期", "保管期限"});
    CHECK(result.notes.all()[2].arguments == std::vector<std::string>{"完全不同", ""});
}

TEST_CASE("metadata: the same key under two names is a warning, the first holds") {
    const Understood result = understood({"题名: 甲\ntitle: 乙\n"});
    CHECK(result.metadata.title == "甲");
    REQUIRE(result.notes.all().size() == 1);
    CHECK(result.notes.all()[0].id == "key-twice");
}

TEST_CASE("metadata: values are understood or named") {
    const Metadata m = of(
        "lang: 繁体中文\n目录: 是\n封面: no\naccess: 内部\nsecrecy: 秘密★1年\nkeywords: 水、电；气\nattach: "
        "none\nrevisions: [{version: '1', 日期: 2024-01-01, 说明: 初}]\nnumbersections: true\n");
    CHECK(m.language == Language::zh_hant_tw);
    CHECK(m.toc == true);
    CHECK(m.cover == false);
    CHECK(m.access == "internal");
    CHECK(m.secrecy == "秘密★1年");
    CHECK(m.keywords == std::vector<std::string>{"水", "电", "气"});
    CHECK(m.attach == Attach::none);
    REQUIRE(m.revisions.size() == 1);
    CHECK(m.revisions[0].note == "初");
    CHECK(m.number_sections == true);
    for (const std::string yaml :
         {"year: 今年\n", "lang: '!'\n", "toc: 也许\n", "retention: 5年\n", "access: 谁都行\n",
          "secrecy: 很密\n", "attach: x\n", "title: [a, b]\n", "revisions: x\n", "形式: x\n公文形式: x\n"}) {
        const Understood result = understood({yaml});
        INFO(yaml);
        REQUIRE(!result.notes.all().empty());
        CHECK(result.notes.all().back().id == "bad-value");
        CHECK(result.notes.all().back().weight == Weight::warning);
    }
}

TEST_CASE("metadata: the elements of an official document") {
    const Metadata m =
        of("份号: '000001'\n紧急程度: 特急\n发文机关标志: 某局文件\n签发人: [甲, 乙]\n主送机关: "
           "各处\n附件说明: [一, 二]\n署名: 某局\n附注: 联系\n抄送机关: 某办\n印发机关: 办公室\n印发日期: "
           "2024年3月6日\n公文形式: 信函\n成文日期: 2024年3月5日\n");
    REQUIRE(m.element("copy-number") != nullptr);
    CHECK(m.element("copy-number")->front() == "000001");
    CHECK(m.element("signer")->size() == 2);
    CHECK(m.element("attachments")->at(1) == "二");
    CHECK(m.element("form")->front() == "letter");
    CHECK(m.element("printing-date")->front() == "2024年3月6日");
    CHECK(m.element("copy-to")->front() == "某办");
    CHECK(m.element("title") == nullptr);
    CHECK(m.date == Date{2024, 3, 5});
}

TEST_CASE("metadata: docs/metadata.md names every key and alias") {
    std::ifstream file(HANQING_ROOT "/docs/metadata.md");
    REQUIRE(file);
    std::stringstream content;
    content << file.rdbuf();
    const std::string doc = content.str();
    for (const KeyNames& key : known_keys()) {
        INFO(key.key);
        CHECK(doc.find("`" + std::string(key.key) + "`") != std::string::npos);
        std::istringstream aliases{std::string(key.aliases)};
        for (std::string alias; aliases >> alias;) {
            INFO(alias);
            CHECK(doc.find("`" + alias + "`") != std::string::npos);
        }
    }
}

TEST_CASE("dates: eras of the Republic of China and of Japan") {
    for (const std::string text :
         {"民國113年5月2日", "民国113年5月2日", "中華民國113年5月2日", "民國一一三年五月二日", "民國113.5.2",
          "民國 113 年 5 月 2 日", "令和6年5月2日", "令和６年５月２日"}) {
        INFO(text);
        CHECK(date_from_text(text) == Date{2024, 5, 2});
    }
    CHECK(date_from_text("民國一百一十三年五月二日") == Date{2024, 5, 2});
    CHECK(date_from_text("令和元年5月1日") == Date{2019, 5, 1});
    CHECK(date_from_text("平成31年4月30日") == Date{2019, 4, 30});
    CHECK(date_from_text("昭和64年1月7日") == Date{1989, 1, 7});
    CHECK(date_from_text("民國113年5月") == Date{2024, 5, 0});
    CHECK(date_from_text("民國99年") == Date{2010, 0, 0});
    for (const std::string text :
         {"民國113年2月30日", "民國", "民國年", "令和年5月2日", "令和6", "元年5月1日", "民國113年13月"})
        CHECK_FALSE(date_from_text(text));
}

TEST_CASE("metadata: an unclear date is kept as typed, for one warning where it is needed") {
    const Understood result = understood({"date: 下周\n"});
    CHECK(result.notes.all().empty());
    CHECK_FALSE(result.metadata.date);
    CHECK(result.metadata.date_text == "下周");
}

TEST_CASE("metadata: keys of site generators are one remark for all") {
    const Understood result = understood({"layout: post\ntitle: 甲\ntags: [a]\nnav_order: 1\n"});
    REQUIRE(result.notes.all().size() == 1);
    CHECK(result.notes.all()[0].id == "site-keys");
    CHECK(result.notes.all()[0].weight == Weight::remark);
    CHECK(result.notes.all()[0].arguments == std::vector<std::string>{"layout, tags, nav_order"});
}

TEST_CASE("metadata: keys of nobody are one warning a file, and no key is suggested for a longer word") {
    const Understood result = understood({"负责科室: 甲\ntitle: 乙\nfoobar: 丙\n"});
    REQUIRE(result.notes.all().size() == 1);
    CHECK(result.notes.all()[0].id == "unknown-key");
    CHECK(result.notes.all()[0].arguments == std::vector<std::string>{"负责科室, foobar", ""});
    CHECK(understood({"format: pdf\n"}).notes.all()[0].id == "site-keys");
    CHECK(understood({"formation: x\n"}).notes.all()[0].arguments[1].empty());
}

TEST_CASE("metadata: CSS is no style, and the default holds") {
    const Understood result = understood({"style: |\n  section {\n    color: red;\n  }\n", "style: book\n"});
    REQUIRE(result.notes.all().size() == 1);
    CHECK(result.notes.all()[0].id == "style-css");
    CHECK(result.notes.all()[0].weight == Weight::warning);
    CHECK(result.metadata.style == "book");
    CHECK(understood({"style: reprot\n"}).metadata.style == "reprot");
}
