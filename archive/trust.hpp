// SPDX-License-Identifier: Apache-2.0
// Which keys the auditor trusts: those that were named, and those that a trusted key handed over to.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace hanqing {

class Trust {
public:
    /// Follows the rotation statements of the folder ("key-rotation-N.txt", signed by the old key).
    Trust(const std::string& folder, const std::vector<std::string>& key_files);
    [[nodiscard]] bool trusts(const std::string& fingerprint) const {
        return fingerprints_.contains(fingerprint);
    }

private:
    std::set<std::string> fingerprints_;
};

/// A key's successor, as a signed statement says it.
struct Rotation {
    std::string file;      ///< "key-rotation-1.txt"
    std::string from, to;  ///< Fingerprints.
};
/// Statements of the folder whose signature by the old key holds.
std::vector<Rotation> read_rotations(const std::string& folder);

}  // namespace hanqing
