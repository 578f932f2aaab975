// SPDX-License-Identifier: Apache-2.0
// A used face into its PDF objects: Type0 dictionaries, CIDFont, descriptor, program, widths, ToUnicode maps
// (ISO 32000-1, 9.6 to 9.10).
#include "pdf/planted.hpp"
#include "pdf/typefaces.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace hanqing {

namespace {

/// 5014.CIDFont: at most 100 entries in a block of a CMap.
constexpr std::size_t block_max = 100;

std::string per_mille(std::int64_t font_units, std::uint32_t upem) {
    std::string out;
    append_integer(out, font_units * 1000 / static_cast<std::int64_t>(upem));
    return out;
}

/// Table 123: everything is Symbolic, since no glyph is reached through a standard encoding.
int descriptor_flags(const Face& face) {
    return 4 | (face.is_fixed_pitch ? 1 : 0) | (face.is_serif ? 2 : 0) | (face.italic_angle != 0 ? 64 : 0);
}

void append_code(std::string& to, std::uint16_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    to += '<';
    for (int shift = 12; shift >= 0; shift -= 4) to += digits[code >> shift & 0xF];
    to += '>';
}

using Mapping = std::vector<std::pair<std::uint16_t, std::string_view>>;

/// One range of codes that follow each other, with its texts: "<0001><0064>[<4E00><4E01>…]". A range stays
/// within one first byte (9.10.3).
void append_range(std::string& to, const Mapping& mapping, std::size_t begin, std::size_t end) {
    append_code(to, mapping[begin].first);
    append_code(to, mapping[end - 1].first);
    to += '[';
    for (std::size_t i = begin; i < end; ++i) {
        to += '<';
        append_utf16_hex(to, mapping[i].second);
        to += '>';
    }
    to += "]\n";
}

std::string ranges(const Mapping& mapping) {
    std::string out, block;
    std::size_t count = 0;
    const auto flush = [&] {
        if (count == 0) return;
        append_integer(out, static_cast<std::int64_t>(count));
        out += " beginbfrange\n" + block + "endbfrange\n";
        block.clear();
        count = 0;
    };
    for (std::size_t begin = 0; begin < mapping.size();) {
        std::size_t end = begin + 1;
        while (end < mapping.size() && mapping[end].first == mapping[end - 1].first + 1 &&
               mapping[end].first >> 8U == mapping[begin].first >> 8U)
            ++end;
        append_range(block, mapping, begin, end);
        begin = end;
        if (++count == block_max) flush();
    }
    flush();
    return out;
}

}  // namespace

std::string UsedFace::to_unicode(std::size_t reading) const {
    Mapping mapping;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].texts.size() > reading)
            mapping.emplace_back(subset_.codes[i].code, entries_[i].texts[reading]);
    std::sort(mapping.begin(), mapping.end());
    return "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
           "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
           "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n" +
           ranges(mapping) + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

std::uint32_t UsedFace::usual_width() const {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const Subset::Code& c : subset_.codes) ++counts[c.width];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 1000 : most->first;
}

/// Array W (9.7.4.3): "code [w w w]" for neighbours; codes of the usual width are left out.
std::string UsedFace::widths(std::uint32_t usual) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> others;
    for (const Subset::Code& c : subset_.codes)
        if (c.width != usual) others.emplace_back(c.code, c.width);
    std::sort(others.begin(), others.end());
    if (planted_fault() == Fault::wrong_width && !others.empty()) others.front().second += 40;
    std::string out = "[";
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (i == 0 || others[i].first != others[i - 1].first + 1) {
            if (i > 0) out += ']';
            append_integer(out, others[i].first);
            out += '[';
        } else {
            out += ' ';
        }
        append_integer(out, others[i].second);
    }
    if (!others.empty()) out += ']';
    return out + "]";
}

Reference UsedFace::descriptor(const Face& face, Objects& objects) const {
    const bool is_cff = face.outlines != Outlines::truetype;
    std::string entries = is_cff ? "/Subtype/CIDFontType0C" : "/Length1 ";
    if (!is_cff) append_integer(entries, static_cast<std::int64_t>(subset_.program_size));
    const Reference program = objects.add_stream(entries + "/Filter/FlateDecode", subset_.program);
    std::string d =
        "<</Type/FontDescriptor/FontName" + name(subset_.tag + '+' + face.postscript_name) + "/Flags ";
    append_integer(d, descriptor_flags(face));
    d += "/FontBBox[";
    for (const std::int32_t edge : face.bbox) d += per_mille(edge, face.upem) + ' ';
    d.back() = ']';
    d += "/ItalicAngle ";
    append_integer(d, face.italic_angle);
    d +=
        "/Ascent " + per_mille(face.ascender, face.upem) + "/Descent " + per_mille(face.descender, face.upem);
    d += "/CapHeight " + per_mille(face.cap_height, face.upem) + "/StemV ";
    append_integer(d, 10 + 220 * (face.weight - 50) / 900);  // as PDFium and others guess it from the weight
    d += is_cff ? "/FontFile3 " : "/FontFile2 ";
    append_reference(d, program);
    return objects.add(d + ">>");
}

std::vector<Reference> UsedFace::write(const Fonts& fonts, Objects& objects) const {
    const Face& face = fonts.face(id_);
    const bool is_cff = face.outlines != Outlines::truetype;
    const std::string base = subset_.tag + '+' + face.postscript_name;
    const std::uint32_t usual = usual_width();
    std::string d = is_cff ? "<</Type/Font/Subtype/CIDFontType0" : "<</Type/Font/Subtype/CIDFontType2";
    d += "/BaseFont" + name(base) + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
    if (!is_cff) d += "/CIDToGIDMap/Identity";  // codes are the program's own glyph numbers
    d += "/DW ";
    append_integer(d, usual);
    d += "/W" + widths(usual) + "/FontDescriptor " + reference_text(descriptor(face, objects)) + ">>";
    const Reference descendant = objects.add(std::move(d));
    std::vector<Reference> fonts_written;
    for (std::size_t reading = 0; reading < readings_; ++reading) {
        const Reference map = objects.add_deflated("", to_unicode(reading));
        fonts_written.push_back(
            objects.add("<</Type/Font/Subtype/Type0/BaseFont" + name(is_cff ? base + "-Identity-H" : base) +
                        "/Encoding/Identity-H/DescendantFonts[" + reference_text(descendant) +
                        "]/ToUnicode " + reference_text(map) + ">>"));
    }
    return fonts_written;
}

}  // namespace hanqing
