// SPDX-License-Identifier: Apache-2.0
// The elements of HTML and what becomes of each (HTML Living Standard, index of elements; obsolete ones too).
#include "read/html_tag.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

struct Row {
    std::string_view name;
    HtmlMeaning meaning;
};

constexpr HtmlMeaning plain{HtmlElement::plain, MarkKind{}};
constexpr HtmlMeaning ignored{HtmlElement::ignored, MarkKind{}};
constexpr HtmlMeaning silent{HtmlElement::silent, MarkKind{}};
constexpr HtmlMeaning marked(MarkKind kind) { return {HtmlElement::mark, kind}; }

/// By name, so that it can be searched.
constexpr std::array rows{
    Row{"a", plain},
    Row{"abbr", plain},
    Row{"acronym", plain},
    Row{"address", plain},
    Row{"applet", ignored},
    Row{"area", plain},
    Row{"article", plain},
    Row{"aside", plain},
    Row{"audio", ignored},
    Row{"b", marked(MarkKind::strong)},
    Row{"base", silent},
    Row{"bdi", plain},
    Row{"bdo", plain},
    Row{"big", ignored},
    Row{"blockquote", plain},
    Row{"body", plain},
    Row{"br", {HtmlElement::line_break, MarkKind{}}},
    Row{"button", ignored},
    Row{"canvas", ignored},
    Row{"caption", plain},
    Row{"center", plain},
    Row{"cite", marked(MarkKind::emphasis)},
    Row{"code", marked(MarkKind::code)},
    Row{"col", plain},
    Row{"colgroup", plain},
    Row{"data", plain},
    Row{"datalist", ignored},
    Row{"dd", plain},
    Row{"del", marked(MarkKind::strike)},
    Row{"details", plain},
    Row{"dfn", marked(MarkKind::emphasis)},
    Row{"dialog", ignored},
    Row{"div", plain},
    Row{"dl", plain},
    Row{"dt", plain},
    Row{"em", marked(MarkKind::emphasis)},
    Row{"embed", ignored},
    Row{"fieldset", ignored},
    Row{"figcaption", plain},
    Row{"figure", plain},
    Row{"font", ignored},
    Row{"footer", plain},
    Row{"form", ignored},
    Row{"frame", ignored},
    Row{"frameset", ignored},
    Row{"h1", plain},
    Row{"h2", plain},
    Row{"h3", plain},
    Row{"h4", plain},
    Row{"h5", plain},
    Row{"h6", plain},
    Row{"head", silent},
    Row{"header", plain},
    Row{"hgroup", plain},
    Row{"hr", plain},
    Row{"html", plain},
    Row{"i", marked(MarkKind::emphasis)},
    Row{"iframe", ignored},
    Row{"img", {HtmlElement::image, MarkKind{}}},
    Row{"input", ignored},
    Row{"ins", marked(MarkKind::underline)},
    Row{"kbd", marked(MarkKind::keyboard)},
    Row{"label", plain},
    Row{"legend", plain},
    Row{"li", plain},
    Row{"link", silent},
    Row{"main", plain},
    Row{"map", plain},
    Row{"mark", marked(MarkKind::highlight)},
    Row{"marquee", ignored},
    Row{"menu", plain},
    Row{"meta", silent},
    Row{"meter", ignored},
    Row{"nav", plain},
    Row{"noscript", plain},
    Row{"object", ignored},
    Row{"ol", plain},
    Row{"optgroup", ignored},
    Row{"option", ignored},
    Row{"output", plain},
    Row{"p", plain},
    Row{"param", silent},
    Row{"picture", plain},
    Row{"pre", plain},
    Row{"progress", ignored},
    Row{"q", plain},
    Row{"rb", plain},
    Row{"rp", {HtmlElement::ruby_fallback, MarkKind{}}},
    Row{"rt", {HtmlElement::ruby_text, MarkKind{}}},
    Row{"rtc", plain},
    Row{"ruby", {HtmlElement::ruby, MarkKind{}}},
    Row{"s", marked(MarkKind::strike)},
    Row{"samp", marked(MarkKind::code)},
    Row{"script", silent},
    Row{"search", plain},
    Row{"section", plain},
    Row{"select", ignored},
    Row{"slot", plain},
    Row{"small", ignored},
    Row{"source", silent},
    Row{"span", plain},
    Row{"strike", marked(MarkKind::strike)},
    Row{"strong", marked(MarkKind::strong)},
    Row{"style", silent},
    Row{"sub", marked(MarkKind::subscript)},
    Row{"summary", plain},
    Row{"sup", marked(MarkKind::superscript)},
    Row{"svg", ignored},
    Row{"table", plain},
    Row{"tbody", plain},
    Row{"td", plain},
    Row{"template", silent},
    Row{"textarea", ignored},
    Row{"tfoot", plain},
    Row{"th", plain},
    Row{"thead", plain},
    Row{"time", plain},
    Row{"title", silent},
    Row{"tr", plain},
    Row{"track", silent},
    Row{"tt", marked(MarkKind::code)},
    Row{"u", marked(MarkKind::underline)},
    Row{"ul", plain},
    Row{"var", marked(MarkKind::emphasis)},
    Row{"video", ignored},
    Row{"wbr", plain},
};

}  // namespace

HtmlMeaning meaning_of(std::string_view name) {
    // Word's own elements, o:p and st1:chsdate, say nothing to others.
    if (name.find(':') != std::string_view::npos) return {HtmlElement::plain, {}};
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), name,
                         [](const Row& row, std::string_view wanted) { return row.name < wanted; });
    return found != rows.end() && found->name == name ? found->meaning : HtmlMeaning{};
}

bool is_void_element(std::string_view name) {
    constexpr std::array<std::string_view, 14> names{"area",  "base",   "br",    "col",  "embed",
                                                     "hr",    "img",    "input", "link", "meta",
                                                     "param", "source", "track", "wbr"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace hanqing
