// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: the first byte picks the text, the rest is its content -> every reader of what stands
// beside a container.
#include "claim.hpp"

#include "archive/evidence.hpp"
#include "archive/keys.hpp"
#include "archive/proof.hpp"
#include "archive/seal.hpp"
#include "archive/token.hpp"
#include "base/notes.hpp"

using namespace hanqing;

namespace {

void proof(std::string_view bytes) {
    try {
        must(text_of(proof_from_text(bytes)) == bytes);
    } catch (const Failure&) {
    }
}

void key(std::string_view bytes) {
    try {
        const PublicKey read(bytes, "fuzz");
        must(!read.verifies("text", bytes));
    } catch (const Failure&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes = bytes_of(data + 1, size - 1);
    switch (data[0] % 5) {
        case 0:
            if (const auto seal = seal_from_text(bytes)) must(text_of(*seal) == bytes);
            break;
        case 1:
            if (const auto lines = evidence_from_text("X", bytes)) must(evidence_text("X", *lines) == bytes);
            break;
        case 2:
            proof(bytes);
            break;
        case 3:
            key(bytes);
            break;
        case 4:
            check_token(bytes, "text", "");
            break;
    }
    return 0;
}
