// SPDX-License-Identifier: Apache-2.0
// Files lost, added, swapped or doubled; writing that is refused half-way; seals and texts that are not as
// prescribed.
#include "archive/small_year.hpp"

#include "archive/documents.hpp"
#include "archive/history.hpp"
#include "archive/merkle.hpp"
#include "archive/xml.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <csignal>
#include <sstream>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

std::vector<std::string> files_below(const std::string& folder) {
    TemporaryFolder list;
    REQUIRE(TemporaryFolder::run("cd '" + folder + "' && find . -type f | cut -c3- | LC_ALL=C sort > " +
                                 (list / "l")) == 0);
    std::istringstream lines(bytes_at(list / "l"));
    std::vector<std::string> files;
    for (std::string line; std::getline(lines, line);) files.push_back(line);
    return files;
}

}  // namespace

TEST_CASE("changes: each file that is lost, added, swapped or doubled is noticed and named") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    REQUIRE(TemporaryFolder::run("cd " + folder.path() + " && tar -xf '" + sealed.seal.container + "'") == 0);
    const std::string bag = folder / sealed.seal.bag;
    const auto damaged = [&](const std::string& file) {
        const Receipt receipt = verify(bag, {});
        CAPTURE(file, told(receipt.findings));
        CHECK(receipt.state == ReceiptState::damaged);
        const std::string plain = file.substr(file.rfind('/') + 1);
        CHECK((names(receipt.findings, plain) || has(receipt.findings, "bag-no-bagit")));
    };
    std::string before;
    for (const std::string& file : files_below(bag)) {
        const std::string path = bag + "/" + file;
        const std::string bytes = bytes_at(path);
        REQUIRE(std::remove(path.c_str()) == 0);
        damaged(file);
        write_file(path + ".double", bytes);
        write_file(path, bytes);
        damaged(file + ".double");
        REQUIRE(std::remove((path + ".double").c_str()) == 0);
        if (!before.empty()) {
            const std::string other = bytes_at(bag + "/" + before);
            write_file(path, other);
            write_file(bag + "/" + before, bytes);
            damaged(file);
            write_file(path, bytes);
            write_file(bag + "/" + before, other);
        }
        before = file;
    }
    CHECK(verify(bag, {}).state == ReceiptState::intact);
}

TEST_CASE(
    "changes: a disk that refuses half-way leaves nothing, and the next run clears what a killed one left") {
    const TemporaryFolder folder;
    make_folders(folder / "out");
    write_file(folder / "out/.hanqing-1-0.tmp", "left by a killed run");
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    struct rlimit small = before;
    small.rlim_cur = 30'000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    CHECK_THROWS_WITH(pack(year_of(), settings_of(), request_for(folder / "out")),
                      Catch::Contains("write-file"));
    ::setrlimit(RLIMIT_FSIZE, &before);
    CHECK(TemporaryFolder::run("test \"$(ls -A " + (folder / "out") + ")\" = .hanqing-lock") == 0);
    pack(year_of(), settings_of(), request_for(folder / "out"));
    CHECK(verify_archive(folder / "out", {}).intact());
}

TEST_CASE(
    "changes: a tar without a seal is packed again, a seal that cannot be read stops the next sealing") {
    const TemporaryFolder folder;
    const Sealed first = pack(year_of(), settings_of(), request_for(folder.path()));
    const std::string seal = folder / (first.seal.bag + ".seal.txt");
    const std::string text = bytes_at(seal);
    REQUIRE(std::remove(seal.c_str()) == 0);
    CHECK(text_of(pack(year_of(), settings_of(), request_for(folder.path())).seal) == text);
    write_file(seal, text + "more\n");
    CHECK_THROWS_WITH(pack(year_of(2025), settings_of(), request_for(folder.path())),
                      Catch::Contains("seal-unreadable"));
    write_file(seal, std::string(2'000'000, 'x'));
    CHECK(has(verify_archive(folder.path(), {}).bags.at(0).findings, "seal-unreadable"));
}

