# Sourced by the scripts beside it: where things are, how to speak, how to build a preset.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
LOGS="$ROOT/build/log"
cd "$ROOT" || exit 1
mkdir -p "$LOGS"

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# build_preset NAME [target...]: configures when needed, builds; the output goes to build/log/build-NAME.log.
build_preset() {
  local preset="$1" log="$LOGS/build-$1.log" status=0
  shift
  {
    if [ ! -f "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "build/$preset/CMakeCache.txt" ] ||
      [ cmake/wasm-toolchain.cmake -nt "build/$preset/CMakeCache.txt" ]; then
      cmake --preset "$preset" && touch "build/$preset/CMakeCache.txt"
    fi && cmake --build --preset "$preset" ${1:+--target "$@"} -- -k 0
  } >"$log" 2>&1 </dev/null || status=$?
  return "$status"
}

# content_hash PATH...: one hash over the names and bytes of the files below the paths; node_modules left out.
content_hash() {
  find "$@" -name node_modules -prune -o -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# build_page: dist/luping.html from build/wasm/web and web/, only when one of its inputs changed.
build_page() {
  local stamp="build/page.stamp" now
  [ -f web/build.mjs ] || { say "web/build.mjs is missing"; return 1; }
  now="$(content_hash build/wasm/web web assets docs/user-guide.zh.md CMakeLists.txt)"
  if [ -f dist/luping.html ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then return 0; fi
  rm -f "$stamp"
  node web/build.mjs </dev/null || return 1
  [ -f dist/luping.html ] || { say "web/build.mjs wrote no dist/luping.html"; return 1; }
  printf '%s\n' "$now" >"$stamp"
}
