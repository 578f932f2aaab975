// SPDX-License-Identifier: Apache-2.0
// Container -> the tag files that are asked for.
#include "archive/tags_of.hpp"

#include "archive/contents.hpp"
#include "archive/scan.hpp"

#include <algorithm>

namespace hanqing {

std::map<std::string, std::string> tags_of(const std::string& container,
                                           const std::vector<std::string>& names) {
    // A sample of next to nothing: payload is passed over, tag files are read.
    VerifyRequest request;
    request.sample = {1, ~0U};
    Notes ignored;
    Digesting digesting({Algorithm::sha256});
    Contents contents(digesting, request, ignored);
    if (container.ends_with(".zip"))
        scan_zip(container, digesting, contents, request, ignored);
    else
        scan_tar(container, digesting, contents, request, false, ignored);
    std::map<std::string, std::string> texts;
    for (const std::string& name : names)
        if (const std::string* text = contents.text(name)) texts.emplace(name, *text);
    return texts;
}

}  // namespace hanqing
