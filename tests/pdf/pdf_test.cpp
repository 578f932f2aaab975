// SPDX-License-Identifier: Apache-2.0
// What programs that are not ours say of our files.
#include "sketch.hpp"

#include <catch2/catch.hpp>

namespace hanqing {

TEST_CASE("pdf: qpdf, poppler and mupdf find nothing to say") {
    const std::string path = saved("everything.pdf", written(everything(), everything_about()));
    int status = 0;
    CHECK_THAT(output_of("qpdf --check " + path + " 2>&1", &status),
               Catch::Contains("No syntax or stream encoding errors"));
    CHECK(status == 0);
    CHECK(output_of("pdftotext " + path + " - 2>&1 >/dev/null").empty());
    // Debian's mupdf has no colour management and says so for every file with an ICC profile.
    CHECK(output_of("mutool draw -q -F text -o /dev/null " + path + " 2>&1 | grep -v 'ICC support'").empty());
}

TEST_CASE("pdf: equal input gives equal bytes") {
    CHECK(written(everything(), everything_about()).digest ==
          written(everything(), everything_about()).digest);
}

}  // namespace hanqing
