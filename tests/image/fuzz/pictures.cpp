// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes are a picture or a note, never a crash, and never much memory.
#include "image/image.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    hanqing::Notes notes;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const hanqing::ImageLimits limits{1U << 20, 1U << 20, 1U << 20};
    const hanqing::Image image = hanqing::image_from_bytes(bytes, "fuzz", {}, notes, limits);
    if (image.content.index() == 0 && notes.all().empty()) std::abort();
    return 0;
}
