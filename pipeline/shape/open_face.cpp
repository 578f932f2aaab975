// SPDX-License-Identifier: Apache-2.0
// Opens a font file once; later questions are answered from memory.
#include "shape/open_face.hpp"

#include "shape/face_facts.hpp"

#include <hb-ot.h>

#include <utility>

namespace hanqing {
namespace {

std::string_view bytes_of(hb_blob_t* blob) {
    unsigned size = 0;
    const char* const data = hb_blob_get_data(blob, &size);
    return {data, size};
}

hb_blob_t* table_but_gpos(hb_face_t*, hb_tag_t tag, void* whole) {
    if (tag == HB_OT_TAG_GPOS) return hb_blob_get_empty();
    return hb_face_reference_table(static_cast<hb_face_t*>(whole), tag);
}

hb_font_t* font_without_gpos(hb_face_t* whole) {
    hb_face_t* const face = hb_face_create_for_tables(table_but_gpos, whole, nullptr);
    hb_face_make_immutable(face);
    hb_font_t* const font = hb_font_create(face);
    hb_face_destroy(face);
    hb_font_make_immutable(font);
    return font;
}

}  // namespace

std::variant<std::unique_ptr<OpenFace>, std::string> OpenFace::open(const ListedFace& listed) {
    const Blob file(hb_blob_create_from_file_or_fail(listed.file.c_str()));
    if (!file) return std::string("font-broken");
    std::unique_ptr<OpenFace> opened(new OpenFace);
    opened->hb_face_.reset(hb_face_create(file.get(), listed.index));
    hb_face_t* const face = opened->hb_face_.get();
    if (std::string refusal = refusal_of(face, listed); !refusal.empty()) return refusal;
    opened->face_ = face_facts(face, bytes_of(file.get()), listed);
    opened->hb_font_.reset(hb_font_create(face));
    opened->metrics_.reset(hb_face_reference_table(face, HB_TAG('h', 'm', 't', 'x')));
    opened->advances_ = bytes_of(opened->metrics_.get());
    const Blob header(hb_face_reference_table(face, HB_TAG('h', 'h', 'e', 'a')));
    opened->long_metrics_ = u16_at(bytes_of(header.get()), 34);
    hb_face_make_immutable(face);
    hb_font_make_immutable(opened->hb_font_.get());
    opened->face_.face = face;
    opened->face_.font = opened->hb_font_.get();
    return opened;
}

std::uint16_t OpenFace::look_up(char32_t c) const {
    hb_codepoint_t glyph = 0;
    const bool found = hb_font_get_nominal_glyph(hb_font_.get(), c, &glyph) != 0;
    return found ? static_cast<std::uint16_t>(glyph) : std::uint16_t{0};
}

hb_font_t* OpenFace::font_for_marks() {
    const std::lock_guard lock(mutex_);
    if (!font_for_marks_) font_for_marks_.reset(font_without_gpos(hb_face_.get()));
    return font_for_marks_.get();
}

const Manner& OpenFace::manner(hb_script_t script, Language language,
                               const std::vector<std::string>& features) {
    const Question question{script, language, features};
    const std::lock_guard lock(mutex_);
    for (const auto& [asked, manner] : manners_)
        if (asked == question) return manner;
    return manners_.emplace_back(question, manner_of(hb_face_.get(), script, language, features)).second;
}

}  // namespace hanqing
