// SPDX-License-Identifier: Apache-2.0
// Where a line may end (B1–B8, F3): asked of the breaks alone, and once of ICU as the outside oracle.
#include "support.hpp"

#include "lines/opportunities.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace hanqing {
namespace {

using namespace test;

/// The text with a bar at each place where a line may end.
std::string barred(Sample& sample, bool hyphens = true) {
    const Setting s = sample.setting();
    Cells all;
    compose(s, 0, static_cast<std::uint32_t>(s.shaped.glyphs.size()), all);
    std::string out;
    std::size_t at = 0;
    for (const Break& b : breaks_of(s, all, hyphens)) {
        const std::size_t byte = b.cell < all.cells.size() ? all.cells[b.cell].text : s.paragraph.text.size();
        out += s.paragraph.text.substr(at, byte - at);
        if (b.cell < all.cells.size()) out += b.by == Break::By::hyphen ? "-|" : "|";
        at = byte;
    }
    return out;
}
std::string barred(const std::string& text, Prohibition level = Prohibition::gb,
                   Language language = Language::zh_hans) {
    Sample sample;
    sample.language(language).text(text);
    sample.style.prohibition = level;
    return barred(sample);
}

bool may_break_at(Sample& sample, std::uint32_t byte) {
    const Setting s = sample.setting();
    Cells all;
    compose(s, 0, static_cast<std::uint32_t>(s.shaped.glyphs.size()), all);
    const std::vector<Break> breaks = breaks_of(s, all, false);
    return std::any_of(breaks.begin(), breaks.end(), [&](const Break& b) {
        return b.cell < all.cells.size() && all.cells[b.cell].text == byte;
    });
}

}  // namespace

TEST_CASE(
    "breaks: no stop, closing mark, connector or interpunct starts a line, no opening mark ends one (B2)") {
    for (const char* mark :
         {"，", "、", "。", "；", "：", "！", "？", "）", "》", "”", "’", "】", "〕", "」", "～", "·", "—"})
        for (const Prohibition level : {Prohibition::basic, Prohibition::gb, Prohibition::strict}) {
            INFO(mark);
            CHECK(barred(std::string("国") + mark + "国", level) == std::string("国") + mark + "|国");
        }
    for (const char* mark : {"（", "《", "“", "‘", "【", "〔", "「", "￥", "＃"})
        CHECK(barred(std::string("国") + mark + "国") == std::string("国|") + mark + "国");
}

TEST_CASE("breaks: the levels differ in the solidus, the dash and the ellipsis (B1, B3, B4)") {
    CHECK(barred("国／国", Prohibition::basic) == "国|／|国");
    CHECK(barred("国／国", Prohibition::gb) == "国／国");
    CHECK(barred("国——国", Prohibition::basic) == "国|——|国");
    CHECK(barred("国——国", Prohibition::gb) == "国|——|国");
    CHECK(barred("国——国", Prohibition::strict) == "国——|国");
    CHECK(barred("国……国", Prohibition::gb) == "国|……|国");
    CHECK(barred("国……国", Prohibition::strict) == "国……|国");
    CHECK(barred("国，。国（国", Prohibition::none) == "国|，|。|国|（|国");
}

TEST_CASE("breaks: between characters of the em square our table equals UAX 14 but for what is listed here") {
    const std::string marks[] = {"国", "，", "、", "。", "；", "：", "！", "？", "（", "）", "《",
                                 "》", "「", "」", "“",  "”",  "……", "——", "～", "·",  "％", "￥"};
    // Ours is stricter before ～ and · (B2), before ％ and after ￥ wherever they stand; looser before ……
    // (barred by the strict level only, B4) and after an interpunct.
    for (const std::string& a : marks)
        for (const std::string& b : marks) {
            const std::string text = "国" + a + b + "国";
            const auto at = static_cast<std::uint32_t>(3 + a.size());
            const auto icu = line_opportunities(text, Language::zh_hans);
            const bool by_icu = std::find(icu.begin(), icu.end(), at) != icu.end();
            Sample sample;
            sample.text(text);
            const bool ours = may_break_at(sample, at);
            const bool stricter = b == "～" || b == "·" || b == "％" || a == "￥";
            const bool looser = b == "……" || a == "·";
            INFO(a << b);
            if (!stricter && !looser) CHECK(ours == by_icu);
            if (stricter) CHECK(ours <= by_icu);
            if (looser && !stricter) CHECK(ours >= by_icu);
        }
}

