// SPDX-License-Identifier: Apache-2.0
// Properties into RDF/XML.
#include "pdf/xmp_writer.hpp"

#include "base/unicode.hpp"

namespace hanqing {

std::string xml_text(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_code_point(utf8, at);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
            append_utf8(out, 0xFFFD);
        else
            append_utf8(out, c);
    }
    return out;
}

void XmpWriter::text(std::string_view property, std::string_view value) {
    if (value.empty()) return;
    const std::string element(property);
    rdf_ += '<' + element + '>' + xml_text(value) + "</" + element + ">\n";
}

void XmpWriter::alternative(std::string_view property, std::string_view value, std::string_view language) {
    if (value.empty()) return;
    const std::string element(property), text = xml_text(value);
    rdf_ += '<' + element + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + text + "</rdf:li>";
    if (!language.empty()) rdf_ += "<rdf:li xml:lang=\"" + std::string(language) + "\">" + text + "</rdf:li>";
    rdf_ += "</rdf:Alt></" + element + ">\n";
}

void XmpWriter::list(std::string_view property, std::string_view container,
                     const std::vector<std::string>& values) {
    if (values.empty()) return;
    const std::string element(property), rdf_container = "rdf:" + std::string(container);
    rdf_ += '<' + element + "><" + rdf_container + '>';
    for (const std::string& value : values) rdf_ += "<rdf:li>" + xml_text(value) + "</rdf:li>";
    rdf_ += "</" + rdf_container + "></" + element + ">\n";
}

}  // namespace hanqing
