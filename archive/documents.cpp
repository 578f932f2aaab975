// SPDX-License-Identifier: Apache-2.0
// Rows <-> tab-separated text, one spelling only.
#include "archive/documents.hpp"

#include <charconv>

namespace hanqing {
namespace {

std::string encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '\t')
            out += "%09";
        else if (c == '\n')
            out += "%0A";
        else if (c == '\r')
            out += "%0D";
        else
            out += c;
    }
    return out;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (text[0] != '%') {
            out += text[0];
            text.remove_prefix(1);
            continue;
        }
        if (text.starts_with("%25"))
            out += '%';
        else if (text.starts_with("%09"))
            out += '\t';
        else if (text.starts_with("%0A"))
            out += '\n';
        else if (text.starts_with("%0D"))
            out += '\r';
        else
            return {};
        text.remove_prefix(3);
    }
    return out;
}

std::optional<DocumentRow> row_from(std::string_view line) {
    const std::string_view whole = line;
    DocumentRow row;
    std::string size;
    for (std::string* field : {&row.identifier, &row.version, &row.state, &row.role, &row.origin, &row.path,
                               &size, &row.sha256, &row.sha512, &row.sm3}) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (field == &row.sm3)) return {};
        const auto value = decoded(line.substr(0, tab));
        if (!value) return {};
        *field = *value;
        line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), row.size);
    if (error != std::errc() || end != size.data() + size.size()) return {};
    // Written again it is the same: what the format encodes never stands there bare, nor a size with zeros.
    const std::string again = document_line(row);
    if (std::string_view(again).substr(0, again.size() - 1) != whole) return {};
    return row;
}

}  // namespace

std::string document_line(const DocumentRow& row) {
    return encoded(row.identifier) + "\t" + encoded(row.version) + "\t" + encoded(row.state) + "\t" +
           encoded(row.role) + "\t" + encoded(row.origin) + "\t" + encoded(row.path) + "\t" +
           std::to_string(row.size) + "\t" + row.sha256 + "\t" + row.sha512 + "\t" + row.sm3 + "\n";
}

bool for_each_document(std::string_view text, const std::function<void(const DocumentRow&)>& use) {
    if (!text.starts_with(documents_head) || !text.ends_with('\n')) return false;
    for (text.remove_prefix(documents_head.size()); !text.empty();) {
        const std::size_t end = text.find('\n');
        const auto row = row_from(text.substr(0, end));
        if (!row) return false;
        use(*row);
        text.remove_prefix(end + 1);
    }
    return true;
}

std::optional<std::vector<DocumentRow>> documents_from_text(std::string_view text) {
    std::vector<DocumentRow> rows;
    if (!for_each_document(text, [&](const DocumentRow& row) { rows.push_back(row); })) return {};
    return rows;
}

}  // namespace hanqing
