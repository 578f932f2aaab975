// SPDX-License-Identifier: Apache-2.0
// Fonts: lists once, opens each face once, resolves each role once.
#include "shape/fonts.hpp"

#include "shape/fonts_state.hpp"

#include <cassert>

namespace hanqing {

OpenFace* Fonts::State::opened(FaceId id) const {
    assert(id < listing.faces.size());
    Slot& slot = slots[id];
    std::call_once(slot.once, [&] {
        auto result = OpenFace::open(listing.faces[id]);
        if (auto* const face = std::get_if<std::unique_ptr<OpenFace>>(&result))
            slot.face = std::move(*face);
        else
            slot.refusal = std::get<std::string>(std::move(result));
    });
    return slot.face.get();
}

const std::string& Fonts::State::refusal(FaceId id) const {
    opened(id);
    return slots[id].refusal;
}

bool Fonts::State::serves(FaceId id, char32_t c) const {
    if (!covers(listing.faces[id], c)) return false;
    OpenFace* const face = opened(id);
    return face != nullptr && face->glyph(c) != 0;
}

Fonts::Fonts() : state_(std::make_unique<State>()) {}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

Fonts Fonts::open(const FontRequest& request, Notes& notes) {
    Fonts fonts;
    fonts.state_->request = request;
    fonts.state_->listing = list_fonts(request, notes);
    fonts.state_->slots = std::make_unique<State::Slot[]>(fonts.state_->listing.faces.size());
    return fonts;
}

const Fonts::RoleFaces& Fonts::faces_of(const FaceRole& role, Language language) const {
    const std::lock_guard lock(state_->mutex);
    for (const State::Resolved& known : state_->resolved)
        if (known.language == language && known.role == role) return known.faces;
    return state_->resolved.emplace_back(State::Resolved{role, language, resolve(*state_, role, language)})
        .faces;
}

const Face& Fonts::face(FaceId id) const {
    OpenFace* const face = state_->opened(id);
    assert(face != nullptr);
    return face->face();
}

std::size_t Fonts::size() const { return state_->listing.faces.size(); }

bool Fonts::has(FaceId id, char32_t c) const { return glyph(id, c) != 0; }

std::uint16_t Fonts::glyph(FaceId id, char32_t c) const {
    OpenFace* const face = state_->opened(id);
    return face != nullptr ? face->glyph(c) : std::uint16_t{0};
}

bool Fonts::is_simple(FaceId id, char32_t c, Language language) const {
    OpenFace* const face = state_->opened(id);
    const std::uint16_t glyph = face != nullptr ? face->glyph(c) : std::uint16_t{0};
    return glyph != 0 && !face->manner(HB_SCRIPT_HAN, language, {}).touches(glyph);
}

std::uint16_t Fonts::advance(FaceId id, std::uint16_t glyph) const {
    OpenFace* const face = state_->opened(id);
    assert(face != nullptr);
    return face->advance(glyph);
}

}  // namespace hanqing
