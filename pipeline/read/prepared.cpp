// SPDX-License-Identifier: Apache-2.0
// Prepared text and its account of where each byte came from.
#include "read/prepared.hpp"

#include "base/unicode.hpp"
#include "read/prepared_writer.hpp"

#include <algorithm>

namespace hanqing {

std::uint32_t source_of(const Prepared& prepared, std::uint32_t at) {
    const auto& steps = prepared.steps;
    const auto after = std::upper_bound(steps.begin(), steps.end(), at,
                                        [](std::uint32_t value, const Origin& o) { return value < o.text; });
    if (after == steps.begin()) return 0;
    const Origin& step = *std::prev(after);
    const std::uint32_t source = step.source + (at - step.text);
    // Inside something inserted the count runs ahead of the source; the next step says how far it may go.
    return after == steps.end() || after->source < step.source ? source : std::min(source, after->source);
}

void PreparedWriter::step() {
    const Origin origin{static_cast<std::uint32_t>(prepared_.text.size()), static_cast<std::uint32_t>(at_)};
    auto& steps = prepared_.steps;
    if (!steps.empty() && steps.back().text == origin.text)
        steps.back() = origin;
    else
        steps.push_back(origin);
}

void PreparedWriter::copy_plain(std::size_t end) {
    prepared_.text += source_.substr(at_, end - at_);
    at_ = end;
}

void PreparedWriter::escape() {
    append_private(prepared_.text, PrivateMark::escape);
    append_utf8(prepared_.text, next_code_point(source_, at_) + 0x100);
    step();
}

void PreparedWriter::copy_to(std::size_t end) {
    while (at_ < end) {
        const std::string_view ahead = source_.substr(0, end);
        const std::size_t found = find_private(ahead, at_);
        copy_plain(std::min(found, end));
        if (at_ < end) escape();
    }
}

void PreparedWriter::skip_to(std::size_t to) {
    at_ = to;
    step();
}

void PreparedWriter::insert(PrivateMark mark) {
    append_private(prepared_.text, mark);
    step();
}

void PreparedWriter::shield() {
    append_shielded(prepared_.text, source_[at_]);
    ++at_;
    step();
}

void PreparedWriter::end_line(std::size_t next) {
    const bool plain = next == at_ + 1 && source_[at_] == '\n';
    prepared_.text += '\n';
    at_ = next;
    if (!plain) step();
    prepared_.lines.push_back(static_cast<std::uint32_t>(prepared_.text.size()));
}

void PreparedWriter::blank_line() {
    prepared_.text += '\n';
    step();
    prepared_.lines.push_back(static_cast<std::uint32_t>(prepared_.text.size()));
}

void PreparedWriter::own_line(std::string_view text) {
    append(text);
    blank_line();
}

void PreparedWriter::append(std::string_view text) {
    for (const char c : text) {
        prepared_.text += c;
        if (c == '\n') prepared_.lines.push_back(static_cast<std::uint32_t>(prepared_.text.size()));
    }
}

}  // namespace hanqing
