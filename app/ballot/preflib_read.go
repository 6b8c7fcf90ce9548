package ballot

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"doublefix/app/words"
)

// preflib reads PrefLib's orders.
type preflib struct {
	*reader
	options, voters, unique int64 // as the head says; 0 where it does not
	names                   map[int64]string
	started                 bool
}

func (rd *reader) readPrefLib() error {
	f := &preflib{reader: rd, names: map[int64]string{}}
	rd.in.plainer = f.plainer
	for {
		if rd.plain() {
			continue
		}
		line, err := rd.in.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		line = bytes.TrimRight(line, " \t")
		switch {
		case len(line) == 0:
			continue
		case line[0] == '#':
			f.head(string(line[1:]))
			continue
		case !f.started:
			if err := f.start(); err != nil {
				return err
			}
		}
		f.Rows++
		if err := f.order(line); err != nil {
			return err
		}
	}
	if !f.started {
		if err := f.start(); err != nil {
			return err
		}
	}
	f.compare("ballot.preflib.voters", f.voters, f.total)
	f.compare("ballot.preflib.orders", f.unique, int64(f.Rows))
	return nil
}

// compare warns where the head says another number than there is.
func (f *preflib) compare(key string, said, there int64) {
	if said != 0 && said != there {
		f.problems.add(Warning, 0, 0, key, words.Args{"Said": said, "There": there})
	}
}

// head reads a line of the head: KEY: value.
func (f *preflib) head(text string) {
	key, value, _ := strings.Cut(text, ":")
	key, value = strings.ToUpper(strings.TrimSpace(key)), cleaned(value)
	if number, ok := strings.CutPrefix(key, "ALTERNATIVE NAME "); ok {
		f.name(strings.TrimSpace(number), value)
		return
	}
	into := map[string]*int64{"NUMBER ALTERNATIVES": &f.options, "NUMBER VOTERS": &f.voters, "NUMBER UNIQUE ORDERS": &f.unique}[key]
	switch {
	case key == "TITLE":
		f.Title = value
	case into != nil:
		n, ok := whole([]byte(value))
		if !ok && value != "0" {
			f.problems.add(Error, f.in.number, 0, "ballot.preflib.number", words.Args{"Key": key, "Value": shown(value)})
		}
		*into = n
	}
}

func (f *preflib) name(number, name string) {
	n, ok := whole([]byte(number))
	switch {
	case !ok:
		f.problems.add(Error, f.in.number, 0, "ballot.preflib.number", words.Args{"Key": "ALTERNATIVE NAME", "Value": shown(number)})
	case f.started:
		f.problems.add(Error, f.in.number, 0, "ballot.preflib.late", nil)
	case len(f.names) <= MaxOptions:
		f.names[n] = name
	}
}

// start makes the options, once the head is read.
func (f *preflib) start() error {
	f.started, f.declared = true, true
	if f.options == 0 {
		f.options = int64(len(f.names))
		f.problems.add(Warning, f.in.number, 0, "ballot.preflib.no_options", nil)
	}
	switch {
	case f.options == 0:
		return refused("ballot.error.no_options", nil)
	case f.options > MaxOptions:
		return refused("ballot.error.options", words.Args{"Max": MaxOptions, "Line": f.in.number})
	}
	for n := int64(1); n <= f.options; n++ {
		name := f.names[n]
		if name == "" {
			name = strconv.FormatInt(n, 10)
			f.problems.add(Warning, 0, 0, "ballot.preflib.no_name", words.Args{"Number": int(n)})
		}
		for i := 2; f.index.find([]byte(name)) >= 0; i++ {
			if i == 2 {
				f.problems.add(Warning, 0, 0, "ballot.preflib.name_twice", words.Args{"Name": shown(name)})
			}
			name = f.names[n] + " (" + strconv.Itoa(i) + ")"
		}
		if _, err := f.newOption(name); err != nil {
			return err
		}
	}
	return nil
}

// order reads 3: 1,{2,3},4.
func (f *preflib) order(line []byte) error {
	number, list, found := bytes.Cut(line, []byte{':'})
	if !found {
		f.problem(line, 0, "ballot.preflib.colon", nil)
		return nil
	}
	count, ok := whole(trimmed(number))
	if !ok {
		f.problem(line, 0, "ballot.problem.count", words.Args{"Value": shown(trimmed(number)), "Max": MaxBallots})
		return nil
	}
	clear(f.place[:])
	o := order{preflib: f, line: line, at: len(number) + 1, place: 1}
	if !o.read(list) {
		return nil
	}
	strict, complete := f.Format == SOC || f.Format == SOI, f.complete()
	switch {
	case strict && o.tied:
		f.problems.add(Warning, f.in.number, 0, "ballot.preflib.tie", words.Args{"Format": string(f.Format)})
	case complete && o.ranked < len(f.index.names):
		f.problems.add(Warning, f.in.number, 0, "ballot.preflib.incomplete", words.Args{"Format": string(f.Format)})
	}
	return f.cast(count)
}

func (f *preflib) problem(line []byte, at int, key string, args words.Args) {
	f.problems.add(Error, f.in.number, utf8.RuneCount(line[:at])+1, key, args)
}

// complete reports whether every order of the format ranks every option.
func (f *preflib) complete() bool { return f.Format == SOC || f.Format == TOC }

// plainer reads lines 3: 2,1,4 with all options where the format wants all.
func (f *preflib) plainer() (plainLine, int) {
	options, complete := len(f.index.names), f.complete()
	if !f.started {
		return nil, 0
	}
	return func(line []byte, places []uint8) (int64, bool) {
		at := bytes.IndexByte(line, ':')
		if at < 0 {
			return 0, false
		}
		count, ok := whole(line[:at])
		if !ok {
			return 0, false
		}
		ranked := strict(line[at+1:], places)
		return count, ranked == options || ranked > 0 && !complete
	}, options
}
