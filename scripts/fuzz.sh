#!/bin/sh
# Runs every fuzz target of the given packages for a while: scripts/fuzz.sh 5s PACKAGE…
set -eu
time=$1
shift

CGO_ENABLED=0 go test -list '^Fuzz' "$@" >"${TMPDIR:-/tmp}/fuzz.$$"
said=${TMPDIR:-/tmp}/fuzz.$$.said
trap 'rm -f "${TMPDIR:-/tmp}/fuzz.$$" "$said"' EXIT

# go test prints the names of a package first, then a line with the package itself.
awk '/^Fuzz/ { names[++n] = $1 } /^ok/ { for (i = 1; i <= n; i++) print $2, names[i]; n = 0 }' "${TMPDIR:-/tmp}/fuzz.$$" |
	while read -r package name; do
		echo "$package $name"
		# On a busy machine go test can miss the end of its own time ("context deadline exceeded") without having found
		# anything; such a run is made again, up to four times. A finding is always a failure. What is only new is not made
		# small for long: that would be most of a short run.
		fuzz() { CGO_ENABLED=0 go test -run '^$' -fuzz "^$name\$" -fuzztime "$time" -fuzzminimizetime 10x "$package" </dev/null >"$said" 2>&1; }
		again=4
		until fuzz; do
			if [ "$again" -eq 0 ] || grep -q 'Failing input' "$said" || ! grep -q 'context deadline exceeded' "$said"; then
				cat "$said"
				exit 1
			fi
			again=$((again - 1))
		done
		cat "$said"
	done
