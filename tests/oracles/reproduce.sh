#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds and packs the same collection again and again, each time under other circumstances, and compares every byte of
# the PDFs, containers and seals: thread count, time zone, locale (one that does not exist too), folder, second run,
# with a cache that is empty and one that is full, after a kill; and one report alone by `render`, `build --only` and
# `watch`.
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
make eight -j 8
same eight "eight threads"
under=(env TZ=Asia/Kathmandu LC_ALL=ja_JP.UTF-8 LANGUAGE=fr)
make elsewhere -j 2
same elsewhere "other time zone and locale"
under=(env LC_ALL=xx_XX.nonsense PANGO_LANGUAGE=zh_TW FC_LANG=ja TZ=Nowhere/Land)
make nonsense -j 1
same nonsense "a locale and a zone that do not exist"
under=(env TZ=Asia/Shanghai LC_ALL=zh_CN.UTF-8 LANG=zh_CN)
make chinese -j 2
same chinese "Chinese locale"
under=(env)
make filling -j 2 --cache "$work/cache"
same filling "with an empty cache"
make cached -j 2 --cache "$work/cache"
same cached "out of the cache"
make "a longer folder, 有汉字/deep" -j 2
same deep "other folder"
"$program" build "$work/reference" -q --force
(cd "$work/reference" && xargs -d '\n' sha256sum < <(cut -c67- "$work/digests-reference")) > "$work/digests-second"
same second "second run"

# Killed after some time, then finished: build and pack both.
mkdir -p "$work/killed"
cp -R "$collection/." "$work/killed/"
rm -rf "$work/killed/out" "$work/killed/archive"
for pause in 0.2 0.4; do
    (timeout -s KILL "$pause" "$program" build "$work/killed" -q) 2> /dev/null || true
done
"$program" build "$work/killed" -q
for year in 2023 2024; do
    (timeout -s KILL 0.2 "$program" pack "$work/killed" --year "$year" --unsigned --date 2025-06-30 -q) 2> /dev/null || true
    "$program" pack "$work/killed" --year "$year" --unsigned --date 2025-06-30 -q 2> "$work/said" ||
        grep -q archive-sealed "$work/said"
done
(cd "$work/killed" && xargs -d '\n' sha256sum < <(cut -c67- "$work/digests-reference")) > "$work/digests-killed"
same killed "after kills"

report=$(cd "$work/reference" && find reports -name '*.md' | LC_ALL=C sort | tail -n 1)
pdf=$(cd "$work/reference" && find out -name "$(basename "$report" .md).pdf")
"$program" render "$work/two/$report" -o "$work/alone.pdf" -q
cmp "$work/alone.pdf" "$work/reference/$pdf" || failed=1
rm -rf "$work/two/out"
"$program" build "$work/two" --only "$report" -q
cmp "$work/two/$pdf" "$work/reference/$pdf" || failed=1

# watch makes what changes: here, from nothing, and then once more after an edit that is taken back.
rm -rf "$work/two/out"
"$program" watch "$work/two" --only "$report" -q &
watching=$!
cp "$work/two/$report" "$work/as-it-was"
until_same() {
    for _ in $(seq 600); do
        if cmp -s "$work/two/$pdf" "$work/reference/$pdf"; then return 0; fi
        sleep 0.1
    done
    echo "reproduce: watch: differs" >&2
    return 1
}
until_same || failed=1
printf '\nedited\n' >> "$work/two/$report"
sleep 2
cp "$work/as-it-was" "$work/two/$report"
until_same || failed=1
kill -INT "$watching"
wait "$watching" || [ $? = 130 ]
[ "$failed" = 1 ] || echo "reproduce: render, build --only, watch and build: the same"
exit "$failed"
