// SPDX-License-Identifier: Apache-2.0
// Reads code points, settles context and direction, chooses a face for each character, and cuts where it
// changes.
#include "shape/itemize.hpp"

#include "base/unicode.hpp"
#include "shape/bidi.hpp"
#include "shape/script_name.hpp"
#include "shape/typed_signs.hpp"

#include <algorithm>
#include <cassert>
#include <string>

namespace hanqing {
namespace {

/// More marks than this on one character (a joke or an attack) begin a cluster of their own.
constexpr std::size_t cluster_max = 64;

/// ⭐ is a full star; faces without colours draw it hollow, which says the opposite (⭐⭐⭐☆☆).
constexpr char32_t emoji_star = 0x2B50, black_star = 0x2605;

Place place_of(const Paragraph& paragraph, std::uint32_t at) {
    const auto after = std::upper_bound(paragraph.origins.begin(), paragraph.origins.end(), at,
                                        [](std::uint32_t value, const Origin& o) { return value < o.text; });
    if (after == paragraph.origins.begin()) return {paragraph.file, 0, 0};
    const Origin& origin = *std::prev(after);
    std::size_t end = at;
    next_code_point(paragraph.text, end);
    const std::uint32_t begin = origin.source + (at - origin.text);
    return {paragraph.file, begin, begin + static_cast<std::uint32_t>(end) - at};
}

bool is_blank(CharacterKind kind) {
    return kind == CharacterKind::space || kind == CharacterKind::invisible ||
           kind == CharacterKind::control || kind == CharacterKind::tab;
}

bool stands_alone(CharacterKind kind) {
    return kind == CharacterKind::object || kind == CharacterKind::hard_break;
}

/// A selector or joiner that found no base shows nothing; a combining mark does.
bool is_unseen_alone(char32_t c) {
    return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0000 || c == 0x034F;
}

bool is_ideographic_selector(char32_t c) { return c >= 0xE0100 && c <= 0xE01EF; }

}  // namespace

void Itemizer::itemize(const Paragraph& paragraph) {
    assert(paragraph.text.empty() ||
           (!paragraph.runs.empty() && paragraph.runs.back().end >= paragraph.text.size()));
    pieces_.clear();
    read(paragraph);
    if (has_typed_signs_ && !styled_.typed_signs) print_typed_signs(paragraph);
    if (has_right_to_left_) set_levels(characters_);
    if (has_either_) context_.settle(characters_, paragraph, styled_);
    choose_faces(paragraph);
    if (has_lacking_) note_lacking(paragraph);
    cut(paragraph);
}

void Itemizer::read(const Paragraph& paragraph) {
    characters_.clear();
    has_either_ = has_right_to_left_ = has_lacking_ = has_typed_signs_ = false;
    std::uint32_t run = 0;
    for (std::size_t at = 0; at < paragraph.text.size();) {
        Character& character = characters_.emplace_back();
        character.at = static_cast<std::uint32_t>(at);
        while (run + 1 < paragraph.runs.size() && at >= paragraph.runs[run].end) ++run;
        character.run = run;
        character.code = next_code_point(paragraph.text, at);
        character.kind = kind_of(character.code);
        character.wide = character.kind == CharacterKind::wide || character.kind == CharacterKind::hangul;
        has_either_ = has_either_ || character.kind == CharacterKind::either;
        has_right_to_left_ = has_right_to_left_ || is_right_to_left(character.code);
        has_typed_signs_ = has_typed_signs_ || character.code == U'"' || character.code == U'\'' ||
                           (character.code == U'-' && characters_.size() > 1 &&
                            characters_[characters_.size() - 2].code == U'-');
    }
}

void Itemizer::print_typed_signs(const Paragraph& paragraph) {
    set_dashes(characters_, paragraph, styled_);
    set_curly_quotes(characters_, paragraph, styled_);
    has_either_ = has_either_ || std::any_of(characters_.begin(), characters_.end(), [](const Character& c) {
                      return c.kind == CharacterKind::either;
                  });
}

void Itemizer::choose_faces(const Paragraph& paragraph) {
    for (std::size_t i = 0; i < characters_.size();) {
        const Serving& serving = servings_.of(paragraph.runs[characters_[i].run].style);
        if (choose_han_face(i, serving)) {
            ++i;
            continue;
        }
        const std::size_t end = cluster_end(i);
        if (end > i + 1 || characters_[i].kind == CharacterKind::extend)
            choose_cluster_face(i, end, serving);
        else
            choose_face(i, serving);
        i = end;
    }
}

/// The usual case, without the questions of the others: a wide character by itself, which the Han face has.
bool Itemizer::choose_han_face(std::size_t i, const Serving& serving) {
    Character& character = characters_[i];
    const bool is_followed = i + 1 < characters_.size() && characters_[i + 1].kind == CharacterKind::extend;
    if (character.kind != CharacterKind::wide || is_followed) return false;
    if (serving.marks != no_face && is_stop(character.code)) return false;
    character.face = serving.faces->han;
    character.glyph = serving.han->glyph(character.code);
    return character.glyph != 0;
}

std::size_t Itemizer::cluster_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    if (stands_alone(characters_[begin].kind) || is_blank(characters_[begin].kind)) return end;
    for (; end < characters_.size() && end - begin < cluster_max; ++end) {
        const Character& next = characters_[end];
        const bool is_joined = characters_[end - 1].code == 0x200D && next.kind == CharacterKind::mark;
        if (next.run != characters_[begin].run || (next.kind != CharacterKind::extend && !is_joined)) break;
    }
    return end;
}

