// SPDX-License-Identifier: Apache-2.0
// Binary signs, sums and integrals by their TeX names (The TeXbook, appendix F; the AMS fonts' tables).
#include "math/signs.hpp"

namespace hanqing {
namespace {

// Tables, a kind each.
// clang-format off
constexpr NamedSign binary_signs[] = {
    {"pm", U'±'}, {"mp", U'∓'}, {"times", U'×'}, {"div", U'÷'}, {"cdot", U'⋅'}, {"cdotp", U'·'},
    {"ast", U'∗'}, {"star", U'⋆'}, {"circ", U'∘'}, {"bullet", U'∙'}, {"cap", U'∩'}, {"cup", U'∪'},
    {"sqcap", U'⊓'}, {"sqcup", U'⊔'}, {"vee", U'∨'}, {"wedge", U'∧'}, {"land", U'∧'}, {"lor", U'∨'},
    {"setminus", U'∖'}, {"smallsetminus", U'∖'}, {"wr", U'≀'}, {"diamond", U'⋄'}, {"bigtriangleup", U'△'},
    {"bigtriangledown", U'▽'}, {"triangleleft", U'◁'}, {"triangleright", U'▷'}, {"lhd", U'⊲'},
    {"rhd", U'⊳'}, {"unlhd", U'⊴'}, {"unrhd", U'⊵'}, {"oplus", U'⊕'}, {"ominus", U'⊖'}, {"otimes", U'⊗'},
    {"oslash", U'⊘'}, {"odot", U'⊙'}, {"bigcirc", U'◯'}, {"dagger", U'†'}, {"ddagger", U'‡'},
    {"amalg", U'⨿'}, {"uplus", U'⊎'}, {"dotplus", U'∔'}, {"doublecap", U'⋒'}, {"doublecup", U'⋓'},
    {"Cap", U'⋒'}, {"Cup", U'⋓'}, {"barwedge", U'⊼'}, {"veebar", U'⊻'}, {"doublebarwedge", U'⩞'},
    {"boxminus", U'⊟'}, {"boxtimes", U'⊠'}, {"boxdot", U'⊡'}, {"boxplus", U'⊞'}, {"divideontimes", U'⋇'},
    {"ltimes", U'⋉'}, {"rtimes", U'⋊'}, {"leftthreetimes", U'⋋'}, {"rightthreetimes", U'⋌'},
    {"curlywedge", U'⋏'}, {"curlyvee", U'⋎'}, {"circleddash", U'⊝'}, {"circledast", U'⊛'},
    {"circledcirc", U'⊚'}, {"centerdot", U'⋅'}, {"intercal", U'⊺'}, {"And", U'&'}, {"dag", U'†'},
    {"ddag", U'‡'}, {"Dagger", U'‡'}, {"sdot", U'⋅'}, {"plusmn", U'±'}, {"bigtimes", U'×'},
    {"bull", U'∙'}, {"textbullet", U'•'},
};

constexpr NamedSign sums[] = {
    {"sum", U'∑'}, {"prod", U'∏'}, {"coprod", U'∐'}, {"bigcap", U'⋂'}, {"bigcup", U'⋃'}, {"bigvee", U'⋁'},
    {"bigwedge", U'⋀'}, {"bigoplus", U'⨁'}, {"bigotimes", U'⨂'}, {"bigodot", U'⨀'}, {"biguplus", U'⨄'},
    {"bigsqcup", U'⨆'}, {"bigsqcap", U'⨅'},
};

constexpr NamedSign integrals[] = {
    {"int", U'∫'}, {"iint", U'∬'}, {"iiint", U'∭'}, {"iiiint", U'⨌'}, {"oint", U'∮'}, {"oiint", U'∯'},
    {"oiiint", U'∰'}, {"smallint", U'∫'}, {"intop", U'∫'},
};
// clang-format on

}  // namespace

std::vector<SignTable> operator_tables() {
    return {{binary_signs, AtomClass::binary, SignTable::Manner::sign},
            {sums, AtomClass::operation, SignTable::Manner::sum},
            {integrals, AtomClass::operation, SignTable::Manner::integral}};
}

}  // namespace hanqing
