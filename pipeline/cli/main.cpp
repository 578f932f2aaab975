// SPDX-License-Identifier: Apache-2.0
// The program: options in, exit status out; the last catch of everything.
#include "cli/commands.hpp"

#include <clocale>
#include <cstdio>
#include <exception>
#include <map>
#include <new>
#include <string>
#include <system_error>

namespace hanqing {
namespace {

using Run = Exit (*)(Bench&);

const std::map<std::string, Run>& runs() {
    static const std::map<std::string, Run> table{
        {"render", run_render},   {"build", run_build}, {"check", run_check},   {"watch", run_watch},
        {"pack", run_pack},       {"seal", run_seal},   {"verify", run_verify}, {"prove", run_prove},
        {"inspect", run_inspect}, {"fonts", run_fonts},
    };
    return table;
}

/// A failure is told while signals are still awaited.
Exit run_command(const Options& options, Screen& screen) {
    Interrupts interrupts;
    Bench bench{options, screen, interrupts};
    Exit status = Exit::well;
    try {
        status = runs().at(options.command)(bench);
    } catch (const Failure& failure) {
        screen.tell(failure);
        status = exit_of(failure);
    }
    screen.tell_rest();
    return interrupts.stop() ? Exit::interrupted : worse(status, screen.exit_so_far());
}

Exit run(const Options& options) {
    Screen screen(options);
    try {
        return run_command(options, screen);
    } catch (const std::system_error& error) {  // no more threads
        screen.tell(Failure("system-refused", {error.what()}));
    } catch (const std::bad_alloc&) {
        screen.tell(Failure("memory-refused"));
    } catch (const std::exception& error) {
        screen.tell(Failure("library-failure", {error.what()}));
    }
    return Exit::refused;
}

}  // namespace
}  // namespace hanqing

int main(int argc, char** argv) {
    // For libraries that ask the C library how file names are encoded; our own words never do.
    if (std::setlocale(LC_ALL, "C.UTF-8") == nullptr) std::setlocale(LC_ALL, "C");
    const hanqing::Parsed parsed = hanqing::parse_options(argc, argv);
    if (parsed.finished) {
        std::FILE* to = parsed.status == 0 ? stdout : stderr;
        const bool written = std::fputs(parsed.text.c_str(), to) >= 0 && std::fflush(to) == 0;
        return written ? parsed.status : static_cast<int>(hanqing::Exit::refused);
    }
    return static_cast<int>(hanqing::run(parsed.options));
}
