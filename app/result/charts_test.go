package result

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"doublefix/app/ballot"
	"doublefix/app/chart"
	"doublefix/app/look"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// votes is a profile of ballots written as the order of their options, best first, "=" between tied ones: "B C=A" leaves D out.
func votes(options string, ballots map[string]int64) *ballot.Profile {
	names := strings.Fields(options)
	p := &ballot.Profile{Options: names}
	for order, count := range ballots {
		places := make([]uint8, len(names))
		for i, group := range strings.Fields(order) {
			for _, name := range strings.Split(group, "=") {
				for a := range names {
					if names[a] == name {
						places[a] = uint8(i + 1)
					}
				}
			}
		}
		p.Add(places, count)
	}
	return p
}

// roomInput is 18 ballots in two rounds at three tables, over the four options of the shipped package.
func roomInput() Input {
	const options = "A B C D"
	tables := []*ballot.Profile{
		votes(options, map[string]int64{"B C A D": 3, "C B D A": 2, "A B=C D": 1}),
		votes(options, map[string]int64{"B A C D": 2, "C B A D": 3, "D B C A": 1}),
		votes(options, map[string]int64{"A B C D": 3, "B D C A": 1, "C B": 1, "D C B A": 1}),
	}
	second := &ballot.Profile{Options: strings.Fields(options)}
	in := Input{Settings: ranking.Options{Unranked: ranking.Last}, Current: 1}
	var groups []Group
	for i, p := range tables {
		groups = append(groups, Group{ID: fmt.Sprint(i + 1), Profile: p})
		for k := range p.Rows() {
			second.Add(p.Row(k), p.Counts[k])
		}
	}
	first := votes(options, map[string]int64{"C A B D": 7, "A C B D": 4, "B C A D": 3, "D A C B": 2, "C B A D": 2})
	in.Rounds = []Round{
		{ID: "1", Profile: first, Rule: ranking.Schulze},
		{
			ID: "2", Profile: second, Groups: groups, Rule: ranking.Schulze, Seen: []words.Text{words.Both("Tracing charts", "Gráficas de rastreo")},
			People: []ranking.Person{{Before: []uint8{1, 2, 3, 4}, After: []uint8{2, 1, 3, 4}}, {Before: []uint8{1, 2, 3, 4}, After: []uint8{1, 2, 3, 4}}},
		},
	}
	for id, name := range map[string]words.Text{
		"A": words.Both("Coordinate agencies", "Coordinar agencias"), "B": words.Both("Tracing and data", "Rastreo y datos"),
		"C": words.Both("Hold makers accountable", "Pedir cuentas"), "D": words.Both("Local prevention", "Prevención local"),
	} {
		in.Options = append(in.Options, Option{ID: id, Title: words.Both("Title "+id, "Título "+id), Short: name})
	}
	sortOptions(in.Options)
	return in
}

