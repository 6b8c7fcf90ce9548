package task

import (
	"slices"
	"sync"
	"testing"
	"time"
)

// loop is a Runner whose every step waits until the test asks for it.
type loop struct {
	work, ui, timers []func()
}

func (l *loop) runner() Runner {
	return Runner{
		Start: func(f func()) { l.work = append(l.work, f) },
		OnUI:  func(f func()) { l.ui = append(l.ui, f) },
		After: func(_ time.Duration, f func()) { l.timers = append(l.timers, f) },
	}
}

func drain(queue *[]func()) {
	for len(*queue) > 0 {
		f := (*queue)[0]
		*queue = (*queue)[1:]
		f()
	}
}

func TestLatestDropsOlderResults(t *testing.T) {
	l := &loop{}
	latest := Latest[int]{Runner: l.runner()}
	var shown []int
	show := func(n int) { shown = append(shown, n) }
	latest.Go(func() int { return 1 }, show)
	latest.Go(func() int { return 2 }, show)
	slices.Reverse(l.work) // the first, slow one comes back last
	drain(&l.work)
	drain(&l.ui)
	if !slices.Equal(shown, []int{2}) {
		t.Errorf("shown %v, want only the newest", shown)
	}
}

func TestLatestCancel(t *testing.T) {
	l := &loop{}
	latest := Latest[int]{Runner: l.runner()}
	latest.Go(func() int { return 1 }, func(int) { t.Error("a cancelled result was shown") })
	latest.Cancel()
	drain(&l.work)
	drain(&l.ui)
}

func TestSettleRunsOnceForTheLastCall(t *testing.T) {
	l := &loop{}
	s := Settle{Runner: l.runner(), Wait: time.Second}
	var ran []string
	for _, name := range []string{"a", "b", "c"} {
		s.Call(func() { ran = append(ran, name) })
	}
	drain(&l.timers)
	if !slices.Equal(ran, []string{"c"}) {
		t.Errorf("ran %v, want c alone", ran)
	}
}

func TestInlineIsImmediate(t *testing.T) {
	latest := Latest[string]{Runner: Inline()}
	got := ""
	latest.Go(func() string { return "done" }, func(s string) { got = s })
	if got != "done" {
		t.Errorf("got %q before Go returned, want done", got)
	}
}

func TestLatestIsSafeAcrossGoroutines(t *testing.T) {
	var ui sync.Mutex
	var pending sync.WaitGroup
	latest := Latest[int]{Runner: Runner{
		Start: func(f func()) { pending.Add(1); go func() { defer pending.Done(); f() }() },
		OnUI:  func(f func()) { ui.Lock(); defer ui.Unlock(); f() },
	}}
	last := -1
	for i := range 100 {
		latest.Go(func() int { return i }, func(n int) { last = n })
	}
	pending.Wait()
	if last != 99 {
		t.Errorf("last shown is %d, want 99", last)
	}
}
