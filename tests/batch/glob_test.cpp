// SPDX-License-Identifier: Apache-2.0
// Patterns of exclude and --only.
#include "batch/glob.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

using hanqing::matches;

TEST_CASE("glob: a star stays inside one name, two stars span folders") {
    CHECK(matches("*.md", "a.md"));
    CHECK(matches("reports/*.md", "reports/a.md"));
    CHECK_FALSE(matches("reports/*.md", "reports/2024/a.md"));
    CHECK(matches("reports/**/a.md", "reports/2024/01/a.md"));
    CHECK(matches("reports/**/a.md", "reports/a.md"));
    CHECK(matches("**", "any/thing"));
}

TEST_CASE("glob: a pattern without a slash fits a name at any depth") {
    CHECK(matches("README.md", "a/b/README.md"));
    CHECK(matches("草稿*", "2024/草稿一.md"));
    CHECK_FALSE(matches("/README.md", "a/README.md"));
    CHECK(matches("/README.md", "README.md"));
}

TEST_CASE("glob: a pattern that fits a folder fits all below it") {
    CHECK(matches("drafts", "2024/drafts/a/b.md"));
    CHECK(matches("drafts/", "2024/drafts/b.md"));
    CHECK(matches("2024/drafts", "2024/drafts/b.md"));
    CHECK_FALSE(matches("2024/drafts", "2025/2024/drafts/b.md"));
}

TEST_CASE("glob: a question mark is one character, not one byte") {
    CHECK(matches("第?章.md", "第三章.md"));
    CHECK_FALSE(matches("第?章.md", "第十三章.md"));
    CHECK(matches("[一二]月.md", "二月.md"));
    CHECK_FALSE(matches("[!一二]月.md", "二月.md"));
    CHECK(matches("[a-c].md", "b.md"));
    CHECK(matches("a[b.md", "a[b.md"));
}

TEST_CASE("glob: many stars do not make it slow") {
    std::string pattern;
    for (int i = 0; i < 60; ++i) pattern += "a*";
    const auto start = std::chrono::steady_clock::now();
    CHECK_FALSE(matches(pattern + "b", std::string(4000, 'a')));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}
