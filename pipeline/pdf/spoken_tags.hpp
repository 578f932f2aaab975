// SPDX-License-Identifier: Apache-2.0
// Spoken tags: the structure tree of a file line by line, in the order and with the words of a screen reader.
#pragma once

#include "pdf/bounded_streams.hpp"
#include "pdf/inspect.hpp"

#include <string>

class QPDF;

namespace hanqing {

/// Empty when the file has no structure tree. Elements are indented by depth; inline ones stand in brackets
/// within the text around them.
std::string spoken_tags(QPDF& pdf, BoundedStreams& streams, const InspectionLimits& limits);

}  // namespace hanqing
