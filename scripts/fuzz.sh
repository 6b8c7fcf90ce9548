#!/bin/sh
# Runs every fuzz target of the given packages for a while: scripts/fuzz.sh 5s PACKAGE…
set -eu
time=$1
shift

CGO_ENABLED=0 go test -list '^Fuzz' "$@" >"${TMPDIR:-/tmp}/fuzz.$$"
trap 'rm -f "${TMPDIR:-/tmp}/fuzz.$$"' EXIT

# go test prints the names of a package first, then a line with the package itself.
awk '/^Fuzz/ { names[++n] = $1 } /^ok/ { for (i = 1; i <= n; i++) print $2, names[i]; n = 0 }' "${TMPDIR:-/tmp}/fuzz.$$" |
	while read -r package name; do
		echo "$package $name"
		CGO_ENABLED=0 go test -run '^$' -fuzz "^$name\$" -fuzztime "$time" "$package" </dev/null
	done
