// SPDX-License-Identifier: Apache-2.0
// Files that hold the same are the same, however they are packed; others differ where they do.
#include "sketch.hpp"

#include "base/file.hpp"
#include "pdf/compare.hpp"

#include <catch2/catch.hpp>

namespace hanqing {

namespace {

std::string packed_otherwise(const std::string& path, const std::string& options) {
    const std::string other = path + ".packed";
    int status = 0;
    output_of("qpdf " + options + " " + path + " " + other, &status);
    REQUIRE(status == 0);
    return read_file(other, 64U << 20);
}

std::vector<std::string> names(const std::vector<PdfPart>& parts) {
    std::vector<std::string> all;
    for (const PdfPart& part : parts)
        all.push_back(part.page == 0 ? part.name : part.name + " " + std::to_string(part.page));
    return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("compare: packing makes no difference") {
    const Pdf pdf = written(everything(), everything_about());
    const std::string path = saved("compare.pdf", pdf);
    for (const char* const options : {"--object-streams=disable", "--recompress-flate --compression-level=1",
                                      "--stream-data=uncompress --object-streams=generate", "--linearize"}) {
        INFO(options);
        CHECK(names(differing_parts(pdf.bytes, packed_otherwise(path, options))).empty());
    }
}

TEST_CASE("compare: a difference is found where it is") {
    const std::string before = written(everything(), everything_about()).bytes;
    Pages moved = everything();
    moved.glyphs.back().x += points(1);
    CHECK(names(differing_parts(before, written(moved, everything_about()).bytes)) == Names{"page 3"});
    Pages renamed = everything();
    renamed.metadata.keywords = {"别的"};
    CHECK(names(differing_parts(before, written(renamed, everything_about()).bytes)) == Names{"metadata"});
    Publication other = everything_about();
    other.attachments.front().bytes += "多一行\n";
    CHECK(names(differing_parts(before, written(everything(), other).bytes)) == Names{"attachments"});
    Pages retold = everything();
    for (Tag& tag : retold.tags)
        if (tag.kind == TagKind::figure) tag.alternative = "另一种说法";
    CHECK(names(differing_parts(before, written(retold, everything_about()).bytes)) == Names{"tags"});
}

}  // namespace hanqing
