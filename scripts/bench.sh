#!/bin/bash
# Measures what a person waits for, in three lines with their aims: the time from start to the first frame, and the memory then,
# of the app beside a bare Fyne window; the slowest chart of the package from its Spec to pixels; the handout. Both windows are
# started five times in an Xvfb and a home of their own, and the medians taken. Looking takes about 50 ms.
#
# go test -run '^$' -bench . ./app/... says more.
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

# bench PACKAGE NAME TIMES runs a benchmark.
bench() { CGO_ENABLED=0 HOME=$(getent passwd "$(id -u)" | cut -d: -f6) go test -run '^$' -bench "^$2\$" -benchtime "$3" "$1"; }
bench ./app/chart BenchmarkOffers 10x >"$out/charts"
bench ./app/handout BenchmarkHandout 20x >"$out/handout"

awk -v a="$ms" -v b="$bare_ms" -v c="$mb" -v d="$bare_mb" 'BEGIN {
	printf "Start:   %d ms to the first frame, %.2f times a bare Fyne window; %d MB, %.2f times (aim: 1.5 times)\n", a, a / b, c, c / d
}'
awk '$4 == "ns/op" {
	all++; ms = $3 / 1e6; slow += ms > 25; long += ms > 16
	if (ms > most) { most = ms; high = $5; name = $1; sub(/^BenchmarkOffers\//, "", name); sub(/-[0-9]+$/, "", name) }
}
END {
	printf "Charts:  %.0f ms for the slowest, %s, %d pixels high; of %d at 1200x700 or higher %d take more than 16 ms, %d more than 25 ms (aims: 25 ms, one frame of 16 ms)\n", most, name, high, all, long, slow
	exit all == 0
}' "$out/charts"
awk '$4 == "ns/op" { printf "Handout: %.0f ms (aim: 60 ms)\n", $3 / 1e6; n++ } END { exit n == 0 }' "$out/handout"
