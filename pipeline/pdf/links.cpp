// SPDX-License-Identifier: Apache-2.0
// Link areas into annotations, and anchors into destinations.
#include "pdf/destination.hpp"
#include "pdf/navigation.hpp"

namespace hanqing {

namespace {

constexpr std::size_t uri_bytes_max = 30'000;  // PDF/A-3 6.1.13: strings

/// RFC 3986: what is not ASCII, and what would end or break a URI, is percent-encoded; the rest stays as
/// typed.
std::string encoded_uri(std::string_view uri) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : uri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos) {
            out += c;
            continue;
        }
        out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return out;
}

std::string target(const Link& link, const Pages& pages, const std::vector<Reference>& page_objects) {
    if (link.uri.empty()) return destination(link.anchor, pages, page_objects);
    const std::string uri = encoded_uri(link.uri);
    if (uri.size() > uri_bytes_max) return {};
    std::string action = "/A<</S/URI/URI";
    append_literal(action, uri);
    return action + ">>";
}

std::string rectangle(const Rectangle& a, const Page& page) {
    std::string out = "/Rect[";
    append_hundredths(out, hundredths(a.corner.x + page.bleed));
    out += ' ';
    append_hundredths(out, hundredths(page.height - a.corner.y - a.height + page.bleed));
    out += ' ';
    append_hundredths(out, hundredths(a.corner.x + a.width + page.bleed));
    out += ' ';
    append_hundredths(out, hundredths(page.height - a.corner.y + page.bleed));
    return out + "]";
}

}  // namespace

std::string destination(std::uint32_t anchor, const Pages& pages,
                        const std::vector<Reference>& page_objects) {
    if (anchor == none || anchor >= pages.anchors.size() || pages.anchors[anchor].page == none) return {};
    const AnchorPosition& position = pages.anchors[anchor];
    const Page& page = pages.pages[position.page];
    std::string out = "/Dest[" + reference_text(page_objects[position.page]) + "/XYZ null ";
    append_hundredths(out, hundredths(page.height - position.y + page.bleed));
    return out + " null]";
}

std::vector<Annotation> write_links(const Pages& pages, std::uint32_t page_index,
                                    const std::vector<Reference>& page_objects, std::uint32_t next_parent,
                                    Objects& objects) {
    std::vector<Annotation> written;
    const Page& page = pages.pages[page_index];
    for (const LinkArea& area : page.links) {
        if (area.tag == none || area.link == none) continue;
        const Link& link = pages.links[area.link];
        const std::string to = target(link, pages, page_objects);
        if (to.empty()) continue;
        // PDF/A-3 6.3.2: printed, nothing hidden. PDF/UA-1 7.18.5: says where it goes.
        std::string d =
            "<</Type/Annot/Subtype/Link" + rectangle(area.area, page) + "/Border[0 0 0]/F 4/Contents";
        d += text_string(!link.contents.empty() ? link.contents : !link.uri.empty() ? link.uri : page.label);
        d += "/StructParent ";
        append_integer(d, next_parent + static_cast<std::int64_t>(written.size()));
        written.push_back({objects.add(d + to + ">>"), page_index, area.tag});
    }
    return written;
}

}  // namespace hanqing
