// SPDX-License-Identifier: Apache-2.0
// Bytes into a zlib stream, with one compressor a thread and level (its tables are larger than most streams).
#include "embed/deflate.hpp"

#include <libdeflate.h>

#include <array>
#include <cassert>
#include <memory>

namespace hanqing {

namespace {

struct Free {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

libdeflate_compressor* compressor(Effort effort) {
    thread_local std::array<std::unique_ptr<libdeflate_compressor, Free>, 13> kept;
    auto& found = kept.at(static_cast<std::size_t>(effort));
    if (!found) found.reset(libdeflate_alloc_compressor(static_cast<int>(effort)));
    if (!found) throw std::bad_alloc();
    return found.get();
}

}  // namespace

std::string deflate(std::string_view bytes, Effort effort) {
    libdeflate_compressor* const c = compressor(effort);
    std::string out(libdeflate_zlib_compress_bound(c, bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(c, bytes.data(), bytes.size(), out.data(), out.size()));
    assert(!out.empty());
    return out;
}

}  // namespace hanqing
