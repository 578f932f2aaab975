// SPDX-License-Identifier: Apache-2.0
// Official documents (GB/T 9704-2012): the elements of GB/T 33480-2016 at their places.
#pragma once

#include "style/build.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Values of an element; none when it is not given.
const std::vector<std::string>& element_of(const Build& build, std::string_view key);
/// Where it was typed.
Place place_of_element(const Build& build, std::string_view key);
/// Width of a text in ems as a character grid counts it, doubled: Han 2, Latin 1.
std::int64_t half_ems(std::string_view text);
/// A date as the standard wants it: 2024年9月6日; other text as it is.
std::string official_date(const Build& build, std::string_view typed);
/// One more stretch of a paragraph, in another rule's face.
void append_plain(Build& build, std::uint32_t paragraph, std::string_view text, const TextRule& rule);

/// 版头: copy number, secrecy, urgency, mark, number, signers, red rule. The flow then begins below them.
void add_official_head(Build& build, Sequence& to);
/// 主送机关, unless it was moved to the 版记 (7.3.2).
void add_addressee(Build& build, Sequence& to);
/// 附件说明, 落款, 附注 and the people of 纪要, behind the text and before the 附件; once.
void close_official(Build& build, Sequence& to);
/// 版记, pinned to the foot of the last page.
void add_imprint(Build& build, Sequence& to);
/// 附件1 …: a heading that begins an 附件 (7.3.7). Number and title of it.
struct Appendix {
    std::string label, title;
};
std::optional<Appendix> appendix_of(std::string_view heading);
/// Begins an 附件 on a new page: its number on line 1, its title on line 3. A title that the heading does not
/// have is taken from the 附件说明.
void add_appendix(Build& build, Sequence& to, const Appendix& appendix, const Target& target,
                  std::uint32_t tag);
/// The 主送机关 would push the text off page 1.
bool addressee_moves(const Build& build);

/// What the elements leave unclear: "official-…" notes.
void check_official(const Build& build);

}  // namespace hanqing
