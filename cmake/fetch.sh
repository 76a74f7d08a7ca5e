#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# fetch.sh NAME: brings one thing that Debian 12 has no package for into .deps/, from the Debian mirror this machine
# already uses, and checks it. apt gets a private sources list and private folders: nothing of the machine's own set-up changes.
set -euo pipefail
deps=$(cd "$(dirname "$0")/.." && pwd)/.deps
work=$deps/apt.$$
trap 'rm -rf "$work"' EXIT

# name: the version asked for first, where it is looked for, which others will do, and the SHA-256 of its source.
imgui=('1.92.2b+ds-1' 'forky sid' '^1\.(9[2-9]|[1-9][0-9][0-9])' e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48)
harfbuzz=('6.0.0+dfsg-3' 'bookworm trixie sid' '^([6-9]|1[0-9])\.' 89266cb363e49b6aa999eda04ca25b0d234a69ad9304679631371f4697652368)
sheenbidi=('3.0.0-1' 'forky sid' '^[3-9]\.' c009ee6153991998f4fa42af7ca3b1494cb716522d85cf8ebd7b869f6a459301)
libsodium=('1.0.18-1+deb12u1' 'bookworm trixie sid' '^1\.0\.(1[89]|[2-9][0-9])' d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4)
qrcodegen=('1.8.0-1.1' 'bookworm trixie sid' '^1\.([89]|[1-9][0-9])' 2ec0a4d33d6f521c942eeaf473d42d5fe139abcfa57d2beffe10c5cf7d34ae60)
semibold_sha256=(NotoSans-SemiBold.ttf 68543590a7c3185d69ad16664c46df28832beeb72621d2470e86b04099eb4efb
  NotoSansEthiopic-SemiBold.ttf ce4d10ead7fc1d4792b63ed1039ab02394dc6f2fb134cd07e495a0be1103ed49)
jsqr_version=1.4.0
jsqr_sha256=b5299b37917a1fe7a8cab9dd5cc6b8accf82663add80abe5bf7761a921cc6602
vazirmatn_version=33.0.3
vazirmatn_sha256=9506e9e6a27e62b353c04a136c27de0cc3aa9e434658b45a6363f7c98c357090

fail() { printf '%s\n' "$@" >&2; exit 1; }

# private_apt KIND SUITE: makes $work ready for `apt_get` to see one suite of the machine's Debian mirror.
private_apt() {
  local kind=$1 suite=$2 keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -e "$keyring" ] || keyring=${keyring%.gpg}.pgp
  rm -rf "$work"
  mkdir -p "$work"/{lists,cache/archives}/partial "$work/files"
  echo "$kind [signed-by=$keyring] $mirror $suite main" > "$work/sources.list"
  apt_get update
}
apt_options() {
  printf '%s\n' -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Sandbox::User=root
}
apt_get() { (cd "$work/files" && mapfile -t options < <(apt_options) && apt-get "${options[@]}" "$@"); }
apt_cache() { (mapfile -t options < <(apt_options) && apt-cache "${options[@]}" "$@"); }

command -v apt-get > /dev/null || fail "No apt-get here, so $1 cannot be fetched. The README says what to give instead."
read -r mirror codename < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(LABEL)' 'Created-By: Packages' |
  awk '$3 == "Debian" && $2 !~ /-/ { print $1, $2; exit }') || true
[ -n "${mirror:-}" ] || fail "This machine's apt knows no Debian mirror, so $1 cannot be fetched. The README says what to give instead."

