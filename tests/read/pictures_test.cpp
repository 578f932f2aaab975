// SPDX-License-Identifier: Apache-2.0
// Finding pictures inside the collection, and never outside it.
#include "parsed.hpp"

#include "base/file.hpp"
#include "read/picture_path.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

using namespace hanqing;
namespace fs = std::filesystem;

namespace {

/// A collection with a report's folder and pictures, removed at the end.
struct Collection {
    fs::path top;
    Folders folders;
    Collection() {
        std::string name = (fs::temp_directory_path() / "hanqing-pictures-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        top = fs::canonical(name);
        for (const char* folder : {"c/reports/2024/图片", "c/shared", "outside"})
            fs::create_directories(top / folder);
        for (const char* file : {"c/reports/2024/图片/图 一.png", "c/reports/2024/Chart.PNG",
                                 "c/shared/logo.png", "outside/secret.png"})
            write_file((top / file).string(), "x");
        fs::create_symlink(top / "outside/secret.png", top / "c/reports/2024/link.png");
        fs::create_symlink(top / "outside", top / "c/reports/2024/door");
        fs::create_symlink("../../shared/logo.png", top / "c/reports/2024/inner.png");
        folders = {(top / "c").string(), (top / "c/reports/2024").string()};
    }
    ~Collection() {
        std::error_code ignored;
        fs::remove_all(top, ignored);
    }
    Collection(const Collection&) = delete;
    Collection& operator=(const Collection&) = delete;
    [[nodiscard]] PicturePath find(std::string_view typed) const { return picture_path(typed, folders); }
};

}  // namespace

TEST_CASE("pictures: paths are relative to the report, or with a slash to the collection") {
    const Collection collection;
    CHECK(collection.find("图片/图 一.png").inside == "reports/2024/图片/图 一.png");
    CHECK(collection.find("./图片/../Chart.PNG").inside == "reports/2024/Chart.PNG");
    CHECK(collection.find("../../shared/logo.png").inside == "shared/logo.png");
    CHECK(collection.find("/shared/logo.png").inside == "shared/logo.png");
    CHECK(collection.find("图片\\图 一.png").fault == PathFault::none);
    CHECK(collection.find("Chart.PNG?raw=true").fault == PathFault::none);
    CHECK(collection.find("inner.png").fault == PathFault::none);
    CHECK(fs::exists(collection.find("inner.png").absolute));
}

TEST_CASE("pictures: wrong case or a slip of the pen suggests the file that was meant") {
    const Collection collection;
    CHECK(collection.find("chart.png").fault == PathFault::missing);
    CHECK(collection.find("chart.png").nearest == "Chart.PNG");
    CHECK(collection.find("图片/图一.png").nearest == "图片/图 一.png");
    CHECK(collection.find("/Shared/Logo.png").nearest == "/shared/logo.png");
    CHECK(collection.find("entirely-other-name.jpeg").nearest.empty());
    CHECK(collection.find("").fault == PathFault::missing);
    CHECK(collection.find("图片").fault == PathFault::missing);
}

TEST_CASE("pictures: nothing outside the collection is opened") {
    const Collection collection;
    for (const char* typed : {"../../../outside/secret.png", "link.png", "door/secret.png",
                              "file:///etc/passwd", "C:\\x.png", "/../outside/secret.png"}) {
        INFO(typed);
        CHECK(collection.find(typed).fault == PathFault::outside);
        CHECK(collection.find(typed).absolute.empty());
    }
    CHECK(collection.find("/etc/passwd").fault == PathFault::missing);
    CHECK(collection.find("/proc/self/environ").fault == PathFault::missing);
    for (const char* typed : {"http://a.cn/x.png", "https://a.cn/x.png", "//a.cn/x.png",
                              "data:image/png;base64,AA", "\\\\host\\share\\x.png"})
        CHECK(collection.find(typed).fault != PathFault::none);
    CHECK(collection.find("https://a.cn/x.png").fault == PathFault::remote);
}

TEST_CASE("pictures: a FIFO or folder is no picture and nothing waits for it") {
    const Collection collection;
    REQUIRE(std::system(("mkfifo '" + (collection.top / "c/reports/2024/pipe.png").string() + "'").c_str()) ==
            0);
    CHECK(collection.find("pipe.png").fault == PathFault::missing);
}

TEST_CASE("pictures: each reference has its picture or its note, in order") {
    const Collection collection;
    const Parsed result =
        parsed("![a](Chart.PNG) ![b](nowhere.png) ![c](https://a.cn/x.png) ![d](link.png) ![e](Chart.PNG)");
    Notes notes;
    const Pictures pictures = load_pictures(result.document, collection.folders, notes);
    REQUIRE(pictures.images.size() == 5);
    CHECK(pictures.paths ==
          std::vector<std::string>{"reports/2024/Chart.PNG", "", "", "", "reports/2024/Chart.PNG"});
    std::vector<std::string> ids;
    for (const Note& note : notes.all())
        if (note.id.starts_with("image-m") || note.id.starts_with("image-r") ||
            note.id.starts_with("image-o"))
            ids.push_back(note.id);
    CHECK(ids == std::vector<std::string>{"image-missing", "image-remote", "image-outside"});
}

TEST_CASE("pictures: a name with blanks needs no angle brackets") {
    CHECK(parsed("![甲](图 片/甲.png)").described() == "paragraph |<image 图 片/甲.png \"甲\"></image>|\n");
    CHECK(parsed("![甲]( 图 片/甲 (1).png \"题名\" )").described().find("<image 图 片/甲 (1).png \"甲\">") !=
          std::string::npos);
    CHECK(parsed("[附件](附 件.md)后文").text() == "附件后文");
}

TEST_CASE("pictures: what only looks like a name with blanks stays text") {
    for (const std::string text :
         {"[甲](乙 丙)", "[甲](乙 丙.)", "[甲](第1. 条)", "`[甲](乙 丙.png)`", "[甲](乙 丙.png"})
        CHECK(parsed(text).text() == (text.front() == '`' ? text.substr(1, text.size() - 2) : text));
}
