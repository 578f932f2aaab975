// SPDX-License-Identifier: Apache-2.0
// Bag -> one tar or ZIP by libarchive. Every file is read once; its digests run on other cores while it is
// written.
#include "archive/container.hpp"

#include "archive/contents.hpp"
#include "archive/digesting.hpp"
#include "archive/names.hpp"
#include "archive/reading.hpp"
#include "archive/tar_reader.hpp"
#include "archive/utf8_locale.hpp"
#include "base/file.hpp"
#include "base/notes.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <boost/filesystem/operations.hpp>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace hanqing {
namespace {

/// Days of the Gregorian calendar to seconds since 1970, by Hinnant's algorithm; a month or year alone is its
/// first day.
std::int64_t seconds_from_iso(const std::string& date) {
    const auto number = [&](std::size_t at, std::size_t size, std::int64_t otherwise) {
        return date.size() < at + size ? otherwise : std::strtol(date.substr(at, size).c_str(), nullptr, 10);
    };
    std::int64_t year = number(0, 4, 1970);
    const std::int64_t month = number(5, 2, 1);
    const std::int64_t day = number(8, 2, 1);
    if (month <= 2) --year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (era * 146097 + day_of_era - 719468) * 86400;
}

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
struct FreeWriter {
    void operator()(archive* writer) const { archive_write_free(writer); }
};

/// The file on disk that libarchive writes to, and the digest of all of it.
class Writer {
public:
    Writer(const std::string& path, ContainerKind kind, std::int64_t seconds)
        : file_(path), kind_(kind), seconds_(seconds), writer_(archive_write_new()) {
        if (kind == ContainerKind::tar) {
            must(archive_write_set_format_pax_restricted(writer_.get()));
        } else {
            must(archive_write_set_format_zip(writer_.get()));
            must(archive_write_set_format_option(writer_.get(), "zip", "compression", "store"));
        }
        must(archive_write_set_bytes_per_block(writer_.get(), 1 << 20));
        must(
            archive_write_set_bytes_in_last_block(writer_.get(), 1));  // no padding beyond the two end blocks
        must(archive_write_open(writer_.get(), this, nullptr, &Writer::received, nullptr));
    }

