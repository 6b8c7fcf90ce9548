package words

import "strings"

// System returns the language of the computer where the app speaks it, else English. It is told by the environment
// variables of Unix, of which the first that is set decides: es_MX.UTF-8, es, es-MX.
func System(env func(name string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := env(name); locale != "" {
			end := strings.IndexAny(locale+".", "_-.@")
			if l := Lang(strings.ToLower(locale[:end])); l.Valid() {
				return l
			}
			return English
		}
	}
	return English
}
