// SPDX-License-Identifier: Apache-2.0
// Tags and marks into structure elements, parent tree and tree of identifiers.
#include "pdf/tags.hpp"

#include "pdf/planted.hpp"
#include "pdf/structure_type.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace hanqing {

namespace {

constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

struct OwnMark {
    std::uint32_t page = 0, mark = 0;
    std::uint64_t order = 0;  ///< Among all marks of the file.
};

struct Element {
    std::vector<OwnMark> marks;
    std::vector<std::uint32_t> annotations;  ///< Indices into Tagging::annotations.
    std::vector<std::uint32_t> children;     ///< Tags that are kept.
    std::uint64_t first = never;             ///< Order of the first mark in or below.
    bool kept = false;
    Reference object = 0;
    Reference link = 0;  ///< The Link put around marks and annotations.
};

class StructureWriter {
public:
    StructureWriter(const Pages& pages, const Tagging& tagging, Objects& objects)
        : pages_(&pages), tagging_(&tagging), objects_(&objects), elements_(pages.tags.size()) {}
    Reference write();

private:
    void collect();
    void choose();
    void find_boxes();
    void write_element(std::uint32_t tag, Reference root);
    void write_link(std::uint32_t tag);
    std::string marks_and_annotations(const Element& element, Reference page) const;
    std::string kids(const Element& element, Reference page) const;
    void append_mark(std::string& to, const OwnMark& mark, Reference page) const;
    void append_annotation(std::string& to, std::uint32_t index) const;
    Reference page_of(const Element& element) const;
    std::string attributes(std::uint32_t tag) const;
    std::string identifier(std::uint32_t tag);
    [[nodiscard]] std::string_view type_of(std::uint32_t tag) const;
    Reference write_parent_tree();
    std::string identifier_tree() const;

