// SPDX-License-Identifier: Apache-2.0
// Signatures and time stamps, with openssl on the other side; what a changed byte of them does.
#include "archive/small_year.hpp"

#include "archive/evidence.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

int sh(const std::string& command) { return TemporaryFolder::run("( " + command + " ) >/dev/null 2>&1"); }

void flip_each(const std::string& path, const std::string& name, const std::string& tar, std::size_t step) {
    const std::string good = bytes_at(path);
    for (std::size_t at = 0; at < good.size(); at += step) {
        std::string bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
        write_file(path, bytes);
        const Receipt receipt = verify(tar, {});
        if (receipt.state == ReceiptState::damaged && names(receipt.findings, name)) continue;
        CAPTURE(name, at, told(receipt.findings));
        CHECK(false);
    }
    write_file(path, good);
}

}  // namespace

TEST_CASE("signatures: openssl accepts ours, and verify tells known keys from unknown ones") {
    const Keys keys;
    const TemporaryFolder folder;
    PackRequest request = request_for(folder.path());
    request.keys = keys.keys;
    const Sealed sealed = pack(year_of(), settings_of(), request);
    const std::string base = "'" + sealed.seal.bag;
    CHECK(sh("cd " + folder.path() + " && openssl pkeyutl -verify -pubin -inkey " + base +
             ".ed25519.pub' -rawin -in " + base + ".seal.txt' -sigfile " + base + ".ed25519.sig'") == 0);
    CHECK(sh("cd " + folder.path() + " && openssl dgst -sm3 -verify " + base +
             ".sm2.pub' -sigopt distid:1234567812345678 -signature " + base + ".sm2.sig' " + base +
             ".seal.txt'") == 0);

    const std::string tar = folder / sealed.seal.container;
    const Receipt unknown = verify(tar, {});
    INFO(told(unknown.findings));
    CHECK(unknown.state == ReceiptState::intact);
    REQUIRE(unknown.signatures.size() == 2);
    CHECK(unknown.signatures[0].state == SignatureState::unconfirmed);
    CHECK(has(unknown.findings, "seal-signature-unconfirmed"));

    VerifyRequest trusting;
    trusting.keys = {keys.folder / "ed.pub", keys.folder / "sm2.pub"};
    trusting.require_signature = true;
    const Receipt known = verify(tar, trusting);
    CHECK(known.signatures[0].state == SignatureState::valid);
    CHECK(known.signatures[1].state == SignatureState::valid);
    CHECK(known.findings.all().empty());

    VerifyRequest strict;
    strict.require_signature = true;
    CHECK(verify(tar, strict).state == ReceiptState::damaged);

    for (const char* ending : {".ed25519.sig", ".ed25519.pub", ".sm2.sig", ".sm2.pub"})
        flip_each(folder / (sealed.seal.bag + ending), sealed.seal.bag + ending, tar, 1);
    REQUIRE(sh("rm " + folder.path() + "/*.sm2.sig") == 0);
    CHECK(has(verify(tar, {}).findings, "seal-signature-missing"));
}

TEST_CASE("signatures: a key that others may read, a wrong passphrase and a strange kind are refused") {
    const TemporaryFolder folder;
    REQUIRE(
        sh("cd " + folder.path() +
           " && umask 022 && openssl genpkey -algorithm ED25519 -out open.pem && umask 077 && "
           "openssl genpkey -algorithm ED25519 -aes256 -pass pass:secret -out locked.pem && "
           "openssl genpkey -algorithm RSA -out rsa.pem && echo nonsense > none.pem && chmod 644 open.pem") ==
        0);
    CHECK_THROWS_WITH(SigningKey(folder / "open.pem", {}), Catch::Contains("key-permissions"));
    CHECK_THROWS_WITH(SigningKey(folder / "rsa.pem", {}), Catch::Contains("key-kind"));
    CHECK_THROWS_WITH(SigningKey(folder / "none.pem", {}), Catch::Contains("key-unreadable"));
    CHECK_THROWS_WITH(SigningKey(folder / "locked.pem", [](const std::string&) { return "guess"; }),
                      Catch::Contains("key-passphrase"));
    CHECK_THROWS_WITH(SigningKey(folder / "locked.pem", {}), Catch::Contains("key-passphrase"));
    const SigningKey key(folder / "locked.pem", [](const std::string&) { return "secret"; });
    CHECK(PublicKey(key.public_pem(), "").verifies("x", key.sign("x")));
    CHECK_FALSE(PublicKey(key.public_pem(), "").verifies("y", key.sign("x")));
}

