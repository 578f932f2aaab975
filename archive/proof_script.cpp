// SPDX-License-Identifier: Apache-2.0
// The same check as `verify` makes, for somebody who has a shell and openssl and trusts no program of ours.
#include "archive/proof.hpp"

namespace hanqing {

std::string_view proof_script() {
    return R"sh(#!/bin/sh
# check-proof.sh PROOF SEAL FILE: does FILE belong to the sealed archive? Needs sh, sed, cut and openssl.
# RFC 9162 2.1.3.2: hash the manifest line, then climb to the root that the seal names. That the seal itself is the
# one which the institution signed is for its signature to show: see VERIFY.txt.
set -eu
export LC_ALL=C
proof=$1 seal=$2 file=$3

fail() { echo "FAILED: $1"; exit 1; }
field() { sed -n "s/^$1: //p"; }
# Hexadecimal from standard input to bytes.
bytes() { while read -r hex; do while [ -n "$hex" ]; do
    rest=${hex#??}; printf "\\$(printf %03o "0x${hex%"$rest"}")"; hex=$rest; done; done; }
digest() { openssl dgst -sha256 -r | cut -c1-64; }
node() { { printf '\001'; printf '%s\n' "$1$2" | bytes; } | digest; }
number() { case $1 in ''|*[!0-9]*|0?*|??????????*) fail "the proof has a wrong number";; esac; }

root=$(field merkle-root <"$seal")
[ "$root" = "$(field merkle-root <"$proof")" ] || fail "the proof is about another seal"
[ "$(digest <"$seal")" = "$(field seal-sha256 <"$proof")" ] || fail "the seal was changed"
mine=$(digest <"$file")
line='' index='' size='' path='' here=no
while IFS= read -r text; do
    case $text in
        "file: $mine  "*) if [ -z "$line" ]; then line=${text#file: } here=yes; else here=no; fi ;;
        "file: "*) here=no ;;
        "index: "*) if [ $here = yes ]; then index=${text#index: }; fi ;;
        "size: "*) if [ $here = yes ]; then size=${text#size: }; fi ;;
        "hash: "*) if [ $here = yes ]; then path="$path ${text#hash: }"; fi ;;
    esac
done <"$proof"
[ -n "$line" ] || fail "the proof does not name this file"
number "$index"
number "$size"
[ "$size" = "$(field payload-files <"$seal")" ] && [ "$index" -lt "$size" ] || fail "the proof has a wrong number"
last=$((size - 1))
hash=$({ printf '\000'; printf '%s' "$line"; } | digest)
set -f
for other in $path; do
    case $other in *[!0-9a-f]*) fail "the proof has a wrong hash";; esac
    [ ${#other} -eq 64 ] || fail "the proof has a wrong hash"
    [ "$last" -ne 0 ] || fail "the proof is too long"
    if [ $((index % 2)) -eq 1 ] || [ "$index" -eq "$last" ]; then
        hash=$(node "$other" "$hash")
        while [ $((index % 2)) -eq 0 ] && [ "$index" -ne 0 ]; do index=$((index / 2)) last=$((last / 2)); done
    else
        hash=$(node "$hash" "$other")
    fi
    index=$((index / 2)) last=$((last / 2))
done
[ "$last" -eq 0 ] && [ "$hash" = "$root" ] || fail "the proof does not lead to the seal's root"
echo "OK: $line"
)sh";
}

}  // namespace hanqing
