// SPDX-License-Identifier: Apache-2.0
// Signatures of the formats, and the endings of file names that people give them.
#include "image/kind.hpp"

#include <string>
#include <utility>

namespace hanqing {
namespace {

bool begins(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }

/// An SVG has no signature: the first element of the XML must be `svg`, perhaps with a prefix.
bool is_svg(std::string_view bytes) {
    constexpr std::size_t prologue_max = 1U << 16;  // licence texts stand in comments at the head
    std::string_view rest = bytes.substr(0, prologue_max);
    if (begins(rest, "\xEF\xBB\xBF")) rest.remove_prefix(3);
    while (true) {
        const std::size_t open = rest.find('<');
        if (open == std::string_view::npos || open + 1 >= rest.size()) return false;
        rest.remove_prefix(open);
        if (rest[1] != '?' && rest[1] != '!') break;
        const std::string_view end = begins(rest, "<!--")              ? "-->"
                                     : rest.find('[') < rest.find('>') ? "]>"
                                                                       : ">";
        const std::size_t close = rest.find(end);
        if (close == std::string_view::npos) return false;
        rest.remove_prefix(close + end.size());
    }
    const std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
    return name == "svg" || (name.size() > 4 && name.substr(name.size() - 4) == ":svg");
}

std::string lower(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

ImageKind kind_of(std::string_view bytes) {
    if (begins(bytes, "\x89PNG\r\n\x1A\n")) return ImageKind::png;
    if (begins(bytes, "\xFF\xD8\xFF")) return ImageKind::jpeg;
    if (begins(bytes, "GIF87a") || begins(bytes, "GIF89a")) return ImageKind::gif;
    if (begins(bytes, "RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return ImageKind::webp;
    if (begins(bytes, std::string_view("II*\0", 4)) || begins(bytes, std::string_view("MM\0*", 4)))
        return ImageKind::tiff;
    if (begins(bytes, "BM") && bytes.size() >= 26) return ImageKind::bmp;
    return is_svg(bytes) ? ImageKind::svg : ImageKind::unknown;
}

ImageKind kind_promised(std::string_view path) {
    static constexpr std::pair<std::string_view, ImageKind> endings[] = {
        {"png", ImageKind::png},   {"apng", ImageKind::png},  {"jpg", ImageKind::jpeg},
        {"jpeg", ImageKind::jpeg}, {"jpe", ImageKind::jpeg},  {"gif", ImageKind::gif},
        {"webp", ImageKind::webp}, {"bmp", ImageKind::bmp},   {"dib", ImageKind::bmp},
        {"tif", ImageKind::tiff},  {"tiff", ImageKind::tiff}, {"svg", ImageKind::svg},
    };
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return ImageKind::unknown;
    const std::string ending = lower(path.substr(dot + 1));
    for (const auto& [name, kind] : endings)
        if (ending == name) return kind;
    return ImageKind::unknown;
}

std::string_view name_of(ImageKind kind) {
    static constexpr std::string_view names[] = {"", "PNG", "JPEG", "GIF", "WebP", "BMP", "TIFF", "SVG"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace hanqing
