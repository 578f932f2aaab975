// SPDX-License-Identifier: Apache-2.0
// Content that many records have in common (the sheet they were set by), held once.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace hanqing {

/// A text that never changes; copies share it.
class SharedBytes {
public:
    SharedBytes() = default;
    SharedBytes(std::string bytes) {
        if (!bytes.empty()) bytes_ = std::make_shared<const std::string>(std::move(bytes));
    }
    SharedBytes(const char* bytes) : SharedBytes(std::string(bytes)) {}
    operator std::string_view() const { return text(); }
    [[nodiscard]] const std::string& text() const {
        static const std::string nothing;
        return bytes_ ? *bytes_ : nothing;
    }
    [[nodiscard]] std::size_t size() const { return text().size(); }

private:
    std::shared_ptr<const std::string> bytes_;  ///< None: nothing.
};

}  // namespace hanqing
