#!/usr/bin/env bash
# The fallback where rustup can't add the WebAssembly targets: a rustc that has them, from Debian's packages.
#
#   wasm-from-debian.sh FOLDER      afterwards FOLDER/usr/bin/rustc builds for wasm32-unknown-unknown and wasm32-wasip2
#
# Everything goes into FOLDER. The packages are those of Debian testing. They need a newer C library than a stable Debian
# has, so that library goes into FOLDER too and patchelf makes the programs use it. Needs apt, dpkg and patchelf.
set -euo pipefail
folder=$(realpath -m "$1")
machine=$(uname -m)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keyring" ] || { echo "this is no Debian: $keyring is missing" >&2; exit 1; }
command -v patchelf >/dev/null || { echo "patchelf is missing: apt-get install patchelf" >&2; exit 1; }
sources=$(grep -rhvs '^ *#' /etc/apt/sources.list /etc/apt/sources.list.d/ || true)
mirror=$(grep -oEm1 'https?://[^ ]+/debian/?( |$)' <<<"$sources" | head -1 | tr -d ' ')
rm -rf "$folder"
mkdir -p "$folder/apt/lists/partial" "$folder/apt/debs"
echo "deb [signed-by=$keyring] ${mirror:?apt has no Debian mirror in its sources} testing main" >"$folder/apt/sources.list"
apt=(-o "Dir::State::Lists=$folder/apt/lists" -o "Dir::Etc::sourcelist=$folder/apt/sources.list"
  -o Dir::Etc::sourceparts=/dev/null -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update -qq

# package names change with every version of LLVM, so the script follows them from package to package
depends() {
  apt-cache "${apt[@]}" depends --no-{recommends,suggests,conflicts,breaks,replaces,enhances} "$@" |
    sed -n 's/^[ |]*Depends: \([^<]*\)$/\1/p'
}
lld=$(depends rust-llvm | grep -m1 '^lld-')
packages=(rustc rust-llvm libstd-rust-dev libstd-rust-dev-wasm32 "$lld")
wanted=(libstd-rust-dev "$lld")
while [ ${#wanted[@]} -gt 0 ]; do
  next=()
  for name in $(depends "${wanted[@]}" | grep -E '^(lib|zlib)' | grep -vE -- '-dev$|gconv' | sort -u); do
    [[ " ${packages[*]} " == *" $name "* ]] || { packages+=("$name"); next+=("$name"); }
  done
  wanted=("${next[@]}")
done
echo "  ${#packages[@]} packages, about 200 MB"
(cd "$folder/apt/debs" && apt-get "${apt[@]}" download -qq "${packages[@]}")
for deb in "$folder"/apt/debs/*.deb; do dpkg -x "$deb" "$folder"; done
rm -rf "$folder/apt"

libraries=$folder/usr/lib/$machine-linux-gnu
tools=$folder/usr/lib/rustlib/$machine-unknown-linux-gnu/bin
for library in "$libraries"/*.so*; do
  case $library in */ld-linux* | */libc.so.6 | */libm.so.6) continue ;; esac
  [ -L "$library" ] || [ "$(head -c4 "$library")" != $'\x7fELF' ] || patchelf --force-rpath --set-rpath "$libraries" "$library"
done
ln -sf ../../../../bin/rust-lld "$tools/rust-lld"
loader=$(echo "$libraries"/ld-linux*)
for program in "$folder"/usr/lib/llvm-*/bin/lld "$tools/wasm-component-ld" "$folder/usr/bin/rustc"; do
  patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$program"
done
