// SPDX-License-Identifier: Apache-2.0
// What seals say about each other: nothing in the past can be changed, dropped or signed again unnoticed.
#include "archive/small_year.hpp"

#include "archive/evidence.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

struct ThreeYears {
    TemporaryFolder folder;
    ThreeYears() {
        for (const int year : {2022, 2023, 2025})
            pack(year_of(year), settings_of(), request_for(folder.path()));
    }
    [[nodiscard]] int sh(const std::string& command) const {
        return TemporaryFolder::run("cd " + folder.path() + " && ( " + command + " ) >/dev/null 2>&1");
    }
};

SigningKey key_at(const std::string& path) {
    REQUIRE(TemporaryFolder::run("umask 077; openssl genpkey -algorithm ED25519 -out " + path) == 0);
    return {path, {}};
}

}  // namespace

TEST_CASE("chain: three years verify, and the missing year is named") {
    const ThreeYears archive;
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), {});
    INFO(told(receipt.findings));
    CHECK(receipt.intact());
    REQUIRE(receipt.bags.size() == 3);
    CHECK(receipt.bags[1].seal->year == 2023);
    CHECK(receipt.missing_years == std::vector<std::int32_t>{2024});
}

TEST_CASE("chain: a dropped year is noticed from the seals after it") {
    const ThreeYears archive;
    REQUIRE(archive.sh("rm J001-2023-*") == 0);
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), {});
    CHECK_FALSE(receipt.intact());
    CHECK(names(receipt.findings, "J001-2023-永久-公开"));
    CHECK(has(receipt.findings, "chain-gap"));
}

TEST_CASE("chain: a year made anew with its own correct seal is noticed") {
    const ThreeYears archive;
    const TemporaryFolder other;
    pack(year_of(2022), settings_of(), request_for(other.path()));
    ArchiveSettings settings = settings_of();
    settings.organization = "别的单位";
    pack(year_of(2023), settings, request_for(other.path()));
    REQUIRE(archive.sh("cp " + other.path() + "/J001-2023-* .") == 0);
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), {});
    CHECK(has(receipt.findings, "chain-seal"));
    CHECK(names(receipt.findings, "J001-2023-永久-公开"));
}

TEST_CASE("chain: signing an old year again is noticed, since its evidence is covered") {
    const ThreeYears archive;
    const TemporaryFolder keys;
    const SigningKey key = key_at(keys / "k.pem");
    const std::string base = archive.folder / "J001-2022-永久-公开";
    const std::string seal = bytes_at(base + ".seal.txt");
    write_file(base + ".ed25519.pub", key.public_pem());
    write_file(base + ".ed25519.sig", key.sign(seal));
    const auto lines = evidence_of(archive.folder.path(), *seal_from_text(seal), seal);
    write_file(base + ".evidence.txt", evidence_text("J001-2022-永久-公开", lines));
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), {});
    CHECK_FALSE(receipt.bags[0].findings.has_errors());
    CHECK(has(receipt.findings, "chain-evidence"));
}

TEST_CASE("chain: two containers swapped, and one bag put in the place of another") {
    const ThreeYears archive;
    REQUIRE(archive.sh("mv J001-2022-永久-公开.tar t; mv J001-2023-永久-公开.tar J001-2022-永久-公开.tar; "
                       "mv t J001-2023-永久-公开.tar") == 0);
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), {});
    CHECK_FALSE(receipt.intact());
    CHECK(has(receipt.bags[0].findings, "seal-name"));
    CHECK(has(receipt.bags[0].findings, "seal-container"));
}

TEST_CASE("chain: a missing container is missing, until a signed disposal says why") {
    const ThreeYears archive;
    const TemporaryFolder keys;
    const SigningKey key = key_at(keys / "k.pem");
    write_file(keys / "k.pub", key.public_pem());
    REQUIRE(archive.sh("rm J001-2022-*.tar") == 0);
    CHECK(verify_archive(archive.folder.path(), {}).bags[0].state == ReceiptState::missing);
    const std::string base = archive.folder / "J001-2022-永久-公开";
    write_disposal(base + ".seal.txt", {"", "2035-01-01", "某某县档案局", "保管期满，经鉴定销毁"}, key);
    VerifyRequest trusting;
    trusting.keys = {keys / "k.pub"};
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), trusting);
    CHECK(receipt.bags[0].state == ReceiptState::disposed);
    CHECK(receipt.intact());
    std::string text = bytes_at(base + ".disposal.txt");
    text[text.size() - 3] = static_cast<char>(text[text.size() - 3] ^ 1);
    write_file(base + ".disposal.txt", text);
    CHECK(has(verify_archive(archive.folder.path(), trusting).bags[0].findings, "disposal-wrong"));
}

TEST_CASE("chain: another key is named, and accepted when the old one handed over") {
    const TemporaryFolder folder;
    const TemporaryFolder keys;
    std::vector<SigningKey> first;
    std::vector<SigningKey> second;
    first.push_back(key_at(keys / "old.pem"));
    second.push_back(key_at(keys / "new.pem"));
    write_file(keys / "old.pub", first[0].public_pem());
    PackRequest request = request_for(folder.path());
    request.keys = first;
    pack(year_of(2022), settings_of(), request);
    request.keys = second;
    pack(year_of(2023), settings_of(), request);
    VerifyRequest trusting;
    trusting.keys = {keys / "old.pub"};
    const ArchiveReceipt before = verify_archive(folder.path(), trusting);
    CHECK(has(before.findings, "chain-key"));
    CHECK(before.bags[1].signatures[0].state == SignatureState::unconfirmed);
    rotate_key(folder.path(), first[0], PublicKey(second[0].public_pem(), ""), "2023-12-31");
    const ArchiveReceipt after = verify_archive(folder.path(), trusting);
    INFO(told(after.findings));
    CHECK_FALSE(has(after.findings, "chain-key"));
    CHECK(after.bags[1].signatures[0].state == SignatureState::valid);
    std::string statement = bytes_at(folder / "key-rotation-1.txt");
    statement[30] = static_cast<char>(statement[30] ^ 1);
    write_file(folder / "key-rotation-1.txt", statement);
    CHECK(has(verify_archive(folder.path(), trusting).findings, "chain-rotation"));
}
