// SPDX-License-Identifier: Apache-2.0
// ICU's break iterators, one of each kind and locale per thread: making one costs 0.3 ms, setting its text 3
// µs.
#include "lines/opportunities.hpp"

#include "base/notes.hpp"
#include "base/unicode.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

namespace hanqing {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

/// Chinese rules for everything but Japanese and Korean: they alone know that a curly quote may open.
const char* locale_of(Language language) {
    if (language == Language::ja) return "ja";
    if (language == Language::ko) return "ko";
    return "zh";
}

Iterator make(bool words, const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    Iterator made(words ? icu::BreakIterator::createWordInstance(icu::Locale(locale), status)
                        : icu::BreakIterator::createLineInstance(icu::Locale(locale), status));
    if (U_FAILURE(status)) throw Failure("unicode-data", {u_errorName(status)});
    return made;
}

icu::BreakIterator& iterator_of(bool words, Language language) {
    thread_local std::array<std::array<Iterator, 3>, 2> kept;
    const std::size_t which = language == Language::ja ? 1 : language == Language::ko ? 2 : 0;
    Iterator& iterator = kept[words ? 1 : 0][which];
    if (!iterator) iterator = make(words, locale_of(language));
    return *iterator;
}

/// UTF-16, with the byte at which each unit's character starts.
struct Utf16 {
    icu::UnicodeString text;
    std::vector<std::uint32_t> byte_of;
};
Utf16 utf16(std::string_view utf8) {
    Utf16 out;
    out.byte_of.reserve(utf8.size() + 1);
    std::u16string units;
    units.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(utf8, at);
        out.byte_of.push_back(byte);
        if (c < 0x10000) {
            units += static_cast<char16_t>(c);
            continue;
        }
        units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
        units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
        out.byte_of.push_back(byte);
    }
    out.byte_of.push_back(static_cast<std::uint32_t>(utf8.size()));
    out.text = icu::UnicodeString(units.data(), static_cast<std::int32_t>(units.size()));
    return out;
}

std::vector<std::uint32_t> boundaries(std::string_view utf8, Language language, bool words) {
    const Utf16 wide = utf16(utf8);
    icu::BreakIterator& iterator = iterator_of(words, language);
    iterator.setText(wide.text);
    std::vector<std::uint32_t> found;
    for (std::int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
        found.push_back(wide.byte_of[static_cast<std::size_t>(at)]);
    return found;
}

}  // namespace

std::vector<std::uint32_t> line_opportunities(std::string_view utf8, Language language) {
    return boundaries(utf8, language, false);
}
std::vector<std::uint32_t> word_boundaries(std::string_view utf8, Language language) {
    return boundaries(utf8, language, true);
}

}  // namespace hanqing
