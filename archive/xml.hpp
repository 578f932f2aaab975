// SPDX-License-Identifier: Apache-2.0
// Names and texts -> XML 1.0 in UTF-8, two blanks an indent; and back, for documents of this form only.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

class XmlWriter {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    XmlWriter();
    void open(std::string_view name, Attributes attributes = {});
    void close();
    /// <name>text</name>; characters that XML cannot hold become U+FFFD.
    void leaf(std::string_view name, std::string_view text, Attributes attributes = {});
    /// As `leaf`, but nothing for an empty text.
    void optional(std::string_view name, std::string_view text);
    [[nodiscard]] std::string text() const { return text_; }

private:
    void start(std::string_view name, Attributes attributes);
    std::string text_;
    std::vector<std::string> open_;
};

/// The leaves of every element named `element`, in order: (name, text). Nothing when the text is not what
/// XmlWriter writes (no DTD, comments, CDATA or processing instructions), so that hostile XML is refused at
/// once.
using XmlLeaves = std::vector<std::pair<std::string, std::string>>;
std::optional<std::vector<XmlLeaves>> read_xml_leaves(std::string_view xml, std::string_view element);

}  // namespace hanqing
