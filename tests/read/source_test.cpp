// SPDX-License-Identifier: Apache-2.0
// Bytes that are not what they should be.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("source: other encodings are an error with the byte and a guess") {
    const Parsed gb = parsed("# \xD6\xD0\xB9\xFA\n");  // 中国 in GB18030
    REQUIRE(gb.note("invalid-utf8") != nullptr);
    CHECK(gb.note("invalid-utf8")->arguments == std::vector<std::string>{"2", "GB18030"});
    CHECK(gb.notes.has_errors());
    const Parsed utf16 = parsed(std::string("\xFF\xFE\x2D\x4E\xFD\x56", 6));
    REQUIRE(utf16.note("invalid-utf8") != nullptr);
    CHECK(utf16.note("invalid-utf8")->arguments == std::vector<std::string>{"0", "UTF-16"});
    const Parsed wide = parsed(std::string("a\0b\0c\0", 6));
    REQUIRE(wide.note("invalid-utf8") != nullptr);
    CHECK(wide.note("invalid-utf8")->arguments.at(1) == "UTF-16");
    const Parsed latin = parsed("caf\xE9 \xFF\xFF\xFF");
    REQUIRE(latin.note("invalid-utf8") != nullptr);
    CHECK(latin.note("invalid-utf8")->arguments == std::vector<std::string>{"3", ""});
}

TEST_CASE("source: NUL is an error, nothing but blanks a warning") {
    const Parsed nul = parsed(std::string("abcdefgh\0b", 10));
    REQUIRE(nul.note("nul-byte") != nullptr);
    CHECK(nul.notes.has_errors());
    for (const std::string empty : {"", "\n", "\xEF\xBB\xBF", " \t\r\n"}) {
        const Parsed result = parsed(empty);
        CHECK(result.noted() == std::vector<std::string>{"source-empty"});
        CHECK(result.document.blocks.empty());
    }
    CHECK(parsed("x").notes.all().empty());
}

TEST_CASE("source: lines end at LF, CRLF and lone CR; columns count code points") {
    Notes notes;
    const Source source = make_source("x", "\xEF\xBB\xBF甲乙\r\n丙\r丁\nab", notes);
    const auto at = [&](std::string_view text) {
        const LineColumn where = line_column(source, static_cast<std::uint32_t>(source.bytes.find(text)));
        return std::pair(where.line, where.column);
    };
    CHECK(at("甲") == std::pair(1U, 1U));
    CHECK(at("乙") == std::pair(1U, 2U));
    CHECK(at("丙") == std::pair(2U, 1U));
    CHECK(at("丁") == std::pair(3U, 1U));
    CHECK(at("b") == std::pair(4U, 2U));
}

TEST_CASE("source: mixed line ends change nothing in the text") {
    CHECK(parsed("# 甲\r\n\r\n乙\r丙\n丁").described() == "heading 1 {#甲} |甲|\nparagraph |乙丙丁|\n");
}
