// SPDX-License-Identifier: Apache-2.0
// Archives made to harm their reader: each is refused by name, nothing is followed or written, memory stays
// bounded.
#include "archive/small_year.hpp"

#include "archive/tar_reader.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <algorithm>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

/// A header block with a right checksum.
std::string header(const std::string& name, std::uint64_t size, char type = '0',
                   const std::string& link = "") {
    std::string block(512, '\0');
    const auto put = [&](std::size_t at, const std::string& text) {
        std::copy(text.begin(), text.end(), block.begin() + static_cast<std::ptrdiff_t>(at));
    };
    char octal[16];
    std::snprintf(octal, sizeof octal, "%011llo", static_cast<unsigned long long>(size));
    put(0, name.substr(0, 100));
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, octal);
    put(136, "00000000000");
    block[156] = type;
    put(157, link);
    put(257, std::string("ustar\00000", 8));
    unsigned sum = 8 * ' ';
    for (const char c : block) sum += static_cast<unsigned char>(c);
    std::snprintf(octal, sizeof octal, "%06o", sum);
    put(148, std::string(octal) + std::string("\0 ", 2));
    return block;
}

std::string member(const std::string& name, const std::string& bytes, char type = '0',
                   const std::string& link = "") {
    std::string out = header(name, bytes.size(), type, link) + bytes;
    out.append((512 - bytes.size() % 512) % 512, '\0');
    return out;
}

std::string pax(const std::string& key, const std::string& value) {
    std::size_t size = key.size() + value.size() + 3;
    size += std::to_string(size + std::to_string(size).size()).size();
    return std::to_string(size) + " " + key + "=" + value + "\n";
}

const std::string end_blocks(1024, '\0');

/// A bag that is right but for what is put into it.
std::string bag_with(const std::string& more) {
    return member("b/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") +
           member("b/data/a", "a") + member("b/manifest-sha256.txt", hex(sha256("a")) + "  data/a\n") + more +
           end_blocks;
}

Receipt verified(const std::string& tar) {
    const TemporaryFolder folder;
    write_file(folder / "x.tar", tar);
    Receipt receipt = verify(folder / "x.tar", {});
    CHECK(TemporaryFolder::run("test \"$(ls -A " + folder.path() + ")\" = x.tar") == 0);
    return receipt;
}

struct Case {
    const char* what;
    std::string members, id;
};

}  // namespace

TEST_CASE("hostile: a small foreign bag without tricks is valid") {
    const Receipt receipt = verified(bag_with(""));
    INFO(told(receipt.findings));
    CHECK(receipt.state == ReceiptState::unsealed);
    CHECK(receipt.files == 1);
}

TEST_CASE("hostile: members that are no plain files below the top folder are refused by name") {
    const std::string sparse = pax("GNU.sparse.major", "1") + pax("GNU.sparse.name", "b/data/s");
    const std::vector<Case> cases{
        {"symbolic link", member("b/data/l", "", '2', "/etc/passwd"), "tar-kind"},
        {"hard link", member("b/data/l", "", '1', "/etc/passwd"), "tar-kind"},
        {"link, then a file through it", member("b/data/d", "", '2', "/tmp") + member("b/data/d/x", "x"),
         "tar-kind"},
        {"device", member("b/data/z", "", '3'), "tar-kind"},
        {"block device", member("b/data/z", "", '4'), "tar-kind"},
        {"FIFO", member("b/data/f", "", '6'), "tar-kind"},
        {"old sparse", member("b/data/s", "xx", 'S'), "tar-kind"},
        {"pax sparse", member("p", sparse, 'x') + member("b/data/s", "xx"), "tar-kind"},
        {"parent", member("b/../../x", "x"), "bag-path"},
        {"parent in the middle", member("b/data/../../../x", "x"), "bag-path"},
        {"absolute", member("/etc/x", "x"), "tar-top"},
        {"absolute by pax", member("p", pax("path", "/etc/x"), 'x') + member("b/data/q", "x"), "tar-top"},
        {"dot parent", member("./../x", "x"), "tar-top"},
        {"home", member("b/~root/x", "x"), "bag-path"},
        {"drive", member("b/C:/x", "x"), "bag-path"},
        {"backslash", member("b/data\\..\\x", "x"), "bag-path"},
        {"control character", member("b/data/a\nb", "x"), "bag-path"},
        {"not UTF-8", member("b/data/\xb5\xb5", "x"), "bag-path"},
        {"double, same", member("b/data/a", "a"), "bag-twice"},
        {"double, other", member("b/data/a", "b"), "bag-twice"},
        {"second top folder", member("c/data/a", "a"), "tar-top"},
        {"extra file", member("b/data/b", "b"), "bag-file-extra"},
        {"fetch", member("b/fetch.txt", "http://example.org/ 1 data/x\n"), "bag-fetch"},
        {"global path", member("p", pax("path", "b/data/q"), 'g'), "tar-extension"},
        {"pax size that is negative", member("p", pax("size", "-1"), 'x') + member("b/data/q", "x"),
         "tar-extension"},
        {"pax size that is huge",
         member("p", pax("size", "9223372036854775807"), 'x') + member("b/data/q", "x"), "tar-extension"},
        {"pax size beyond the end", member("p", pax("size", "99999999"), 'x') + member("b/data/q", "x"),
         "tar-truncated"},
        {"pax bomb", header("p", 70000, 'x') + std::string(70144, 'x'), "tar-extension"},
        {"GNU name bomb", header("p", 1ULL << 33U, 'L'), "tar-extension"},
        {"pax record without end", member("p", "999 path=x\n", 'x') + member("b/data/q", "x"),
         "tar-extension"},
        {"unknown type", member("b/data/u", "", 'Z'), "tar-kind"},
        {"wrong checksum", std::string(512, 'x'), "tar-header"},
    };
    for (const Case& one : cases) {
        const Receipt receipt = verified(bag_with(one.members));
        CAPTURE(one.what, told(receipt.findings));
        CHECK(receipt.state == ReceiptState::damaged);
        CHECK(has(receipt.findings, one.id));
    }
}

