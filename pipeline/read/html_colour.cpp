// SPDX-License-Identifier: Apache-2.0
// CSS colours: the names in use, `#rgb`, `#rrggbb` and `rgb(…)` (CSS Color 3).
#include "read/html_colour.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace hanqing {
namespace {

struct Name {
    std::string_view name, colour;
};
constexpr std::array names{
    Name{"blue", "#0000FF"},      Name{"brown", "#A52A2A"},     Name{"crimson", "#DC143C"},
    Name{"darkblue", "#00008B"},  Name{"darkgreen", "#006400"}, Name{"darkorange", "#FF8C00"},
    Name{"darkred", "#8B0000"},   Name{"fuchsia", "#FF00FF"},   Name{"gray", "#808080"},
    Name{"green", "#008000"},     Name{"grey", "#808080"},      Name{"indigo", "#4B0082"},
    Name{"magenta", "#FF00FF"},   Name{"maroon", "#800000"},    Name{"navy", "#000080"},
    Name{"olive", "#808000"},     Name{"orange", "#FFA500"},    Name{"orangered", "#FF4500"},
    Name{"purple", "#800080"},    Name{"red", "#FF0000"},       Name{"royalblue", "#4169E1"},
    Name{"steelblue", "#4682B4"}, Name{"teal", "#008080"},      Name{"tomato", "#FF6347"},
};

using Channels = std::array<int, 3>;

bool read_hex(std::string_view digits, Channels& channels) {
    const std::size_t size = digits.size() / 3;
    if (digits.size() != 3 && digits.size() != 6) return false;
    for (std::size_t i = 0; i < 3; ++i) {
        const char* const begin = digits.data() + i * size;
        if (std::from_chars(begin, begin + size, channels[i], 16).ptr != begin + size) return false;
        if (size == 1) channels[i] *= 17;
    }
    return true;
}

/// `rgb(255, 0, 0)`
bool read_rgb(std::string_view words, Channels& channels) {
    words.remove_prefix(words.find('(') + 1);
    for (int& channel : channels) {
        words.remove_prefix(std::min(words.find_first_of("0123456789"), words.size()));
        const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), channel);
        if (error != std::errc() || channel > 255) return false;
        words.remove_prefix(static_cast<std::size_t>(end - words.data()));
    }
    return true;
}

bool read_colour(std::string_view words, Channels& channels) {
    const auto named =
        std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == words; });
    if (named != names.end()) words = named->colour;
    if (words.starts_with('#')) return read_hex(words.substr(1), channels);
    return words.starts_with("rgb") && words.find('(') != std::string_view::npos && read_rgb(words, channels);
}

}  // namespace

std::string text_colour(const HtmlTag& tag) {
    constexpr int lightest = 200;
    std::string words = style_property(tag.attribute("style"), "color");
    if (words.empty() && tag.name == "font") words = tag.attribute("color");
    for (char& c : words) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    Channels channels{};
    if (!read_colour(words, channels)) return {};
    const int light = (299 * channels[0] + 587 * channels[1] + 114 * channels[2]) / 1000;
    if (light > lightest || channels == Channels{}) return {};
    std::string out = "#";
    for (const int channel : channels)
        for (const int digit : {channel / 16, channel % 16}) out += "0123456789ABCDEF"[digit];
    return out;
}

}  // namespace hanqing
