// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: bytes -> the whole verification of a tar or ZIP that exists in memory alone.
#include "claim.hpp"

#include "archive/verify.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const int descriptor = ::memfd_create("container", 0);
    must(::write(descriptor, data, size) == static_cast<ssize_t>(size));
    const hanqing::Receipt receipt = hanqing::verify("/proc/self/fd/" + std::to_string(descriptor), {});
    must(receipt.state != hanqing::ReceiptState::intact);  // there is no seal beside it
    ::close(descriptor);
    return 0;
}
