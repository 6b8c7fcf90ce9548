package views

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"doublefix/app"
	"doublefix/app/crash"
	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/data"
	"doublefix/views/task"
)

// Program is how the window was started.
type Program struct {
	Name, Version string
	Args          []string
	Env           func(string) string
	Out           io.Writer       // for what was asked on the command line
	App           func() fyne.App // starts the toolkit
}

// Run opens the window and returns when it is closed. An error is one sentence in the language of the computer.
func Run(p Program) error {
	system := words.System(locale(runtime.GOOS, p.Env, func() string { return lang.SystemLocale().LanguageString() }))
	tr := words.For(system)
	call, err := p.read(tr)
	if err != nil {
		return err
	}
	if call.says != "" {
		_, err := fmt.Fprintln(p.Out, call.says)
		return err
	}
	if !hasDisplay(p.Env) {
		return errors.New(tr.T("start.no_display"))
	}
	set, err := openSet(call.folder, tr)
	if err != nil {
		return err
	}
	a := p.App()
	own := a.Storage().RootURI().Path()
	// A program that cannot watch for its own crash is still of use.
	session, crashed, _ := crash.Watch(filepath.Join(own, "reports"), p.Name+" "+p.Version+"\n"+tr.T("crash.head"))
	err = p.open(a, deps{App: a, Set: set, System: system, Crashed: crashed}, call.workshop, filepath.Join(own, "workshop.doublefix"), tr)
	session.End() // not deferred: a panic that passes here is the crash to report
	return err
}

// open shows the window on a workshop, the one that was named or one's own, until it is closed.
func (p Program) open(a fyne.App, d deps, named, own string, tr words.Tr) error {
	store, lost, err := openLast(named, own, a.Preferences().StringList(keyRecent), d.Set)
	if err != nil {
		return errors.New(sentence(tr, err))
	}
	d.Lost = lost
	d.Store, d.Runner, d.Name, d.Version = store, task.Background(), p.Name, p.Version
	d.Later = d.Runner.After
	if !run(a, func() { newWindow(d).show() }) {
		return errors.New(tr.T("start.no_display"))
	}
	return nil
}

// run runs the toolkit until the last window closes. It reports false where the toolkit could not start, as when a display
// is named that is not there: the toolkit logs and panics then. A panic after the start is a mistake and goes on.
func run(a fyne.App, start func()) (ran bool) {
	log.SetOutput(io.Discard)
	a.Lifecycle().SetOnStarted(func() {
		ran = true
		log.SetOutput(os.Stderr)
		start()
	})
	defer func() {
		if fault := recover(); fault != nil && ran {
			panic(fault)
		}
	}()
	a.Run()
	return true
}

// hasDisplay reports whether there is a screen to open a window on; without one the toolkit would panic.
func hasDisplay(env func(string) string) bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}

// openSet reads the data package in a folder, or the built-in one where the folder is "". A package with errors is not
// opened half: the first problems are told, and how many more there are.
func openSet(folder string, tr words.Tr) (*dataset.Set, error) {
	pkg, problems, err := openPackage(folder)
	if err != nil {
		return nil, errors.New(refusal(tr, folder, err))
	}
	set, more := dataset.Load(pkg)
	var wrong []string
	for _, problem := range append(problems, more...) {
		if problem.Level == datapackage.Error {
			wrong = append(wrong, problem.Message(tr))
		}
	}
	if len(wrong) > 0 {
		first := strings.Join(wrong[:min(len(wrong), 5)], "\n")
		return nil, errors.New(tr.N("start.package.problems", len(wrong), words.Args{"Folder": folder, "First": first}))
	}
	return set, nil
}

// refusal is why a package was not opened: a sentence for what is known, the bare cause for what is not.
func refusal(tr words.Tr, folder string, err error) string {
	var known *app.Error
	if errors.As(err, &known) {
		if known.Args["Folder"] != nil {
			return sentence(tr, err) // it says which folder
		}
		return tr.T("start.package.refused", words.Args{"Folder": folder, "Reason": sentence(tr, err)})
	}
	return tr.T("start.package.unreadable", words.Args{"Folder": folder, "Detail": err.Error()})
}

func openPackage(folder string) (*datapackage.Package, []datapackage.Problem, error) {
	if folder == "" {
		return datapackage.Open(data.FS)
	}
	return datapackage.OpenFolder(strings.TrimSuffix(folder, datapackage.DescriptorName))
}

// openWorkshop opens the workshop that was named, which has to be there, or the one in the app's own storage. One's own
// workshop must always be there: where its file is refused, it stays as it is and the next free name is taken.
func openWorkshop(named, own string, set *dataset.Set) (*workshop.Store, error) {
	o := workshop.Options{Package: workshop.Identity(set.Identity)}
	for _, option := range set.Options {
		o.Options = append(o.Options, option.ID)
	}
	if named != "" {
		return workshop.Open(named, o)
	}
	o.Create = true
	store, err := workshop.Open(own, o)
	for n := 2; refused(err); n++ {
		store, err = workshop.Open(strings.TrimSuffix(own, ".doublefix")+"-"+strconv.Itoa(n)+".doublefix", o)
	}
	return store, err
}

// openLast opens the workshop that was named, else the one that was open last. Where that one cannot be opened, as on a memory
// stick that is not there, it is one's own, and lost says which was meant.
func openLast(named, own string, recent []string, set *dataset.Set) (store *workshop.Store, lost string, err error) {
	if named == "" && len(recent) > 0 && recent[0] != own {
		if store, err := openWorkshop(recent[0], "", set); err == nil {
			return store, "", nil
		}
		lost = recent[0]
	}
	store, err = openWorkshop(named, own, set)
	return store, lost, err
}

func refused(err error) bool {
	return err != nil && (app.CodeOf(err) == app.Invalid || app.CodeOf(err) == app.TooNew)
}
