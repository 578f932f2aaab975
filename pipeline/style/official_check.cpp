// SPDX-License-Identifier: Apache-2.0
// What the elements of an official document leave unclear, said where they were typed.
#include "style/official.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// 〔2024〕21号 after the organ's code: square brackets 〔〕, four digits, no 第, no leading zero (7.2.5).
bool is_number(std::string_view typed) {
    const std::u32string text = utf32(typed);
    const std::size_t open = text.find(U'〔'), close = text.find(U'〕');
    if (open == std::u32string::npos || close != open + 5) return false;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                     text.begin() + static_cast<std::ptrdiff_t>(close), is_digit))
        return false;
    std::size_t at = close + 1;
    if (at >= text.size() || !is_digit(text[at]) || text[at] == U'0') return false;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at + 1 == text.size() && text[at] == U'号';
}

std::string form_of(const Build& build) {
    const auto& form = element_of(build, "form");
    return form.empty() ? "document" : form.front();
}

void check_values(const Build& build) {
    const Metadata& metadata = build.styled.metadata;
    Notes& notes = build.notes;
    const std::string form = form_of(build);
    const bool numbered = form == "document" || form == "letter";
    if (numbered && !metadata.document_number.empty() && !is_number(metadata.document_number))
        notes.warning(metadata.number_place, "official-number", {metadata.document_number});
    const auto place_of = [&](const char* element) { return place_of_element(build, element); };
    const Place copy_place = place_of("copy-number"), urgency_place = place_of("urgency"),
                printing_place = place_of("printing-date");
    for (const std::string& copy : element_of(build, "copy-number"))
        if (copy.size() != 6 || !std::all_of(copy.begin(), copy.end(), [](char c) { return is_digit(c); }))
            notes.warning(copy_place, "official-copy-number", {copy});
    for (const std::string& urgency : element_of(build, "urgency"))
        if (urgency != "特急" && urgency != "加急" && urgency != "特提" && urgency != "平急")
            notes.warning(urgency_place, "official-urgency", {urgency});
    for (const std::string& date : element_of(build, "printing-date")) {
        const auto read = date_from_text(date);
        if (!read || read->day == 0) notes.warning(printing_place, "official-date", {"印发日期", date});
    }
    if (metadata.date && metadata.date->day == 0)
        notes.warning(metadata.date_place, "official-date", {"成文日期", metadata.date_text});
}

/// A document with a mark is meant to be issued: what every issued one has is asked for.
void check_missing(const Build& build) {
    const Metadata& metadata = build.styled.metadata;
    if (element_of(build, "issuing-mark").empty()) return;
    const Place place = place_of_element(build, "issuing-mark");
    const auto miss = [&](std::string_view name) {
        build.notes.warning(place, "official-missing", {std::string(name)});
    };
    if (metadata.document_number.empty()) miss("发文字号");
    if (!build.sheet.official.closing) return;
    const bool signed_by = !element_of(build, "signature").empty() || !metadata.organization.empty() ||
                           !element_of(build, "signature-stamp").empty();
    if (!signed_by) miss("署名");
    if (!metadata.secrecy.empty() && element_of(build, "copy-number").empty()) miss("份号");
}

/// 附件说明 and the 附件 behind the text must agree (7.3.7).
void check_appendices(const Build& build) {
    if (form_of(build) == "order") return;  // what an order publishes follows it unlisted
    const auto& listed = element_of(build, "attachments");
    std::size_t count = 0;
    for (const Block& block : build.document.blocks) {
        if (block.kind != BlockKind::heading) continue;
        const auto appendix = appendix_of(plain_text(block.text));
        if (!appendix) continue;
        const std::string expected = count < listed.size() ? listed[count] : "";
        ++count;
        if (expected.empty())
            build.notes.warning(block.place, "official-appendix-unlisted", {plain_text(block.text)});
        else if (!appendix->title.empty() && appendix->title != expected)
            build.notes.warning(block.place, "official-appendix-title", {appendix->title, expected});
    }
}

}  // namespace

void check_official(const Build& build) {
    check_values(build);
    check_missing(build);
    check_appendices(build);
    if (addressee_moves(build))
        build.notes.remark(place_of_element(build, "addressee"), "official-addressee-moved");
}

}  // namespace hanqing
