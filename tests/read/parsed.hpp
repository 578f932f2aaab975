// SPDX-License-Identifier: Apache-2.0
// Markdown in a string -> its Document and notes, for the tests of this folder.
#pragma once

#include "read/markdown.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace hanqing {

struct Parsed {
    Source source;
    Notes notes;
    Document document;

    [[nodiscard]] std::string described() const { return describe(document); }
    /// Names of the notes, in order.
    [[nodiscard]] std::vector<std::string> noted() const {
        std::vector<std::string> ids;
        for (const Note& note : notes.all()) ids.push_back(note.id);
        return ids;
    }
    [[nodiscard]] const Note* note(std::string_view id) const {
        for (const Note& note : notes.all())
            if (note.id == id) return &note;
        return nullptr;
    }
    [[nodiscard]] std::string at(const Place& place) const {
        return source.bytes.substr(place.begin, place.end - place.begin);
    }
    /// Text of all blocks, one after the other.
    [[nodiscard]] std::string text() const {
        std::string all;
        for (const Block& block : document.blocks) all += block.text.utf8;
        return all;
    }
};

inline Parsed parsed(std::string markdown, const ReadLimits& limits = {}) {
    Parsed result;
    result.source = make_source("test.md", std::move(markdown), result.notes);
    result.document = parse(result.source, result.notes, 0, limits);
    return result;
}

inline std::string described(std::string markdown) { return parsed(std::move(markdown)).described(); }

}  // namespace hanqing
