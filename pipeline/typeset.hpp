// SPDX-License-Identifier: Apache-2.0
// The whole line for one report: start reading here.
#pragma once

#include "base/notes.hpp"
#include "embed/subset.hpp"
#include "pdf/pdf.hpp"
#include "read/pictures.hpp"
#include "read/source.hpp"
#include "style/sheet.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// One report and all that is laid over it, nearest first after its own front matter.
struct Report {
    Source source;                ///< File 0 of every Place.
    std::vector<Source> others;   ///< Files 1, 2, …: defaults, catalogue, collection, sheet.
    std::vector<Record> nearer;   ///< The command line's record, if any: before the front matter.
    std::vector<Record> farther;  ///< Catalogue row, folder defaults, collection: after it, nearest first.
    Folders folders;
    std::string fallback_title;  ///< File name without its ending: when there is no title and no H1.
};

/// Seconds of each stage, for `inspect --timings`.
struct Timings {
    double parse = 0, pictures = 0, apply = 0, shape = 0, lines = 0, pages = 0, pdf = 0;
};

/// An image that a report names: where it lies inside the collection, or would lie if it were there.
struct UsedImage {
    std::string path;  ///< Below Folders::root.
    Digest digest;     ///< Of the file; all zero: not there.
    friend bool operator==(const UsedImage&, const UsedImage&) = default;
};

struct Published {
    Pdf pdf;  ///< Empty bytes when a note is an error.
    Metadata metadata;
    Notes notes;
    Timings timings;
    std::string style;                      ///< The sheet that was used…
    Language language = Language::zh_hans;  ///< …and the language of its variant.
    Stamps stamps;  ///< As stamped into the file: `publication`'s with the report's own digests.
    std::vector<UsedImage>
        images;  ///< By path, each once: with the sheet and the fonts, all that a rebuild watches.
};

/// Sees the values between the stages as they pass, for `inspect` and `check --layout`. Each may be empty.
struct Observer {
    std::function<void(const Document&)> document;
    std::function<void(const Styled&)> styled;
    std::function<void(const Shaped&)> shaped;
    std::function<void(const Lines&)> lines;
    std::function<void(const Pages&)> pages;
};

/// From now on parts of a report run on oneTBB's threads. typeset sees to it itself; a batch wants it before.
void run_parts_on_threads();

/// Fonts and subsets are shared; the sheet is chosen by `sheet_named` once the report's style is known.
/// Never throws for what the author wrote; a Failure only for what the world refused.
Published typeset(const Report& report, const std::function<const Sheet&(std::string_view)>& sheet_named,
                  const Fonts& fonts, const Subsets& subsets, const Publication& publication,
                  const Observer& observer = {});

}  // namespace hanqing
