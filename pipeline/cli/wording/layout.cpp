// SPDX-License-Identifier: Apache-2.0
// What `check --layout` says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_layout() {
    static constexpr Wording table[] = {
        {"layout-fault", "版面 {0}：{1}；第 {2} 页为 {3}，限 {4}", "",
         "layout {0}: {1}; on page {2} it is {3}, the limit {4}", ""},
        {"layout-head",
         "规则     检查数   不合        最差                      限值                    内容", "",
         "rule     tested failed        worst                     limit                   what", ""},
        {"layout-row", "{0} {1} {2} {3} {4} {5}  {6}{7}", "", "{0} {1} {2} {3} {4} {5}  {6}{7}", ""},
        {"layout-place", "（{0}:{1}，第 {2} 页）", "", " ({0}:{1}, page {2})", ""},
        {"layout-pass", "合  ", "", "pass  ", ""},
        {"layout-fail", "不合", "", "FAIL  ", ""},
        {"layout-advice", "供参", "", "advice", ""},
        {"layout-paragraphs", "正文段落 {0} 段", "", "{0} paragraphs of body text", ""},
        {"layout-P1", "版心宽为字号的整数倍", "", "the type area is a whole number of ems wide", ""},
        {"layout-P2", "行空为字高的 1/2 至 1 倍", "", "the gap between lines is 1/2 to 1 em", ""},
        {"layout-P3", "正文各行都在行格上", "", "every body line stands on the grid of lines", ""},
        {"layout-P5", "齐行的各行首尾都到版心边", "", "justified lines begin and end at the measure", ""},
        {"layout-P6", "一行不超过 40 字", "", "a line has at most 40 characters", ""},
        {"layout-area", "版心之外没有内容", "", "nothing stands outside the type area", ""},
        {"layout-fit", "没有超出行长的行", "", "no line is longer than its measure", ""},
        {"layout-B2", "避头尾（基本）", "", "no forbidden mark begins or ends a line (basic)", ""},
        {"layout-B3", "避头尾（国标）", "", "no forbidden mark begins or ends a line (GB)", ""},
        {"layout-B4", "避头尾（严格）", "", "no forbidden mark begins or ends a line (strict)", ""},
        {"layout-W2", "破折号、省略号不断开、无缝", "", "dashes and ellipses are whole and without a gap",
         ""},
        {"layout-M1", "行末标点占半字", "", "a mark at a line's end takes half an em", ""},
        {"layout-M2", "行首起括号左侧不留空", "", "an opening mark at a line's start has no blank before it",
         ""},
        {"layout-J2", "汉字间距不为负", "", "no gap between Han is negative", ""},
        {"layout-J3", "一行之内汉字间距相等", "", "gaps between Han are equal within a line", ""},
        {"layout-J4", "汉字与西文的间距为 1/8 至 1/2 字", "",
         "the gap between Han and Latin is 1/8 to 1/2 em", ""},
        {"layout-gap", "汉字间距不超过 1/10 字", "", "the gap between Han is at most 1/10 em", ""},
        {"layout-opened", "别的断行都不能免，才撑开汉字", "",
         "Han are opened further only where no other breaks would spare it", ""},
        {"layout-greedy", "断行不劣于逐行填满", "", "no paragraph is broken worse than by first fit", ""},
        {"layout-G3", "段末行不止一字（孤字）", "", "a paragraph's last line has two characters", ""},
        {"layout-G4", "页首没有段落末行，一页不止一行（孤行）", "",
         "no page begins with a paragraph's last line or holds one line alone", ""},
        {"layout-G6", "标题不落页末", "", "no heading ends a page", ""},
        {"layout-G8", "补白页没有内容", "", "blank pages are empty", ""},
        {"layout-F1", "脚注与注号同页", "", "a note begins on the page of its mark", ""},
        {"layout-F2", "脚注末行落在版心下边", "",
         "the last line of notes stands on the foot of the type area", ""},
        {"layout-T1", "表格转页重复表头", "", "a table's head stands on each of its pages", ""},
        {"layout-T2", "表题、表头与首行不分页", "", "caption, head and first row of a table are together",
         ""},
    };
    return table;
}

}  // namespace hanqing
