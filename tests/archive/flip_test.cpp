// SPDX-License-Identifier: Apache-2.0
// Every byte changed, every length cut: nothing passes unnoticed or unnamed.
#include "archive/small_year.hpp"
#include "archive/tar_reader.hpp"

#include <catch2/catch.hpp>

#include <cstdio>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

/// A year without the long texts that every bag has would not be one: so it is about 60 KB.
struct Packed {
    TemporaryFolder folder;
    Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    std::string tar = folder / sealed.seal.container;
    std::string bytes = bytes_at(tar);
};

void put(const std::string& path, const std::string& bytes) {
    FILE* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file != nullptr);
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
}

/// Where each member lies: from its first header to its padding's end.
class Ranges : public TarSink {
public:
    explicit Ranges(const std::string& bytes) {
        TarReader reader(*this);
        reader.feed(bytes);
        reader.finish();
        ends_.push_back(bytes.size());
    }
    void member(const TarMember& member) override {
        if (!names_.empty()) ends_.push_back(member.offset);
        begins_.push_back(member.offset);
        names_.push_back(member.name.substr(member.name.find('/') + 1));
    }
    void data(std::string_view) override {}
    void end_member() override {}
    void fault(std::string_view, std::vector<std::string>) override {}

    /// An error names the member in which the byte lies, or an offset in it.
    [[nodiscard]] bool is_named(const Notes& findings, std::size_t at) const {
        std::size_t i = 0;
        while (i + 1 < begins_.size() && begins_[i + 1] <= at) ++i;
        if (names(findings, names_[i])) return true;
        for (const Note& note : findings.all()) {
            if (note.weight != Weight::error || !note.id.starts_with("tar-") || note.arguments.empty())
                continue;
            const std::uint64_t offset = std::strtoull(note.arguments[0].c_str(), nullptr, 10);
            if (offset >= begins_[i] && offset < ends_[i]) return true;
        }
        return false;
    }

private:
    std::vector<std::uint64_t> begins_, ends_;
    std::vector<std::string> names_;
};

/// Changes one bit of every `step`th byte.
void flip_all(std::size_t step) {
    Packed packed;
    const Ranges ranges(packed.bytes);
    FILE* file = std::fopen(packed.tar.c_str(), "r+b");
    REQUIRE(file != nullptr);
    const auto set = [&](std::size_t at, char c) {
        std::fseek(file, static_cast<long>(at), SEEK_SET);
        std::fputc(c, file);
        std::fflush(file);
    };
    for (std::size_t at = 0; at < packed.bytes.size(); at += step) {
        set(at, static_cast<char>(packed.bytes[at] ^ (1 << at % 8)));
        const Receipt receipt = verify(packed.tar, {});
        set(at, packed.bytes[at]);
        if (receipt.state == ReceiptState::damaged && has(receipt.findings, "seal-container") &&
            ranges.is_named(receipt.findings, at))
            continue;
        CAPTURE(at, told(receipt.findings));
        CHECK(false);
    }
    std::fclose(file);
    CHECK(verify(packed.tar, {}).state == ReceiptState::intact);
}

}  // namespace

TEST_CASE("flips: a changed byte of the tar is noticed, and its file or offset is named") { flip_all(29); }

TEST_CASE("flips: each single byte of the tar, changed in turn, is noticed and named", "[.proof]") {
    flip_all(1);
}

TEST_CASE("flips: each length to which the tar is cut is noticed") {
    Packed packed;
    for (std::size_t size = 0; size < packed.bytes.size();
         size += size % 512 < 2 || size % 512 > 509 ? 1 : 101) {
        put(packed.tar, packed.bytes.substr(0, size));
        const Receipt receipt = verify(packed.tar, {});
        if (receipt.state == ReceiptState::damaged && has(receipt.findings, "tar-truncated")) continue;
        CAPTURE(size, told(receipt.findings));
        CHECK(false);
    }
    put(packed.tar, packed.bytes + std::string(1, '\0'));
    CHECK(has(verify(packed.tar, {}).findings, "tar-trailing"));
    put(packed.tar, packed.bytes + std::string(512, '\0'));
    CHECK(has(verify(packed.tar, {}).findings, "tar-odd"));
    put(packed.tar, packed.bytes + std::string(512, 'x'));
    CHECK(has(verify(packed.tar, {}).findings, "tar-trailing"));
}

TEST_CASE("flips: each changed byte of what stands beside the tar is noticed and its file named") {
    Packed packed;
    for (const char* ending : {".seal.txt", ".evidence.txt"}) {
        const std::string name = packed.sealed.seal.bag + ending;
        const std::string path = packed.folder / name;
        const std::string good = bytes_at(path);
        for (std::size_t at = 0; at < good.size(); ++at) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
            put(path, bytes);
            const Receipt receipt = verify(packed.tar, {});
            if (receipt.findings.has_errors() && names(receipt.findings, name)) continue;
            CAPTURE(name, at, told(receipt.findings));
            CHECK(false);
        }
        put(path, good);
    }
}
