// SPDX-License-Identifier: Apache-2.0
// Objects into digests that do not depend on their numbers: references are counted as they are met.
#include "pdf/compare.hpp"

#include "base/digest.hpp"
#include "base/notes.hpp"
#include "pdf/bounded_streams.hpp"
#include "pdf/guarded_reading.hpp"
#include "pdf/readable.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <map>
#include <set>

namespace hanqing {

namespace {

using Number = std::pair<int, int>;

Number number_of(const QPDFObjectHandle& object) {
    const QPDFObjGen n = object.getObjGen();
    return {n.getObj(), n.getGen()};
}

/// How a stream is packed says nothing about what it holds.
const std::set<std::string>& packing_keys() {
    static const std::set<std::string> keys{"/Length", "/Filter", "/DecodeParms"};
    return keys;
}

class Contents {
public:
    explicit Contents(std::string_view bytes) : streams_(limits().stream_bytes, limits().all_bytes) {
        open_guarded(pdf_, bytes, limits());
        try {
            for (const QPDFObjectHandle& page : pdf_.getAllPages()) pages_.push_back(page);
        } catch (const std::exception& e) {
            throw Failure("pdf-unreadable", {readable(e.what())});
        }
        for (std::size_t i = 0; i < pages_.size(); ++i) page_numbers_.emplace(number_of(pages_[i]), i);
    }

    [[nodiscard]] std::size_t pages() const { return pages_.size(); }

    /// A page without what hangs above it and without its resources, which are parts of their own.
    Digest page(std::size_t i) {
        return digest(pages_[i], {"/Parent", "/Resources", "/StructParents"}, pages_.size());
    }
    Digest resources(const char* kind) {
        Hasher all(Algorithm::sha256);
        for (QPDFObjectHandle& page : pages_) {
            const Digest one = digest(page.getKey("/Resources").getKeyIfDict(kind), {}, pages_.size());
            all.update(hex(one));
        }
        return sha256(all.finish());
    }
    Digest root(const char* key) { return digest(pdf_.getRoot().getKey(key), {}, pages_.size()); }
    Digest information() { return digest(pdf_.getTrailer().getKey("/Info"), {}, pages_.size()); }
    /// All that can be reached, pages too.
    Digest everything() {
        QPDFObjectHandle start = QPDFObjectHandle::newArray();
        start.appendItem(pdf_.getRoot());
        start.appendItem(pdf_.getTrailer().getKey("/Info"));
        return digest(start, {}, 0);
    }

private:
    static InspectionLimits limits() { return {}; }

    /// Pages before `known_pages` are named by their number and not entered.
    Digest digest(QPDFObjectHandle start, const std::set<std::string>& without, std::size_t known_pages) {
        Hasher hasher(Algorithm::sha256);
        std::map<Number, std::size_t> met;
        std::vector<QPDFObjectHandle> waiting{start};
        known_pages_ = known_pages;
        for (std::size_t next = 0; next < waiting.size(); ++next) {
            QPDFObjectHandle object = waiting[next];
            std::string text;
            if (object.isStream()) {
                append_dictionary(object.getDict(), packing_keys(), text, met, waiting);
                hasher.update(text + "stream\n" + data_of(object));
                continue;
            }
            if (object.isDictionary())
                append_dictionary(object, next == 0 ? without : std::set<std::string>{}, text, met, waiting);
            else
                append(object, text, met, waiting);
            hasher.update(text + "\n");
        }
        Digest result;
        const std::string raw = hasher.finish();
        std::copy(raw.begin(), raw.end(), result.bytes.begin());
        return result;
    }

    /// Inflated; as it stands where the filter is no packing (JPEG). The file's size bounds the latter.
    std::string data_of(QPDFObjectHandle& stream) {
        std::string data = streams_.inflate(stream);
        if (!data.empty()) return data;
        const auto raw = stream.getRawStreamData();
        return {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()};
    }

    void append_dictionary(QPDFObjectHandle dictionary, const std::set<std::string>& without,
                           std::string& text, std::map<Number, std::size_t>& met,
                           std::vector<QPDFObjectHandle>& waiting) {
        text += "<<";
        for (const std::string& key : dictionary.getKeys()) {
            if (without.contains(key)) continue;
            text += key + ' ';
            append_value(dictionary.getKey(key), text, met, waiting);
        }
        text += ">>";
    }

    void append_value(QPDFObjectHandle value, std::string& text, std::map<Number, std::size_t>& met,
                      std::vector<QPDFObjectHandle>& waiting) {
        if (!value.isIndirect() && !value.isStream()) return append(value, text, met, waiting);
        const auto page = page_numbers_.find(number_of(value));
        if (page != page_numbers_.end() && page->second < known_pages_) {
            text += "page" + std::to_string(page->second) + ' ';
            return;
        }
        const auto [found, is_new] = met.try_emplace(number_of(value), met.size());
        if (is_new) waiting.push_back(value);
        text += '@' + std::to_string(found->second) + ' ';
    }

    void append(QPDFObjectHandle value, std::string& text, std::map<Number, std::size_t>& met,
                std::vector<QPDFObjectHandle>& waiting) {
        if (value.isDictionary()) return append_dictionary(value, {}, text, met, waiting);
        if (!value.isArray()) {
            text += value.unparseResolved() + ' ';
            return;
        }
        text += '[';
        for (const QPDFObjectHandle& item : value.getArrayAsVector()) append_value(item, text, met, waiting);
        text += ']';
    }

    QPDF pdf_;
    BoundedStreams streams_;
    std::vector<QPDFObjectHandle> pages_;
    std::map<Number, std::size_t> page_numbers_;
    std::size_t known_pages_ = 0;
};

}  // namespace

std::vector<PdfPart> differing_parts(std::string_view a, std::string_view b) {
    Contents one(a), other(b);
    if (one.everything() == other.everything()) return {};
    std::vector<PdfPart> parts;
    const auto check = [&](const char* name, bool same) {
        const PdfPart part{name};
        if (!same && (parts.empty() || parts.back() != part)) parts.push_back(part);
    };
    check("metadata", one.root("/Metadata") == other.root("/Metadata"));
    check("metadata", one.information() == other.information());
    for (std::size_t i = 0; i < std::max(one.pages(), other.pages()); ++i)
        if (i >= one.pages() || i >= other.pages() || one.page(i) != other.page(i))
            parts.push_back({"page", static_cast<std::uint32_t>(i + 1)});
    check("fonts", one.resources("/Font") == other.resources("/Font"));
    check("images", one.resources("/XObject") == other.resources("/XObject"));
    check("attachments", one.root("/Names") == other.root("/Names"));
    check("outline", one.root("/Outlines") == other.root("/Outlines"));
    check("tags", one.root("/StructTreeRoot") == other.root("/StructTreeRoot"));
    if (parts.empty()) parts.push_back({"other"});
    return parts;
}

}  // namespace hanqing
