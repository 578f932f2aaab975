// SPDX-License-Identifier: Apache-2.0
// Showing a PDF.
#include "cli/show_pdf.hpp"

#include "base/file.hpp"
#include "batch/output_name.hpp"
#include "cli/json.hpp"
#include "cli/words.hpp"
#include "pdf/inspect.hpp"

#include <fmt/format.h>

#include <set>

namespace hanqing {
namespace {

std::string yes_no(bool value) { return value ? "yes" : "no"; }

std::string text_of(const Inspection& pdf) {
    std::string text = fmt::format("{:<18}{}\n{:<18}{}\n{:<18}{}\n{:<18}{}\n", "version", pdf.version,
                                   "claim", pdf.claim, "pages", pdf.page_count, "language", pdf.language);
    for (const auto& [key, value] : pdf.information) text += fmt::format("{:<18}{}\n", key, shown(value));
    for (const XmpProperty& property : pdf.properties)
        for (const std::string& value : property.values)
            text += fmt::format("{:<34}{}\n", property.name, shown(value));
    for (const EmbeddedFont& font : pdf.fonts)
        text += fmt::format("{:<18}{} {} embedded={} subset={} unicode={}\n", "font", font.name, font.kind,
                            yes_no(font.embedded), yes_no(font.subset), yes_no(font.has_unicode));
    for (const Attachment& attachment : pdf.attachments)
        text += fmt::format("{:<18}{} {} {} {}\n", "attachment", shown(attachment.name),
                            attachment.media_type, attachment.bytes.size(), hex(sha256(attachment.bytes)));
    for (const std::string& title : pdf.outline) text += fmt::format("{:<18}{}\n", "outline", shown(title));
    for (const std::string& fault : pdf.faults) text += fmt::format("{:<18}{}\n", "fault", shown(fault));
    return text + (pdf.tags.empty() ? "" : "tags\n" + pdf.tags);
}

std::string strings(const std::vector<std::string>& list) {
    std::vector<std::string> items;
    for (const std::string& item : list) items.push_back(json_text(item));
    return fmt::format("[{}]", fmt::join(items, ","));
}

std::string json_of(const Inspection& pdf) {
    std::vector<std::string> information, properties, fonts, attachments;
    for (const auto& [key, value] : pdf.information)
        information.push_back(json_member(key, json_text(value)));
    for (const XmpProperty& p : pdf.properties) properties.push_back(json_member(p.name, strings(p.values)));
    for (const EmbeddedFont& f : pdf.fonts)
        fonts.push_back(fmt::format(
            "{{{},{},\"embedded\":{},\"subset\":{},\"unicode\":{}}}", json_member("name", json_text(f.name)),
            json_member("kind", json_text(f.kind)), f.embedded, f.subset, f.has_unicode));
    for (const Attachment& a : pdf.attachments)
        attachments.push_back(fmt::format("{{{},{},\"size\":{},{}}}", json_member("name", json_text(a.name)),
                                          json_member("media_type", json_text(a.media_type)), a.bytes.size(),
                                          json_member("digest", json_text(hex(sha256(a.bytes))))));
    return fmt::format(
        "{{{},{},\"pages\":{},{},\"information\":{{{}}},\"properties\":{{{}}},\"fonts\":[{}],\"attachments\":"
        "[{}],{},{},{}}}",
        json_member("version", json_text(pdf.version)), json_member("claim", json_text(pdf.claim)),
        pdf.page_count, json_member("language", json_text(pdf.language)), fmt::join(information, ","),
        fmt::join(properties, ","), fmt::join(fonts, ","), fmt::join(attachments, ","),
        json_member("outline", strings(pdf.outline)), json_member("tags", json_text(pdf.tags)),
        json_member("faults", strings(pdf.faults)));
}

/// Names inside a PDF are hostile: only their last part counts, made safe, and no two are the same file.
void extract(const Inspection& pdf, const std::string& folder, Screen& screen) {
    make_folders(folder);
    std::set<std::string> used;
    for (const Attachment& attachment : pdf.attachments) {
        const auto slash = attachment.name.find_last_of("/\\");
        std::string name = portable_name(attachment.name.substr(slash == std::string::npos ? 0 : slash + 1));
        for (int i = 2; !used.insert(name).second; ++i) name = std::to_string(i) + "-" + name;
        write_file(folder + "/" + name, attachment.bytes);
        screen.remark("extracted", {folder + "/" + name});
    }
}

}  // namespace

std::string pdf_text(std::string_view pdf) { return text_of(inspect_pdf(pdf)); }

Exit show_pdf(Bench& bench, const std::string& path) {
    if (!bench.options.stage.empty() || bench.options.timings) throw Failure("usage-inspect-pdf");
    const Inspection pdf = inspect_pdf(read_file(path, pdf_size_max));
    if (!bench.options.extract.empty()) extract(pdf, bench.options.extract, bench.screen);
    if (bench.options.json)
        Screen::output(json_answer("inspect", {json_member("pdf", json_of(pdf))}));
    else if (bench.options.extract.empty())
        Screen::output(text_of(pdf));
    return Exit::well;
}

}  // namespace hanqing
