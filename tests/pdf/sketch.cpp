// SPDX-License-Identifier: Apache-2.0
// Lines of text into Pages, each shaped as a paragraph of its own.
#include "sketch.hpp"

#include "base/file.hpp"

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

namespace {

FaceRole role_of(std::string_view family) {
    FaceRole role;
    role.name = family;
    const std::vector<FaceWish> wishes = {
        {std::string(family), family == hei ? std::uint16_t{700} : std::uint16_t{400}}};
    role.han = {{Language::zh_hans, wishes}, {Language::other, wishes}};
    role.latin = wishes;
    return role;
}

Styled styled_line(const Ink& ink) {
    Styled styled;
    styled.roles = {role_of(ink.family)};
    CharacterStyle c;
    c.size = points(ink.size);
    c.language = ink.language;
    c.code = ink.code;
    styled.characters = {c};
    styled.paragraph_styles.emplace_back();
    return styled;
}

}  // namespace

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
    Notes notes;
    Paragraph paragraph;
    paragraph.text = text;
    paragraph.runs.push_back({static_cast<std::uint32_t>(text.size())});
    const ShapedParagraph shaped = shape_paragraph(paragraph, styled_line(ink), test_fonts(), notes);
    if (!notes.all().empty()) throw std::runtime_error(notes.all().front().id + " in " + std::string(text));
    const auto start = static_cast<std::uint32_t>(pages.text.size());
    pages.text += text;
    std::size_t next = 0;
    for (const GlyphRun& run : shaped.runs) {
        GlyphsItem item{run.face, run.size, ink.colour, baseline};
        item.turn = ink.turn;
        item.begin = static_cast<std::uint32_t>(pages.glyphs.size());
        for (; next < run.end; ++next) {
            const Glyph& g = shaped.glyphs[next];
            pages.glyphs.push_back(
                {g.glyph, g.text_size, start + g.text, x + Length{g.x_offset}, Length{g.y_offset}});
            x += Length{g.advance} + ink.stretch;
        }
        item.end = static_cast<std::uint32_t>(pages.glyphs.size());
        item.added_hyphen = ink.added_hyphen && next == shaped.glyphs.size();
        if (item.added_hyphen) pages.glyphs.back().text_size = 0;
        current().items.push_back({item, ink.tag, ink.artifact, {}});
    }
    return x;
}

void Sketch::rectangle(const Rectangle& area, Colour colour, Artifact artifact) {
    current().items.push_back({RectangleItem{area, colour}, none, artifact, {}});
}

void Sketch::image(std::uint32_t index, const Rectangle& area, std::uint32_t tag) {
    current().items.push_back(
        {ImageItem{index, area}, tag, tag == none ? Artifact::layout : Artifact::none, {}});
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
    for (std::size_t got = 0; (got = fread(block.data(), 1, block.size(), pipe.get())) > 0;)
        out.append(block.data(), got);
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
