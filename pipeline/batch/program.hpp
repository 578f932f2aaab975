// SPDX-License-Identifier: Apache-2.0
// Program: which Hanqing this is. Part of every stamp, cache key and seal. cmake/program.cmake fills it in.
#pragma once

#include "base/digest.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hanqing {

struct LibraryVersion {
    std::string_view name, version;
};

struct Program {
    std::string name;     ///< "Hanqing 1.0.0"
    std::string version;  ///< "1.0.0"
    Digest digest;        ///< Over every source left of cli and the versions of the libraries.
    std::span<const LibraryVersion> libraries;  ///< As found when it was built.
};

const Program& program();

}  // namespace hanqing
