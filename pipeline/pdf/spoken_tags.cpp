// SPDX-License-Identifier: Apache-2.0
// Structure elements into lines. Cycles, shared kids and bottomless trees of hostile files end at the limits.
#include "pdf/spoken_tags.hpp"

#include "pdf/marked_text.hpp"
#include "pdf/readable.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <array>
#include <map>
#include <set>
#include <vector>

namespace hanqing {

namespace {

using Number = std::pair<int, int>;

Number number_of(const QPDFObjectHandle& object) {
    const QPDFObjGen n = object.getObjGen();
    return {n.getObj(), n.getGen()};
}

bool is_inline(const std::string& type) {
    static constexpr std::array types = {"/Span", "/Link", "/Reference", "/Lbl",   "/Code", "/Ruby",  "/RB",
                                         "/RT",   "/RP",   "/Quote",     "/Annot", "/Em",   "/Strong"};
    for (const char* const known : types)
        if (type == known) return true;
    return false;
}

class Speaker {
public:
    Speaker(QPDF& pdf, BoundedStreams& streams, const InspectionLimits& limits)
        : pdf_(&pdf), streams_(&streams), limits_(limits) {
        std::uint32_t count = 0;
        for (const QPDFObjectHandle& page : pdf.getAllPages()) pages_.emplace(number_of(page), ++count);
    }

    std::string speak() {
        QPDFObjectHandle root = pdf_->getRoot().getKey("/StructTreeRoot");
        if (!root.isDictionary()) return {};
        for (QPDFObjectHandle& kid : kids_of(root)) block(kid, QPDFObjectHandle::newNull(), 0);
        return std::move(out_);
    }

private:
    static std::vector<QPDFObjectHandle> kids_of(QPDFObjectHandle& element) {
        QPDFObjectHandle k = element.getKey("/K");
        if (k.isArray()) return k.getArrayAsVector();
        if (k.isNull()) return {};
        return {k};
    }

    bool enter(const QPDFObjectHandle& element, std::uint32_t depth) {
        if (depth > limits_.depth || ++count_ > limits_.tags) return false;
        return number_of(element).first == 0 || seen_.insert(number_of(element)).second;
    }

    static bool is_element(QPDFObjectHandle& kid) { return kid.isDictionary() && kid.getKey("/S").isName(); }

    void write(std::uint32_t depth, std::string line) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        if (line.empty()) return;
        out_.append(2U * depth, ' ');
        out_ += line + '\n';
    }

    void block(QPDFObjectHandle& element, QPDFObjectHandle page, std::uint32_t depth) {
        if (!is_element(element) || !enter(element, depth)) return;
        if (element.getKey("/Pg").isDictionary()) page = element.getKey("/Pg");
        std::string line = head(element);
        const bool said_for = append_text_of_its_own(line, element);
        for (QPDFObjectHandle& kid : kids_of(element)) {
            if (is_element(kid) && !is_inline(kid.getKey("/S").getName())) {
                write(depth, line);
                line.clear();
                block(kid, page, depth + 1);
            } else if (!said_for) {
                append_inline(line, kid, page, depth + 1);
            }
        }
        write(depth, line);
    }

    static bool append_text_of_its_own(std::string& line, QPDFObjectHandle& element) {
        QPDFObjectHandle alternative = element.getKey("/Alt"), actual = element.getKey("/ActualText");
        if (alternative.isString())
            line += "“" + readable(alternative.getUTF8Value()) + "”";
        else if (actual.isString())
            line += readable(actual.getUTF8Value());
        return alternative.isString() || actual.isString();
    }

