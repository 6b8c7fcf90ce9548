#!/bin/sh
# Builds and opens the app. Where there is no display, has doublefix-cli write the handout instead.
set -eu
cd "$(dirname "$0")/.."

has_display() {
	[ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

make --no-print-directory build-plain
if has_display; then
	make --no-print-directory build-window
	exec bin/doublefix
fi

make --no-print-directory build-window ||
	echo "The window program could not be built here; the handout does not need it." >&2
echo "There is no display here, so the window cannot open. Writing the handout instead."
bin/doublefix-cli handout -o handout.pdf
echo "The handout is in $(pwd)/handout.pdf"
