#!/usr/bin/env bash
# Drives the real window under Xvfb with real keys, as a person would, and checks what it leaves: the journal, the settings,
# the exported files, the title and the picture. Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.."

out=${E2E_OUT:-e2e-out}
mkdir -p "$out"
rm -f "$out"/*.png
home=$(mktemp -d)
mkdir -p "$home/Documents"
conf=$home/.config/fyne/org.doublefix.app
journal=$conf/workshop.doublefix
prefs=$conf/preferences.json
passed=0 failed=0 app= xvfb= win=

stop() {
	[ -n "$app" ] && kill -9 "$app" 2>/dev/null
	[ -n "$xvfb" ] && kill "$xvfb" 2>/dev/null
	rm -rf "$home"
}
trap stop EXIT

# check NAME COMMAND…: tries the command for up to ten seconds.
check() {
	local name=$1 i
	shift
	for i in $(seq 50); do
		if "$@" >/dev/null 2>&1; then
			echo "ok    $name"
			passed=$((passed + 1))
			return 0
		fi
		sleep 0.2
	done
	echo "FAIL  $name"
	echo "      tried: $*"
	shot "failed-$failed"
	failed=$((failed + 1))
	return 1
}

shot() { import -window root "$out/$1.png"; }
keys() { for k in "$@"; do xdotool key --clearmodifiers "$k"; sleep 0.15; done; sleep 0.4; }
title() { [ "$(xdotool getwindowname "$win")" = "$1" ]; }
# looks NAME OTHER N: takes the picture NAME, which differs from OTHER in more than N pixels.
looks() {
	shot "$1"
	[ "$(compare -metric AE "$out/$1.png" "$out/$2.png" null: 2>&1 | awk '{ printf "%d", $1 }')" -gt "$3" ]
}
events() { [ "$(grep -c "\"type\":\"$1\"" "$journal")" -eq "$2" ]; }
says() { pdftotext -layout "$1" - | tr '\n\f' '  ' | tr -s ' ' | grep -qF "$2"; }

start() {
	HOME=$home XDG_CONFIG_HOME=$home/.config LANG=en_US.UTF-8 DISPLAY=$DISPLAY bin/doublefix "$@" >>"$out/app.log" 2>&1 &
	app=$!
	for _ in $(seq 150); do
		win=$(xdotool search --pid "$app" --name Doublefix 2>/dev/null | tail -n 1)
		[ -n "$win" ] && break
		sleep 0.2
	done
	[ -n "$win" ] || { echo "FAIL  the window opens"; cat "$out/app.log"; echo "$passed passed, $((failed + 1)) failed"; exit 1; }
	sleep 1
	xdotool windowsize "$win" 1280 800 windowmove "$win" 0 0 windowfocus "$win"
	sleep 1
}

# A display of our own, on the first free number.
number=90
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
export DISPLAY=:$number
Xvfb "$DISPLAY" -screen 0 1280x800x24 >/dev/null 2>&1 &
xvfb=$!
for _ in $(seq 50); do [ -e "/tmp/.X11-unix/X$number" ] && break; sleep 0.1; done

: >"$out/app.log"
echo "Without a display"
no_display() { env -u DISPLAY -u WAYLAND_DISPLAY HOME="$home" LANG=es_MX.UTF-8 bin/doublefix 2>&1 | grep -q "^Doublefix necesita una pantalla"; }
check "one sentence, in the language of the computer" no_display
alone() {
	local said
	said=$(env -u WAYLAND_DISPLAY DISPLAY=:9999 HOME="$home" LANG=C bin/doublefix 2>&1)
	[ "$(wc -l <<<"$said")" -eq 1 ] && [[ $said == "Doublefix needs a screen"* ]]
}
check "and nothing else, for a display that is not there and no language" alone

echo "First start"
start
check "the title is in English" title "My workshop – Doublefix"
shot explore-first
check "the journal has its header" grep -q '^{"format":"doublefix-workshop","version":1' "$journal"

echo "Explore"
keys ctrl+Next
check "another dataset is drawn" looks explore-second explore-first 20000
keys ctrl+Next
check "a third dataset is drawn" looks explore-third explore-second 20000
check "the third dataset is remembered" grep -q '"dataset":"us_share"' "$prefs"
keys Right Right Right
check "reading a point shows its card" looks explore-read explore-third 5000
keys Right
check "the next point has another card" looks explore-read-next explore-read 500
keys Escape
shot explore-nothing-read
xdotool mousemove 1000 470
check "the pointer reads a point" looks explore-hover explore-nothing-read 5000
xdotool mousemove 640 795
keys t
check "T shows the table" looks explore-table explore-read-next 20000
keys t s
check "S opens the sources" looks explore-source explore-read-next 20000
keys Escape
shot explore-light
keys ctrl+d
check "the theme switches at once" looks explore-dark explore-light 200000
keys ctrl+d ctrl+equal
check "the text grows at once" looks explore-large explore-light 20000
keys ctrl+0 ctrl+l
check "the language switches at once" title "Mi taller – Doublefix"
shot explore-es
keys ctrl+shift+c
keys Return
check "the table is exported with sources" bash -c "head -c 2000 '$home'/Documents/*-es.csv | grep -q ,"

echo "Rank"
keys ctrl+2
shot rank-empty
keys 2 Down 1
check "two options are in the journal" events ranking.placed 2
keys Down Down 3 Down 4
check "all four options are in the journal" events ranking.placed 4
keys alt+Up
check "Alt and an arrow move an option" events ranking.placed 5
keys ctrl+z
check "undo is an event" events undo 1
shot rank-es
keys ctrl+y
check "redo is an event" events undo 2

echo "A name for the workshop"
keys F2
xdotool type --delay 200 "mesa 3"
keys Return
check "the name is an event and the title" title "mesa 3 – Doublefix"

echo "Handout"
keys ctrl+3
sleep 1
shot handout-es
keys ctrl+e
keys Return
pdf=$home/Documents/doublefix-folleto-es.pdf
check "the handout is exported" test -s "$pdf"
check "the file is sound" qpdf --check "$pdf"
check "it is in Spanish and has pages" says "$pdf" "Página 2 de"
check "no chart is a picture" bash -c "[ \"\$(pdfimages -list '$pdf' | wc -l)\" -le 2 ]"
check "one's own order is in it" says "$pdf" "Mi orden"

echo "Killed and started again"
cp "$journal" "$out/before.doublefix"
kill -9 "$app"
wait "$app" 2>/dev/null
start
check "the name is remembered" title "mesa 3 – Doublefix"
check "the language is remembered" grep -q '"lang":"es"' "$prefs"
check "the journal is as it was" cmp -s "$out/before.doublefix" "$journal"
keys ctrl+2
shot rank-again
keys ctrl+z
check "undo goes on after the restart" events undo 3
check "undo took back the name" title "Mi taller – Doublefix"
keys ctrl+y
keys ctrl+3
sleep 1
rm -f "$pdf"
keys ctrl+e
keys Return
check "the handout still has the order" says "$pdf" "Mi orden"
cp "$pdf" "$out/handout-es.pdf" 2>/dev/null
keys ctrl+q
closed() { ! kill -0 "$app" 2>/dev/null; }
check "Ctrl+Q closes the window" closed

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
