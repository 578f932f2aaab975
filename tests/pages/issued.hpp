// SPDX-License-Identifier: Apache-2.0
// An official document set on pages, and its texts and rules there. All documents are fictional.
#pragma once

#include "pages/pages.hpp"

#include "base/unicode.hpp"
#include "read/markdown.hpp"
#include "style/apply.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <optional>

namespace hanqing::issued {

constexpr double mm = 72.0 / 25.4, em = 15.75, line = 29.53125;
constexpr double tenth = 0.1 * mm;  ///< What a place may be off.

inline double in_points(Length length) { return static_cast<double>(length.raw) / units_per_point; }

struct FoundCharacter {
    char32_t code = 0;
    double x = 0, top = 0, baseline = 0, size = 0;
    Colour colour;
    std::string face;
};

struct FoundText {
    double x = 0, top = 0, end = 0, bottom = 0, size = 0;
    Colour colour;
    std::string face;
    std::size_t page = 0;
};

struct FoundRule {
    double x = 0, y = 0, width = 0, height = 0;
    Colour colour;
};

inline const Fonts& fonts() {
    static Notes notes;
    static const Fonts all = Fonts::open({}, notes);
    return all;
}

struct Issued {
    Notes notes;
    Pages pages;
    std::vector<std::vector<FoundCharacter>> characters;

    explicit Issued(const std::string& front,
                    const std::string& body = "为进一步落实责任，现将有关事项通知如下。\n") {
        const Source source = make_source(
            "t.md",
            "---\ntitle: 云岭省档案局关于开展检查的通知\ndate: 2024-09-06\n" + front + "---\n\n" + body,
            notes);
        const Document document = parse(source, notes);
        Metadata metadata = metadata_from({&document.front_matter}, notes);
        metadata.language = Language::zh_hans;
        Pictures pictures;
        pictures.images.resize(document.images.size());
        pictures.paths.resize(document.images.size());
        Notes of_fonts;
        Styled styled = apply(load_sheet("gongwen", {}, notes), document, std::move(pictures), metadata,
                              {"0123456789abcdef", "Hanqing"}, notes);
        pages = paginate(break_lines(shape(std::move(styled), fonts(), of_fonts), fonts(), notes), fonts(),
                         notes);
        for (const Page& page : pages.pages) characters.push_back(characters_of(page));
    }

    std::vector<FoundCharacter> characters_of(const Page& page) const {
        std::vector<FoundCharacter> all;
        for (const PageItem& item : page.items) {
            const auto* glyphs = std::get_if<GlyphsItem>(&item.shape);
            if (glyphs == nullptr) continue;
            for (std::uint32_t i = glyphs->begin; i < glyphs->end; ++i) {
                const PageGlyph& glyph = pages.glyphs[i];
                std::size_t at = glyph.text;
                if (glyph.text_size == 0) continue;
                const double size = in_points(glyphs->size), baseline = in_points(glyphs->baseline);
                all.push_back({next_code_point(pages.text, at), in_points(glyph.x), baseline - 0.88 * size,
                               baseline, size, glyphs->colour, fonts().face(glyphs->face).postscript_name});
            }
        }
        return all;
    }

    std::optional<FoundText> find(const std::string& words, std::size_t page = 0) const {
        const std::u32string wanted = utf32(words);
        const auto& all = characters[page];
        for (std::size_t i = 0; i + wanted.size() <= all.size(); ++i) {
            bool same = true;
            for (std::size_t k = 0; k < wanted.size() && same; ++k) same = all[i + k].code == wanted[k];
            if (!same) continue;
            const FoundCharacter &first = all[i], &last = all[i + wanted.size() - 1];
            const double width = last.code < 0x2E80 ? last.size / 2 : last.size;
            return FoundText{first.x,    first.top,    last.x + width, first.top + first.size,
                        first.size, first.colour, first.face,     page};
        }
        return {};
    }

    std::vector<FoundRule> rules(std::size_t page) const {
        std::vector<FoundRule> all;
        for (const PageItem& item : pages.pages[page].items)
            if (const auto* area = std::get_if<RectangleItem>(&item.shape))
                all.push_back({in_points(area->area.corner.x), in_points(area->area.corner.y),
                               in_points(area->area.width), in_points(area->area.height), area->fill});
        return all;
    }

    bool noted(std::string_view id) const {
        for (const Note& note : notes.all())
            if (note.id == id) return true;
        return false;
    }
};

inline bool is_red(Colour c) { return c.red > 180 && c.green < 80 && c.blue < 80; }

constexpr double head = 37 * mm, left = 28 * mm, right = 184 * mm, foot = 262 * mm;

inline const std::string whole =
    "发文机关标志: 云岭省档案局文件\n发文字号: 云档发〔2024〕21号\n主送机关: 各市、州档案局，省直各单位\n"
    "附件说明: [档案安全检查要点, 档案安全隐患清单式样及其填写说明和报送时间安排以及联系人名单]\n"
    "署名: 云岭省档案局\n附注: 此件公开发布\n抄送机关: 省委办公厅，省政府办公厅\n"
    "印发机关: 云岭省档案局办公室\n印发日期: 2024-09-07\n份号: '000012'\n密级: 秘密★1年\n紧急程度: 特急\n";

inline std::string paragraphs(int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all +=
            "各级档案馆应当按照统一部署认真开展自查自纠工作建立台账明确责任人员整改措施完成时限确保不留死角"
            "不走过场同时做好检查记录和整改记录的归档工作。\n\n";
    return all;
}

#define NEAR(a, b) CHECK(std::abs((a) - (b)) <= tenth)

}  // namespace hanqing::issued
