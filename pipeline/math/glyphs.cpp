// SPDX-License-Identifier: Apache-2.0
// Characters into boxes: the form for their style, larger ones, and those built from parts.
#include "base/unicode.hpp"
#include "math/formula_setter.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// More repeats than any page has room for.
constexpr std::int64_t repeats_max = 200;

struct AssemblySize {
    std::int64_t fixed = 0, repeated = 0;  ///< Advances of the parts.
    std::int64_t fixed_parts = 0, repeated_parts = 0;
};

AssemblySize size_of_parts(const MathFont::Assembly& assembly) {
    AssemblySize size;
    for (const MathFont::Part& part : assembly.parts) {
        (part.repeats ? size.repeated : size.fixed) += part.size;
        ++(part.repeats ? size.repeated_parts : size.fixed_parts);
    }
    return size;
}

/// How often the parts that repeat do, so that the whole is as long as wanted with the least overlaps.
std::int64_t repeats_for(const MathFont::Assembly& assembly, std::int64_t wanted) {
    const AssemblySize size = size_of_parts(assembly);
    const std::int64_t gain = size.repeated - size.repeated_parts * assembly.overlap_min;
    if (size.repeated_parts == 0 || gain <= 0) return 1;
    const std::int64_t none = size.fixed - (size.fixed_parts - 1) * assembly.overlap_min;
    return std::clamp<std::int64_t>((wanted - none + gain - 1) / gain, 0, repeats_max);
}

/// The box of one glyph, which shows the character.
MathBox showing(char32_t code, MathBox box) {
    box.glyphs.back().code = code;
    return box;
}

}  // namespace

Length FormulaSetter::size_of(MathStyle style) const {
    const auto percent = [&](MathConstant c) { return scaled(size_, font_.constant(c), 100); };
    Length size = size_;
    if (style == MathStyle::script) size = percent(MathConstant::script_percent);
    if (style == MathStyle::script_script) size = percent(MathConstant::script_script_percent);
    return larger(size, Length{1});  // lengths are divided by it
}

Length FormulaSetter::mu(std::int32_t width, MathStyle style) const {
    return scaled(size_of(style), width, 18);
}

Length FormulaSetter::units(std::int32_t units, MathStyle style) const {
    return scaled(size_of(style), units, font_.units_per_em());
}

Length FormulaSetter::constant(MathConstant constant, MathStyle style) const {
    return units(font_.constant(constant), style);
}

Length FormulaSetter::axis(MathStyle style) const { return constant(MathConstant::axis_height, style); }

std::uint16_t FormulaSetter::glyph_of(char32_t code, MathStyle style) const {
    const std::uint16_t glyph = font_.glyph(code);
    if (glyph == 0 || !is_script(style)) return glyph;
    return font_.script_form(glyph, style == MathStyle::script ? 1 : 2);
}

MathBox FormulaSetter::glyph_box(std::uint16_t glyph, MathStyle style) const {
    MathBox box;
    const MathFont::Extents ink = font_.extents(glyph);
    box.width = units(font_.advance(glyph), style);
    box.height = larger({}, units(ink.top, style));
    box.depth = larger({}, -units(ink.bottom, style));
    box.italic = units(font_.italic_correction(glyph), style);
    box.accent_middle = units(font_.accent_middle(glyph), style);
    box.single = true;
    box.glyphs.push_back({font_.face(), glyph, size_of(style), {}, {}});
    return box;
}

MathBox FormulaSetter::words(std::string_view text, MathManner manner) const {
    MathBox box;
    const MathFont::Words words = font_.words(text, size_of(manner.style));
    box.width = words.width;
    box.height = words.height;
    box.depth = words.depth;
    for (const MathFont::WordGlyph& g : words.glyphs)
        box.glyphs.push_back({g.face, g.glyph, g.size, g.x, {}, g.code});
    return box;
}

MathBox FormulaSetter::character(char32_t code, MathStyle style) const {
    if (const std::uint16_t glyph = glyph_of(code, style)) return showing(code, glyph_box(glyph, style));
    std::string text;
    append_utf8(text, code);
    MathBox box = words(text, {style});
    box.single = true;
    if (box.glyphs.empty()) {
        box.missing.push_back(code);
        box.width = size_of(style);
    }
    return box;
}

MathBox FormulaSetter::stretched(char32_t code, Length wanted, MathStyle style, bool vertical) const {
    const std::uint16_t glyph = font_.glyph(code);
    if (glyph == 0) return character(code, style);
    const auto variants = font_.variants(glyph, vertical);
    for (const MathFont::Variant& variant : variants)
        if (units(variant.size, style) >= wanted) return showing(code, glyph_box(variant.glyph, style));
    const MathFont::Assembly assembly = font_.assembly(glyph, vertical);
    if (!assembly.parts.empty()) return assembled(assembly, wanted, style, vertical);
    return showing(code, glyph_box(variants.empty() ? glyph : variants.back().glyph, style));
}

/// Parts one after the other, overlapping as much as makes the whole as long as wanted.
MathBox FormulaSetter::assembled(const MathFont::Assembly& assembly, Length wanted, MathStyle style,
                                 bool vertical) const {
    const std::int64_t target = scaled(wanted, font_.units_per_em(), size_of(style).raw).raw;
    const std::int64_t repeats = repeats_for(assembly, target);
    const AssemblySize size = size_of_parts(assembly);
    const std::int64_t joints = size.fixed_parts + repeats * size.repeated_parts - 1;
    const std::int64_t longest = size.fixed + repeats * size.repeated;
    const std::int64_t overlaps = std::max(joints * assembly.overlap_min, longest - target);
    MathBox box;
    std::int64_t at = 0, joint = 0;
    std::int32_t connector = 0;  // the end connector of the part before
    for (const MathFont::Part& part : assembly.parts) {
        for (std::int64_t i = 0; i < (part.repeats ? repeats : 1); ++i) {
            if (joints > 0 && !box.glyphs.empty()) {
                const std::int64_t share = overlaps * (joint + 1) / joints - overlaps * joint / joints;
                at -= std::clamp<std::int64_t>(
                    share, assembly.overlap_min,
                    std::max<std::int64_t>(assembly.overlap_min, std::min(connector, part.start)));
                ++joint;
            }
            MathBox piece = glyph_box(part.glyph, style);
            const Length offset = scaled(size_of(style), at, font_.units_per_em());
            // A part stands with its ink's edge at the place; what is beside the ink counts for nothing.
            const Length bottom = units(font_.extents(part.glyph).bottom, style);
            if (vertical) box.width = larger(box.width, piece.width);
            place_part(box, std::move(piece), vertical ? Length{} : offset,
                       vertical ? offset - bottom : Length{});
            at += part.size;
            connector = part.end;
        }
    }
    const Length length = scaled(size_of(style), at, font_.units_per_em());
    if (vertical) {
        box.height = length;
        box.depth = {};
    } else {
        box.width = length;
        box.accent_middle = length / 2;
    }
    box.italic = units(assembly.italic_correction, style);
    return box;
}

}  // namespace hanqing
