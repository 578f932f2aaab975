// SPDX-License-Identifier: Apache-2.0
// The command line by CLI11. One table of options; each command names those it takes.
#include "cli/options.hpp"

#include "cli/version.hpp"
#include "cli/words.hpp"

#include <CLI/CLI.hpp>

#include <map>

namespace hanqing {
namespace {

struct Command {
    const char* name;
    const char* positional;  ///< Shown name of its paths; a trailing * takes any number, ? none or one.
    const char* options;     ///< Names of its options, blanks between.
};

constexpr const char* making = "font-path ignore-system-fonts";

constexpr Command commands[] = {
    {"render", "REPORT.md", "output style metadata show-grid"},
    {"build", "COLLECTION?", "year only jobs force cache cache-size accept-fonts"},
    {"check", "PATH*", "layout"},
    {"watch", "COLLECTION?", "only jobs"},
    {"pack", "COLLECTION?",
     "year* date dry-run key passphrase-fd unsigned tsq correct allow-missing withdraw "
     "repair zip"},
    {"seal", "SEAL", "signature cert tsq tsr hand-over dispose approved-by key passphrase-fd date"},
    {"verify", "PATH*", "key require-signature tsa sample audit proof seal report date rerender"},
    {"prove", "SEAL RECORD", "output"},
    {"inspect", "FILE", "stage timings extract"},
    {"fonts", "REPORT.md?", ""},
};

/// Adds one option of this name to a command.
using Adder = void (*)(CLI::App&, Options&, const std::string& help);

const std::map<std::string, Adder>& adders() {
    static const std::map<std::string, Adder> table{
        {"output",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_option("-o,--output", o.output, h); }},
        {"style", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--style", o.style, h); }},
        {"metadata",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("-M,--metadata", o.metadata, h)->type_name("KEY=VALUE");
         }},
        {"font-path",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--font-path", o.font_path, h); }},
        {"ignore-system-fonts",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_flag("--ignore-system-fonts", o.ignore_system_fonts, h);
         }},
        {"year", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--year", o.year, h); }},
        {"year*", [](CLI::App& a, Options& o,
                     const std::string& h) { a.add_option("--year", o.year, h)->required(); }},
        {"only", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--only", o.only, h); }},
        {"jobs",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("-j,--jobs", o.jobs, h)->check(CLI::Range(1, 1024));
         }},
        {"force", [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--force", o.force, h); }},
        {"cache", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--cache", o.cache, h); }},
        {"cache-size", [](CLI::App& a, Options& o,
                          const std::string& h) { a.add_option("--cache-size", o.cache_size, h); }},
        {"show-grid",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--show-grid", o.show_grid, h); }},
        {"accept-fonts", [](CLI::App& a, Options& o,
                            const std::string& h) { a.add_flag("--accept-fonts", o.accept_fonts, h); }},
        {"layout",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--layout", o.layout, h); }},
        {"date", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--date", o.date, h); }},
        {"dry-run",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("-n,--dry-run", o.dry_run, h); }},
        {"key", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--key", o.keys, h); }},
        {"unsigned",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--unsigned", o.unsigned_seal, h); }},
        {"tsq",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--tsq", o.timestamp_query, h); }},
        {"correct",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--correct", o.correction, h)->type_name("REASON");
         }},
        {"allow-missing", [](CLI::App& a, Options& o,
                             const std::string& h) { a.add_option("--allow-missing", o.allow_missing, h); }},
        {"withdraw",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--withdraw", o.withdraw, h)->type_name("LIST");
         }},
        {"zip", [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--zip", o.zip, h); }},
        {"passphrase-fd",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--passphrase-fd", o.passphrase_descriptor, h)->check(CLI::Range(0, 1023));
         }},
        {"repair",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--repair", o.repair, h)->check(CLI::Range(1, 100));
         }},
        {"signature",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--signature", o.signature, h); }},
        {"cert",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--cert", o.certificate, h); }},
        {"tsr", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--tsr", o.reply, h); }},
        {"hand-over",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--hand-over", o.successor, h)->type_name("PUBLIC");
         }},
        {"dispose",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--dispose", o.disposal, h)->type_name("REASON");
         }},
        {"approved-by",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--approved-by", o.approval, h)->type_name("WHO");
         }},
        {"require-signature",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_flag("--require-signature", o.require_signature, h);
         }},
        {"rerender",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--rerender", o.rerender, h); }},
        {"tsa", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--tsa", o.authority, h); }},
        {"sample", [](CLI::App& a, Options& o,
                      const std::string& h) { a.add_option("--sample", o.sample, h)->type_name("N/T"); }},
        {"audit", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--audit", o.audit, h); }},
        {"report",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--report", o.report, h); }},
        {"proof", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--proof", o.proof, h); }},
        {"seal", [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--seal", o.seal, h); }},
        {"stage",
         [](CLI::App& a, Options& o, const std::string& h) {
             a.add_option("--stage", o.stage, h)
                 ->check(CLI::IsMember({"document", "text", "styled", "shaped", "lines", "pages", "pdf"}));
         }},
        {"timings",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_flag("--timings", o.timings, h); }},
        {"extract",
         [](CLI::App& a, Options& o, const std::string& h) { a.add_option("--extract", o.extract, h); }},
    };
    return table;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string help(const std::string& id, Tongue tongue) { return say("help-" + id, {}, tongue); }

void add_paths(CLI::App& app, const Command& command, Options& options) {
    std::string name = command.positional;
    const char last = name.back();
    if (last == '*' || last == '?') name.pop_back();
    const int count = static_cast<int>(words_of(name).size());
    CLI::Option* paths =
        app.add_option("paths", options.paths, help("paths", options.tongue))->type_name(name);
    if (last == '*')
        paths->required();
    else if (last == '?')
        paths->expected(0, 1);
    else
        paths->required()->expected(count);
}

/// Options that every command takes, before or after its name.
void add_common(CLI::App& app, Options& o, std::string& language) {
    static const std::map<std::string, Colouring> colours{
        {"auto", Colouring::automatic}, {"always", Colouring::always}, {"never", Colouring::never}};
    const Tongue t = o.tongue;
    app.add_flag("--json", o.json, help("json", t));
    app.add_option("--lang", language, help("lang", t))->check(CLI::IsMember({"zh", "en"}));
    app.add_option("--color", o.colour, help("color", t))
        ->transform(CLI::CheckedTransformer(colours))
        ->type_name("auto|always|never")
        ->option_text("auto|always|never");
    app.add_flag("-q,--quiet", o.quiet, help("quiet", t));
    app.add_flag("-v,--verbose", o.verbose, help("verbose", t));
    app.add_flag("--fail-if-warnings", o.fail_if_warnings, help("fail-if-warnings", t));
}

void add_command(CLI::App& app, const Command& command, Options& options) {
    CLI::App* sub = app.add_subcommand(command.name, help(command.name, options.tongue));
    sub->set_help_flag("-h,--help", help("help", options.tongue));
    sub->fallthrough();
    add_paths(*sub, command, options);
    const bool makes =
        std::string_view("render build check watch pack verify inspect fonts").find(command.name) !=
        std::string_view::npos;
    for (const std::string& name :
         words_of(std::string(command.options) + (makes ? std::string(" ") + making : ""))) {
        const std::string id = name.back() == '*' ? name.substr(0, name.size() - 1) : name;
        const std::string own = id + "-" + command.name;  // "seal" means another thing to verify than to seal
        adders().at(name)(
            *sub, options,
            wording_of("help-" + own) != nullptr ? help(own, options.tongue) : help(id, options.tongue));
    }
    sub->callback([&options, name = command.name] { options.command = name; });
}

/// --lang decides how help is worded, so it is looked for before anything is parsed.
std::string language_asked(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word.starts_with("--lang=")) return std::string(word.substr(7));
        if (word == "--lang" && i + 1 < argc) return argv[i + 1];
    }
    return "";
}

/// Every option and command under a heading in the user's language.
void translate_groups(CLI::App& app, Tongue tongue) {
    for (CLI::Option* option : app.get_options())
        option->group(say(option->get_positional() ? "label-Positionals" : "label-Options", {}, tongue));
    for (CLI::App* command : app.get_subcommands({})) {
        command->group(say("label-Subcommands", {}, tongue));
        translate_groups(*command, tongue);
    }
}

void translate(CLI::App& app, Tongue tongue) {
    const auto formatter = app.get_formatter();
    for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "POSITIONALS", "Positionals",
                              "REQUIRED", "TEXT", "INT", "UINT"})
        if (wording_of(std::string("label-") + label) != nullptr)
            formatter->label(label, say(std::string("label-") + label, {}, tongue));
    formatter->column_width(34);
}

std::string wrong_usage(const CLI::App& app, const CLI::ParseError& error, Tongue tongue) {
    const std::vector<std::string> rest = app.remaining(true);
    const std::string what = error.what();  // ends in the argument; a subcommand keeps none as remaining
    const std::string unknown = rest.empty() ? what.substr(what.rfind(' ') + 1) : rest.front();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
        return say("usage-unknown", {shown(unknown)}, tongue);
    if (error.get_name() == "RequiredError") return say("usage-missing", {shown(error.what())}, tongue);
    return say("usage-value", {shown(error.what())}, tongue);
}

}  // namespace

Parsed parse_options(int argc, const char* const* argv) {
    Parsed parsed;
    std::string language = language_asked(argc, argv);
    Options& options = parsed.options;
    options.tongue = choose_tongue(language);
    CLI::App app(help("program", options.tongue), "hanqing");
    app.set_help_flag("-h,--help", help("help", options.tongue));
    app.set_version_flag(
        "--version", [&] { return version_text(options.tongue); }, help("version", options.tongue));
    app.require_subcommand(1);
    app.option_defaults()->always_capture_default(false);
    translate(app, options.tongue);
    add_common(app, options, language);
    for (const Command& command : commands) add_command(app, command, options);
    translate_groups(app, options.tongue);
    app.footer(help("footer", options.tongue));
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        parsed.text = chosen.empty() ? app.help() : chosen.front()->help();
        parsed.finished = true;
    } catch (const CLI::CallForVersion& version) {
        parsed.text = std::string(version.what()) + "\n";
        parsed.finished = true;
    } catch (const CLI::ParseError& error) {
        parsed.text = wrong_usage(app, error, options.tongue);
        parsed.finished = true;
        parsed.status = 2;
    }
    return parsed;
}

}  // namespace hanqing