namespace {

/// Ids of the faults, each with its first argument.
struct Faults : TarSink {
    void member(const TarMember&) override {}
    void data(std::string_view) override {}
    void end_member() override {}
    void fault(std::string_view id, std::vector<std::string> arguments) override {
        all.push_back(std::string(id) + " " + arguments.at(0));
    }
    std::vector<std::string> all;
};

}  // namespace

TEST_CASE("hostile: a changed padding is told once a member, however the tar comes") {
    std::string bytes = member("b/x", "xyz") + member("p", pax("path", "b/y"), 'x') + member("y", "") +
                        member("b/z", std::string(512, 'z')) + end_blocks;
    for (const std::size_t at : {600U, 601U, 1000U, 1600U, 1700U}) bytes[at] = '!';
    for (const std::size_t piece : {std::size_t{1}, std::size_t{99}, bytes.size()}) {
        Faults faults;
        TarReader reader(faults);
        for (std::size_t i = 0; i < bytes.size(); i += piece)
            reader.feed(std::string_view(bytes).substr(i, piece));
        reader.finish();
        CHECK(faults.all == std::vector<std::string>{"tar-padding 600", "tar-padding 1600"});
    }
}

TEST_CASE("hostile: manifests that contradict the bag or themselves are told by what is wrong") {
    const std::string a = hex(sha256("a"));
    struct ManifestCase {
        const char* what;
        std::string manifest, id;
        bool fails;
    };
    const std::vector<ManifestCase> cases{
        {"upper-case hex", "CA978112CA1BBDCAFAC231B39A23DC4DA786EFF8147C4E72B9807785AFEE48BB  data/a\n", "",
         false},
        {"no final line end", a + "  data/a", "", false},
        {"CR LF", a + "  data/a\r\n", "", false},
        {"CR", a + "  data/a\r", "", false},
        {"leading ./", a + "  ./data/a\n", "", false},
        {"md5sum's star", a + " *data/a\n", "bag-starred", false},
        {"listed twice", a + "  data/a\n" + a + "  data/a\n", "bag-listed-twice", true},
        {"listed twice, other digest", a + "  data/a\n" + hex(sha256("b")) + "  data/a\n", "bag-listed-twice",
         true},
        {"short digest", a.substr(2) + "  data/a\n", "bag-digest", true},
        {"not hexadecimal", "zz" + a.substr(2) + "  data/a\n", "bag-line", true},
        {"BOM", "\xEF\xBB\xBF" + a + "  data/a\n", "bag-line", true},
        {"parent", a + "  data/a\n" + a + "  data/../../x\n", "bag-line", true},
        {"absolute", a + "  data/a\n" + a + "  /etc/passwd\n", "bag-line", true},
        {"home", a + "  data/a\n" + a + "  ~/x\n", "bag-line", true},
        {"missing file", a + "  data/a\n" + a + "  data/b\n", "bag-file-missing", true},
        {"tag file in a payload manifest", a + "  data/a\n" + a + "  bagit.txt\n", "bag-line", true},
        {"line without end", std::string(20000, 'a'), "bag-limit", true},
    };
    for (const ManifestCase& one : cases) {
        const std::string bag =
            member("b/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") +
            member("b/data/a", "a") + member("b/manifest-sha256.txt", one.manifest) + end_blocks;
        const Receipt receipt = verified(bag);
        CAPTURE(one.what, told(receipt.findings));
        CHECK((receipt.state == ReceiptState::damaged) == one.fails);
        if (!one.id.empty()) CHECK(has(receipt.findings, one.id));
    }
}