# fetch_source NAME [PACKAGE]: the source as its authors released it, without Debian's changes.
fetch_source() {
  local name=$1 package=${2:-$1} pinned suites others sha256 suite version="" address file
  declare -n wanted=$name
  pinned=${wanted[0]} suites=${wanted[1]} others=${wanted[2]} sha256=${wanted[3]}
  for suite in $suites; do
    private_apt deb-src "$suite" || continue
    version=$(apt_cache showsrc "$package" | sed -n 's/^Version: //p' | sort -V | awk -v pinned="$pinned" -v others="$others" \
      '$0 == pinned { found = $0 } $0 ~ others { newest = $0 } END { print found ? found : newest }')
    [ -z "$version" ] || break
  done
  [ -n "$version" ] || fail "No $package that would do (such as $pinned) in $suites of this machine's Debian mirror."
  # Only the archive: what else belongs to the package is not needed, and not always there.
  read -r address file < <(apt_get source --download-only --print-uris "$package=$version" |
    sed -n "s/^'\([^']*\)' \([^ ]*\.orig\.tar\.[a-z0-9]*\) .* SHA256:\([0-9a-f]*\)$/\1 \2,SHA256:\3/p")
  [ -n "${file:-}" ] || fail "Debian's list of sources names no archive for $package $version."
  (cd "$work/files" && /usr/lib/apt/apt-helper download-file "$address" "${file%%,*}" "${file#*,}")
  if [ "$version" = "$pinned" ]; then
    echo "$sha256  $work/files/${file%%,*}" | sha256sum --check --quiet ||
      fail "$name $version is not the file it should be (SHA-256 differs). Nothing was kept."
  else
    echo "Debian has moved on from $name $pinned to $version: taken, on Debian's signature alone."
  fi
  mkdir "$work/$name"
  tar -xf "$work/files/${file%%,*}" -C "$work/$name" --strip-components=1
  rm -rf "$deps/$name"
  mv "$work/$name" "$deps/$name"
}

# The semibold weights are two files of a package of 330 MB: the package is downloaded (70 MB), not installed.
fetch_semibold() {
  local i name
  private_apt deb "$codename"
  apt_get download fonts-noto-extra
  mkdir -p "$deps/fonts"
  for ((i = 0; i < ${#semibold_sha256[@]}; i += 2)); do
    name=${semibold_sha256[i]}
    dpkg-deb --fsys-tarfile "$work"/files/fonts-noto-extra_*.deb | tar -xO "./usr/share/fonts/truetype/noto/$name" > "$work/$name"
    echo "${semibold_sha256[i + 1]}  $work/$name" | sha256sum --check --quiet ||
      fail "$name is not the file it should be (SHA-256 differs). Nothing was kept. Another copy can be given: -DVAGVAL_FONT_DIR="
  done
  mv "$work"/*.ttf "$deps/fonts/"
}

# Vazirmatn is not in Debian; npm has it.
fetch_vazirmatn() {
  local weight
  (cd "$work" && npm pack --silent --ignore-scripts "vazirmatn@$vazirmatn_version" > /dev/null)
  echo "$vazirmatn_sha256  $work/vazirmatn-$vazirmatn_version.tgz" | sha256sum --check --quiet ||
    fail "Vazirmatn is not the file it should be (SHA-256 differs). Nothing was kept. Another copy can be given: -DVAGVAL_FONT_DIR="
  mkdir -p "$deps/fonts"
  for weight in Regular SemiBold; do
    tar -xOf "$work/vazirmatn-$vazirmatn_version.tgz" "package/fonts/ttf/Vazirmatn-$weight.ttf" > "$work/Vazirmatn-$weight.ttf"
  done
  mv "$work"/*.ttf "$deps/fonts/"
}

# Nor is jsQR, which reads codes where the browser cannot.
fetch_jsqr() {
  (cd "$work" && npm pack --silent --ignore-scripts "jsqr@$jsqr_version" > /dev/null)
  echo "$jsqr_sha256  $work/jsqr-$jsqr_version.tgz" | sha256sum --check --quiet ||
    fail "jsQR is not the file it should be (SHA-256 differs). Nothing was kept. Another copy can be given: -DJSQR_FILE="
  mkdir -p "$deps/jsqr"
  tar -xOf "$work/jsqr-$jsqr_version.tgz" package/dist/jsQR.js > "$work/jsQR.js"
  mv "$work/jsQR.js" "$deps/jsqr/"
}

mkdir -p "$deps" "$work"
case ${1:-} in
  imgui | harfbuzz | sheenbidi | libsodium) fetch_source "$1" ;;
  qrcodegen) fetch_source qrcodegen qr-code-generator ;;
  semibold) fetch_semibold ;;
  vazirmatn) fetch_vazirmatn ;;
  jsqr) fetch_jsqr ;;
  *) fail "fetch.sh imgui | harfbuzz | sheenbidi | libsodium | qrcodegen | semibold | vazirmatn | jsqr" ;;
esac
