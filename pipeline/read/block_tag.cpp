// SPDX-License-Identifier: Apache-2.0
// Finds the lines first, then the pairs: what a code tag holds is looked at by nobody.
#include "read/block_tag.hpp"

#include "read/component.hpp"
#include "read/element_tag.hpp"
#include "read/shortcode.hpp"
#include "read/source_line.hpp"
#include "read/tag_callout.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace hanqing {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::array<std::string_view, 4> code_names{"code", "codeblock", "highlight", "text"};

struct Delimiters {
    std::string_view opening, closing;
};
constexpr std::array<Delimiters, 4> delimiters{Delimiters{"{{<", ">}}"}, Delimiters{"{{%", "%}}"},
                                               Delimiters{"{%", "%}"}, Delimiters{"{{", "}}"}};

struct Found {
    TagParts tag;
    std::size_t line = 0;
    bool before_fence = false;  ///< A fenced code block begins on the next line.
    std::size_t end = 0, next = 0;
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// Notion writes its callouts so, with Markdown in them.
bool is_aside(std::string_view words) { return words == "<aside>" || words == "</aside>"; }

/// What stands between the marks of a line's only tag.
std::string_view inside_of(std::string_view line) {
    for (const auto& [opening, closing] : delimiters) {
        if (!line.starts_with(opening) || line.size() < opening.size() + closing.size()) continue;
        const std::size_t end = line.find(closing, opening.size());
        return end + closing.size() == line.size() ? line.substr(opening.size(), end - opening.size())
                                                   : std::string_view();
    }
    return {};
}

/// A word, `"quoted words"`, or a key with either.
std::pair<std::string, std::string> next_argument(std::string_view& rest) {
    std::pair<std::string, std::string> argument;
    const auto quoted = [&]() -> std::string {
        const char quote = rest.front();
        const std::size_t end = std::min(rest.find(quote, 1), rest.size());
        std::string value(rest.substr(1, end - 1));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return value;
    };
    if (rest.front() == '"' || rest.front() == '\'') {
        argument.second = quoted();
        return argument;
    }
    const std::size_t end = std::min(rest.find_first_of(" \t="), rest.size());
    argument.second = rest.substr(0, end);
    rest.remove_prefix(end);
    if (!rest.starts_with('=')) return argument;
    rest.remove_prefix(1);
    argument.first = std::exchange(argument.second, {});
    if (rest.starts_with('"') || rest.starts_with('\'')) {
        argument.second = quoted();
    } else {
        const std::size_t value_end = std::min(rest.find_first_of(blanks), rest.size());
        argument.second = rest.substr(0, value_end);
        rest.remove_prefix(value_end);
    }
    return argument;
}

std::vector<Found> tags_outside_fences(std::string_view text, std::size_t begin) {
    std::vector<Found> found;
    Fence open;
    ElementScan elements(text);
    bool after_tag = false;
    while (begin < text.size()) {
        const SourceLine line = line_at(text, begin);
        begin = line.next;
        const Fence fence = fence_at(text, line);
        const std::string_view words = trimmed(text.substr(line.begin, line.end - line.begin));
        if (after_tag && fence.size > 0 && open.size == 0) found.back().before_fence = true;
        after_tag = false;
        if (open.size > 0) {
            const bool bare = words.find_last_not_of("`~> \t") == std::string_view::npos;
            if (fence.mark == open.mark && fence.size >= open.size && bare) open = {};
            continue;
        }
        open = fence;
        for (ElementTag& tag : elements.tags_of(line)) {
            found.push_back({std::move(tag.parts), tag.begin, false, tag.end, tag.next});
            begin = std::max(begin, tag.next);
            after_tag = true;
        }
        if (!words.starts_with("{{") && !words.starts_with("{%") && !is_aside(words)) continue;
        TagParts tag = tag_of_line(words);
        after_tag = !tag.name.empty();
        if (after_tag) found.push_back({std::move(tag), line.begin});
    }
    return found;
}

BlockTag::Role role_of(const Found& found) {
    const std::string& name = found.tag.name;
    if (found.tag.is_element) return BlockTag::Role::element;
    if (found.tag.is_component && is_code_component(name) && !found.before_fence) return BlockTag::Role::code;
    if (found.tag.is_component)
        return names_callout(name) && !found.tag.is_empty ? BlockTag::Role::callout : BlockTag::Role::wrapper;
    if (name == "raw") return BlockTag::Role::wrapper;  // of Markdown, kept from the generator
    if (std::find(code_names.begin(), code_names.end(), name) != code_names.end())
        return found.before_fence ? BlockTag::Role::wrapper : BlockTag::Role::code;
    if (names_callout(name)) return BlockTag::Role::callout;
    return is_tab(found.tag) || may_be_left_out(found.tag) ? BlockTag::Role::wrapper : BlockTag::Role::alone;
}

/// The language of `highlight go "linenos=table"`, `text bash`, `codeblock lang:js`.
std::string language_of(const TagParts& tag) {
    for (const auto& [key, value] : tag.arguments) {
        std::string_view word = value;
        if (word.starts_with("lang:")) word.remove_prefix(5);
        const bool is_language = (key.empty() || key == "lang") && !word.empty() &&
                                 std::all_of(word.begin(), word.end(), [](char c) {
                                     return c > ' ' && c < 0x7F && c != '=' && c != ':';
                                 });
        if (is_language) return std::string(word);
    }
    return {};
}

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

std::string words_of(const Found& found, BlockTag::Role role) {
    if (role == BlockTag::Role::callout) return callout_words(found.tag);
    if (found.tag.is_component && role == BlockTag::Role::wrapper)
        return joined_lines(component_words(found.tag));
    if (is_tab(found.tag)) return tab_title(found.tag);
    return role == BlockTag::Role::code ? language_of(found.tag) : std::string(found.tag.argument("title"));
}

/// Tags of one language alone belong together.
using Key = std::pair<int, std::string_view>;
Key key_of(const TagParts& tag) {
    return {tag.is_component ? 1
            : tag.is_element ? 2
                             : 0,
            tag.is_component ? std::string_view(tag.typed_name) : std::string_view(tag.name)};
}

/// For each tag, the next one behind it that closes its name; its own index where there is none.
std::vector<std::size_t> closings_of(const std::vector<Found>& found) {
    std::vector<std::size_t> closings(found.size());
    std::map<Key, std::size_t> nearest;
    for (std::size_t i = found.size(); i-- > 0;) {
        const auto next = nearest.find(key_of(found[i].tag));
        closings[i] = next == nearest.end() ? i : next->second;
        if (found[i].tag.closes) nearest[key_of(found[i].tag)] = i;
    }
    return closings;
}

class Pairing {
public:
    explicit Pairing(std::vector<Found> found) : found_(std::move(found)), closings_(closings_of(found_)) {}

