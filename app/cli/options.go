package cli

import (
	"flag"
	"io"
	"slices"
	"strings"

	"doublefix/app/words"
)

// shared are the options of every command that works on a data package.
type shared struct {
	pkg, out string
}

func (s *shared) declare(options *flag.FlagSet) {
	options.StringVar(&s.pkg, "package", "", "")
	options.StringVar(&s.out, "o", "", "")
}

// declared returns the options of cmd. Every command has --lang; what it says has been heard already, see [language].
func declared(name string, cmd command) (options *flag.FlagSet, lang *string) {
	options = flag.NewFlagSet(name, flag.ContinueOnError)
	options.SetOutput(io.Discard)
	lang = options.String("lang", "", "")
	cmd.declare(options)
	return options, lang
}

func langNames() []string {
	var names []string
	for _, l := range words.Langs() {
		names = append(names, string(l))
	}
	return names
}

// oneOf refuses a value of an option that is not one of those it takes.
func oneOf(option, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return wrong("cli.error.one_of", words.Args{"Option": dashed(option), "Value": value, "Allowed": strings.Join(allowed, ", ")})
}

// many is an option that can be given several times.
type many []string

// String is for the flag package, which shows defaults with it.
func (m *many) String() string { return strings.Join(*m, " ") }

// Set adds one more value.
func (m *many) Set(value string) error {
	*m = append(*m, value)
	return nil
}

// parse reads the options of cmd, wherever they stand among args, and returns what is no option. After "--" nothing is one.
func parse(name string, cmd command, args []string) ([]string, error) {
	var after []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, after = args[:i], args[i+1:]
	}
	options, lang := declared(name, cmd)
	var rest []string
	for {
		if err := options.Parse(args); err != nil {
			return nil, said(name, err)
		}
		if options.NArg() == 0 {
			break
		}
		rest = append(rest, options.Arg(0))
		args = options.Args()[1:]
	}
	if *lang != "" {
		if err := oneOf("lang", *lang, langNames()); err != nil {
			return nil, err
		}
	}
	return append(rest, after...), nil
}

// said turns an error of the flag package, which has no types for them, into one that people read in their language.
func said(command string, err error) error {
	if option, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
		return wrong("cli.error.no_option", words.Args{"Option": dashed(option), "Command": command, "Program": program})
	}
	if option, ok := strings.CutPrefix(err.Error(), "flag needs an argument: -"); ok {
		return wrong("cli.error.no_value", words.Args{"Option": dashed(option)})
	}
	if _, option, ok := strings.Cut(err.Error(), " for -"); ok {
		option, _, _ = strings.Cut(option, ":")
		return wrong("cli.error.switch", words.Args{"Option": dashed(option)})
	}
	return err
}

// dashed writes an option as help does: -o, --lang.
func dashed(option string) string {
	if len(option) == 1 {
		return "-" + option
	}
	return "--" + option
}
