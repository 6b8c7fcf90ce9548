package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
	"doublefix/views/explore"
	"doublefix/views/kit"
	"doublefix/views/rank"
)

func (p *person) press(id string) {
	p.t.Helper()
	tap, ok := p.w.style.Register.Get(id).(*kit.Tap)
	if !ok {
		p.t.Fatalf("there is no %s", id)
	}
	test.Tap(tap)
}

func TestBackAndForward(t *testing.T) {
	p := start(t)
	first := p.w.exploreState.Dataset
	p.want("back at first", p.w.noBack(), "disabled.back")
	p.w.explore.Open(explore.Target{Row: "C24"})
	p.do("data.source")
	second := p.w.exploreState.Spot()
	p.do("data.next", "view.rank", "view.back")
	p.want("place", p.w.settings.Place, placeExplore)
	p.do("view.back")
	p.want("dataset", p.w.exploreState.Dataset, "us_share")
	p.want("figure", p.w.exploreState.Row, "C24")
	p.want("drawer", p.w.exploreState.Drawer, second.Drawer)
	p.do("view.back")
	p.want("dataset before", p.w.exploreState.Dataset, first)
	p.want("back at the start", p.w.noBack(), "disabled.back")
	p.do("view.forward", "view.forward", "view.forward")
	p.want("place after forward", p.w.settings.Place, placeRank)
	p.want("forward at the end", p.w.noForward(), "disabled.forward")
	p.do("view.back", "view.back")
	p.do("data.previous")
	p.want("forward after another way", p.w.noForward(), "disabled.forward")
}

// From a disagreement to a claim and back by the bar, also after looking further.
func TestBarLeadsBackToTheDisagreement(t *testing.T) {
	p := start(t)
	p.w.explore.Open(explore.Target{Contradiction: "K05"})
	p.press("entry.b.K05")
	if p.w.exploreState.Dataset == "contradictions" || p.w.exploreState.Row == "" {
		t.Fatalf("the claim is not open: %+v", p.w.exploreState.Spot())
	}
	p.do("view.lang")
	p.w.explore.Open(explore.Target{Row: "B08"})
	p.press("explore.return")
	p.want("dataset", p.w.exploreState.Dataset, "contradictions")
	p.want("entry", p.w.exploreState.Row, "K05")
	p.want("a bar", p.w.trailOf().Thread, false)
	p.do("view.forward")
	p.want("a bar after forward", p.w.trailOf().Thread, true)
	p.w.explore.Choose("atf_traces")
	p.want("a bar after choosing something else", p.w.trailOf().Thread, false)
}

// Evidence leads from the ranking into Explore; the bar leads back, and nothing is lost.
func TestBarLeadsBackToTheRanking(t *testing.T) {
	p := start(t)
	p.do("view.rank")
	p.typed("2")
	p.do("edit.evidence")
	focus := p.w.style.Register.IDOf(p.w.win.Canvas().Focused())
	p.w.openEvidence("A", rank.Target{Dataset: "us_share", Row: "C24"})
	p.want("place", p.w.settings.Place, placeExplore)
	p.want("figure", p.w.exploreState.Row, "C24")
	p.do("data.next", "data.face")
	p.press("explore.return")
	p.want("place after the bar", p.w.settings.Place, placeRank)
	p.want("ranking", strings.Join(p.w.doc.Places, ","), ",A,,")
	p.want("evidence open", p.w.rankState.Open["A"], true)
	p.want("focus", p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), focus)
	p.w.openEvidence("A", rank.Target{Dataset: "nothing"})
	p.want("place after a dead end", p.w.settings.Place, placeRank)
	p.do("view.explore")
	p.want("a bar after choosing the place", p.w.trailOf().Thread, false)
}

// Passing through the list by keys leaves one stop, not one a dataset.
func TestPassingThroughTheListIsOneStep(t *testing.T) {
	p := start(t)
	p.w.win.Canvas().Focus(p.w.style.Register.Get("explore.list"))
	first := p.w.exploreState.Dataset
	p.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	p.do("view.back")
	p.want("dataset", p.w.exploreState.Dataset, first)
}

func TestTheTrailIsBounded(t *testing.T) {
	p := start(t)
	for range longestTrail + 20 {
		p.w.leave(false)
	}
	p.want("stops", len(p.w.trail.behind), longestTrail)
}

// Search is a key away from everywhere, letters typed into it are no commands, and undo is of what was typed.
func TestSearchFromEverywhere(t *testing.T) {
	p := start(t)
	p.do("view.rank")
	p.typed("1")
	p.do("data.search")
	p.want("place", p.w.settings.Place, placeExplore)
	field := p.w.win.Canvas().Focused()
	test.Type(field, "gst")
	p.want("table", p.w.exploreState.Table, false)
	p.want("drawer", p.w.exploreState.Drawer, false)
	p.want("query", p.w.exploreState.Query, "gst")
	p.do("edit.undo")
	p.want("ranking", strings.Join(p.w.doc.Places, ","), "A,,,")
	if p.w.exploreState.Query == "gst" {
		t.Error("undo did not take back what was typed")
	}
	test.Type(field, "gao")
	query := p.w.exploreState.Query
	p.do("view.lang", "view.theme", "view.text.larger")
	p.want("query after switching", p.w.exploreState.Query, query)
	p.want("focus after switching", p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), "explore.search")
	p.want("language", p.w.settings.Lang, words.Spanish)
}

// The menu tells what can be done with what is shown now.
func TestMenuFollowsWhatIsShown(t *testing.T) {
	p := start(t)
	zoom := func() bool {
		for _, item := range p.menuItems() {
			if strings.HasPrefix(item.Label, p.w.tr("action.data.zoom_in")) {
				return !item.Disabled
			}
		}
		t.Fatal("no such item")
		return false
	}
	p.want("zoom on bars", zoom(), false)
	p.w.explore.Choose("timeline")
	p.want("zoom on a timeline", zoom(), true)
}
