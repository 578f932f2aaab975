// SPDX-License-Identifier: Apache-2.0
// Numbered objects into the bytes of a PDF file.
#include "pdf/objects.hpp"

#include "base/digest.hpp"
#include "embed/deflate.hpp"

#include <cassert>

namespace hanqing {

namespace {

/// Objects in one object stream: enough for deflate to see the repetition, few enough that a viewer which
/// wants one object inflates little.
constexpr std::size_t per_object_stream = 200;

/// Where an object lies: in the file, or in an object stream.
struct Entry {
    std::uint8_t type = 0;    ///< 0 free, 1 in the file, 2 in an object stream.
    std::uint64_t where = 0;  ///< Byte offset, or the number of the object stream.
    std::uint32_t index = 0;  ///< In the object stream.
};

void append_stream(std::string& to, Reference number, std::string_view dictionary, std::string_view data) {
    append_integer(to, number);
    to += " 0 obj\n";
    to += dictionary;
    to += "\nstream\n";
    to += data;
    to += "\nendstream\nendobj\n";
}

std::string with_length(std::string_view entries, std::size_t length) {
    std::string dictionary = "<<";
    dictionary += entries;
    dictionary += "/Length ";
    append_integer(dictionary, static_cast<std::int64_t>(length));
    dictionary += ">>";
    return dictionary;
}

/// One object stream that is being filled: the table of numbers and offsets, and the objects.
struct Filling {
    std::string table, bodies;
    std::size_t count = 0;
};

void flush(Filling& filling, Reference number, std::string& out, std::vector<Entry>& entries) {
    entries.push_back({1, out.size(), 0});
    std::string dictionary = "/Type/ObjStm/Filter/FlateDecode/N ";
    append_integer(dictionary, static_cast<std::int64_t>(filling.count));
    dictionary += "/First ";
    append_integer(dictionary, static_cast<std::int64_t>(filling.table.size()));
    const std::string data = deflate(filling.table + filling.bodies);
    append_stream(out, number, with_length(dictionary, data.size()), data);
    filling = {};
}

/// Rows of the cross-reference stream with the PNG predictor "up", which turns rising offsets into small
/// numbers.
std::string rows(const std::vector<Entry>& entries, unsigned offset_bytes) {
    const std::size_t width = 1 + offset_bytes + 2;
    std::string previous(width, '\0'), row(width, '\0'), out;
    out.reserve(entries.size() * (width + 1));
    for (const Entry& e : entries) {
        row[0] = static_cast<char>(e.type);
        for (unsigned i = 0; i < offset_bytes; ++i)
            row[1 + i] = static_cast<char>(e.where >> (8 * (offset_bytes - 1 - i)) & 0xFFU);
        row[width - 2] = static_cast<char>(e.index >> 8U);
        row[width - 1] = static_cast<char>(e.index & 0xFFU);
        out += '\2';
        for (std::size_t i = 0; i < width; ++i) out += static_cast<char>(row[i] - previous[i]);
        std::swap(previous, row);
    }
    return out;
}

unsigned bytes_for(std::uint64_t offset) {
    unsigned bytes = 1;
    while (offset >>= 8U) ++bytes;
    return bytes;
}

void append_cross_reference(std::string& out, std::vector<Entry>& entries, Reference catalog,
                            Reference information) {
    const std::size_t start = out.size();
    const Digest digest = sha256(out);
    const std::string identifier = hex_string({reinterpret_cast<const char*>(digest.bytes.data()), 16});
    const auto number = static_cast<Reference>(entries.size());
    entries.push_back({1, start, 0});
    const unsigned offset_bytes = bytes_for(start);
    const std::string data = deflate(rows(entries, offset_bytes));
    std::string d = "/Type/XRef/Size ";
    append_integer(d, static_cast<std::int64_t>(entries.size()));
    d += "/W[1 ";
    append_integer(d, offset_bytes);
    d += " 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ";
    append_integer(d, 1 + offset_bytes + 2);
    d += ">>/Root " + reference_text(catalog) + "/Info " + reference_text(information);
    d += "/ID[" + identifier + identifier + "]";
    append_stream(out, number, with_length(d, data.size()), data);
    out += "startxref\n";
    append_integer(out, static_cast<std::int64_t>(start));
    out += "\n%%EOF\n";
}

}  // namespace

Reference Objects::reserve() {
    objects_.emplace_back();
    return static_cast<Reference>(objects_.size());
}

void Objects::set(Reference number, std::string body) { objects_[number - 1].body = std::move(body); }

Reference Objects::add(std::string body) {
    objects_.push_back({std::move(body), nullptr});
    return static_cast<Reference>(objects_.size());
}

void Objects::set_stream(Reference number, std::string_view entries, std::string data) {
    auto shared = std::make_shared<const std::string>(std::move(data));
    objects_[number - 1] = {with_length(entries, shared->size()), std::move(shared)};
}

Reference Objects::add_stream(std::string_view entries, std::string data) {
    const Reference number = reserve();
    set_stream(number, entries, std::move(data));
    return number;
}

Reference Objects::add_stream(std::string_view entries, std::shared_ptr<const std::string> data) {
    objects_.push_back({with_length(entries, data->size()), std::move(data)});
    return static_cast<Reference>(objects_.size());
}

Reference Objects::add_deflated(std::string_view entries, std::string_view data) {
    return add_stream(std::string(entries) + "/Filter/FlateDecode", deflate(data));
}

std::string Objects::file(Reference catalog, Reference information) const {
    std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::vector<Entry> entries(objects_.size() + 1);
    entries[0] = {0, 0, 0xFFFF};
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        const Object& object = objects_[i];
        assert(!object.body.empty());
        if (!object.data) continue;
        entries[i + 1] = {1, out.size(), 0};
        append_stream(out, static_cast<Reference>(i + 1), object.body, *object.data);
    }
    Filling filling;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        if (objects_[i].data) continue;
        entries[i + 1] = {2, entries.size(), static_cast<std::uint32_t>(filling.count)};
        append_integer(filling.table, static_cast<std::int64_t>(i + 1));
        filling.table += ' ';
        append_integer(filling.table, static_cast<std::int64_t>(filling.bodies.size()));
        filling.table += ' ';
        filling.bodies += objects_[i].body;
        filling.bodies += '\n';
        if (++filling.count == per_object_stream)
            flush(filling, static_cast<Reference>(entries.size()), out, entries);
    }
    if (filling.count > 0) flush(filling, static_cast<Reference>(entries.size()), out, entries);
    append_cross_reference(out, entries, catalog, information);
    return out;
}

}  // namespace hanqing