TEST_CASE("hostile: declarations and versions") {
    const auto bag = [](const std::string& declaration) {
        return member("b/bagit.txt", declaration) + member("b/data/a", "a") +
               member("b/manifest-md5.txt", "0cc175b9c0f1b6a831c399e269772661  data/a\n") + end_blocks;
    };
    const std::string encoding = "Tag-File-Character-Encoding: UTF-8\n";
    CHECK(verified(bag("BagIt-Version: 0.97\n" + encoding)).state == ReceiptState::unsealed);
    CHECK(verified(bag("BagIt-Version : 0.97\n" + encoding)).state == ReceiptState::unsealed);
    CHECK(verified(bag("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: ISO-8859-1\r\n")).state ==
          ReceiptState::unsealed);
    for (const char* wrong :
         {"BagIt-Version: 1.0\n", "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n",
          "BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n",
          "\xEF\xBB\xBF"
          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
          "garbage", ""}) {
        CAPTURE(wrong);
        CHECK(has(verified(bag(wrong)).findings, "bag-bagit-text"));
    }
    CHECK(has(verified(bag("BagIt-Version: 2.0\n" + encoding)).findings, "bag-version"));
    CHECK(has(verified(bag("BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n")).findings,
              "bag-encoding"));
}

TEST_CASE("hostile: a bag folder with links, devices and what nobody may read") {
    const TemporaryFolder folder;
    const std::string bag = folder / "b";
    make_folders(bag + "/data");
    write_file(bag + "/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    write_file(bag + "/data/a", "a");
    write_file(bag + "/manifest-sha256.txt", hex(sha256("a")) + "  data/a\n");
    CHECK(verify(bag, {}).state == ReceiptState::unsealed);
    REQUIRE(TemporaryFolder::run("cd " + bag + "/data && ln -s /etc/passwd l && ln -s . loop && mkfifo f") ==
            0);
    const Receipt receipt = verify(bag, {});
    for (const char* name : {"data/l", "data/loop", "data/f"}) CHECK(names(receipt.findings, name));
    CHECK(subject_at(bag) == Subject::bag);
    CHECK(subject_at(folder.path()) == Subject::archive);
}

TEST_CASE("hostile: ZIPs that compress, lie or are cut") {
    const TemporaryFolder folder;
    REQUIRE(TemporaryFolder::run(
                "cd " + folder.path() +
                " && mkdir -p b/data && printf 'BagIt-Version: 1.0\\nTag-File-Character-"
                "Encoding: UTF-8\\n' > b/bagit.txt && head -c 100000 /dev/zero > b/data/a && "
                "sha256sum b/data/a | sed s,b/,, > b/manifest-sha256.txt && python3 -c \"import zipfile,os\n"
                "for n,m in (('s.zip',0),('d.zip',8)):\n z=zipfile.ZipFile(n,'w',m)\n"
                " [z.write(f) for f in ('b/bagit.txt','b/data/a','b/manifest-sha256.txt')]\n z.close()\"") ==
            0);
    const Receipt stored = verify(folder / "s.zip", {});
    INFO(told(stored.findings));
    CHECK(stored.state == ReceiptState::unsealed);
    CHECK(has(verify(folder / "d.zip", {}).findings, "zip-compressed"));
    std::string bytes = bytes_at(folder / "s.zip");
    write_file(folder / "cut.zip", bytes.substr(0, bytes.size() / 2));
    CHECK(verify(folder / "cut.zip", {}).state == ReceiptState::damaged);
    bytes[500] = static_cast<char>(bytes[500] ^ 1);
    write_file(folder / "flip.zip", bytes);
    CHECK(verify(folder / "flip.zip", {}).state == ReceiptState::damaged);
}

TEST_CASE("hostile: ten million manifest lines and a line of a gibibyte are refused in bounded memory",
          "[.proof]") {
    const TemporaryFolder folder;
    const std::string head =
        member("b/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    for (const bool lines : {false, true}) {
        const std::string path = folder / "x.tar";
        FILE* file = std::fopen(path.c_str(), "wb");
        const std::string one = lines ? std::string(64, 'a') + "  data/0123456789012345678901234567890123\n"
                                      : std::string(1 << 20, 'a');
        const std::uint64_t count = lines ? 10'000'000 : 1024;
        const std::uint64_t size = one.size() * count;
        const std::string begin = head + header("b/manifest-sha256.txt", size);
        std::fwrite(begin.data(), 1, begin.size(), file);
        for (std::uint64_t i = 0; i < count; ++i) std::fwrite(one.data(), 1, one.size(), file);
        const std::string padding((512 - size % 512) % 512 + 1024, '\0');
        std::fwrite(padding.data(), 1, padding.size(), file);
        std::fclose(file);
        CHECK(has(verify(path, {}).findings, "bag-limit"));
    }
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    CHECK(usage.ru_maxrss < 1'000'000);  // KiB
}

TEST_CASE("sample: the parts of a partial audit add up to the whole") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    const std::string tar = folder / sealed.seal.container;
    std::uint64_t files = 0;
    for (std::uint32_t part = 1; part <= 3; ++part) {
        VerifyRequest request;
        request.sample = {part, 3};
        const Receipt receipt = verify(tar, request);
        INFO(told(receipt.findings));
        CHECK(receipt.state == ReceiptState::intact);
        CHECK(receipt.sampled);
        files += receipt.files;
    }
    CHECK(files == 11 + 2);  // the catalogue is read each time
    std::string bytes = bytes_at(tar);
    bytes[bytes.find("正文")] = 'x';
    write_file(tar, bytes);
    int noticed = 0;
    for (std::uint32_t part = 1; part <= 3; ++part) {
        VerifyRequest request;
        request.sample = {part, 3};
        if (verify(tar, request).state == ReceiptState::damaged) ++noticed;
    }
    CHECK(noticed == 1);
}