TEST_CASE(
    "changes: a bag that lost its seal and two thirds of its manifests is still read, and says what is "
    "lost") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    REQUIRE(TemporaryFolder::run("cd " + folder.path() + " && tar -xf '" + sealed.seal.container +
                                 "' && rm *.seal.txt */*manifest-sha512.txt */*manifest-sm3.txt") == 0);
    const Receipt receipt = verify(folder / sealed.seal.bag, {});
    INFO(told(receipt.findings));
    CHECK(receipt.state == ReceiptState::damaged);
    CHECK(names(receipt.findings, "manifest-sm3.txt"));
}

TEST_CASE("seal: its text has one spelling") {
    Seal seal;
    seal.bag = "J001-2024-永久-公开";
    seal.year = 2024;
    seal.date = "2025-01-15";
    seal.container = "J001-2024-永久-公开.tar";
    seal.keys = {{"sm2", "ab"}, {"ed25519", "cd"}};
    seal.fonts = {{"00", "Noto Serif CJK SC"}};
    const std::string text = text_of(seal);
    REQUIRE(seal_from_text(text));
    CHECK(text_of(*seal_from_text(text)) == text);
    for (const std::string& wrong :
         {text + "\n", text.substr(0, text.size() - 1), "x" + text, std::string(), text + "unknown: x\n",
          text + "year: 2024\n", std::string("Hanqing-Seal: 2\n") + text.substr(16)})
        CHECK_FALSE(seal_from_text(wrong));
}

TEST_CASE("tree: roots and paths are those of RFC 9162") {
    // The empty tree and the one-leaf tree follow from the definition; larger ones are checked against it.
    CHECK(hex(merkle_root({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(leaf_hash("")) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    std::vector<Digest> leaves;
    for (std::uint64_t size = 1; size <= 40; ++size) {
        leaves.push_back(leaf_hash(std::to_string(size)));
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto path = merkle_path(leaves, index);
            CHECK(root_from_path(leaves[index], index, size, path) == merkle_root(leaves));
            CHECK_FALSE(root_from_path(leaves[index], (index + 1) % size, size, path) ==
                        (size == 1 ? Digest{} : merkle_root(leaves)));
        }
    }
    const Digest three = node_hash(node_hash(leaves[0], leaves[1]), leaves[2]);
    CHECK(merkle_root(std::span(leaves).first(3)) == three);
}

TEST_CASE("texts: documents.tsv and XML come back as they went") {
    DocumentRow row{"0001", "1.10", "current", "pdf", "a\tb%\n.md", "data/x", 5, "aa", "bb", "cc"};
    const auto rows = documents_from_text(std::string(documents_head) + document_line(row));
    REQUIRE(rows);
    CHECK(rows->at(0) == row);
    CHECK_FALSE(documents_from_text("x"));
    CHECK_FALSE(documents_from_text(std::string(documents_head) + "a\tb\n"));
    for (const char* second_spelling : {"1\t1\tcurrent\tpdf\ta\rb\tdata/x\t5\taa\tbb\tcc\n",
                                        "1\t1\tcurrent\tpdf\ta\tdata/x\t05\taa\tbb\tcc\n",
                                        "1\t1\tcurrent\tpdf\ta\tdata/x\t5\ta%25\tbb\tcc\n"})
        CHECK_FALSE(documents_from_text(std::string(documents_head) + second_spelling));
    XmlWriter xml;
    xml.open("r", {{"a", "<\">"}});
    xml.open("e");
    xml.leaf("t", "a & b < c > d \" \t 汉\x01");
    xml.close();
    xml.close();
    const auto leaves = read_xml_leaves(xml.text(), "e");
    REQUIRE(leaves);
    CHECK(leaves->at(0).at(0).second == "a & b < c > d \" \t 汉\uFFFD");
    CHECK_FALSE(read_xml_leaves(xml.text() + "x", "e"));
    CHECK_FALSE(read_xml_leaves(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE r [<!ENTITY a \"b\">]><r></r>\n", "e"));
}
