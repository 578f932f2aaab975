// SPDX-License-Identifier: Apache-2.0
// The program's identity out of what CMake wrote down.
#include "batch/program.hpp"

#include "hanqing_identity.hpp"

namespace hanqing {

const Program& program() {
    static const Program self{std::string("Hanqing ") + identity::version, identity::version,
                              digest_from_hex(identity::digest).value_or(Digest{}), identity::libraries};
    return self;
}

}  // namespace hanqing
