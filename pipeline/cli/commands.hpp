// SPDX-License-Identifier: Apache-2.0
// The commands, one file each. main.cpp catches what they throw.
#pragma once

#include "cli/interrupts.hpp"
#include "cli/options.hpp"
#include "cli/screen.hpp"

namespace hanqing {

/// What every command is given.
struct Bench {
    const Options& options;
    Screen& screen;
    Interrupts& interrupts;
};

Exit run_render(Bench& bench);
Exit run_build(Bench& bench);
Exit run_check(Bench& bench);
Exit run_watch(Bench& bench);
Exit run_pack(Bench& bench);
Exit run_seal(Bench& bench);
Exit run_verify(Bench& bench);
Exit run_prove(Bench& bench);
Exit run_inspect(Bench& bench);
Exit run_fonts(Bench& bench);

}  // namespace hanqing
