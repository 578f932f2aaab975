// SPDX-License-Identifier: Apache-2.0
// Reading back: our own files give all that was put in, broken ones a failure or a list of faults.
#include "embed/deflate.hpp"
#include "pdf/inspect.hpp"
#include "pdf/xmp_reader.hpp"
#include "sketch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace hanqing {

using Catch::Contains;

TEST_CASE("inspect: a packet with list items outside any description is read as far as it goes") {
    CHECK(xmp_properties("<a><b><rdf:li>x</rdf:li></b></a>")->empty());
    const auto late = xmp_properties(
        "<x:xmpmeta><rdf:RDF><rdf:Description><dc:a>1</dc:a></rdf:Description></rdf:RDF></x:xmpmeta>"
        "<a><b><rdf:li>x</rdf:li></b></a>");
    REQUIRE(late);
    REQUIRE(late->size() == 1);
    CHECK((*late)[0].values == std::vector<std::string>{"1"});
}

TEST_CASE("inspect: the file gives back its metadata, stamps and attachments") {
    const Publication publication = everything_about();
    const Inspection seen = inspect_pdf(written(everything(), publication).bytes);
    CHECK(seen.faults.empty());
    CHECK(seen.version == "1.7");
    CHECK(seen.page_count == 3);
    CHECK(seen.page_labels == std::vector<std::string>{"i", "1", "2"});
    CHECK(seen.language == "zh-CN");
    CHECK(seen.claim == "PDF/A-3A, PDF/UA-1");
    REQUIRE(seen.stamps);
    CHECK(seen.stamps->source == publication.stamps.source);
    CHECK(seen.stamps->program_digest == publication.stamps.program_digest);
    REQUIRE(seen.attachments.size() == 2);
    for (const Attachment& sent : publication.attachments) {
        const auto got = std::find_if(seen.attachments.begin(), seen.attachments.end(),
                                      [&](const Attachment& a) { return a.name == sent.name; });
        REQUIRE(got != seen.attachments.end());
        CHECK(got->bytes == sent.bytes);
        CHECK(got->media_type == sent.media_type);
        CHECK(got->relationship == sent.relationship);
    }
    CHECK(seen.outline == std::vector<std::string>{"第一章 总则", "  脚注", "第二章 表与图"});
}

TEST_CASE("inspect: XMP and the information dictionary say the same") {
    const Inspection seen = inspect_pdf(written(everything(), everything_about()).bytes);
    const auto information = [&](std::string_view key) {
        for (const auto& [name, value] : seen.information)
            if (name == key) return value;
        return std::string();
    };
    const auto property = [&](std::string_view name) {
        for (const XmpProperty& p : seen.properties)
            if (p.name == name) return p.values;
        return std::vector<std::string>();
    };
    CHECK(property("dc:title") == std::vector{information("Title")});
    CHECK(property("dc:creator") == std::vector<std::string>{"甲", "乙 & 丙"});
    CHECK(information("Author") == "甲; 乙 & 丙");
    CHECK(property("dc:description") == std::vector{information("Subject")});
    CHECK(property("pdf:Keywords") == std::vector{information("Keywords")});
    CHECK(property("pdf:Producer") == std::vector{information("Producer")});
    CHECK(property("xmp:CreateDate") == std::vector<std::string>{"2024-03-05T00:00:00Z"});
    CHECK(information("CreationDate") == "D:20240305000000Z");
    CHECK(property("hanqing:documentNumber") == std::vector<std::string>{"某发〔2024〕3号"});
    CHECK(property("hanqing:revisions") ==
          std::vector<std::string>{"0.9 | 2024-02-01 | 征求意见", "1.0 | 2024-03-05 | 印发"});
}

TEST_CASE("inspect: a screen reader hears the report in its order") {
    const std::string tags = inspect_pdf(written(everything(), everything_about()).bytes).tags;
    INFO(tags);
    CHECK_THAT(tags, Contains("H1 第一章 总则\n"));
    CHECK_THAT(tags, Contains("这里有efficient office transport[Span (en) naïve déjà vu]"));
    CHECK_THAT(tags, Contains("[Link 链接文字 → https://example.org/%E8%B7%AF%E5%BE%84?q=1]"));
    CHECK_THAT(tags, Contains("[Reference [Link 1 → page 2]]，注后文字。\n"));
    CHECK_THAT(tags, Contains("Note (note-1) "));
    CHECK_THAT(
        tags,
        Contains("𠮷𡈽𪚥楷体一段，TrueType 轮廓。连字符-与‑不断行，⼂与丶，·与・\xEE\x80\x81用区与无声之\n"));
    CHECK_THAT(tags, Contains("TH (heads Column, 2 columns) 项目\n"));
    CHECK_THAT(tags, Contains("Figure “试验图 1”\n"));
    CHECK(tags.find("页眉") == std::string::npos);
    CHECK(tags.find("草案") == std::string::npos);
    CHECK(tags.find("第二章 表与图\n") > tags.find("脚注的内容"));
}

