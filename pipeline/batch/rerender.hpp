// SPDX-License-Identifier: Apache-2.0
// Rerendering: a PDF of ours made again from what travels in it, and compared.
#pragma once

#include "base/digest.hpp"
#include "shape/fonts.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Why it is not the same, or could not be made: worded by `cli`.
struct RerenderReason {
    std::string id;
    std::vector<std::string> arguments;
};

struct Rerendering {
    enum class Answer : std::uint8_t {
        equal,           ///< Byte for byte.
        equal_inflated,  ///< The same objects and streams, packed in another way.
        different,       ///< `reasons` say where.
        not_possible,    ///< `reasons` say what is missing here.
    } answer = Answer::not_possible;
    /// "rerender-foreign", "rerender-bare" (nothing attached), "rerender-program" {theirs, ours},
    /// "rerender-font" {name, version}, "rerender-image" {path}; "rerender-source", "rerender-refused"
    /// {what}, "rerender-page" {number}, "rerender-part" {name}.
    std::vector<RerenderReason> reasons;
};

/// The bytes of an image by its digest, or nothing; `path` is where it lay below the collection's folder.
using ImageFinder = std::function<std::optional<std::string>(const std::string& path, const Digest& digest)>;

/// Images below a folder: where they lay, else any file with that digest.
ImageFinder images_below(const std::string& folder);

/// Makes the file again; `work` is an empty folder, absolute, links resolved, that it may fill.
/// Failure "pdf-unreadable", "no-fonts".
Rerendering rerender(std::string_view pdf, const ImageFinder& find_image, const FontRequest& fonts,
                     const std::string& work);

}  // namespace hanqing
