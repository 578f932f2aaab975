// SPDX-License-Identifier: Apache-2.0
// hanqing fonts: which face serves which role, and what is missing.
#include "batch/make.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/request.hpp"

#include <fmt/format.h>

namespace hanqing {
namespace {

struct FaceRow {
    std::string role, script, face, version, file;
};

struct FaceTable {
    std::vector<FaceRow> rows;
    std::vector<std::pair<std::string, std::string>> substituted;  ///< Role, "wanted → used".
};

FaceTable table_of(const Sheet& sheet, Language language, const Fonts& fonts) {
    FaceTable table;
    for (const FaceRole& role : sheet.roles) {
        const Fonts::RoleFaces& faces = fonts.faces_of(role, language);
        const auto add = [&](const char* script, FaceId id) {
            if (id == no_face) return;
            const Face& face = fonts.face(id);
            table.rows.push_back({role.name, script, face.postscript_name, face.version, face.file});
        };
        add("han", faces.han);
        add("latin", faces.latin);
        add("digits", faces.digits);
        for (const FaceId id : faces.fallback) add("fallback", id);
        for (const std::string& wish : faces.substituted) table.substituted.emplace_back(role.name, wish);
    }
    return table;
}

void print(Bench& bench, const FaceTable& table) {
    std::string text;
    for (const FaceRow& row : table.rows)
        text += fmt::format("{:<12} {:<9} {:<36} {}\n", row.role, row.script, row.face, row.file);
    Screen::output(text);
    for (const auto& [role, wish] : table.substituted) bench.screen.remark("fonts-substituted", {role, wish});
}

std::string json_of(const FaceTable& table) {
    std::vector<std::string> rows, missing;
    for (const FaceRow& row : table.rows)
        rows.push_back(fmt::format(
            "{{{},{},{},{},{}}}", json_member("role", json_text(row.role)),
            json_member("script", json_text(row.script)), json_member("face", json_text(row.face)),
            json_member("version", json_text(row.version)), json_member("file", json_text(row.file))));
    for (const auto& [role, wish] : table.substituted)
        missing.push_back(fmt::format("{{{},{}}}", json_member("role", json_text(role)),
                                      json_member("wanted", json_text(wish))));
    return json_answer("fonts", {json_member("faces", fmt::format("[{}]", fmt::join(rows, ",\n"))),
                                 json_member("missing", fmt::format("[{}]", fmt::join(missing, ",\n")))});
}

}  // namespace

Exit run_fonts(Bench& bench) {
    const Options& options = bench.options;
    const bool one = !options.paths.empty();
    const FoundReport found =
        one ? find_report(options.paths.front()) : FoundReport{collection_root("."), ""};
    const Collection collection = one ? open_around(found.root, found.path) : open_collection(found.root);
    Workshop workshop(collection, font_request(options));
    std::string style;
    Language language = Language::zh_hans;
    if (one) {
        const Made made = make(collection, found.path, workshop);
        bench.screen.tell(made.outcome.findings);
        style = made.outcome.style;
        language = language_from_tag(made.outcome.language).value_or(language);
    } else if (const Value* chosen = collection.settings.defaults.find("style")) {
        style = chosen->text;
    }
    bench.screen.tell(workshop.findings());
    const FaceTable table = table_of(workshop.sheet(style).in(language), language, workshop.fonts());
    if (options.json)
        Screen::output(json_of(table));
    else
        print(bench, table);
    return Exit::well;
}

}  // namespace hanqing
