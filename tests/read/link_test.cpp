// SPDX-License-Identifier: Apache-2.0
// Addresses that may, and that may not, stand in a PDF.
#include "read/link.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace hanqing;

TEST_CASE("links: four schemes and inner ids are kept, in ASCII") {
    CHECK(safe_link("https://a.cn/路 径?q=\"x\"").uri == "https://a.cn/%E8%B7%AF%20%E5%BE%84?q=%22x%22");
    CHECK(safe_link("HTTP://A.cn").uri == "HTTP://A.cn");
    CHECK(safe_link("mailto:a@b.cn").uri == "mailto:a@b.cn");
    CHECK(safe_link("tel:+86-10").uri == "tel:+86-10");
    CHECK(safe_link("//a.cn/x").uri == "https://a.cn/x");
    CHECK(safe_link("#%E6%A0%87%E9%A2%98").uri == "#标题");
    CHECK(safe_link("https://a.cn/%E4%B8%80").uri == "https://a.cn/%E4%B8%80");
}

TEST_CASE("links: scripts, files and unknown schemes are refused, however they are spelled") {
    for (const std::string address :
         {"javascript:alert(1)", "JavaScript:x", "java\tscript:x", " javascript:x", "java\nscript:x",
          "vbscript:x", "data:text/html,x", "file:///etc/passwd", "ftp://a.cn", "C:\\x", "\x01javascript:x"})
        CHECK(safe_link(address).verdict == LinkVerdict::refused);
}

TEST_CASE("links: other files are relative, monsters too long, controls encoded") {
    for (const std::string address : {"a.md", "../b.md#x", "/c", "?q", "", "图:1.png"})
        CHECK(safe_link(address).verdict == LinkVerdict::relative);
    CHECK(safe_link("http://a.cn/" + std::string(5000, 'x')).verdict == LinkVerdict::too_long);
    CHECK(safe_link("http://a.cn/\x01\x7F").uri == "http://a.cn/%01%7F");
}

TEST_CASE("links: percent escapes are decoded only where UTF-8 comes out") {
    CHECK(percent_decoded("%E5%9B%BE%201.png") == "图 1.png");
    CHECK(percent_decoded("100%.png") == "100%.png");
    CHECK(percent_decoded("%FF.png") == "%FF.png");
    CHECK(percent_decoded("a%00b") == "a%00b");
    CHECK(percent_decoded("%4") == "%4");
    CHECK(percent_decoded("%41") == "A");
}
