// SPDX-License-Identifier: Apache-2.0
// The program's own identity in words.
#include "cli/version.hpp"

#include "batch/program.hpp"
#include "cli/words.hpp"

namespace hanqing {

std::string version_text(Tongue tongue) {
    const Program& self = program();
    std::string text = self.name + "\n" + say("version-digest", {hex(self.digest)}, tongue) + "\n" +
                       say("version-libraries", {}, tongue);
    for (const LibraryVersion& library : self.libraries)
        text += "\n  " + std::string(library.name) + " " + std::string(library.version);
    return text;
}

}  // namespace hanqing
