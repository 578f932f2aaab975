// SPDX-License-Identifier: Apache-2.0
// Which tags of site generators are callouts, and what the head of one says. For .cpp files of this folder.
#pragma once

#include "read/block_tag.hpp"

namespace hanqing {

bool names_callout(std::string_view name);

/// "warning 报送期限" of `{{% alert title="报送期限" color="warning" %}}`: kind and title as behind `:::`.
std::string callout_words(const TagParts& tag);

}  // namespace hanqing
