// SPDX-License-Identifier: Apache-2.0
// Relations and arrows by their TeX names (The TeXbook, appendix F; the AMS fonts' tables).
#include "math/signs.hpp"

namespace hanqing {
namespace {

// Tables, a kind each.
// clang-format off
constexpr NamedSign relation_signs[] = {
    {"le", U'≤'}, {"leq", U'≤'}, {"ge", U'≥'}, {"geq", U'≥'}, {"ne", U'≠'}, {"neq", U'≠'}, {"lt", U'<'},
    {"gt", U'>'}, {"leqslant", U'⩽'}, {"geqslant", U'⩾'}, {"leqq", U'≦'}, {"geqq", U'≧'}, {"ll", U'≪'},
    {"gg", U'≫'}, {"lll", U'⋘'}, {"ggg", U'⋙'}, {"prec", U'≺'}, {"succ", U'≻'}, {"preceq", U'⪯'},
    {"succeq", U'⪰'}, {"preccurlyeq", U'≼'}, {"succcurlyeq", U'≽'}, {"precsim", U'≾'}, {"succsim", U'≿'},
    {"precapprox", U'⪷'}, {"succapprox", U'⪸'}, {"curlyeqprec", U'⋞'}, {"curlyeqsucc", U'⋟'},
    {"lesssim", U'≲'}, {"gtrsim", U'≳'}, {"lessapprox", U'⪅'}, {"gtrapprox", U'⪆'}, {"lessdot", U'⋖'},
    {"gtrdot", U'⋗'}, {"lessgtr", U'≶'}, {"gtrless", U'≷'}, {"lesseqgtr", U'⋚'}, {"gtreqless", U'⋛'},
    {"lesseqqgtr", U'⪋'}, {"gtreqqless", U'⪌'}, {"eqslantless", U'⪕'}, {"eqslantgtr", U'⪖'},
    {"equiv", U'≡'}, {"sim", U'∼'}, {"simeq", U'≃'}, {"approx", U'≈'}, {"approxeq", U'≊'}, {"cong", U'≅'},
    {"backsim", U'∽'}, {"backsimeq", U'⋍'}, {"thicksim", U'∼'}, {"thickapprox", U'≈'}, {"asymp", U'≍'},
    {"doteq", U'≐'}, {"doteqdot", U'≑'}, {"Doteq", U'≑'}, {"fallingdotseq", U'≒'}, {"risingdotseq", U'≓'},
    {"eqcirc", U'≖'}, {"circeq", U'≗'}, {"triangleq", U'≜'}, {"bumpeq", U'≏'}, {"Bumpeq", U'≎'},
    {"propto", U'∝'}, {"varpropto", U'∝'}, {"in", U'∈'}, {"ni", U'∋'}, {"owns", U'∋'}, {"notin", U'∉'},
    {"notni", U'∌'}, {"subset", U'⊂'}, {"supset", U'⊃'}, {"subseteq", U'⊆'}, {"supseteq", U'⊇'},
    {"subseteqq", U'⫅'}, {"supseteqq", U'⫆'}, {"Subset", U'⋐'}, {"Supset", U'⋑'}, {"sqsubset", U'⊏'},
    {"sqsupset", U'⊐'}, {"sqsubseteq", U'⊑'}, {"sqsupseteq", U'⊒'}, {"mid", U'∣'}, {"parallel", U'∥'},
    {"shortmid", U'∣'}, {"shortparallel", U'∥'}, {"perp", U'⟂'}, {"vdash", U'⊢'}, {"dashv", U'⊣'},
    {"models", U'⊧'}, {"vDash", U'⊨'}, {"Vdash", U'⊩'}, {"Vvdash", U'⊪'}, {"bowtie", U'⋈'},
    {"Join", U'⋈'}, {"smile", U'⌣'}, {"frown", U'⌢'}, {"smallsmile", U'⌣'}, {"smallfrown", U'⌢'},
    {"between", U'≬'}, {"pitchfork", U'⋔'}, {"backepsilon", U'϶'}, {"therefore", U'∴'}, {"because", U'∵'},
    {"multimap", U'⊸'}, {"vartriangleleft", U'⊲'}, {"vartriangleright", U'⊳'}, {"trianglelefteq", U'⊴'},
    {"trianglerighteq", U'⊵'}, {"blacktriangleleft", U'◀'}, {"blacktriangleright", U'▶'},
    {"coloneqq", U'≔'}, {"eqqcolon", U'≕'}, {"Coloneqq", U'⩴'}, {"colonequals", U'≔'},
    {"vcentcolon", U'∶'}, {"ratio", U'∶'}, {"isin", U'∈'}, {"sub", U'⊂'}, {"sube", U'⊆'}, {"supe", U'⊇'},
    {"llless", U'⋘'}, {"gggtr", U'⋙'}, {"coloneq", U'≔'}, {"dblcolon", U'∷'}, {"coloncolon", U'∷'},
    {"eqcolon", U'≕'}, {"imageof", U'⊷'}, {"origof", U'⊶'}, {"eqsim", U'≂'}, {"minuscolon", U'∹'},
    {"colonminus", U'∹'}, {"equalscolon", U'≕'}, {"ordinarycolon", U':'},
};

constexpr NamedSign negated_relations[] = {
    {"nless", U'≮'}, {"ngtr", U'≯'}, {"nleq", U'≰'}, {"ngeq", U'≱'}, {"nleqslant", U'≰'},
    {"ngeqslant", U'≱'}, {"nleqq", U'≰'}, {"ngeqq", U'≱'}, {"lneq", U'⪇'}, {"gneq", U'⪈'},
    {"lneqq", U'≨'}, {"gneqq", U'≩'}, {"lvertneqq", U'≨'}, {"gvertneqq", U'≩'}, {"lnsim", U'⋦'},
    {"gnsim", U'⋧'}, {"lnapprox", U'⪉'}, {"gnapprox", U'⪊'}, {"nprec", U'⊀'}, {"nsucc", U'⊁'},
    {"npreceq", U'⋠'}, {"nsucceq", U'⋡'}, {"precneqq", U'⪵'}, {"succneqq", U'⪶'}, {"precnsim", U'⋨'},
    {"succnsim", U'⋩'}, {"precnapprox", U'⪹'}, {"succnapprox", U'⪺'}, {"nsim", U'≁'}, {"ncong", U'≇'},
    {"nshortmid", U'∤'}, {"nshortparallel", U'∦'}, {"nmid", U'∤'}, {"nparallel", U'∦'}, {"nvdash", U'⊬'},
    {"nvDash", U'⊭'}, {"nVdash", U'⊮'}, {"nVDash", U'⊯'}, {"ntriangleleft", U'⋪'},
    {"ntriangleright", U'⋫'}, {"ntrianglelefteq", U'⋬'}, {"ntrianglerighteq", U'⋭'}, {"nsubset", U'⊄'},
    {"nsupset", U'⊅'}, {"nin", U'∉'}, {"nequiv", U'≢'}, {"napprox", U'≉'}, {"nsubseteq", U'⊈'},
    {"nsupseteq", U'⊉'}, {"nsubseteqq", U'⊈'}, {"nsupseteqq", U'⊉'}, {"subsetneq", U'⊊'},
    {"supsetneq", U'⊋'}, {"subsetneqq", U'⫋'}, {"supsetneqq", U'⫌'}, {"varsubsetneq", U'⊊'},
    {"varsupsetneq", U'⊋'}, {"varsubsetneqq", U'⫋'}, {"varsupsetneqq", U'⫌'},
};

constexpr NamedSign arrows[] = {
    {"to", U'→'}, {"gets", U'←'}, {"leftarrow", U'←'}, {"rightarrow", U'→'}, {"leftrightarrow", U'↔'},
    {"Leftarrow", U'⇐'}, {"Rightarrow", U'⇒'}, {"Leftrightarrow", U'⇔'}, {"uparrow", U'↑'},
    {"downarrow", U'↓'}, {"updownarrow", U'↕'}, {"Uparrow", U'⇑'}, {"Downarrow", U'⇓'},
    {"Updownarrow", U'⇕'}, {"mapsto", U'↦'}, {"longmapsto", U'⟼'}, {"longleftarrow", U'⟵'},
    {"longrightarrow", U'⟶'}, {"longleftrightarrow", U'⟷'}, {"Longleftarrow", U'⟸'},
    {"Longrightarrow", U'⟹'}, {"Longleftrightarrow", U'⟺'}, {"iff", U'⟺'}, {"implies", U'⟹'},
    {"impliedby", U'⟸'}, {"hookleftarrow", U'↩'}, {"hookrightarrow", U'↪'}, {"leftharpoonup", U'↼'},
    {"leftharpoondown", U'↽'}, {"rightharpoonup", U'⇀'}, {"rightharpoondown", U'⇁'},
    {"rightleftharpoons", U'⇌'}, {"leftrightharpoons", U'⇋'}, {"nearrow", U'↗'}, {"searrow", U'↘'},
    {"swarrow", U'↙'}, {"nwarrow", U'↖'}, {"leadsto", U'⇝'}, {"rightsquigarrow", U'⇝'},
    {"leftrightsquigarrow", U'↭'}, {"leftleftarrows", U'⇇'}, {"rightrightarrows", U'⇉'},
    {"leftrightarrows", U'⇆'}, {"rightleftarrows", U'⇄'}, {"upuparrows", U'⇈'}, {"downdownarrows", U'⇊'},
    {"upharpoonleft", U'↿'}, {"upharpoonright", U'↾'}, {"downharpoonleft", U'⇃'},
    {"downharpoonright", U'⇂'}, {"restriction", U'↾'}, {"Lleftarrow", U'⇚'}, {"Rrightarrow", U'⇛'},
    {"twoheadleftarrow", U'↞'}, {"twoheadrightarrow", U'↠'}, {"leftarrowtail", U'↢'},
    {"rightarrowtail", U'↣'}, {"looparrowleft", U'↫'}, {"looparrowright", U'↬'}, {"Lsh", U'↰'},
    {"Rsh", U'↱'}, {"curvearrowleft", U'↶'}, {"curvearrowright", U'↷'}, {"circlearrowleft", U'↺'},
    {"circlearrowright", U'↻'}, {"dashleftarrow", U'⇠'}, {"dashrightarrow", U'⇢'}, {"nleftarrow", U'↚'},
    {"nrightarrow", U'↛'}, {"nleftrightarrow", U'↮'}, {"nLeftarrow", U'⇍'}, {"nRightarrow", U'⇏'},
    {"nLeftrightarrow", U'⇎'}, {"larr", U'←'}, {"rarr", U'→'}, {"uarr", U'↑'}, {"darr", U'↓'},
    {"harr", U'↔'}, {"lArr", U'⇐'}, {"rArr", U'⇒'}, {"uArr", U'⇑'}, {"dArr", U'⇓'}, {"hArr", U'⇔'},
    {"Larr", U'⇐'}, {"Rarr", U'⇒'}, {"Uarr", U'⇑'}, {"Darr", U'⇓'}, {"Harr", U'⇔'}, {"lrarr", U'↔'},
    {"lrArr", U'⇔'}, {"Lrarr", U'⇔'}, {"mapsfrom", U'↤'}, {"longmapsfrom", U'⟻'},
};
// clang-format on

}  // namespace

std::vector<SignTable> relation_tables() {
    return {{relation_signs, AtomClass::relation, SignTable::Manner::sign},
            {negated_relations, AtomClass::relation, SignTable::Manner::sign},
            {arrows, AtomClass::relation, SignTable::Manner::sign}};
}

}  // namespace hanqing
