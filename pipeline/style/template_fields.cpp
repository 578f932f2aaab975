// SPDX-License-Identifier: Apache-2.0
// The {field}s that templates of a sheet may hold.
#include "style/properties.hpp"

#include "read/metadata.hpp"

namespace hanqing {

const std::vector<std::string_view>& piece_fields() {
    static const std::vector<std::string_view> fields = [] {
        std::vector<std::string_view> all{
            "title",           "subtitle",   "authors", "organization", "date",   "year",    "version",
            "document-number", "identifier", "secrecy", "abstract",     "source", "program", "colophon"};
        for (const KeyNames& key : known_keys())
            if (!key.element.empty()) all.push_back(key.element);
        return all;
    }();
    return fields;
}

const std::vector<std::string_view>& running_fields() {
    static const std::vector<std::string_view> fields{"page",         "pages",  "title", "date", "version",
                                                      "organization", "number", "h1",    "h2",   "h3",
                                                      "h4",           "h5",     "h6"};
    return fields;
}

void check_fields(MapReader& reader, std::string_view key, const std::vector<std::string_view>& known) {
    const Value* value = reader.take(key);
    if (value == nullptr) return;
    const std::string& text = value->text;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) return reader.bad(*value, key, "{…}");
        Value field = *value;
        field.text = text.substr(open + 1, close - open - 1);
        bool found = false;
        for (const std::string_view name : known) found = found || name == field.text;
        if (!found) reader.not_among(field, key, known);
    }
}

}  // namespace hanqing
