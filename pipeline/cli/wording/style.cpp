// SPDX-License-Identifier: Apache-2.0
// What the style stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_style() {
    static constexpr Wording table[] = {
        {"sheet-unknown", "没有名为 {0} 的样式", "相近的样式：{1}；自有样式放在 styles/ 下", "there is no style {0}",
         "nearest: {1}; a style of your own goes into styles/"},
        {"sheet-circle", "样式 {0} 的 extends 互相引用或层数太多", "请去掉其中一个 extends", "style {0} extends itself or too many others",
         "remove one of the extends"},
        {"sheet-key", "样式中没有属性 {0}", "相近的属性：{1}；见 styles/README.md", "a style has no property {0}",
         "nearest: {1}; see styles/README.md"},
        {"sheet-value", "样式属性 {0} 的值 {1} 无法识别", "可用的值：{2}", "style property {0} cannot be {1}", "it may be: {2}"},
        {"sheet-value-near", "样式属性 {0} 的值 {1} 无法识别", "是否应为 {3}？可用的值：{2}", "style property {0} cannot be {1}", "did you mean {3}? It may be: {2}"},
        {"heading-skipped", "标题从上一级直接跳到第 {0} 级，按第 {1} 级编排", "请逐级使用标题", "heading skips to level {0}; set as level {1}",
         "use one level after the other"},
        {"alternative-missing", "图片 {0} 没有说明文字", "在 ![ ] 的方括号里写一句话，供看不见图的读者使用", "image {0} has no description",
         "write one into the brackets of ![ ] for readers who cannot see it"},
        {"contents-replaced", "手写的目录由带页码的目录代替", "元数据中写 目录: 否 则照原样保留",
         "the contents typed as a list give way to those with page numbers", "toc: false keeps the list"},
        {"title-missing", "报告没有题名，暂用 {0}", "在文首写 title: 或第一个一级标题", "the report has no title; {0} is used",
         "give title: in the front matter, or a first heading"},
        {"date-missing", "报告没有日期", "在文首写 date: 2024-03-05", "the report has no date", "give date: 2024-03-05 in the front matter"},
        {"date-unclear", "日期 {0} 无法识别", "请写成 2024-03-05 或 2024年3月5日", "the date {0} is not understood",
         "write it as 2024-03-05"},
        {"comment-published", "这条注释会随源文一起附在 PDF 里公开", "删去注释，或设 attach: none", "this comment will be published with the attached source",
         "remove it, or set attach: none"},
        {"official-missing", "公文缺少{0}", "在文首写上“{0}:”；不是正式公文的，删去发文机关标志", "the official document has no {0}",
         "give it in the front matter; a paper that is not issued has no issuing-mark"},
        {"official-number", "发文字号 {0} 不合格式", "应为机关代字、六角括号中的四位年份和不带“第”、不编虚位的序号，如 云档发〔2024〕21号（GB/T 9704 7.2.5）",
         "document number {0} is not in the standard's form", "write the organ's code, the year in 〔〕 and the number without 第 or leading zeros, as 云档发〔2024〕21号 (GB/T 9704 7.2.5)"},
        {"official-copy-number", "份号 {0} 不是六位数字", "写成加引号的六位阿拉伯数字，如 '000012'（GB/T 9704 7.2.1）", "copy number {0} is not six digits",
         "write six digits in quotes, as '000012' (GB/T 9704 7.2.1)"},
        {"official-urgency", "紧急程度 {0} 不在规定之内", "应为 特急 或 加急；电报为 特提、特急、加急、平急", "urgency {0} is not one of the standard's",
         "it is 特急 or 加急; for telegrams 特提, 特急, 加急 or 平急"},
        {"official-date", "{0} {1} 没有写全年、月、日", "写成 2024年9月6日 或 2024-09-06（GB/T 9704 7.3.5.4）", "{0} {1} lacks year, month or day",
         "write it as 2024年9月6日 or 2024-09-06 (GB/T 9704 7.3.5.4)"},
        {"official-appendix-unlisted", "附件“{0}”没有写进附件说明", "在文首的 附件说明: 中按顺序列出（GB/T 9704 7.3.7）", "appendix {0} is not among the attachments",
         "list it in its order in attachments: of the front matter (GB/T 9704 7.3.7)"},
        {"official-appendix-title", "附件标题“{0}”与附件说明中的“{1}”不一致", "两处应当一致（GB/T 9704 7.3.7）", "the appendix is called {0} here and {1} among the attachments",
         "both must agree (GB/T 9704 7.3.7)"},
        {"official-addressee-moved", "主送机关过多，首页将显示不出正文，已移到版记", "不需改动（GB/T 9704 7.3.2）", "so many addressees would push the text off page 1: they stand in the imprint",
         "nothing to do (GB/T 9704 7.3.2)"},
        {"reference-unknown", "引用 {0} 没有对应的目标", "请检查图、表或标题的 {#标识}", "reference {0} points to nothing",
         "check the {#id} of the figure, table or heading"},
    };
    return table;
}

}  // namespace hanqing
