#!/bin/bash
# Measures the time from start to the first frame, and the memory then, of the app beside a bare Fyne window. Both are
# started five times in their own Xvfb with a home of their own; the medians are printed. Looking takes about 50 ms.
set -eu
cd "$(dirname "$0")/.."
runs=${1:-5}
out=$(mktemp -d)
exec 3>"$out/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$out"' EXIT
until [ -s "$out/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$out/display")
export DISPLAY LANG=en_US.UTF-8 HOME="$out/home" XDG_CONFIG_HOME="$out/home/.config" XDG_DATA_HOME="$out/home/.local/share"
mkdir -p "$HOME"

CGO_ENABLED=1 GOFLAGS="${GOFLAGS:-}" HOME=$(getent passwd "$(id -u)" | cut -d: -f6) \
	go build -ldflags "-s -w" -o bin/bare scripts/bench/bare.go

now() { echo $(($(date +%s%N) / 1000000)); }

# once PROGRAM TITLE prints milliseconds and megabytes. The first frame is there when the window has more than one colour.
once() {
	local begin window pid
	begin=$(now)
	"$1" >/dev/null 2>&1 &
	pid=$!
	window=$(timeout 60 xdotool search --sync --onlyvisible --name "$2" | head -1)
	until [ "$(import -window "$window" -depth 8 -format %k info: 2>/dev/null || echo 0)" -gt 1 ]; do
		[ $(($(now) - begin)) -lt 60000 ] || { echo "$1 drew nothing for a minute" >&2; exit 1; }
	done
	echo "$(($(now) - begin)) $(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")"
	kill "$pid"
	wait "$pid" 2>/dev/null || true
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

measure() {
	once "$1" "$2" >/dev/null # the first start fills caches
	for _ in $(seq "$runs"); do once "$1" "$2"; done >"$out/runs"
	ms=$(cut -d' ' -f1 "$out/runs" | median)
	mb=$(cut -d' ' -f2 "$out/runs" | median)
}

measure bin/bare "Bare window"
bare_ms=$ms bare_mb=$mb
measure bin/doublefix "Doublefix"
printf '%-16s %6s ms %6s MB\n' "bare window" "$bare_ms" "$bare_mb" "Doublefix" "$ms" "$mb"
awk -v a="$ms" -v b="$bare_ms" -v c="$mb" -v d="$bare_mb" \
	'BEGIN { printf "%-16s %6.2f times %6.2f times (aim: at most 1.5)\n", "ratio", a / b, c / d }'