    void begin(const std::string& name, std::uint64_t size) {
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        archive_entry_set_pathname_utf8(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        // A ZIP's times are local times of whoever writes it: without one it gets the first day that ZIP
        // knows.
        if (kind_ == ContainerKind::tar) archive_entry_set_mtime(entry.get(), seconds_, 0);
        must(archive_write_header(writer_.get(), entry.get()));
    }

    void data(std::string_view bytes) {
        while (!bytes.empty()) {
            const la_ssize_t written = archive_write_data(writer_.get(), bytes.data(), bytes.size());
            if (written <= 0) must(ARCHIVE_FATAL);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void whole(const std::string& name, std::string_view bytes) {
        begin(name, bytes.size());
        data(bytes);
    }

    void close() {
        must(archive_write_close(writer_.get()));
        file_.commit();
    }

    [[nodiscard]] std::uint64_t size() const { return size_; }
    std::string sha256() { return hex(hasher_.finish()); }

private:
    static la_ssize_t received(archive* writer, void* self, const void* bytes, std::size_t size) {
        auto& me = *static_cast<Writer*>(self);
        try {
            const std::string_view view(static_cast<const char*>(bytes), size);
            me.hasher_.update(view);
            me.file_.write(view);
            me.size_ += size;
            return static_cast<la_ssize_t>(size);
        } catch (...) {  // an exception may not pass through C
            me.error_ = std::current_exception();
            archive_set_error(writer, EIO, "write refused");
            return -1;
        }
    }

    void must(int result) {
        if (result == ARCHIVE_OK) return;
        if (error_) std::rethrow_exception(error_);
        const char* what = archive_error_string(writer_.get());
        throw Failure("archive-library", {what == nullptr ? "libarchive" : what});
    }

    AtomicFile file_;
    ContainerKind kind_;
    std::int64_t seconds_;
    Hasher hasher_{Algorithm::sha256};
    std::uint64_t size_ = 0;
    std::exception_ptr error_;
    std::unique_ptr<archive, FreeWriter>
        writer_;  // last: freed first, while what it writes to is still there
};

Digests digests_of(std::string_view bytes) {
    const auto one = [&](Algorithm algorithm) {
        Hasher hasher(algorithm);
        hasher.update(bytes);
        return hasher.finish();
    };
    return {one(Algorithm::sha256), one(Algorithm::sha512), one(Algorithm::sm3)};
}

void stream_file(const BagFile& file, Digesting& digesting, Writer& writer) {
    InputFile input(file.path, InputFile::Links::follow);
    if (input.size() != file.size) throw Failure("archive-file-changed", {file.path});
    for (std::uint64_t left = file.size; left > 0;) {
        const std::size_t enough =
            static_cast<std::size_t>(std::min<std::uint64_t>(left, Digesting::block_bytes / 4));
        const std::span<char> room = digesting.room(enough);
        const std::size_t got = input.read(room.first(std::min<std::uint64_t>(left, room.size())));
        if (got == 0) throw Failure("archive-file-changed", {file.path});
        const std::string_view bytes = digesting.filled(got);
        digesting.add(bytes);
        writer.data(bytes);
        left -= got;
    }
}

Manifest write_payload(const Bag& bag, Writer& writer) {
    Digesting digesting({Algorithm::sha256, Algorithm::sha512, Algorithm::sm3});
    for (const BagFile& file : bag.payload) {
        writer.begin(bag.name + "/" + file.name, file.size);
        digesting.begin(file.size);
        if (file.path.empty()) {
            digesting.add(file.bytes);
            writer.data(file.bytes);
        } else {
            stream_file(file, digesting, writer);
        }
        digesting.end();
    }
    digesting.settle();
    Manifest manifest;
    for (std::size_t i = 0; i < bag.payload.size(); ++i) {
        const BagFile& file = bag.payload[i];
        const Digests digests{digesting.digest(i, 0), digesting.digest(i, 1), digesting.digest(i, 2)};
        if (file.digest && hex(*file.digest) != hex(digests.sha256))
            throw Failure("archive-file-changed", {file.path.empty() ? file.name : file.path});
        manifest.emplace_hint(manifest.end(), file.name, Digested{file.size, digests});
    }
    return manifest;
}

/// Writes the tag files from `data/` on in byte order, each made, digested, written and forgotten; the tag
/// manifests come last but one and list them all, so what follows them is digested ahead.
class TagWriter {
public:
    TagWriter(const Bag& bag, const Manifest& payload, Writer& writer)
        : bag_(bag), payload_(payload), writer_(writer) {
        for (const BagFile& file : bag.tags) listed_[file.name] = {file.bytes.size(), digests_of(file.bytes)};
    }

    /// The digests of the three tag manifests, each by its own algorithm.
    Digests run() {
        std::map<std::string, std::function<std::string()>> files;
        for (const BagFile& file : bag_.tags)
            if (file.name > payload_folder) files[file.name] = [&file] { return file.bytes.text(); };
        for (const LateTag& tag : bag_.late_tags) files[tag.name] = [this, &tag] { return late(tag); };
        for (const std::string algorithm : {"sha256", "sha512", "sm3"})
            files["tagmanifest-" + algorithm + ".txt"] = [this, algorithm] { return tagmanifest(algorithm); };
        for (const auto& [name, make] : files) writer_.whole(bag_.name + "/" + name, make());
        return digests_;
    }

private:
    std::string late(const LateTag& tag) {
        assert(tag.name < "tagmanifest-");
        std::string bytes = tag.make(payload_);
        tag_bytes_ += bytes.size();
        if (tag_bytes_ > tag_bytes_max)
            throw Failure("archive-limit", {bag_.name, std::to_string(tag_bytes_max)});
        listed_[tag.name] = {bytes.size(), digests_of(bytes)};
        return bytes;
    }

    std::string tagmanifest(const std::string& algorithm) {
        std::string text = manifest_text(listed_, algorithm);
        const Digests digests = digests_of(text);
        if (algorithm == "sha256")
            digests_.sha256 = digests.sha256;
        else if (algorithm == "sha512")
            digests_.sha512 = digests.sha512;
        else
            digests_.sm3 = digests.sm3;
        return text;
    }

    const Bag& bag_;
    const Manifest& payload_;
    Writer& writer_;
    Manifest listed_;
    Digests digests_;
    std::uint64_t tag_bytes_ = 0;
};

void check_space(const Bag& bag, const std::string& folder, std::uint32_t beside_percent) {
    // Header, pax header and padding of an entry; three manifest lines; the tag files are small.
    constexpr std::uint64_t bytes_per_file = 512 * 4 + 512 + 1024;
    constexpr std::uint64_t bytes_extra = 4U << 20U;
    const std::uint64_t container = bag.payload_bytes + bag.payload.size() * bytes_per_file + bytes_extra;
    const std::uint64_t needed = container + container / 100 * beside_percent;
    boost::system::error_code error;
    const auto space = boost::filesystem::space(folder, error);
    if (!error && space.available < needed)
        throw Failure("archive-no-space", {folder, std::to_string(needed), std::to_string(space.available)});
}

}  // namespace

std::string_view ending_of(ContainerKind kind) { return kind == ContainerKind::tar ? ".tar" : ".zip"; }

Container write_container(const Bag& bag, const std::string& folder, const std::string& date,
                          ContainerKind kind, std::uint32_t beside_percent) {
    constexpr std::size_t tags_most = 100;
    if (bag.payload.size() + tags_most > members_max)
        throw Failure("archive-limit", {bag.name, std::to_string(members_max)});
    check_space(bag, folder, beside_percent);
    const Utf8Locale locale;
    Container container;
    container.file = bag.name + std::string(ending_of(kind));
    Writer writer(folder + "/" + container.file, kind, seconds_from_iso(date));
    for (const BagFile& file : bag.tags)
        if (file.name < payload_folder) writer.whole(bag.name + "/" + file.name, file.bytes);
    container.payload = write_payload(bag, writer);
    container.tagmanifests = TagWriter(bag, container.payload, writer).run();
    writer.close();
    container.size = writer.size();
    container.sha256 = writer.sha256();
    return container;
}

}  // namespace hanqing
