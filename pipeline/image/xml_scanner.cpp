// SPDX-License-Identifier: Apache-2.0
// A scanner of XML 1.0 without document types: enough for SVG, too little for entity bombs.
#include "image/xml_scanner.hpp"

#include "image/decode.hpp"

namespace hanqing {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool begins(std::string_view s, std::string_view with) { return s.substr(0, with.size()) == with; }

std::string_view trimmed(std::string_view s) {
    const std::size_t begin = s.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return s.substr(begin, s.find_last_not_of(blanks) - begin + 1);
}

/// Where the tag that begins `s` ends: a > outside quotes.
std::size_t end_of_tag(std::string_view s) {
    char quote = '\0';
    for (std::size_t i = 1; i < s.size(); ++i) {
        if (quote != '\0') {
            if (s[i] == quote) quote = '\0';
        } else if (s[i] == '"' || s[i] == '\'') {
            quote = s[i];
        } else if (s[i] == '>') {
            return i;
        } else if (s[i] == '<') {
            break;
        }
    }
    refuse_broken("SVG", "tag");
}

}  // namespace

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view XmlToken::attribute(std::string_view wanted) const {
    for (const XmlAttribute& a : attributes)
        if (a.name == wanted) return a.value;
    return {};
}

/// True when something was skipped that gives no token.
bool XmlScanner::skip_markup() {
    const auto skip_past = [&](std::string_view end, std::size_t from) {
        const std::size_t at = rest_.find(end, from);
        if (at == std::string_view::npos) refuse_broken("SVG", end);
        rest_.remove_prefix(at + end.size());
        return true;
    };
    if (begins(rest_, "<!--")) return skip_past("-->", 4);
    if (begins(rest_, "<?")) return skip_past("?>", 2);
    if (!begins(rest_, "<!DOCTYPE")) return false;
    if (rest_.find('[') < rest_.find('>')) throw Unusable{"svg-entities", {}};
    const std::size_t end = end_of_tag(rest_);
    rest_.remove_prefix(end + 1);
    return true;
}

XmlToken XmlScanner::next() {
    while (!rest_.empty() && skip_markup()) {
    }
    XmlToken token;
    if (rest_.empty()) return token;
    constexpr std::string_view cdata = "<![CDATA[", cdata_end = "]]>";
    if (begins(rest_, cdata)) {
        const std::size_t end = rest_.find(cdata_end);
        if (end == std::string_view::npos) refuse_broken("SVG", cdata);
        token.kind = XmlToken::Kind::cdata;
        token.text = rest_.substr(cdata.size(), end - cdata.size());
        rest_.remove_prefix(end + cdata_end.size());
        return token;
    }
    if (rest_[0] == '<') return tag();
    token.kind = XmlToken::Kind::text;
    token.text = rest_.substr(0, rest_.find('<'));
    rest_.remove_prefix(token.text.size());
    return token;
}

XmlToken XmlScanner::tag() {
    const std::size_t end = end_of_tag(rest_);
    std::string_view inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    XmlToken token;
    token.kind = XmlToken::Kind::open;
    if (begins(inside, "/")) {
        token.kind = XmlToken::Kind::close;
        inside.remove_prefix(1);
    } else if (!inside.empty() && inside.back() == '/') {
        token.kind = XmlToken::Kind::empty;
        inside.remove_suffix(1);
    }
    token.name = inside.substr(0, inside.find_first_of(blanks));
    if (token.name.empty() || token.name.find_first_of("<>&\"'=!") != std::string_view::npos)
        refuse_broken("SVG", "tag");
    take_attributes(token, inside.substr(token.name.size()));
    return token;
}

void XmlScanner::take_attributes(XmlToken& token, std::string_view inside) {
    while (!(inside = trimmed(inside)).empty()) {
        const std::size_t equals = inside.find('=');
        if (equals == std::string_view::npos) refuse_broken("SVG", "attribute");
        const std::string_view name = trimmed(inside.substr(0, equals));
        inside = trimmed(inside.substr(equals + 1));
        if (name.empty() || inside.empty() || (inside[0] != '"' && inside[0] != '\''))
            refuse_broken("SVG", "attribute");
        const std::size_t end = inside.find(inside[0], 1);
        if (end == std::string_view::npos) refuse_broken("SVG", "attribute");
        token.attributes.push_back({name, inside.substr(1, end - 1), inside[0]});
        inside.remove_prefix(end + 1);
    }
}

}  // namespace hanqing
