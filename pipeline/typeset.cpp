// SPDX-License-Identifier: Apache-2.0
// The whole line for one report.
#include "typeset.hpp"

#include "base/parts.hpp"
#include "build_record.hpp"
#include "lines/lines.hpp"
#include "pages/pages.hpp"
#include "read/markdown.hpp"
#include "read/picture_fonts.hpp"
#include "shape/drawn_fonts.hpp"
#include "shape/shaped.hpp"
#include "style/apply.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <variant>

namespace hanqing {
namespace {

/// Measures one stage after the other; the figures never reach the output.
class StageClock {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// Isolated: a thread that waits for a part of its report does not begin another report meanwhile.
void run_parts(std::size_t count, const std::function<void(std::size_t)>& work) {
    tbb::this_task_arena::isolate(
        [&] { tbb::parallel_for(std::size_t{0}, count, work, tbb::simple_partitioner()); });
}

template <typename Value>
void show(const std::function<void(const Value&)>& observer, const Value& value) {
    if (observer) observer(value);
}

Metadata metadata_of(const Report& report, const Document& document, Notes& notes) {
    std::vector<const Record*> records;
    for (const Record& record : report.nearer) records.push_back(&record);
    records.push_back(&document.front_matter);
    for (const Record& record : report.farther) records.push_back(&record);
    Metadata metadata = metadata_from(records, notes);
    if (metadata.title.empty()) metadata.title = first_heading(document);
    if (metadata.title.empty()) {
        metadata.title = report.fallback_title.empty() ? report.source.name : report.fallback_title;
        notes.warning({}, "title-missing", {metadata.title});
    }
    if (!metadata.date)
        notes.warning(metadata.date_place, metadata.date_text.empty() ? "date-missing" : "date-unclear",
                      {metadata.date_text});
    if (!metadata.language) metadata.language = guess_language(document);
    return metadata;
}

/// Logos and ornaments of the sheet, behind the document's own pictures in the order of its pieces.
void add_pictures_of(const Sheet& sheet, const Metadata& metadata, const Folders& folders,
                     const VectorFonts& drawn, Pictures& pictures, Notes& notes) {
    const auto* form = metadata.element("form");
    Document ornaments;
    for (const Piece& piece : sheet.in(*metadata.language, form != nullptr ? form->front() : "").pieces)
        if (!piece.image.empty()) ornaments.images.emplace_back().path = piece.image;
    if (ornaments.images.empty()) return;
    Pictures own = load_pictures(ornaments, {folders.root, folders.root}, drawn, notes);
    for (Image& image : own.images) pictures.images.push_back(std::move(image));
    for (std::string& path : own.paths) pictures.paths.push_back(std::move(path));
}

std::vector<UsedImage> used_images(const Pictures& pictures) {
    std::map<std::string, Digest> by_path;
    for (std::size_t i = 0; i < pictures.images.size(); ++i)
        if (!pictures.paths[i].empty()) by_path[pictures.paths[i]] = pictures.images[i].digest;
    std::vector<UsedImage> used;
    for (auto& [path, digest] : by_path) used.push_back({path, digest});
    return used;
}

/// One digest over all images, in the order of their paths.
Digest digest_of(const std::vector<UsedImage>& images) {
    if (images.empty()) return {};
    std::string all;
    for (const UsedImage& image : images) all += image.path + "\n" + hex(image.digest) + "\n";
    return sha256(all);
}

/// One digest over the identities of the faces that the pages use.
Digest digest_of_faces(const Pages& pages, const Fonts& fonts) {
    std::set<std::string> identities;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape))
                identities.insert(hex(fonts.face(glyphs->face).identity));
    std::string all;
    for (const std::string& identity : identities) all += identity + "\n";
    return sha256(all);
}

Attachment source_attachment(const Report& report) {
    const auto slash = report.source.name.rfind('/');
    Attachment source;
    source.name = report.source.name == "-"
                      ? "report.md"
                      : report.source.name.substr(slash == std::string::npos ? 0 : slash + 1);
    source.media_type = "text/markdown";
    source.description = "Markdown source";
    source.bytes = report.source.bytes;
    return source;
}

Attachment sheet_attachment(const Source& sheet) {
    const auto slash = sheet.name.rfind('/');
    Attachment style;
    style.name = sheet.name.substr(slash == std::string::npos ? 0 : slash + 1);
    style.media_type = "application/yaml";
    style.description = "Style";
    style.relationship = Attachment::Relationship::supplement;
    style.bytes = sheet.bytes;
    return style;
}

/// Comments travel with the attached source, where anybody can read them.
void note_comments(const Document& document, const Metadata& metadata, Notes& notes) {
    if (metadata.attach == Attach::none) return;
    for (const Place& place : document.comments) notes.remark(place, "comment-published");
}

Attachment record_attachment(const BuildRecord& record) {
    Attachment attachment;
    attachment.name = build_record_name;
    attachment.media_type = "application/json";
    attachment.description = "Build record";
    attachment.relationship = Attachment::Relationship::supplement;
    attachment.bytes = text_of(record);
    return attachment;
}

/// A name tree holds each name once; a sheet may extend the shipped one of its own name.
void make_unique(std::vector<Attachment>& attachments) {
    std::set<std::string> used;
    for (Attachment& attachment : attachments) {
        const std::string name = attachment.name;
        const auto dot = std::min(name.rfind('.'), name.size());
        for (int i = 2; !used.insert(attachment.name).second; ++i)
            attachment.name = name.substr(0, dot) + "-" + std::to_string(i) + name.substr(dot);
    }
}

std::vector<Attachment> attachments_of(const Report& report, const Sheet& sheet, const Metadata& metadata,
                                       const BuildRecord& record) {
    std::vector<Attachment> all;
    if (metadata.attach == Attach::none) return all;
    all.push_back(source_attachment(report));
    for (const Source& source : sheet.sources) all.push_back(sheet_attachment(source));
    all.push_back(record_attachment(record));
    make_unique(all);
    return all;
}

}  // namespace

