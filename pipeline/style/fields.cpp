// SPDX-License-Identifier: Apache-2.0
// {field}s of a sheet's templates, filled from the metadata.
#include "style/build.hpp"

namespace hanqing {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : std::string(separator)) + part;
    return all;
}

/// Nothing for a name that no metadata can have; an empty text for one that is not given.
std::string value_of(const Build& build, std::string_view name, const Colophon& colophon) {
    const Metadata& m = build.styled.metadata;
    if (name == "title") return m.title;
    if (name == "subtitle") return m.subtitle;
    if (name == "authors") return joined(m.authors, build.labels.list_separator);
    if (name == "organization") return m.organization;
    if (name == "date") return m.date ? date_text(*m.date, build.styled.language) : m.date_text;
    if (name == "year") return m.year ? std::to_string(*m.year) : "";
    if (name == "document-number") return m.document_number;
    if (name == "identifier") return m.identifier;
    if (name == "secrecy") return m.secrecy;
    if (name == "version") return m.version;
    if (name == "abstract") return m.abstract;
    if (name == "source") return colophon.source_digest.substr(0, 12);
    if (name == "program") return colophon.program;
    if (name == "colophon") return fill(build, build.sheet.colophon, colophon).value_or("");
    const auto* element = m.element(name);
    return element != nullptr ? joined(*element, build.labels.list_separator) : "";
}

}  // namespace

std::optional<std::string> fill(const Build& build, std::string_view text, const Colophon& colophon) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out += text[at++];
            continue;
        }
        const std::string value = value_of(build, text.substr(at + 1, close - at - 1), colophon);
        if (value.empty()) return {};
        out += value;
        at = close + 1;
    }
    return out;
}

}  // namespace hanqing
