// SPDX-License-Identifier: Apache-2.0
// Any PDF into what it says of itself.
#include "pdf/inspect.hpp"

#include "pdf/bounded_streams.hpp"
#include "pdf/guarded_reading.hpp"
#include "pdf/readable.hpp"
#include "pdf/spoken_tags.hpp"
#include "pdf/xmp.hpp"
#include "pdf/xmp_reader.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include <set>

namespace hanqing {

namespace {

constexpr std::size_t faults_max = 20;

std::string text_of(QPDFObjectHandle value) {
    if (value.isString()) return readable(value.getUTF8Value());
    return value.isName() ? readable(value.getName().substr(1)) : std::string();
}

class Inspector {
public:
    Inspector(QPDF& pdf, const InspectionLimits& limits)
        : pdf_(&pdf), limits_(limits), streams_(limits.stream_bytes, limits.all_bytes) {}

    Inspection inspect();

private:
    /// Runs one part: what it stumbles over is a fault, and the other parts still speak.
    template <class Part>
    void attempt(Part part) {
        try {
            part();
        } catch (const std::exception& e) {
            add_fault(e.what());
        }
    }
    void add_fault(std::string_view what) {
        if (out_.faults.size() < faults_max) out_.faults.push_back(readable(what));
    }
    void read_information();
    void read_metadata();
    void read_page_labels();
    void read_fonts();
    void add_font(QPDFObjectHandle font);
    void read_attachments();
    void read_outline(QPDFObjectHandle entry, std::uint32_t depth);

    QPDF* pdf_;
    InspectionLimits limits_;
    BoundedStreams streams_;
    Inspection out_;
    std::set<std::pair<int, int>> seen_;
};

void Inspector::read_information() {
    QPDFObjectHandle information = pdf_->getTrailer().getKey("/Info");
    if (!information.isDictionary()) return;
    for (const std::string& key : information.getKeys())
        out_.information.emplace_back(readable(key.substr(1)), text_of(information.getKey(key)));
}

void Inspector::read_metadata() {
    QPDFObjectHandle stream = pdf_->getRoot().getKey("/Metadata");
    const std::string packet = streams_.inflate(stream);
    if (packet.empty()) return;
    const auto properties = xmp_properties(packet);
    if (!properties) return add_fault("XMP metadata is not well formed");
    out_.properties = *properties;
    out_.claim = claim_from(out_.properties);
    if (packet.find(record_namespace) != std::string::npos) out_.stamps = stamps_from(out_.properties);
}

std::string counted(const std::string& style, long long number) {
    if (style == "/D" || number < 1 || number > 4000) return std::to_string(number);
    if (style == "/A" || style == "/a")
        return std::string(static_cast<std::size_t>((number + 25) / 26),
                           static_cast<char>((style == "/A" ? 'A' : 'a') + (number - 1) % 26));
    constexpr std::pair<int, std::string_view> steps[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string out;
    for (const auto& [value, letters] : steps)
        for (; number >= value; number -= value) out += letters;
    if (style == "/R")
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

void Inspector::read_page_labels() {
    QPDFPageLabelDocumentHelper labels(*pdf_);
    if (!labels.hasPageLabels()) return;
    for (std::uint32_t page = 0; page < out_.page_count; ++page) {
        QPDFObjectHandle label = labels.getLabelForPage(page);
        std::string text = text_of(label.getKeyIfDict("/P"));
        QPDFObjectHandle style = label.getKeyIfDict("/S"), start = label.getKeyIfDict("/St");
        if (style.isName()) text += counted(style.getName(), start.isInteger() ? start.getIntValue() : 1);
        out_.page_labels.push_back(std::move(text));
    }
}

void Inspector::add_font(QPDFObjectHandle font) {
    if (!font.isDictionary() || !seen_.insert({font.getObjectID(), font.getGeneration()}).second) return;
    EmbeddedFont f;
    f.name = text_of(font.getKey("/BaseFont"));
    f.kind = text_of(font.getKey("/Subtype"));
    f.has_unicode = font.getKey("/ToUnicode").isStream();
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    QPDFObjectHandle bearer =
        descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : font;
    QPDFObjectHandle descriptor = bearer.getKeyIfDict("/FontDescriptor");
    for (const auto& [key, kind] : {std::pair("/FontFile", "Type1"), std::pair("/FontFile2", "TrueType"),
                                    std::pair("/FontFile3", "")}) {
        QPDFObjectHandle program = descriptor.getKeyIfDict(key);
        if (!program.isStream()) continue;
        f.embedded = true;
        const std::string subtype = text_of(program.getDict().getKey("/Subtype"));
        f.kind = subtype.empty() ? kind : subtype;
    }
    f.subset =
        f.name.size() > 7 && f.name[6] == '+' && f.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 6;
    out_.fonts.push_back(std::move(f));
}

void Inspector::read_fonts() {
    for (QPDFObjectHandle page : pdf_->getAllPages()) {
        QPDFObjectHandle fonts = page.getKey("/Resources").getKeyIfDict("/Font");
        if (!fonts.isDictionary()) continue;
        for (const std::string& key : fonts.getKeys()) add_font(fonts.getKey(key));
    }
}

void Inspector::read_attachments() {
    QPDFEmbeddedFileDocumentHelper files(*pdf_);
    for (const auto& [key, specification] : files.getEmbeddedFiles()) {
        Attachment a;
        a.name = readable(specification->getFilename());
        a.description = readable(specification->getDescription());
        const std::string relationship =
            text_of(specification->getObjectHandle().getKeyIfDict("/AFRelationship"));
        if (relationship == "Data") a.relationship = Attachment::Relationship::data;
        if (relationship == "Supplement") a.relationship = Attachment::Relationship::supplement;
        QPDFObjectHandle stream = specification->getEmbeddedFileStream();
        if (stream.isStream()) a.media_type = text_of(stream.getDict().getKey("/Subtype"));
        a.bytes = streams_.inflate(stream);
        out_.attachments.push_back(std::move(a));
    }
}

void Inspector::read_outline(QPDFObjectHandle entry, std::uint32_t depth) {
    for (; entry.isDictionary() && depth < limits_.depth; entry = entry.getKey("/Next")) {
        if (!seen_.insert({entry.getObjectID(), entry.getGeneration()}).second) return;
        out_.outline.push_back(std::string(2U * depth, ' ') + text_of(entry.getKey("/Title")));
        read_outline(entry.getKey("/First"), depth + 1);
    }
}

Inspection Inspector::inspect() {
    out_.version = readable(pdf_->getPDFVersion());
    attempt([&] { out_.page_count = static_cast<std::uint32_t>(pdf_->getAllPages().size()); });
    attempt([&] { out_.language = text_of(pdf_->getRoot().getKey("/Lang")); });
    attempt([&] { read_information(); });
    attempt([&] { read_metadata(); });
    attempt([&] { read_page_labels(); });
    attempt([&] { read_fonts(); });
    attempt([&] { read_attachments(); });
    attempt([&] { read_outline(pdf_->getRoot().getKey("/Outlines").getKeyIfDict("/First"), 0); });
    attempt([&] { out_.tags = spoken_tags(*pdf_, streams_, limits_); });
    for (const QPDFExc& warning : pdf_->getWarnings()) add_fault(warning.what());
    if (streams_.is_exhausted()) add_fault("a stream is longer than the limit and was left out");
    return std::move(out_);
}

}  // namespace

Inspection inspect_pdf(std::string_view bytes, const InspectionLimits& limits) {
    QPDF pdf;
    open_guarded(pdf, bytes, limits);
    return Inspector(pdf, limits).inspect();
}

}  // namespace hanqing
