package kit

import (
	"testing"
)

// A button without words, or one that cannot be pressed, says why at the foot of the window, for the pointer and for the keys.
func TestHints(t *testing.T) {
	for _, tt := range []struct {
		name string
		make func(Style) *Tap
		want string
	}{
		{"words say it", func(s Style) *Tap { return s.Button(ButtonSpec{Text: "Export"}) }, "-"},
		{"icon", func(s Style) *Tap { return s.Button(ButtonSpec{Icon: "sun", Name: "Light or dark"}) }, "Light or dark"},
		{"icon with keys", func(s Style) *Tap {
			return s.Button(ButtonSpec{Icon: "sun", Name: "Light or dark", Keys: []string{"Ctrl", "D"}})
		}, "Light or dark   [Ctrl D]"},
		{"icon, not now", func(s Style) *Tap {
			return s.Button(ButtonSpec{Icon: "undo", Name: "Undo", Keys: []string{"Ctrl", "Z"}, Off: "disabled.undo"})
		}, "Undo (nothing to undo)"},
		{"words, not now", func(s Style) *Tap { return s.Button(ButtonSpec{Text: "Take back", Off: "disabled.undo"}) }, "nothing to undo"},
		{"short choice", func(s Style) *Tap {
			s.Segments([]Choice{{ID: "es", Text: "ES", Name: "Español"}}, 0, nil)
			return s.Register.Get("es").(*Tap)
		}, "Español"},
		{"given", func(s Style) *Tap {
			return s.Tap("", "", Look{}, Fixed(1, 1), nil).WithHint("Rank", []string{"Ctrl", "2"})
		}, "Rank   [Ctrl 2]"},
	} {
		said := "-"
		s := style()
		s.Hint = func(text string) { said = text }
		b := tt.make(s)
		b.MouseIn(nil)
		if said != tt.want {
			t.Errorf("%s: under the pointer %q, want %q", tt.name, said, tt.want)
		}
		b.FocusGained()
		b.MouseOut()
		if said != tt.want {
			t.Errorf("%s: with the focus %q, want %q", tt.name, said, tt.want)
		}
		b.FocusLost()
		if said != "" && tt.want != "-" {
			t.Errorf("%s: left, it still says %q", tt.name, said)
		}
	}
}
