// SPDX-License-Identifier: Apache-2.0
// Sizes taken apart.
#include "read/picture_size.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t size_bytes_max = 12;

/// Digits, with a percent sign or not; empty where something else stands.
std::string length_of(std::string_view words) {
    std::string_view digits = words;
    if (digits.ends_with('%')) digits.remove_suffix(1);
    const bool is_number = !digits.empty() && std::all_of(digits.begin(), digits.end(),
                                                          [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? std::string(words) : std::string();
}

}  // namespace

std::optional<Attributes> picture_size(std::string_view words) {
    if (words.size() > size_bytes_max) return {};
    const std::size_t by = std::min(words.find('x'), words.size());
    Attributes attributes;
    const std::string_view sides[] = {words.substr(0, by), words.substr(std::min(by + 1, words.size()))};
    for (std::size_t i = 0; i < 2; ++i) {
        if (sides[i].empty()) continue;
        std::string length = length_of(sides[i]);
        if (length.empty()) return {};
        attributes.values.emplace_back(i == 0 ? "width" : "height", std::move(length));
    }
    return attributes.values.empty() ? std::nullopt : std::optional(std::move(attributes));
}

std::optional<SizeFound> size_in_destination(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), end);
    if (begin == at || begin >= end || text[begin] != '=') return {};
    const std::size_t close = text.find(')', begin);
    if (close >= end) return {};
    std::string_view words = text.substr(begin + 1, close - begin - 1);
    while (words.ends_with(' ')) words.remove_suffix(1);
    auto attributes = picture_size(words);
    if (!attributes) return {};
    return SizeFound{close, *std::move(attributes)};
}

void take_size_title(ImageReference& image) {
    constexpr std::string_view sign = ":size=";
    const std::size_t at = image.title.find(sign);
    if (at == std::string::npos) return;
    const std::size_t end = std::min(image.title.find(' ', at), image.title.size());
    auto attributes =
        picture_size(std::string_view(image.title).substr(at + sign.size(), end - at - sign.size()));
    if (!attributes) return;
    image.attributes = *std::move(attributes);
    image.title.erase(at, end - at);
    while (image.title.ends_with(' ')) image.title.pop_back();
}

}  // namespace hanqing
