// SPDX-License-Identifier: Apache-2.0
// RDF/XML as XMP writes it into names and values.
#include "pdf/xmp_reader.hpp"

#include "base/unicode.hpp"
#include "image/decode.hpp"
#include "image/xml_scanner.hpp"
#include "pdf/readable.hpp"

#include <algorithm>
#include <charconv>

namespace hanqing {

namespace {

constexpr std::size_t depth_max = 50;

/// The character of "amp", "#20013", "#x4E2D"; nothing for a name that is not XML's own.
std::optional<char32_t> entity(std::string_view name) {
    constexpr std::pair<std::string_view, char32_t> known[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [own, character] : known)
        if (name == own) return character;
    if (!name.starts_with('#')) return {};
    const bool is_hex = name.starts_with("#x");
    std::uint32_t number = 0;
    name.remove_prefix(is_hex ? 2 : 1);
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), number, is_hex ? 16 : 10);
    if (error != std::errc() || end != name.data() + name.size() || number > 0x10FFFF ||
        (number >> 11U) == 0x1B)
        return {};
    return number;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[at++];
            continue;
        }
        append_utf8(out, entity(text.substr(at + 1, end - at - 1)).value_or(0xFFFD));
        at = end + 1;
    }
    return readable(out);
}

/// Walks the tags, knowing how deep below rdf:Description it stands.
class PacketReader {
public:
    std::vector<XmpProperty> properties;

    void take(const XmlToken& token) {
        switch (token.kind) {
            case XmlToken::Kind::open:
                open(token);
                break;
            case XmlToken::Kind::empty:
                if (local_name(token.name) == "Description") take_attributes(token);
                break;
            case XmlToken::Kind::close:
                close();
                break;
            case XmlToken::Kind::text:
                text_ += unescaped(token.text);
                break;
            case XmlToken::Kind::cdata:
                text_ += readable(token.text);
                break;
            case XmlToken::Kind::end:
                break;
        }
    }

private:
    /// Depth of the stack at which properties stand: rdf:RDF, rdf:Description and whatever wraps them.
    [[nodiscard]] bool is_property() const { return described_ != 0 && open_.size() == described_ + 1; }

    void open(const XmlToken& token) {
        if (open_.size() == depth_max) throw Unusable{};
        open_.emplace_back(token.name);
        text_.clear();
        if (described_ == 0 && token.name == "rdf:Description") {
            described_ = open_.size();
            take_attributes(token);
        }
        if (is_property()) {
            properties.push_back({readable(token.name), {}});
            has_structure_ = false;
            is_alternative_ = false;
        }
        if (token.name == "rdf:Alt") is_alternative_ = true;
        if (described_ != 0 && open_.size() > described_ + 3) has_structure_ = true;
    }

    void close() {
        if (open_.empty()) throw Unusable{};
        const bool is_item = described_ != 0 && open_.back() == "rdf:li" && open_.size() == described_ + 3;
        if (is_item && !has_structure_ && !(is_alternative_ && !properties.back().values.empty()))
            properties.back().values.push_back(text_);
        if (is_property()) {
            if (properties.back().values.empty() && !has_structure_ && !text_.empty())
                properties.back().values.push_back(text_);
            if (has_structure_ || properties.back().values.empty()) properties.pop_back();
        }
        if (open_.size() == described_) described_ = 0;
        open_.pop_back();
        text_.clear();
    }

    void take_attributes(const XmlToken& token) {
        for (const XmlAttribute& a : token.attributes)
            if (!a.name.starts_with("xmlns") && a.name != "rdf:about")
                properties.push_back({readable(a.name), {unescaped(a.value)}});
    }

    std::vector<std::string> open_;
    std::size_t described_ = 0;
    std::string text_;
    bool has_structure_ = false, is_alternative_ = false;
};

std::string value_of(const std::vector<XmpProperty>& properties, std::string_view name) {
    for (const XmpProperty& p : properties)
        if (p.name == name && !p.values.empty()) return p.values.front();
    return {};
}

Digest digest_of(const std::vector<XmpProperty>& properties, std::string_view name) {
    const std::string value = value_of(properties, name);
    constexpr std::string_view algorithm = "sha256:";
    if (!value.starts_with(algorithm)) return {};
    return digest_from_hex(std::string_view(value).substr(algorithm.size())).value_or(Digest{});
}

}  // namespace

std::optional<std::vector<XmpProperty>> xmp_properties(std::string_view packet) {
    PacketReader reader;
    try {
        XmlScanner scanner(packet);
        for (XmlToken token = scanner.next(); token.kind != XmlToken::Kind::end; token = scanner.next())
            reader.take(token);
    } catch (const Unusable&) {
        return {};
    }
    return std::move(reader.properties);
}

std::optional<Stamps> stamps_from(const std::vector<XmpProperty>& properties) {
    Stamps stamps;
    stamps.source = digest_of(properties, "hanqing:sourceDigest");
    stamps.style = digest_of(properties, "hanqing:styleDigest");
    stamps.fonts = digest_of(properties, "hanqing:fontsDigest");
    stamps.images = digest_of(properties, "hanqing:imagesDigest");
    stamps.program = value_of(properties, "hanqing:program");
    stamps.program_digest = digest_of(properties, "hanqing:programDigest");
    if (stamps.program.empty()) return {};
    return stamps;
}

std::string claim_from(const std::vector<XmpProperty>& properties) {
    std::string claim;
    const std::string part = value_of(properties, "pdfaid:part");
    if (!part.empty()) claim = "PDF/A-" + part + value_of(properties, "pdfaid:conformance");
    const std::string universal = value_of(properties, "pdfuaid:part");
    if (!universal.empty()) claim += (claim.empty() ? "PDF/UA-" : ", PDF/UA-") + universal;
    return claim;
}

}  // namespace hanqing
