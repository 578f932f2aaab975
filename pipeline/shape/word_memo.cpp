// SPDX-License-Identifier: Apache-2.0
// One call of hb_shape a word.
#include "shape/word_memo.hpp"

#include <cstring>

namespace hanqing {

WordMemo::Stretch WordMemo::shape(hb_font_t* font, const Manner& manner, bool right_to_left,
                                  std::string_view text) {
    hb_buffer_t* const buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    const int size = static_cast<int>(text.size());
    hb_buffer_add_utf8(buffer, text.data(), size, 0, size);
    hb_buffer_set_direction(buffer, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, manner.script);
    hb_buffer_set_language(buffer, manner.language);
    hb_shape(font, buffer, manner.features.data(), static_cast<unsigned>(manner.features.size()));
    if (right_to_left) hb_buffer_reverse(buffer);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, &count);
    const Stretch stretch{glyphs_.size(), count};
    for (unsigned i = 0; i < count; ++i) {
        const bool unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        glyphs_.push_back({static_cast<std::uint16_t>(infos[i].codepoint), unsafe, infos[i].cluster,
                           positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
    }
    return stretch;
}

Word WordMemo::shaped(hb_font_t* font, const Manner& manner, bool right_to_left, std::string_view text) {
    if (words_.size() >= words_max || glyphs_.size() >= glyphs_max) {
        words_.clear();
        glyphs_.clear();
    }
    if (text.size() > word_size_max) return word_of(shape(font, manner, right_to_left, text));
    const void* const who[] = {&manner, font};  // neither ever moves
    key_.assign(sizeof who + 1, right_to_left ? 'r' : 'l');
    std::memcpy(key_.data(), who, sizeof who);
    key_ += text;
    if (const auto known = words_.find(key_); known != words_.end()) return word_of(known->second);
    const Stretch stretch = shape(font, manner, right_to_left, text);
    words_.emplace(key_, stretch);
    return word_of(stretch);
}

}  // namespace hanqing
