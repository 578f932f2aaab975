// SPDX-License-Identifier: Apache-2.0
// What programs that are not ours say of our files.
#include "sketch.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

namespace hanqing {

namespace {

/// veraPDF needs Java and a package from outside: without them the test says so, and CI demands them.
int verapdf(const std::string& arguments, std::string& report) {
    int status = 0;
    report = output_of(std::string(HANQING_ROOT) + "/scripts/verapdf " + arguments + " 2>&1", &status);
    if (status == 3) {
        WARN("skipped: veraPDF cannot be had here");
        REQUIRE(std::getenv("HANQING_NEED_VERAPDF") == nullptr);
    }
    return status;
}

}  // namespace

TEST_CASE("pdf: every construct is PDF/A-3a and PDF/UA-1") {
    const std::string path = saved("everything.pdf", written(everything(), everything_about()));
    std::string report;
    const int status = verapdf("--flavours 3a,ua1 " + path, report);
    INFO(report);
    CHECK((status == 0 || status == 3));
}

TEST_CASE("pdf: with the older profile it is PDF/A-2a") {
    Publication publication = everything_about();
    publication.profile = Profile::a2a_ua1;
    const std::string path = saved("everything-2a.pdf", written(everything(), publication));
    std::string report;
    const int status = verapdf("--flavours 2a,ua1 " + path, report);
    INFO(report);
    CHECK((status == 0 || status == 3));
}

TEST_CASE("pdf: qpdf, poppler and mupdf find nothing to say") {
    const std::string path = saved("everything.pdf", written(everything(), everything_about()));
    int status = 0;
    CHECK_THAT(output_of("qpdf --check " + path + " 2>&1", &status), Catch::Contains("No syntax or stream encoding errors"));
    CHECK(status == 0);
    CHECK(output_of("pdftotext " + path + " - 2>&1 >/dev/null").empty());
    // Debian's mupdf has no colour management and says so for every file with an ICC profile.
    CHECK(output_of("mutool draw -q -F text -o /dev/null " + path + " 2>&1 | grep -v 'ICC support'").empty());
}

TEST_CASE("pdf: equal input gives equal bytes") {
    CHECK(written(everything(), everything_about()).digest == written(everything(), everything_about()).digest);
}

}  // namespace hanqing
