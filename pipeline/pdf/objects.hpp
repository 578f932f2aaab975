// SPDX-License-Identifier: Apache-2.0
// Objects: the numbered objects of one file, and the file itself with object streams and a cross-reference
// stream (ISO 32000-1, 7.5.7 and 7.5.8). Half of a tagged PDF is structure text, so this halves it.
#pragma once

#include "pdf/syntax.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

class Objects {
public:
    /// A number whose object is set later: for parents and children that name each other.
    Reference reserve();
    void set(Reference number, std::string body);
    Reference add(std::string body);

    /// `entries` without Length and brackets; `data` already as its Filter says.
    void set_stream(Reference number, std::string_view entries, std::string data);
    Reference add_stream(std::string_view entries, std::string data);
    Reference add_stream(std::string_view entries, std::shared_ptr<const std::string> data);
    /// Deflates; adds the Filter.
    Reference add_deflated(std::string_view entries, std::string_view data);

    [[nodiscard]] std::size_t size() const { return objects_.size(); }

    /// The whole file. Its identifier is the digest of all that stands before the cross-reference stream, so
    /// that equal input gives equal files and unequal ones never share it. Requires: every number reserved is
    /// set.
    std::string file(Reference catalog, Reference information) const;

private:
    struct Object {
        std::string body;                         ///< Of a stream: its dictionary.
        std::shared_ptr<const std::string> data;  ///< Null: no stream.
    };
    std::vector<Object> objects_;  ///< Number n at n - 1.
};

}  // namespace hanqing
