// SPDX-License-Identifier: Apache-2.0
// The small part of XML that our own files need, written and read.
#include "archive/xml.hpp"

#include "base/unicode.hpp"

#include <cassert>

namespace hanqing {
namespace {

bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xFFFE) || c >= 0x10000;
}

std::string escaped(std::string_view text) {
    std::string out;
    if (first_invalid_utf8(text)) return "\uFFFD";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\t':
                out += "&#9;";
                break;
            case '\n':
                out += "&#10;";
                break;
            case '\r':
                out += "&#13;";
                break;
            default:
                append_utf8(out, is_xml_character(c) ? c : 0xFFFD);
        }
    }
    return out;
}

std::optional<std::string> unescaped(std::string_view text) {
    struct Entity {
        std::string_view name;
        char character;
    };
    constexpr Entity entities[] = {{"&amp;", '&'}, {"&lt;", '<'},   {"&gt;", '>'},  {"&quot;", '"'},
                                   {"&#9;", '\t'}, {"&#10;", '\n'}, {"&#13;", '\r'}};
    std::string out;
    while (!text.empty()) {
        if (text[0] != '&') {
            out += text[0];
            text.remove_prefix(1);
            continue;
        }
        const Entity* found = nullptr;
        for (const Entity& entity : entities)
            if (text.starts_with(entity.name)) found = &entity;
        if (found == nullptr) return {};
        out += found->character;
        text.remove_prefix(found->name.size());
    }
    return out;
}

/// Takes the next tag and the text before it; false at the end or at something that we never write.
struct Tag {
    std::string_view before, name;
    bool closing = false;
};
bool take_tag(std::string_view& xml, Tag& tag) {
    const std::size_t open = xml.find('<');
    const std::size_t close = xml.find('>', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return false;
    tag.before = xml.substr(0, open);
    std::string_view inside = xml.substr(open + 1, close - open - 1);
    xml.remove_prefix(close + 1);
    if (inside.empty() || inside[0] == '!' || inside[0] == '?') return false;
    tag.closing = inside[0] == '/';
    if (tag.closing) inside.remove_prefix(1);
    tag.name = inside.substr(0, inside.find(' '));
    return true;
}

}  // namespace

XmlWriter::XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::start(std::string_view name, Attributes attributes) {
    text_.append(open_.size() * 2, ' ');
    text_ += '<';
    text_ += name;
    for (const auto& [key, value] : attributes) {
        text_ += ' ';
        text_ += key;
        text_ += "=\"" + escaped(value) + '"';
    }
    text_ += '>';
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    start(name, attributes);
    text_ += '\n';
    open_.emplace_back(name);
}

void XmlWriter::close() {
    assert(!open_.empty());
    const std::string name = open_.back();
    open_.pop_back();
    text_.append(open_.size() * 2, ' ');
    text_ += "</" + name + ">\n";
}

void XmlWriter::leaf(std::string_view name, std::string_view text, Attributes attributes) {
    start(name, attributes);
    text_ += escaped(text) + "</";
    text_ += name;
    text_ += ">\n";
}

void XmlWriter::optional(std::string_view name, std::string_view text) {
    if (!text.empty()) leaf(name, text);
}

std::optional<std::vector<XmlLeaves>> read_xml_leaves(std::string_view xml, std::string_view element) {
    constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (!xml.starts_with(head)) return {};
    xml.remove_prefix(head.size());
    std::vector<XmlLeaves> out;
    std::vector<std::string> path;
    Tag tag;
    bool leaf = false;
    while (xml.find('<') != std::string_view::npos) {
        if (!take_tag(xml, tag)) return {};
        if (!tag.closing) {
            if (tag.name == element) out.emplace_back();
            path.emplace_back(tag.name);
            leaf = true;
            continue;
        }
        if (path.empty() || path.back() != tag.name) return {};
        path.pop_back();
        if (leaf && !path.empty() && path.back() == element) {
            const auto text = unescaped(tag.before);
            if (!text) return {};
            out.back().emplace_back(tag.name, *text);
        }
        leaf = false;
    }
    if (!path.empty() || xml != "\n") return {};
    return out;
}

}  // namespace hanqing
