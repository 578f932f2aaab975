// SPDX-License-Identifier: Apache-2.0
// UnicodeMap: the text that a font's codes stand for, from its ToUnicode CMap (ISO 32000-1, 9.10.3).
#pragma once

#include "pdf/bounded_streams.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

class QPDF;
class QPDFObjectHandle;

namespace hanqing {

class UnicodeMap {
public:
    /// Of a font dictionary. Without a CMap a composite font is unreadable and a simple one is taken for
    /// ASCII.
    static UnicodeMap from_font(QPDF& pdf, QPDFObjectHandle font, BoundedStreams& streams);
    [[nodiscard]] std::string text(std::string_view codes) const;

    void add(std::uint32_t code, std::string utf8);
    void set_code_size(std::size_t bytes) { code_size_ = bytes; }

private:
    std::map<std::uint32_t, std::string> texts_;
    std::size_t code_size_ = 1;
};

/// UTF-16BE as CMaps hold it; unpaired surrogates become U+FFFD.
std::string utf8_from_utf16(std::string_view bytes);

}  // namespace hanqing