void Itemizer::choose_cluster_face(std::size_t begin, std::size_t end, const Serving& serving) {
    const Character& base = characters_[begin];
    const Character* const first = &base;
    FaceId face = no_face;
    if (is_ideographic_selector(characters_[end - 1].code))
        face = servings_.variant_face(serving, base.code, characters_[end - 1].code);
    if (face == no_face) face = servings_.shared_face(serving, first, first + (end - begin), base.wide);
    for (std::size_t i = begin; i < end; ++i) {
        Character& character = characters_[i];
        character.level = base.level;
        if (i > begin && is_skin_tone(character.code)) {
            character.kind = CharacterKind::invisible;
            choose_face_of_blank(i, serving);
        } else if (face != no_face) {
            character.face = face;
            character.wide = base.wide;
            character.glyph = 0;  // what it becomes, its neighbours decide
        } else if (is_unseen_alone(character.code)) {
            character.kind = CharacterKind::invisible;
            choose_face_of_blank(i, serving);
        } else {
            choose_face(i, serving);
        }
    }
    characters_[begin].begins_piece = base.kind == CharacterKind::extend;
}

void Itemizer::choose_face(std::size_t i, const Serving& serving) {
    Character& character = characters_[i];
    if (stands_alone(character.kind)) return;
    if (is_blank(character.kind)) return choose_face_of_blank(i, serving);
    const auto is_digit = [&](std::size_t j) {
        return j < characters_.size() && characters_[j].kind == CharacterKind::digit &&
               characters_[j].run == character.run;
    };
    const bool is_separator = character.code == '.' || character.code == ',' || character.code == ':';
    const bool in_number = is_separator && i > 0 && is_digit(i - 1) && is_digit(i + 1);
    if (character.kind == CharacterKind::digit || in_number) {
        character.face = serving.faces->digits;
        character.glyph = serving.digits->glyph(character.code);
        if (character.glyph != 0) return;
    }
    const bool is_star = character.code == emoji_star;
    if (is_star) character.wide = true;
    const Served served = servings_.served(serving, is_star ? black_star : character.code, character.wide);
    character.face = served.face;
    character.glyph = served.glyph;
    if (served.face == no_face) substitute(character, serving);
    has_lacking_ = has_lacking_ || character.substitute || character.kind == CharacterKind::private_use;
}

