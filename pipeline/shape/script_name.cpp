// SPDX-License-Identifier: Apache-2.0
// ICU's names of scripts.
#include "shape/script_name.hpp"

#include <unicode/uscript.h>

namespace hanqing {

std::string script_in_letters(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
    if (U_FAILURE(error) || script == USCRIPT_HAN || script == USCRIPT_COMMON ||
        script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN)
        return {};
    std::string name = uscript_getName(script);
    for (char& letter : name) letter = letter == '_' ? ' ' : letter;
    return name;
}

}  // namespace hanqing
