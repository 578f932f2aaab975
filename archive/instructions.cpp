// SPDX-License-Identifier: Apache-2.0
// 核验说明.txt, VERIFY.txt: the auditor's commands. Lines that begin with four blanks are run by our tests as
// they stand.
#include "archive/descriptions.hpp"

namespace hanqing {
namespace {

/// {} stands for the bag's name, <> for its container.
std::string filled(std::string_view text, const std::string& bag, std::string_view container) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("{}"))
            out += bag, at += 2;
        else if (rest.starts_with("<>"))
            out += container, at += 2;
        else
            out += text[at++];
    }
    return out;
}

/// The commands are the same in both languages; only what stands between them differs.
constexpr std::string_view outside_commands = R"(
    cksum -c '{}.seal.txt'
    cksum -c '{}.evidence.txt'
)";
constexpr std::string_view signature_commands = R"(
    test ! -f '{}.ed25519.sig' || openssl pkeyutl -verify -pubin -inkey '{}.ed25519.pub' -rawin -in '{}.seal.txt' -sigfile '{}.ed25519.sig'
    test ! -f '{}.sm2.sig' || openssl dgst -sm3 -verify '{}.sm2.pub' -sigopt distid:1234567812345678 -signature '{}.sm2.sig' '{}.seal.txt'
    test ! -f '{}.ed25519.pub' || openssl pkey -pubin -in '{}.ed25519.pub' -outform DER | openssl dgst -sha256
    test ! -f '{}.sm2.pub' || openssl pkey -pubin -in '{}.sm2.pub' -outform DER | openssl dgst -sha256
)";
constexpr std::string_view token_commands = R"(
    test ! -f '{}.tsr' || openssl ts -verify -data '{}.seal.txt' -in '{}.tsr' -CAfile tsa-root.pem
)";
constexpr std::string_view tar_command = "\n    tar -xf '<>'\n";
constexpr std::string_view zip_command = "\n    unzip -q '<>'\n";
constexpr std::string_view inside_commands = R"(
    cd '{}'
    sha512sum -c --strict --quiet tagmanifest-sha512.txt manifest-sha512.txt
    sha256sum -c --strict --quiet tagmanifest-sha256.txt manifest-sha256.txt
    cksum -a sm3 -c --strict --quiet tagmanifest-sm3.txt manifest-sm3.txt
    { find data -type f; cut -c131- manifest-sha512.txt; } | LC_ALL=C sort | uniq -u
    { find . -type f ! -path './data/*' ! -name 'tagmanifest-*' | cut -c3-; cut -c131- tagmanifest-sha512.txt; } | LC_ALL=C sort | uniq -u
    find . ! -type f ! -type d
)";
constexpr std::string_view windows_commands = R"(
  certutil -hashfile "<>" SHA256
  Get-FileHash -Algorithm SHA256 -LiteralPath '<>'
)";

struct Words {
    std::string_view title, signature, token, unpack, inside, windows, foreign;
};

constexpr Words chinese_words{
    R"(核验说明

本包为 {}，格式见 RFC 8493（BagIt 1.0）。核验只用系统自带的工具：
sh、coreutils（9 版及以上）、findutils、tar、openssl（3 版及以上）。
以四个空格开头的行是命令，照原样逐行执行即可。

一、在存放归档文件的文件夹中，核对封存文件列出的数字摘要。
两条命令都应逐行显示“OK”；“格式不当的行”是封存文件的说明文字，不是错误。
)",
    R"(
二、核对签名（没有签名文件时，命令不显示任何内容）。应显示
“Signature Verified Successfully”“Verified OK”。后两条命令显示密钥指纹，
须与封存文件中“key:”行一致，并与立档单位另行公布的指纹一致。
)",
    R"(
三、核对时间戳（没有时间戳时不显示任何内容）。tsa-root.pem 是您所信任的
时间戳机构根证书，请自行取得。应显示“Verification: OK”。
)",
    R"(
四、解开归档文件。
)",
    R"(
五、进入解开的文件夹，核对包内全部文件。没有任何输出即为完好：
前三条在摘要不符时报错，后三条列出多出、缺少或不应有的文件。
)",
    R"(
coreutils 8 没有 cksum -c：第一步改用 sha256sum -c；SM3 改用 openssl dgst -sm3 逐个计算。

在 Windows 上核对归档文件本身，把结果与封存文件中 SHA256 一行比较：
)",
    R"(
也可以用其他机构的 BagIt 程序（如 bagit.py --validate）核验解开后的文件夹。
四性检测报告见 metadata/ 文件夹，文件目录见 data/文件目录.XML。
)"};

constexpr Words english_words{
    R"(How to verify

This package is {}, a bag by RFC 8493 (BagIt 1.0). Checking it takes only what
the system has: sh, coreutils (9 or later), findutils, tar, openssl (3 or later).
Lines that begin with four blanks are commands; run them one by one as they stand.

1. In the folder that holds the archive files, check the digests that the seal lists.
   Each line must say "OK"; the warning about improperly formatted lines is about
   the seal's plain text and is no fault.
)",
    R"(
2. Check the signatures (silent where there is none). Expect "Signature Verified
   Successfully" and "Verified OK". The last two commands show the fingerprints of
   the keys: compare them with the "key:" lines of the seal and with those that the
   institution has published elsewhere.
)",
    R"(
3. Check the time stamp (silent where there is none). tsa-root.pem is the root
   certificate of the authority that you trust. Expect "Verification: OK".
)",
    R"(
4. Unpack.
)",
    R"(
5. Enter the folder and check every file. No output means that all is well: the
   first three commands report wrong digests, the last three list what is extra,
   missing or out of place.
)",
    R"(
coreutils 8 has no cksum -c: use sha256sum -c in step 1, and openssl dgst -sm3 for SM3.

On Windows, check the archive file itself and compare with the seal's SHA256 line:
)",
    R"(
Any other BagIt program (such as bagit.py --validate) may check the unpacked folder.
The test report lies in metadata/, the catalogue is data/文件目录.XML.
)"};

std::string instructions(const Words& words, const std::string& bag, std::string_view container) {
    const std::string_view unpack = container.ends_with(".zip") ? zip_command : tar_command;
    std::string text;
    for (const std::string_view part : {words.title, outside_commands, words.signature, signature_commands,
                                        words.token, token_commands, words.unpack, unpack, words.inside,
                                        inside_commands, words.windows, windows_commands, words.foreign})
        text += filled(part, bag, container);
    return text;
}

}  // namespace

std::string instructions_chinese(const std::string& bag, std::string_view container) {
    return instructions(chinese_words, bag, container);
}

std::string instructions_english(const std::string& bag, std::string_view container) {
    return instructions(english_words, bag, container);
}

}  // namespace hanqing
