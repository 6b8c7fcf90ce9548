// Package task runs slow work beside the window and brings its result back to the window's goroutine.
package task

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Runner starts work and hands results to the user interface. The app uses [Background], tests use [Inline].
type Runner struct {
	Start func(work func())                // runs work beside the caller
	OnUI  func(show func())                // runs show on the user interface's goroutine
	After func(d time.Duration, do func()) // runs do on the user interface's goroutine after d
}

// Background works on goroutines and comes back through fyne.Do.
func Background() Runner {
	return Runner{
		Start: func(work func()) { go work() },
		OnUI:  fyne.Do,
		After: func(d time.Duration, do func()) { time.AfterFunc(d, func() { fyne.Do(do) }) },
	}
}

// Inline does everything at once on the caller's goroutine.
func Inline() Runner {
	now := func(f func()) { f() }
	return Runner{Start: now, OnUI: now, After: func(_ time.Duration, do func()) { do() }}
}

// Latest runs work of which only the newest result counts: what an earlier Go brings back later is dropped.
type Latest[T any] struct {
	Runner Runner
	round  atomic.Uint64
}

// Go starts work and shows its result unless Go or Cancel was called again meanwhile.
func (l *Latest[T]) Go(work func() T, show func(T)) {
	round := l.round.Add(1)
	l.Runner.Start(func() {
		result := work()
		l.Runner.OnUI(func() {
			if l.round.Load() == round {
				show(result)
			}
		})
	})
}

// Cancel drops what is under way.
func (l *Latest[T]) Cancel() { l.round.Add(1) }

// Settle runs do once calls to [Settle.Call] have stopped for a while, as when a window is being resized.
type Settle struct {
	Runner Runner
	Wait   time.Duration
	round  uint64
}

// Call asks for do after the wait; a later Call replaces it. Both run on the user interface's goroutine.
func (s *Settle) Call(do func()) {
	s.round++
	round := s.round
	s.Runner.After(s.Wait, func() {
		if s.round == round {
			do()
		}
	})
}
