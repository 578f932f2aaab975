// SPDX-License-Identifier: Apache-2.0
// Lines of text into Pages by one call of HarfBuzz each.
#include "sketch.hpp"

#include "base/file.hpp"

#include <hb-ot.h>
#include <hb.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace hanqing {

Fault fault_to_plant = Fault::nothing;
Fault planted_fault() { return fault_to_plant; }

const Fonts& test_fonts() {
    static Notes notes;
    static const Fonts fonts = Fonts::open({}, notes);
    return fonts;
}

FaceId face_named(std::string_view family, std::uint16_t weight) {
    FaceRole role;
    role.name = std::string(family) + std::to_string(weight);
    const std::vector<FaceWish> wishes = {{std::string(family), weight, false, false}};
    role.han = {{Language::zh_hans, wishes}};
    role.latin = wishes;
    const Fonts::RoleFaces& faces = test_fonts().faces_of(role, Language::zh_hans);
    return faces.latin != no_face ? faces.latin : faces.han;
}

Sketch::Sketch() {
    pages.tags.push_back({TagKind::document});
    pages.metadata.title = "测试报告";
    pages.metadata.date = Date{2024, 3, 5};
}

std::uint32_t Sketch::tag(TagKind kind, std::uint32_t parent) {
    Tag t;
    t.kind = kind;
    t.parent = parent;
    pages.tags.push_back(t);
    return static_cast<std::uint32_t>(pages.tags.size() - 1);
}

std::uint32_t Sketch::page(std::int64_t width, std::int64_t height, std::int64_t bleed) {
    Page p;
    p.width = points(width);
    p.height = points(height);
    p.bleed = points(bleed);
    p.label = std::to_string(pages.pages.size() + 1);
    pages.pages.push_back(p);
    return static_cast<std::uint32_t>(pages.pages.size() - 1);
}

Length Sketch::line(Length x, Length baseline, std::string_view text, const Ink& ink) {
    const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(), hb_buffer_destroy);
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_language(buffer.get(), hb_language_from_string(ink.language.data(), -1));
    const FaceId id = face_named(ink.family);
    const Face& face = test_fonts().face(id);
    hb_feature_t feature{};
    const bool has_feature = hb_feature_from_string(ink.features.data(), static_cast<int>(ink.features.size()), &feature) != 0;
    hb_shape(face.font, buffer.get(), &feature, has_feature ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const auto scaled_units = [&](std::int64_t units) { return points(units * ink.size, face.upem); };
    GlyphsItem item;
    item.face = id;
    item.size = points(ink.size);
    item.colour = ink.colour;
    item.baseline = baseline;
    item.turn = ink.turn;
    item.added_hyphen = ink.added_hyphen;
    item.begin = static_cast<std::uint32_t>(pages.glyphs.size());
    const auto start = static_cast<std::uint32_t>(pages.text.size());
    pages.text += text;
    for (unsigned i = 0; i < count; ++i) {
        std::uint32_t next = i + 1;
        while (next < count && infos[next].cluster == infos[i].cluster) ++next;
        const std::uint32_t end = next < count ? infos[next].cluster : static_cast<std::uint32_t>(text.size());
        const bool first = i == 0 || infos[i - 1].cluster != infos[i].cluster;
        if (infos[i].codepoint == 0) throw std::runtime_error("no glyph for " + std::string(text));
        PageGlyph g;
        g.glyph = static_cast<std::uint16_t>(infos[i].codepoint);
        g.text = start + infos[i].cluster;
        g.text_size = first ? static_cast<std::uint16_t>(end - infos[i].cluster) : std::uint16_t{0};
        g.x = x + scaled_units(positions[i].x_offset);
        g.y = scaled_units(positions[i].y_offset);
        pages.glyphs.push_back(g);
        x += scaled_units(positions[i].x_advance) + ink.stretch;
    }
    if (ink.added_hyphen) pages.glyphs.back().text_size = 0;
    item.end = static_cast<std::uint32_t>(pages.glyphs.size());
    current().items.push_back({item, ink.tag, ink.artifact, {}});
    return x;
}

void Sketch::rectangle(const Rectangle& area, Colour colour, Artifact artifact) {
    current().items.push_back({RectangleItem{area, colour}, none, artifact, {}});
}

void Sketch::image(std::uint32_t index, const Rectangle& area, std::uint32_t tag) {
    current().items.push_back({ImageItem{index, area}, tag, tag == none ? Artifact::layout : Artifact::none, {}});
}

std::uint32_t Sketch::anchor(std::uint32_t page_index, Length y) {
    pages.anchors.push_back({page_index, y});
    return static_cast<std::uint32_t>(pages.anchors.size() - 1);
}

void Sketch::link(const Rectangle& area, std::uint32_t tag, const Link& to) {
    pages.links.push_back(to);
    current().links.push_back({area, static_cast<std::uint32_t>(pages.links.size() - 1), tag});
}

Pdf written(const Pages& pages, const Publication& publication) {
    return write_pdf(pages, test_fonts(), Subsets(test_fonts()), publication);
}

std::string output_of(const std::string& command, int* status) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), [](FILE*) { return 0; });
    if (!pipe) throw std::runtime_error(command);
    std::string out;
    std::array<char, 4096> block{};
    for (std::size_t got = 0; (got = fread(block.data(), 1, block.size(), pipe.get())) > 0;) out.append(block.data(), got);
    const int result = pclose(pipe.get());
    if (status != nullptr) *status = WEXITSTATUS(result);
    return out;
}

std::string saved(std::string_view file, const Pdf& pdf) {
    const char* const base = std::getenv("TMPDIR");
    const std::string folder = std::string(base != nullptr ? base : "/tmp") + "/hanqing-pdf-tests";
    make_folders(folder);
    std::string path = folder + "/" + std::string(file);
    write_file(path, pdf.bytes);
    return path;
}

}  // namespace hanqing
