// SPDX-License-Identifier: Apache-2.0
// The check of an SVG before any library sees it. librsvg is given no base address, so nothing could be
// fetched anyway; here the author learns what will be missing.
#include "image/svg_source.hpp"

#include "base/unicode.hpp"
#include "image/base64.hpp"
#include "image/byte_order.hpp"
#include "image/jpeg_segments.hpp"
#include "image/xml_scanner.hpp"

#include <charconv>
#include <optional>

namespace hanqing {
namespace {

constexpr std::uint32_t depth_max = 200, elements_max = 500'000;

class Checker {
public:
    explicit Checker(const ImageTask& task) : task_(task) { source_.language = task.fonts.language; }

    SvgSource check() {
        XmlScanner scanner(without_mark(task_.bytes));
        for (XmlToken token = scanner.next(); token.kind != XmlToken::Kind::end; token = scanner.next())
            take(token);
        if (depth_ != 0 || elements_ == 0) refuse_broken("SVG", "not closed");
        return std::move(source_);
    }

private:
    static std::string_view without_mark(std::string_view bytes) {
        if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
        if (first_invalid_utf8(bytes)) refuse_unsupported("SVG, not UTF-8");
        return bytes;
    }

    void take(const XmlToken& token) {
        switch (token.kind) {
            case XmlToken::Kind::open:
            case XmlToken::Kind::empty:
                open(token);
                break;
            case XmlToken::Kind::close:
                close(token);
                break;
            case XmlToken::Kind::text:
            case XmlToken::Kind::cdata:
                text(token);
                break;
            case XmlToken::Kind::end:
                break;
        }
    }

    void open(const XmlToken& token) {
        const std::string_view name = local_name(token.name);
        const bool leaf = token.kind == XmlToken::Kind::empty;
        if (depth_ >= depth_max || ++elements_ > elements_max) refuse_unsupported("SVG, nesting");
        if (!leaf) ++depth_;
        if (name == "script" || left_out_depth_ != 0) {
            if (name == "script") once("svg-script");
            if (!leaf && left_out_depth_ == 0) left_out_depth_ = depth_;
            return;
        }
        if (name == "foreignObject") once("svg-foreign-object");
        if (!leaf && text_depth_ == 0 && name == "text") text_depth_ = depth_;
        if (!leaf && name == "style") style_depth_ = depth_;
        if (elements_ == 1) take_language(token);
        source_.xml += '<';
        source_.xml += token.name;
        if (elements_ == 1) write({"xml:lang", tag_of(source_.language), '"'});
        for (const XmlAttribute& a : token.attributes) attribute(name, a);
        source_.xml += leaf ? "/>" : ">";
    }

    void close(const XmlToken& token) {
        if (depth_ == 0) refuse_broken("SVG", "tag");
        if (left_out_depth_ == 0) {
            source_.xml += "</";
            source_.xml += token.name;
            source_.xml += '>';
        }
        for (std::uint32_t* marked : {&left_out_depth_, &text_depth_, &style_depth_})
            if (*marked == depth_) *marked = 0;
        --depth_;
    }

    /// Text is written as it was: references to characters are left to the parser, but counted here.
    void text(const XmlToken& token) {
        if (left_out_depth_ != 0 || depth_ == 0) return;
        if (style_depth_ != 0) note_outside_urls(token.text);
        const bool cdata = token.kind == XmlToken::Kind::cdata;
        if (cdata) source_.xml += "<![CDATA[";
        source_.xml += token.text;
        if (cdata) source_.xml += "]]>";
        if (text_depth_ != 0) collect_characters(token.text);
    }

    /// The root's language wins where it has Han shapes of its own; every other is left out, since Pango
    /// would ask the environment for a substitute.
    void take_language(const XmlToken& root) {
        const std::string_view stated = root.attribute("xml:lang");
        const auto language = language_from_tag(stated.empty() ? root.attribute("lang") : stated);
        if (language && (is_han(*language) || *language == Language::ko)) source_.language = *language;
        if (source_.language == Language::en || source_.language == Language::other)
            source_.language = Language::zh_hans;
    }

