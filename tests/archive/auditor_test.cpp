// SPDX-License-Identifier: Apache-2.0
// What others make of our archives: the commands of 核验说明.txt with only an auditor's tools, and a checker
// that is not ours.
#include "archive/small_year.hpp"

#include "archive/evidence.hpp"
#include "archive/history.hpp"
#include "archive/proof.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

int sh(const std::string& command) { return TemporaryFolder::run("( " + command + " ) >/dev/null 2>&1"); }

std::vector<SigningKey> keys_in(const TemporaryFolder& folder) {
    REQUIRE(sh("cd " + folder.path() +
               " && umask 077 && openssl genpkey -algorithm ED25519 -out ed.pem && "
               "openssl genpkey -algorithm SM2 -out sm2.pem") == 0);
    std::vector<SigningKey> keys;
    keys.emplace_back(folder / "ed.pem", AskPassphrase());
    keys.emplace_back(folder / "sm2.pem", AskPassphrase());
    return keys;
}

const std::string oracle = std::string(HANQING_ROOT) + "/tests/oracles/archive-commands.sh";
const std::string checker = std::string("python3 ") + HANQING_ROOT + "/tests/oracles/archive_bagit.py";

}  // namespace

TEST_CASE("auditor: the commands of both instructions work as written, and notice what changed") {
    const TemporaryFolder folder;
    const TemporaryFolder key_folder;
    const auto keys = keys_in(key_folder);
    PackRequest request = request_for(folder / "a b");
    request.keys = keys;
    const Sealed sealed = pack(year_of(), settings_of(), request);
    for (const char* file : {"核验说明.txt", "VERIFY.txt"}) {
        CAPTURE(file);
        CHECK(TemporaryFolder::run("sh '" + oracle + "' '" + (folder / "a b") + "' '" + sealed.seal.bag +
                                   "' " + file) == 0);
    }
    const std::string tar = folder / ("a b/" + sealed.seal.container);
    std::string bytes = bytes_at(tar);
    bytes[bytes.find("正文")] = 'x';
    write_file(tar, bytes);
    CHECK(sh("sh '" + oracle + "' '" + (folder / "a b") + "' '" + sealed.seal.bag + "' VERIFY.txt") != 0);
}

TEST_CASE("auditor: a bag checker that is not ours accepts every bag and refuses a changed one") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    PackRequest zipped = request_for(folder.path());
    zipped.container = ContainerKind::zip;
    const Sealed zip = pack(year_of(2025), settings_of(), zipped);
    REQUIRE(sh("cd " + folder.path() + " && tar -xf '" + sealed.seal.container +
               "' && python3 -m zipfile -e '" + zip.seal.container + "' .") == 0);
    CHECK(sh(checker + " '" + (folder / sealed.seal.bag) + "'") == 0);
    CHECK(sh(checker + " '" + (folder / zip.seal.bag) + "'") == 0);
    const Receipt receipt = verify(folder / sealed.seal.bag, {});
    INFO(told(receipt.findings));
    CHECK(receipt.kind == Receipt::Kind::folder);
    CHECK(receipt.state == ReceiptState::intact);

    REQUIRE(sh("cd '" + (folder / sealed.seal.bag) + "' && echo >> data/说明文件.TXT") == 0);
    CHECK(sh(checker + " '" + (folder / sealed.seal.bag) + "'") != 0);
    CHECK(names(verify(folder / sealed.seal.bag, {}).findings, "data/说明文件.TXT"));
}

TEST_CASE("auditor: xmllint accepts each record's metadata by the schema in the bag") {
    if (sh("command -v xmllint") != 0) {
        WARN("xmllint is not there");
        return;
    }
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    REQUIRE(sh("cd " + folder.path() + " && tar -xf '" + sealed.seal.container + "'") == 0);
    CHECK(sh("cd '" + (folder / sealed.seal.bag) +
             "' && find data -name 元数据.xml -exec xmllint --noout --schema data/其他/元数据.xsd {} +") ==
          0);
    CHECK(sh("cd '" + (folder / sealed.seal.bag) + "' && xmllint --noout data/文件目录.XML metadata/*.xml") ==
          0);
}

TEST_CASE("proof: one record is proved by verify and by a short shell script, and no other file is") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    const std::string seal = folder / (sealed.seal.bag + ".seal.txt");
    const RecordProof proof = prove(seal, "0002");
    CHECK(proof.files.size() == 4);
    write_file(folder / "p.txt", text_of(proof));
    write_file(folder / "check-proof.sh", proof_script());
    write_file(folder / "good.pdf", "%PDF-1.7 预算（草案）");
    write_file(folder / "bad.pdf", "%PDF-1.7 预算（草按）");
    const auto script = [&](const std::string& file) {
        return sh("cd " + folder.path() + " && sh check-proof.sh p.txt '" + seal + "' " + file);
    };
    const Receipt good = verify_proof(folder / "good.pdf", folder / "p.txt", "", {});
    INFO(told(good.findings));
    CHECK(good.state == ReceiptState::intact);
    CHECK(script("good.pdf") == 0);
    CHECK(has(verify_proof(folder / "bad.pdf", folder / "p.txt", "", {}).findings, "proof-other-file"));
    CHECK(script("bad.pdf") != 0);
    for (const InclusionProof& file : proof.files) CHECK(file.path.size() >= 3);

    RecordProof broken = proof;
    for (InclusionProof& file : broken.files) file.path.back()[0] = file.path.back()[0] == '0' ? '1' : '0';
    write_file(folder / "p.txt", text_of(broken));
    CHECK(has(verify_proof(folder / "good.pdf", folder / "p.txt", "", {}).findings, "proof-broken"));
    CHECK(script("good.pdf") != 0);
    CHECK_THROWS_WITH(prove(seal, "0003"), Catch::Contains("proof-no-record"));
    CHECK_THROWS_WITH(proof_from_text("Hanqing-Proof: 1\nseal: x\n"), Catch::Contains("proof-unreadable"));
}

