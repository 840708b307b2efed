#!/usr/bin/env bash
# Builds the references and the measure of limits into build/bench/native: as native programs, and where emcc is as
# WebAssembly. What is newer than its sources stays. Needs g++ and nlohmann/json, limits.cpp also RapidJSON and simdjson.
#   tests/bench/engines/native/build.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
output="$(cd "$here/../../../.." && pwd)/build/bench/native"
mkdir -p "$output/include"
cd "$output"

# header NAME: where a header is, among the system's.
header() {
  local folder
  for folder in /usr/include /usr/local/include; do
    if [ -e "$folder/$1" ]; then
      printf '%s\n' "$folder/$1"
      return 0
    fi
  done
  return 1
}

# stale FILE: whether it must be built, again or at all.
stale() {
  local source
  [ -f "$1" ] || return 0
  for source in "$here"/*.cpp "$here"/*.h "$here/build.sh"; do
    [ "$source" -nt "$1" ] && return 0
  done
  return 1
}

# build FILE COMMAND...: FILE is what the command makes.
build() {
  local file="$1"
  shift
  stale "$file" || return 0
  printf 'building %s\n' "$file"
  "$@"
}

has_parsers=yes
if ! header rapidjson/document.h >/dev/null || ! header simdjson.h >/dev/null; then
  has_parsers=no
  echo "RapidJSON or simdjson is missing: limits skipped"
fi

native=(g++ -std=c++17 -O3 -Wall -Wextra -march=native)
build ref "${native[@]}" -DREF_MAIN "$here/ref.cpp" -o ref
[ $has_parsers = no ] || build limits "${native[@]}" "$here/limits.cpp" -lsimdjson -o limits

command -v emcc >/dev/null || {
  echo "emcc is missing: WebAssembly references skipped"
  exit 0
}
# Debian's emcc needs the acorn that Debian installs outside the default search path of other Node.js builds.
if [ -e /usr/share/nodejs/acorn ]; then export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"; fi
# emcc may not see the system's include folder, but these headers stand alone.
for name in nlohmann rapidjson; do
  if folder="$(header "$name")"; then ln -sfn "$folder" "include/$name"; fi
done

memory=(-sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=64MB -sMAXIMUM_MEMORY=4GB)
wasm=(emcc -std=c++17 -O3 -Wall -Wextra -isystem include -sENVIRONMENT=node "${memory[@]}")
# One file: emcc's loader would fetch() a file beside it, which Node.js refuses.
program=(-sNODERAWFS=1 -sSINGLE_FILE=1)
functions=_ref_init,_ref_set,_ref_reset,_ref_parse,_ref_evaluate,_ref_evaluate_gap,_ref_gap,_ref_groups,_ref_transpose
module=(--no-entry -sMODULARIZE=1 -sFILESYSTEM=0 "-sEXPORTED_FUNCTIONS=$functions,_malloc,_free")
build ref-lib.cjs "${wasm[@]}" -msimd128 "${module[@]}" "$here/ref.cpp" -o ref-lib.cjs
build ref-main.cjs "${wasm[@]}" "${program[@]}" -DREF_MAIN "$here/ref.cpp" -o ref-main.cjs
build ref-main-simd.cjs "${wasm[@]}" "${program[@]}" -DREF_MAIN -msimd128 "$here/ref.cpp" -o ref-main-simd.cjs
[ $has_parsers = no ] || build limits-wasm.cjs "${wasm[@]}" "${program[@]}" "$here/limits.cpp" -o limits-wasm.cjs
