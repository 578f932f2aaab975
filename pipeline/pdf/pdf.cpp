// SPDX-License-Identifier: Apache-2.0
// Pages into a file: fonts and images first, then each page, then what holds them together.
#include "pdf/pdf.hpp"

#include "base/allowance.hpp"
#include "base/parts.hpp"
#include "embed/deflate.hpp"
#include "pdf/attachments.hpp"
#include "pdf/content.hpp"
#include "pdf/navigation.hpp"
#include "pdf/painted_images.hpp"
#include "pdf/profile.hpp"
#include "pdf/tags.hpp"
#include "pdf/xmp.hpp"

namespace hanqing {

namespace {

/// Children of one node of the page tree: a viewer finds page 1,500 of 2,000 in two steps. Their contents are
/// written side by side.
constexpr std::size_t per_page_node = 64;
constexpr std::size_t per_part = 8;  ///< Pages: enough work to be worth a thread's while.

std::string box(std::string_view key, Length left, Length bottom, Length right, Length top) {
    std::string out(key);
    out += '[';
    for (const Length edge : {left, bottom, right, top}) {
        append_hundredths(out, hundredths(edge));
        out += ' ';
    }
    out.back() = ']';
    return out;
}

std::string boxes(const Page& page) {
    const Length b = page.bleed;
    std::string out = box("/MediaBox", {}, {}, page.width + 2 * b, page.height + 2 * b);
    if (b > Length{}) out += box("/BleedBox", {}, {}, page.width + 2 * b, page.height + 2 * b);
    return out + box("/TrimBox", b, b, page.width + b, page.height + b);
}

std::string resources(const PageContent& content, const Typefaces& typefaces, const PaintedImages& images) {
    std::string out = "/Resources<<";
    if (!content.fonts.empty()) out += "/Font<<";
    for (const FontName& font : content.fonts) {
        out += font_resource(font) + ' ';
        append_reference(out, typefaces.reference(font));
    }
    if (!content.fonts.empty()) out += ">>";
    if (!content.images.empty()) out += "/XObject<<";
    for (const std::uint32_t image : content.images) {
        out += image_resource(image) + ' ';
        append_reference(out, images.reference(image));
    }
    if (!content.images.empty()) out += ">>";
    return out + ">>";
}

class FileWriter {
public:
    FileWriter(const Pages& pages, const Fonts& fonts, const Subsets& subsets, const Publication& publication)
        : pages_(&pages), publication_(&publication), typefaces_(pages, fonts, subsets), images_(pages) {}
    std::string write();

private:
    void write_pages();
    struct PreparedPage {
        PageContent content;
        std::string deflated;
    };
    [[nodiscard]] std::vector<PreparedPage> prepare_pages(std::size_t begin, std::size_t end) const;
    void write_page(std::uint32_t index, Reference node, PreparedPage prepared);
    Reference output_intent();
    Reference catalog();

