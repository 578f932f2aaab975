// SPDX-License-Identifier: Apache-2.0
// What is no formula that can be set, and what was made to do harm.
#include "math/formula.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

bool is_read(std::string_view tex, bool display = false) { return read_formula(tex, display).has_value(); }

/// `count` times `piece`.
std::string times(std::size_t count, std::string_view piece) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += piece;
    return all;
}

std::string nested(std::size_t depth, std::string_view open, std::string_view close) {
    return times(depth, open) + "x" + times(depth, close);
}

}  // namespace

TEST_CASE("math: unknown commands and what does not match is refused as a whole") {
    for (const std::string_view tex : {"\\unknowncommand",
                                       "{x",
                                       "x}",
                                       "\\left(x",
                                       "x\\right)",
                                       "\\begin{matrix}a",
                                       "\\begin{nothing}\\end{nothing}",
                                       "\\frac{a}",
                                       "x^",
                                       "x^a^b",
                                       "x_a_b",
                                       "\\sqrt[3{x}",
                                       "\\text{a",
                                       "\\text{$a}",
                                       "a&b",
                                       "\\hat",
                                       "\\left",
                                       "\\",
                                       "\\hspace{wide}",
                                       "\\limits",
                                       "\\end{matrix}",
                                       "\\text{\\unknowncommand}",
                                       "\\root 3",
                                       "\\begin"})
        CHECK_FALSE(is_read(tex));
    CHECK_FALSE(is_read("a&b"));
    CHECK_FALSE(is_read("\xff"));
    CHECK_FALSE(is_read(std::string_view("a\0b", 3)));
}

TEST_CASE("math: nesting has an end, whatever it is made of") {
    CHECK(is_read(nested(40, "{", "}")));
    CHECK_FALSE(is_read(nested(60, "{", "}")));
    CHECK_FALSE(is_read(nested(60, "\\left(", "\\right)")));
    CHECK_FALSE(is_read(nested(60, "\\begin{matrix}", "\\end{matrix}")));
    CHECK_FALSE(is_read(times(60, "\\hat") + "x"));
    CHECK_FALSE(is_read(nested(60, "\\text{\\textbf{", "}}")));
    CHECK_FALSE(is_read(times(60, "\\begin{matrix}")));
    for (const std::string_view piece :
         {"{", "\\left(", "\\sqrt[", "\\hat", "x^", "\\text{$", "\\begin{matrix}", "\\not"})
        CHECK_FALSE(is_read(times(19'000 / piece.size(), piece)));
}

TEST_CASE("math: twenty thousand bytes are the most") {
    CHECK(is_read(times(20'000, "x")));
    CHECK_FALSE(is_read(times(20'001, "x")));
}

TEST_CASE("math: long sources of one kind are read, and their lines end at a thousand places at most") {
    CHECK(is_read(times(9'000, "{}")));
    CHECK(is_read(times(19'000, "'")));
    CHECK(is_read("\\ce{" + times(9'000, "H2") + "}"));
    CHECK(is_read(times(6'000, "a\\\\"), true));
    CHECK(is_read("\\begin{array}{" + times(9'000, "|") + "}a\\end{array}"));
    CHECK(is_read("\\begin{array}{" + times(1'500, "*{64}{cccc}") + "}a\\end{array}"));
    CHECK_FALSE(is_read("\\begin{matrix}" + times(5'000, "&") + times(4'000, "\\\\a") + "\\end{matrix}"));
    const auto formula = read_formula(times(9'000, "a="), false);
    REQUIRE(formula);
    CHECK(formula->ends.size() == 1'000);
    CHECK(formula->ends.back() == formula->list.size());
}