TEST_CASE("breaks: numbers, units and their signs stay together (B7)") {
    CHECK(barred("约1,234.5元") == "约|1,234.5|元");
    CHECK(barred("占98.6%的") == "占|98.6%|的");
    CHECK(barred("约¥100元") == "约|¥100|元");
    CHECK(barred("温度25℃时") == "温|度|25℃|时");
    CHECK(barred("长5 km的") == "长|5 km|的");
    CHECK(barred("速度60km/h以") == "速|度|60km/h|以");
    CHECK(barred("符合PDF/A-2a要") == "符|合|PDF/A-2a|要");
    CHECK(barred("用C# 写") == "用|C# |写");
    CHECK(barred("见#3节") == "见|#3|节");
}

TEST_CASE("breaks: a typed blank inside a quantity is no place to break (B7)") {
    CHECK(barred("占98 %的") == "占|98 %|的");
    CHECK(barred("约¥ 100元") == "约|¥ 100|元");
    CHECK(barred("共10 000人") == "共|10 000|人");
    CHECK(barred("共1 234 567人") == "共|1 234 567|人");
    CHECK(barred("在2023 100人") == "在|2023 |100|人");  // a year and a count are two numbers
    CHECK(barred("见# 3节") == "见|# |3|节");
}

TEST_CASE("breaks: names that hold numbers are cut at their signs, numbers never (B7)") {
    CHECK(barred("约1,234,567.89元") == "约|1,234,567.89|元");
    CHECK(barred("于2024-03-05T10:20开") == "于|2024-03-05T10:20|开");
    CHECK(barred("见http://127.0.0.1:8080/a/index") == "见|http://|127.0.0.1:|8080/|a/|index");
}

TEST_CASE("breaks: signs after a word belong to it, before a number to that") {
    CHECK(barred("用C#语言") == "用|C#|语|言");
    CHECK(barred("约$100的") == "约|$100|的");
}

TEST_CASE("breaks: number and measure word, 第 and number part only when all else is worse") {
    const auto penalty = [](const std::string& text, std::uint32_t byte) {
        Sample sample;
        sample.text(text);
        const Setting s = sample.setting();
        Cells all;
        compose(s, 0, static_cast<std::uint32_t>(s.shaped.glyphs.size()), all);
        for (const Break& b : breaks_of(s, all, false))
            if (b.cell < all.cells.size() && all.cells[b.cell].text == byte) return b.penalty;
        return std::int32_t{-1};
    };
    CHECK(penalty("在2024年", 7) == penalty("第3章", 3));
    CHECK(penalty("在2024 年", 8) == penalty("在2024年", 7));  // a typed blank changes nothing (J5)
    CHECK(penalty("在2024年", 7) > penalty("在2024从", 7));
    CHECK(penalty("在2024年", 3) > 0);
    CHECK(penalty("国国", 3) == 0);
}

TEST_CASE("breaks: short names and capitals are cut only among the emergencies") {
    const auto emergencies = [](const std::string& text) {
        Sample sample;
        sample.text(text);
        const Setting s = sample.setting();
        Cells all;
        compose(s, 0, static_cast<std::uint32_t>(s.shaped.glyphs.size()), all);
        const std::vector<Break> plain = breaks_of(s, all, true);
        return with_emergencies(s, all, plain, ems(30).raw).size() - plain.size();
    };
    CHECK(emergencies("国HunDunDM国") == 2);
    CHECK(emergencies("国CORPORATION国") >= 1);
    CHECK(emergencies("国UNESCO国") == 0);
    CHECK(emergencies("国1,234国") == 0);
}

