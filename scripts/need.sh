#!/bin/sh
# Sees that this machine has what a target of the Makefile needs.
#
#   scripts/need.sh go       Go itself
#   scripts/need.sh window   and what the window is built with: a C compiler, OpenGL, X11
#   scripts/need.sh test     and what tests look at PDF files with
#   scripts/need.sh e2e      and what plays the person at the keyboard
#
# On Debian and Ubuntu it installs what is missing, and only that. Elsewhere it says what to install, and stops.
set -eu

lowest=24 # of Go 1.x; the same as in go.mod
for_what=${1:-go}

fail() {
	echo "$*" >&2
	exit 1
}

check_go() {
	command -v go >/dev/null 2>&1 ||
		fail "Go is missing. Doublefix needs Go 1.$lowest or newer: https://go.dev/dl/"
	version=$(GOTOOLCHAIN=local go version | sed -n 's/.*go1\.\([0-9]*\).*/\1/p')
	[ "${version:-0}" -ge "$lowest" ] ||
		fail "This Go is too old ($(GOTOOLCHAIN=local go version)). Doublefix needs Go 1.$lowest or newer: https://go.dev/dl/"
}

# Each line: what to look for, the package on Debian and Ubuntu, the package on Fedora, the one of Homebrew.
# "cmd:x" is a program, "pc:x" a C library known to pkg-config, "c:x" a C header: a compiler alone may lack them.
wanted() {
	cat <<-END
		cmd:gcc gcc gcc -
		c:stdlib.h libc6-dev glibc-devel -
		cmd:pkg-config pkg-config pkgconf-pkg-config -
		pc:gl libgl1-mesa-dev mesa-libGL-devel -
		pc:x11 libx11-dev libX11-devel -
		pc:xcursor libxcursor-dev libXcursor-devel -
		pc:xrandr libxrandr-dev libXrandr-devel -
		pc:xinerama libxinerama-dev libXinerama-devel -
		pc:xi libxi-dev libXi-devel -
		pc:xxf86vm libxxf86vm-dev libXxf86vm-devel -
	END
	[ "$for_what" = window ] && return
	cat <<-END
		cmd:qpdf qpdf qpdf qpdf
		cmd:pdftotext poppler-utils poppler-utils poppler
	END
	[ "$for_what" = test ] && return
	cat <<-END
		cmd:Xvfb xvfb xorg-x11-server-Xvfb -
		cmd:xdotool xdotool xdotool -
		cmd:import imagemagick ImageMagick -
	END
}

found() {
	case $1 in
	cmd:*) command -v "${1#cmd:}" >/dev/null 2>&1 ;;
	pc:*) pkg-config --exists "${1#pc:}" 2>/dev/null ;;
	c:*) echo "#include <${1#c:}>" | gcc -E - >/dev/null 2>&1 ;;
	esac
}

# missing COLUMN prints the packages of that column for what was not found.
missing() {
	wanted | while read -r thing debian fedora brew; do
		found "$thing" && continue
		case $1 in
		debian) echo "$debian" ;;
		fedora) echo "$fedora" ;;
		brew) [ "$brew" = - ] || echo "$brew" ;;
		esac
	done | tr '\n' ' '
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		fail "Some packages are missing, and there is no sudo here. As root: apt-get install $packages"
	fi
}

on_debian() {
	packages=$(missing debian)
	[ -n "$packages" ] || return 0
	echo "Installing $packages"
	as_root apt-get update -q || echo "The package lists could not be renewed; trying with the old ones." >&2
	# shellcheck disable=SC2086 # one word a package
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages ||
		fail "These packages could not be installed: $packages"
}

on_mac() {
	xcode-select -p >/dev/null 2>&1 || fail "Doublefix needs Apple's command line tools: xcode-select --install"
	[ "$for_what" = e2e ] && fail "make e2e drives the window through X11: it runs on Linux only."
	[ "$for_what" = window ] && return
	packages=$(missing brew)
	[ -z "$packages" ] || fail "The tests need some programs that are missing here: brew install $packages"
}

elsewhere() {
	packages=$(missing fedora)
	[ -n "$packages" ] || return 0
	command -v dnf >/dev/null 2>&1 && fail "Some packages are missing: sudo dnf install $packages"
	fail "Some programs or C libraries are missing. On Fedora they are called: $packages"
}

check_go
[ "$for_what" = go ] && exit 0
case $(uname -s) in
Darwin) on_mac ;;
*) if command -v apt-get >/dev/null 2>&1; then on_debian; else elsewhere; fi ;;
esac
