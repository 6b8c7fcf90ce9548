package explore

import (
	"testing"

	"doublefix/app/words"
)

func BenchmarkOpen(b *testing.B) {
	for _, id := range []string{"border_seizures", "timeline", "contradictions", "glossary", "sources"} {
		b.Run(id, func(b *testing.B) {
			r := enter(b, words.English, State{})
			r.win.Canvas().Capture()
			for b.Loop() {
				r.view.Choose(id)
				r.view.Choose("atf_traces")
			}
		})
	}
}

func BenchmarkType(b *testing.B) {
	r := enter(b, words.English, State{})
	for _, text := range []string{"t", "tr", "trace", "trace-2024"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				r.view.search.SetText(text)
				r.view.search.SetText("")
			}
		})
	}
}

func BenchmarkMark(b *testing.B) {
	for _, page := range []string{"contradictions", "sources"} {
		b.Run(page, func(b *testing.B) {
			r := enter(b, words.English, State{Dataset: page})
			r.win.Canvas().Capture()
			for b.Loop() {
				r.view.mark(r.view.entries.order[3])
				r.view.mark(r.view.entries.order[4])
			}
		})
	}
}
