// SPDX-License-Identifier: Apache-2.0
// Where a formula ends in a text: it becomes text, is kept as a formula, or stays as it was typed.
#include "read/formulas.hpp"
#include "read/simple_formula.hpp"
#include "read/text_builder.hpp"

namespace hanqing {
namespace {

std::optional<MarkKind> mark_of(FormulaPart::Kind kind) {
    switch (kind) {
        case FormulaPart::Kind::italic:
            return MarkKind::emphasis;
        case FormulaPart::Kind::bold:
            return MarkKind::strong;
        case FormulaPart::Kind::subscript:
            return MarkKind::subscript;
        case FormulaPart::Kind::superscript:
            return MarkKind::superscript;
        case FormulaPart::Kind::upright:
            break;
    }
    return {};
}

}  // namespace

/// A formula within a line that is text becomes it; one that is not understood is shown as it was typed.
void TextBuilder::end_formula() {
    if (!in_formula_) return;
    const Point from{text_.marks[formula_mark_].begin, formula_mark_};
    const std::string_view typed = std::string_view(text_.utf8).substr(std::min(from.size, size()));
    const auto parts = in_display_ ? std::nullopt : simple_formula(tex_of(typed));
    if (!parts || reading_.prepared.sets_formulas)
        if (auto formula = formula_from(typed, in_display_);
            formula && (!parts || looks_unlike_text(*formula)))
            return keep_formula(std::move(*formula));
    if (!parts) return note_source("unsupported-math");
    const std::uint32_t begin =
        place_of(text_, from.size).begin + static_cast<std::uint32_t>(typed.find(tex_of(typed)));
    cut_from(from);
    for (const FormulaPart& part : *parts) {
        const std::uint32_t at = size();
        add_origin(at, begin + static_cast<std::uint32_t>(part.at));
        text_.utf8 += part.text;
        if (const auto kind = mark_of(part.kind)) mark_from(at, *kind, 0);
    }
}

void TextBuilder::keep_formula(Formula formula) {
    Mark& mark = text_.marks[formula_mark_];
    mark.kind = MarkKind::formula;
    mark.data = static_cast<std::uint32_t>(reading_.document.formulas.size());
    reading_.document.formulas.push_back(std::move(formula));
}

}  // namespace hanqing
