// SPDX-License-Identifier: Apache-2.0
// The charset of a CID-keyed CFF table: which CID each of its glyphs bears.
#pragma once

#include <string>

namespace hanqing {

/// Gives glyph n CID n throughout, in place: no offset of the table moves. False when the charset is not as
/// Adobe Technical Note 5176, 13 says.
bool number_through(std::string& cff, unsigned glyph_count);

}  // namespace hanqing
