package words

import "testing"

func TestSystem(t *testing.T) {
	for _, tt := range []struct {
		name string
		env  map[string]string
		want Lang
	}{
		{"nothing set", nil, English},
		{"with country and encoding", map[string]string{"LANG": "es_MX.UTF-8"}, Spanish},
		{"bare", map[string]string{"LANG": "es"}, Spanish},
		{"with a hyphen", map[string]string{"LANG": "es-MX"}, Spanish},
		{"in capitals", map[string]string{"LANG": "ES_MX"}, Spanish},
		{"with a currency", map[string]string{"LANG": "es@euro"}, Spanish},
		{"another language of that beginning", map[string]string{"LANG": "est_EE"}, English},
		{"a language the app does not speak", map[string]string{"LANG": "de_DE.UTF-8"}, English},
		{"none", map[string]string{"LANG": "C"}, English},
		{"the strongest decides", map[string]string{"LC_ALL": "C.UTF-8", "LANG": "es_MX.UTF-8"}, English},
		{"messages before the rest", map[string]string{"LC_MESSAGES": "es_MX", "LANG": "en_US"}, Spanish},
	} {
		if got := System(func(name string) string { return tt.env[name] }); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
