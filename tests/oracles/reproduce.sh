#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds and packs the same collection again and again, each time under other circumstances, and compares every byte of
# the PDFs, containers and seals: thread count, time zone, locale (one that does not exist too), folder, second run; and
# one report alone by `render` and by `build --only`.
# Usage: tests/oracles/reproduce.sh PROGRAM [COLLECTION]      Exit status: 0 all the same, 1 something differs.
set -euo pipefail
program=$(realpath "$1")
collection=${2:-$(dirname "$0")/../../samples}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
under=(env)  # the surroundings that the program is started in

# make NAME OPTION… : a fresh copy of the collection, built and packed, and the digests of what that gave
make() {
    local name=$1
    shift
    mkdir -p "$work/$name"
    cp -R "$collection/." "$work/$name/"
    rm -rf "$work/$name/out" "$work/$name/archive"
    "${under[@]}" "$program" build "$work/$name" -q "$@"
    for year in 2023 2024; do
        "${under[@]}" "$program" pack "$work/$name" --year "$year" --unsigned --date 2025-06-30 -q
    done
    (cd "$work/$name" && find out archive -type f \( -name '*.pdf' -o -name '*.tar' -o -name '*.seal.txt' \) -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum) > "$work/digests-$(basename "$name")"
}

same() {
    if cmp -s "$work/digests-reference" "$work/digests-$1"; then
        echo "reproduce: $2: the same"
    else
        echo "reproduce: $2: differs" >&2
        diff "$work/digests-reference" "$work/digests-$1" | head -n 6 >&2 || true
        failed=1
    fi
}

make reference -j 1
echo "reproduce: $(wc -l < "$work/digests-reference") files to compare"
make two -j 2
same two "two threads"
under=(env TZ=Asia/Kathmandu LC_ALL=ja_JP.UTF-8 LANGUAGE=fr)
make elsewhere -j 2
same elsewhere "other time zone and locale"
under=(env LC_ALL=xx_XX.nonsense PANGO_LANGUAGE=zh_TW FC_LANG=ja TZ=Nowhere/Land)
make nonsense -j 1
same nonsense "a locale and a zone that do not exist"
under=(env)
make "a longer folder, 有汉字/deep" -j 2
same deep "other folder"
"$program" build "$work/reference" -q --force
(cd "$work/reference" && xargs -d '\n' sha256sum < <(cut -c67- "$work/digests-reference")) > "$work/digests-second"
same second "second run"

report=$(cd "$work/reference" && find reports -name '*.md' | LC_ALL=C sort | tail -n 1)
pdf=$(cd "$work/reference" && find out -name "$(basename "$report" .md).pdf")
"$program" render "$work/two/$report" -o "$work/alone.pdf" -q
cmp "$work/alone.pdf" "$work/reference/$pdf" || failed=1
rm -rf "$work/two/out"
"$program" build "$work/two" --only "$report" -q
cmp "$work/two/$pdf" "$work/reference/$pdf" || failed=1
[ "$failed" = 1 ] || echo "reproduce: render, build --only and build: the same"
exit "$failed"
