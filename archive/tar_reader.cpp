// SPDX-License-Identifier: Apache-2.0
// Reading tar headers as the format says and no more generously: a single changed bit must not pass.
#include "archive/tar_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hanqing {
namespace {

constexpr std::size_t block_bytes = 512;

/// A field of the header block: offset and length (POSIX.1-2001, pax, table 4-13).
struct Field {
    std::size_t at, size;
};
constexpr Field name_field{0, 100}, mode_field{100, 8}, uid_field{108, 8}, gid_field{116, 8},
    size_field{124, 12}, mtime_field{136, 12}, checksum_field{148, 8}, link_field{157, 100},
    magic_field{257, 8}, prefix_field{345, 155};
constexpr std::size_t type_at = 156;

std::string_view text(std::string_view block, Field field) {
    const std::string_view all = block.substr(field.at, field.size);
    return all.substr(0, all.find('\0'));
}

/// Octal digits, then blanks or NULs only; leading blanks as old writers have them.
std::optional<std::uint64_t> octal(std::string_view field) {
    while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
    while (!field.empty() && (field.back() == ' ' || field.back() == '\0')) field.remove_suffix(1);
    std::uint64_t value = 0;
    for (const char c : field) {
        if (c < '0' || c > '7' || value >> 60U != 0) return {};
        value = value * 8 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

/// GNU's base-256 for sizes of 8 GiB and more: first bit set, big-endian, never negative here.
std::optional<std::uint64_t> number(std::string_view field) {
    if ((static_cast<unsigned char>(field[0]) & 0x80U) == 0) return octal(field);
    if (static_cast<unsigned char>(field[0]) != 0x80U) return {};
    std::uint64_t value = 0;
    for (const char c : field.substr(1)) {
        if (value >> 55U != 0) return {};
        value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
}

bool checksum_holds(std::string_view block) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block_bytes; ++i) {
        const bool inside = i >= checksum_field.at && i < checksum_field.at + checksum_field.size;
        sum += inside ? std::uint64_t{' '} : static_cast<unsigned char>(block[i]);
    }
    const std::string_view field = block.substr(checksum_field.at, checksum_field.size);
    return octal(field.substr(0, 7)) == sum;
}

/// Six digits, NUL, blank: the form that today's writers give it, and the only one that ours have.
bool checksum_is_plain(std::string_view block) {
    const std::string_view field = block.substr(checksum_field.at, checksum_field.size);
    return field.find_first_not_of("01234567") == 6 && field.substr(6) == std::string_view("\0 ", 2);
}

bool is_zero(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

std::string_view kind_name(char type) {
    switch (type) {
        case '1':
            return "hard link";
        case '2':
            return "symbolic link";
        case '3':
            return "character device";
        case '4':
            return "block device";
        case '6':
            return "FIFO";
        case 'S':
            return "sparse file";
        default:
            return "unknown";
    }
}

}  // namespace

void TarReader::odd(std::string_view what) { sink_.fault("tar-odd", {here(), std::string(what)}); }

void TarReader::stop(std::string_view what) {
    sink_.fault("tar-header", {here(), std::string(what)});
    state_ = State::broken;
}

void TarReader::begin_content(std::uint64_t size, State state) {
    left_ = size;
    padding_ = (block_bytes - size % block_bytes) % block_bytes;
    state_ = state;
}

void TarReader::feed(std::string_view bytes) {
    while (!bytes.empty() && state_ != State::broken) {
        std::size_t taken = 0;
        if (state_ == State::header || state_ == State::end) {
            taken = std::min(bytes.size(), block_bytes - block_.size());
            block_.append(bytes.substr(0, taken));
            if (block_.size() == block_bytes) {
                std::string block;
                block.swap(block_);
                offset_ -= block_bytes - taken;  // faults name where the header begins
                header(block);
                offset_ += block_bytes - taken;
            }
        } else {
            taken = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), left_));
            const std::string_view part = bytes.substr(0, taken);
            if (state_ == State::content && member_.kind == TarMember::Kind::file) sink_.data(part);
            if (state_ == State::extension) extension_.append(part);
            if (state_ == State::padding) check_padding(part);
            left_ -= taken;
        }
        offset_ += taken;
        bytes.remove_prefix(taken);
        if (state_ == State::content && left_ == 0) content_done();
        if (state_ == State::extension && left_ == 0) extension_done();
        if (state_ == State::padding && left_ == 0) state_ = State::header;
    }
    if (state_ == State::broken) offset_ += bytes.size();
}

void TarReader::skip(std::uint64_t bytes) {
    offset_ += bytes;
    left_ -= bytes;
    if (left_ == 0) content_done();
}

void TarReader::begin_padding() {
    left_ = padding_;
    padding_told_ = false;
    state_ = left_ == 0 ? State::header : State::padding;
}

/// One fault for one padding, at its first changed byte, in however many pieces it comes.
void TarReader::check_padding(std::string_view bytes) {
    const auto bad = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c != '\0'; });
    if (bad == bytes.end() || padding_told_) return;
    padding_told_ = true;
    sink_.fault("tar-padding", {std::to_string(offset_ + static_cast<std::uint64_t>(bad - bytes.begin()))});
}

void TarReader::content_done() {
    if (member_.kind == TarMember::Kind::file) sink_.end_member();
    begin_padding();
}

void TarReader::zero_block() {
    ++zero_blocks_;
    if (zero_blocks_ >= 2) state_ = State::end;
    if (zero_blocks_ == 3) odd("blocks after the end");
}

