// SPDX-License-Identifier: Apache-2.0
// Temporary folders.
#include "batch/folder.hpp"

#include <boost/filesystem.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace hanqing::test {

namespace fs = boost::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "hanqing-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = fs::canonical(pattern).string();
}

Folder::~Folder() {
    boost::system::error_code ignored;
    fs::remove_all(path_, ignored);
}

void Folder::write(const std::string& name, const std::string& bytes) const {
    const fs::path file = fs::path(path_) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file.string(), std::ios::binary) << bytes;
}

std::string Folder::read(const std::string& name) const {
    std::ifstream in(path_ + "/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

bool Folder::has(const std::string& name) const { return fs::exists(path_ + "/" + name); }

}  // namespace hanqing::test