    std::vector<BlockTag> run() {
        tags_.resize(found_.size());
        for (std::size_t i = 0; i < found_.size(); ++i) start(i);
        for (std::size_t i = 0; i < found_.size();) i = found_[i].tag.closes ? close(i) : open(i);
        return std::move(tags_);
    }

private:
    /// A component is never shown, whether anything pairs with it or not.
    void start(std::size_t i) {
        const TagParts& tag = found_[i].tag;
        tags_[i].line = found_[i].line;
        tags_[i].end = found_[i].end;
        tags_[i].next = found_[i].next;
        if (!tag.is_component) return;
        tags_[i].role = BlockTag::Role::wrapper;
        tags_[i].component = tag.typed_name;
        tags_[i].words = words_of(found_[i], BlockTag::Role::wrapper);
        if (!tag.closes) tags_[i].media = component_media(tag);
    }
    void pair(std::size_t opening, std::size_t closing, BlockTag::Role role) {
        tags_[opening].role = tags_[closing].role = role;
        tags_[opening].words = words_of(found_[opening], role);
        tags_[closing].closes = true;
        tags_[closing].partner = opening;
        tags_[opening].holds = tags_[closing].end > 0 && role != BlockTag::Role::code;
        if (role == BlockTag::Role::wrapper && !found_[opening].tag.is_component) leave_out(opening);
    }
    /// A wrapper that is known to hold code, and tabs, say nothing by themselves.
    void leave_out(std::size_t i) {
        const TagParts& tag = found_[i].tag;
        const bool is_known = is_tab(tag) || tag.name == "raw" || found_[i].before_fence;
        if (!is_known && may_be_left_out(tag)) tags_[i].left_out = tag.name;
    }
    /// One that stands for something, or for nothing that can be printed.
    std::size_t alone(std::size_t i, BlockTag::Role role) {
        if (found_[i].tag.is_component || found_[i].tag.is_element) {
            if (found_[i].tag.is_element) tags_[i].role = role;
            return i + 1;
        }
        const auto words = lone_tag_words(found_[i].tag);
        const bool is_dropped =
            role == BlockTag::Role::wrapper && found_[i].tag.is_shortcode && !is_tab(found_[i].tag);
        if (!words && !is_dropped) return i + 1;
        tags_[i].role = BlockTag::Role::wrapper;
        if (words)
            tags_[i].words = *words;
        else
            leave_out(i);
        return i + 1;
    }
    std::size_t open(std::size_t i) {
        const BlockTag::Role role = role_of(found_[i]);
        const TagParts& tag = found_[i].tag;
        if (closings_[i] == i || role == BlockTag::Role::alone || tag.is_empty) return alone(i, role);
        const bool may_nest = tag.is_component || tag.is_element || role == BlockTag::Role::callout;
        if (may_nest && role != BlockTag::Role::code) {
            open_.push_back(i);
            ++open_by_key_[key_of(tag)];
            return i + 1;
        }
        pair(i, closings_[i], role);
        return role == BlockTag::Role::code ? hide(i + 1, closings_[i]) + 1 : i + 1;
    }
    /// What is in code is no tag.
    std::size_t hide(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) tags_[i].is_hidden = true;
        return end;
    }
    std::size_t close(std::size_t i) {
        const Key key = key_of(found_[i].tag);
        if (open_by_key_[key] == 0) return i + 1;
        while (key_of(found_[open_.back()].tag) != key) drop_last();
        pair(open_.back(), i, role_of(found_[open_.back()]));
        drop_last();
        return i + 1;
    }
    void drop_last() {
        --open_by_key_[key_of(found_[open_.back()].tag)];
        open_.pop_back();
    }

