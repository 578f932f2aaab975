// SPDX-License-Identifier: Apache-2.0
// XML -> tags and text, one after the other. Comments, processing instructions and the document type are
// skipped; a document type with declarations of its own is refused, so no entity is ever expanded.
#pragma once

#include <string_view>
#include <vector>

namespace hanqing {

struct XmlAttribute {
    std::string_view name, value;  ///< The value as written, between its quotes.
    char quote = '"';
};

struct XmlToken {
    enum class Kind : unsigned char { end, open, empty, close, text, cdata } kind = Kind::end;
    std::string_view name;  ///< Of a tag, with its prefix.
    std::string_view text;  ///< As written.
    std::vector<XmlAttribute> attributes;

    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// The part of a name behind its prefix: "href" of "xlink:href".
std::string_view local_name(std::string_view name);

class XmlScanner {
public:
    explicit XmlScanner(std::string_view bytes) : rest_(bytes) {}
    /// Throws Unusable when the bytes are no well-formed sequence of tags.
    XmlToken next();

private:
    XmlToken tag();
    bool skip_markup();
    void take_attributes(XmlToken& token, std::string_view inside);
    std::string_view rest_;
};

}  // namespace hanqing
