// SPDX-License-Identifier: Apache-2.0
// Kinds of tags into names of structure types.
#include "pdf/structure_type.hpp"

namespace hanqing {

std::string_view structure_type(TagKind kind) {
    switch (kind) {
        case TagKind::document:
            return "Document";
        case TagKind::part:
            return "Part";
        case TagKind::section:
            return "Sect";
        case TagKind::h1:
            return "H1";
        case TagKind::h2:
            return "H2";
        case TagKind::h3:
            return "H3";
        case TagKind::h4:
            return "H4";
        case TagKind::h5:
            return "H5";
        case TagKind::h6:
            return "H6";
        case TagKind::paragraph:
            return "P";
        case TagKind::list:
            return "L";
        case TagKind::item:
            return "LI";
        case TagKind::label:
            return "Lbl";
        case TagKind::item_body:
            return "LBody";
        case TagKind::table:
            return "Table";
        case TagKind::caption:
            return "Caption";
        case TagKind::table_head:
            return "THead";
        case TagKind::table_body:
            return "TBody";
        case TagKind::row:
            return "TR";
        case TagKind::head_cell:
            return "TH";
        case TagKind::cell:
            return "TD";
        case TagKind::figure:
            return "Figure";
        case TagKind::note:
            return "Note";
        case TagKind::reference:
            return "Reference";
        case TagKind::link:
            return "Link";
        case TagKind::span:
            return "Span";
        case TagKind::code:
            return "Code";
        case TagKind::quote:
            return "BlockQuote";
        case TagKind::contents:
            return "TOC";
        case TagKind::contents_item:
            return "TOCI";
        case TagKind::ruby:
            return "Ruby";
        case TagKind::ruby_base:
            return "RB";
        case TagKind::ruby_text:
            return "RT";
        case TagKind::formula:
            return "Formula";
        case TagKind::division:
            break;
    }
    return "Div";
}

std::string_view list_numbering(Tag::Numbering numbering) {
    switch (numbering) {
        case Tag::Numbering::disc:
            return "Disc";
        case Tag::Numbering::decimal:
            return "Decimal";
        case Tag::Numbering::upper_roman:
            return "UpperRoman";
        case Tag::Numbering::lower_roman:
            return "LowerRoman";
        case Tag::Numbering::upper_alpha:
            return "UpperAlpha";
        case Tag::Numbering::lower_alpha:
            return "LowerAlpha";
        case Tag::Numbering::none:
            break;
    }
    return "None";
}

}  // namespace hanqing
