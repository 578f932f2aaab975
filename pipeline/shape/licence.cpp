// SPDX-License-Identifier: Apache-2.0
// Names 0, 13 and 14 of a face.
#include "shape/licence.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cstddef>

namespace hanqing {
namespace {

std::string name_text(const Face& face, hb_ot_name_id_t id) {
    std::array<char, 16384> text{};
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(face.face, id, hb_language_from_string("en", -1), &size, text.data());
    return {text.data(), size};
}

}  // namespace

std::string licence_of(const Face& face) {
    const std::string licence = name_text(face, HB_OT_NAME_ID_LICENSE);
    const std::string address = name_text(face, HB_OT_NAME_ID_LICENSE_URL);
    if (licence.empty() && address.empty()) return "";
    std::string text;
    for (const std::string& line : {name_text(face, HB_OT_NAME_ID_COPYRIGHT), licence, address})
        if (!line.empty()) text += line + "\n";
    return text;
}

}  // namespace hanqing
