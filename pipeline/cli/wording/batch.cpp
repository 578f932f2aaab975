// SPDX-License-Identifier: Apache-2.0
// What the batch stage says, in both languages; the names that base's files throw included.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_batch() {
    static constexpr Wording table[] = {
        // files
        {"read-file", "读不了 {0}：{1}", "请检查路径和权限", "cannot read {0}: {1}", "check the path and its permissions"},
        {"write-file", "写不了 {0}：{1}", "请检查磁盘空间和权限，然后再运行一次", "cannot write {0}: {1}",
         "check the free space and the permissions, then run again"},
        {"make-folder", "建不了文件夹 {0}：{1}", "请检查权限，以及是否有同名文件", "cannot make the folder {0}: {1}",
         "check the permissions, and whether a file has this name"},
        {"not-a-file", "{0} 不是普通文件", "请把它换成普通文件，或在 exclude 中排除", "{0} is no regular file",
         "replace it by a regular file, or exclude it"},
        {"not-a-folder", "{0} 不是文件夹", "请给出报告所在的文件夹", "{0} is no folder", "name the folder of the reports"},
        {"file-too-large", "{0} 有 {1} 字节，上限是 {2} 字节", "请拆成几份", "{0} has {1} bytes, the limit is {2}",
         "split it"},
        {"file-changed", "{0} 在处理过程中被修改", "请等修改完成后再运行一次", "{0} changed while it was being read",
         "run again when nobody writes to it"},
        // collection
        {"name-not-utf8", "文件名 {0} 不是 UTF-8 编码", "请用 convmv 等工具把文件名转成 UTF-8",
         "the file name {0} is not UTF-8", "rename it, for instance with convmv"},
        {"path-too-long", "路径超过 {0} 字节，未处理", "请缩短文件夹或文件的名字", "the path is longer than {0} bytes and was left out",
         "shorten the names of folders or file"},
        {"folders-too-deep", "文件夹嵌套超过 {0} 层，其内容未处理", "请减少层次", "folders are nested more than {0} deep; what lies below was left out",
         "use fewer levels"},
        {"link-outside", "符号链接指向资料集之外（{0}），未跟随", "请把文件本身放进资料集",
         "the link leads out of the collection ({0}) and was not followed", "put the file itself into the collection"},
        {"link-broken", "符号链接所指的文件不存在", "请改正或删去链接", "the link leads to nothing", "mend or remove it"},
        {"link-to-folder", "指向文件夹的符号链接未跟随", "请把文件夹本身放进资料集，或列入 sources",
         "a link to a folder was not followed", "put the folder itself into the collection or name it in sources"},
        {"folder-unreadable", "打不开文件夹：{0}", "请检查权限", "cannot open the folder: {0}", "check its permissions"},
        {"source-folder-missing", "sources 中的 {0} 不存在", "请改正 hanqing.yaml 中的 sources",
         "{0}, named in sources, is not there", "correct sources in hanqing.yaml"},
        {"output-name-field", "output-name 中的 {0} 无法识别", "可用的有 year folder name title identifier document-number date fonds class version",
         "output-name has an unknown field {0}", "use year folder name title identifier document-number date fonds class version"},
        {"catalogue-no-path-column", "登记表没有“路径”列，未使用", "请在表头加一列“路径”，填写各报告的路径",
         "the catalogue has no column “path” and was not used", "add a column “path” with the path of each report"},
        {"catalogue-no-report", "登记表中的 {0} 没有对应的报告", "是否指 {1}？", "no report belongs to {0} of the catalogue",
         "did you mean {1}?"},
        {"catalogue-twice", "登记表中 {0} 出现两次，只用第 {1} 行", "请删去其中一行", "{0} stands twice in the catalogue; only line {1} is used",
         "remove one of the rows"},
        // run
        {"output-clash", "与 {1} 生成同一个文件 {0}，两份都未生成", "请改其中一个的文件名，或在 output-name 中加入档号",
         "would become the same file {0} as {1}; neither was made", "rename one, or put the identifier into output-name"},
        {"output-kept", "{0} 的报告已不在，但该文件后来被改动，未删除", "请自行决定是否删除",
         "the report of {0} is gone, but the file was changed since and was left alone", "remove it yourself if you do not need it"},
        {"run-record-unreadable", "{0} 已损坏或不是汗青写的", "请删去它；下次会全部重新生成",
         "{0} is damaged or not Hanqing's", "remove it; everything is then made again"},
        {"locked", "另一个汗青正在处理这个资料集（进程号和主机：{0}）", "请等它结束后再运行",
         "another hanqing is at work on this collection (process and host: {0})", "run again when it has ended"},
        {"lock-refused", "无法加锁 {0}：{1}", "请把资料集放在支持文件锁的磁盘上", "cannot lock {0}: {1}",
         "put the collection on a file system that has locks"},
        {"page-limit", "超过 {0} 页的上限，已停止", "请拆分报告，或在 hanqing.yaml 中提高 page-limit",
         "stopped at the limit of {0} pages", "split the report, or raise page-limit in hanqing.yaml"},
        {"time-limit", "超过 {0} 秒的上限，已停止", "请拆分报告，或在 hanqing.yaml 中提高 time-limit",
         "stopped at the limit of {0} seconds", "split the report, or raise time-limit in hanqing.yaml"},
        {"memory-limit", "超过 {0} MB 内存的上限，已停止", "请拆分报告，或在 hanqing.yaml 中提高 memory-limit",
         "stopped at the limit of {0} MB of memory", "split the report, or raise memory-limit in hanqing.yaml"},
        {"memory-refused", "内存不足", "请用 -j1 再试，或拆分这份报告", "out of memory", "try again with -j1, or split the report"},
        {"system-refused", "系统拒绝了请求：{0}", "请检查线程和进程数的上限，或用 -j1 再试", "the system refused: {0}",
         "check the limits on threads and processes, or try again with -j1"},
        {"stopped", "已中断", "再次运行会接着做", "interrupted", "the next run goes on from here"},
        {"library-failure", "程序内部出错：{0}", "请把这份报告和这句话交给维护者", "an inner error: {0}",
         "please give this report and this message to the maintainers"},
        {"sheet-faulty", "版式 {0} 有错误，用它的报告都未生成", "请先改正版式文件", "the style {0} has errors; no report that uses it was made",
         "correct the style first"},
        // expected values of settings
        {"expected-text", "文字", "", "text", ""},
        {"expected-path-inside", "资料集之内的相对路径", "", "a relative path inside the collection", ""},
        {"expected-number", "1 到 1000000 的整数", "", "a whole number from 1 to 1000000", ""},
        {"expected-true-false", "true 或 false", "", "true or false", ""},
        {"expected-byte-count", "大小，如 500M 或 2G", "", "a size like 500M or 2G", ""},
        {"expected-profile", "a3a 或 a2a", "", "a3a or a2a", ""},
    };
    return table;
}

}  // namespace hanqing
