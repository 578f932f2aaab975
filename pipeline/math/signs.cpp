// SPDX-License-Identifier: Apache-2.0
// Looks up what a name or a character stands for.
#include "math/signs.hpp"

#include <array>
#include <map>

namespace hanqing {
namespace {

using Manner = SignTable::Manner;

struct SignsOfTables {
    std::map<std::string_view, Sign> by_name;
    std::map<char32_t, Sign> by_code;
};

SignsOfTables read_sign_tables() {
    SignsOfTables all;
    for (const auto& tables : {letter_tables(), relation_tables(), operator_tables()})
        for (const SignTable& table : tables)
            for (const NamedSign& sign : table.signs) {
                const Sign known{sign.code, table.atom, table.manner};
                all.by_name.emplace(sign.name, known);
                all.by_code.emplace(sign.code, known);
            }
    return all;
}

const SignsOfTables& sign_tables() {
    static const SignsOfTables tables = read_sign_tables();
    return tables;
}

struct TypedSign {
    char32_t typed;
    Sign sign;
};

// ASCII as plain TeX classes it (The TeXbook, appendix B), and characters that the tables have as something
// else or under another code.
constexpr std::array<TypedSign, 43> typed_signs{{
    {U'!', {U'!', AtomClass::closing}},
    {U'"', {U'\u201D', AtomClass::ordinary}},
    {U'#', {U'#', AtomClass::ordinary}},
    {U'$', {U'$', AtomClass::ordinary}},
    {U'%', {U'%', AtomClass::ordinary}},
    {U'&', {U'&', AtomClass::ordinary}},
    {U'(', {U'(', AtomClass::opening}},
    {U')', {U')', AtomClass::closing}},
    {U'*', {U'\u2217', AtomClass::binary}},
    {U'+', {U'+', AtomClass::binary}},
    {U',', {U',', AtomClass::punctuation}},
    {U'-', {U'\u2212', AtomClass::binary}},
    {U'.', {U'.', AtomClass::ordinary}},
    {U'/', {U'/', AtomClass::ordinary}},
    {U':', {U':', AtomClass::relation}},
    {U';', {U';', AtomClass::punctuation}},
    {U'<', {U'<', AtomClass::relation}},
    {U'=', {U'=', AtomClass::relation}},
    {U'>', {U'>', AtomClass::relation}},
    {U'?', {U'?', AtomClass::closing}},
    {U'@', {U'@', AtomClass::ordinary}},
    {U'[', {U'[', AtomClass::opening}},
    {U']', {U']', AtomClass::closing}},
    {U'`', {U'\u2018', AtomClass::ordinary}},
    {U'|', {U'|', AtomClass::ordinary}},
    {U'_', {U'_', AtomClass::ordinary}},
    {U'{', {U'{', AtomClass::opening}},
    {U'}', {U'}', AtomClass::closing}},
    {U'·', {U'\u22C5', AtomClass::binary}},
    {U'•', {U'\u2219', AtomClass::binary}},
    {U'−', {U'\u2212', AtomClass::binary}},
    {U'–', {U'\u2212', AtomClass::binary}},
    {U'∗', {U'\u2217', AtomClass::binary}},
    {U'∕', {U'/', AtomClass::ordinary}},
    {U'∣', {U'\u2223', AtomClass::relation}},
    {U'∥', {U'\u2225', AtomClass::relation}},
    {U'‖', {U'\u2016', AtomClass::ordinary}},
    {U'Δ', {U'Δ', AtomClass::ordinary, Manner::upright}},
    {U'∆', {U'Δ', AtomClass::ordinary, Manner::upright}},
    {U'µ', {U'μ', AtomClass::ordinary, Manner::italic}},
    {U'Ω', {U'Ω', AtomClass::ordinary, Manner::upright}},
    {U'〈', {U'\u27E8', AtomClass::opening}},
    {U'〉', {U'\u27E9', AtomClass::closing}},
}};

struct Negation {
    char32_t relation, negation;
};
constexpr std::array<Negation, 26> negations{{
    {U'=', U'≠'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'}, {U'≥', U'≱'}, {U'⩽', U'≰'}, {U'⩾', U'≱'},
    {U'∈', U'∉'}, {U'∋', U'∌'}, {U'≡', U'≢'}, {U'∼', U'≁'}, {U'≃', U'≄'}, {U'≅', U'≇'}, {U'≈', U'≉'},
    {U'⊂', U'⊄'}, {U'⊃', U'⊅'}, {U'⊆', U'⊈'}, {U'⊇', U'⊉'}, {U'∣', U'∤'}, {U'∥', U'∦'}, {U'⊢', U'⊬'},
    {U'⊨', U'⊭'}, {U'→', U'↛'}, {U'⇒', U'⇏'}, {U'∃', U'∄'}, {U'≺', U'⊀'},
}};

}  // namespace

std::optional<Sign> sign_named(std::string_view name) {
    const auto found = sign_tables().by_name.find(name);
    if (found == sign_tables().by_name.end()) return std::nullopt;
    return found->second;
}

std::optional<Sign> sign_typed(char32_t code) {
    for (const TypedSign& typed : typed_signs)
        if (typed.typed == code) return typed.sign;
    const auto found = sign_tables().by_code.find(code);
    if (found == sign_tables().by_code.end()) return std::nullopt;
    return found->second;
}

char32_t negated(char32_t relation) {
    for (const Negation& known : negations)
        if (known.relation == relation) return known.negation;
    return 0;
}

}  // namespace hanqing
