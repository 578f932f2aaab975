// SPDX-License-Identifier: Apache-2.0
// What a writing system is called where none of its letters can be shown.
#pragma once

#include <string>

namespace hanqing {

/// "Mongolian" for a letter of it; empty for Han, which are missed one by one, and for signs of no script.
std::string script_in_letters(char32_t c);

}  // namespace hanqing
