// SPDX-License-Identifier: Apache-2.0
// libarchive turns names through the thread's locale, and crashes on Han in "C": it gets C.UTF-8 while we use
// it.
#pragma once

#include "base/notes.hpp"

#include <locale.h>

namespace hanqing {

class Utf8Locale {
public:
    Utf8Locale() : mine_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (mine_ == nullptr) throw Failure("archive-locale", {"C.UTF-8"});
        before_ = uselocale(mine_);
    }
    ~Utf8Locale() {
        uselocale(before_);
        freelocale(mine_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t mine_, before_ = nullptr;
};

}  // namespace hanqing
