// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes are a PDF that is shown as far as it goes, or a Failure; never a crash, never much
// memory.
#include "base/notes.hpp"
#include "pdf/compare.hpp"
#include "pdf/inspect.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const hanqing::InspectionLimits limits{1U << 20, 4U << 20, 1000, 30};
    try {
        hanqing::inspect_pdf(bytes, limits);
        if (!hanqing::differing_parts(bytes, bytes).empty()) std::abort();
    } catch (const hanqing::Failure& failure) {
        if (failure.id() != "pdf-unreadable") std::abort();
    }
    return 0;
}