void run_parts_on_threads() { run_parts_by(run_parts); }

Published typeset(const Report& report, const std::function<const Sheet&(std::string_view)>& sheet_named,
                  const Fonts& fonts, const Subsets& subsets, const Publication& publication,
                  const Observer& observer) {
    Published published;
    Notes& notes = published.notes;
    Timings& timings = published.timings;
    StageClock clock;
    run_parts_on_threads();
    const Document document = parse(report.source, notes);
    show(observer.document, document);
    Metadata metadata = metadata_of(report, document, notes);
    timings.parse = clock.lap();
    published.metadata = metadata;
    published.stamps = publication.stamps;
    published.stamps.source = report.source.digest;
    if (notes.has_errors()) return published;

    const Sheet& sheet = sheet_named(metadata.style);
    const VectorFonts drawn = drawn_fonts(fonts);
    Pictures pictures = load_pictures(document, report.folders, drawn, notes);
    add_pictures_of(sheet, metadata, report.folders, drawn, pictures, notes);
    published.images = used_images(pictures);
    published.stamps.images = digest_of(published.images);
    timings.pictures = clock.lap();

    published.style = sheet.name;
    published.language = *metadata.language;
    published.stamps.style = sheet.digest;
    note_comments(document, metadata, notes);
    Styled styled = apply(sheet, document, std::move(pictures), std::move(metadata),
                          {hex(report.source.digest), publication.stamps.program}, notes);
    show(observer.styled, styled);
    timings.apply = clock.lap();

    Shaped shaped = shape(std::move(styled), fonts, notes);
    show(observer.shaped, shaped);
    timings.shape = clock.lap();
    Lines lines = break_lines(std::move(shaped), fonts, notes);
    show(observer.lines, lines);
    timings.lines = clock.lap();
    Pages pages = paginate(std::move(lines), fonts, notes);
    if (publication.shows_grid) show_grid(pages);
    show(observer.pages, pages);
    timings.pages = clock.lap();
    if (notes.has_errors()) return published;
    published.stamps.fonts = digest_of_faces(pages, fonts);
    Publication own = publication;
    own.stamps = published.stamps;
    own.attachments =
        attachments_of(report, sheet, pages.metadata, build_record(report, published.images, pages, fonts));
    published.pdf = write_pdf(pages, fonts, subsets, own);
    timings.pdf = clock.lap();
    return published;
}

}  // namespace hanqing
