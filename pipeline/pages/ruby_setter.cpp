// SPDX-License-Identifier: Apache-2.0
// Annotations over their bases (R1, R3): centred over a narrower base, spread 1-2-1 over a wider one.
#include "pages/setter.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

bool spreads(const RubyText& ruby) {
    const std::u32string text = utf32(ruby.annotation);
    return !text.empty() && (is_kana(text[0]) || is_han(text[0]));
}

}  // namespace

void Setter::set_ruby(std::uint32_t page, const RubyText& ruby, Length from, Length to, Length baseline) {
    const std::uint32_t words = matter_.words(ruby.annotation, ruby.style);
    const std::size_t item = pages_.pages[page].items.size(), glyph = pages_.glyphs.size();
    const Length spare = to - from - matter_.width_of_words(words);
    const auto count = static_cast<std::int64_t>(utf32(ruby.annotation).size());
    const bool wide = spare > Length{} && spreads(ruby) && count > 0;
    const Length left = wide ? from + spare / (count * 2) : from + spare / 2;
    set_words(page, words, {left, baseline}, Artifact::none);
    if (wide)
        for (std::size_t i = glyph; i < pages_.glyphs.size(); ++i)
            pages_.glyphs[i].x += scaled(spare, static_cast<std::int64_t>(i - glyph), count);
    std::vector<PageItem>& items = pages_.pages[page].items;
    for (std::size_t i = item; i < items.size(); ++i) {
        items[i].tag = ruby.tag;
        if (ruby.tag == none) items[i].artifact = Artifact::layout;
    }
}

}  // namespace hanqing
