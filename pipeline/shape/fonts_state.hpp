// SPDX-License-Identifier: Apache-2.0
// What Fonts keeps: the list, the faces opened so far, the roles resolved so far.
#pragma once

#include "shape/fonts.hpp"
#include "shape/listing.hpp"
#include "shape/open_face.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct Fonts::State {
    FontRequest request;
    FaceListing listing;

    /// Null when it is refused; then `refusal` says why.
    OpenFace* opened(FaceId id) const;
    const std::string& refusal(FaceId id) const;
    /// Whether the face has the character, asked of the list first, so that few faces are opened.
    bool serves(FaceId id, char32_t c) const;

    struct Slot {
        std::once_flag once;
        std::unique_ptr<OpenFace> face;
        std::string refusal;
    };
    std::unique_ptr<Slot[]> slots;  ///< As listing.faces.

    struct Resolved {
        FaceRole role;
        Language language{};
        RoleFaces faces;
    };
    std::mutex mutex;
    std::deque<Resolved> resolved;
};

/// Our own choice among the faces listed; see fonts.hpp.
Fonts::RoleFaces resolve(Fonts::State& state, const FaceRole& role, Language language);

}  // namespace hanqing
