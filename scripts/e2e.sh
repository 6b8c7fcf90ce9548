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
# alike NAME OTHER N: takes the picture NAME, which differs from OTHER in N pixels at most.
alike() {
	shot "$1"
	[ "$(compare -metric AE "$out/$1.png" "$out/$2.png" null: 2>&1 | awk '{ printf "%d", $1 }')" -le "$3" ]
}
# drag X Y TO_X TO_Y: drags with the mouse, as a hand does, in steps.
drag() {
	local i
	xdotool mousemove "$1" "$2"
	sleep 0.2
	xdotool mousedown 1
	for i in 1 2 3 4 5 6 7 8; do
		xdotool mousemove $(($1 + ($3 - $1) * i / 8)) $(($2 + ($4 - $2) * i / 8))
		sleep 0.08
	done
	xdotool mouseup 1
	sleep 0.4
	xdotool mousemove 640 795
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
check "the third dataset is remembered" grep -q '"dataset":"trafficking_routes"' "$prefs"
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
keys ctrl+d
check "and to high contrast" looks explore-contrast explore-light 2000
keys ctrl+d ctrl+equal
check "the text grows at once" looks explore-large explore-light 20000
keys ctrl+0 ctrl+l
check "the language switches at once" title "Mi taller – Doublefix"
shot explore-es
keys ctrl+shift+c
keys Return
check "the table is exported with sources" bash -c "head -c 2000 '$home'/Documents/*-es.csv | grep -q ,"

echo "Search"
keys ctrl+l ctrl+f
shot search-empty
xdotool type --delay 80 "straw purchase"
sleep 0.5
check "what is typed is looked for" looks search-found search-empty 2000
keys Down Return
check "a result opens its table" grep -q '"dataset":"glossary"' "$prefs"
shot search-opened
keys Escape ctrl+f
xdotool type --delay 80 "K05"
keys Down Return
check "a disagreement is found by its id" grep -q '"dataset":"contradictions"' "$prefs"
keys alt+Left
check "Alt and left go back to what was shown before" grep -q '"dataset":"glossary"' "$prefs"
keys alt+Right
check "and Alt and right forward again" grep -q '"dataset":"contradictions"' "$prefs"
keys Escape ctrl+f
xdotool type --delay 80 "what happened when"
keys Down Return
check "events are found as a table" grep -q '"dataset":"timeline"' "$prefs"
shot timeline-all
keys Tab plus plus
check "the timeline zooms by key" looks timeline-zoomed timeline-all 5000
shot before-export
keys ctrl+shift+g Return
check "the chart is exported as a picture of twice the size" bash -c "identify -format %w '$home'/Documents/timeline-*.png | grep -qx 2400"
keys ctrl+shift+p Return
check "and as a page" bash -c "qpdf --check '$home'/Documents/timeline-*.pdf"
keys ctrl+l

echo "Rank"
keys ctrl+2
shot rank-empty
check "chance has decided once in which order the options are read" events ranking.shown 1
drag 114 269 1100 155
check "a card is dragged onto the ballot" events ranking.placed 1
check "into the line it was dropped on" bash -c "grep '\"ranking.placed\"' '$journal' | grep -q '\"place\":1'"
keys ctrl+z
check "and taken back by undo" events undo 1
keys 2 Down 1
check "two options are in the journal" events ranking.placed 3
keys Down Down 3 Down 4
check "all four options are in the journal" events ranking.placed 5
keys alt+Up
check "Alt and an arrow move an option" events ranking.placed 6
keys ctrl+z
check "undo is an event" events undo 2
shot rank-es
keys ctrl+y
check "redo is an event" events undo 3

echo "Evidence and back"
cp "$journal" "$out/before-evidence.doublefix"
shot evidence-closed
keys e
check "E opens the evidence inside the card" looks evidence-open evidence-closed 20000
keys Tab Tab Tab Tab Tab Return
check "a piece of evidence leads into Explore" grep -q '"place":"explore"' "$prefs"
shot evidence-explore
keys alt+Left
check "the way back leads to the ranking" grep -q '"place":"rank"' "$prefs"
check "with the evidence still open" alike evidence-back evidence-open 12000
check "and nothing changed in the journal" cmp -s "$out/before-evidence.doublefix" "$journal"
keys e

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
check "undo goes on after the restart" events undo 4
check "undo took back the name" title "Mi taller – Doublefix"
keys ctrl+y
keys ctrl+3
sleep 1
rm -f "$pdf"
keys ctrl+e
keys Return
check "the handout still has the order" says "$pdf" "Mi orden"
cp "$pdf" "$out/handout-es.pdf" 2>/dev/null

echo "The example workshop"
cp "$journal" "$out/before-example.doublefix"
keys ctrl+2
menu() { xdotool mousemove 254 12 click 1; sleep 0.5; xdotool mousemove 300 71 click 1; sleep 1.5; }
menu
check "it opens from the menu and says what it is" title "Taller de ejemplo – Doublefix"
check "it is marked in its file" grep -q '"workshop.example"' "$conf/example.doublefix"
check "every place is filled" bash -c "[ \"\$(grep -c ranking.placed '$conf/example.doublefix')\" -eq 4 ]"
shot example-rank
menu
check "the way back leads to one's own workshop" title "mesa 3 – Doublefix"
check "which was not touched" cmp -s "$out/before-example.doublefix" "$journal"

echo "A crash"
kill -ABRT "$app"
wait "$app" 2>/dev/null
start
check "it left a report" grep -lq "SIGABRT" "$conf"/reports/crash-*.txt
shot after-crash
check "what was saved is there" cmp -s "$out/before-example.doublefix" "$journal"

echo "Ask, compare, note, mark and keep"
tabs() { xdotool key --clearmodifiers --repeat "$1" --repeat-delay 40 Tab; sleep 0.4; }
# found WORDS: opens the first table that a search finds.
found() { keys Escape Escape ctrl+f; xdotool type --delay 60 "$1"; sleep 0.5; keys Down Return; }
# exported ENDING WORDS: the newest file of that ending says WORDS.
exported() { grep -qF -- "$2" "$(ls -t "$home"/Documents/*"$1" | head -n 1)"; }
keys ctrl+l ctrl+1
found "guns seized in Mexico"
check "the dataset to ask is open" grep -q '"dataset":"weapons_seized"' "$prefs"
keys f
shot ask-open
keys u Tab Tab space
check "figures are put together by year" looks ask-grouped ask-open 20000
tabs 6
keys space
check "those of several authorities are not added" alike ask-unadded ask-grouped 20000
keys Escape ctrl+shift+c Return
check "and how many there are is exported as shown" exported .csv "Number of rows by year"
found "guns traced, year by year"
shot ask-plain
keys f
shot ask-unasked
keys Tab Tab Tab
xdotool type soon
keys Return
check "what is no number leaves the chart" alike ask-wrong ask-unasked 30000
xdotool type 2015
keys Return Tab Tab space Tab space Escape
check "a range and a value leave other figures" looks ask-filtered ask-plain 20000
keys ctrl+shift+c Return
check "what is asked stands in the table" exported .csv "year from 2015"
filtered() { f=$(ls -t "$home"/Documents/*.csv | head -n 1); grep -q '2015' "$f" && ! grep -q '^T01,' "$f"; }
check "which has the rows that are left" filtered
shot ask-filtered
keys v Tab Tab Return Escape
check "another form is drawn" looks ask-form ask-filtered 5000
keys alt+Left Escape
check "and given back by going back" alike ask-back ask-filtered 12000
keys c Tab space Escape
check "another series stands beside it" looks ask-compared ask-filtered 20000
keys alt+Left Escape Right
shot own-read
keys n
xdotool type --delay 60 "Ask who counted"
keys ctrl+Return Escape
check "a note is an event" events chart.noted 1
keys m
check "a mark too" events chart.marked 1
keys h
check "the chart is added to the handout" bash -c "grep '\"chart.kept\"' '$journal' | grep -q '\"2015\"'"
shot own-all
keys ctrl+shift+p Return
asked_pdf() { says "$(ls -t "$home"/Documents/atf_traces-*.pdf | head -n 1)" "year from 2015"; }
check "the page says what is asked" asked_pdf
check "the page is sound" bash -c "qpdf --check '$home'/Documents/atf_traces-*.pdf"
found "guns traced, year by year"
tabs 10
keys Return
shot own-menu
keys Down Down Down Return Return
packed() { unzip -p "$home/Documents/atf_traces-en.zip" README.md | grep -q "traced"; }
check "the dataset leaves as a package with its README" packed
keys ctrl+3
sleep 1
keys ctrl+e Return
pdf=$home/Documents/doublefix-handout-en.pdf
check "the chart is printed in the handout" says "$pdf" "year from 2015"
unsaid() { ! says "$1" "$2"; }
check "without the note" unsaid "$pdf" "Ask who counted"
tabs 14
keys space
check "notes are asked for" bash -c "grep '\"handout.set\"' '$journal' | tail -n 1 | grep -q '\"notes\":true'"
rm -f "$pdf"
keys ctrl+e Return
check "and printed then" says "$pdf" "Ask who counted"
keys ctrl+1
sleep 1
shot own-light
keys ctrl+d ctrl+d
check "in high contrast it looks otherwise" looks own-contrast own-light 50000
keys ctrl+d
sleep 1
cp "$journal" "$out/before-own.doublefix"
kill -9 "$app"
wait "$app" 2>/dev/null
start
check "after a kill the workshop is as it was" cmp -s "$out/before-own.doublefix" "$journal"
rm -f "$pdf"
keys ctrl+3
sleep 1
keys ctrl+e Return
check "the note is printed again" says "$pdf" "Ask who counted"
check "and the chart that was added" says "$pdf" "year from 2015"
rm -f "$pdf"
keys ctrl+l

echo "A workshop with three tables and twenty ballots, by keyboard alone"
words() { xdotool type --delay 60 "$1"; sleep 0.3; }
keys ctrl+l ctrl+n
words "Three tables"
keys Return
sleep 1
own=$journal
journal=$conf/workshop-2.doublefix
check "a new workshop has a file of its own" title "Three tables – Doublefix"
keys alt+2
shot workshop-plan
keys ctrl+g
words 20
keys Tab Return
words Front
keys Tab
words 7
keys Tab Tab Return
words Middle
keys Tab
words 7
keys Tab Tab Return
words Back
keys Tab
words 6
shot workshop-people
keys Return
check "three tables are in the journal" bash -c "grep '\"tables.set\"' '$journal' | grep -q Back"
keys ctrl+r
words before
keys Tab Down Down Down Down
shot workshop-round
keys Return
check "the deciding rule is named before any ballot is in" bash -c "grep '\"round.decision\"' '$journal' | grep '\"schulze\"' | grep -q '\"late\":false'"
keys ctrl+p
shot workshop-print
keys Return
sleep 0.5
keys Return
paper=$home/Documents/ballots-round-1.pdf
check "paper ballots are printed" says "$paper" "020"
check "the file is sound" qpdf --check "$paper"
keys ctrl+shift+o Escape
# Each ballot: the digits as they stand on the paper, and Enter.
digits=(1234 1243 1324 2134 2143 3124 4123 1342 2341 3214 1432 4213 2314 3412 4321 1234 2134 3142 2214)
for d in "${digits[@]}"; do
	xdotool type --delay 30 "$d"
	xdotool key Return
	sleep 0.1
done
xdotool type --delay 30 b
shot workshop-entered
check "twenty ballots are in" events ballot.cast 20
check "one is spoilt and one is blank" bash -c "[ \"\$(grep -c '\"state\":\"spoilt\"' '$journal')\$(grep -c '\"state\":\"blank\"' '$journal')\" = 11 ]"
# The first paper has 1, 2, 3, 4 from top to bottom, so its options have the places in which they were printed.
unshuffled() {
	local order i
	order=$(sed -n 's/.*"orders":\[\["\([A-D]\)","\([A-D]\)","\([A-D]\)","\([A-D]\)"\].*/\1\2\3\4/p' "$journal")
	for i in 1 2 3 4; do
		grep '"ballot.cast"' "$journal" | head -n 1 | grep -q "\"${order:i-1:1}\":$i" || return 1
	done
}
check "a ballot is read in the order it was printed in" unshuffled
keys alt+3
shot workshop-covered
keys ctrl+shift+w
keys r
check "the result is shown when the facilitator says so" events round.revealed 1
check "and looks like one" looks workshop-result workshop-covered 50000
keys ctrl+1 ctrl+Next ctrl+Next
check "what is looked at in between is taken down" bash -c "grep '\"evidence.shown\"' '$journal' | grep -q '\"round\":\"2\"'"
keys alt+2 ctrl+shift+n
words after
keys Return
check "a second round begins" events round.added 1
keys ctrl+shift+o
for n in $(seq 20); do
	xdotool type --delay 30 "${digits[$((n % 9))]}"
	xdotool key Return
	sleep 0.1
done
check "twenty ballots of the second round are in" events ballot.cast 40
keys ctrl+shift+w alt+3
keys r
check "its result is shown" events round.revealed 2
shot workshop-second
keys h
check "it is added to the handout" bash -c "grep '\"handout.set\"' '$journal' | grep -q results"
keys Escape ctrl+e Return
check "and printed with it" says "$home/Documents/doublefix-handout-en.pdf" "Kendall"
check "the command line counts the same ballots" bash -c "bin/doublefix-cli tally '$journal' --round 1 | grep -q 'Ballots: 18; blank: 1; spoilt: 1'"
cp "$journal" "$out/workshop.doublefix"
kill -9 "$app"
wait "$app" 2>/dev/null
start
check "the workshop is there after a kill" title "Three tables – Doublefix"
check "as it was" cmp -s "$out/workshop.doublefix" "$journal"
DISPLAY=$DISPLAY HOME=$home XDG_CONFIG_HOME=$home/.config LANG=en_US.UTF-8 bin/doublefix >>"$out/app.log" 2>&1 &
second=$!
sleep 3
shot workshop-second-window
kill "$second" 2>/dev/null
wait "$second" 2>/dev/null
xdotool windowfocus "$win"
check "a second window leaves it alone" cmp -s "$out/workshop.doublefix" "$journal"
journal=$own
keys ctrl+q
closed() { ! kill -0 "$app" 2>/dev/null; }
check "Ctrl+Q closes the window" closed

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