TEST_CASE("signatures: one made elsewhere is taken in, a wrong one is not") {
    const Keys keys;
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    const std::string seal = folder / (sealed.seal.bag + ".seal.txt");
    REQUIRE(sh("cd " + folder.path() + " && openssl pkeyutl -sign -inkey " + (keys.folder / "ed.pem") +
               " -rawin -in '" + seal + "' -out made.sig && openssl dgst -sm3 -sign " +
               (keys.folder / "sm2.pem") + " -sigopt distid:1234567812345678 -out sm2made.sig '" + seal +
               "' && echo x > wrong.sig") == 0);
    CHECK_THROWS_WITH(take_signature(seal, folder / "wrong.sig", keys.folder / "ed.pub"),
                      Catch::Contains("seal-signature-wrong"));
    take_signature(seal, folder / "made.sig", keys.folder / "ed.pub");
    take_signature(seal, folder / "sm2made.sig", keys.folder / "sm2.pub");
    VerifyRequest trusting;
    trusting.keys = {keys.folder / "ed.pub", keys.folder / "sm2.pub"};
    const Receipt receipt = verify(folder / sealed.seal.container, trusting);
    INFO(told(receipt.findings));
    CHECK(receipt.state == ReceiptState::intact);
    CHECK(receipt.signatures.size() == 2);
    CHECK(receipt.signatures[1].state == SignatureState::valid);

    pack(year_of(2025), settings_of(), request_for(folder.path()));
    CHECK_THROWS_WITH(take_signature(seal, folder / "made.sig", keys.folder / "ed.pub"),
                      Catch::Contains("seal-covered"));
}

TEST_CASE("time stamps: a query is answered by openssl's authority, the reply is taken in and checked") {
    const TemporaryFolder folder;
    const Authority authority;
    REQUIRE(authority.made());
    PackRequest request = request_for(folder.path());
    request.timestamp_query = true;
    const Sealed sealed = pack(year_of(), settings_of(), request);
    const std::string base = folder / sealed.seal.bag;
    write_file(authority.folder / "other", "other");
    REQUIRE(sh("cd " + authority.folder.path() +
               " && openssl ts -query -data other -sha256 -cert -out other.tsq") == 0);
    REQUIRE(authority.answer(base + ".tsq", "good.tsr"));
    REQUIRE(authority.answer("other.tsq", "other.tsr"));
    CHECK_THROWS_WITH(take_timestamp(base + ".seal.txt", authority.folder / "other.tsr"),
                      Catch::Contains("seal-token-wrong"));
    take_timestamp(base + ".seal.txt", authority.folder / "good.tsr");
    CHECK(sh("openssl ts -verify -data '" + base + ".seal.txt' -in '" + base + ".tsr' -CAfile " +
             (authority.folder / "ca.pem")) == 0);

    const std::string tar = base + ".tar";
    const Receipt unconfirmed = verify(tar, {});
    INFO(told(unconfirmed.findings));
    CHECK(unconfirmed.state == ReceiptState::intact);
    CHECK(unconfirmed.token.state == TokenFinding::State::unconfirmed);
    VerifyRequest trusting;
    trusting.authority = authority.folder / "ca.pem";
    const Receipt confirmed = verify(tar, trusting);
    INFO(told(confirmed.findings));
    CHECK(confirmed.token.state == TokenFinding::State::valid);
    CHECK(confirmed.token.time.size() == 20);
    CHECK(confirmed.token.authority == "CN=Authority for tests");

    const Authority stranger;
    trusting.authority = stranger.folder / "ca.pem";
    CHECK(verify(tar, trusting).token.state == TokenFinding::State::wrong);
    flip_each(base + ".tsr", sealed.seal.bag + ".tsr", tar, 7);
}

TEST_CASE(
    "time stamps: an authority is judged at the time of its stamp, one that had expired then is refused") {
    for (const bool expired : {false, true}) {
        const TemporaryFolder folder;
        const Authority authority("20100101000000Z", expired ? "20200101000000Z" : "20990101000000Z");
        REQUIRE(authority.made());
        PackRequest request = request_for(folder.path());
        request.timestamp_query = true;
        const std::string base = folder / pack(year_of(), settings_of(), request).seal.bag;
        if (!authority.answer(base + ".tsq", "reply.tsr")) {
            CHECK(expired);  // openssl's own authority refuses to sign with it
            continue;
        }
        take_timestamp(base + ".seal.txt", authority.folder / "reply.tsr");
        VerifyRequest trusting;
        trusting.authority = authority.folder / "ca.pem";
        const Receipt receipt = verify(base + ".tar", trusting);
        CAPTURE(expired, told(receipt.findings));
        CHECK((receipt.token.state == TokenFinding::State::wrong) == expired);
        CHECK(receipt.findings.has_errors() == expired);
    }
}
