// SPDX-License-Identifier: Apache-2.0
// Writing systems that no face has.
#include "shape/script_name.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::sample;

TEST_CASE("scripts: letters have a name, Han and signs have none") {
    CHECK(script_in_letters(0x1820) == "Mongolian");
    CHECK(script_in_letters(0x10600) == "Linear A");
    CHECK(script_in_letters(U'汉').empty());
    CHECK(script_in_letters(0x2603).empty());
    CHECK(script_in_letters(0x3FFFD).empty());
}

TEST_CASE("shape: letters of a script that no face has are one note") {
    Notes notes;
    shaped(styled(), paragraph({{"甲\U00010600\U00010601乙", 0}}), notes);  // Linear A
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "script-missing");
    CHECK(notes.all()[0].arguments == std::vector<std::string>{"Linear A"});
}
