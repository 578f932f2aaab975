// SPDX-License-Identifier: Apache-2.0
// A temporary folder that goes away with its test.
#pragma once

#include <string>

namespace hanqing::test {

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    /// Writes a file, and the folders above it.
    void write(const std::string& name, const std::string& bytes) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;

private:
    std::string path_;
};

}  // namespace hanqing::test
