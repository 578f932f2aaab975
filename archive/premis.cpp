// SPDX-License-Identifier: Apache-2.0
// Payload digests -> metadata/premis.xml (PREMIS 3.0): the PDFs as objects, the package's events, the program
// as agent.
#include "archive/descriptions.hpp"
#include "archive/xml.hpp"

namespace hanqing {
namespace {

void write_identifier(XmlWriter& xml, const std::string& what, const std::string& type,
                      const std::string& value) {
    xml.open("premis:" + what + "Identifier");
    xml.leaf("premis:" + what + "IdentifierType", type);
    xml.leaf("premis:" + what + "IdentifierValue", value);
    xml.close();
}

void write_object(XmlWriter& xml, const std::string& name, const Digested& file) {
    xml.open("premis:object", {{"xsi:type", "premis:file"}});
    write_identifier(xml, "object", "path in bag", name);
    xml.open("premis:objectCharacteristics");
    xml.open("premis:fixity");
    xml.leaf("premis:messageDigestAlgorithm", "SHA-256");
    xml.leaf("premis:messageDigest", hex(file.digests.sha256));
    xml.close();
    xml.leaf("premis:size", std::to_string(file.size));
    xml.open("premis:format");
    xml.open("premis:formatDesignation");
    xml.leaf("premis:formatName", "PDF/A-3a");
    xml.close();
    xml.close();
    xml.close();
    xml.close();
}

void write_event(XmlWriter& xml, const std::string& bag, std::string_view type,
                 const ArchiveSettings& settings) {
    xml.open("premis:event");
    write_identifier(xml, "event", "local", bag + "#" + std::string(type));
    xml.leaf("premis:eventType", type);
    xml.leaf("premis:eventDateTime", settings.date);
    xml.open("premis:linkingAgentIdentifier");
    xml.leaf("premis:linkingAgentIdentifierType", "local");
    xml.leaf("premis:linkingAgentIdentifierValue", settings.program);
    xml.close();
    xml.close();
}

}  // namespace

std::string premis_xml(const std::string& bag, const Manifest& payload, const ArchiveSettings& settings) {
    XmlWriter xml;
    xml.open("premis:premis", {{"xmlns:premis", "http://www.loc.gov/premis/v3"},
                               {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                               {"version", "3.0"}});
    for (const auto& [name, file] : payload)
        if (name.ends_with(".pdf")) write_object(xml, name, file);
    // Types from the Library of Congress list of preservation events.
    for (const std::string_view type : {"creation", "message digest calculation", "validation", "packing"})
        write_event(xml, bag, type, settings);
    xml.open("premis:agent");
    write_identifier(xml, "agent", "local", settings.program);
    xml.leaf("premis:agentName", settings.program);
    xml.leaf("premis:agentType", "software");
    xml.leaf("premis:agentVersion", hex(settings.program_digest));
    xml.close();
    xml.close();
    return xml.text();
}

}  // namespace hanqing