    void append_inline(std::string& line, QPDFObjectHandle& kid, QPDFObjectHandle page, std::uint32_t depth) {
        if (kid.isInteger()) return append_mark(line, page, kid.getIntValue());
        if (!kid.isDictionary()) return;
        QPDFObjectHandle own_page = kid.getKey("/Pg");
        if (own_page.isDictionary()) page = own_page;
        if (kid.getKey("/MCID").isInteger())
            return append_mark(line, page, kid.getKey("/MCID").getIntValue());
        if (!is_element(kid) || !enter(kid, depth)) return;
        const std::string type = readable(kid.getKey("/S").getName().substr(1));
        const bool is_label = type == "Lbl";
        if (!is_label) line += '[' + type + facts(kid, type) + ' ';
        if (!append_text_of_its_own(line, kid))
            for (QPDFObjectHandle& below : kids_of(kid)) append_inline(line, below, page, depth + 1);
        line += is_label ? " " : target(kid) + ']';
    }

    void append_mark(std::string& line, QPDFObjectHandle& page, std::int64_t identifier) {
        if (!page.isDictionary()) return;
        const auto [found, is_new] = texts_.try_emplace(number_of(page));
        if (is_new) found->second = marked_text(*pdf_, page, *streams_, fonts_);
        const auto mark = found->second.find(identifier);
        if (mark == found->second.end()) return;
        if (mark->second.begins_line && !was_silent_)
            append_line(line, mark->second.text);
        else
            line += mark->second.text;
        was_silent_ = mark->second.is_silent;
    }

    static std::string attribute(QPDFObjectHandle& element, const char* key) {
        QPDFObjectHandle a = element.getKey("/A");
        if (!a.isDictionary()) return {};
        QPDFObjectHandle value = a.getKey(key);
        if (value.isName()) return readable(value.getName().substr(1));
        return value.isInteger() ? std::to_string(value.getIntValue()) : std::string();
    }

    static std::string facts(QPDFObjectHandle& element, const std::string& type) {
        std::string out;
        const auto add = [&](const std::string& fact) {
            if (!fact.empty()) out += (out.empty() ? " (" : ", ") + fact;
        };
        if (element.getKey("/Lang").isString()) add(readable(element.getKey("/Lang").getUTF8Value()));
        if (type == "TH") add("heads " + attribute(element, "/Scope"));
        if (!attribute(element, "/ColSpan").empty()) add(attribute(element, "/ColSpan") + " columns");
        if (!attribute(element, "/RowSpan").empty()) add(attribute(element, "/RowSpan") + " rows");
        if (type == "L") {
            add(attribute(element, "/ListNumbering"));
            add(std::to_string(kids_of(element).size()) + " items");
        }
        if (type == "Note" && element.getKey("/ID").isString())
            add(readable(element.getKey("/ID").getStringValue()));
        return out.empty() ? out : out + ")";
    }

    static std::string head(QPDFObjectHandle& element) {
        const std::string type = readable(element.getKey("/S").getName().substr(1));
        return type + facts(element, type) + ' ';
    }

    /// Where a link leads, from the annotation that hangs in it.
    std::string target(QPDFObjectHandle& element) {
        for (QPDFObjectHandle& kid : kids_of(element)) {
            if (!kid.isDictionary() || !kid.getKey("/Obj").isDictionary()) continue;
            QPDFObjectHandle annotation = kid.getKey("/Obj");
            QPDFObjectHandle uri = annotation.getKey("/A").getKeyIfDict("/URI");
            if (uri.isString()) return " → " + readable(uri.getUTF8Value());
            QPDFObjectHandle to = annotation.getKey("/Dest");
            if (!to.isArray() || to.getArrayNItems() == 0) continue;
            const auto page = pages_.find(number_of(to.getArrayItem(0)));
            if (page != pages_.end()) return " → page " + std::to_string(page->second);
        }
        return {};
    }

    QPDF* pdf_;
    BoundedStreams* streams_;
    InspectionLimits limits_;
    std::map<Number, std::uint32_t> pages_;
    std::map<Number, std::map<std::int64_t, MarkedText>> texts_;
    ReadFonts fonts_;
    std::set<Number> seen_;
    std::uint32_t count_ = 0;
    bool was_silent_ = false;  ///< The last mark was an added hyphen: no blank after it.
    std::string out_;
};

}  // namespace

std::string spoken_tags(QPDF& pdf, BoundedStreams& streams, const InspectionLimits& limits) {
    return Speaker(pdf, streams, limits).speak();
}

}  // namespace hanqing
