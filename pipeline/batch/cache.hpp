// SPDX-License-Identifier: Apache-2.0
// Cache: finished PDFs under the digest of all they are made from; a folder that many processes may share.
#pragma once

#include "batch/outcome.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace hanqing {

class Cache {
public:
    /// Makes the folder. Failure "make-folder".
    Cache(std::string folder, std::uint64_t bytes_max);

    /// What a report with this base asks for besides itself: its sheet, language and images (digests as they
    /// were).
    [[nodiscard]] std::optional<Outcome> inputs(const Digest& base) const;
    struct Entry {
        Outcome outcome;
        std::string pdf;
    };
    /// Verified by its digest; a damaged entry is removed and is as if it had never been.
    [[nodiscard]] std::optional<Entry> get(const Digest& key) const;
    /// Best effort: a full or read-only cache never fails a report.
    void put(const Outcome& outcome, const std::string& pdf) const;
    /// Removes what was used longest ago until nine tenths of the limit are left.
    void trim() const;

private:
    [[nodiscard]] std::string path(const Digest& key, std::string_view ending) const;
    std::string folder_;
    std::uint64_t bytes_max_;
};

}  // namespace hanqing
