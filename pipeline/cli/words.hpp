// SPDX-License-Identifier: Apache-2.0
// A name and its arguments -> a sentence in the user's language.
#pragma once

#include "cli/tongue.hpp"
#include "cli/wording.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// All tables, in the order of the stages.
std::vector<std::span<const Wording>> all_wording();

/// The entry of this name, or null.
const Wording* wording_of(std::string_view id);

/// The sentence with its arguments filled in, and what to do (may be empty). A name that no table has is
/// shown with its arguments, so that nothing is ever swallowed.
struct Sentence {
    std::string what, hint;
};
Sentence sentence(std::string_view id, const std::vector<std::string>& arguments, Tongue tongue);
/// The first part alone.
std::string say(std::string_view id, const std::vector<std::string>& arguments, Tongue tongue);

/// "{0} of {1}" with arguments in place; a number without an argument vanishes.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

/// Text from documents and file names, harmless on a terminal: control, bidi and invisible characters, and
/// bytes that are not UTF-8, become visible escapes.
std::string shown(std::string_view text);

/// The system's own reasons ("No space left on device") in Chinese; other text as it is.
std::string reason(std::string_view text, Tongue tongue);

}  // namespace hanqing
