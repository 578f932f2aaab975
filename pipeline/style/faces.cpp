// SPDX-License-Identifier: Apache-2.0
// The `faces:` part of a sheet: which faces a role wants, by language.
#include "style/properties.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

struct WeightName {
    std::string_view name;
    std::uint16_t weight;
};
constexpr std::array<WeightName, 8> weight_names = {{{"thin", 100},
                                                     {"light", 300},
                                                     {"regular", 400},
                                                     {"medium", 500},
                                                     {"semibold", 600},
                                                     {"bold", 700},
                                                     {"heavy", 800},
                                                     {"black", 900}}};

/// "Noto Serif CJK SC bold italic !": weight and slant after the name, ! for the face that a standard asks
/// for.
FaceWish wish_from(std::string_view text) {
    FaceWish wish;
    for (bool more = true; more;) {
        more = false;
        const auto blank = text.rfind(' ');
        if (blank == std::string_view::npos) break;
        const std::string_view word = text.substr(blank + 1);
        if (word == "italic") wish.italic = more = true;
        if (word == "!") wish.official = more = true;
        for (const WeightName& name : weight_names)
            if (word == name.name) wish.weight = name.weight, more = true;
        if (more) text = text.substr(0, blank);
    }
    wish.name = text;
    return wish;
}

std::vector<FaceWish> wishes_from(const Value& value) {
    std::vector<FaceWish> wishes;
    if (value.kind == Value::Kind::text) wishes.push_back(wish_from(value.text));
    for (const Value& item : value.list) wishes.push_back(wish_from(item.text));
    return wishes;
}

/// Four letters or digits of OpenType, a - before them when it is to be off.
bool is_feature(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

/// A language that a role does not name takes the faces of simplified Chinese, whose coverage is the widest.
void complete(FaceRole& role) {
    const auto faces_of = [&](Language language) {
        return std::find_if(role.han.begin(), role.han.end(),
                            [&](const auto& entry) { return entry.first == language; });
    };
    if (faces_of(Language::zh_hans) == role.han.end()) return;
    for (const Language language : {Language::zh_hant_tw, Language::zh_hant_hk, Language::ja, Language::ko,
                                    Language::en, Language::other})
        if (faces_of(language) == role.han.end())
            role.han.emplace_back(language, std::vector<FaceWish>(faces_of(Language::zh_hans)->second));
}

FaceRole role_from(const Value& map, const std::string& name, Notes& notes) {
    FaceRole role;
    role.name = name;
    MapReader reader(map, "faces." + name, points(12), points(20), notes);
    for (const Value::Entry& entry : map.map) {
        if (entry.key == "latin" || entry.key == "digits" || entry.key == "features" ||
            entry.key == "latin-scale" || entry.key == "latin-shift")
            continue;
        const auto language = language_from_tag(entry.key);
        if (!language) continue;  // close() names it
        reader.take(entry.key);
        role.han.emplace_back(*language, wishes_from(entry.value));
    }
    if (const Value* latin = reader.take("latin")) role.latin = wishes_from(*latin);
    if (const Value* digits = reader.take("digits")) role.digits = wishes_from(*digits);
    reader.texts("features", role.features);
    for (const std::string& feature : role.features)
        if (!is_feature(feature)) reader.bad(*map.find("features"), "features", "[tnum, -liga]");
    reader.number("latin-scale", role.latin_scale_percent, 200, 50);
    reader.number("latin-shift", role.latin_shift_permille, 500);
    reader.close();
    complete(role);
    return role;
}

}  // namespace

void read_faces(MapReader& top, Sheet& sheet, Notes& notes) {
    const Value* map = top.take("faces");
    if (map != nullptr)
        for (const Value::Entry& entry : map->map)
            sheet.roles.push_back(role_from(entry.value, entry.key, notes));
    if (sheet.roles.empty()) sheet.roles.push_back(FaceRole{"body"});
}

}  // namespace hanqing
