// SPDX-License-Identifier: Apache-2.0
// APPNOTE 4.3: end of directory, ZIP64 end of directory, central headers, local headers. Sizes are hostile.
#include "archive/zip_directory.hpp"

#include "archive/contents.hpp"
#include "archive/reading.hpp"
#include "archive/tar_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {
namespace {

constexpr std::uint64_t end_bytes = 22, end_comment_max = 65535, locator_bytes = 20, end64_bytes = 56;
constexpr std::uint64_t central_bytes = 46, local_bytes = 30;
constexpr std::uint64_t none32 = 0xFFFFFFFF, none16 = 0xFFFF;
constexpr unsigned sizes_follow = 1U << 3U;  ///< Bit of the flags: the local header has no sizes yet.

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct Entry {
    std::string name;
    std::uint64_t flags = 0, method = 0, stored = 0, size = 0, offset = 0;
};

/// What a ZIP64 extra field has for those of the values that did not fit (APPNOTE 4.5.3).
bool take_zip64(std::string_view extra, const std::vector<std::uint64_t*>& values) {
    while (extra.size() >= 4) {
        const std::size_t size = number(extra, 2, 2);
        if (size > extra.size() - 4) return false;
        if (number(extra, 0, 2) == 1) {
            std::size_t at = 4;
            for (std::uint64_t* value : values) {
                if (*value != none32) continue;
                if (at + 8 > size + 4) return false;
                *value = number(extra, at, 8);
                at += 8;
            }
            return true;
        }
        extra.remove_prefix(4 + size);
    }
    return std::none_of(values.begin(), values.end(), [](const auto* value) { return *value == none32; });
}

class DirectoryCheck {
public:
    DirectoryCheck(const std::string& path, Notes& findings)
        : input_(path, InputFile::Links::follow), findings_(findings) {}

    void run() {
        if (!find()) return;
        if (count_ > members_max || bytes_ > tag_bytes_max || offset_ > input_.size() ||
            bytes_ > input_.size() - offset_)
            return wrong("", "size");
        const auto directory = read(offset_, bytes_);
        if (!directory) return wrong("", "size");
        std::string_view rest = *directory;
        for (std::uint64_t i = 0; i < count_; ++i)
            if (!entry(rest)) return;
        if (!rest.empty()) return wrong("", "length");
        overlaps();
    }

private:
    void wrong(std::string_view name, std::string_view what) {
        findings_.error({}, "zip-directory", {std::string(name.substr(0, 200)), std::string(what)});
    }

    std::optional<std::string> read(std::uint64_t offset, std::uint64_t size) {
        if (offset > input_.size() || size > input_.size() - offset) return {};
        std::string bytes(size, '\0');
        input_.seek(offset);
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t got = input_.read(std::span(bytes).subspan(at));
            if (got == 0) return {};
            at += got;
        }
        return bytes;
    }

    /// The end of the directory: the one whose comment ends with the file.
    bool find() {
        const std::uint64_t tail_size = std::min(input_.size(), end_bytes + end_comment_max);
        const auto tail = read(input_.size() - tail_size, tail_size);
        if (!tail || tail_size < end_bytes) return false;
        for (std::size_t at = tail_size - end_bytes + 1; at-- > 0;) {
            if (std::string_view(*tail).substr(at, 4) != "PK\5\6") continue;
            if (at + end_bytes + number(*tail, at + 20, 2) != tail_size) continue;
            count_ = number(*tail, at + 10, 2);
            bytes_ = number(*tail, at + 12, 4);
            offset_ = number(*tail, at + 16, 4);
            const bool large = count_ == none16 || bytes_ == none32 || offset_ == none32;
            return !large || find_large(input_.size() - tail_size + at);
        }
        return false;
    }

    bool find_large(std::uint64_t end) {
        const auto locator = end < locator_bytes ? std::nullopt : read(end - locator_bytes, locator_bytes);
        if (!locator || !locator->starts_with("PK\6\7")) return true;  // small after all
        const auto large = read(number(*locator, 8, 8), end64_bytes);
        if (!large || !large->starts_with("PK\6\6")) return wrong("", "ZIP64"), false;
        count_ = number(*large, 32, 8);
        bytes_ = number(*large, 40, 8);
        offset_ = number(*large, 48, 8);
        return true;
    }

    bool entry(std::string_view& rest) {
        if (rest.size() < central_bytes || !rest.starts_with("PK\1\2")) return wrong("", "header"), false;
        Entry one;
        one.flags = number(rest, 8, 2);
        one.method = number(rest, 10, 2);
        one.stored = number(rest, 20, 4);
        one.size = number(rest, 24, 4);
        const std::uint64_t name = number(rest, 28, 2);
        const std::uint64_t extra = number(rest, 30, 2);
        one.offset = number(rest, 42, 4);
        const std::uint64_t whole = central_bytes + name + extra + number(rest, 32, 2);
        if (whole > rest.size()) return wrong("", "header"), false;
        one.name = rest.substr(central_bytes, name);
        if (!take_zip64(rest.substr(central_bytes + name, extra), {&one.size, &one.stored, &one.offset}))
            return wrong(one.name, "ZIP64"), false;
        rest.remove_prefix(whole);
        return compare(one);
    }

    /// The same in the header before the content.
    bool compare(const Entry& one) {
        const auto local = read(one.offset, local_bytes);
        if (!local || !local->starts_with("PK\3\4")) return wrong(one.name, "offset"), false;
        const std::uint64_t name_size = number(*local, 26, 2);
        const std::uint64_t extra_size = number(*local, 28, 2);
        const auto rest = read(one.offset + local_bytes, name_size + extra_size);
        if (!rest || rest->substr(0, name_size) != one.name) return wrong(one.name, "name"), false;
        std::uint64_t stored = number(*local, 18, 4);
        std::uint64_t size = number(*local, 22, 4);
        if (!take_zip64(std::string_view(*rest).substr(name_size), {&size, &stored}))
            return wrong(one.name, "ZIP64"), false;
        const bool later = (number(*local, 6, 2) & sizes_follow) != 0;
        if (number(*local, 8, 2) != one.method || number(*local, 6, 2) != one.flags ||
            (!later && (stored != one.stored || size != one.size)))
            return wrong(one.name, "size"), false;
        const std::uint64_t begin = one.offset + local_bytes + name_size + extra_size;
        if (begin > offset_ || one.stored > offset_ - begin) return wrong(one.name, "size"), false;
        ranges_.emplace_back(one.offset, begin + one.stored);
        return true;
    }

    void overlaps() {
        std::sort(ranges_.begin(), ranges_.end());
        for (std::size_t i = 1; i < ranges_.size(); ++i)
            if (ranges_[i].first < ranges_[i - 1].second)
                return wrong(std::to_string(ranges_[i].first), "overlap");
    }

    InputFile input_;
    Notes& findings_;
    std::uint64_t count_ = 0, bytes_ = 0, offset_ = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges_;
};

}  // namespace

void check_zip_directory(const std::string& path, Notes& findings) { DirectoryCheck(path, findings).run(); }

}  // namespace hanqing
