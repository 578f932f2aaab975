// SPDX-License-Identifier: Apache-2.0
// Rerendering. The attachments are laid out as a small collection; the stamp of the program is taken from the
// file, so that another build of the program can still show that it gives the same pages.
#include "batch/rerender.hpp"

#include "base/file.hpp"
#include "batch/program.hpp"
#include "batch/workshop.hpp"
#include "build_record.hpp"
#include "pdf/compare.hpp"
#include "pdf/inspect.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;
using Answer = Rerendering::Answer;

constexpr std::size_t parts_told_max = 10;
constexpr std::uint64_t image_size_max = 256U << 20;

/// What the attachments of a file give back.
struct Parts {
    const Attachment* source = nullptr;
    std::vector<const Attachment*> sheets;
    std::optional<BuildRecord> record;
};

Parts parts_of(const Inspection& pdf) {
    Parts parts;
    for (const Attachment& a : pdf.attachments) {
        if (a.relationship == Attachment::Relationship::source && parts.source == nullptr) parts.source = &a;
        if (a.name == build_record_name) parts.record = build_record_from(a.bytes);
        if (a.media_type == "application/yaml") parts.sheets.push_back(&a);
    }
    return parts;
}

bool is_shipped(const Attachment& sheet) {
    const auto& shipped = shipped_sheets();
    return std::any_of(shipped.begin(), shipped.end(),
                       [&](const ShippedSheet& s) { return s.yaml == sheet.bytes; });
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

void lay_out(const std::string& work, const std::string& inside, std::string_view bytes) {
    const std::string path = work + "/" + inside;
    make_folders(folder_of(path));
    write_file(path, bytes);
}

/// The collection's own sheets; those that travel inside the program are there already.
void write_sheets(const Parts& parts, const std::string& styles, const std::string& work) {
    for (const Attachment* sheet : parts.sheets)
        if (!is_shipped(*sheet))
            lay_out(work, styles + "/" + sheet->name.substr(sheet->name.rfind('/') + 1), sheet->bytes);
}

void write_images(const Parts& parts, const ImageFinder& find, const std::string& work,
                  std::vector<RerenderReason>& missing) {
    for (const UsedImage& image : parts.record->images) {
        if (image.digest == Digest{}) continue;  // it was not there then either
        const auto bytes = find(image.path, image.digest);
        if (bytes)
            lay_out(work, image.path, *bytes);
        else
            missing.push_back({"rerender-image", {image.path}});
    }
}

Published make_again(const Parts& parts, const Stamps& stamps, const std::string& work,
                     const FontRequest& fonts) {
    Collection collection;
    collection.root = work;
    write_sheets(parts, collection.settings.styles, work);
    Workshop workshop(collection, fonts);
    Publication publication = workshop.publication();
    publication.stamps.program = stamps.program;
    publication.stamps.program_digest = stamps.program_digest;
    Notes notes;
    Report report;
    report.source = make_source(parts.record->source, parts.source->bytes, notes);
    if (!parts.record->over.map.empty()) report.nearer.push_back(parts.record->over);
    if (!parts.record->under.map.empty()) report.farther.push_back(parts.record->under);
    const std::string folder = folder_of(parts.record->source);
    make_folders(work + "/" + folder);
    report.folders = {work, folder.empty() ? work : work + "/" + folder};
    report.fallback_title = title_from_path(parts.record->source);
    return typeset(
        report, [&](std::string_view name) -> const Sheet& { return workshop.sheet(name); }, workshop.fonts(),
        workshop.subsets(), publication);
}

/// Faces that the file was made with and this machine did not use.
std::vector<RerenderReason> missing_faces(const BuildRecord& then, std::string_view again) {
    const Inspection pdf = inspect_pdf(again);
    const Parts parts = parts_of(pdf);
    std::vector<RerenderReason> missing;
    for (const UsedFace& face : then.faces)
        if (!parts.record || std::find(parts.record->faces.begin(), parts.record->faces.end(), face) ==
                                 parts.record->faces.end())
            missing.push_back({"rerender-font", {face.name, face.version}});
    return missing;
}

std::vector<RerenderReason> reasons_from(const std::vector<PdfPart>& parts) {
    std::vector<RerenderReason> reasons;
    for (const PdfPart& part : parts) {
        if (reasons.size() == parts_told_max) break;
        if (part.page != 0)
            reasons.push_back({"rerender-page", {std::to_string(part.page)}});
        else
            reasons.push_back({"rerender-part", {part.name}});
    }
    return reasons;
}

Rerendering compared(std::string_view pdf, std::string_view again, const BuildRecord& record,
                     const Stamps& stamps) {
    if (pdf == again) return {Answer::equal, {}};
    std::vector<RerenderReason> reasons = reasons_from(differing_parts(pdf, again));
    if (reasons.empty()) return {Answer::equal_inflated, {}};
    std::vector<RerenderReason> missing = missing_faces(record, again);
    if (stamps.program_digest != program().digest)
        missing.push_back({"rerender-program",
                           {stamps.program + " (" + hex(stamps.program_digest).substr(0, 12) + ")",
                            program().name + " (" + hex(program().digest).substr(0, 12) + ")"}});
    const Answer answer = missing.empty() ? Answer::different : Answer::not_possible;
    missing.insert(missing.end(), reasons.begin(), reasons.end());
    return {answer, std::move(missing)};
}

bool is_picture(const fs::path& path) {
    static const std::set<std::string> endings{".png",  ".jpg", ".jpeg", ".svg", ".gif",
                                               ".webp", ".bmp", ".tif",  ".tiff"};
    std::string ending = path.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return endings.contains(ending);
}

std::optional<std::string> read_picture(const fs::path& path) {
    boost::system::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error))) return std::nullopt;
    if (fs::file_size(path, error) > image_size_max || error) return std::nullopt;
    return read_file(path.string(), image_size_max);
}

