// SPDX-License-Identifier: Apache-2.0
// Where font units become lengths, and where blanks, tabs, unseen signs and objects get their place.
#include "shape/glyph_maker.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace hanqing {
namespace {

constexpr std::uint32_t tab_columns = 4;
constexpr char32_t keycap = 0x20E3;

/// Font units at a size, rounded to the nearest, halves away from zero: the one place where that happens.
std::int32_t at_size(std::int32_t units, Length size, std::int64_t upem) {
    if (units == upem) return static_cast<std::int32_t>(size.raw);
    const std::int64_t product = units * size.raw, half = upem / 2;
    return static_cast<std::int32_t>((product >= 0 ? product + half : product - half) / upem);
}

bool is_unseen(CharacterKind kind) {
    return kind == CharacterKind::invisible || kind == CharacterKind::control || kind == CharacterKind::tab;
}

/// A soft hyphen stays in its word, so that the letters beside it are kerned; HarfBuzz hides it.
bool is_set_apart(const Character& c) { return is_unseen(c.kind) && (c.code != 0xAD || c.wide); }

/// HarfBuzz gets at most so many bytes at a time, so that the size of a cluster always fits its field.
constexpr std::uint32_t word_size_max = 0x8000;

/// Ambiguous marks stand on the em square where the face draws them so or `fills_em` makes them.
bool is_square(const Character& c, std::int32_t advance, std::int64_t upem) {
    return c.wide && (c.kind != CharacterKind::either || fills_em(c.code) || advance == upem);
}

/// Scripts without joining, reordering or mirroring: there a glyph that no lookup reads stays as it is.
bool is_plain(hb_script_t script) {
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HANGUL || script == HB_SCRIPT_LATIN ||
           script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

hb_script_t script_of(const FacePiece& piece) {
    if (piece.script != HB_SCRIPT_COMMON && piece.script != HB_SCRIPT_INHERITED) return piece.script;
    return piece.wide ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN;
}

/// Marks of Latin, Greek and Cyrillic, and those for symbols.
bool is_combining(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// A mark that no anchor has moved over its base.
bool has_stray_mark(Word word) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (word[i].cluster == word[i - 1].cluster && word[i].advance == 0 && word[i].x_offset == 0 &&
            word[i].y_offset == 0)
            return true;
    return false;
}

std::int32_t utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

/// Where the ink goes when a narrow mark gets a whole em: quotes into the half that they bound, others
/// centred.
std::int32_t offset_in_em(char32_t c, std::int32_t em, std::int32_t advance) {
    const bool opens = c == 0x2018 || c == 0x201C, closes = c == 0x2019 || c == 0x201D;
    if (opens) return std::max((em - advance) / 2, em / 2 + (em / 2 - advance) / 2);
    if (closes) return std::max(0, std::min((em - advance) / 2, (em / 2 - advance) / 2));
    return (em - advance) / 2;
}

}  // namespace

ShapedParagraph GlyphMaker::make(const Paragraph& paragraph) {
    items_.itemize(paragraph);
    made_ = {};
    made_.glyphs.reserve(items_.characters().size());
    column_ = counted_ = 0;
    for (const FacePiece& piece : items_.pieces()) {
        if (piece.face == no_face)
            make_solitary(piece, paragraph);
        else
            make_piece(piece, paragraph);
    }
    return std::move(made_);
}

const Manner& GlyphMaker::manner_of(const FacePiece& piece, const CharacterStyle& style, OpenFace& face) {
    const hb_script_t script = script_of(piece);
    const auto style_index = static_cast<std::uint32_t>(&style - styled_.characters.data());
    for (const KnownManner& known : manners_)
        if (known.face == piece.face && known.style == style_index && known.script == script &&
            known.wide == piece.wide)
            return *known.manner;
    // Han inside another language's text keeps Chinese forms: under `en` the dash would be narrow.
    const bool han_inside = piece.wide && !is_han(style.language) && style.language != Language::ko;
    const Language general = is_han(styled_.language) ? styled_.language : Language::zh_hans;
    std::vector<std::string> features = styled_.roles[style.role].features;
    // A Han face's quotes and apostrophes fill an em; in Latin they are as narrow as their ink (W7). In code
    // its letters are all of one width.
    const bool latin = script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
    if (style.code)
        features.insert(features.end(), {"-calt", "-liga"});
    else if (latin)
        features.emplace_back("pwid");
    const Manner& manner = face.manner(script, han_inside ? general : style.language, features);
    manners_.push_back({piece.face, script, style_index, piece.wide, &manner});
    return manner;
}

GlyphMaker::Setting GlyphMaker::setting_of(const FacePiece& piece, const Paragraph& paragraph) {
    const std::uint32_t style_index = paragraph.runs[piece.run].style;
    const CharacterStyle& style = styled_.characters[style_index];
    const Fonts::RoleFaces& faces = *items_.servings().of(style_index).faces;
    Setting setting;
    setting.face = &items_.servings().opened(piece.face);
    setting.manner = &manner_of(piece, style, *setting.face);
    setting.size = piece.fitted ? scaled(style.size, faces.latin_scale_percent, 100) : style.size;
    setting.shift = style.rise;
    if (piece.fitted) setting.shift += scaled(style.size, faces.latin_shift_permille, 1000);
    setting.upem = setting.face->face().upem;
    setting.may_skip_shaping = is_plain(setting.manner->script) && piece.level == 0;
    setting.code = style.code;
    return setting;
}

std::uint32_t GlyphMaker::byte_after(std::uint32_t i, const Paragraph& paragraph) const {
    const auto& characters = items_.characters();
    return i + 1 < characters.size() ? characters[i + 1].at
                                     : static_cast<std::uint32_t>(paragraph.text.size());
}

bool GlyphMaker::is_untouched(std::uint32_t i, const FacePiece& piece, const Setting& setting) const {
    const Character& c = items_.characters()[i];
    return c.glyph != 0 &&
           (piece.substitute || (setting.may_skip_shaping && !setting.manner->touches(c.glyph)));
}

void GlyphMaker::make_piece(const FacePiece& piece, const Paragraph& paragraph) {
    const Setting setting = setting_of(piece, paragraph);
    const auto& characters = items_.characters();
    const std::size_t from = made_.glyphs.size();
    for (std::uint32_t i = piece.begin; i < piece.end;) {
        const Character& c = characters[i];
        if (is_set_apart(c)) {
            make_invisible(c, byte_after(i, paragraph), setting);
            ++i;
        } else if (is_untouched(i, piece, setting)) {
            make_single(i, c.glyph, setting, paragraph);
            ++i;
        } else {
            const std::uint32_t begin = i;
            const auto ends = [&](std::uint32_t j) {
                return is_set_apart(characters[j]) || is_untouched(j, piece, setting) ||
                       characters[j].at - characters[begin].at >= word_size_max;
            };
            while (i < piece.end && !ends(i)) ++i;
            make_word(begin, i, piece, setting, paragraph);
        }
    }
    if (piece.wide) fill_ems(from, setting);
    end_run(piece, setting, paragraph);
}

/// A character as the face's cmap gives it.
void GlyphMaker::make_single(std::uint32_t i, std::uint16_t of_face, const Setting& setting,
                             const Paragraph& paragraph) {
    const Character& c = items_.characters()[i];
    Glyph& glyph = made_.glyphs.emplace_back();
    glyph.glyph = of_face;
    glyph.text = c.at;
    glyph.text_size = static_cast<std::uint16_t>(byte_after(i, paragraph) - c.at);
    const std::int32_t advance = setting.face->advance(of_face);
    glyph.advance = at_size(advance, setting.size, setting.upem);
    glyph.code = c.code;
    glyph.wide = is_square(c, advance, setting.upem);
    glyph.substitute = c.substitute;
}

/// A script's rules may ask for parts that the face lacks (of Thai ำ, where it has only the whole): the
/// characters then stand as they are.
void GlyphMaker::make_unshaped(std::uint32_t begin, std::uint32_t end, const Setting& setting,
                               const Paragraph& paragraph) {
    for (std::uint32_t i = begin; i < end; ++i) {
        const std::uint16_t glyph = setting.face->glyph(items_.characters()[i].code);
        if (glyph != 0)
            make_single(i, glyph, setting, paragraph);
        else  // a joiner or selector, unseen
            make_invisible(items_.characters()[i], byte_after(i, paragraph), setting);
    }
}

/// What HarfBuzz is to see where signs of print stand for typed ones, and the typed byte of each of its
/// bytes.
GlyphMaker::PrintedText GlyphMaker::printed_text(std::uint32_t begin, std::uint32_t end,
                                                 std::string_view typed) const {
    const auto& characters = items_.characters();
    const auto first = characters.begin() + begin, last = characters.begin() + end;
    PrintedText printed;
    if (std::none_of(first, last, [](const Character& c) { return c.printed; })) return printed;
    for (auto c = first; c != last; ++c) {
        append_utf8(printed.text, c->code);
        printed.bytes_of.resize(printed.text.size(), c->at - first->at);
    }
    printed.bytes_of.push_back(static_cast<std::uint32_t>(typed.size()));
    return printed;
}

void GlyphMaker::make_word(std::uint32_t begin, std::uint32_t end, const FacePiece& piece,
                           const Setting& setting, const Paragraph& paragraph) {
    const auto& characters = items_.characters();
    const std::uint32_t first_byte = characters[begin].at, last_byte = byte_after(end - 1, paragraph);
    const std::string_view typed(paragraph.text.data() + first_byte, last_byte - first_byte);
    const PrintedText printed = printed_text(begin, end, typed);
    const std::string_view text = printed.bytes_of.empty() ? typed : std::string_view(printed.text);
    const auto byte_of = [&](std::size_t at) {
        return static_cast<std::uint32_t>(printed.bytes_of.empty() ? at : printed.bytes_of[at]);
    };
    const bool rtl = (piece.level & 1U) != 0;
    Word word = words_.shaped(setting.face->face().font, *setting.manner, rtl, text);
    if (std::any_of(word.begin(), word.end(), [](const WordGlyph& shaped) { return shaped.glyph == 0; }))
        return make_unshaped(begin, end, setting, paragraph);
    const bool has_marks = std::any_of(characters.begin() + begin, characters.begin() + end,
                                       [](const Character& c) { return is_combining(c.code); });
    if (has_marks && has_stray_mark(word))
        word = words_.shaped(setting.face->font_for_marks(), *setting.manner, rtl, text);
    std::uint32_t character = begin;
    const std::size_t from = made_.glyphs.size();
    for (std::size_t i = 0; i < word.size(); ++i) {
        const WordGlyph& shaped = word[i];
        Glyph& glyph = made_.glyphs.emplace_back();
        glyph.glyph = shaped.glyph;
        glyph.text = first_byte + byte_of(shaped.cluster);
        glyph.advance = at_size(shaped.advance, setting.size, setting.upem);
        glyph.x_offset = at_size(shaped.x_offset, setting.size, setting.upem);
        glyph.y_offset = at_size(shaped.y_offset, setting.size, setting.upem);
        while (character + 1 < end && characters[character + 1].at <= glyph.text) ++character;
        glyph.code = characters[character].code;
        glyph.wide = is_square(characters[character], shaped.advance, setting.upem);
        if (i > 0 && word[i - 1].cluster == shaped.cluster) continue;
        std::size_t next = i + 1;
        while (next < word.size() && word[next].cluster == shaped.cluster) ++next;
        const std::size_t cluster_end = next < word.size() ? word[next].cluster : text.size();
        glyph.text_size = static_cast<std::uint16_t>(byte_of(cluster_end) - byte_of(shaped.cluster));
        glyph.unsafe_to_break = i > 0 && shaped.unsafe_to_break;
    }
    const bool has_frames = has_marks && std::any_of(characters.begin() + begin, characters.begin() + end,
                                                     [](const Character& c) { return c.code == keycap; });
    if (has_frames) make_room_for_frames(from, setting);
}

/// 1\uFE0F\u20E3: a frame wider than what it stands around takes the room that it is drawn in.
void GlyphMaker::make_room_for_frames(std::size_t from, const Setting& setting) {
    const std::uint16_t frame = setting.face->glyph(keycap);
    hb_glyph_extents_t extents{};
    if (frame == 0 || hb_font_get_glyph_extents(setting.face->face().font, frame, &extents) == 0) return;
    const std::int32_t left = at_size(extents.x_bearing, setting.size, setting.upem);
    const std::int32_t width = at_size(extents.width, setting.size, setting.upem);
    auto& glyphs = made_.glyphs;
    for (std::size_t i = from + 1; i < glyphs.size(); ++i) {
        std::size_t base = i;
        while (base > from && glyphs[base - 1].text == glyphs[i].text) --base;
        Glyph& letter = glyphs[base];
        if (glyphs[i].glyph != frame || base == i || width <= letter.advance) continue;
        letter.x_offset += (width - letter.advance) / 2;
        letter.advance = width;
        glyphs[i].advance = 0;
        glyphs[i].x_offset = -width - left;
    }
}

/// Columns of code from the line's start up to character `i`, a wide one counting two.
void GlyphMaker::count_columns(std::uint32_t i) {
    for (; counted_ < i; ++counted_) {
        const Character& c = items_.characters()[counted_];
        if (c.kind == CharacterKind::hard_break)
            column_ = 0;
        else if (c.kind != CharacterKind::extend && !is_unseen(c.kind))
            column_ += c.wide ? 2 : 1;
    }
}

/// Keeps the text for copying: the blank's glyph without width, or with that of the columns to the next tab
/// stop.
void GlyphMaker::make_invisible(const Character& character, std::uint32_t end, const Setting& setting) {
    const std::uint16_t blank = setting.face->glyph(U' ');
    std::uint32_t columns = 0;
    if (character.kind == CharacterKind::tab) {
        count_columns(static_cast<std::uint32_t>(&character - items_.characters().data()));
        columns = setting.code ? tab_columns - column_ % tab_columns : 1;
        column_ += columns;
    }
    Glyph& glyph = made_.glyphs.emplace_back();
    glyph.glyph = blank;
    glyph.text = character.at;
    glyph.text_size = static_cast<std::uint16_t>(end - character.at);
    const auto units = static_cast<std::int32_t>(columns * setting.face->advance(blank));
    glyph.advance = at_size(units, setting.size, setting.upem);
    glyph.code = character.code;
}

/// clreq 3.1: the marks that Latin shares stand on an em square each when set among Han; two dashes that the
/// face joins into one stroke take two.
void GlyphMaker::fill_ems(std::size_t from, const Setting& setting) {
    const auto square = static_cast<std::int32_t>(setting.size.raw);
    for (std::size_t i = from; i < made_.glyphs.size(); ++i) {
        Glyph& glyph = made_.glyphs[i];
        if (glyph.advance == square || !fills_em(glyph.code) || glyph.text_size == 0) continue;
        const std::int32_t em = square * std::max(1, glyph.text_size / utf8_size(glyph.code));
        if (glyph.advance == em) continue;
        glyph.x_offset += offset_in_em(glyph.code, em, glyph.advance);
        glyph.advance = em;
    }
}

void GlyphMaker::end_run(const FacePiece& piece, const Setting& setting, const Paragraph& paragraph) {
    const auto end = static_cast<std::uint32_t>(made_.glyphs.size());
    if (!made_.runs.empty()) {
        GlyphRun& last = made_.runs.back();
        if (last.face == piece.face && last.text_run == piece.run && last.size == setting.size &&
            last.shift == setting.shift && last.level == piece.level) {
            last.end = end;
            return;
        }
    }
    GlyphRun& run = made_.runs.emplace_back();
    run.end = end;
    run.style = paragraph.runs[piece.run].style;
    run.text_run = piece.run;
    run.face = piece.face;
    run.size = setting.size;
    run.shift = setting.shift;
    run.level = piece.level;
    run.right_to_left = (piece.level & 1U) != 0;
}

void GlyphMaker::make_solitary(const FacePiece& piece, const Paragraph& paragraph) {
    const Character& c = items_.characters()[piece.begin];
    Glyph& glyph = made_.glyphs.emplace_back();
    glyph.text = c.at;
    glyph.text_size = static_cast<std::uint16_t>(byte_after(piece.begin, paragraph) - c.at);
    glyph.code = c.code;
    const InlineObject* const object = object_at(paragraph, c.at);
    if (object != nullptr && object->kind == InlineObject::Kind::formula)
        make_formula(*object, piece, paragraph);
    else if (object != nullptr)
        glyph.advance = static_cast<std::int32_t>(object->width.raw);
    GlyphRun& run = made_.runs.emplace_back();
    run.end = static_cast<std::uint32_t>(made_.glyphs.size());
    run.style = paragraph.runs[piece.run].style;
    run.text_run = piece.run;
    run.level = piece.level;
    run.right_to_left = (piece.level & 1U) != 0;
}

}  // namespace hanqing
