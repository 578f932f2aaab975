// SPDX-License-Identifier: Apache-2.0
// Fonts made wrong on purpose: a system font read, changed in one respect, written to a folder of the test's
// own.
#pragma once

#include "base/file.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace hanqing::sample {

/// A folder that vanishes with the test.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("hanqing-shape-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }
    void write(const std::string& name, const std::string& bytes) const {
        write_file((path_ / name).string(), bytes);
    }

private:
    std::filesystem::path path_;
};

inline const std::string jetbrains = "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Thin.ttf";

inline std::uint32_t number(const std::string& bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

inline std::string big_endian(std::uint32_t value, int size) {
    std::string bytes;
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> static_cast<unsigned>(shift)));
    return bytes;
}

/// Where a table begins. Requires: a font that is no collection.
inline std::size_t table_at(const std::string& font, std::string_view tag) {
    for (std::size_t i = 0; i < number(font, 4, 2); ++i)
        if (font.compare(12 + i * 16, 4, tag) == 0) return number(font, 12 + i * 16 + 8, 4);
    FAIL("no table " << tag);
    return 0;
}

/// The font with one table more.
inline std::string with_table(const std::string& font, const std::string& tag, const std::string& table) {
    const std::uint32_t count = number(font, 4, 2);
    const std::string own = tag + big_endian(0, 4) +
                            big_endian(static_cast<std::uint32_t>(font.size()) + 16, 4) +
                            big_endian(static_cast<std::uint32_t>(table.size()), 4);
    std::string head = font.substr(0, 4) + big_endian(count + 1, 2) + font.substr(6, 6);
    bool is_placed = false;  // rows are sorted by tag
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = 12 + i * 16;
        if (!is_placed && font.compare(row, 4, tag) > 0) {
            head += own;
            is_placed = true;
        }
        head += font.substr(row, 8) + big_endian(number(font, row + 8, 4) + 16, 4) + font.substr(row + 12, 4);
    }
    return head + (is_placed ? "" : own) + font.substr(12 + std::size_t{count} * 16) + table;
}

}  // namespace hanqing::sample
