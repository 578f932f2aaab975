// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: bytes -> every reader of the archive. The first byte picks the reader, the rest is its
// input. A reader may refuse; it may not crash, hang, or accept two spellings of one value.
#include "archive/bag_check.hpp"
#include "archive/documents.hpp"
#include "archive/evidence.hpp"
#include "archive/keys.hpp"
#include "archive/names.hpp"
#include "archive/proof.hpp"
#include "archive/seal.hpp"
#include "archive/tag_text.hpp"
#include "archive/token.hpp"
#include "archive/verify.hpp"
#include "archive/xml.hpp"
#include "base/notes.hpp"
#include "base/unicode.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

using namespace hanqing;

namespace {

void must(bool claim) {
    if (!claim) std::abort();
}

/// The whole verification of a container that exists in memory alone.
void container(std::string_view bytes) {
    const int descriptor = ::memfd_create("container", 0);
    must(::write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    const Receipt receipt = verify("/proc/self/fd/" + std::to_string(descriptor), {});
    must(receipt.state != ReceiptState::intact);  // there is no seal beside it
    ::close(descriptor);
}

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

void documents(std::string_view bytes) {
    const auto rows = documents_from_text(bytes);
    if (!rows) return;
    std::string text(documents_head);
    for (const DocumentRow& row : *rows) text += document_line(row);
    must(text == bytes);
}

void name(std::string_view bytes) {
    if (first_invalid_utf8(bytes)) return;
    const std::string safe = safe_path(bytes);
    must(!hostile(safe) || safe.size() > member_path_bytes_max);
    must(safe_path(safe) == safe);
}

void tag_text(std::string_view bytes) {
    declaration_from(bytes);
    for (const char* encoding : {"UTF-8", "UTF-16", "ISO-8859-1"}) decoded_tag_text(bytes, encoding);
    for_each_line(bytes, [](std::string_view line) { manifest_line(line, true); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 9) {
        case 0:
            container(bytes);
            break;
        case 1:
            if (const auto seal = seal_from_text(bytes)) must(text_of(*seal) == bytes);
            break;
        case 2:
            if (const auto lines = evidence_from_text("X", bytes)) must(evidence_text("X", *lines) == bytes);
            break;
        case 3:
            proof(bytes);
            break;
        case 4:
            documents(bytes);
            break;
        case 5:
            read_xml_leaves(bytes, "文件");
            break;
        case 6:
            tag_text(bytes);
            break;
        case 7:
            name(bytes);
            break;
        case 8:
            key(bytes);
            check_token(bytes, "text", "");
            break;
    }
    return 0;
}
