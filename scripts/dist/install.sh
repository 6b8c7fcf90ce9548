#!/bin/sh
# Puts Doublefix into the menu of this person, without the network and without root:
#
#   ./install.sh             into ~/.local
#   ./install.sh /usr/local  for everyone (as root)
#   ./install.sh --remove [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=
if [ "${1:-}" = --remove ]; then
	remove=yes
	shift
fi
to=${1:-$HOME/.local}

(cd "$here/root" && find . -type f) | while read -r file; do
	if [ -n "$remove" ]; then
		rm -f "$to/$file"
	else
		mkdir -p "$(dirname "$to/$file")"
		cp "$here/root/$file" "$to/$file"
	fi
done

# The menu starts what is installed, also where its folder is not on the path.
desktop=$to/share/applications/@ID@.desktop
[ -n "$remove" ] || sed "s|^Exec=doublefix|Exec=\"$to/bin/doublefix\"|" "$here/root/share/applications/@ID@.desktop" >"$desktop"

# These only refresh what the desktop remembers; it finds the files without them too, later.
update-desktop-database "$to/share/applications" 2>/dev/null || true
update-mime-database "$to/share/mime" 2>/dev/null || true
gtk-update-icon-cache -q -t "$to/share/icons/hicolor" 2>/dev/null || true

if [ -n "$remove" ]; then
	echo "Doublefix was removed from $to. Your workshops are still there."
else
	echo "Doublefix is in $to/bin and in the menu."
fi
