// SPDX-License-Identifier: Apache-2.0
// Single HTML tags inside a paragraph -> marks, breaks and objects of its Text; what is not honoured keeps
// its content, what is no HTML at all is shown as it was typed.
#pragma once

#include "read/html_tag.hpp"
#include "read/text_builder.hpp"

#include <set>
#include <string>
#include <vector>

namespace hanqing {

class InlineTags {
public:
    explicit InlineTags(TextBuilder& builder) : builder_(builder) {}

    /// A whole tag, comment or declaration as the source has it.
    void tag(std::string_view source, std::optional<std::uint32_t> hint);
    /// Forgets tags left open inside a mark that is about to be closed.
    void close_above(std::uint32_t mark);
    void close_all();
    /// Says that an end tag of this name follows: only then is `<Hint>` a tag and no word in brackets.
    void expect_end(std::string_view typed_name) { ends_.emplace(typed_name); }

private:
    struct Open {
        std::string name;
        std::uint32_t mark = 0;
    };
    void start(const HtmlTag& tag, std::string_view source, std::optional<std::uint32_t> hint);
    void end(const HtmlTag& tag);
    bool open(const HtmlTag& tag, MarkKind kind, std::uint32_t data = 0);
    void open_marked(const HtmlTag& tag, MarkKind kind, std::uint32_t data = 0);
    bool open_anchor(const HtmlTag& tag);
    void note_ignored(const HtmlTag& tag, Place place);
    void begin_block(std::string_view name);
    void badge(std::string_view words);
    void anchor_or_span(const HtmlTag& tag, Place place);
    void image(const HtmlTag& tag, Place place);
    [[nodiscard]] bool is_component(const HtmlTag& tag) const;
    void component(const HtmlTag& tag, Place place);
    void linked_words(std::string_view address, std::string_view words, Place place);
    void finish_annotation();

    TextBuilder& builder_;
    std::vector<Open> open_;
    std::vector<int> lists_;                   ///< Open lists: the next item's number, 0 without numbers.
    std::optional<std::uint32_t> ruby_begin_;  ///< Where the base begins that waits for its annotation.
    std::optional<TextBuilder::Point> aside_begin_;  ///< Where the open <rt> or <rp> begins.
    bool aside_is_text_ = false;
    std::set<std::string, std::less<>> ends_;
};

}  // namespace hanqing