/// Blanks are set in the Latin face, signs without a shape in that of the character before.
void Itemizer::choose_face_of_blank(std::size_t i, const Serving& serving) {
    Character& character = characters_[i];
    const Character* const before = i > 0 ? &characters_[i - 1] : nullptr;
    const bool follows = before != nullptr && before->run == character.run && before->face != no_face;
    if (character.kind == CharacterKind::invisible && follows) {
        character.face = before->face;
        character.wide = before->wide;
    } else if (serving.latin->glyph(U' ') != 0) {
        character.face = serving.faces->latin;
    } else {
        const Served served = servings_.served(serving, U' ', false);
        character.face = served.face != no_face ? served.face : serving.faces->latin;
    }
    if (character.kind == CharacterKind::space)
        character.glyph = servings_.opened(character.face).glyph(character.code);
}

/// 〓 is the compositor's own sign for a sort that is not in the case.
void Itemizer::substitute(Character& character, const Serving& serving) {
    character.substitute = character.wide = true;
    for (const char32_t sign : {U'〓', U'□', char32_t{0xFFFD}, U'?'}) {
        const Served served = servings_.served(serving, sign, true);
        character.face = served.face;
        character.glyph = served.glyph;
        if (served.face != no_face) return;
    }
    throw Failure("no-fonts");  // a face without a question mark sets no text
}

void Itemizer::note_lacking(const Paragraph& paragraph) {
    for (const Character& c : characters_) {
        if ((!c.substitute && c.kind != CharacterKind::private_use) || !noted_.insert(c.code).second)
            continue;
        if (const std::string script = c.substitute ? script_in_letters(c.code) : ""; !script.empty()) {
            note_once(notes_, Weight::warning, place_of(paragraph, c.at), "script-missing", {script});
            continue;
        }
        std::string text;
        append_utf8(text, c.code);
        note_once(notes_, c.substitute ? Weight::warning : Weight::remark, place_of(paragraph, c.at),
                  c.substitute ? "glyph-missing" : "private-use", {text, code_point_name(c.code)});
    }
}

FacePiece Itemizer::piece_at(std::size_t i, const Serving& serving) const {
    const Character& c = characters_[i];
    FacePiece piece;
    piece.begin = static_cast<std::uint32_t>(i);
    piece.run = c.run;
    piece.face = c.face;
    piece.level = c.level;
    piece.wide = c.wide;
    piece.fitted = !c.wide && c.face != serving.faces->han;
    piece.substitute = c.substitute;
    return piece;
}

void Itemizer::cut(const Paragraph& paragraph) {
    for (std::size_t i = 0; i < characters_.size(); ++i) {
        const Character& c = characters_[i];
        hb_script_t script = HB_SCRIPT_COMMON;
        if (c.kind == CharacterKind::letter)
            script = hb_unicode_script(hb_unicode_funcs_get_default(), c.code);
        if (c.kind == CharacterKind::hangul) script = HB_SCRIPT_HANGUL;
        if (c.kind == CharacterKind::wide || (c.kind == CharacterKind::either && c.wide))
            script = HB_SCRIPT_HAN;
        FacePiece* last = pieces_.empty() ? nullptr : &pieces_.back();
        const bool same_script =
            last != nullptr &&
            (script == HB_SCRIPT_COMMON || last->script == HB_SCRIPT_COMMON || last->script == script);
        if (last == nullptr || c.begins_piece || stands_alone(c.kind) || last->face != c.face ||
            last->run != c.run || last->level != c.level || last->wide != c.wide ||
            last->substitute != c.substitute || !same_script)
            last = &pieces_.emplace_back(piece_at(i, servings_.of(paragraph.runs[c.run].style)));
        if (last->script == HB_SCRIPT_COMMON) last->script = script;
        last->end = static_cast<std::uint32_t>(i + 1);
    }
}

}  // namespace hanqing
