// SPDX-License-Identifier: Apache-2.0
// Image references -> files inside the collection -> Images. Nothing outside the collection is ever opened.
#include "read/pictures.hpp"

#include "base/file.hpp"
#include "read/picture_fonts.hpp"
#include "read/picture_path.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace hanqing {
namespace {

void note_fault(const PicturePath& found, const ImageReference& reference, Notes& notes) {
    switch (found.fault) {
        case PathFault::none:
            return;
        case PathFault::missing:
            notes.warning(reference.place, "image-missing", {reference.path, found.nearest});
            return;
        case PathFault::remote:
            notes.warning(reference.place, "image-remote", {reference.path.substr(0, 200)});
            return;
        case PathFault::outside:
            notes.warning(reference.place, "image-outside", {reference.path.substr(0, 200)});
            return;
    }
}

}  // namespace

bool is_ornament_missing(const ImageReference& reference, Notes& notes) {
    constexpr std::array<std::string_view, 11> names{
        "avatar", "logo", "头像", "頭像", "标志", "標誌", "徽标", "徽標", "アバター", "アイコン", "아바타"};
    if (!reference.path.starts_with("https://") && !reference.path.starts_with("http://")) return false;
    std::string alternative = reference.alternative;
    for (char& c : alternative) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    if (std::find(names.begin(), names.end(), alternative) == names.end()) return false;
    notes.warning(reference.place, "image-remote", {reference.path.substr(0, 200)});
    return true;
}

Pictures load_pictures(const Document& document, const Folders& folders, Notes& notes) {
    return load_pictures(document, folders, VectorFonts{}, notes);
}

Pictures load_pictures(const Document& document, const Folders& folders, const VectorFonts& fonts,
                       Notes& notes) {
    Pictures pictures;
    std::map<std::string, std::size_t> read;  // path inside the collection -> first picture of it
    for (const ImageReference& reference : document.images) {
        const PicturePath found = picture_path(reference.path, folders);
        note_fault(found, reference, notes);
        pictures.paths.push_back(found.inside);
        Image& image = pictures.images.emplace_back();
        if (found.fault != PathFault::none) continue;
        const auto [entry, is_new] = read.emplace(found.inside, pictures.images.size() - 1);
        if (!is_new) {
            const Image copy = pictures.images[entry->second];
            image = copy;
            continue;
        }
        try {
            const std::string bytes = read_file(found.absolute, ImageLimits{}.bytes);
            image = image_from_bytes(bytes, found.inside, reference.place, notes, {}, fonts);
        } catch (const Failure& failure) {
            notes.warning(reference.place, "image-unreadable", failure.arguments());
        }
    }
    return pictures;
}

}  // namespace hanqing
