// SPDX-License-Identifier: Apache-2.0
// Names of roles, and what they are for.
#include "read/roles.hpp"

#include "read/text_edit.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

struct RoleName {
    std::string_view mark;
    RoleKind role;
};
constexpr std::array<RoleName, 12> role_marks{{
    {":label:", RoleKind::label},
    {":eqlabel:", RoleKind::label},
    {":width:", RoleKind::size},
    {":height:", RoleKind::size},
    {":numref:", RoleKind::reference},
    {":ref:", RoleKind::reference},
    {":eqref:", RoleKind::reference},
    {":cite:", RoleKind::citation},
    {":citet:", RoleKind::citation},
    {":citep:", RoleKind::citation},
    {":begin_tab:", RoleKind::tab},
    {":bibliography:", RoleKind::none},
}};

/// Tools as their makers write them.
constexpr std::array<std::array<std::string_view, 2>, 5> tools{{{"pytorch", "PyTorch"},
                                                                {"mxnet", "MXNet"},
                                                                {"tensorflow", "TensorFlow"},
                                                                {"paddle", "PaddlePaddle"},
                                                                {"jax", "JAX"}}};

}  // namespace

RoleKind role_at_end(std::string_view text, std::size_t& size) {
    if (!text.ends_with(':')) return RoleKind::none;
    const auto found = std::find_if(role_marks.begin(), role_marks.end(),
                                    [&](const RoleName& name) { return text.ends_with(name.mark); });
    if (found == role_marks.end()) return RoleKind::none;
    size = found->mark.size();
    return found->role;
}

std::set<std::string, std::less<>> labels_of(std::string_view source) {
    constexpr std::string_view sign = "label:`";
    std::set<std::string, std::less<>> labels;
    for (std::size_t at = source.find(sign); at != std::string_view::npos; at = source.find(sign, at)) {
        at += sign.size();
        const std::size_t end = source.find_first_of("`\n", at);
        if (end != std::string_view::npos && source[end] == '`') labels.emplace(source.substr(at, end - at));
    }
    return labels;
}

std::string tab_names(std::string_view names) {
    std::string out;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find_first_of(", "), names.size());
        const std::string_view name = names.substr(0, end);
        const auto tool =
            std::find_if(tools.begin(), tools.end(), [&](const auto& known) { return known[0] == name; });
        if (!name.empty())
            out.append(out.empty() ? "" : " / ").append(tool == tools.end() ? name : (*tool)[1]);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return out;
}

void drop_slide_marks(Text& text) {
    TextEdits edits;
    std::uint32_t cut_until = 0;
    for (const Mark& mark : text.marks) {
        if (mark.kind != MarkKind::strong || mark.begin == 0 || mark.end >= text.utf8.size()) continue;
        const char before = text.utf8[mark.begin - 1], after = text.utf8[mark.end];
        const bool is_pair = (before == '[' && after == ']') || (before == '(' && after == ')');
        if (!is_pair || mark.begin <= cut_until) continue;
        edits.erase(mark.begin - 1, mark.begin);
        edits.erase(mark.end, mark.end + 1);
        cut_until = mark.end + 1;
    }
    if (!edits.is_empty()) edits.apply(text);
}

void drop_tab_end(Text& text) {
    constexpr std::string_view sign = ":end_tab:";
    if (!text.utf8.ends_with(sign)) return;
    std::size_t end = text.utf8.size() - sign.size();
    while (end > 0 && text.utf8[end - 1] == ' ') --end;
    while (std::string_view(text.utf8).substr(0, end).ends_with(hard_break_mark))
        end -= hard_break_mark.size();
    text = part_of(text, 0, static_cast<std::uint32_t>(end));
}

}  // namespace hanqing
