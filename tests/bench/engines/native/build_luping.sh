#!/usr/bin/env bash
# Builds our own engine for the benchmark into build/bench/native: a native program and the WebAssembly module.
#   tests/bench/engines/native/build_luping.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../../.." && pwd)"
output="$root/build/bench/native"
mkdir -p "$output"
cd "$root"

newer=$(find src/core src/io "$here/luping_bench.cpp" -newer "$output/luping" -name '*.[ch]*' 2>/dev/null || echo all)
if [ ! -x "$output/luping" ] || [ -n "$newer" ]; then
  echo "building luping"
  g++ -std=c++20 -O3 -march=native -fno-exceptions -fno-rtti -DJSON_NOEXCEPTION=1 -DJSON_HAS_FILESYSTEM=0 -Isrc \
    "$here/luping_bench.cpp" src/core/*.cpp src/core/*/*.cpp src/io/*.cpp -o "$output/luping"
fi

command -v emcc >/dev/null || {
  echo "emcc is missing: the WebAssembly module is skipped"
  exit 0
}
cmake --preset wasm >/dev/null
cmake --build --preset wasm --target luping_core_wasm
cp build/wasm/core/luping-core.mjs build/wasm/core/luping-core.wasm "$output/"
printf 'module: %s bytes gzip with its JavaScript\n' \
  "$(($(gzip -9 -c "$output/luping-core.wasm" | wc -c) + $(gzip -9 -c "$output/luping-core.mjs" | wc -c)))"
