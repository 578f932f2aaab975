// SPDX-License-Identifier: Apache-2.0
// The passphrase of a key: from a descriptor (--passphrase-fd), from the file that HANQING_PASSPHRASE_FILE
// names, or asked for on the terminal without echo. Never from the command line, which everybody can read.
#pragma once

#include "archive/keys.hpp"

#include <optional>

namespace hanqing {

/// Each encrypted key takes the next line of the descriptor. Failure "key-passphrase" {path} when there is
/// nobody to ask.
AskPassphrase passphrase_from(std::optional<int> descriptor);

}  // namespace hanqing
