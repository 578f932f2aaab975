// SPDX-License-Identifier: Apache-2.0
// Tags on lines of their own that hold Markdown: components of JSX (`<Tabs>`, `<Card title="…">`) and HTML
// that asks for it (`<aside markdown="1">`). For .cpp files of this folder.
#pragma once

#include "read/block_tag.hpp"
#include "read/source_line.hpp"

namespace hanqing {

/// How far a tag reaches whose attributes may hold expressions in braces, and where those stand.
struct TagExtent {
    std::size_t end = 0;   ///< Behind its `>`; 0: it is no tag.
    std::size_t stop = 0;  ///< How far was looked.
    std::vector<std::pair<std::size_t, std::size_t>> braces;
};
TagExtent tag_extent(std::string_view text, std::size_t at, std::size_t limit);

struct ElementTag {
    TagParts parts;
    std::size_t begin = 0;  ///< Of its line, or of the tag where another stands before it in the line.
    std::size_t end = 0;    ///< Behind it and the blanks that follow.
    std::size_t next = 0;   ///< Where the next line begins; `end` where more stands in this one.
};

/// Goes through the lines that are no code, in order.
class ElementScan {
public:
    explicit ElementScan(std::string_view text) : text_(text) {}
    /// The tags that the line consists of, or that begin or end what holds Markdown. A tag may go on over
    /// lines, which then are not to be asked about.
    std::vector<ElementTag> tags_of(const SourceLine& line);

private:
    struct Open {
        std::string name;
        std::size_t nested = 0;  ///< Elements of the same name inside that ask for nothing.
    };
    bool is_hidden(const SourceLine& line, std::size_t content);
    std::vector<ElementTag> chain(const SourceLine& line, std::size_t content);
    bool read_tag(std::size_t at, SourceLine& line, std::vector<ElementTag>& found);
    bool goes_on(std::size_t at, const SourceLine& line, std::vector<ElementTag>& found);
    void closings(std::size_t at, const SourceLine& line, std::vector<ElementTag>& found);
    void put(ElementTag tag, const SourceLine& line, std::vector<ElementTag>& found) const;

    std::string_view text_;
    std::size_t dead_until_ = 0;   ///< Nothing up to here is a tag.
    std::string_view hidden_end_;  ///< Of the comment or raw element that the lines stand in.
    std::vector<Open> open_;       ///< HTML that asked for Markdown.
};

}  // namespace hanqing
