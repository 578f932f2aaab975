// SPDX-License-Identifier: Apache-2.0
// Notes -> Findings: bytes become lines and columns.
#include "batch/finding.hpp"

#include <set>

namespace hanqing {
namespace {

const Source* source_of(const Place& place, const Source& report, const std::vector<Source>& others) {
    if (place.file == 0) return &report;
    return place.file <= others.size() ? &others[place.file - 1] : nullptr;
}

Finding resolve(const Note& note, const Source* source) {
    Finding finding{note.weight, source != nullptr ? source->name : "", 0, 0, note.id, note.arguments, 0};
    if (source == nullptr || source->bytes.empty()) return finding;
    const auto size = static_cast<std::uint32_t>(source->bytes.size());
    const LineColumn at = line_column(*source, note.place.begin < size ? note.place.begin : size);
    finding.line = at.line;
    finding.column = at.column;
    return finding;
}

}  // namespace

std::vector<Finding> findings_of(const Notes& notes, const Source& report,
                                 const std::vector<Source>& others) {
    std::vector<Finding> findings;
    for (const Note& note : notes.all())
        findings.push_back(resolve(note, source_of(note.place, report, others)));
    std::set<std::string> told;  // the count of what was left out rides on the last note of its name
    for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding)
        if (told.insert(finding->id).second) finding->left_out = notes.left_out(finding->id);
    return findings;
}

Finding finding_of(const Failure& failure, std::string file) {
    return {Weight::error, std::move(file), 0, 0, failure.id(), failure.arguments(), 0};
}

bool is_authors(const Failure& failure) {
    const std::string& id = failure.id();
    return id.starts_with("sheet-") || id.ends_with("-limit") || id == "file-too-large" || id == "not-a-file";
}

}  // namespace hanqing
