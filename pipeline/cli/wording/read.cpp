// SPDX-License-Identifier: Apache-2.0
// What the read stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_read() {
    static constexpr Wording table[] = {
        // The file itself.
        {"invalid-utf8", "第 {0} 字节（从 0 数起）处不是 UTF-8 文字", "看起来是 {1} 编码，请用编辑器另存为 UTF-8",
         "byte {0} (counted from 0) is not UTF-8", "it looks like {1}; save the file as UTF-8"},
        {"nul-byte", "第 {0} 字节处是空字符（NUL），这不像是文本文件", "请确认文件没有损坏", "byte {0} is NUL; this does not look like a text file",
         "make sure that the file is not damaged"},
        {"source-empty", "文件没有内容", "", "the file has no content", ""},
        {"source-too-large", "文件有 {0} 字节，上限为 {1}", "请分成几个文件", "the file has {0} bytes; the limit is {1}", "split it"},
        {"line-too-long", "这一行超过 {0} 字节", "请分行", "this line is longer than {0} bytes", "break it"},
        {"nesting-limit", "嵌套超过 {0} 层", "请减少引用、列表或强调的层次", "nested more than {0} deep", "use fewer levels of quotes, lists or emphasis"},
        {"table-columns", "表格有 {0} 列，上限为 {1}", "请把表格拆开", "the table has {0} columns; the limit is {1}", "split the table"},
        {"table-cells", "表格超过 {0} 格", "请把表格拆开", "the table has more than {0} cells", "split the table"},
        {"reference-limit", "引用式链接展开后超过 {0} MiB", "请缩短链接定义", "link definitions times their uses exceed {0} MiB", "shorten the definitions"},
        // Front matter, other YAML, CSV.
        {"front-matter-open", "开头的元数据没有结束", "请在元数据之后单独写一行 {0}", "the front matter at the top has no end", "end it with a line {0}"},
        {"yaml-fault", "YAML 写法有误（{0}）", "请检查这里的缩进、冒号和引号", "YAML fault ({0})", "check indentation, colons and quotes here"},
        {"yaml-tab", "缩进用了制表符（{0}）", "YAML 只许用空格缩进", "a tabulator in the indentation ({0})", "YAML is indented with blanks only"},
        {"yaml-colon", "值里又有冒号（{0}）", "请给整个值加引号，如 标题: \"甲: 乙\"", "a colon inside a value ({0})", "put the whole value in quotes, as in title: \"A: B\""},
        {"yaml-quote", "引号没有闭合（{0}）", "请补上引号", "a quotation mark is not closed ({0})", "close it"},
        {"yaml-duplicate-key", "“{0}”写了两次", "请删去一个", "{0} is given twice", "remove one"},
        {"yaml-anchor", "不支持 YAML 的锚与别名（{0}）", "请直接写出内容，或给以它开头的文字加引号", "YAML anchors and aliases are not supported ({0})",
         "write the content out, or quote text that begins with it"},
        {"yaml-tag", "不支持 YAML 的类型标记 {0}", "请删去，或给以 ! 开头的文字加引号", "the YAML tag {0} is not supported", "remove it, or quote text that begins with !"},
        {"yaml-limit", "YAML 内容过多或嵌套过深（上限 {0}）", "", "too much YAML, or nested too deep (limit {0})", ""},
        {"toml-fault", "看不懂的 TOML：{0}", "可写 key = \"值\"、数字、日期、true、false 和 [\"列表\"]", "TOML that is not understood: {0}",
         "it may be key = \"value\", a number, a date, true, false or [\"a list\"]"},
        {"toml-table", "TOML 的表 {0} 不起作用", "", "the TOML table {0} has no effect", ""},
        {"csv-encoding", "既不是 UTF-8 也不是 GB18030 文字", "请另存为“CSV UTF-8”", "neither UTF-8 nor GB18030", "save it as “CSV UTF-8”"},
        {"csv-quote-open", "引号没有闭合", "请检查这一格的双引号", "a quotation mark is not closed", "check the double quotes of this field"},
        {"csv-quote-inside", "闭合的引号之后还有文字", "格内的双引号要写两个", "text after a closing quotation mark", "a double quote inside a field is written twice"},
        {"csv-duplicate-column", "列名“{0}”出现了两次", "请改名或删去一列", "the column {0} occurs twice", "rename or remove one"},
        {"csv-too-many-fields", "“{0}”没有列名", "这一行的格数多于表头，请检查逗号和引号", "{0} has no column", "the row has more fields than the head; check commas and quotes"},
        // Metadata.
        {"unknown-key", "不认识的元数据“{0}”", "是否指“{1}”？", "unknown key {0}", "did you mean {1}?"},
        {"key-twice", "“{0}”与前面的“{1}”是同一项，不起作用", "请删去一个", "{0} is the same as {1} above and has no effect", "remove one"},
        {"site-keys", "{0} 是别的工具用的键，不起作用", "", "{0}: keys of other tools have no effect", ""},
        {"style-css", "“{0}”的值是 CSS，不起作用，仍用默认样式", "这里写样式名，如 report", "{0} holds CSS, which has no effect; the default style is used",
         "it takes the name of a style, like report"},
        {"bad-value", "“{0}”的值“{1}”看不懂", "可以写：{2}", "{0} has the value {1}, which is not understood", "it may be: {2}"},
        // Text.
        {"underscore-emphasis", "汉字旁的“__”不表示加粗，按原样显示", "请改用 **", "“__” beside Han is not strong and is shown as it is", "use **"},
        {"emphasis-limit", "一段之内的 * 和 _ 超过 {0} 处，之后的按原样显示", "请分段", "more than {0} runs of * and _ in one paragraph; later ones are text",
         "break the paragraph"},
        {"footnote-unused", "脚注“{0}”没有被引用，按原样显示", "请在正文里写 [^{0}]，或删去这条脚注", "nothing refers to the footnote {0}; it is shown as source",
         "write [^{0}] in the text, or remove the footnote"},
        {"footnote-twice", "脚注“{0}”定义了两次，后一个按原样显示", "请改用另一个名称", "the footnote {0} is defined twice; the second is shown as source",
         "give it another label"},
        {"footnote-undefined", "脚注“{0}”没有定义，按原样显示", "请补上 [^{0}]: …", "the footnote {0} is not defined; its mark is shown as it is",
         "add [^{0}]: …"},
        {"id-twice", "标识 #{0} 用了两次", "请改名，否则引用会指到第一个", "the id #{0} is used twice", "rename one; references lead to the first"},
        {"table-row-too-long", "这一行的格数多于表头，多出的并入末格", "格内的竖线要写成 \\|", "this row has more cells than the head; the rest stays in the last cell",
         "a pipe inside a cell is written \\|"},
        {"table-delimiter", "分隔行有 {0} 格，表头有 {1} 格，不成表格，按原样显示", "每列写一个 ---，格数与表头相同",
         "the delimiter row has {0} cells, the head {1}; this is no table and shown as it is", "write one --- for each column of the head"},
        {"link-refused", "“{0}”不是可用的链接，只保留文字", "可用 http、https、mailto、tel", "{0} is no usable link; its text stays", "use http, https, mailto or tel"},
        {"link-too-long", "链接超过 {0} 字节，只保留文字", "请换用较短的地址", "a link is longer than {0} bytes; its text stays", "use a shorter address"},
        {"link-relative", "指向其他文件的链接（如 {0}）在 PDF 里无处可去，只保留文字", "", "links to other files (as {0}) lead nowhere in a PDF; their text stays", ""},
        // Shown as source or left out, each kind once.
        {"unsupported-math", "公式不排版，按 TeX 源码显示", "", "formulas are not typeset; their TeX source is shown", ""},
        {"unsupported-mermaid", "不支持 Mermaid 图，按源码显示", "请先导出为 SVG 再作为图片引用", "Mermaid diagrams are not supported; their source is shown",
         "export the diagram as SVG and use it as an image"},
        {"unsupported-template", "模板标记（{% … %}、{{ … }}）不会执行，按原样显示", "", "template tags ({% … %}, {{ … }}) are not run and shown as they are", ""},
        {"unsupported-citation", "文献引用（[@…]）不会换成书目，按原样显示", "请改为脚注，或先用 pandoc --citeproc 处理",
         "citations ([@…]) are not resolved and shown as typed", "use footnotes, or run pandoc --citeproc first"},
        {"embed-left-out", "嵌入的 {0} 不会排入，只保留它的名称", "请把内容写进来，或导出为图片", "what ![[{0}]] embeds is not set; its name stays",
         "write the content here, or export it as an image"},
        {"abbreviation-left-out", "缩写的定义（*[{0}]: …）不排", "需要时请在正文里写出全称", "definitions of abbreviations (*[{0}]: …) are left out",
         "write the words out where readers need them"},
        {"raw-left-out", "只写给 {0} 的内容（{={0}}）不排入正文", "若读者需要，请改用 Markdown 写", "what is written for {0} alone ({={0}}) is left out",
         "write it as Markdown if readers need it"},
        {"shortcode-left-out", "短代码（如 {0}）不会执行，标记不排，其间的文字保留", "请直接写出内容", "shortcodes (as {0}) are not run; their tags are left out, the text between them stays",
         "write out what they make"},
        {"callout-unpaired", "{0} 没有成对，按原样显示", "提示框以 ::: 开始和结束；!!! 与 ??? 下面的内容缩进四格", "{0} has no partner and is shown as it is",
         "a callout begins and ends with :::; what belongs to !!! and ??? is indented by four blanks"},
        {"html-unknown", "“{0}”不是 HTML 元素，按原样显示", "若本意是文字，请写成 `{0}` 或 &lt;", "{0} is no element of HTML and is shown as typed",
         "if it is meant as text, write `{0}` or &lt;"},
        {"html-ignored", "HTML 元素 <{0}> 不起作用，只保留其中的文字", "", "the HTML element <{0}> has no effect; its text stays", ""},
        {"mdx-code", "MDX 的 import、export 不会执行，不排入正文", "", "import and export of MDX are not run and left out", ""},
        {"html-media", "<{0}> 的内容（{1}）无法印在纸上", "需要时请写成链接", "what <{0}> shows ({1}) cannot be printed", "write a link where readers need it"},
        {"html-nesting", "HTML 嵌套超过 {0} 层，按源码显示", "请闭合各元素", "HTML nested more than {0} deep is shown as source", "close its elements"},
        // Pictures.
        {"image-missing", "找不到图片 {0}", "是否指 {1}？请检查路径和大小写", "image {0} is not found", "did you mean {1}? check path and case"},
        {"image-remote", "不会从网上读取图片 {0}", "请下载到文集里再引用", "image {0} is not fetched from the network", "download it into the collection"},
        {"image-outside", "图片 {0} 在文集之外，不予读取", "请复制到文集里再引用", "image {0} is outside the collection and is not read", "copy it into the collection"},
        {"image-unreadable", "图片 {0} 无法读取：{1}", "", "image {0} cannot be read: {1}", ""},
    };
    return table;
}

}  // namespace hanqing
