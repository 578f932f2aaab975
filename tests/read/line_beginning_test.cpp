// SPDX-License-Identifier: Apache-2.0
// Line ends that their authors meant, and those that only wrap.
#include "parsed.hpp"

#include "read/line_beginning.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace hanqing;

namespace {

/// The words, with ⏎ for a hard break.
std::string lined(const std::string& markdown) {
    std::string text = parsed(markdown).text();
    for (std::size_t at = text.find("\xE2\x80\xA8"); at != std::string::npos;
         at = text.find("\xE2\x80\xA8", at))
        text.replace(at, 3, "⏎");
    return text;
}

}  // namespace

TEST_CASE("line beginnings: labels, numbers, bullets and indents keep their line") {
    CHECK(lined("状态: 进行中\n负责人: 张三, 李四\n日期: 2024年") ==
          "状态: 进行中⏎负责人: 张三, 李四⏎日期: 2024年");
    CHECK(lined("時間：上午\n地點：本府\n主席：某人") == "時間：上午⏎地點：本府⏎主席：某人");
    CHECK(lined("**发送：**市政府。\n**抄送：**市委。") == "发送：市政府。⏎抄送：市委。");
    CHECK(lined("**状态**: 进行中\n**负责人**: 张三") == "状态: 进行中⏎负责人: 张三");
    CHECK(lined("步骤如下：\n1、甲\n2、乙") == "步骤如下：⏎1、甲⏎2、乙");
    CHECK(lined("决议：\n（一）同意。\n（二）研究。") == "决议：⏎（一）同意。⏎（二）研究。");
    CHECK(lined("[1] 甲. 2024.\n[2] 乙. 2024.") == "[1] 甲. 2024.⏎[2] 乙. 2024.");
    CHECK(lined("○ 甲\n○ 乙\n□ 丙") == "○ 甲⏎○ 乙⏎□ 丙");
    CHECK(lined("　吾輩は猫である。\n　名前はまだ無い。") == "吾輩は猫である。⏎名前はまだ無い。");
}

TEST_CASE("line beginnings: articles, days, letters, dashes, signatures and bold lines keep theirs") {
    CHECK(lined("第一章　公告\n第二章　须知") == "第一章　公告⏎第二章　须知");
    CHECK(lined("变化如下：\n——甲；\n——乙。") == "变化如下：⏎——甲；⏎——乙。");
    CHECK(lined("A.1 采样点。\nA.1.1 每日：\na) pH；\nb) 浊度。") ==
          "A.1 采样点。⏎A.1.1 每日：⏎a) pH；⏎b) 浊度。");
    CHECK(lined("5月3日　解放县城。\n5月12日　成立。") == "5月3日　解放县城。⏎5月12日　成立。");
    CHECK(lined("投标人（盖章）：________\n法定代表人：________") ==
          "投标人（盖章）：________⏎法定代表人：________");
    CHECK(lined("**第1条（目的）**\nこの規則は、目的を定める。") ==
          "第1条（目的）⏎この規則は、目的を定める。");
}

TEST_CASE("line beginnings: dates, leaders, letters, terms and sources keep theirs") {
    CHECK(lined("云水县水利局\n2024年5月6日") == "云水县水利局⏎2024年5月6日");
    CHECK(lined("特此公告。\n云水县水利局办公室\n二〇二四年五月") ==
          "特此公告。⏎云水县水利局办公室⏎二〇二四年五月");
    CHECK(lined("前言………………Ⅱ\n1 范围………………1") == "前言………………Ⅱ⏎1 范围………………1");
    CHECK(lined("概况 ........ 12\n正文") == "概况 ........ 12⏎正文");
    CHECK(lined("正文列举如下：\n(a) 甲；\n(b) 乙；及\n(iv) 丙。") ==
          "正文列举如下：⏎(a) 甲；⏎(b) 乙；及⏎(iv) 丙。");
    CHECK(lined("a. Basis. Costs.\nb. Funds.") == "a. Basis. Costs.⏎b. Funds.");
    CHECK(lined("가. 기간\n나. 위원\n다. 범위") == "가. 기간⏎나. 위원⏎다. 범위");
    CHECK(lined("제1조(시행일) 시행한다.\n제2조(경과조치) 본다.") ==
          "제1조(시행일) 시행한다.⏎제2조(경과조치) 본다.");
    CHECK(lined("3.1\n**污水** sewage") == "3.1⏎污水 sewage");
    CHECK(lined("其中：\n1）甲；\n2）乙。") == "其中：⏎1）甲；⏎2）乙。");
    CHECK(lined("式中：\nQ ——流量；\nh ——水深。\n注1：略。") == "式中：⏎Q ——流量；⏎h ——水深。⏎注1：略。");
    CHECK(lined("图2　生产总值\n数据来源：统计局") == "图2　生产总值⏎数据来源：统计局");
}

