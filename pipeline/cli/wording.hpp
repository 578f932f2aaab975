// SPDX-License-Identifier: Apache-2.0
// Wording: the one place where names of notes and failures become sentences, in Chinese and English side by
// side.
#pragma once

#include <span>
#include <string_view>

namespace hanqing {

/// {0}, {1}… stand for the arguments. A hint says what to do and may be empty.
struct Wording {
    std::string_view id;
    std::string_view chinese, chinese_hint;
    std::string_view english, english_hint;
};

/// One table a stage, so that a message is found beside its stage's others.
std::span<const Wording> wording_image();
std::span<const Wording> wording_read();
std::span<const Wording> wording_style();
std::span<const Wording> wording_shape();
std::span<const Wording> wording_lines();
std::span<const Wording> wording_pages();
std::span<const Wording> wording_layout();
std::span<const Wording> wording_pdf();
std::span<const Wording> wording_batch();
std::span<const Wording> wording_archive();
std::span<const Wording> wording_cli();
/// What `--help` says: commands, their options, the labels around them.
std::span<const Wording> wording_help();

}  // namespace hanqing
