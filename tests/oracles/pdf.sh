#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Asks qpdf, poppler and mupdf about PDF files: syntax, silence, fonts. Prints what is wrong and how many are well.
# Usage: tests/oracles/pdf.sh FILE|FOLDER…      Exit status: 0 all well, 1 some not, 3 a tool is missing.
set -u
for tool in qpdf pdffonts pdftotext mutool; do
    command -v $tool >/dev/null || { echo "pdf.sh: missing $tool; install qpdf, poppler-utils and mupdf-tools" >&2; exit 3; }
done

# Lines of pdffonts whose columns emb, sub or uni say no.
bad_fonts() {
    pdffonts "$1" 2>&1 | tail -n +3 | awk '{ n = NF; if ($(n-4) != "yes" || $(n-3) != "yes" || $(n-2) != "yes") print }'
}

check() {
    qpdf --check "$1" 2>&1 | grep -q 'No syntax or stream encoding errors' || echo "$1: qpdf: not clean"
    [ -z "$(pdftotext "$1" - 2>&1 >/dev/null)" ] || echo "$1: poppler is not silent"
    # Debian's mupdf has no colour management and says so for every file with a profile.
    [ -z "$(mutool draw -q -F text -o /dev/null "$1" 2>&1 | grep -v 'ICC support')" ] || echo "$1: mupdf is not silent"
    [ -z "$(bad_fonts "$1")" ] || echo "$1: a font is not embedded, no subset or without Unicode"
}

all=0
good=0
list=$(mktemp)
trap 'rm -f "$list"' EXIT
find "$@" -type f -name '*.pdf' | LC_ALL=C sort >"$list"
while IFS= read -r file; do
    all=$((all + 1))
    faults=$(check "$file")
    if [ -z "$faults" ]; then good=$((good + 1)); else echo "$faults"; fi
done <"$list"
echo "qpdf, poppler, mupdf: $good of $all well"
[ "$good" -eq "$all" ]
