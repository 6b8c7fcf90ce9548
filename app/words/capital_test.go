package words

import "testing"

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "á la carta": "Á la carta", "Guns": "Guns", "9 mm": "9 mm", "\xff": "\xff"} {
		if got := Capital(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
