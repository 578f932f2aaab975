// SPDX-License-Identifier: Apache-2.0
// What TeX source is read as.
#include "math/formula.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

std::string tree(std::string_view tex, bool display = false) {
    const auto formula = read_formula(tex, display);
    return formula ? describe(*formula) : "refused";
}

}  // namespace

TEST_CASE("math: letters are italic, digits and capital Greek upright, h is in an older block") {
    CHECK(tree("x2\\alpha\\Gamma h") == "symbol 𝑥\nsymbol 2\nsymbol 𝛼\nsymbol Γ\nsymbol ℎ\n");
}
