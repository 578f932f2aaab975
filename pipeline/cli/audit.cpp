// SPDX-License-Identifier: Apache-2.0
// The audit's file. The newest line of a part counts.
#include "cli/audit.hpp"

#include "archive/history.hpp"
#include "base/file.hpp"
#include "base/notes.hpp"
#include "cli/receipts.hpp"

#include <charconv>
#include <filesystem>
#include <set>

namespace hanqing {
namespace {

constexpr std::string_view head = "Hanqing-Audit: 1\n";
constexpr std::uint64_t audit_bytes_max = std::uint64_t{64} << 20U;
constexpr std::uint32_t parts_max = 100'000;

bool number_from(std::string_view text, std::uint32_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields;
    for (;;) {
        const std::size_t tab = line.find('\t');
        fields.emplace_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return fields;
        line.remove_prefix(tab + 1);
    }
}

}  // namespace

Sample sample_from(const std::string& text) {
    Sample sample;
    if (text.empty()) return sample;
    const std::size_t slash = text.find('/');
    const bool next = text.substr(0, slash) == "next";
    const bool read = slash != std::string::npos && number_from(text.substr(slash + 1), sample.parts) &&
                      (next || number_from(text.substr(0, slash), sample.part));
    if (!read || (!next && sample.part == 0) || sample.part > sample.parts || sample.parts > parts_max)
        throw Failure("usage-sample", {text});
    if (next) sample.part = 0;
    return sample;
}

Audit::Audit(std::string path, std::string date) : path_(std::move(path)), date_(std::move(date)) {
    if (std::filesystem::exists(path_)) read(read_file(path_, audit_bytes_max));
}

void Audit::read(const std::string& text) {
    std::uint32_t number = 1;
    const auto unreadable = [&] { return Failure("audit-unreadable", {path_, std::to_string(number)}); };
    if (!text.starts_with(head)) throw unreadable();
    for (std::string_view rest = std::string_view(text).substr(head.size()); !rest.empty();) {
        ++number;
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) throw unreadable();
        const std::vector<std::string> fields = fields_of(rest.substr(0, end));
        rest.remove_prefix(end + 1);
        if (fields.size() != 5) throw unreadable();
        const std::size_t slash = fields[1].find('/');
        Line line{fields[0], 0, 0, fields[2], fields[3], fields[4]};
        if (slash == std::string::npos ||
            !number_from(std::string_view(fields[1]).substr(0, slash), line.part) ||
            !number_from(std::string_view(fields[1]).substr(slash + 1), line.parts))
            throw unreadable();
        lines_.push_back(std::move(line));
    }
}

void Audit::write() const {
    std::string text(head);
    for (const Line& line : lines_)
        text += line.seal + "\t" + std::to_string(line.part) + "/" + std::to_string(line.parts) + "\t" +
                line.date + "\t" + line.state + "\t" + line.bag + "\n";
    write_file(path_, text);
}

bool Audit::is_intact(const std::string& seal, std::uint32_t part, std::uint32_t parts) const {
    for (auto line = lines_.rbegin(); line != lines_.rend(); ++line)
        if (line->seal == seal && line->part == part && line->parts == parts) return line->state == "intact";
    return false;
}

std::optional<Sample> Audit::next(std::string_view seal_text, std::uint32_t part, std::uint32_t parts) const {
    const std::string seal = sha512_hex(seal_text);
    const std::uint32_t first = part == 0 ? 1 : part;
    const std::uint32_t last = part == 0 ? parts : part;
    for (std::uint32_t one = first; one <= last; ++one)
        if (!is_intact(seal, one, parts)) return Sample{one, parts};
    return {};
}

void Audit::add(std::string_view seal_text, const Receipt& receipt) {
    lines_.push_back({sha512_hex(seal_text), receipt.sample.part, receipt.sample.parts, date_,
                      std::string(state_name(receipt)), receipt.bag});
    write();
}

std::uint32_t Audit::covered(std::string_view seal_text, std::uint32_t parts) const {
    const std::string seal = sha512_hex(seal_text);
    std::set<std::uint32_t> found;
    for (const Line& line : lines_)
        if (line.seal == seal && line.parts == parts && is_intact(seal, line.part, parts))
            found.insert(line.part);
    return static_cast<std::uint32_t>(found.size());
}

}  // namespace hanqing
