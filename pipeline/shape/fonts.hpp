// SPDX-License-Identifier: Apache-2.0
// Fonts: the faces found on this machine or in given folders, chosen by our table and never by fontconfig's
// matching (which depends on the locale). Opened once, immutable afterwards, shared by all threads.
#pragma once

#include "base/digest.hpp"
#include "base/language.hpp"
#include "base/notes.hpp"
#include "style/face_role.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace hanqing {

using FaceId = std::uint16_t;
inline constexpr FaceId no_face = 0xFFFF;

/// How a face's outlines are kept, which decides how it is embedded (pdf codes, DESIGN 5).
enum class Outlines : std::uint8_t { cid_cff, name_cff, truetype };

struct Face {
    std::string file;         ///< Path it was opened from.
    std::uint32_t index = 0;  ///< In a collection (TTC).
    std::string postscript_name, family;
    std::string version;  ///< Name 5.
    Digest identity;      ///< SHA-256 of name, version and table directory: the same face on every machine.
    std::uint32_t upem = 1000;
    std::int32_t ascender = 880, descender = -120;  ///< Of the em box for Han faces, font units.
    std::int32_t cap_height = 700, italic_angle = 0, bbox[4] = {0, 0, 0, 0};
    bool is_serif = true, is_fixed_pitch = false;
    std::uint16_t weight = 400;
    Outlines outlines = Outlines::cid_cff;
    bool cid_is_gid = false;    ///< CID-keyed fonts whose original CIDs equal their glyph numbers.
    hb_face_t* face = nullptr;  ///< Owned by Fonts; immutable.
    hb_font_t* font = nullptr;  ///< Owned by Fonts; immutable; scale = upem.
};

struct FontRequest {
    std::vector<std::string> folders;  ///< --font-path, searched first.
    bool system = true;                ///< false: --ignore-system-fonts.
};

/// Why a face that is here is not used: its outlines vary, its licence bits forbid embedding a subset, or its
/// tables are broken. `id` is the remark's: "font-variable", "font-embedding", "font-broken".
struct Refusal {
    std::string name, id;
};

class Fonts {
public:
    /// Lists files, reads names; opens a face only when a role first wants it. Failure "no-fonts" when
    /// nothing usable is there, "font-folder" {path} for a folder that is none; warning "font-folder-empty"
    /// {path}.
    static Fonts open(const FontRequest& request, Notes& notes);
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    /// Faces that serve a role in a language: Han first, then Latin and digits; resolved once per distinct
    /// role (thread-safe). Missing wishes are remembered for `hanqing fonts`; `shape` makes them remarks of
    /// the report.
    struct RoleFaces {
        FaceId han = no_face, latin = no_face, digits = no_face;
        std::vector<FaceId> fallback;          ///< Tried in order for a character the first ones lack;
                                               ///< one that is refused has no characters.
        std::vector<std::string> substituted;  ///< Official faces that were not found, "wanted → used".
        std::vector<Refusal> refused;  ///< Faces that were wished for and are here, but may not be used.
        std::uint16_t latin_scale_percent = 100;
        std::int16_t latin_shift_permille = 0;
    };
    const RoleFaces& faces_of(const FaceRole& role, Language language) const;

    const Face& face(FaceId id) const;  ///< Opens it when need be (thread-safe). Requires: not refused.
    std::size_t size() const;           ///< Faces known, opened or not.
    bool has(FaceId id, char32_t c) const;
    /// By the character map, without shaping; 0: none.
    std::uint16_t glyph(FaceId id, char32_t c) const;
    /// Whether shaping Han text leaves that glyph as it is, whatever stands beside it.
    bool is_simple(FaceId id, char32_t c, Language language) const;
    std::uint16_t advance(FaceId id, std::uint16_t glyph) const;  ///< Font units.

    struct State;
    const State& state() const { return *state_; }

private:
    Fonts();
    std::unique_ptr<State> state_;
};

/// fonts.lock: one line a face, "sheet:role language name version identity".
std::string fonts_lock(const Fonts& fonts, std::string_view sheet, const std::vector<FaceRole>& roles,
                       Language language);
/// Another identity than the locked one of the same sheet and role is a warning "font-changed" {name, …}.
void compare_with_lock(const Fonts& fonts, std::string_view sheet, const std::vector<FaceRole>& roles,
                       Language language, std::string_view lock, Notes& notes);
/// `lock` with those lines of `now` whose role it does not know in that language, the old ones as they are.
std::string completed_lock(std::string_view lock, std::string_view now);

}  // namespace hanqing
