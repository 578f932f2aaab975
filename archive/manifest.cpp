// SPDX-License-Identifier: Apache-2.0
// Digests of files -> the lines of a manifest, as sha256sum writes and checks them.
#include "archive/bag.hpp"

namespace hanqing {
namespace {

const std::string& chosen(const Digests& digests, std::string_view algorithm) {
    if (algorithm == "sha256") return digests.sha256;
    if (algorithm == "sha512") return digests.sha512;
    return digests.sm3;
}

}  // namespace

std::string manifest_text(const Manifest& files, std::string_view algorithm) {
    std::string text;
    for (const auto& [name, digested] : files)
        text += hex(chosen(digested.digests, algorithm)) + "  " + name + "\n";
    return text;
}

}  // namespace hanqing