/// Where each picture lies by what it holds; asked for only when one is not where it was.
std::map<Digest, fs::path> pictures_by_digest(const std::string& folder) {
    std::map<Digest, fs::path> found;
    boost::system::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && at != end; at.increment(error)) {
        if (!is_picture(at->path())) continue;
        if (const auto bytes = read_picture(at->path())) found.emplace(sha256(*bytes), at->path());
    }
    return found;
}

}  // namespace

ImageFinder images_below(const std::string& folder) {
    auto elsewhere = std::make_shared<std::optional<std::map<Digest, fs::path>>>();
    return [folder, elsewhere](const std::string& path, const Digest& digest) -> std::optional<std::string> {
        if (auto bytes = read_picture(fs::path(folder) / path); bytes && sha256(*bytes) == digest)
            return bytes;
        if (!*elsewhere) *elsewhere = pictures_by_digest(folder);
        const auto found = (*elsewhere)->find(digest);
        return found == (*elsewhere)->end() ? std::nullopt : read_picture(found->second);
    };
}

Rerendering rerender(std::string_view pdf, const ImageFinder& find_image, const FontRequest& fonts,
                     const std::string& work) {
    const Inspection inspection = inspect_pdf(pdf);
    if (!inspection.stamps) return {Answer::not_possible, {{"rerender-foreign", {}}}};
    const Parts parts = parts_of(inspection);
    if (parts.source == nullptr || !parts.record) return {Answer::not_possible, {{"rerender-bare", {}}}};
    if (sha256(parts.source->bytes) != inspection.stamps->source)
        return {Answer::different, {{"rerender-source", {}}}};
    std::vector<RerenderReason> missing;
    write_images(parts, find_image, work, missing);
    if (!missing.empty()) return {Answer::not_possible, std::move(missing)};
    try {
        const Published again = make_again(parts, *inspection.stamps, work, fonts);
        if (again.pdf.bytes.empty()) return {Answer::different, {{"rerender-refused", {"-"}}}};
        return compared(pdf, again.pdf.bytes, *parts.record, *inspection.stamps);
    } catch (const Failure& failure) {
        if (failure.id() == "no-fonts") throw;
        return {Answer::different, {{"rerender-refused", {failure.id()}}}};
    }
}

}  // namespace hanqing
