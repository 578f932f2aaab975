// SPDX-License-Identifier: Apache-2.0
// Attachments: the files that travel inside a PDF/A-3 (ISO 19005-3, 6.8 and annex E).
#pragma once

#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"

#include <string>

namespace hanqing {

/// What goes into the catalog: "/AF[…]", and "/EmbeddedFiles<<…>>" for its name dictionary. Both empty
/// without attachments.
struct AttachmentEntries {
    std::string associated, embedded;
};

AttachmentEntries write_attachments(const std::vector<Attachment>& attachments, const Metadata& metadata,
                                    Objects& objects);

}  // namespace hanqing
