// SPDX-License-Identifier: Apache-2.0
// argv -> Options. The table of commands and options in options.cpp is also what `--help` shows.
#pragma once

#include "cli/tongue.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hanqing {

enum class Colouring : std::uint8_t { automatic, always, never };

/// Everything that may be asked on the command line; a command reads what concerns it.
struct Options {
    std::string command;  ///< "build"; empty: nothing to do, `text` says it all.
    std::vector<std::string> paths;

    Tongue tongue = Tongue::english;
    bool json = false, quiet = false, fail_if_warnings = false;
    int verbose = 0;
    Colouring colour = Colouring::automatic;

    std::string output, style;
    std::vector<std::string> metadata;  ///< KEY=VALUE
    std::vector<std::string> font_path;
    bool ignore_system_fonts = false;

    std::optional<std::int32_t> year;
    std::vector<std::string> only;
    unsigned jobs = 0;
    bool force = false, accept_fonts = false;
    std::string cache, cache_size;

    bool layout = false, timings = false, show_grid = false;
    std::string stage, extract;

    std::string date, correction, allow_missing, withdraw, authority;
    bool dry_run = false, unsigned_seal = false, timestamp_query = false, zip = false;
    std::optional<int> passphrase_descriptor;
    std::uint32_t repair = 0;
    std::vector<std::string> keys;
    std::string signature, certificate, reply;
    std::string disposal, approval, successor;  ///< --dispose REASON, --approved-by WHO, --hand-over KEY
    bool require_signature = false, rerender = false;
    std::string sample, audit, proof, seal, report;
};

struct Parsed {
    Options options;
    int status = 0;         ///< 2: wrong usage.
    std::string text;       ///< Help or version for standard output, or what was wrong.
    bool finished = false;  ///< `text` is all there is to do.
};

Parsed parse_options(int argc, const char* const* argv);

}  // namespace hanqing
