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
        {"extracted", "已取出 {0}", "", "extracted {0}", ""},
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
        // archive
        {"pack-not-built", "还没有生成，不能封存", "请先运行 hanqing build", "was never made and cannot be sealed", "run hanqing build first"},
        {"pack-failed", "上次没有生成成功，不能封存", "请改正后运行 hanqing build", "failed and cannot be sealed", "mend it and run hanqing build"},
        {"pack-stale", "生成之后又有改动，不能封存", "请再运行 hanqing build", "changed since it was made and cannot be sealed", "run hanqing build again"},
        {"pack-empty", "{0} 年没有可封存的报告", "请检查年度", "there is no report of {0} to be sealed", "check the year"},
        {"pack-unfinished", "上一次 build 没有完成", "请先再运行一次 hanqing build", "the last build did not end", "run hanqing build again first"},
        {"pack-refused", "有 {0} 个问题，没有封存", "请逐一解决；可以接受的警告请在 hanqing.yaml 的 accept 中列出名称", "nothing was sealed: {0} problems", "solve them; name warnings that you accept under accept in hanqing.yaml"},
        {"pack-not-read-back", "{0} 写出后读回验证不通过", "请检查磁盘", "{0} did not verify when it was read back", "check the disk"},
        {"pack-unsigned", "没有给出密钥，封存未签名", "用 --key 签名，或在别处签名后用 hanqing seal 收入", "no key was given: the seal is unsigned", "sign with --key, or elsewhere and take it in with hanqing seal"},
        {"pack-file", "  {0}", "", "  {0}", ""},
        {"packed", "已封存 {0}：{1} 件，日期 {2}，SHA-256 {3}", "", "sealed {0}: {1} records, dated {2}, SHA-256 {3}", ""},
        {"receipt", "{0}：{1}（{2} 件，{3} 个文件，{4} 字节）", "", "{0}: {1} ({2} records, {3} files, {4} bytes)", ""},
        {"receipt-intact", "完好", "", "intact", ""},
        {"receipt-damaged", "不完好", "", "damaged", ""},
        {"receipt-unsealed", "完整，但没有封存文件", "", "complete, but without a seal", ""},
        {"receipt-disposed", "已销毁（有签名的销毁记录）", "", "disposed of, by a signed record", ""},
        {"receipt-missing", "容器不在", "", "its container is missing", ""},
        {"receipt-sampled", "  只抽查了一部分，其余未读", "", "  only a part was read", ""},
        {"receipt-repairable", "  旁边有修复数据，可用 par2 修复", "", "  repair data lie beside it: par2 may restore it", ""},
        {"receipt-signature", "  {0} 签名，密钥 {1}：{2}", "", "  {0} signature, key {1}: {2}", ""},
        {"signature-valid", "有效", "", "valid", ""},
        {"signature-unconfirmed", "签名有效，密钥未经您确认", "", "valid, by a key that you have not confirmed", ""},
        {"signature-wrong", "无效", "", "wrong", ""},
        {"signature-missing", "缺失", "", "missing", ""},
        {"receipt-token", "  时间戳 {0}，{1}：{2}", "", "  time stamp {0}, {1}: {2}", ""},
        {"token-valid", "有效", "", "valid", ""},
        {"token-unconfirmed", "有效，机构未经您确认", "", "valid, by an authority that you have not confirmed", ""},
        {"archive-year-missing", "缺少 {0} 年", "", "the year {0} is missing", ""},
        {"verified", "验证通过", "", "verified", ""},
        {"not-verified", "验证不通过", "", "did not verify", ""},
        {"signature-taken", "已收入签名 {0}，属于 {1}", "", "took in the signature {0} of {1}", ""},
        {"timestamp-taken", "已收入时间戳 {0}，属于 {1}", "", "took in the time stamp {0} of {1}", ""},
        {"proof-written", "已写入 {0}：{1} 个文件属于 {2}", "", "wrote {0}: {1} files belong to {2}", ""},
        // wrong usage
        {"usage-date", "{0} 不是日期", "例如 2025-01-15", "{0} is no day", "write it as 2025-01-15"},
        {"usage-missing-list", "缺件清单中这一行不对：{0}", "每行应为 路径、制表符、理由", "a wrong line in the list of missing reports: {0}", "each line is a path, a tab and a reason"},
        {"usage-sample", "{0} 不是抽查份额", "例如 1/12 表示十二份中的第一份", "{0} is no sample", "write 1/12 for the first of twelve parts"},
        {"usage-extract", "--extract 只用于 PDF", "请给出 PDF 文件", "--extract is for PDFs", "name a PDF"},
        {"usage-inspect-pdf", "--stage 和 --timings 只用于报告", "请给出 Markdown 文件", "--stage and --timings are for reports", "name a Markdown file"},
        {"usage-seal", "请给出 --signature 和 --cert，或者 --tsr", "", "give --signature with --cert, or --tsr", ""},
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
