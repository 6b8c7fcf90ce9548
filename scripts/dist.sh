#!/usr/bin/env bash
# Makes what people are given, in dist/: for Linux a Debian package and a tar file that needs no installing, for Windows a zip
# where the mingw compiler is there. Each holds both programs and a page for the facilitator. The same commit on the same
# machine gives the same files.
set -euo pipefail
cd "$(dirname "$0")/.."

detail() { sed -n "s/^$1 = \"\\(.*\\)\"$/\\1/p" FyneApp.toml | head -n 1; }
id=$(detail ID) version=$(detail Version) arch=$(go env GOARCH)
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
flags=(-trimpath -ldflags "-s -w")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p dist
rm -f dist/*

fill() { sed -e "s|@ID@|$id|g" -e "s|@VERSION@|$version|g" -e "s|@ARCH@|$arch|g" -e "s|@GLIBC@|${glibc:-}|g" -e "s|@WHERE@|${where:-}|g" "$1"; }
pages() { # for linux or windows, into a folder
	local where=$1
	for page in READ-ME-FIRST LEAME-PRIMERO; do
		fill "scripts/dist/$page.html" | awk -v other="$([ "$where" = linux ] && echo windows || echo linux)" '
			$0 ~ "<!-- only " other " -->" { skip = 1 } !skip && $0 !~ "<!-- (only|end) " { print } $0 ~ "<!-- end " other " -->" { skip = 0 }' >"$2/$page.html"
	done
	cp LICENSE "$2/"
	cp assets/fonts/OFL.txt "$2/LICENSE-font.txt"
}

echo "Linux $arch"
root=$work/root
mkdir -p "$root"/bin "$root"/share/{applications,mime/packages} "$root"/share/icons/hicolor/{scalable,512x512}/apps
CGO_ENABLED=1 go build "${flags[@]}" -o "$root/bin/doublefix" ./cmd/doublefix
CGO_ENABLED=0 go build "${flags[@]}" -o "$root/bin/doublefix-cli" ./cmd/doublefix-cli
glibc=$(objdump -T "$root/bin/doublefix" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -n 1)
fill scripts/dist/doublefix.desktop >"$root/share/applications/$id.desktop"
fill scripts/dist/mime.xml >"$root/share/mime/packages/$id.xml"
cp assets/icons/doublefix.svg "$root/share/icons/hicolor/scalable/apps/$id.svg"
cp assets/icons/doublefix.png "$root/share/icons/hicolor/512x512/apps/$id.png"

name=doublefix-$version-linux-$arch
mkdir "$work/$name"
cp -r "$root" "$work/$name/root"
fill scripts/dist/install.sh >"$work/$name/install.sh"
chmod +x "$work/$name/install.sh"
pages linux "$work/$name"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$work" -czf "dist/$name.tar.gz" "$name"

if command -v dpkg-deb >/dev/null 2>&1; then
	deb=$work/deb
	mkdir -p "$deb/DEBIAN" "$deb/usr/share/doc/doublefix"
	cp -r "$root/." "$deb/usr/"
	pages linux "$deb/usr/share/doc/doublefix"
	cat >"$deb/DEBIAN/control" <<-END
		Package: doublefix
		Version: $version
		Architecture: $arch
		Maintainer: The Doublefix authors <nobody@localhost>
		Installed-Size: $(du -sk "$deb/usr" | cut -f1)
		Depends: libc6 (>= $glibc), libgl1, libx11-6, libxcursor1, libxi6, libxinerama1, libxrandr2, libxxf86vm1
		Recommends: libgl1-mesa-dri
		Section: education
		Priority: optional
		Description: policy workshops without internet
		 Sourced figures to explore, policy options to put in order, and a charted
		 handout to print, in English and Spanish. Everything stays on this computer.
	END
	find "$deb" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
	dpkg-deb --root-owner-group --build "$deb" "dist/doublefix_${version}_$arch.deb" >/dev/null
else
	echo "No Debian package: dpkg-deb is not on this machine."
fi

mingw=x86_64-w64-mingw32
if command -v $mingw-gcc >/dev/null 2>&1 && command -v zip >/dev/null 2>&1; then
	echo "Windows amd64"
	name=doublefix-$version-windows-amd64
	mkdir "$work/$name"
	scripts/dist/windows-resource.sh "$version" "$work" $mingw
	cp "$work/doublefix.syso" cmd/doublefix/rsrc_windows_amd64.syso
	trap 'rm -rf "$work" cmd/doublefix/rsrc_windows_amd64.syso' EXIT
	CC=$mingw-gcc GOOS=windows GOARCH=amd64 CGO_ENABLED=1 go build -trimpath -ldflags "-s -w -H windowsgui" -o "$work/$name/doublefix.exe" ./cmd/doublefix
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go build "${flags[@]}" -o "$work/$name/doublefix-cli.exe" ./cmd/doublefix-cli
	pages windows "$work/$name"
	find "$work/$name" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
	(cd "$work" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -q -X -@ "$OLDPWD/dist/$name.zip")
else
	echo "No Windows zip: it needs the mingw compiler and zip (on Debian: gcc-mingw-w64-x86-64 and zip)."
fi
echo "No macOS app: it can only be built on a Mac, with make build."

(cd dist && sha256sum -- * >SHA256SUMS)
ls -l dist
