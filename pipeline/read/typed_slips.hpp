// SPDX-License-Identifier: Apache-2.0
// Slips of the hand that Markdown takes at its word: a heading's mark without its blank, a paragraph indented
// by blanks, a rule right below a line of text. Whoever typed them meant a heading, a paragraph, a rule.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

/// `##第一章 总则`: how many marks of a heading lack their blank; 0 when the line is none. One mark alone may
/// be a hashtag, so such a line must stand by itself, and be no sentence.
std::size_t marks_without_blank(std::string_view line, bool stands_alone);

/// A line of running text in Han, or a clause or label, which blanks before it make no code.
bool is_text_and_no_code(std::string_view line);

/// A line above a rule that is no heading: a sentence, or a label as 抄送：.
bool is_text_and_no_heading(std::string_view line);

/// ---- or ====, which make a heading of the paragraph above.
bool is_rule_below(std::string_view line);

}  // namespace hanqing
