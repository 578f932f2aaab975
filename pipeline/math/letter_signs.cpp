// SPDX-License-Identifier: Apache-2.0
// Letters and ordinary signs by their TeX names (The TeXbook, appendix F; the AMS fonts' tables).
#include "math/signs.hpp"

namespace hanqing {
namespace {

// Tables, a kind each.
// clang-format off
constexpr NamedSign small_greek[] = {
    {"thetasym", U'ϑ'}, {"alpha", U'α'}, {"beta", U'β'}, {"gamma", U'γ'}, {"delta", U'δ'},
    {"epsilon", U'ϵ'}, {"varepsilon", U'ε'}, {"zeta", U'ζ'}, {"eta", U'η'}, {"theta", U'θ'},
    {"vartheta", U'ϑ'}, {"iota", U'ι'}, {"kappa", U'κ'}, {"varkappa", U'ϰ'}, {"lambda", U'λ'},
    {"mu", U'μ'}, {"nu", U'ν'}, {"xi", U'ξ'}, {"omicron", U'ο'}, {"pi", U'π'}, {"varpi", U'ϖ'},
    {"rho", U'ρ'}, {"varrho", U'ϱ'}, {"sigma", U'σ'}, {"varsigma", U'ς'}, {"tau", U'τ'},
    {"upsilon", U'υ'}, {"phi", U'ϕ'}, {"varphi", U'φ'}, {"chi", U'χ'}, {"psi", U'ψ'}, {"omega", U'ω'},
};

constexpr NamedSign capital_greek[] = {
    {"Alpha", U'Α'}, {"Beta", U'Β'}, {"Gamma", U'Γ'}, {"Delta", U'Δ'}, {"Epsilon", U'Ε'}, {"Zeta", U'Ζ'},
    {"Eta", U'Η'}, {"Theta", U'Θ'}, {"Iota", U'Ι'}, {"Kappa", U'Κ'}, {"Lambda", U'Λ'}, {"Mu", U'Μ'},
    {"Nu", U'Ν'}, {"Xi", U'Ξ'}, {"Omicron", U'Ο'}, {"Pi", U'Π'}, {"Rho", U'Ρ'}, {"Sigma", U'Σ'},
    {"Tau", U'Τ'}, {"Upsilon", U'Υ'}, {"Phi", U'Φ'}, {"Chi", U'Χ'}, {"Psi", U'Ψ'}, {"Omega", U'Ω'},
};

constexpr NamedSign ordinary_signs[] = {
    {"hbar", U'ℏ'}, {"hslash", U'ℏ'}, {"ell", U'ℓ'}, {"Re", U'ℜ'}, {"Im", U'ℑ'}, {"wp", U'℘'},
    {"imath", U'𝚤'}, {"jmath", U'𝚥'}, {"aleph", U'ℵ'}, {"beth", U'ℶ'}, {"gimel", U'ℷ'}, {"daleth", U'ℸ'},
    {"emptyset", U'∅'}, {"varnothing", U'∅'}, {"infty", U'∞'}, {"nabla", U'∇'}, {"partial", U'∂'},
    {"digamma", U'ϝ'}, {"forall", U'∀'}, {"exists", U'∃'}, {"nexists", U'∄'}, {"top", U'⊤'},
    {"bot", U'⊥'}, {"angle", U'∠'}, {"measuredangle", U'∡'}, {"sphericalangle", U'∢'}, {"triangle", U'△'},
    {"vartriangle", U'▵'}, {"triangledown", U'▿'}, {"square", U'□'}, {"Box", U'□'}, {"blacksquare", U'■'},
    {"lozenge", U'◊'}, {"blacklozenge", U'⧫'}, {"Diamond", U'◇'}, {"blacktriangle", U'▴'},
    {"blacktriangledown", U'▾'}, {"bigstar", U'★'}, {"clubsuit", U'♣'}, {"diamondsuit", U'♢'},
    {"heartsuit", U'♡'}, {"spadesuit", U'♠'}, {"flat", U'♭'}, {"natural", U'♮'}, {"sharp", U'♯'},
    {"surd", U'√'}, {"prime", U'′'}, {"backprime", U'‵'}, {"dprime", U'″'}, {"complement", U'∁'},
    {"eth", U'ð'}, {"mho", U'℧'}, {"Finv", U'Ⅎ'}, {"Game", U'⅁'}, {"Bbbk", U'𝕜'}, {"circledS", U'Ⓢ'},
    {"circledR", U'®'}, {"copyright", U'©'}, {"checkmark", U'✓'}, {"maltese", U'✠'}, {"yen", U'¥'},
    {"pounds", U'£'}, {"euro", U'€'}, {"S", U'§'}, {"P", U'¶'}, {"degree", U'°'}, {"lnot", U'¬'},
    {"neg", U'¬'}, {"backslash", U'\\'}, {"vert", U'|'}, {"Vert", U'‖'}, {"vdots", U'⋮'}, {"infin", U'∞'},
    {"real", U'ℜ'}, {"reals", U'ℝ'}, {"Reals", U'ℝ'}, {"R", U'ℝ'}, {"N", U'ℕ'}, {"natnums", U'ℕ'},
    {"Z", U'ℤ'}, {"cnums", U'ℂ'}, {"Complex", U'ℂ'}, {"alef", U'ℵ'}, {"alefsym", U'ℵ'}, {"image", U'ℑ'},
    {"weierp", U'℘'}, {"empty", U'∅'}, {"exist", U'∃'}, {"nexist", U'∄'}, {"sect", U'§'},
    {"hearts", U'♡'}, {"spades", U'♠'}, {"clubs", U'♣'}, {"diamonds", U'♢'}, {"textcopyright", U'©'},
    {"textregistered", U'®'}, {"lq", U'‘'}, {"rq", U'’'}, {"ldotp", U'.'}, {"varvdots", U'⋮'},
    {"diagup", U'╱'}, {"diagdown", U'╲'}, {"degree", U'°'}, {"textdegree", U'°'}, {"celsius", U'℃'},
    {"textcelsius", U'℃'}, {"permil", U'‰'}, {"textperthousand", U'‰'}, {"parallelogram", U'▱'},
    {"AA", U'Å'}, {"angstrom", U'Å'}, {"micro", U'µ'}, {"ohm", U'Ω'}, {"qed", U'□'},
    {"mathsterling", U'£'},
};

constexpr NamedSign italic_capital_greek[] = {
    {"varGamma", U'Γ'}, {"varDelta", U'Δ'}, {"varTheta", U'Θ'}, {"varLambda", U'Λ'}, {"varXi", U'Ξ'},
    {"varPi", U'Π'}, {"varSigma", U'Σ'}, {"varUpsilon", U'Υ'}, {"varPhi", U'Φ'}, {"varPsi", U'Ψ'},
    {"varOmega", U'Ω'},
};

constexpr NamedSign dots[] = {
    {"dots", U'…'}, {"ldots", U'…'}, {"cdots", U'⋯'}, {"ddots", U'⋱'}, {"iddots", U'⋰'}, {"adots", U'⋰'},
    {"dotsc", U'…'}, {"dotsb", U'⋯'}, {"dotsm", U'⋯'}, {"dotsi", U'⋯'}, {"dotso", U'…'},
    {"mathellipsis", U'…'}, {"hdots", U'…'},
};

constexpr NamedSign punctuation_signs[] = {
    {"colon", U':'},
};

constexpr NamedSign opening_signs[] = {
    {"lbrace", U'{'}, {"lbrack", U'['}, {"lparen", U'('}, {"lvert", U'|'}, {"lVert", U'‖'},
    {"langle", U'⟨'}, {"lfloor", U'⌊'}, {"lceil", U'⌈'}, {"lgroup", U'⟮'}, {"lmoustache", U'⎰'},
    {"ulcorner", U'⌜'}, {"llcorner", U'⌞'}, {"llbracket", U'⟦'}, {"lBrack", U'⟦'}, {"lAngle", U'⟪'},
    {"lang", U'⟨'}, {"lBrace", U'⦃'},
};

constexpr NamedSign closing_signs[] = {
    {"rbrace", U'}'}, {"rbrack", U']'}, {"rparen", U')'}, {"rvert", U'|'}, {"rVert", U'‖'},
    {"rangle", U'⟩'}, {"rfloor", U'⌋'}, {"rceil", U'⌉'}, {"rgroup", U'⟯'}, {"rmoustache", U'⎱'},
    {"urcorner", U'⌝'}, {"lrcorner", U'⌟'}, {"rrbracket", U'⟧'}, {"rBrack", U'⟧'}, {"rAngle", U'⟫'},
    {"rang", U'⟩'}, {"rBrace", U'⦄'},
};
// clang-format on

}  // namespace

std::vector<SignTable> letter_tables() {
    return {{small_greek, AtomClass::ordinary, SignTable::Manner::italic},
            {capital_greek, AtomClass::ordinary, SignTable::Manner::upright},
            {italic_capital_greek, AtomClass::ordinary, SignTable::Manner::italic},
            {ordinary_signs, AtomClass::ordinary, SignTable::Manner::sign},
            {dots, AtomClass::inner, SignTable::Manner::sign},
            {punctuation_signs, AtomClass::punctuation, SignTable::Manner::sign},
            {opening_signs, AtomClass::opening, SignTable::Manner::sign},
            {closing_signs, AtomClass::closing, SignTable::Manner::sign}};
}

}  // namespace hanqing