    void attribute(std::string_view element, const XmlAttribute& a) {
        const std::string_view name = local_name(a.name);
        if (name == "lang") return;
        if (name.size() > 2 && name.substr(0, 2) == "on") return once("svg-script");
        if (name == "systemLanguage") return system_language(a);
        if (name == "href" && element != "a" && !may_refer(element, a.value)) return;
        if (name == "base" && name != a.name) return;  // xml:base
        note_outside_urls(a.value);
        write(a);
    }

    void write(const XmlAttribute& a) {
        source_.xml += ' ';
        source_.xml += a.name;
        source_.xml += '=';
        source_.xml += a.quote;
        source_.xml += a.value;
        source_.xml += a.quote;
    }

    /// `switch` chooses by the reader's locale; here by the picture's language.
    void system_language(const XmlAttribute& a) {
        std::string_view rest = a.value;
        while (!rest.empty()) {
            std::string_view tag = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), tag.size() + 1));
            while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
            while (!tag.empty() && tag.back() == ' ') tag.remove_suffix(1);
            if (language_from_tag(tag) == source_.language) return;  // true: as if it were not there
        }
        write({a.name, "x-none", '"'});
    }

    bool may_refer(std::string_view element, std::string_view uri) {
        if (uri.substr(0, 1) == "#") return true;
        if (uri.substr(0, 5) == "data:" && (element == "image" || element == "feImage") &&
            is_safe_picture(uri))
            return true;
        constexpr std::size_t shown_max = 80;
        task_.warning("svg-outside", {std::string(uri.substr(0, shown_max))});
        return false;
    }

    /// gdk-pixbuf would take memory for whatever size the picture claims.
    bool is_safe_picture(std::string_view uri) {
        const std::optional<std::string> bytes = bytes_of_data_uri(uri);
        if (!bytes) return false;
        const ImageKind kind = kind_of(*bytes);
        if (kind == ImageKind::png && bytes->size() >= 24) {
            require_size(task_, "PNG", big32(*bytes, 16), big32(*bytes, 20));
            return true;
        }
        if (kind != ImageKind::jpeg) return false;
        const auto jpeg = jpeg_segments(*bytes);
        if (jpeg) require_size(task_, "JPEG", jpeg->width, jpeg->height);
        return jpeg.has_value();
    }

    void note_outside_urls(std::string_view css) {
        for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at)) {
            at = css.find_first_not_of(" '\"", at + 4);
            if (at == std::string_view::npos) return;
            if (css[at] != '#' && css.substr(at, 5) != "data:")
                task_.warning("svg-outside",
                              {std::string(css.substr(
                                  at, std::min<std::size_t>(css.find_first_of("'\")", at) - at, 80)))});
        }
        if (css.find("@import") != std::string_view::npos) task_.warning("svg-outside", {"@import"});
    }

    void collect_characters(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] != '&') {
                source_.characters.insert(next_code_point(text, at));
                continue;
            }
            const std::size_t end = text.find(';', at);
            if (end == std::string_view::npos) return;
            numeric_reference(text.substr(at + 1, end - at - 1));
            at = end + 1;
        }
    }

    void numeric_reference(std::string_view reference) {
        if (reference.substr(0, 1) != "#") return;
        const bool hexadecimal = reference.substr(0, 2) == "#x";
        reference.remove_prefix(hexadecimal ? 2 : 1);
        std::uint32_t value = 0;
        std::from_chars(reference.data(), reference.data() + reference.size(), value, hexadecimal ? 16 : 10);
        source_.characters.insert(value);
    }

    void once(std::string_view id) {
        if (said_.insert(id).second) task_.warning(id);
    }

    const ImageTask& task_;
    SvgSource source_;
    std::set<std::string_view> said_;
    std::uint32_t depth_ = 0, elements_ = 0;
    std::uint32_t left_out_depth_ = 0, text_depth_ = 0, style_depth_ = 0;  ///< Depth of the open one, or 0.
};

}  // namespace

SvgSource checked_svg(const ImageTask& task) { return Checker(task).check(); }

}  // namespace hanqing
