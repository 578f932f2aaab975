// SPDX-License-Identifier: Apache-2.0
// Ids that links and references lead to: those the author gave, and GitHub's for headings without one.
#include "read/dialect.hpp"

#include "base/unicode.hpp"

#include <unicode/uchar.h>

#include <algorithm>
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
    Ids(const Document& document, Notes& notes) : notes_(notes) {
        for (const LinkTarget& link : document.links)
            if (link.uri.starts_with('#')) linked_.insert(link.uri.substr(1));
    }

    void take(const std::string& id, Place place, std::uint32_t block) {
        if (!id.empty() && !is_new(id, block)) notes_.warning(place, "id-twice", {id});
    }
    /// Editors put the same anchor two and three times at one place, and many that nothing leads to.
    void take_anchor(const std::string& id, Place place, std::uint32_t block) {
        if (!id.empty() && !is_new(id, block) && linked_.contains(id))
            notes_.warning(place, "id-twice", {id});
    }
    std::string free_from(const std::string& slug) {
        std::string id = slug;
        for (std::uint32_t& count = counts_[slug]; !taken_.emplace(id, 0).second;)
            id = slug + "-" + std::to_string(++count);
        return id;
    }

private:
    bool is_new(const std::string& id, std::uint32_t block) {
        return taken_.emplace(id, block).first->second == block;
    }

    Notes& notes_;
    std::set<std::string, std::less<>> linked_;
    std::map<std::string, std::uint32_t, std::less<>> taken_;  ///< And in which block.
    std::map<std::string, std::uint32_t> counts_;
};

/// Ids of spans and of containers, which lead to the heading or paragraph that they stand in or before.
class Anchors {
public:
    explicit Anchors(Document& document) : document_(document) {}

    void settle() {
        for (const LinkTarget& link : document_.links)
            if (link.uri.starts_with('#')) linked_.insert(link.uri.substr(1));
        for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) block(i);
        for (LinkTarget& link : document_.links)
            if (link.uri.starts_with('#'))
                if (const auto found = aliases_.find(link.uri.substr(1)); found != aliases_.end())
                    link.uri = "#" + found->second;
    }

private:
    /// Editors put anchors everywhere; only those matter that links lead to.
    void wait(const std::string& id) {
        if (!id.empty() && linked_.contains(id)) waiting_.push_back(id);
    }
    void block(std::uint32_t index) {
        Block& block = document_.blocks[index];
        if (block.kind == BlockKind::table || block.kind == BlockKind::footnote)
            apart_until_ = std::max(apart_until_, block.end);
        const bool is_heading = block.kind == BlockKind::heading;
        const bool is_leaf = is_heading || block.kind == BlockKind::paragraph;
        const bool is_target = is_heading || (is_leaf && index >= apart_until_ && !is_caption(block.caption));
        if (!is_leaf && block.kind != BlockKind::table) wait(block.attributes.id);
        for (const Mark& mark : block.text.marks)
            if (mark.kind == MarkKind::span) wait(document_.attributes[mark.data].id);
        if (is_target && !waiting_.empty() && block.attributes.id.empty())
            block.attributes.id = waiting_.front();
        if (is_target && !block.attributes.id.empty()) last_ = block.attributes.id;
        // What stands in a cell or a note is found at what stands before them.
        if (!is_target && (block.text.utf8.empty() || last_.empty())) return;
        for (const std::string& id : waiting_)
            if (id != last_) aliases_.emplace(id, last_);
        waiting_.clear();
    }

    Document& document_;
    std::set<std::string, std::less<>> linked_;
    std::vector<std::string> waiting_;
    std::map<std::string, std::string, std::less<>> aliases_;
    std::string last_;
    std::uint32_t apart_until_ = 0;
};

bool holds_anchor(const Document& document, const Block& block, std::string_view id) {
    return std::any_of(block.text.marks.begin(), block.text.marks.end(), [&](const Mark& mark) {
        return mark.kind == MarkKind::span && document.attributes[mark.data].id == id;
    });
}

}  // namespace

void settle_ids(Document& document, Notes& notes) {
    Ids ids(document, notes);
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        ids.take(block.attributes.id, block.place, i);
        for (const Mark& mark : block.text.marks) {
            if (mark.kind == MarkKind::image)
                ids.take(document.images[mark.data].attributes.id, mark.place, i);
            if (mark.kind == MarkKind::span)
                ids.take_anchor(document.attributes[mark.data].id, mark.place, i);
        }
    }
    for (Block& block : document.blocks) {
        if (block.kind != BlockKind::heading || !block.attributes.id.empty()) continue;
        std::string slug = slug_of(block.text.utf8);
        block.attributes.id = holds_anchor(document, block, slug) ? std::move(slug) : ids.free_from(slug);
    }
    Anchors(document).settle();
}

}  // namespace hanqing