void TarReader::header(std::string_view block) {
    if (is_zero(block)) {
        if (in_member_) return stop("a member is announced and does not follow");
        return zero_block();
    }
    if (zero_blocks_ > 0) {
        sink_.fault("tar-trailing", {here()});
        state_ = State::broken;
        return;
    }
    if (!checksum_holds(block)) return stop("checksum");
    if (!checksum_is_plain(block)) odd("checksum");
    const std::string_view magic = block.substr(magic_field.at, magic_field.size);
    const bool gnu = magic == std::string_view("ustar  \0", 8);
    if (!gnu && magic != std::string_view("ustar\00000", 8)) return stop("not a ustar header");
    const auto size = number(block.substr(size_field.at, size_field.size));
    if (!size) return stop("size");
    for (const Field field : {mode_field, uid_field, gid_field, mtime_field})
        if (!number(block.substr(field.at, field.size))) return stop("number");
    if (!in_member_) member_offset_ = offset_;
    const char type = block[type_at];
    if (type == 'x' || type == 'g' || type == 'L') return extension_header(type, *size);
    plain_header(block, *size);
}

void TarReader::extension_header(char type, std::uint64_t size) {
    if (size > extension_bytes_max) {
        sink_.fault("tar-extension", {here(), "too long"});
        state_ = State::broken;
        return;
    }
    if (type != 'x') odd(type == 'g' ? "global header" : "GNU name");
    in_member_ = in_member_ || type != 'g';
    extension_type_ = type;
    extension_.clear();
    begin_content(size, State::extension);
    if (size == 0) extension_done();
}

void TarReader::extension_done() {
    if (extension_type_ == 'L')
        name_ = extension_.substr(0, extension_.find('\0'));
    else
        pax_records(extension_);
    if (state_ != State::broken) begin_padding();
}

/// "27 path=…\n": the length counts itself (pax, "Extended Header").
void TarReader::pax_records(std::string_view records) {
    while (!records.empty()) {
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(
            records.data(), records.data() + std::min<std::size_t>(records.size(), 8), length);
        const auto digits = static_cast<std::size_t>(end - records.data());
        const std::size_t equals = records.find('=');
        if (error != std::errc() || digits == 0 || records[0] == '0' || length > records.size() ||
            length <= digits + 2 || records[digits] != ' ' || records[length - 1] != '\n' ||
            equals >= length || equals <= digits + 1) {
            sink_.fault("tar-extension", {std::to_string(member_offset_), "record"});
            state_ = State::broken;
            return;
        }
        pax_record(records.substr(digits + 1, equals - digits - 1),
                   records.substr(equals + 1, length - equals - 2));
        records.remove_prefix(length);
    }
}

void TarReader::pax_record(std::string_view key, std::string_view value) {
    if (extension_type_ == 'g') {
        if (key == "path" || key == "size" || key == "linkpath")
            sink_.fault("tar-extension", {std::to_string(member_offset_), "global " + std::string(key)});
        return;
    }
    if (key == "path") {
        name_ = value;
    } else if (key == "size") {
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size_);
        has_size_ = error == std::errc() && end == value.data() + value.size() && size_ >> 62U == 0;
        if (!has_size_) {
            sink_.fault("tar-extension", {std::to_string(member_offset_), "size"});
            state_ = State::broken;
        }
    } else if (key.starts_with("GNU.sparse.") || key == "hdrcharset") {
        sparse_ = true;
    } else {
        sink_.fault("tar-odd", {std::to_string(member_offset_), "pax " + std::string(key.substr(0, 40))});
    }
}

void TarReader::plain_header(std::string_view block, std::uint64_t size) {
    const char type = block[type_at];
    member_ = {};
    member_.name = name_;
    if (name_.empty()) {
        const std::string_view prefix = text(block, prefix_field);
        const bool gnu = block[magic_field.at + 5] == ' ';  // GNU keeps times where ustar has the prefix
        member_.name = std::string(text(block, name_field));
        if (!gnu && !prefix.empty()) member_.name = std::string(prefix) + "/" + member_.name;
    }
    member_.size = has_size_ ? size_ : size;
    member_.offset = member_offset_;
    const bool folder = type == '5' || (type == '\0' && member_.name.ends_with('/'));
    const bool file = (type == '0' || type == '\0') && !folder;
    member_.kind = folder ? TarMember::Kind::folder : file ? TarMember::Kind::file : TarMember::Kind::other;
    if (sparse_) member_.kind = TarMember::Kind::other;
    if (member_.kind == TarMember::Kind::other)
        sink_.fault("tar-kind", {member_.name, std::string(sparse_ ? "sparse file" : kind_name(type))});
    if (member_.kind != TarMember::Kind::other && !text(block, link_field).empty()) odd("link name");
    // Links and folders carry no data whatever their size field says (pax, "size").
    if (type == '1' || type == '2' || folder) member_.size = 0;
    name_.clear();
    has_size_ = sparse_ = in_member_ = false;
    if (++members_ > members_max) {
        sink_.fault("tar-many", {std::to_string(members_max)});
        state_ = State::broken;
        return;
    }
    sink_.member(member_);
    begin_content(member_.size, State::content);
    if (member_.size == 0) content_done();
}

void TarReader::finish() {
    if (state_ == State::broken) return;
    if (state_ == State::end && block_.empty()) return;
    if (state_ == State::end) {
        sink_.fault("tar-trailing", {std::to_string(offset_ - block_.size())});
        return;
    }
    sink_.fault("tar-truncated", {here(), member_.name});
}

}  // namespace hanqing
