// SPDX-License-Identifier: Apache-2.0
// Ids that links and references lead to: those the author gave, and GitHub's for headings without one.
#include "read/dialect.hpp"

#include "base/unicode.hpp"

#include <unicode/uchar.h>

#include <map>
#include <set>

namespace hanqing {
namespace {

/// GitHub's rule: lower case, letters, numbers, - and _ stay, blanks become -, everything else goes.
std::string slug_of(std::string_view text) {
    std::string slug;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const auto value = static_cast<UChar32>(c);
        if (c == ' ')
            slug += '-';
        else if (c == '-' || c == '_' || u_isalnum(value) != 0 || (U_GET_GC_MASK(value) & U_GC_M_MASK) != 0)
            append_utf8(slug, static_cast<char32_t>(u_tolower(value)));
    }
    return slug;
}

class Ids {
public:
    explicit Ids(Notes& notes) : notes_(notes) {}

    void take(const std::string& id, Place place) {
        if (!id.empty() && !taken_.insert(id).second) notes_.warning(place, "id-twice", {id});
    }
    std::string free_from(const std::string& slug) {
        std::string id = slug;
        for (std::uint32_t& count = counts_[slug]; !taken_.insert(id).second;)
            id = slug + "-" + std::to_string(++count);
        return id;
    }

private:
    Notes& notes_;
    std::set<std::string, std::less<>> taken_;
    std::map<std::string, std::uint32_t> counts_;
};

}  // namespace

void settle_ids(Document& document, Notes& notes) {
    Ids ids(notes);
    for (const Block& block : document.blocks) {
        ids.take(block.attributes.id, block.place);
        for (const Mark& mark : block.text.marks) {
            if (mark.kind == MarkKind::image) ids.take(document.images[mark.data].attributes.id, mark.place);
            if (mark.kind == MarkKind::span) ids.take(document.attributes[mark.data].id, mark.place);
        }
    }
    for (Block& block : document.blocks)
        if (block.kind == BlockKind::heading && block.attributes.id.empty())
            block.attributes.id = ids.free_from(slug_of(block.text.utf8));
}

}  // namespace hanqing
