// SPDX-License-Identifier: Apache-2.0
// Wishes of a role to faces: by name, then by weight. The answer depends on the fonts present and on nothing
// else.
#include "shape/fonts_state.hpp"
#include "shape/known_faces.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

namespace hanqing {
namespace {

/// Farther from the wish than this, a face of the next wish in the right weight is better: a strong role that
/// names two families takes the second's bold before the first's regular.
constexpr int weight_distance_max = 200;

class Resolver {
public:
    Resolver(Fonts::State& state, Language language) : state_(state), language_(language) {}

    Fonts::RoleFaces resolve(const FaceRole& role) {
        const std::vector<FaceWish> han = han_wishes(role);
        const FaceWish model = !han.empty()          ? han.front()
                               : !role.latin.empty() ? role.latin.front()
                                                     : FaceWish{};
        faces_.han = served(han);
        const bool fixed =
            !role.latin.empty() && folded_name(role.latin.front().name).find("mono") != std::string::npos;
        const bool serif = faces_.han == no_face ? !fixed : looks_serif(listed(faces_.han));
        if (faces_.han == no_face) faces_.han = known(known_han_families(language_, serif), model);
        if (faces_.han == no_face) faces_.han = any_face(model, U'一');
        faces_.latin = role.latin.empty() ? faces_.han : served(role.latin);
        if (faces_.latin == no_face)
            faces_.latin = known(known_latin_families(serif && !fixed, fixed), role.latin.front());
        if (faces_.latin == no_face) faces_.latin = any_face(model, U'a');
        if (faces_.han == no_face) faces_.han = faces_.latin;
        faces_.digits = role.digits.empty() ? faces_.latin : served(role.digits);
        if (faces_.digits == no_face) faces_.digits = faces_.latin;
        if (faces_.han == no_face) throw Failure("no-fonts");
        if (faces_.latin != faces_.han) {
            faces_.latin_scale_percent = role.latin_scale_percent;
            faces_.latin_shift_permille = role.latin_shift_permille;
        }
        note_substitution(han, faces_.han);
        note_substitution(role.latin, faces_.latin);
        note_substitution(role.digits, faces_.digits);
        add_fallback(han, model, serif);
        return std::move(faces_);
    }

private:
    const ListedFace& listed(FaceId id) const { return state_.listing.faces[id]; }

    /// The language's wishes, then the general ones.
    std::vector<FaceWish> han_wishes(const FaceRole& role) const {
        std::vector<FaceWish> wishes, general;
        for (const auto& [language, list] : role.han) {
            std::vector<FaceWish>& to = language == language_ ? wishes : general;
            if (language == language_ || language == Language::other)
                to.insert(to.end(), list.begin(), list.end());
        }
        wishes.insert(wishes.end(), general.begin(), general.end());
        return wishes;
    }

    bool is_named(const ListedFace& face, const std::string& folded) const {
        return std::find(face.names.begin(), face.names.end(), folded) != face.names.end();
    }

    /// How far a face is from a wish: the smaller the better. A PostScript name means that very face.
    static auto distance(const ListedFace& face, const FaceWish& wish, FaceId id) {
        const int difference = std::abs(int{face.weight} - int{wish.weight});
        const bool is_lighter = face.weight < wish.weight;
        return std::tuple(face.italic != wish.italic, !face.normal_width, difference, is_lighter, id);
    }

    bool is_near(const ListedFace& face, const FaceWish& wish) const {
        return face.italic == wish.italic &&
               std::abs(int{face.weight} - int{wish.weight}) <= weight_distance_max;
    }

    /// The best face of a name that may be used. Refusals met on the way are remembered.
    FaceId best(const FaceWish& wish, bool must_be_near) {
        const std::string name = folded_name(wish.name);
        std::vector<FaceId> found = faces_named(state_.listing, name);
        if (must_be_near)
            std::erase_if(
                found, [&](FaceId id) { return !is_near(listed(id), wish) && listed(id).names[0] != name; });
        std::sort(found.begin(), found.end(), [&](FaceId a, FaceId b) {
            return distance(listed(a), wish, a) < distance(listed(b), wish, b);
        });
        for (const FaceId id : found)
            if (is_usable(id)) return id;
        return no_face;
    }

    bool is_usable(FaceId id) {
        const std::string& refusal = state_.refusal(id);
        if (refusal.empty()) return true;
        const auto same = [&](const Refusal& r) { return r.name == listed(id).postscript_name; };
        if (std::none_of(faces_.refused.begin(), faces_.refused.end(), same))
            faces_.refused.push_back({listed(id).postscript_name, refusal});
        return false;
    }

    FaceId served(const std::vector<FaceWish>& wishes) {
        for (const bool must_be_near : {true, false})
            for (const FaceWish& wish : wishes)
                if (const FaceId id = best(wish, must_be_near); id != no_face) return id;
        return no_face;
    }

    FaceId known(const std::vector<std::string_view>& families, FaceWish wish) {
        std::vector<FaceWish> wishes;
        for (const std::string_view family : families) {
            wish.name = family;
            wishes.push_back(wish);
        }
        return served(wishes);
    }

    std::vector<FaceId> by_distance(const FaceWish& wish) const {
        std::vector<FaceId> ids(state_.listing.faces.size());
        for (FaceId id = 0; id < ids.size(); ++id) ids[id] = id;
        std::sort(ids.begin(), ids.end(), [&](FaceId a, FaceId b) {
            return distance(listed(a), wish, a) < distance(listed(b), wish, b);
        });
        return ids;
    }

    FaceId any_face(const FaceWish& wish, char32_t with) {
        for (const FaceId id : by_distance(wish))
            if (!listed(id).variable && state_.serves(id, with)) return id;
        return no_face;
    }

    void note_substitution(const std::vector<FaceWish>& wishes, FaceId used) {
        for (const FaceWish& wish : wishes) {
            if (is_named(listed(used), folded_name(wish.name))) return;
            if (wish.official) faces_.substituted.push_back(wish.name + " → " + listed(used).family);
        }
    }

    void add(FaceId id) {
        const bool first = id == faces_.han || id == faces_.latin || id == faces_.digits;
        if (id == no_face || first || listed(id).variable || seen_[id]) return;
        seen_[id] = true;
        faces_.fallback.push_back(id);
    }

    /// Families are looked up without opening them: which of them a text needs is not known yet.
    void add_named(std::string_view name, FaceWish wish) {
        std::optional<FaceId> nearest;
        for (const FaceId id : faces_named(state_.listing, folded_name(name))) {
            if (listed(id).variable) continue;
            if (!nearest || distance(listed(id), wish, id) < distance(listed(*nearest), wish, *nearest))
                nearest = id;
        }
        if (nearest) add(*nearest);
    }

    void add_fallback(const std::vector<FaceWish>& han, const FaceWish& model, bool serif) {
        seen_.assign(state_.listing.faces.size(), false);
        for (const FaceWish& wish : han) add_named(wish.name, wish);
        for (const std::string_view name : known_han_families(language_, serif)) add_named(name, model);
        for (const std::string_view name : known_rare_families()) add_named(name, model);
        for (const FaceId id : by_distance(model)) add(id);
    }

    Fonts::State& state_;
    Language language_;
    Fonts::RoleFaces faces_;
    std::vector<bool> seen_;
};

}  // namespace

Fonts::RoleFaces resolve(Fonts::State& state, const FaceRole& role, Language language) {
    return Resolver(state, language).resolve(role);
}

}  // namespace hanqing
