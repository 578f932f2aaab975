// SPDX-License-Identifier: Apache-2.0
// Build records into JSON and back.
#include "build_record.hpp"

#include "read/known_values.hpp"

#include <set>
#include <variant>

namespace hanqing {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            out += {'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 0xFU]};
            continue;
        }
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

/// Texts, lists and maps; a value that is none becomes an empty text.
std::string json(const Value& value) {
    std::string out, between;
    if (value.kind == Value::Kind::list) {
        for (const Value& item : value.list) out += std::exchange(between, ",") + json(item);
        return "[" + out + "]";
    }
    if (value.kind == Value::Kind::map) {
        for (const Value::Entry& entry : value.map)
            out += std::exchange(between, ",") + quoted(entry.key) + ": " + json(entry.value);
        return "{" + out + "}";
    }
    return quoted(value.text);
}

Value text_value(std::string text) {
    Value value;
    value.kind = Value::Kind::text;
    value.text = std::move(text);
    return value;
}

Value map_of(std::vector<std::pair<std::string, std::string>> members) {
    Value value;
    value.kind = Value::Kind::map;
    for (auto& [key, text] : members) value.map.push_back({key, {}, text_value(std::move(text))});
    return value;
}

Record known(const std::vector<Record>& records) {
    std::vector<const Record*> pointers;
    for (const Record& record : records) pointers.push_back(&record);
    return known_values(pointers);
}

std::string member(const Value& map, std::string_view key) {
    const Value* const value = map.find(key);
    return value != nullptr && value->kind == Value::Kind::text ? value->text : std::string();
}

/// A path out of a hostile file: relative, without a step upwards or an empty one.
bool is_inside(std::string_view path) {
    if (path.empty() || path.find('\0') != path.npos || path.find('\\') != path.npos) return false;
    while (true) {
        const std::string_view step = path.substr(0, path.find('/'));
        if (step.empty() || step == "." || step == "..") return false;
        if (step.size() == path.size()) return true;
        path.remove_prefix(step.size() + 1);
    }
}

bool take_images(const Value& from, std::vector<UsedImage>& to) {
    for (const Value& image : from.list) {
        const auto digest = digest_from_hex(member(image, "sha256"));
        if (!digest || !is_inside(member(image, "path"))) return false;
        to.push_back({member(image, "path"), *digest});
    }
    return true;
}

bool take_faces(const Value& from, std::vector<UsedFace>& to) {
    for (const Value& face : from.list) {
        const auto identity = digest_from_hex(member(face, "identity"));
        if (!identity) return false;
        to.push_back({member(face, "name"), member(face, "version"), *identity});
    }
    return true;
}

}  // namespace

BuildRecord build_record(const Report& report, const std::vector<UsedImage>& images, const Pages& pages,
                         const Fonts& fonts) {
    std::set<FaceId> ids;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape)) ids.insert(glyphs->face);
    ids.erase(no_face);
    std::set<UsedFace> faces;
    for (const FaceId id : ids) {
        const Face& face = fonts.face(id);
        faces.insert({face.postscript_name, face.version, face.identity});
    }
    return {report.source.name,
            images,
            {faces.begin(), faces.end()},
            known(report.nearer),
            known(report.farther)};
}

std::string text_of(const BuildRecord& record) {
    std::string out = "{\n\"schema\": \"1\",\n\"source\": " + quoted(record.source) + ",\n\"images\": [";
    std::string between;
    for (const UsedImage& image : record.images)
        out += std::exchange(between, ",") + "\n" +
               json(map_of({{"path", image.path}, {"sha256", hex(image.digest)}}));
    out += "],\n\"faces\": [";
    between.clear();
    for (const UsedFace& face : record.faces)
        out +=
            std::exchange(between, ",") + "\n" +
            json(map_of({{"name", face.name}, {"version", face.version}, {"identity", hex(face.identity)}}));
    return out + "],\n\"over\": " + json(record.over) + ",\n\"under\": " + json(record.under) + "\n}\n";
}

std::optional<BuildRecord> build_record_from(std::string_view text) {
    Notes notes;
    const Record all = record_from_yaml(text, 0, 0, notes);
    const Value* const images = all.find("images");
    const Value* const faces = all.find("faces");
    const Value* const over = all.find("over");
    const Value* const under = all.find("under");
    BuildRecord record;
    record.source = member(all, "source");
    if (notes.has_errors() || member(all, "schema") != "1" || !is_inside(record.source) ||
        images == nullptr || faces == nullptr || over == nullptr || under == nullptr)
        return std::nullopt;
    if (!take_images(*images, record.images) || !take_faces(*faces, record.faces)) return std::nullopt;
    record.over = *over;
    record.under = *under;
    return record;
}

}  // namespace hanqing
