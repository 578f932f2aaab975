// SPDX-License-Identifier: Apache-2.0
// Reading a collection from a real folder.
#include "batch/collection.hpp"

#include "batch/folder.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace hanqing;

namespace {

bool told(const Collection& collection, std::string_view id, std::string_view file) {
    return std::any_of(collection.findings.begin(), collection.findings.end(),
                       [&](const Finding& f) { return f.id == id && (file.empty() || f.file == file); });
}

}  // namespace

TEST_CASE("collection: any folder of Markdown is one, in byte order") {
    const test::Folder folder;
    folder.write("b.md", "# b\n");
    folder.write("a/z.md", "# z\n");
    folder.write("a.MARKDOWN", "# a\n");
    folder.write("readme.txt", "no\n");
    const Collection collection = open_collection(folder.path());
    CHECK(collection.reports == std::vector<std::string>{"a.MARKDOWN", "a/z.md", "b.md"});
    CHECK_FALSE(collection.has_file);
    CHECK(collection.findings.empty());
}

TEST_CASE(
    "collection: hidden files, drafts, leftovers of other programs and our own output are passed over") {
    const test::Folder folder;
    for (const char* name :
         {".x.md", "_draft.md", "~$x.md", ".git/x.md", "__MACOSX/x.md", "out/x.md", "archive/x.md", ".md"})
        folder.write(name, "x\n");
    folder.write("Thumbs.db", "");
    folder.write(".DS_Store", "");
    folder.write("ok.md", "ok\n");
    CHECK(open_collection(folder.path()).reports == std::vector<std::string>{"ok.md"});
}

TEST_CASE("collection: sources and exclude choose") {
    const test::Folder folder;
    folder.write("hanqing.yaml", "sources: [reports, notes/one.md]\nexclude: ['README.md', 'drafts/']\n");
    for (const char* name :
         {"reports/a.md", "reports/README.md", "reports/drafts/b.md", "notes/one.md", "notes/two.md"})
        folder.write(name, "x\n");
    const Collection collection = open_collection(folder.path());
    CHECK(collection.reports == std::vector<std::string>{"notes/one.md", "reports/a.md"});
}

TEST_CASE("collection: links never lead outside, and never in circles") {
    const test::Folder folder, other;
    other.write("secret.md", "x\n");
    folder.write("a.md", "a\n");
    REQUIRE(::symlink((other.path() + "/secret.md").c_str(), (folder.path() + "/out-link.md").c_str()) == 0);
    REQUIRE(::symlink("a.md", (folder.path() + "/in-link.md").c_str()) == 0);
    REQUIRE(::symlink("nowhere.md", (folder.path() + "/broken.md").c_str()) == 0);
    REQUIRE(::symlink(".", (folder.path() + "/loop").c_str()) == 0);
    REQUIRE(::symlink("/etc", (folder.path() + "/etc").c_str()) == 0);
    const Collection collection = open_collection(folder.path());
    CHECK(collection.reports == std::vector<std::string>{"a.md", "in-link.md"});
    CHECK(told(collection, "link-outside", "out-link.md"));
    CHECK(told(collection, "link-broken", "broken.md"));
    CHECK(told(collection, "link-to-folder", "loop"));
    CHECK(told(collection, "link-outside", "etc"));
}

TEST_CASE("collection: a pipe with a report's name is refused, not waited for") {
    const test::Folder folder;
    REQUIRE(::mkfifo((folder.path() + "/pipe.md").c_str(), 0600) == 0);
    const Collection collection = open_collection(folder.path());
    CHECK(collection.reports.empty());
    CHECK(told(collection, "not-a-file", "pipe.md"));
}

TEST_CASE("collection: a name that is not UTF-8 is refused by name") {
    const test::Folder folder;
    folder.write("\xB1\xA8\xB8\xE6.md", "x\n");
    const Collection collection = open_collection(folder.path());
    CHECK(collection.reports.empty());
    CHECK(told(collection, "name-not-utf8", "\\xB1\\xA8\\xB8\\xE6.md"));
}

TEST_CASE("collection: folders nested too deep are told, not entered") {
    const test::Folder folder;
    std::string path;
    for (int i = 0; i < 150; ++i) path += "d/";
    folder.write(path + "x.md", "x\n");
    const Collection collection = open_collection(folder.path());
    CHECK(collection.reports.empty());
    CHECK(told(collection, "folders-too-deep", ""));
}

TEST_CASE("collection: the nearest defaults win, then those above, then the collection") {
    const test::Folder folder;
    folder.write("hanqing.yaml", "organisation: 某厅\nlang: zh-CN\n");
    folder.write("_defaults.yaml", "access: internal\n");
    folder.write("2024/_defaults.yaml", "access: public\n");
    folder.write("2024/x.md", "x\n");
    const Collection collection = open_collection(folder.path());
    const auto records = farther_records(collection, "2024/x.md");
    REQUIRE(records.size() == 3);
    CHECK(records[0]->find("access")->text == "public");
    CHECK(records[1]->find("access")->text == "internal");
    CHECK(records[2]->find("organization")->text == "某厅");
    CHECK(collection.files[records[0]->find("access")->place.file - 1].name == "2024/_defaults.yaml");
}