TEST_CASE("line beginnings: the items behind a label stand below one another, however they are typed") {
    CHECK(lined("附件：1．甲\n　　　2．乙\n　　　3．丙") == "附件：1．甲⏎　　　2．乙⏎　　　3．丙");
    CHECK(lined("附件：1. 甲\n      2. 乙") == "附件：1. 甲⏎　　　2. 乙");
    CHECK(lined("　　附件：1．甲\n　　　　　2．乙") == "附件：1．甲⏎　　　2．乙");
}

TEST_CASE("line beginnings: verse, spread words and placed lines are lines throughout") {
    CHECK(lined("白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。") ==
          "白日依山尽，黄河入海流。⏎欲穷千里目，更上一层楼。");
    CHECK(lined("時　　間　上午\n地　　點　本院\n出席委員　某人") ==
          "時　　間　上午⏎地　　點　本院⏎出席委員　某人");
    CHECK(lined("　　　　　　　　　　审　判　长　　赵　某\n　　　　　　　　　　书　记　员　　吴　某") ==
          "　　　　　　　　审　判　长　　赵　某⏎　　　　　　　　书　记　员　　吴　某");
    CHECK(lined("噫吁嚱！<br>\n蜀道之难！") == "噫吁嚱！⏎蜀道之难！");
    CHECK(lined("根据<u>      </u>项目") == "根据　　　项目");
    CHECK(described("甲。\n\n____________\n某人\n").find("rule") == std::string::npos);
    CHECK(described("甲。\n\n\\pagebreak\n\n乙。\n") == "paragraph |甲。|\npage-break\nparagraph |乙。|\n");
    CHECK(described("见 [](https://example.cn)。").find(">https://example.cn<") != std::string::npos);
}

TEST_CASE("line beginnings: wrapped text is joined as before") {
    CHECK(lined("the rate of\n3.1 percent, as\na. was said") == "the rate of 3.1 percent, as a. was said");
    CHECK(lined("截至\n2024年5月6日，共收到") == "截至 2024年5月6日，共收到");
    CHECK(lined("会议听取了\n云水县水利局") == "会议听取了云水县水利局");
    const std::string half =
        "吾輩は猫である名前はまだ無いどこで生れたか頓と見当がつかぬ何でも薄暗いじめ";  // 36 Han
    CHECK(lined("　" + half + "\nじめした所で泣いていた。\n　吾輩はここで始めて人間を見た。") ==
          half + "じめした所で泣いていた。⏎吾輩はここで始めて人間を見た。");
    for (const std::string text : {"依照第三条第\n（一）项的规定",
                                   "那么该选取哪种序列搜索策略呢？\n如果精度最重要，则显然是穷举搜索。",
                                   "这是一段很长的文字，\n其中：甲", "As we said before,\nnote: this is text",
                                   "接近1时，\n我们恢复一个如 :eqref", "比例为\n3：2", "见附录\n[1] 所列"})
        CHECK(lined(text).find("⏎") == std::string::npos);
}

TEST_CASE("line beginnings: an indent typed on a later line counts from that of the first") {
    CHECK(lined("　　附件：1．清单\n　　　　　2．分工表") == "附件：1．清单⏎　　　2．分工表");
    CHECK(lined("　　　　　關關雎鳩，\n　　　　　窈窕淑女。") == "關關雎鳩，⏎窈窕淑女。");
    CHECK(lined("公布：甲  \n　　版本：乙") == "公布：甲⏎版本：乙");
}

TEST_CASE("line beginnings: levels of items typed by indents stay, from two ems on") {
    CHECK(lined("　　一、甲") == "一、甲");
    CHECK(lined("　　　(一)甲") == "　(一)甲");
    CHECK(lined("　　　　1、甲") == "　　1、甲");
    CHECK(lined("　　　　甲") == "甲");
}

TEST_CASE("line beginnings: blanks to be filled in stay") {
    CHECK(described("总价______________元（￥__________）。") ==
          "paragraph |总价______________元（￥__________）。|\n");
    CHECK(described("姓名：___性别：___") == "paragraph |姓名：___性别：___|\n");
    CHECK(described("___\n") == "rule\n");
    CHECK(described("__strong__ ___both___").find("<strong>") != std::string::npos);
    CHECK(described("乙方：<u>　　　</u>") == "paragraph |乙方：<underline>　　　</underline>|\n");
    CHECK(described("<u>　　</u>元") == "paragraph |<underline>　　</underline>元|\n");
}

TEST_CASE("line beginnings: indents of cells of HTML are kept, whatever blank they are typed with") {
    const std::string table =
        "<table><tr><td>　城镇</td></tr><tr><td>&emsp;&emsp;乡村</td></tr><tr><td>&nbsp;&nbsp;其他</td></"
        "tr></table>";
    const std::string cells = described(table);
    CHECK(cells.find("|　城镇|") != std::string::npos);
    CHECK(cells.find("|　　乡村|") != std::string::npos);
    CHECK(cells.find("|　其他|") != std::string::npos);
}
