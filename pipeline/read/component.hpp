// SPDX-License-Identifier: Apache-2.0
// Components of site generators: <Tabs>, <TabItem label="…">, <Listing number="…">.
#pragma once

#include <string>
#include <string_view>

namespace hanqing {

struct Component {
    std::string name;   ///< Empty: it is none.
    std::string words;  ///< What it shows: a tab's label, a listing's number, caption and file.
};

/// A line of nothing but tags of components is scaffolding of another tool: whoever prints it shows the
/// reader nothing but their labels. Other attributes in words of their own may be text, so those stay as
/// typed.
Component bare_component(std::string_view literal);

}  // namespace hanqing