TEST_CASE("proof: one picture in two records, and proofs that lie to the shell") {
    const TemporaryFolder folder;
    std::vector<ArchivalRecord> records{record_of("0001", "甲"), record_of("0002", "乙")};
    for (ArchivalRecord& record : records)
        record.files[2] = file_of(RecordFile::Role::image, "images/图一.png", "the same picture");
    Notes notes;
    const Sealed sealed =
        pack(gather(records, settings_of(), notes).at(0), settings_of(), request_for(folder.path()));
    const std::string seal = folder / (sealed.seal.bag + ".seal.txt");
    const RecordProof first = prove(seal, "0001");
    RecordProof both = first;
    for (const InclusionProof& file : prove(seal, "0002").files) both.files.push_back(file);
    write_file(folder / "check-proof.sh", proof_script());
    write_file(folder / "picture.png", "the same picture");
    const auto script = [&] {
        return sh("cd " + folder.path() + " && sh check-proof.sh p.txt '" + seal + "' picture.png");
    };
    for (const RecordProof& proof : {first, both}) {
        write_file(folder / "p.txt", text_of(proof));
        CHECK(script() == 0);
        CHECK(verify_proof(folder / "picture.png", folder / "p.txt", "", {}).state == ReceiptState::intact);
    }
    const std::string good = text_of(first);
    const auto lie = [&](const std::string& label, const std::string& value) {
        std::string text = good;
        const std::size_t line = text.find("\n" + label + ": ", text.find("图一.png"));
        const std::size_t begin = line + label.size() + 3;
        text.replace(begin, text.find('\n', begin) - begin, value);
        write_file(folder / "p.txt", text);
        CAPTURE(label, value);
        CHECK(script() != 0);
        CHECK_FALSE(file_exists(folder / "touched"));
    };
    lie("index", "a[$(touch touched)]");
    lie("index", "08");
    lie("index", "99");
    lie("size", "a[$(touch touched)]");
    lie("size", "12");
    lie("hash", "$(touch touched)");
    lie("hash", std::string(64, 'g'));
    lie("hash", "*");
}

TEST_CASE(
    "auditor: a reader written from FORMAT.md alone accepts every kind of archive and names what is "
    "changed") {
    const std::string reader = std::string("python3 ") + HANQING_ROOT + "/tests/oracles/archive_format.py ";
    const TemporaryFolder folder;
    const TemporaryFolder key_folder;
    const auto keys = keys_in(key_folder);
    PackRequest request = request_for(folder.path());
    request.keys = keys;
    ArchiveSettings settings = settings_of();
    write_file(key_folder / "a.ttc", "font");
    settings.fonts_bag =
        pack_fonts({{"a.ttc", key_folder / "a.ttc", "OFL", {{sha256("one"), 0, "One"}}}}, settings, request);
    const Sealed tar = pack(year_of(), settings, request);
    request.container = ContainerKind::zip;
    pack(year_of(2025), settings, request);
    rotate_key(folder.path(), keys[0], PublicKey(keys[1].public_pem(), ""), "2026-01-01");
    CHECK(TemporaryFolder::run(reader + folder.path()) == 0);
    write_file(folder / "p.txt", text_of(prove(folder / (tar.seal.bag + ".seal.txt"), "0002")));
    write_file(folder / "a.pdf", "%PDF-1.7 预算（草案）");
    const std::string proof =
        reader + "--proof " + (folder / "p.txt") + " '" + (folder / (tar.seal.bag + ".seal.txt")) + "' ";
    CHECK(TemporaryFolder::run(proof + (folder / "a.pdf")) == 0);
    CHECK(sh(proof + (key_folder / "ed.pem")) != 0);
    for (const char* ending : {".tar", ".seal.txt", ".ed25519.sig", ".sm2.sig", ".evidence.txt"}) {
        const std::string path = folder / (tar.seal.bag + ending);
        std::string bytes = bytes_at(path);
        const std::string good = bytes;
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        write_file(path, bytes);
        CAPTURE(ending);
        CHECK(sh(reader + folder.path()) != 0);
        write_file(path, good);
    }
    REQUIRE(sh("rm '" + (folder / tar.seal.container) + "'") == 0);
    CHECK(sh(reader + folder.path()) != 0);
    write_disposal(folder / (tar.seal.bag + ".seal.txt"), {"", "2040-01-01", "某某县档案局", "期满"},
                   keys[1]);
    CHECK(TemporaryFolder::run(reader + folder.path()) == 0);
}