    std::vector<Found> found_;
    std::vector<std::size_t> closings_;
    std::vector<std::size_t> open_;
    std::map<Key, std::size_t> open_by_key_;
    std::vector<BlockTag> tags_;
};

}  // namespace

std::string_view TagParts::argument(std::string_view key) const {
    for (const auto& [name_of, value] : arguments)
        if (name_of == key) return value;
    return {};
}

TagParts tag_of_line(std::string_view line) {
    TagParts tag;
    if (is_aside(trimmed(line))) {
        tag.name = "aside";
        tag.closes = trimmed(line).starts_with("</");
        return tag;
    }
    std::string_view rest = trimmed(inside_of(trimmed(line)));
    const bool is_percent = trimmed(line).starts_with("{%");
    if (is_percent && rest.starts_with('-')) rest = trimmed(rest.substr(1));  // {%- … -%}
    if (is_percent && rest.ends_with('-')) rest = trimmed(rest.substr(0, rest.size() - 1));
    tag.is_shortcode = trimmed(line).starts_with("{{<") || trimmed(line).starts_with("{{%");
    tag.closes = rest.starts_with('/');
    if (tag.closes) rest = trimmed(rest.substr(1));
    const std::size_t end = std::min(rest.find_first_of(blanks), rest.size());
    for (const char c : rest.substr(0, end))
        tag.name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    if (is_percent && tag.name.starts_with("end") && tag.name.size() > 3) {
        tag.closes = true;
        tag.name.erase(0, 3);
    }
    for (rest = trimmed(rest.substr(end)); !rest.empty(); rest = trimmed(rest))
        tag.arguments.push_back(next_argument(rest));
    return tag;
}

std::vector<BlockTag> block_tags(std::string_view text, std::size_t begin) {
    return Pairing(tags_outside_fences(text, begin)).run();
}

}  // namespace hanqing
