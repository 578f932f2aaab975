// SPDX-License-Identifier: Apache-2.0
// What veraPDF says of our files, and that it notices what we plant.
#include "sketch.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

namespace hanqing {

namespace {

/// Exit status of scripts/verapdf. It needs Java and a package from outside: without them the test says so
/// and passes, unless CI demands them.
int verapdf(const std::string& arguments, std::string& report) {
    int status = 0;
    report = output_of(std::string(HANQING_ROOT) + "/scripts/verapdf " + arguments + " 2>&1", &status);
    if (status == 3) {
        WARN("skipped: veraPDF cannot be had here: " + report);
        REQUIRE(std::getenv("CI") == nullptr);
    }
    return status;
}

std::string with_fault(Fault fault, std::string_view name) {
    fault_to_plant = fault;
    std::string path = saved(name, written(everything(), everything_about()));
    fault_to_plant = Fault::nothing;
    return path;
}

}  // namespace

TEST_CASE("validity: every construct is PDF/A-3a and PDF/UA-1") {
    const std::string path = saved("everything.pdf", written(everything(), everything_about()));
    std::string report;
    const int status = verapdf("--flavours 3a,ua1 " + path, report);
    INFO(report);
    CHECK((status == 0 || status == 3));
}

TEST_CASE("validity: with the older profile every construct is PDF/A-2a") {
    Publication publication = everything_about();
    publication.profile = Profile::a2a_ua1;
    const std::string path = saved("everything-2a.pdf", written(everything(), publication));
    std::string report;
    const int status = verapdf("--flavours 2a,ua1 " + path, report);
    INFO(report);
    CHECK((status == 0 || status == 3));
}

TEST_CASE("validity: planted faults are caught, each by its clause") {
    const struct {
        Fault fault;
        std::string_view name, clause;
    } plants[] = {{Fault::wrong_width, "wrong-width.pdf", "3a: clause 6.2.11.5-1"},
                  {Fault::missing_alternative, "missing-alternative.pdf", "ua1: clause 7.3-1"},
                  {Fault::untagged_mark, "untagged-mark.pdf", "ua1: clause 7.1-3"},
                  {Fault::bad_date, "bad-date.pdf", "3a: clause 6.6.2.3.1-"}};
    std::string paths, report;
    for (const auto& plant : plants) paths += ' ' + with_fault(plant.fault, plant.name);
    if (verapdf("--flavours 3a,ua1" + paths, report) == 3) return;
    INFO(report);
    for (const auto& plant : plants)
        CHECK_THAT(report, Catch::Contains(std::string(plant.name) + ": " + std::string(plant.clause)));
}

}  // namespace hanqing
