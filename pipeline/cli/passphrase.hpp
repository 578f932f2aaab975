// SPDX-License-Identifier: Apache-2.0
// The passphrase of a key: asked for on the terminal, without echo, or taken from HANQING_PASSPHRASE_FILE.
#pragma once

#include <string>

namespace hanqing {

/// Failure "key-passphrase" {path} when there is nobody to ask.
std::string ask_passphrase(const std::string& path);

}  // namespace hanqing
