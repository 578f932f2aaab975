// SPDX-License-Identifier: Apache-2.0
// Metadata and stamps into XMP and the information dictionary.
#include "pdf/xmp.hpp"

#include "pdf/planted.hpp"
#include "pdf/syntax.hpp"
#include "pdf/xmp_writer.hpp"

#include <algorithm>

namespace hanqing {

namespace {

/// A property of ours: name, type, what it says. PDF/A-3 6.6.2.3.3 wants each one described in the file.
struct Property {
    std::string_view name, type, description;
};
constexpr Property record_properties[] = {
    {"identifier", "Text", "File number given by the archive"},
    {"documentNumber", "Text", "Number under which the document was issued"},
    {"fonds", "Text", "Fonds to which the record belongs"},
    {"retention", "Text", "Retention period"},
    {"access", "Text", "Access class"},
    {"secrecy", "Text", "Secrecy marking"},
    {"recordClass", "Text", "Class of the record in its fonds"},
    {"version", "Text", "Version of the document"},
    {"revisions", "Seq Text", "Earlier versions with date and reason"},
    {"sourceDigest", "Text", "SHA-256 of the source text"},
    {"styleDigest", "Text", "SHA-256 of the style sheet"},
    {"fontsDigest", "Text", "SHA-256 over the identities of the fonts"},
    {"imagesDigest", "Text", "SHA-256 over the digests of the images"},
    {"program", "Text", "Program that typeset the document"},
    {"programDigest", "Text", "SHA-256 of the program and its libraries"},
};
constexpr Property universal_properties[] = {
    {"part", "Integer", "Part of ISO 14289 to which the file conforms"}};

void append_schema(std::string& to, std::string_view title, std::string_view uri, std::string_view prefix,
                   const Property* begin, const Property* end) {
    to += "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>" + std::string(title) +
          "</pdfaSchema:schema><pdfaSchema:namespaceURI>" + std::string(uri) +
          "</pdfaSchema:namespaceURI><pdfaSchema:prefix>" + std::string(prefix) +
          "</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\n";
    for (const Property* p = begin; p != end; ++p)
        to += "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + std::string(p->name) +
              "</pdfaProperty:name><pdfaProperty:valueType>" + std::string(p->type) +
              "</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
              "<pdfaProperty:description>" +
              std::string(p->description) + "</pdfaProperty:description></rdf:li>\n";
    to += "</rdf:Seq></pdfaSchema:property></rdf:li>\n";
}

std::string schemas() {
    std::string out = "<pdfaExtension:schemas><rdf:Bag>\n";
    append_schema(out, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
                  std::begin(universal_properties), std::end(universal_properties));
    append_schema(out, "Record and provenance", record_namespace, "hanqing", std::begin(record_properties),
                  std::end(record_properties));
    return out + "</rdf:Bag></pdfaExtension:schemas>\n";
}

std::string digest_text(const Digest& digest) {
    return digest == Digest{} ? std::string() : "sha256:" + hex(digest);
}

std::vector<std::string> revision_lines(const Metadata& metadata) {
    std::vector<std::string> lines;
    for (const Revision& r : metadata.revisions) lines.push_back(r.version + " | " + r.date + " | " + r.note);
    return lines;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string digits(std::int32_t value, std::size_t width) {
    std::string out = std::to_string(value);
    return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

/// What is missing in a date is its first: XMP and the old dictionary then agree to the second.
struct Day {
    std::string year, month, day;
};
Day day_of(const Metadata& metadata) {
    const Date date = metadata.date.value_or(Date{1970, 1, 1});
    return {digits(std::clamp(date.year, 1, 9999), 4), digits(std::max(date.month, 1), 2),
            digits(std::max(date.day, 1), 2)};
}

void append_record(XmpWriter& xmp, const Metadata& m, const Stamps& stamps) {
    xmp.text("hanqing:identifier", m.identifier);
    xmp.text("hanqing:documentNumber", m.document_number);
    xmp.text("hanqing:fonds", m.fonds);
    xmp.text("hanqing:retention", m.retention);
    xmp.text("hanqing:access", m.access);
    xmp.text("hanqing:secrecy", m.secrecy);
    xmp.text("hanqing:recordClass", m.record_class);
    xmp.text("hanqing:version", m.version);
    xmp.list("hanqing:revisions", "Seq", revision_lines(m));
    xmp.text("hanqing:sourceDigest", digest_text(stamps.source));
    xmp.text("hanqing:styleDigest", digest_text(stamps.style));
    xmp.text("hanqing:fontsDigest", digest_text(stamps.fonts));
    xmp.text("hanqing:imagesDigest", digest_text(stamps.images));
    xmp.text("hanqing:program", stamps.program);
    xmp.text("hanqing:programDigest", digest_text(stamps.program_digest));
}

void append_dublin_core(XmpWriter& xmp, const Pages& pages) {
    const Metadata& m = pages.metadata;
    const std::string_view language = tag_of(pages.language);
    xmp.text("dc:format", "application/pdf");
    xmp.alternative("dc:title", document_title(pages), language);
    xmp.list("dc:creator", "Seq", m.authors);
    if (!m.organization.empty()) xmp.list("dc:publisher", "Bag", {m.organization});
    xmp.list("dc:subject", "Bag", m.keywords);
    xmp.alternative("dc:description", m.abstract, language);
    xmp.list("dc:language", "Bag", {std::string(language)});
    if (m.date) xmp.list("dc:date", "Seq", {xmp_date(m)});
    xmp.text("dc:identifier", m.identifier.empty() ? m.document_number : m.identifier);
}

}  // namespace

std::string document_title(const Pages& pages) {
    const Metadata& m = pages.metadata;
    if (!m.title.empty()) return m.title;
    if (!m.document_number.empty()) return m.document_number;
    if (!m.identifier.empty()) return m.identifier;
    return is_chinese(pages.language) ? "无题" : "Untitled";
}

std::string xmp_date(const Metadata& metadata) {
    const Day d = day_of(metadata);
    if (planted_fault() == Fault::bad_date) return d.day + "." + d.month + "." + d.year;
    return d.year + "-" + d.month + "-" + d.day + "T00:00:00Z";
}

std::string pdf_date(const Metadata& metadata) {
    const Day d = day_of(metadata);
    return "D:" + d.year + d.month + d.day + "000000Z";
}

std::string xmp_packet(const Pages& pages, const Publication& publication) {
    const Metadata& m = pages.metadata;
    XmpWriter xmp;
    append_dublin_core(xmp, pages);
    const std::string date = xmp_date(m);
    xmp.text("xmp:CreatorTool", publication.stamps.program);
    xmp.text("xmp:CreateDate", date);
    xmp.text("xmp:ModifyDate", date);
    xmp.text("pdf:Producer", publication.stamps.program);
    xmp.text("pdf:Keywords", joined(m.keywords, ", "));
    xmp.text("pdfaid:part", publication.profile == Profile::a3a_ua1 ? "3" : "2");
    xmp.text("pdfaid:conformance", "A");
    xmp.text("pdfuaid:part", "1");
    append_record(xmp, m, publication.stamps);
    xmp.raw(schemas());
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
           "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
           " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
           " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\" xmlns:hanqing=\"" +
           std::string(record_namespace) + "\">\n" + xmp.rdf() +
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

std::string information_dictionary(const Pages& pages, const Publication& publication) {
    const Metadata& m = pages.metadata;
    std::string d = "<</Title" + text_string(document_title(pages));
    if (!m.authors.empty()) d += "/Author" + text_string(joined(m.authors, "; "));
    if (!m.abstract.empty()) d += "/Subject" + text_string(m.abstract);
    if (!m.keywords.empty()) d += "/Keywords" + text_string(joined(m.keywords, ", "));
    if (!publication.stamps.program.empty())
        d += "/Creator" + text_string(publication.stamps.program) + "/Producer" +
             text_string(publication.stamps.program);
    const std::string date = pdf_date(m);
    return d + "/CreationDate(" + date + ")/ModDate(" + date + ")>>";
}

}  // namespace hanqing
