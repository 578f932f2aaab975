// SPDX-License-Identifier: Apache-2.0
// What the stage prints of tests/golden/*.md, against what it printed when somebody last looked and agreed.
// HANQING_BLESS=1 in the environment writes the new text; look at the difference before it is committed.
#include "parsed.hpp"

#include "base/file.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace hanqing;

TEST_CASE("golden: documents print as agreed") {
    const std::string name = GENERATE("blocks", "inlines");
    const std::string stem = std::string(HANQING_ROOT) + "/tests/golden/" + name;
    const std::string printed = parsed(read_file(stem + ".md", 1U << 20U)).described();
    const std::string agreed = stem + ".document.txt";
    if (std::getenv("HANQING_BLESS") != nullptr) write_file(agreed, printed);
    CHECK(printed == read_file(agreed, 1U << 20U));
}
