#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# ./planner bench, after building: speed of the core, sizes and start times beside Dear ImGui's own demo, idling.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
imgui=${IMGUI_SOURCE_DIR:-.deps/imgui}
demo=build/bench/imgui_demo
flags=$(grep -E '^CMAKE_CXX_FLAGS_MINSIZEREL:' build/web/CMakeCache.txt | cut -d= -f2-)
export NODE_PATH="/usr/share/nodejs:${NODE_PATH:-}"

if [ -x build/native-release/vagval_bench ]; then
  echo "== The core, on one core of this machine"
  build/native-release/vagval_bench --benchmark_counters_tabular=true
fi

echo "== Building Dear ImGui's demo with the app's flags ($flags)"
mkdir -p $demo
# shellcheck disable=SC2086
emcc $flags -std=c++20 -fno-exceptions -fno-rtti -I"$imgui" -I"$imgui/backends" tests/bench/imgui_demo/main.cpp \
  "$imgui"/imgui{,_demo,_draw,_tables,_widgets}.cpp "$imgui"/backends/imgui_impl_{glfw,opengl3}.cpp -o $demo/demo.js \
  -sUSE_GLFW=3 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc \
  -sALLOW_MEMORY_GROWTH=1 -sMODULARIZE=1 -sEXPORT_NAME=createVagval -sDYNAMIC_EXECUTION=0
mkdir -p $demo/site
cp tests/bench/imgui_demo/{index.html,start.js} $demo/site/
node cmake/bundle.mjs $demo/demo.js $demo/site/app.js

sizes() {  # NAME FILE…
  local name=$1
  shift
  printf '%-44s %10d %10d %10d\n' "$name" "$(cat "$@" | wc -c)" \
    "$(for f in "$@"; do gzip -9c "$f"; done | wc -c)" "$(for f in "$@"; do brotli -cq 11 "$f"; done | wc -c)"
}
echo
echo "== Sizes in bytes (each file compressed on its own)"
printf '%-44s %10s %10s %10s\n' "" raw gzip brotli
sizes "Vägval: wasm, with texts, rules and fonts" build/web/vagval_web.wasm
sizes "Vägval: everything the page loads" build/web/site/*.{html,js,css}
sizes "Dear ImGui's demo: wasm" $demo/demo.wasm
sizes "Dear ImGui's demo: everything the page loads" $demo/site/*
echo
node tests/bench/start.mjs "Vägval" build/web/site "Dear ImGui's demo" $demo/site
node tests/bench/planner.mjs build/web/site
