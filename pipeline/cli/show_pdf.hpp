// SPDX-License-Identifier: Apache-2.0
// The part of `inspect` that reads a PDF, ours or anybody's.
#pragma once

#include "cli/commands.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

/// PDFs above this size are refused, bytes.
inline constexpr std::uint64_t pdf_size_max = 4ULL << 30;

/// Stamps, metadata, outline, tags, fonts and attachments as lines. Failure "pdf-unreadable".
std::string pdf_text(std::string_view pdf);

/// The whole command on a PDF; with --extract also writes its attachments.
Exit show_pdf(Bench& bench, const std::string& path);

}  // namespace hanqing
