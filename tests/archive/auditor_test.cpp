// SPDX-License-Identifier: Apache-2.0
// What others make of our archives: the commands of 核验说明.txt with only an auditor's tools, and a checker
// that is not ours.
#include "archive/small_year.hpp"

#include "archive/evidence.hpp"
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
