#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# archive-commands.sh FOLDER BAG INSTRUCTIONS: runs every command of a bag's instructions as it stands, with nothing in
# PATH but coreutils, findutils, diffutils, tar and openssl. Fails when a command fails or when one of those that must
# stay silent says anything.
set -eu
folder=$1 bag=$2 instructions=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/tools" "$work/archive"
for package in coreutils findutils diffutils tar openssl; do
    dpkg -L "$package" | grep -E '^(/usr)?/s?bin/' | while read -r tool; do ln -sf "$tool" "$work/tools/"; done
done
ln -s "$(command -v sh)" "$work/tools/sh"
cp "$folder"/* "$work/archive/"
cd "$work/archive"
tar -xOf "$bag.tar" "$bag/$instructions" | grep '^    ' > "$work/commands"
test "$(wc -l < "$work/commands")" -ge 13
{
    echo 'set -e'
    sed 's/^    //' "$work/commands" | while IFS= read -r command; do
        case $command in
            cksum*seal*|cksum*evidence*|test*|tar*|cd*) printf '%s\n' "$command" ;;
            *) printf 'out=$( %s )\ntest -z "$out" || { printf "%%s\\n" "$out"; exit 1; }\n' "$command" ;;
        esac
    done
} > "$work/script"
rm -f "$work/archive/.hanqing-lock"
env -i PATH="$work/tools" LC_ALL=C "$work/tools/sh" "$work/script"