TEST_CASE("breaks: a note mark stays with its text and the stop after it never starts a line (F3)") {
    Sample sample;
    sample.text("国国").note("12").text("。国");
    CHECK(barred(sample) == "国|国12。|国");
    Sample formula;
    formula.text("水H").add({"2", false, false, true}).text("O和");
    CHECK(barred(formula) == "水|H2O|和");
}

TEST_CASE("breaks: curly quotation marks inside Latin are no place to break") {
    CHECK(barred("don’t go") == "don’t |go");
    CHECK(barred("国“abc”国") == "国|“abc”|国");
}

TEST_CASE("breaks: Japanese lines never start with small kana, prolonged sounds or repetition marks (B8)") {
    CHECK(barred("キャット", Prohibition::gb, Language::ja) == "キャッ|ト");
    CHECK(barred("データ", Prohibition::gb, Language::ja) == "デー|タ");
    CHECK(barred("人々が", Prohibition::gb, Language::ja) == "人々|が");
    CHECK(barred("ア・イ", Prohibition::gb, Language::ja) == "ア・|イ");
}

TEST_CASE("breaks: Korean breaks between words or between syllables, as asked") {
    CHECK(barred("대한민국은 민주공화국이다.", Prohibition::gb, Language::ko) ==
          "대한민국은 |민주공화국이다.");
    CHECK(barred("제75조제2항제16호ㆍ제21호", Prohibition::gb, Language::ko) ==
          "제75조|제2항|제16호ㆍ|제21호");
    Sample syllables;
    syllables.language(Language::ko).text("대한 민국");
    syllables.style.word_breaks_ko = false;
    CHECK(barred(syllables) == "대|한 |민|국");
}

TEST_CASE("breaks: addresses break after their signs, never inside a pair of them") {
    CHECK(barred("见https://a.example/path/to?x=1&y=2。") == "见|https://|a.|example/|path/|to?|x=|1&|y=2。");
    CHECK(barred("see www.example.org/a_long-name") == "see |www.|example.|org/|a_|long-|name");
}

TEST_CASE("breaks: words hyphenate by the patterns; capitals, names with digits and code do not") {
    CHECK(barred("typesetting") == "type-|set-|ting");
    CHECK(barred("UNESCO") == "UNESCO");
    CHECK(barred("version2beta") == "version2beta");
    Sample code;
    code.code("typesetting");
    CHECK(barred(code) == "typesetting");
    Sample off;
    off.text("typesetting");
    off.style.hyphenate = false;
    CHECK(barred(off) == "typesetting");
}

TEST_CASE("breaks: a soft hyphen asks for its hyphen, a zero-width space for nothing") {
    CHECK(barred("Donau\u00ADdampf").find("Donau\u00AD-|dampf") == 0);
    CHECK(barred("abc\u200Bdef") == "abc\u200B|def");
    CHECK(barred("abc\u00A0def") == "abc\u00A0def");
}

TEST_CASE("breaks: a run of ASCII without a break is cut rather than let out of the measure") {
    std::string run;
    for (int i = 0; i < 815; ++i) run += static_cast<char>('a' + i % 26);
    Sample sample;
    sample.text("国国" + run + "国国");
    sample.style.hyphenate = false;
    const Setting s = sample.setting();
    const BrokenParagraph broken = break_text(s, ems(20));
    for (const Line& line : broken.solutions[0].lines) {
        CHECK_FALSE(line.overfull);
        CHECK(line.set <= ems(20));
    }
}

TEST_CASE("breaks: code that wraps is cut at its signs where that costs little") {
    Sample sample;
    sample.code("std::vector<std::string> names = list_of_names(argument_one, argument_two);");
    sample.style.wrap_anywhere = true;
    sample.style.align = Align::left;
    const auto lines = broken_text(sample, ems(20));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "std::vector<std::string> names = list_of_");
}

TEST_CASE("breaks: a hard break ends its line whatever stands around it") {
    Sample sample;
    sample.text("国国\u2028国，国\u2028\u2028国");
    const auto lines = broken_text(sample, ems(20));
    CHECK(lines == std::vector<std::string>{"国国\u2028", "国，国\u2028", "\u2028", "国"});
}

}  // namespace hanqing