func sortOptions(all []Option) {
	for i := range all {
		for j := i; j > 0 && all[j].ID < all[j-1].ID; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
}

// wideInput is ten options with long names, ties and options left out, under the setting that these count for nothing.
func wideInput() Input {
	const options = "A B C D E F G H I J"
	one := votes(options, map[string]int64{"A B C D E F G H I J": 4, "J=I H G F E D": 3, "C=D=E A": 5, "B": 2})
	two := votes(options, map[string]int64{"B A C D E F G H J I": 4, "I=J H G": 3, "E C=D A F=G": 5, "B A=C": 2})
	in := Input{Settings: ranking.Options{Unranked: ranking.None}, Current: 1, Example: true}
	in.Rounds = []Round{{ID: "1", Profile: one}, {ID: "2", Profile: two, Groups: []Group{{ID: "1", Profile: one}, {ID: "2", Profile: two}}}}
	for _, id := range strings.Fields(options) {
		in.Options = append(in.Options, Option{ID: id, Title: words.Both("Coordinate the agencies "+id+" of both", "Coordinar a las agencias "+id+" de los dos")})
	}
	return in
}

func report(t *testing.T, in Input) *Report {
	t.Helper()
	r, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// allCharts are the charts of a report by name.
func allCharts(r *Report, tr words.Tr) map[string]*chart.Spec {
	return map[string]*chart.Spec{
		"pairs": pairsChart(r, tr), "places": placesChart(r, tr), "first": firstChart(r, tr), "moves": movesChart(r, tr), "tables": tablesChart(r, tr),
	}
}

var hole = regexp.MustCompile(`\b(result|chart|alt)\.[a-z]|\{\{|<no value>|NaN`)

// At every size of card, text and language texts neither overlap nor are cut, all is in the frame, and every mark can be read.
func TestChartsAreReadableAtEverySizeOfCard(t *testing.T) {
	for _, in := range []Input{roomInput(), wideInput()} {
		r := report(t, in)
		for _, lang := range words.Langs() {
			for name, spec := range allCharts(r, words.For(lang)) {
				if spec == nil {
					t.Errorf("there is no chart of %s", name)
					continue
				}
				for _, size := range [][2]float64{{408, 200}, {368, 200}, {298, 170}, {568, 240}, {900, 600}} {
					for _, text := range []float64{1, 1.5, 2} {
						t.Run(fmt.Sprintf("%s/%s/%d/%g/%g", name, lang, len(in.Options), size[0], text), func(t *testing.T) {
							checkChart(t, spec, chart.Frame{W: size[0], H: size[1], Palette: look.Light(), Text: text, Title: size[0] > 600, Notes: true, Source: true})
						})
					}
				}
			}
		}
	}
}

func checkChart(t *testing.T, spec *chart.Spec, frame chart.Frame) {
	t.Helper()
	d, err := chart.Lay(*spec, frame)
	if err != nil {
		t.Fatal(err)
	}
	var boxes []chart.Rect
	var texts []string
	for _, s := range d.Shapes {
		l, ok := s.(chart.Label)
		if !ok {
			continue
		}
		box := l.Box()
		if box.X < -0.6 || box.Y < -0.6 || box.Right() > d.W+0.6 || box.Bottom() > d.H+0.6 {
			t.Errorf("%q leaves the frame", l.Text)
		}
		for i, other := range boxes {
			if box.Overlaps(other) {
				t.Errorf("%q overlaps %q", l.Text, texts[i])
			}
		}
		if strings.Contains(l.Text, "…") {
			t.Errorf("%q is cut", l.Text)
		}
		boxes, texts = append(boxes, box), append(texts, l.Text)
	}
	if len(d.Hits) != len(spec.Marks) {
		t.Errorf("%d of %d marks can be read", len(d.Hits), len(spec.Marks))
	}
	for _, s := range append([]string{spec.Title, spec.Subtitle, spec.Source, spec.Alt}, texts...) {
		if s == "" || hole.MatchString(s) {
			t.Errorf("%q is no text for people", s)
		}
	}
	for _, m := range spec.Marks {
		if m.Spoken == "" || hole.MatchString(m.Spoken) {
			t.Errorf("%s says %q", m.ID, m.Spoken)
		}
	}
}

// The winner of each pair stands at the left, pairs follow the order of the result, and what a pair says adds up to the ballots.
func TestPairsFollowTheResult(t *testing.T) {
	r := report(t, roomInput())
	spec := pairsChart(r, words.For(words.English))
	var ids []string
	for _, m := range spec.Marks {
		ids = append(ids, m.ID)
		if m.Value < m.Against || m.Value+m.Against+m.Tied != 18 {
			t.Errorf("%s: %g, %g, %g", m.ID, m.Value, m.Tied, m.Against)
		}
	}
	if got := strings.Join(ids, " "); got != "B-C B-A B-D C-A C-D A-D" {
		t.Error(got)
	}
	if want := "This workshop's ballots: 18 valid, round 2"; spec.Source != want {
		t.Error(spec.Source)
	}
	if got := pairsChart(report(t, wideInput()), words.For(words.Spanish)); got.Source != "Conteo propio, taller de ejemplo: boletas inventadas" || len(got.Marks) != 45 {
		t.Errorf("%s, %d pairs", got.Source, len(got.Marks))
	}
}

// Every option has every ballot once: tied ones share places, and what is left out shares the last ones or has none.
func TestPlacesAddUpToTheBallots(t *testing.T) {
	for _, in := range []Input{roomInput(), wideInput()} {
		r := report(t, in)
		sums := map[string]float64{}
		for _, m := range placesChart(r, words.For(words.English)).Marks {
			sums[strings.Split(m.ID, "-")[0]] += m.Value
		}
		for _, o := range in.Options {
			if math.Abs(sums[o.ID]-float64(r.Now.Result.Ballots)) > 1e-9 {
				t.Errorf("%s has %g of %d ballots", o.ID, sums[o.ID], r.Now.Result.Ballots)
			}
		}
	}
}

func TestTiesShareTheirPlaces(t *testing.T) {
	p := placed(votes("A B C D", map[string]int64{"A B=C D": 5, "B A": 1}), ranking.Last)
	for _, c := range []struct {
		option, place int
		want          string
	}{{0, 0, "5"}, {1, 1, "5/2"}, {2, 1, "5/2"}, {2, 2, "3"}, {3, 3, "11/2"}, {3, 2, "1/2"}, {3, 0, "0"}} {
		if got := p.count(c.option, c.place).RatString(); got != c.want {
			t.Errorf("option %d in place %d: %s, want %s", c.option, c.place, got, c.want)
		}
	}
	if got := p.mean(1).RatString(); got != "9/4" { // five times 2.5, once 1
		t.Errorf("the mean place is %s", got)
	}
	none := placed(votes("A B", map[string]int64{"A": 3}), ranking.None)
	if none.mean(1) != nil || none.without[1] != 3 {
		t.Errorf("an option that nobody ranks has a mean place, or %d ballots without it", none.without[1])
	}
}

// The mean place moves to the top as it gets better, and only the one that moved most stands out.
func TestMovesPutTheBestAtTheTop(t *testing.T) {
	r := report(t, roomInput())
	spec := movesChart(r, words.For(words.English))
	d, err := chart.Lay(*spec, chart.Frame{W: 600, H: 300, Palette: look.Light()})
	if err != nil {
		t.Fatal(err)
	}
	strong := map[int]bool{}
	for _, h := range d.Hits {
		m := spec.Marks[h.Mark]
		if m.Emphasis {
			strong[m.Series] = true
		}
		for _, other := range d.Hits {
			if o := spec.Marks[other.Mark]; o.Value < m.Value && other.Box.Y >= h.Box.Y {
				t.Errorf("%s (%g) is not above %s (%g)", o.ID, o.Value, m.ID, m.Value)
			}
		}
	}
	if len(strong) != 1 || !strings.HasPrefix(spec.Title, "Tracing and data goes up from third place to first") {
		t.Errorf("%d stand out: %s", len(strong), spec.Title)
	}
	if !strings.Contains(spec.Subtitle, "1 of 2 people") || len(spec.Notes) != 1 {
		t.Errorf("%s %v", spec.Subtitle, spec.Notes)
	}
}

// Without ballots, tables or an earlier round there is no chart of them.
func TestThereIsNoChartOfNothing(t *testing.T) {
	in := roomInput()
	in.Rounds, in.Current = in.Rounds[1:], 0
	in.Rounds[0].Groups = in.Rounds[0].Groups[:1]
	r := report(t, in)
	if movesChart(r, words.For(words.English)) != nil || tablesChart(r, words.For(words.English)) != nil {
		t.Error("one round has moves, or one table is compared")
	}
	in.Rounds[0].Profile = &ballot.Profile{Options: in.Rounds[0].Profile.Options}
	in.Rounds[0].Groups = nil
	for name, spec := range allCharts(report(t, in), words.For(words.English)) {
		if spec != nil {
			t.Errorf("there is a chart of %s without ballots", name)
		}
	}
}

// First places and those of the tables are the same ballots.
func TestTablesAddUpToTheRoom(t *testing.T) {
	r := report(t, roomInput())
	room, tables := 0.0, 0.0
	for _, m := range firstChart(r, words.For(words.English)).Marks {
		room += m.Value
	}
	for _, m := range tablesChart(r, words.For(words.English)).Marks {
		tables += m.Value
	}
	if room != 18 || tables != 18 {
		t.Errorf("%g first places in the room, %g at its tables", room, tables)
	}
}
