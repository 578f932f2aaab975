// SPDX-License-Identifier: Apache-2.0
// hanqing render: one report, from a file or standard input.
#include "base/file.hpp"
#include "batch/make.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/request.hpp"

#include <boost/filesystem.hpp>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace hanqing {
namespace {

constexpr const char* standard_name =
    "report.md";  ///< What a report from standard input is called inside its PDF.

std::string read_standard_input() {
    std::string bytes;
    std::array<char, 65536> block{};
    while (true) {
        const ssize_t got = ::read(0, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Failure("read-file", {"-", std::strerror(errno)});
        if (got == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(got));
        if (bytes.size() > source_size_max)
            throw Failure("file-too-large",
                          {"-", std::to_string(bytes.size()), std::to_string(source_size_max)});
    }
}

std::string default_output(const std::string& path) {
    if (path == "-") return "-";
    const auto slash = path.rfind('/');
    return (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + stem(path) + ".pdf";
}

Made make_asked(const Options& options, const std::string& path) {
    const bool standard = path == "-";
    const FoundReport found = find_report(standard ? std::string("./") + standard_name : path);
    const Collection collection = open_around(found.root, found.path);
    const Record nearer = command_line_record(options);
    const Record* record = nearer.map.empty() ? nullptr : &nearer;
    Workshop workshop(collection, font_request(options));
    if (options.show_grid) workshop.show_grid();
    Made made = standard ? make(collection, found.path, read_standard_input(), workshop, record)
                         : make(collection, found.path, workshop, record);
    std::vector<Finding> all = collection.findings;
    for (Finding& finding : workshop.findings()) all.push_back(std::move(finding));
    for (Finding& finding : made.outcome.findings) all.push_back(std::move(finding));
    if (standard)
        for (Finding& finding : all)
            if (finding.file == found.path) finding.file = "-";
    made.outcome.findings = std::move(all);
    return made;
}

}  // namespace

Exit run_render(Bench& bench) {
    const Options& options = bench.options;
    const std::string& path = options.paths.front();
    const std::string output = options.output.empty() ? default_output(path) : options.output;
    if (output == "-" && options.json) throw Failure("usage-json-output");
    if (output == "-" && ::isatty(1) != 0) throw Failure("usage-terminal");
    boost::system::error_code error;
    if (output != "-" && path != "-" && boost::filesystem::equivalent(path, output, error))
        throw Failure("usage-same-file", {output});
    const auto slash = output.rfind('/');
    bench.interrupts.sweep_at_end(slash == std::string::npos ? "." : output.substr(0, slash + 1));

    const Made made = make_asked(options, path);
    bench.screen.tell(made.outcome.findings);
    if (made.outcome.status == Status::built) {
        if (output == "-")
            Screen::output(made.pdf);
        else
            write_file(output, made.pdf);
    }
    if (options.json)
        Screen::output(json_answer(
            "render",
            {json_member("output", json_text(output)),
             json_member("report", json_report(made.outcome,
                                               made.outcome.status == Status::built ? Way::made : Way::failed,
                                               options.tongue))}));
    else if (made.outcome.status == Status::built && output != "-")
        bench.screen.remark("rendered", {output, std::to_string(made.outcome.pages)});
    return exit_of(made.outcome);
}

}  // namespace hanqing
