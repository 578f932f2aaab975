// SPDX-License-Identifier: Apache-2.0
// hanqing inspect: shows, never judges. A report stage by stage; of a PDF what it says about itself.
#include "base/file.hpp"
#include "batch/make.hpp"
#include "cli/commands.hpp"
#include "cli/show_pdf.hpp"
#include "cli/json.hpp"
#include "cli/request.hpp"
#include "lines/lines.hpp"
#include "pages/pages.hpp"
#include "read/plain_text.hpp"
#include "shape/shaped.hpp"

#include <fmt/format.h>

namespace hanqing {
namespace {

bool is_pdf(const std::string& path) { return read_file(path, pdf_size_max).compare(0, 5, "%PDF-") == 0; }

/// Remembers how one stage describes its value.
template <typename Value>
std::function<void(const Value&)> describing(const std::string& wanted, const char* stage, std::string& to) {
    if (wanted != stage) return {};
    return [&to](const Value& value) { to = describe(value); };
}

std::string timings_text(const Timings& t) {
    std::string text;
    const auto add = [&](const char* stage, double seconds) {
        text += fmt::format("{:<10}{:>10.3f} ms\n", stage, seconds * 1000);
    };
    add("parse", t.parse);
    add("pictures", t.pictures);
    add("apply", t.apply);
    add("shape", t.shape);
    add("lines", t.lines);
    add("pages", t.pages);
    add("pdf", t.pdf);
    add("sum", t.parse + t.pictures + t.apply + t.shape + t.lines + t.pages + t.pdf);
    return text;
}

std::string timings_json(const Timings& t) {
    return fmt::format(R"({{"parse":{},"pictures":{},"apply":{},"shape":{},"lines":{},"pages":{},"pdf":{}}})",
                       t.parse, t.pictures, t.apply, t.shape, t.lines, t.pages, t.pdf);
}

/// What the report turned out to be: its metadata and what it was made from.
std::string facts(const Outcome& o) {
    std::string text;
    for (const auto& [key, value] : o.metadata) text += fmt::format("{:<18}{}\n", key, value);
    text += fmt::format("{:<18}{}\n{:<18}{}\n{:<18}{}\n{:<18}{}\n", "language", o.language, "style", o.style,
                        "pages", o.pages, "source-digest", hex(o.source_digest));
    for (const UsedImage& image : o.images)
        text += fmt::format("{:<18}{} {}\n", "image", image.path,
                            image.digest == Digest{} ? "-" : hex(image.digest));
    return text;
}

Exit inspect_report(Bench& bench, const std::string& path) {
    const Options& options = bench.options;
    if (!options.extract.empty()) throw Failure("usage-extract");
    const FoundReport found = find_report(path);
    const Collection collection = open_around(found.root, found.path);
    Workshop workshop(collection, font_request(options));
    std::string stage;
    Observer observer;
    observer.document = describing<Document>(options.stage, "document", stage);
    if (options.stage == "text")
        observer.document = [&stage](const Document& document) { stage = text_lines(document); };
    observer.styled = describing<Styled>(options.stage, "styled", stage);
    observer.shaped = describing<Shaped>(options.stage, "shaped", stage);
    observer.lines = describing<Lines>(options.stage, "lines", stage);
    observer.pages = describing<Pages>(options.stage, "pages", stage);
    const Made made = make(collection, found.path, workshop, nullptr, observer);
    bench.screen.tell(collection.findings);
    bench.screen.tell(workshop.findings());
    bench.screen.tell(made.outcome.findings);
    if (options.stage == "pdf" && !made.pdf.empty()) stage = pdf_text(made.pdf);
    if (options.json) {
        std::vector<std::string> members{
            json_member("report", json_report(made.outcome, Way::made, options.tongue))};
        if (!options.stage.empty()) members.push_back(json_member("stage", json_text(stage)));
        if (options.timings) members.push_back(json_member("timings", timings_json(made.timings)));
        Screen::output(json_answer("inspect", members));
        return exit_of(made.outcome);
    }
    if (options.stage.empty() && !options.timings) stage = facts(made.outcome);
    Screen::output(stage);
    if (options.timings) Screen::output(timings_text(made.timings));
    return exit_of(made.outcome);
}

}  // namespace

Exit run_inspect(Bench& bench) {
    const std::string& path = bench.options.paths.front();
    return is_pdf(path) ? show_pdf(bench, path) : inspect_report(bench, path);
}

}  // namespace hanqing