TEST_CASE("inspect: what is no PDF is refused, what is damaged is read as far as it goes") {
    CHECK_THROWS_AS(inspect_pdf(""), Failure);
    CHECK_THROWS_AS(inspect_pdf("# 标题\n"), Failure);
    const std::string good = written(everything(), everything_about()).bytes;
    for (std::size_t cut = 0; cut < good.size(); cut += good.size() / 23) {
        try {
            inspect_pdf(good.substr(0, cut));
        } catch (const Failure& f) {
            CHECK(f.id() == "pdf-unreadable");
        }
    }
    for (std::size_t at = 100; at < good.size(); at += good.size() / 101) {
        std::string flipped = good;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        try {
            inspect_pdf(flipped);
        } catch (const Failure& f) {
            CHECK(f.id() == "pdf-unreadable");
        }
    }
}

TEST_CASE("inspect: a stream that inflates beyond the limit is left out and said") {
    Publication publication = everything_about();
    publication.attachments[0].bytes.assign(8U << 20, 'x');
    InspectionLimits limits;
    limits.stream_bytes = 1U << 20;
    const Inspection seen = inspect_pdf(written(everything(), publication).bytes, limits);
    CHECK(seen.attachments.at(1).bytes.size() < (8U << 20));
    CHECK_FALSE(seen.faults.empty());
}

namespace {

/// A file whose page tree lies in an object stream of `object_bytes` and whose cross-reference stream has
/// `reference_bytes` of nothing behind it.
std::string bomb(std::size_t object_bytes, std::size_t reference_bytes) {
    const auto number = [](std::size_t n) {
        return std::string{static_cast<char>(n >> 24U), static_cast<char>(n >> 16U),
                           static_cast<char>(n >> 8U), static_cast<char>(n)};
    };
    const auto stream = [](const std::string& entries, const std::string& content) {
        const std::string data = deflate(content);
        return "<<" + entries + "/Filter/FlateDecode/Length " + std::to_string(data.size()) + ">>\nstream\n" +
               data + "\nendstream\nendobj\n";
    };
    std::string out = "%PDF-1.7\n";
    const std::size_t catalog = out.size();
    out += "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n";
    const std::size_t objects = out.size();
    out += "3 0 obj\n" + stream("/Type/ObjStm/N 1/First 4",
                                "2 0 <</Type/Pages/Kids[]/Count 0>>" + std::string(object_bytes, ' '));
    const std::size_t references = out.size();
    const std::string table = std::string(1, 0) + number(0) + '\xFF' + '\1' + number(catalog) + '\0' + '\2' +
                              number(3) + '\0' + '\1' + number(objects) + '\0' + '\1' + number(references) +
                              '\0';
    out += "4 0 obj\n" +
           stream("/Type/XRef/Size 5/W[1 4 1]/Root 1 0 R", table + std::string(reference_bytes, 0));
    return out + "startxref\n" + std::to_string(references) + "\n%%EOF\n";
}

}  // namespace

TEST_CASE("inspect: a file whose structure is a bomb is refused before it goes off") {
    CHECK(inspect_pdf(bomb(0, 0)).version == "1.7");
    InspectionLimits limits;
    limits.stream_bytes = 1U << 20;
    CHECK_THROWS_AS(inspect_pdf(bomb(2U << 20, 0), limits), Failure);
    CHECK_THROWS_AS(inspect_pdf(bomb(0, 2U << 20), limits), Failure);
}

TEST_CASE("inspect: a tree of tags that bites its own tail ends") {
    const std::string body =
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 "
        "9]>>endobj\n"
        "4 0 obj<</Type/StructTreeRoot/K[5 0 R 5 0 R]>>endobj\n5 0 obj<</S/P/P 4 0 R/K[5 0 R 4 0 R 7 "
        "\x1b]>>endobj\n"
        "trailer<</Root 1 0 R>>\n";
    const Inspection seen = inspect_pdf(body);
    CHECK(seen.page_count == 1);
    CHECK(std::count(seen.tags.begin(), seen.tags.end(), '\n') <= 2);
}

}  // namespace hanqing
