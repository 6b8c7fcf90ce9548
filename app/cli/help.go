package cli

import (
	"flag"
	"fmt"
	"strings"

	"doublefix"
	"doublefix/app/words"
)

// helpCommand says what the commands do, or one of them with its options.
type helpCommand struct{}

func (helpCommand) declare(*flag.FlagSet) {}

func (helpCommand) run(c *call, args []string) error {
	if len(args) == 0 {
		_, err := fmt.Fprint(c.stdout, c.overview())
		return err
	}
	if err := noMore(args[1:]); err != nil {
		return err
	}
	cmd, err := find(args[0])
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(c.stdout, c.details(args[0], cmd))
	return err
}

func (c *call) overview() string {
	var b strings.Builder
	about := doublefix.About()
	b.WriteString(c.tr.T("cli.help.head", words.Args{"Name": about.Name, "Version": about.Version}) + "\n\n")
	for _, name := range commandNames() {
		fmt.Fprintf(&b, "  %-9s %s\n", name, c.tr.T("cli.command."+name))
	}
	b.WriteString("\n" + c.tr.T("cli.help.foot", words.Args{"Program": program}) + "\n")
	return b.String()
}

func (c *call) details(name string, cmd command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s\n\n%s\n", program, name, c.tr.T("cli.usage."+name), c.tr.T("cli.command."+name))
	b.WriteByte('\n')
	options, _ := declared(name, cmd)
	options.VisitAll(func(f *flag.Flag) {
		fmt.Fprintf(&b, "  %-11s %s\n", dashed(f.Name), c.tr.T("cli.option."+f.Name))
	})
	return b.String()
}
