// SPDX-License-Identifier: Apache-2.0
// Reading a stored ZIP by libarchive. Anything compressed, encrypted or not a plain file is refused.
#include "archive/reading.hpp"
#include "archive/scan.hpp"
#include "archive/tar_reader.hpp"
#include "archive/utf8_locale.hpp"
#include "archive/zip_directory.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>

namespace hanqing {
namespace {

struct FreeReader {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeReader>;

std::string words(archive* reader) {
    const char* what = archive_error_string(reader);
    return what == nullptr ? "" : what;
}

/// A ZIP whose directory cannot be found is damaged, not unreadable: the reader then says so at its first
/// entry.
Reader opened(const std::string& path) {
    Reader reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    constexpr std::size_t block = std::size_t{1} << 20U;
    archive_read_open_filename(reader.get(), path.c_str(), block);
    return reader;
}

/// Calls for each entry until it says no; false when the ZIP cannot be read to its end.
bool each_entry(archive* reader, const std::function<bool(archive_entry*)>& use) {
    archive_entry* entry = nullptr;
    for (;;) {
        const int result = archive_read_next_header(reader, &entry);
        if (result == ARCHIVE_EOF) return true;
        if (result != ARCHIVE_OK) return false;
        if (!use(entry)) return true;
    }
}

class ZipScan {
public:
    ZipScan(const std::string& path, Digesting& digesting, Contents& contents, const VerifyRequest& request,
            Notes& findings)
        : digesting_(digesting),
          contents_(contents),
          request_(request),
          findings_(findings),
          reader_(opened(path)),
          name_(file_name(path)),
          size_(InputFile(path, InputFile::Links::follow).size()),
          left_(size_) {}

    std::string run() {
        if (!each_entry(reader_.get(), [this](archive_entry* entry) { return one(entry); }))
            findings_.error({}, "zip-text", {words(reader_.get())});
        return top_;
    }

private:
    bool one(archive_entry* entry) {
        const char* utf8 = archive_entry_pathname_utf8(entry);
        const std::string name = utf8 == nullptr ? "" : utf8;
        if (++entries_ > members_max)
            return findings_.error({}, "tar-many", {std::to_string(members_max)}), false;
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_is_encrypted(entry) != 0)
            return findings_.error({}, "zip-kind", {name}), true;
        if (std::strstr(archive_format_name(reader_.get()), "(uncompressed)") == nullptr)
            return findings_.error({}, "zip-compressed", {name}), true;
        const std::size_t slash = name.find('/');
        if (top_.empty()) top_ = name.substr(0, slash);
        if (slash == std::string::npos || name.compare(0, slash, top_) != 0)
            return findings_.error({}, "tar-top", {name}), true;
        const auto size = static_cast<std::uint64_t>(archive_entry_size(entry));
        // Stored entries cannot hold more than the file does: overlapping ones would (archive bombs).
        if (archive_entry_size_is_set(entry) == 0 || size > left_)
            return findings_.error({}, "zip-size", {name}), false;
        left_ -= size;
        if (contents_.begin(name.substr(slash + 1), size)) content(name, size);
        if (request_.progress) request_.progress({name_, size_ - left_, size_});
        return true;
    }

    void content(const std::string& name, std::uint64_t size) {
        std::uint64_t read = 0;
        for (;;) {
            const auto enough =
                std::clamp<std::uint64_t>(size - std::min(read, size), 1, Digesting::block_bytes / 4);
            const std::span<char> room = digesting_.room(static_cast<std::size_t>(enough));
            const la_ssize_t got = archive_read_data(reader_.get(), room.data(), room.size());
            if (got == 0) break;
            if (got < 0) return findings_.error({}, "zip-text", {name + ": " + words(reader_.get())});
            contents_.data(digesting_.filled(static_cast<std::size_t>(got)));
            read += static_cast<std::uint64_t>(got);
        }
        if (read != size) return findings_.error({}, "zip-size", {name});
        contents_.end();
    }

    Digesting& digesting_;
    Contents& contents_;
    const VerifyRequest& request_;
    Notes& findings_;
    Reader reader_;
    std::string name_;
    std::uint64_t size_, left_, entries_ = 0;
    std::string top_;
};

/// The central directory is read before anything else, so the whole file is digested on its own.
std::string digest_of(const std::string& path, Digesting& digesting) {
    InputFile input(path, InputFile::Links::follow);
    Hasher hasher(Algorithm::sha256);
    while (const std::size_t got = input.read(digesting.room(Digesting::block_bytes / 4)))
        hasher.update(digesting.filled(got));
    return hex(hasher.finish());
}

}  // namespace

std::vector<Algorithm> algorithms_in_zip(const std::string& path) {
    const Utf8Locale locale;
    std::vector<std::string> names;
    const Reader reader = opened(path);
    each_entry(reader.get(), [&](archive_entry* entry) {
        const char* utf8 = archive_entry_pathname_utf8(entry);
        if (utf8 != nullptr) names.emplace_back(file_name(utf8));
        return names.size() < members_max;
    });
    return algorithms_of(names);
}

Scanned scan_zip(const std::string& path, Digesting& digesting, Contents& contents,
                 const VerifyRequest& request, Notes& findings) {
    const Utf8Locale locale;
    Scanned scanned;
    check_zip_directory(path, findings);
    scanned.top_folder = ZipScan(path, digesting, contents, request, findings).run();
    const std::string sha256 = request.sample.parts <= 1 ? digest_of(path, digesting) : "";
    digesting.settle();
    scanned.container = {file_name(path), InputFile(path, InputFile::Links::follow).size(), sha256};
    return scanned;
}

}  // namespace hanqing
