// SPDX-License-Identifier: Apache-2.0
// Text -> the key under which look-alikes meet: case, width and compatibility folded (UAX #15,
// NFKC_Casefold), by ICU.
#include "base/notes.hpp"
#include "base/unicode.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace hanqing {

std::string nfkc_casefold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0) throw Failure("unicode-data", {u_errorName(status)});
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    const icu::UnicodeString folded = folder->normalize(icu::UnicodeString::fromUTF8(piece), status);
    if (U_FAILURE(status) != 0) throw Failure("unicode-data", {u_errorName(status)});
    std::string out;
    folded.toUTF8String(out);
    return out;
}

}  // namespace hanqing
