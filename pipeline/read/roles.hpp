// SPDX-License-Identifier: Apache-2.0
// Roles of d2lbook and Sphinx: :numref:`fig_a`, :label:`sec_b`, :width:`400px`. For .cpp files of this
// folder.
#pragma once

#include "read/document.hpp"

#include <set>
#include <string>
#include <string_view>

namespace hanqing {

enum class RoleKind : std::uint8_t {
    none,
    label,      ///< Names what stands before it.
    size,       ///< Width or height of the picture before it.
    reference,  ///< To a label.
    citation,
    tab  ///< Begins what is for one tool alone; `:end_tab:` ends it.
};

/// The role whose name `text` ends with; `size` becomes the bytes of `:name:`.
RoleKind role_at_end(std::string_view text, std::size_t& size);

/// All labels of a source, so that references know whether theirs is here.
std::set<std::string, std::less<>> labels_of(std::string_view source);

/// pytorch, mxnet: PyTorch、MXNet
std::string tab_names(std::string_view names);

/// [**…**] and (**…**) of d2lbook, which makes slides of them: takes the brackets off.
void drop_slide_marks(Text& text);

/// Takes `:end_tab:` off the end.
void drop_tab_end(Text& text);

}  // namespace hanqing
