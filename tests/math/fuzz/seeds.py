#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""seeds.py TARGET FOLDER: where the fuzz target of the formulas begins: one of each construct."""
import sys
from pathlib import Path

FORMULAS = [
    r"x_i^{2}+f'(x)\ne\alpha", r"\frac{a}{b}\dfrac12{n\choose k}a\over b", r"\sqrt[3]{x}\root n\of x",
    r"\left(\frac{a}{b}\middle|c\right]\Big\{", r"\sum\limits_{i=1}^n\int_0^1\lim_{x\to0}",
    r"\begin{array}{l|*{2}{c}}a&b\\[3pt]\hline c&d\end{array}", r"\begin{aligned}a&=b\\&=c\tag{1}\end{aligned}",
    r"\begin{cases}1&\text{若 $x>0$}\\0\end{cases}", r"\hat{x}\widehat{xy}\overbrace{a+b}^{n}\overrightarrow{AB}",
    r"\overset{a}{=}\xrightarrow[b]{c}\not\subset\boxed{x}\cancel{y}\phantom{z}",
    r"\mathrm { C O _ { 2 } }\mathbf{x}\boldsymbol{\mathcal{L}}\text{\textbf{a} b}", r"\operatorname*{argmin}_x 100\%",
    r"\sideset{_a^b}{_c^d}\prod\substack{a\\b}\pmod{n}\hspace{1.5em}\kern-3mu\unicode{x2264}", "a=b\\\\c&=d%e\nf",
]

for number, formula in enumerate(FORMULAS):
    (Path(sys.argv[2]) / f"seed-{number}").write_text(formula, encoding="utf-8")
