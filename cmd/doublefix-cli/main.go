// Command doublefix-cli does without a window what Doublefix does: it writes handouts, charts and tables.
package main

import (
	"os"

	"doublefix/app/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdout, os.Stderr, os.Getenv)) }
