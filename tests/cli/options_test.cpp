// SPDX-License-Identifier: Apache-2.0
// The command line.
#include "cli/options.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace hanqing;

namespace {

Parsed parsed(std::vector<const char*> words) {
    words.insert(words.begin(), "hanqing");
    return parse_options(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("options: common ones stand before or after the command") {
    const Parsed p = parsed({"--json", "build", "somewhere", "--year", "2024", "-q", "-j", "2"});
    REQUIRE_FALSE(p.finished);
    CHECK(p.options.command == "build");
    CHECK(p.options.paths == std::vector<std::string>{"somewhere"});
    CHECK(p.options.json);
    CHECK(p.options.quiet);
    CHECK(p.options.year == 2024);
    CHECK(p.options.jobs == 2);
}

TEST_CASE("options: a lone dash is a path") {
    const Parsed p = parsed({"render", "-", "-o", "-"});
    REQUIRE_FALSE(p.finished);
    CHECK(p.options.paths == std::vector<std::string>{"-"});
    CHECK(p.options.output == "-");
}

TEST_CASE("options: wrong usage is status 2 with a word on what was wrong") {
    for (const auto& words : std::vector<std::vector<const char*>>{{"bulid"},
                                                                   {"build", "--frce"},
                                                                   {"render"},
                                                                   {"build", "-j", "0"},
                                                                   {"build", "--year", "soon"},
                                                                   {},
                                                                   {"pack"},
                                                                   {"inspect", "x", "--stage", "ink"},
                                                                   {"build", "--lang", "fr"}}) {
        const Parsed p = parsed(words);
        CHECK(p.finished);
        CHECK(p.status == 2);
        CHECK_FALSE(p.text.empty());
    }
    CHECK(parsed({"--lang", "zh", "build", "--frce"}).text.find("无法识别 --frce") != std::string::npos);
}

TEST_CASE("options: help speaks both languages and knows every command") {
    for (const char* command :
         {"render", "build", "check", "watch", "pack", "seal", "verify", "prove", "inspect", "fonts"}) {
        const Parsed zh = parsed({"--lang", "zh", command, "--help"});
        const Parsed en = parsed({"--lang=en", command, "--help"});
        CHECK(zh.status == 0);
        CHECK(en.status == 0);
        CHECK(zh.text.find("用法") != std::string::npos);
        CHECK(en.text.find("Usage") != std::string::npos);
        CHECK(zh.text.find("help-") == std::string::npos);
        CHECK(en.text.find("help-") == std::string::npos);
    }
    CHECK(parsed({"--help"}).text.find("watch") != std::string::npos);
    CHECK(parsed({"--version"}).text.find("harfbuzz") != std::string::npos);
}
