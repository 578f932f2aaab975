// SPDX-License-Identifier: Apache-2.0
// Marked text: what each marked-content identifier of a page says.
#pragma once

#include "pdf/bounded_streams.hpp"
#include "pdf/unicode_map.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

class QPDF;
class QPDFObjectHandle;

namespace hanqing {

/// Fonts already read, by object number and generation.
using ReadFonts = std::map<std::pair<int, int>, UnicodeMap>;

struct MarkedText {
    std::string text;
    bool begins_line = false;
    bool is_silent = false;  ///< An empty ActualText: a hyphen that the text does not have.
};

/// By marked-content identifier.
std::map<std::int64_t, MarkedText> marked_text(QPDF& pdf, QPDFObjectHandle page, BoundedStreams& streams,
                                               ReadFonts& fonts);

/// Adds `text` behind `to`, with a blank where a line ended between two words of an alphabet.
void append_line(std::string& to, std::string_view text);

}  // namespace hanqing
