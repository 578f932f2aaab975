// SPDX-License-Identifier: Apache-2.0
// XmpWriter: RDF/XML properties, escaped and left out when empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

class XmpWriter {
public:
    void text(std::string_view property, std::string_view value);
    /// A language alternative with the default and, where given, the value's own language.
    void alternative(std::string_view property, std::string_view value, std::string_view language);
    /// `container`: "Seq" or "Bag".
    void list(std::string_view property, std::string_view container, const std::vector<std::string>& values);
    void raw(std::string_view rdf) { rdf_ += rdf; }
    [[nodiscard]] const std::string& rdf() const { return rdf_; }

private:
    std::string rdf_;
};

/// XML text: markup escaped, characters that XML 1.0 forbids replaced by U+FFFD.
std::string xml_text(std::string_view utf8);

}  // namespace hanqing