TEST_CASE("collection: a single report sees the same records as a whole collection") {
    const test::Folder folder;
    folder.write("hanqing.yaml", "organisation: 某厅\ncatalogue: 目录.csv\n");
    folder.write("目录.csv", "路径,档号\r\n2024\\x.md,J-1\r\n");
    folder.write("2024/_defaults.yaml", "access: public\n");
    folder.write("2024/x.md", "x\n");
    const Collection whole = open_collection(folder.path());
    const Collection around = open_around(folder.path(), "2024/x.md");
    const auto a = farther_records(whole, "2024/x.md");
    const auto b = farther_records(around, "2024/x.md");
    REQUIRE(a.size() == 3);
    REQUIRE(b.size() == a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        CHECK(a[i]->map.front().value.text == b[i]->map.front().value.text);
}

TEST_CASE("collection: the catalogue is joined by path however it was typed, and says what fits nothing") {
    const test::Folder folder;
    folder.write("hanqing.yaml", "sources: reports\ncatalogue: c.csv\n");
    folder.write("reports/年报.md", "x\n");
    folder.write("reports/b.md", "x\n");
    folder.write(
        "c.csv",
        "\xEF\xBB\xBF路径,档号,密级\n年报,J-1,\nreports/b.md,J-2,内部\n./reports/b.md,J-3,\n年刊.md,J-4,\n");
    const Collection collection = open_collection(folder.path());
    REQUIRE(collection.catalogue.size() == 2);
    CHECK(collection.catalogue.at("reports/年报.md").map.size() == 1);
    CHECK(collection.catalogue.at("reports/b.md").find("档号")->text == "J-2");
    CHECK(told(collection, "catalogue-twice", "c.csv"));
    CHECK(told(collection, "catalogue-no-report", "c.csv"));
}

TEST_CASE("collection: unknown keys and bad values of hanqing.yaml are told with their line") {
    const test::Folder folder;
    folder.write("hanqing.yaml", "exlude: [a]\nsources: ../other\npage-limit: many\noutput: /tmp\n");
    const Collection collection = open_collection(folder.path());
    std::vector<std::pair<std::string, std::uint32_t>> found;
    for (const Finding& f : collection.findings) found.emplace_back(f.id, f.line);
    CHECK(found == std::vector<std::pair<std::string, std::uint32_t>>{
                       {"unknown-key", 1}, {"bad-value", 2}, {"bad-value", 3}, {"bad-value", 4}});
    CHECK(collection.findings[0].arguments == std::vector<std::string>{"exlude", "exclude"});
    CHECK(collection.settings.sources == std::vector<std::string>{"."});
    CHECK(collection.settings.output == "out");
}

TEST_CASE("collection: its root is the nearest hanqing.yaml above") {
    const test::Folder folder;
    folder.write("hanqing.yaml", "lang: zh\n");
    folder.write("a/b/x.md", "x\n");
    CHECK(collection_root(folder.path() + "/a/b/x.md") == folder.path());
    CHECK(collection_root(folder.path() + "/a/b") == folder.path());
}

TEST_CASE("collection: a hundred thousand reports in one folder are listed in a moment", "[.slow]") {
    const test::Folder folder;
    for (int i = 0; i < 100'000; ++i) folder.write("r" + std::to_string(i) + ".md", "");
    CHECK(open_collection(folder.path()).reports.size() == 100'000);
}

TEST_CASE("collection: a title from a file's name leaves its number out, and keeps its year") {
    CHECK(title_from_path("2024/03-决算说明.md") == "决算说明");
    CHECK(title_from_path("12. 附表.md") == "附表");
    for (const char* name : {"2024-决算", "3月简报", "01-02", "12", "决算-03"})
        CHECK(title_from_path(name) == name);
}

TEST_CASE("collection: a report's root is as far above it as its pictures lie, and no farther") {
    const test::Folder folder;
    folder.write("site/image/a.png", "x");
    folder.write("site/ch/doc.md", "![甲](/image/a.png)\n");
    folder.write("site/ch/up.md", "![甲](../image/a.png)\n");
    folder.write("site/ch/own.md", "![甲](a.png)\n");
    folder.write("site/ch/far.md", "![甲](../../../../../../../../a.png)\n");
    const auto root = [&](const std::string& name) { return report_root(folder.path() + "/" + name); };
    CHECK(root("site/ch/doc.md") == root("site/ch/up.md"));
    CHECK(root("site/ch/doc.md").ends_with("/site"));
    CHECK(root("site/ch/own.md").ends_with("/site/ch"));
    CHECK(root("site/ch/far.md") != "/");
    folder.write("site/ch/long.md", std::string(settings_size_max + 1, 'x') + "![甲](../image/a.png)\n");
    CHECK(root("site/ch/long.md").ends_with("/site"));
    CHECK_NOTHROW(root("site/ch/report.md"));  // from standard input
    folder.write("site/ch/hanqing.yaml", "fonds: Y001\n");
    CHECK(root("site/ch/doc.md").ends_with("/site/ch"));
}
