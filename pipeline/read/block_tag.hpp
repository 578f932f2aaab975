// SPDX-License-Identifier: Apache-2.0
// Lines that are nothing but a tag of a site generator (`{{< note >}}` of Hugo, `{% highlight ruby %}` of
// Jekyll and Hexo, `{% hint %}` of GitBook, `<Tabs>` of MDX), in pairs where they hold something. For .cpp
// files of this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// One tag taken apart.
struct TagParts {
    std::string name;  ///< In small letters, without `end` or `/`.
    bool closes = false;
    bool is_shortcode = false;                                   ///< Hugo's: `{{< … >}}`, `{{% … %}}`.
    bool is_component = false;                                   ///< JSX's: `<Tabs>`.
    bool is_element = false;                                     ///< HTML with `markdown="1"`.
    bool is_empty = false;                                       ///< `<Tabs />`
    std::string typed_name;                                      ///< Of these two.
    std::vector<std::pair<std::string, std::string>> arguments;  ///< Key, empty for a bare word, and value.

    [[nodiscard]] std::string_view argument(std::string_view key) const;
};
/// The tag that a line consists of; an empty name for other lines.
TagParts tag_of_line(std::string_view line);

struct BlockTag {
    enum class Role : unsigned char {
        alone,    ///< Shown as typed, apart from the lines around it.
        code,     ///< `words` is the language.
        callout,  ///< `words` is kind and title.
        wrapper,  ///< Around a code block that is fenced already, or Markdown; `words` is its title, or what
                  ///< a tag without a partner stands for.
        element,  ///< HTML that holds Markdown: written as typed, apart from it.
    };
    std::size_t line = 0;  ///< Where its line begins, or itself where another stands before it.
    std::size_t end = 0;   ///< Behind it, and where the next line begins: components and elements may share
    std::size_t next = 0;  ///< a line, and reach over several. 0: the line is the tag.
    Role role = Role::alone;
    bool closes = false;
    std::size_t partner = 0;  ///< Of one that closes: the index of what it closes.
    bool holds = false;       ///< Markdown, up to its partner, which may be indented.
    std::string words;        ///< May be several lines, each a paragraph.
    std::string component;    ///< Its name, of JSX.
    std::string media;        ///< What it would show on a screen.
    std::string left_out;     ///< Its name, where nothing stands for it.
    bool is_hidden = false;   ///< In code that another tag holds.
    bool is_written = false;  ///< As what its role says, by whoever goes through them.
};
/// All of a text from `begin` on, in order; those inside of fenced code are left out.
std::vector<BlockTag> block_tags(std::string_view text, std::size_t begin);

}  // namespace hanqing
