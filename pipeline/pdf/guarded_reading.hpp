// SPDX-License-Identifier: Apache-2.0
// Bytes -> an open QPDF, unless its structure alone would inflate beyond every measure.
#pragma once

#include "pdf/inspect.hpp"

#include <string_view>

class QPDF;

namespace hanqing {

/// Opens the file. libqpdf inflates cross-reference and object streams whole, without a limit, as soon as an
/// object is asked for; so these are measured first. Failure "pdf-unreadable" {reason}.
void open_guarded(QPDF& pdf, std::string_view bytes, const InspectionLimits& limits);

}  // namespace hanqing
