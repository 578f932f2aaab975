// SPDX-License-Identifier: Apache-2.0
// Lengths, digests, files and code points.
#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/language.hpp"
#include "base/length.hpp"
#include "base/notes.hpp"
#include "base/unicode.hpp"

#include <boost/filesystem.hpp>
#include <sys/stat.h>

#include <catch2/catch.hpp>

using namespace hanqing;
namespace fs = boost::filesystem;

namespace {
struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / fs::unique_path("hanqing-%%%%-%%%%");
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
};
}  // namespace

TEST_CASE("length: a millimetre is 72/25.4 points to the nearest unit") {
    CHECK(micrometres(25'400) == points(72));
    CHECK(micrometres(156'000).raw == 28980329);  // 442.2047 pt
    CHECK(scaled(points(1), -1, 3).raw == -21845);
    CHECK(points(-1, 3) == -points(1, 3));
}

TEST_CASE("digest: known answers of FIPS 180-4 and GB/T 32905") {
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Hasher sm3(Algorithm::sm3);
    sm3.update("a");
    sm3.update("bc");
    CHECK(hex(sm3.finish()) == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    CHECK(digest_from_hex(hex(sha256("abc"))) == sha256("abc"));
    CHECK_FALSE(digest_from_hex("12zz"));
}

TEST_CASE("file: what was not committed never appears, and leaves nothing behind") {
    const TemporaryFolder folder;
    const std::string target = (folder.path / "报告.pdf").string();
    {
        AtomicFile file(target);
        file.write("half");
    }
    CHECK(fs::is_empty(folder.path));
    write_file(target, "whole");
    CHECK(read_file(target, 100) == "whole");
    CHECK(digest_of_file(target, 100) == sha256("whole"));
    CHECK_THROWS_AS(digest_of_file(target, 4), Failure);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("file: a FIFO, a folder and a file over the limit are refused and nothing waits") {
    const TemporaryFolder folder;
    const std::string pipe = (folder.path / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_AS(read_file(pipe, 100), Failure);
    const std::string long_text((std::size_t{2} << 20U) + 17, 'x');  // more than two pieces
    write_file((folder.path / "long").string(), long_text);
    CHECK(digest_of_file((folder.path / "long").string(), std::uint64_t{1} << 30U) == sha256(long_text));
    CHECK_THROWS_AS(read_file(folder.path.string(), 100), Failure);
    write_file((folder.path / "x").string(), "four");
    CHECK_THROWS_AS(read_file((folder.path / "x").string(), 3), Failure);
}

TEST_CASE("unicode: ill-formed UTF-8 is found at its first byte") {
    CHECK_FALSE(first_invalid_utf8("汉字𠮷 abc"));
    CHECK(first_invalid_utf8("ab\xC0\x80") == 2U);        // overlong
    CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1U);     // surrogate
    CHECK(first_invalid_utf8("汉\xE6\xB1") == 3U);        // cut short
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0U);  // above U+10FFFF
}

TEST_CASE("unicode: code points survive the way there and back") {
    const std::string text = "aé汉𠮷〇";
    CHECK(utf8(utf32(text)) == text);
    CHECK(code_point_before(text, text.size()) == U'〇');
    CHECK(code_point_name(0x20BB7) == "U+20BB7");
    CHECK(code_point_name(0x41) == "U+0041");
}

TEST_CASE("unicode: classes of the characters that composition asks about") {
    CHECK(is_han(U'汉'));
    CHECK(is_han(U'𠮷'));
    CHECK(is_han(U'々'));
    CHECK_FALSE(is_han(U'。'));
    CHECK(is_wide(U'。'));
    CHECK(is_wide(U'（'));
    CHECK_FALSE(is_wide(U'“'));
    CHECK_FALSE(is_wide(U'a'));
    CHECK(is_hangul(U'한'));
    CHECK(is_kana(U'ー'));
    CHECK(nfc("e\xCC\x81") == "é");
}

TEST_CASE("unicode: edit distance counts code points and stops at its limit") {
    CHECK(edit_distance("题名", "题目", 3) == 1);
    CHECK(edit_distance("title", "titel", 3) == 2);
    CHECK(edit_distance("a", "abcdefgh", 3) == 4);
}

TEST_CASE("language: tags in any case, with region before script") {
    CHECK(language_from_tag("zh-CN") == Language::zh_hans);
    CHECK(language_from_tag("zh_TW") == Language::zh_hant_tw);
    CHECK(language_from_tag("zh-Hant-HK") == Language::zh_hant_hk);
    CHECK(language_from_tag("de") == Language::other);
    CHECK_FALSE(language_from_tag("简体"));
}

TEST_CASE("notes: many of one name are counted, not kept") {
    Notes notes;
    for (int i = 0; i < 1500; ++i) notes.warning({}, "image-missing");
    notes.once(Weight::remark, {}, "kind");
    notes.once(Weight::remark, {}, "kind");
    CHECK(notes.all().size() == Notes::same_name_max + 1);
    CHECK(notes.left_out("image-missing") == 500);
    CHECK_FALSE(notes.has_errors());
}
