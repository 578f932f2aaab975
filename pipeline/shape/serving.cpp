// SPDX-License-Identifier: Apache-2.0
// Character styles to faces, characters to the first face that has them.
#include "shape/serving.hpp"

#include "base/unicode.hpp"
#include "shape/ink.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hanqing {
namespace {

bool is_needless(const Character& c) {
    return c.code == 0x200C || c.code == 0x200D || (c.code >= 0xFE00 && c.code <= 0xFE0F) ||
           c.code >= 0xE0000 || is_skin_tone(c.code);
}

}  // namespace

bool is_stop(char32_t c) {
    return std::u32string_view(U"，。、；：！？．").find(c) != std::u32string_view::npos;
}

Servings::Servings(const Styled& styled, const Fonts& fonts, Notes& notes)
    : styled_(styled), fonts_(fonts), notes_(notes), servings_(styled.characters.size()) {}

const Serving& Servings::resolved(std::uint32_t style) {
    Serving& serving = servings_[style];
    const CharacterStyle& look = styled_.characters[style];
    const FaceRole& role = styled_.roles[look.role];
    const Fonts::RoleFaces& faces = fonts_.faces_of(role, look.language);
    const Fonts::State& state = fonts_.state();
    serving = {&faces, state.opened(faces.han), state.opened(faces.latin), state.opened(faces.digits),
               face_of_marks(look, faces.han)};
    note(role, faces);
    return serving;
}

/// Taiwan and Hong Kong centre their stops (W1). Kai faces made on the mainland do not: then the text's own
/// face draws them, so that one page has one kind.
FaceId Servings::face_of_marks(const CharacterStyle& look, FaceId han) const {
    const bool centred = look.language == Language::zh_hant_tw || look.language == Language::zh_hant_hk;
    const auto body = std::find_if(styled_.roles.begin(), styled_.roles.end(),
                                   [](const FaceRole& r) { return r.name == "body"; });
    if (!centred || han == no_face || body == styled_.roles.end()) return no_face;
    const auto in_corner = [&](FaceId id) {
        const Ink ink = ink_of(fonts_, id, opened(id).glyph(U'，'));
        return ink.right * 2 <= static_cast<std::int32_t>(fonts_.face(id).upem);
    };
    const FaceId own = fonts_.faces_of(*body, look.language).han;
    return own != no_face && own != han && in_corner(han) && !in_corner(own) ? own : no_face;
}

void Servings::note(const FaceRole& role, const Fonts::RoleFaces& faces) {
    for (const std::string& text : faces.substituted)
        note_once(notes_, Weight::remark, {}, "face-substituted", {role.name, text});
    for (const Refusal& refusal : faces.refused)
        note_once(notes_, Weight::remark, {}, refusal.id, {refusal.name});
}

Served Servings::served(const Serving& serving, char32_t c, bool wide) {
    const Fonts::RoleFaces& faces = *serving.faces;
    if (wide && serving.marks != no_face && is_stop(c))
        if (const std::uint16_t glyph = opened(serving.marks).glyph(c); glyph != 0)
            return {serving.marks, glyph};
    const Served han{faces.han, serving.han->glyph(c)};
    if (wide && han.glyph != 0) return han;
    const Served latin{faces.latin, serving.latin->glyph(c)};
    if (latin.glyph != 0) return latin;
    if (han.glyph != 0 || is_private_use(c))
        return han.glyph != 0 ? han : Served{};  // others' private use is not ours
    const auto [found, is_new] = fallbacks_.try_emplace({&faces, c});
    if (!is_new) return found->second;
    for (const FaceId id : faces.fallback) {
        if (!fonts_.state().serves(id, c)) continue;
        found->second = {id, opened(id).glyph(c)};
        break;
    }
    return found->second;
}

bool Servings::has_all(FaceId id, const Character* begin, const Character* end) const {
    OpenFace& face = opened(id);
    const auto has = [&](char32_t c) { return face.glyph(c) != 0; };
    if (std::all_of(begin, end, [&](const Character& c) { return is_needless(c) || has(c.code); }))
        return true;
    std::u32string text;
    for (const Character* c = begin; c != end; ++c) text += c->code;
    const std::u32string composed = utf32(nfc(utf8(text)));
    return composed != text && std::all_of(composed.begin(), composed.end(), has);
}

FaceId Servings::variant_face(const Serving& serving, char32_t base, char32_t selector) {
    const auto has = [&](FaceId id) {
        hb_codepoint_t glyph = 0;
        return hb_font_get_variation_glyph(opened(id).face().font, base, selector, &glyph) != 0;
    };
    if (has(serving.faces->han)) return serving.faces->han;
    for (const FaceId id : serving.faces->fallback)
        if (fonts_.state().serves(id, base) && has(id)) return id;
    return no_face;
}

FaceId Servings::shared_face(const Serving& serving, const Character* begin, const Character* end,
                             bool wide) {
    const Fonts::RoleFaces& faces = *serving.faces;
    for (const FaceId id : {wide ? faces.han : faces.latin, wide ? faces.latin : faces.han})
        if (has_all(id, begin, end)) return id;
    for (const FaceId id : faces.fallback)
        if (fonts_.state().serves(id, begin->code) && has_all(id, begin, end)) return id;
    return no_face;
}

void note_once(Notes& notes, Weight weight, Place place, std::string_view id,
               std::vector<std::string> arguments) {
    const auto same = [&](const Note& n) { return n.id == id && n.arguments == arguments; };
    if (std::none_of(notes.all().begin(), notes.all().end(), same))
        notes.add(weight, place, id, std::move(arguments));
}

}  // namespace hanqing