    const Pages* pages_;
    const Tagging* tagging_;
    Objects* objects_;
    std::vector<Element> elements_;
    std::map<std::string, Reference> identifiers_;
    std::map<std::uint32_t, std::string> boxes_;  ///< Of figures on one page.
};

void StructureWriter::collect() {
    std::uint64_t order = 0;
    for (std::uint32_t page = 0; page < tagging_->marks.size(); ++page)
        for (std::uint32_t mark = 0; mark < tagging_->marks[page].size(); ++mark) {
            Element& e = elements_[tagging_->marks[page][mark]];
            e.first = std::min(e.first, order);
            e.marks.push_back({page, mark, order++});
        }
    for (std::uint32_t i = 0; i < tagging_->annotations.size(); ++i)
        elements_[tagging_->annotations[i].tag].annotations.push_back(i);
}

/// Empty elements say nothing to a reader and are left out, but a table stays rectangular (PDF/UA-1 7.2).
void StructureWriter::choose() {
    for (std::uint32_t tag = static_cast<std::uint32_t>(elements_.size()); tag-- > 0;) {
        Element& e = elements_[tag];
        const TagKind kind = pages_->tags[tag].kind;
        e.kept = e.kept || tag == 0 || !e.marks.empty() || !e.annotations.empty() || kind == TagKind::cell ||
                 kind == TagKind::head_cell;
        const std::uint32_t parent = pages_->tags[tag].parent;
        if (!e.kept || parent == none) continue;
        elements_[parent].kept = true;
        elements_[parent].first = std::min(elements_[parent].first, e.first);
    }
    for (std::uint32_t tag = 0; tag < elements_.size(); ++tag) {
        Element& e = elements_[tag];
        if (!e.kept) continue;
        e.object = objects_->reserve();
        if (!e.annotations.empty() && pages_->tags[tag].kind != TagKind::link) e.link = objects_->reserve();
        if (pages_->tags[tag].parent != none) elements_[pages_->tags[tag].parent].children.push_back(tag);
    }
}

void append_edges(std::string& to, const Rectangle& a, const Page& page) {
    append_hundredths(to, hundredths(a.corner.x + page.bleed));
    to += ' ';
    append_hundredths(to, hundredths(page.height - a.corner.y - a.height + page.bleed));
    to += ' ';
    append_hundredths(to, hundredths(a.corner.x + a.width + page.bleed));
    to += ' ';
    append_hundredths(to, hundredths(page.height - a.corner.y + page.bleed));
}

void StructureWriter::find_boxes() {
    for (const Page& page : pages_->pages)
        for (const PageItem& item : page.items) {
            const auto* image = std::get_if<ImageItem>(&item.shape);
            if (image == nullptr || item.tag == none || pages_->tags[item.tag].kind != TagKind::figure)
                continue;
            std::string box = "/A<</O/Layout/Placement/Block/BBox[";
            append_edges(box, image->area, page);
            boxes_.try_emplace(item.tag, box + "]>>");
        }
}

Reference StructureWriter::page_of(const Element& element) const {
    return element.marks.empty() ? 0 : tagging_->pages[element.marks.front().page];
}

void StructureWriter::append_mark(std::string& to, const OwnMark& mark, Reference page) const {
    const Reference own = tagging_->pages[mark.page];
    if (own == page) {
        append_integer(to, mark.mark);
    } else {
        to += "<</Type/MCR/Pg " + reference_text(own) + "/MCID ";
        append_integer(to, mark.mark);
        to += ">>";
    }
    to += ' ';
}

void StructureWriter::append_annotation(std::string& to, std::uint32_t index) const {
    const Annotation& a = tagging_->annotations[index];
    to += "<</Type/OBJR/Obj " + reference_text(a.object) + "/Pg " + reference_text(tagging_->pages[a.page]) +
          ">>";
}

std::string StructureWriter::marks_and_annotations(const Element& element, Reference page) const {
    std::string out;
    for (const OwnMark& mark : element.marks) append_mark(out, mark, page);
    for (const std::uint32_t index : element.annotations) append_annotation(out, index);
    return out;
}

/// Children in their order; before each one the own marks that come before it and all that follow it, so that
/// a child whose text stands later on the page (a note at the foot) pulls nothing along.
std::string StructureWriter::kids(const Element& element, Reference page) const {
    if (element.children.empty() && element.link == 0) return marks_and_annotations(element, page);
    std::string out;
    if (element.link != 0) out = reference_text(element.link) + ' ';
    std::vector<std::uint64_t> bounds(element.children.size());
    std::uint64_t least = never;
    for (std::size_t i = bounds.size(); i-- > 0;) {
        least = std::min(least, elements_[element.children[i]].first);
        bounds[i] = least;
    }
    std::size_t next = element.link != 0 ? element.marks.size() : 0;
    for (std::size_t i = 0; i < element.children.size(); ++i) {
        for (; next < element.marks.size() && element.marks[next].order < bounds[i]; ++next)
            append_mark(out, element.marks[next], page);
        append_reference(out, elements_[element.children[i]].object);
        out += ' ';
    }
    for (; next < element.marks.size(); ++next) append_mark(out, element.marks[next], page);
    if (element.link == 0)
        for (const std::uint32_t index : element.annotations) append_annotation(out, index);
    return out;
}

std::string StructureWriter::attributes(std::uint32_t index) const {
    const Tag& tag = pages_->tags[index];
    if (tag.kind == TagKind::figure) {
        const auto box = boxes_.find(index);
        return box == boxes_.end() ? std::string() : box->second;
    }
    if (tag.kind == TagKind::list) {
        if (tag.numbering == Tag::Numbering::none) return {};
        return "/A<</O/List/ListNumbering/" + std::string(list_numbering(tag.numbering)) + ">>";
    }
    if (tag.kind != TagKind::head_cell && tag.kind != TagKind::cell) return {};
    std::string out;
    if (tag.kind == TagKind::head_cell)
        out += tag.scope_row ? (tag.scope_column ? "/Scope/Both" : "/Scope/Row") : "/Scope/Column";
    if (tag.row_span > 1) {
        out += "/RowSpan ";
        append_integer(out, tag.row_span);
    }
    if (tag.column_span > 1) {
        out += "/ColSpan ";
        append_integer(out, tag.column_span);
    }
    return out.empty() ? out : "/A<</O/Table" + out + ">>";
}

/// PDF/UA-1 7.9: each note has an identifier, unique in the file.
std::string StructureWriter::identifier(std::uint32_t index) {
    const Tag& tag = pages_->tags[index];
    std::string id = tag.identifier;
    if (id.empty() && tag.kind == TagKind::note) id = "note";
    if (id.empty()) return {};
    if (identifiers_.contains(id)) {
        id += '-';
        append_integer(id, index);
    }
    identifiers_.emplace(id, elements_[index].object);
    return "/ID" + hex_string(id);
}

/// A head without a body is the body (PDF/UA-1 7.2: a THead wants a TBody); its cells stay heads.
std::string_view StructureWriter::type_of(std::uint32_t index) const {
    const Tag& tag = pages_->tags[index];
    if (tag.kind != TagKind::table_head || tag.parent == none) return structure_type(tag.kind);
    const std::vector<std::uint32_t>& siblings = elements_[tag.parent].children;
    const bool has_body = std::any_of(siblings.begin(), siblings.end(), [this](std::uint32_t sibling) {
        return pages_->tags[sibling].kind == TagKind::table_body;
    });
    return structure_type(has_body ? TagKind::table_head : TagKind::table_body);
}

void StructureWriter::write_element(std::uint32_t index, Reference root) {
    const Tag& tag = pages_->tags[index];
    const Element& element = elements_[index];
    std::string d = "<</S/";
    d += type_of(index);
    d += "/P ";
    append_reference(d, tag.parent == none ? root : elements_[tag.parent].object);
    const Reference page = element.link != 0 ? 0 : page_of(element);
    if (page != 0) d += "/Pg " + reference_text(page);
    d += attributes(index);
    d += identifier(index);
    if (!tag.alternative.empty() && planted_fault() != Fault::missing_alternative)
        d += "/Alt" + text_string(tag.alternative);
    if (!tag.actual_text.empty()) d += "/ActualText" + text_string(tag.actual_text);
    if (tag.language) d += "/Lang" + text_string(tag_of(*tag.language));
    std::string k = kids(element, page);
    while (!k.empty() && k.back() == ' ') k.pop_back();
    if (!k.empty()) d += "/K[" + k + ']';
    objects_->set(element.object, d + ">>");
}

void StructureWriter::write_link(std::uint32_t index) {
    const Element& element = elements_[index];
    std::string d = "<</S/Link/P " + reference_text(element.object);
    const Reference page = page_of(element);
    if (page != 0) d += "/Pg " + reference_text(page);
    objects_->set(element.link, d + "/K[" + marks_and_annotations(element, page) + "]>>");
}

Reference StructureWriter::write_parent_tree() {
    std::string nums = "<</Nums[";
    const auto holder = [this](std::uint32_t tag) {
        return elements_[tag].link != 0 ? elements_[tag].link : elements_[tag].object;
    };
    std::int64_t key = 0;
    for (const std::vector<std::uint32_t>& marks : tagging_->marks) {
        std::string parents = "[";
        for (const std::uint32_t tag : marks) {
            append_reference(parents, holder(tag));
            parents += ' ';
        }
        append_integer(nums, key++);
        nums += ' ';
        append_reference(nums, objects_->add(parents + ']'));
        nums += ' ';
    }
    for (const Annotation& a : tagging_->annotations) {
        append_integer(nums, key++);
        nums += ' ';
        append_reference(nums, holder(a.tag));
        nums += ' ';
    }
    return objects_->add(nums + "]>>");
}

std::string StructureWriter::identifier_tree() const {
    if (identifiers_.empty()) return {};
    const std::string first = hex_string(identifiers_.begin()->first);
    const std::string last = hex_string(identifiers_.rbegin()->first);
    std::string names = "/IDTree<</Kids[";
    std::string leaf = "<</Limits[" + first + last + "]/Names[";
    for (const auto& [id, object] : identifiers_) leaf += hex_string(id) + ' ' + reference_text(object) + ' ';
    return names + reference_text(objects_->add(leaf + "]>>")) + "]>>";
}

Reference StructureWriter::write() {
    collect();
    find_boxes();
    const Reference root = objects_->reserve();
    choose();
    for (std::uint32_t tag = 0; tag < elements_.size(); ++tag) {
        if (!elements_[tag].kept) continue;
        write_element(tag, root);
        if (elements_[tag].link != 0) write_link(tag);
    }
    std::string d = "<</Type/StructTreeRoot/K " + reference_text(elements_[0].object) + "/ParentTree " +
                    reference_text(write_parent_tree()) + "/ParentTreeNextKey ";
    append_integer(d, static_cast<std::int64_t>(tagging_->marks.size() + tagging_->annotations.size()));
    objects_->set(root, d + identifier_tree() + ">>");
    return root;
}

}  // namespace

Reference write_structure(const Pages& pages, const Tagging& tagging, Objects& objects) {
    return StructureWriter(pages, tagging, objects).write();
}

}  // namespace hanqing
