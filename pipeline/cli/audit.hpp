// SPDX-License-Identifier: Apache-2.0
// An audit in parts: which parts of which sealed bag were read when, in a text file that any run can go on
// with.
#pragma once

#include "archive/verify.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Lines "seal-sha512 TAB n/t TAB date TAB state TAB bag" after the head "Hanqing-Audit: 1". Rewritten after
/// each bag, so that an interrupted audit goes on where it was. Failure "audit-unreadable" {path, line}.
class Audit {
public:
    /// Reads the file when it is there. `date` is the day that new lines bear.
    Audit(std::string path, std::string date);

    /// The part to read of the bag with this seal: `part` of `parts`, or with part 0 the first that was not
    /// found intact yet; nothing when there is nothing left to do.
    [[nodiscard]] std::optional<Sample> next(std::string_view seal_text, std::uint32_t part,
                                             std::uint32_t parts) const;
    void add(std::string_view seal_text, const Receipt& receipt);
    /// How many of `parts` parts of the bag were found intact.
    [[nodiscard]] std::uint32_t covered(std::string_view seal_text, std::uint32_t parts) const;

private:
    struct Line {
        std::string seal;
        std::uint32_t part = 0, parts = 0;
        std::string date, state, bag;
    };
    [[nodiscard]] bool is_intact(const std::string& seal, std::uint32_t part, std::uint32_t parts) const;
    void read(const std::string& text);
    void write() const;

    std::string path_, date_;
    std::vector<Line> lines_;
};

/// "3/12", "next/12" (part 0). Failure "usage-sample" {text}.
Sample sample_from(const std::string& text);

}  // namespace hanqing
