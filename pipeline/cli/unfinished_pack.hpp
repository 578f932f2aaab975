// SPDX-License-Identifier: Apache-2.0
// A year may need several bags. When a run is cut short between two of them, the next one goes on where it
// ended: what the first run set out to seal is written down before it begins.
#pragma once

#include "archive/year.hpp"
#include "base/digest.hpp"

#include <set>
#include <string>
#include <vector>

namespace hanqing {

class UnfinishedPack {
public:
    /// `what` is a digest over everything that is to be sealed, its date and its reason.
    UnfinishedPack(const std::string& folder, const Digest& what);

    /// Name of the bag, in whatever revision, that an earlier run which set out to seal the same has sealed;
    /// empty: none.
    [[nodiscard]] std::string sealed(const Year& year) const;
    /// Written down before the first bag. Failure "write-file".
    void begin(const std::vector<Year>& years) const;
    void end() const;

private:
    std::string folder_, path_, what_;
    std::set<std::string> bags_;  ///< That the earlier run set out to make; empty when it was another.
};

}  // namespace hanqing
