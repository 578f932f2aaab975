// SPDX-License-Identifier: Apache-2.0
// Addresses that stand bare in a text. They end where ASCII ends: `见https://a.cn，以及` links a.cn alone,
// where GitHub's rule would take the sentence along.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hanqing {

struct BareAddress {
    std::size_t begin = 0, end = 0;  ///< In the text; end 0 when there is none.
    std::string uri;
};
/// The address around the `://` at `at`.
BareAddress web_address_at(std::string_view text, std::size_t at);
/// The address that begins with the `www.` at `at`.
BareAddress www_address_at(std::string_view text, std::size_t at);
/// The address around the `@` at `at`.
BareAddress mail_address_at(std::string_view text, std::size_t at);

}  // namespace hanqing
