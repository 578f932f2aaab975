// SPDX-License-Identifier: Apache-2.0
// A regular file, opened so that nothing can make us wait or follow a link, read in pieces.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace hanqing {

class InputFile {
public:
    enum class Links : std::uint8_t { follow, refuse };
    /// Failure "read-file" {path, reason}; "not-a-file" {path} for anything but a regular file.
    InputFile(const std::string& path, Links links);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    /// As it was when opened.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Reads what comes next; 0 at the end. Failure "read-file".
    std::size_t read(std::span<char> to);
    void skip(std::uint64_t bytes);
    void seek(std::uint64_t offset);

private:
    std::string path_;
    int descriptor_;
    std::uint64_t size_ = 0;
};

}  // namespace hanqing