TEST_CASE("identity: a PDF that says it is another is named") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    VerifyRequest request;
    PdfIdentity identity{"", "1.0", sha256("# 工作报告\n\n正文。\n"), sha256("# 工作报告\n\n正文。\n")};
    request.identify = [&](std::string_view bytes) -> std::optional<PdfIdentity> {
        PdfIdentity own = identity;
        if (bytes.find("工作") == std::string_view::npos)
            own.source = own.attached_source = sha256("# 预算（草案）\n\n正文。\n");
        return own;
    };
    const Receipt good = verify(folder / sealed.seal.container, request);
    INFO(told(good.findings));
    CHECK(good.state == ReceiptState::intact);
    identity.version = "2.0";
    CHECK(has(verify(folder / sealed.seal.container, request).findings, "pdf-identity"));
    request.identify = [](std::string_view) { return std::optional<PdfIdentity>(); };
    CHECK(has(verify(folder / sealed.seal.container, request).findings, "bag-pdf-unreadable"));
}

TEST_CASE("records: each record's files are handed over whole, from tar, ZIP and folder alike") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    PackRequest zipped = request_for(folder.path());
    zipped.container = ContainerKind::zip;
    const Sealed zip = pack(year_of(2025), settings_of(), zipped);
    REQUIRE(TemporaryFolder::run("cd " + folder.path() + " && tar -xf '" + sealed.seal.container + "'") == 0);
    for (const std::string& path : {sealed.seal.container, zip.seal.container, sealed.seal.bag}) {
        std::vector<RecordContent> records;
        VerifyRequest request;
        request.use_record = [&](const RecordContent& record) { records.push_back(record); };
        CHECK(verify(folder / path, request).state == ReceiptState::intact);
        REQUIRE(records.size() == 2);
        CHECK(records[0].folder.ends_with("/综合/0001"));
        CHECK(records[0].files.size() == 4);
        CHECK(records[1].files.at("预算（草案）.md") == "# 预算（草案）\n\n正文。\n");
        CHECK(records[1].files.at("images/图一.png") == "not really 预算（草案）");
    }
}
