// SPDX-License-Identifier: Apache-2.0
// What the commands themselves say, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_cli() {
    static constexpr Wording table[] = {
        {"label-error", "错误", "", "error", ""},
        {"label-warning", "警告", "", "warning", ""},
        {"label-remark", "提示", "", "remark", ""},
        {"more-of-a-name", "另有 {0} 处同类未列出 [{1}]；加 -v 全部列出", "", "{0} more of this kind not shown [{1}]; -v shows all", ""},
        {"progress", "正在生成：{0}/{1} 份，{2} 页，每秒 {3} 页，约剩 {4}", "", "making {0} of {1} reports, {2} pages, {3} pages/s, {4} left", ""},
        // results
        {"rendered", "已写入 {0}（{1} 页）", "", "wrote {0} ({1} pages)", ""},
        {"report-done", "{0}：{1} 页", "", "{0}: {1} pages", ""},
        {"report-failed", "未生成：{0}", "", "not made: {0}", ""},
        {"output-removed", "报告已不在，已删除 {0}", "", "its report is gone: removed {0}", ""},
        {"build-interrupted", "已中断：{1} 份中完成了 {0} 份；再次运行会接着做", "", "interrupted after {0} of {1}; the next run goes on from here", ""},
        {"build-summary", "共 {0} 份：生成 {1}，未变 {2}，失败 {3}；{4} 页，{5} 秒；在 {6}", "",
         "{0} reports: {1} made, {2} unchanged, {3} failed; {4} pages in {5} s; in {6}", ""},
        {"check-summary", "检查了 {0} 份：{1} 个错误，{2} 个警告", "", "{0} reports checked: {1} errors, {2} warnings", ""},
        {"watch-begins", "正在监视 {0}；按 Ctrl-C 结束", "", "watching {0}; Ctrl-C ends", ""},
        {"watch-made", "{0}：{1} 页，{2} 毫秒", "", "{0}: {1} pages in {2} ms", ""},
        {"watch-refused", "无法监视 {0}：{1}", "请改用 build", "cannot watch {0}: {1}", "use build instead"},
        {"version-digest", "程序摘要 {0}", "", "program digest {0}", ""},
        {"version-libraries", "编译时的库：", "", "built with:", ""},
        {"fonts-head", "用途 语言 字体 版本 文件", "", "role language face version file", ""},
        {"fonts-substituted", "{0}：未找到 {1}", "请安装该字体，或用 --font-path 指定其文件夹", "{0}: {1} was not found", "install it, or name its folder with --font-path"},
        // wrong usage
        {"usage-unknown", "无法识别 {0}；用 hanqing --help 查看用法\n", "", "unknown: {0}; see hanqing --help\n", ""},
        {"usage-missing", "缺少参数：{0}；用 hanqing --help 查看用法\n", "", "something is missing: {0}; see hanqing --help\n", ""},
        {"usage-value", "参数不对：{0}；用 hanqing --help 查看用法\n", "", "wrong argument: {0}; see hanqing --help\n", ""},
        {"usage-metadata", "-M 后应为 键=值，而不是 {0}", "例如 -M 密级=内部", "-M takes KEY=VALUE, not {0}", "for instance -M version=2.0"},
        {"usage-byte-count", "{0} 不是大小", "例如 500M 或 2G", "{0} is no size", "write 500M or 2G"},
        {"usage-json-output", "--json 与输出到标准输出不能同时使用", "请用 -o 指定文件", "--json and a PDF on standard output do not go together", "name a file with -o"},
        {"usage-terminal", "不会把 PDF 写到终端", "请用 -o 指定文件，或重定向标准输出", "a PDF is not written to a terminal", "name a file with -o or redirect standard output"},
        {"usage-same-file", "输出不能覆盖报告本身 {0}", "请用 -o 指定另一个名字", "the output would overwrite the report {0}", "name another file with -o"},
        {"usage-no-report", "{0} 里没有 Markdown 报告", "请检查路径，或 hanqing.yaml 中的 sources 和 exclude", "no Markdown reports in {0}", "check the path, or sources and exclude in hanqing.yaml"},
    };
    return table;
}

}  // namespace hanqing
