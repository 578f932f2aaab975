// SPDX-License-Identifier: Apache-2.0
// An archive of two years, signed by both kinds of key and stamped: whatever happens to any of its files is
// noticed and the file is named.
#include "archive/small_year.hpp"

#include "archive/evidence.hpp"
#include "archive/history.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

struct SignedYears {
    TemporaryFolder folder;
    Keys keys;
    Authority authority;
    std::vector<std::string> files;  ///< Names, byte order.

    SignedYears() {
        REQUIRE(authority.made());
        PackRequest request = request_for(folder.path());
        request.keys = keys.keys;
        request.timestamp_query = true;
        for (const std::int32_t year : {2024, 2025}) {
            const std::string base = folder / pack(year_of(year), settings_of(), request).seal.bag;
            REQUIRE(authority.answer(base + ".tsq", "reply.tsr"));
            take_timestamp(base + ".seal.txt", authority.folder / "reply.tsr");
            for (const char* ending : {".ed25519.pub", ".ed25519.sig", ".evidence.txt", ".seal.txt",
                                       ".sm2.pub", ".sm2.sig", ".tar", ".tsr"})
                files.push_back(file_name(base) + ending);
        }
        CHECK(verify_archive(folder.path(), trusting()).intact());
    }

    [[nodiscard]] VerifyRequest trusting() const {
        VerifyRequest request;
        request.keys = {keys.folder / "ed.pub", keys.folder / "sm2.pub"};
        request.authority = authority.folder / "ca.pem";
        return request;
    }

    /// Not intact, and some finding names the file: its own, or one that says what is missing.
    void noticed(const std::string& file, const std::string& what) const {
        const ArchiveReceipt receipt = verify_archive(folder.path(), trusting());
        bool named = names(receipt.findings, file);
        std::string all = told(receipt.findings);
        for (const Receipt& bag : receipt.bags) {
            named =
                named || names(bag.findings, file) || (file.ends_with(".tar") && bag.findings.has_errors());
            all += told(bag.findings);
        }
        if (!receipt.intact() && named) return;
        CAPTURE(what, file, all);
        CHECK_FALSE(receipt.intact());
        CHECK(named);
    }
};

/// What stands beside the first container: a byte changed, cut at each length, by this step.
void change_beside(std::size_t step) {
    const SignedYears archive;
    for (std::size_t i = 0; i < archive.files.size() / 2; ++i) {
        const std::string& file = archive.files[i];
        if (file.ends_with(".tar")) continue;  // flip_test.cpp
        const std::string path = archive.folder / file;
        const std::string good = bytes_at(path);
        for (std::size_t at = 0; at < good.size(); at += step) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
            write_file(path, bytes);
            archive.noticed(file, "byte " + std::to_string(at));
            write_file(path, good.substr(0, at));
            archive.noticed(file, "cut at " + std::to_string(at));
        }
        write_file(path, good + "\n");
        archive.noticed(file, "lengthened");
        write_file(path, good);
    }
    CHECK(verify_archive(archive.folder.path(), archive.trusting()).intact());
}

}  // namespace

TEST_CASE("beside: seal, keys, signatures, token and evidence: a changed byte, a cut end") {
    change_beside(97);
}

TEST_CASE("beside: each single byte and each length of seal, keys, signatures, token and evidence",
          "[.proof]") {
    change_beside(1);
}

TEST_CASE("beside: each file deleted, emptied, swapped with its like of the other year, or doubled") {
    const SignedYears archive;
    const std::size_t half = archive.files.size() / 2;
    for (std::size_t i = 0; i < archive.files.size(); ++i) {
        const std::string& file = archive.files[i];
        const std::string path = archive.folder / file;
        const std::string good = bytes_at(path);
        // A seal that is gone takes its bag out of the table: the container without a seal, or the gap, names
        // it.
        const std::string named = file.ends_with(".seal.txt") ? file.substr(0, file.size() - 9) : file;
        REQUIRE(std::remove(path.c_str()) == 0);
        archive.noticed(named, "deleted");
        write_file(path, "");
        archive.noticed(file, "emptied");
        write_file(path, good);
        if (i >= half) continue;
        const std::string other = archive.folder / archive.files[i + half];
        const std::string others = bytes_at(other);
        if (others == good) continue;  // the keys are the same
        write_file(path, others);
        write_file(other, good);
        archive.noticed(file, "swapped");
        write_file(other, others);
        archive.noticed(file, "doubled");
        write_file(path, good);
    }
    write_file(archive.folder / "J001-2024-永久-公开 (copy).tar",
               bytes_at(archive.folder / "J001-2024-永久-公开.tar"));
    write_file(archive.folder / "J001-2024-永久-公开.rsa.sig", "x");
    const ArchiveReceipt receipt = verify_archive(archive.folder.path(), archive.trusting());
    CHECK(has(receipt.bags.back().findings, "archive-unsealed"));
    CHECK(has(receipt.findings, "archive-file-unknown"));
}
