// SPDX-License-Identifier: Apache-2.0
// What --help says, in both languages: one line a command, one an option.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_help() {
    static constexpr Wording table[] = {
        {"help-program", "汗青：把 Markdown 报告排成可归档的 PDF，并按年封存", "", "Hanqing: Markdown reports into PDFs that last, and years of them into sealed archives", ""},
        {"help-footer", "退出状态：0 成功；1 有错误或验证不通过；2 用法不对；3 磁盘、字体、权限等不允许；4 被另一次运行锁定；130 被中断", "",
         "Exit status: 0 all well; 1 errors, or something did not verify; 2 wrong usage; 3 the world refused (disk, fonts, permission); 4 locked by another run; 130 interrupted", ""},
        // labels of the help itself
        {"label-Usage", "用法", "", "Usage", ""},
        {"label-OPTIONS", "选项", "", "OPTIONS", ""},
        {"label-Options", "选项", "", "Options", ""},
        {"label-SUBCOMMAND", "命令", "", "COMMAND", ""},
        {"label-SUBCOMMANDS", "命令", "", "COMMANDS", ""},
        {"label-Subcommands", "命令", "", "Commands", ""},
        {"label-Positionals", "参数", "", "Arguments", ""},
        {"label-REQUIRED", "必需", "", "required", ""},
        {"label-TEXT", "文字", "", "TEXT", ""},
        {"label-INT", "数", "", "NUMBER", ""},
        {"label-UINT", "数", "", "NUMBER", ""},
        // commands
        {"help-render", "排一份报告；- 表示标准输入或输出", "", "typeset one report; - for standard input and output", ""},
        {"help-build", "生成资料集里有变化的全部报告", "", "make every report of a collection that changed", ""},
        {"help-check", "列出所有问题，不写任何文件", "", "say everything that is wrong; write nothing", ""},
        {"help-watch", "监视资料集，边写边生成", "", "make reports again as they are written", ""},
        {"help-pack", "把一年的报告打包并封存", "", "pack and seal the reports of a year", ""},
        {"help-seal", "收入在别处做好的签名或时间戳；记录销毁、密钥接替", "", "take in a signature or time stamp made elsewhere; record a disposal or a new key", ""},
        {"help-verify", "验证归档包、封存文件、整个归档文件夹，或再生成 PDF 来比较", "", "verify containers, bags, a whole archive, or PDFs by making them again", ""},
        {"help-prove", "为一件档案出具属于某个封存包的证明", "", "prove that one record belongs to a sealed bag", ""},
        {"help-inspect", "查看：报告的各个阶段，或 PDF 的标识、标签、附件", "", "show a report's stages, or a PDF's stamps, tags and attachments", ""},
        {"help-fonts", "列出各用途所用的字体和缺少的字体", "", "which face serves which role, and what is missing", ""},
        {"help-paths", "要处理的文件或文件夹", "", "files or folders", ""},
        // everywhere
        {"help-help", "显示帮助", "", "show this help", ""},
        {"help-version", "显示版本、程序摘要和所用的库", "", "show version, digest and libraries", ""},
        {"help-json", "在标准输出给出 JSON（见 docs/json.md）", "", "answer in JSON on standard output (docs/json.md)", ""},
        {"help-lang", "提示语言：zh 或 en", "", "language of messages: zh or en", ""},
        {"help-color", "是否使用颜色", "", "use colours", ""},
        {"help-quiet", "只显示错误", "", "errors only", ""},
        {"help-verbose", "显示全部提示", "", "show every remark", ""},
        {"help-fail-if-warnings", "有警告时退出状态为 1", "", "exit with 1 when there are warnings", ""},
        // making
        {"help-output", "输出文件", "", "output file", ""},
        {"help-style", "版式", "", "style", ""},
        {"help-metadata", "元数据，优先于报告自己的；可多次使用", "", "metadata, before the report's own; may be repeated", ""},
        {"help-font-path", "先在此文件夹找字体；可多次使用", "", "look for fonts here first; may be repeated", ""},
        {"help-ignore-system-fonts", "不用系统字体", "", "use no fonts of the system", ""},
        {"help-year", "年度", "", "year", ""},
        {"help-only", "只处理符合此模式的报告，如 '财务/**'；可多次使用", "", "only reports that fit this pattern, as 'finance/**'; may be repeated", ""},
        {"help-jobs", "同时处理的份数", "", "reports at a time", ""},
        {"help-force", "不管是否变化，全部重新生成", "", "make everything again, changed or not", ""},
        {"help-cache", "缓存文件夹，可由多次运行共用", "", "cache folder that runs may share", ""},
        {"help-cache-size", "缓存上限，如 2G", "", "limit of the cache, as 2G", ""},
        {"help-accept-fonts", "把本机的字体记入 fonts.lock", "", "record this machine's faces in fonts.lock", ""},
        {"help-show-grid", "在页面上画出版心、字格和各行的框", "", "draw type area, grid and boxes of lines over the pages", ""},
        {"help-layout", "并量版面：逐条规则给出检查数、不合数、最差值、限值与所在，不合处指明源文行", "",
         "measure the layout too: for each rule how often it was tested and broken, the worst value, the limit and the place", ""},
        // inspecting
        {"help-stage", "要看的阶段", "", "stage to show", ""},
        {"help-timings", "各阶段所用的时间", "", "time of each stage", ""},
        {"help-extract", "把 PDF 的附件取到此文件夹", "", "extract a PDF's attachments into this folder", ""},
        // archive
        {"help-date", "封存日期，如 2025-01-15；缺省为今天", "", "day of sealing, as 2025-01-15; today when left out", ""},
        {"help-dry-run", "只列出将要封存的内容", "", "only show what would be sealed", ""},
        {"help-key", "签名的私钥（PEM）；可多次使用", "", "private key to sign with (PEM); may be repeated", ""},
        {"help-key-verify", "信任的公钥或证书（PEM）；可多次使用", "", "public key or certificate that you trust (PEM); may be repeated", ""},
        {"help-unsigned", "不签名", "", "do not sign", ""},
        {"help-tsq", "写出时间戳请求，供带到时间戳机构", "", "write a query to carry to a time-stamp authority", ""},
        {"help-correct", "更正已封存的年度，另作一个完整的包，并写明理由", "", "correct a sealed year by a complete new bag, for this reason", ""},
        {"help-allow-missing", "允许缺少的报告：文件中每行为 路径、制表符、理由", "", "reports that may be missing: a file of lines path, tab, reason", ""},
        {"help-withdraw", "撤销的报告：文件中每行为 档号或路径、制表符、理由", "", "reports that are withdrawn: a file of lines identifier or path, tab, reason", ""},
        {"help-zip", "容器用不压缩的 ZIP（ZIP64），而不是 tar", "", "a stored ZIP (ZIP64) instead of a tar", ""},
        {"help-passphrase-fd", "从此文件描述符读私钥口令，每个密钥一行", "", "read passphrases from this descriptor, a line for each key", ""},
        {"help-hand-over", "声明由此公钥接替 --key（对归档文件夹使用）", "", "let --key declare this public key its successor (on an archive folder)", ""},
        {"help-dispose", "记录封存包已销毁及其理由", "", "record that the package was disposed of, and why", ""},
        {"help-approved-by", "批准销毁的单位", "", "who approved the disposal", ""},
        {"help-key-seal", "签署声明的私钥（PEM）", "", "private key that signs the statement (PEM)", ""},
        {"help-date-verify", "报告和审计记录的日期；缺省为今天", "", "day that the report and the audit bear; today when left out", ""},
        {"help-date-seal", "声明的日期；缺省为今天", "", "day of the statement; today when left out", ""},
        {"help-audit", "审计记录：已查明完好的份额不再读，中断后可接着查", "", "record of an audit in parts: what was found intact is not read again, an interrupted audit goes on", ""},
        {"help-report", "把结果写成 .pdf 或 .xml", "", "write what was found as .pdf or .xml", ""},
        {"help-repair", "修复数据占容器的百分比（需要 par2）", "", "repair data in percent of the container (needs par2)", ""},
        {"help-signature", "签名文件", "", "signature file", ""},
        {"help-cert", "签名者的证书或公钥（PEM）", "", "certificate or public key of the signer (PEM)", ""},
        {"help-tsr", "时间戳机构的答复", "", "reply of the time-stamp authority", ""},
        {"help-require-signature", "没有可信签名即不通过", "", "fail without a trusted signature", ""},
        {"help-rerender", "从 PDF 所附的源文再生成一次并比较", "", "make PDFs again from what is attached to them, and compare", ""},
        {"help-tsa", "信任的时间戳机构根证书（PEM）", "", "trusted roots of time-stamp authorities (PEM)", ""},
        {"help-sample", "只读 t 份中的第 n 份；next/t 为审计记录中的下一份", "", "read only part n of t; next/t is the next one of the audit", ""},
        {"help-proof", "按此证明文件验证单个文件", "", "verify one file by this proof", ""},
        {"help-seal-verify", "证明所属的封存文件", "", "the seal that the proof belongs to", ""},
    };
    return table;
}

}  // namespace hanqing