    const Pages* pages_;
    const Publication* publication_;
    Objects objects_;
    Typefaces typefaces_;
    PaintedImages images_;
    Tagging tagging_;
    Reference page_tree_ = 0;
};

std::vector<FileWriter::PreparedPage> FileWriter::prepare_pages(std::size_t begin, std::size_t end) const {
    std::vector<PreparedPage> prepared(end - begin);
    for_each_part((prepared.size() + per_part - 1) / per_part, [&](std::size_t part) {
        for (std::size_t i = part * per_part; i < std::min((part + 1) * per_part, prepared.size()); ++i) {
            keep_within_limits();
            PageContent& content = prepared[i].content;
            content = page_content(pages_->pages[begin + i], *pages_, typefaces_, images_);
            prepared[i].deflated = deflate(content.operators);
            content.operators.clear();
        }
    });
    return prepared;
}

void FileWriter::write_page(std::uint32_t index, Reference node, PreparedPage prepared) {
    const Page& page = pages_->pages[index];
    PageContent& content = prepared.content;
    std::string d = "<</Type/Page/Parent " + reference_text(node) + boxes(page) +
                    resources(content, typefaces_, images_) + "/Contents " +
                    reference_text(objects_.add_stream("/Filter/FlateDecode", std::move(prepared.deflated))) +
                    "/StructParents ";
    append_integer(d, index);
    d += "/Tabs/S";
    const std::vector<Annotation> links =
        write_links(*pages_, index, tagging_.pages,
                    static_cast<std::uint32_t>(pages_->pages.size() + tagging_.annotations.size()), objects_);
    if (!links.empty()) d += "/Annots[";
    for (const Annotation& link : links) d += reference_text(link.object) + ' ';
    if (!links.empty()) d += ']';
    objects_.set(tagging_.pages[index], d + ">>");
    tagging_.annotations.insert(tagging_.annotations.end(), links.begin(), links.end());
    tagging_.marks.push_back(std::move(content.marks));
}

void FileWriter::write_pages() {
    const std::size_t count = pages_->pages.size();
    page_tree_ = objects_.reserve();
    for (std::size_t i = 0; i < count; ++i) tagging_.pages.push_back(objects_.reserve());
    std::string nodes;
    for (std::size_t start = 0; start < count; start += per_page_node) {
        const std::size_t end = std::min(start + per_page_node, count);
        const Reference node = objects_.reserve();
        std::string d = "<</Type/Pages/Parent " + reference_text(page_tree_) + "/Count ";
        append_integer(d, static_cast<std::int64_t>(end - start));
        d += "/Kids[";
        std::vector<PreparedPage> prepared = prepare_pages(start, end);
        for (std::size_t i = start; i < end; ++i) {
            write_page(static_cast<std::uint32_t>(i), node, std::move(prepared[i - start]));
            d += reference_text(tagging_.pages[i]) + ' ';
        }
        objects_.set(node, d + "]>>");
        nodes += reference_text(node) + ' ';
    }
    std::string d = "<</Type/Pages/Count ";
    append_integer(d, static_cast<std::int64_t>(count));
    objects_.set(page_tree_, d + "/Kids[" + nodes + "]>>");
}

Reference FileWriter::output_intent() {
    const Reference profile = objects_.add_deflated("/N 3", srgb_profile());
    return objects_.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        "/RegistryName(http://www.color.org)/DestOutputProfile " +
        reference_text(profile) + ">>");
}

Reference FileWriter::catalog() {
    std::string d = "<</Type/Catalog/Pages " + reference_text(page_tree_) + "/Lang" +
                    text_string(tag_of(pages_->language)) + "/MarkInfo<</Marked true>>";
    d += "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None";
    d += pages_->duplex ? "/Duplex/DuplexFlipLongEdge>>" : ">>";
    d += "/StructTreeRoot " + reference_text(write_structure(*pages_, tagging_, objects_));
    const Reference outline = write_outline(*pages_, tagging_.pages, objects_);
    if (outline != 0) d += "/Outlines " + reference_text(outline) + "/PageMode/UseOutlines";
    d += page_labels(*pages_);
    d += "/OutputIntents[" + reference_text(output_intent()) + "]";
    if (publication_->profile == Profile::a3a_ua1) {
        const AttachmentEntries files =
            write_attachments(publication_->attachments, pages_->metadata, objects_);
        d += files.associated;
        if (!files.embedded.empty()) d += "/Names<<" + files.embedded + ">>";
    }
    // Never deflated: programs that know nothing of PDF shall find it (PDF/A-3 6.6.2.1).
    d += "/Metadata " + reference_text(objects_.add_stream("/Type/Metadata/Subtype/XML",
                                                           xmp_packet(*pages_, *publication_)));
    return objects_.add(d + ">>");
}

std::string FileWriter::write() {
    typefaces_.write(objects_);
    images_.write(objects_);
    write_pages();
    const Reference root = catalog();
    return objects_.file(root, objects_.add(information_dictionary(*pages_, *publication_)));
}

}  // namespace

Pdf write_pdf(const Pages& pages, const Fonts& fonts, const Subsets& subsets,
              const Publication& publication) {
    Pdf pdf;
    pdf.bytes = FileWriter(pages, fonts, subsets, publication).write();
    pdf.digest = sha256(pdf.bytes);
    pdf.page_count = static_cast<std::uint32_t>(pages.pages.size());
    return pdf;
}

}  // namespace hanqing
