// SPDX-License-Identifier: Apache-2.0
// Sheet: a style of styles/*.yaml, inherited, checked and complete.
#pragma once
#include "base/notes.hpp"
#include "read/source.hpp"
#include "style/styled.hpp"

#include <memory>
#include <string>
#include <vector>

namespace hanqing {
struct Sheet;
}
