#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# fetch.sh imgui | font: brings one thing that Debian 12 has no package for into .deps/, from the Debian mirror this machine
# already uses, and checks it. apt gets a private sources list and private folders: nothing of the machine's own set-up changes.
set -euo pipefail
deps=$(cd "$(dirname "$0")/.." && pwd)/.deps
work=$deps/apt.$$
trap 'rm -rf "$work"' EXIT

imgui_version=1.92.2b+ds-1
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
font_sha256=68543590a7c3185d69ad16664c46df28832beeb72621d2470e86b04099eb4efb

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

fetch_imgui() {
  local suite version=""
  for suite in forky sid; do
    private_apt deb-src "$suite" || continue
    version=$(apt_cache showsrc imgui | sed -n 's/^Version: //p' | sort -V | awk -v pinned="$imgui_version" \
      '$0 == pinned { found = $0 } /^1\.(9[2-9]|[1-9][0-9][0-9])/ { newest = $0 } END { print found ? found : newest }')
    [ -z "$version" ] || break
  done
  [ -n "$version" ] || fail "No Dear ImGui 1.92 or newer in forky or sid of this machine's Debian mirror."
  apt_get source --download-only "imgui=$version"
  if [ "$version" = "$imgui_version" ]; then
    echo "$imgui_sha256  $(ls "$work"/files/imgui_*.orig.tar.*)" | sha256sum --check --quiet ||
      fail "Dear ImGui $version is not the file it should be (SHA-256 differs). Nothing was kept."
  else
    echo "Debian has moved on from Dear ImGui $imgui_version to $version: taken, on Debian's signature alone."
  fi
  mkdir "$work/imgui"
  tar -xf "$work"/files/imgui_*.orig.tar.* -C "$work/imgui" --strip-components=1
  rm -rf "$deps/imgui"
  mv "$work/imgui" "$deps/imgui"
}

# The semibold weight is one file of a package of 330 MB: the package is downloaded (70 MB), not installed.
fetch_font() {
  local name=NotoSans-SemiBold.ttf
  private_apt deb "$codename"
  apt_get download fonts-noto-extra
  dpkg-deb --fsys-tarfile "$work"/files/fonts-noto-extra_*.deb | tar -xO "./usr/share/fonts/truetype/noto/$name" > "$work/$name"
  echo "$font_sha256  $work/$name" | sha256sum --check --quiet ||
    fail "$name is not the file it should be (SHA-256 differs). Nothing was kept. Another copy can be given: -DVAGVAL_FONT_DIR="
  mkdir -p "$deps/fonts"
  mv "$work/$name" "$deps/fonts/$name"
}

mkdir -p "$deps"
case ${1:-} in
  imgui) fetch_imgui ;;
  font) fetch_font ;;
  *) fail "fetch.sh imgui | font" ;;
esac
