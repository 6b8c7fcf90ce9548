package ballot

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"doublefix/app"
)

// check reads a text of any kind, and holds what was read to what must be true of it: a whole profile, problems that people can
// read, errors in words, no more memory than the text allows, and the same ballots after writing and reading again.
func check(t *testing.T, f Format, text []byte) {
	r, err := Read(bytes.NewReader(text), Input{Format: f})
	if err != nil {
		if app.CodeOf(err) != app.Invalid {
			t.Fatalf("no error for people: %v", err)
		}
		return
	}
	p := r.Profile
	if wrong := wrongWith(p); wrong != "" {
		t.Fatal(wrong)
	}
	lines := bytes.Count(text, []byte{'\n'}) + 1
	if r.Understood > r.Rows || p.Rows() > r.Understood || r.Rows > lines && !bytes.ContainsAny(text[:min(2, len(text))], "\xff\xfe") {
		t.Fatalf("%d rows, %d understood, %d in the profile, %d lines", r.Rows, r.Understood, p.Rows(), lines)
	}
	if len(r.Problems) > 2*maxProblems+2 || len(r.Tags) > maxTags {
		t.Fatalf("%d problems, %d tags", len(r.Problems), len(r.Tags))
	}
	readable(t, r.Problems[:min(len(r.Problems), 20)])
	if !slices.IsSortedFunc(r.Problems[:min(len(r.Problems), r.Errors+r.Warnings, maxProblems)], func(a, b Problem) int { return a.Line - b.Line }) {
		t.Fatal("problems in disorder")
	}
	if p.Total()+p.Blank+p.Spoilt > MaxBallots {
		t.Fatal("too many ballots")
	}
	for _, to := range []Format{CEF, CSV, TOI} {
		if !slices.ContainsFunc(Check(p, to), func(q Problem) bool { return q.Level == Error }) {
			same(t, p, to)
		}
	}
	checkTags(t, r)
}

// checkTags takes the ballots of the first tags out.
func checkTags(t *testing.T, r *Reading) {
	for i := range min(3, len(r.Tags)) {
		tag := r.Tags[i]
		only := r.Only(tag.Name)
		if wrong := wrongWith(only); wrong != "" || only.Total()+only.Blank+only.Spoilt != tag.Ballots {
			t.Fatalf("%d ballots with %q, taken out %s, %s", tag.Ballots, tag.Name, short(only), wrong)
		}
	}
	if none := r.Only(""); wrongWith(none) != "" || none.Total() > r.Profile.Total() || none.Blank > r.Profile.Blank || none.Spoilt > r.Profile.Spoilt {
		t.Fatalf("without tags %s of %s", short(none), short(r.Profile))
	}
}

func FuzzCEF(f *testing.F) {
	for _, seed := range []string{
		"#/Candidates: A ; B ; C\n#/Implicit Ranking: false\n#/Weight Allowed: true\n\nt, u || A > B = C ^7 * 42 # said\n/EMPTY_RANKING/ * 2\n",
		"B > A\nC = A\nD * 3\n", "spoilt || /EMPTY_RANKING/", "A <> B\n = > \n* ^ ||", "\xff\xfeA\x00>\x00B\x00", "\xef\xbb\xbf\xd1 > A\r\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) { check(t, CEF, text) })
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"id,count,status,A,\"B;\"\"\"\n1,3,,1,2\n2,1,spoilt,,\n", "1;2\nA;B\nB;A\n", "sep=|\nA|'=B\n1|2.0\n", "\"A\nB\",C\n1,\"2\n", "A\tB\r\n1\t1\r\n",
		"weight,A\n3,1\n,\n", "mesa,status,A,B\nT,nula,1,\nU,,1,2\n,,2,1\n", "A,,B\n1,x,2,3\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) { check(t, CSV, text) })
}

func FuzzPrefLib(f *testing.F) {
	for _, seed := range []string{
		"# TITLE: x\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: A\n2: {1,3},2\n1: 1\n4: {}\n",
		"# ALTERNATIVE NAME 1: A\n1: 1\n", "# NUMBER ALTERNATIVES: 2\n1: {1,{2}}\n1: 3\n1 2\n", "#",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, format := range []Format{SOC, TOI} {
			check(t, format, text)
		}
	})
}

// FuzzNames writes options of any name: either a format refuses them in words, or they come back as they were.
func FuzzNames(f *testing.F) {
	for _, seed := range [][2]string{{"A", "B"}, {"Ban; \"all\", now", "=1+2"}, {"'=x", "''-y"}, {" A", "B\n"}, {"1", "Mesa"}, {"A > B", "/EMPTY_RANKING/"}, {"ñ\u0301", "\u00a0"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		p := &Profile{Options: []string{one, two}, Blank: 1, Spoilt: 2}
		for _, row := range [][]uint8{{1, 2}, {2, 1}, {2, 1}, {1, 1}, {0, 1}} {
			p.Add(row, 3)
		}
		for _, format := range []Format{CEF, CSV, TOI} {
			list := Check(p, format)
			readable(t, list)
			if !slices.ContainsFunc(list, func(q Problem) bool { return q.Level == Error }) {
				same(t, p, format)
			}
		}
	})
}

// TestMemoryIsBounded reads what would take much memory if nothing bounded it: many short ballots, then many options.
func TestMemoryIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(strings.Repeat("A\n", 200_000))
	for i := range MaxOptions - 1 {
		b.WriteString(strings.Repeat("B", i+1) + "\n")
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	r := read(t, CEF, b.String())
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if r.Profile.Rows() != 200_000+MaxOptions-1 || len(r.Profile.Options) != MaxOptions {
		t.Fatalf("%d rows, %d options", r.Profile.Rows(), len(r.Profile.Options))
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 40<<20 || took > 10*time.Second {
		t.Errorf("%d MB, %s", grown>>20, took)
	}
	runtime.KeepAlive(r)
}
