// SPDX-License-Identifier: Apache-2.0
// Values laid over values: how a sheet extends another, and a language varies it.
#pragma once

#include "read/record.hpp"

namespace hanqing {

/// Maps are merged key by key; anything else above replaces what is below.
Value overlay(const Value& above, const Value& below);

}  // namespace hanqing
