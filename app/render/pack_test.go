package render

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"
)

// file is a small file as the library writes it, with a stream, and objects out of order.
func file(stream string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	at := map[int]int{}
	object := func(n int, text string) {
		at[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, text)
	}
	object(3, "<</Type /Page>>")
	object(4, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(stream), stream))
	object(1, "<</Type /Pages>>")
	object(2, "<</Filter /FlateDecode /Length 3>>\nstream\nabc\nendstream")
	xref := b.Len()
	b.WriteString("xref\n0 5\n0000000000 65535 f \n")
	for n := 1; n <= 4; n++ {
		fmt.Fprintf(&b, entryFormat, at[n])
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size 5\n>>\nstartxref\n%d\n%%%%EOF\n", xref)
	return b.Bytes()
}

// After packing, every object is where the table says, and what was a plain stream gives the same back.
func TestPack(t *testing.T) {
	for _, stream := range []string{"", "0 0 m\n", strings.Repeat("1 2 l\n", 500), "a 0 obj\n<</Length 3>>\nstream\nxref\n0 9\nendobj\n"} {
		packed, err := pack(file(stream))
		if err != nil {
			t.Fatal(err)
		}
		offsets, xref, err := objects(packed)
		if err != nil || len(offsets) != 4 {
			t.Fatalf("%v, objects at %v of\n%q", err, offsets, packed)
		}
		for i, at := range offsets {
			if want := fmt.Sprintf("%d 0 obj\n", i+1); !bytes.HasPrefix(packed[at:], []byte(want)) {
				t.Errorf("at %d there is %.20q, want %q", at, packed[at:], want)
			}
		}
		if want := fmt.Sprintf("startxref\n%d\n", xref); !bytes.Contains(packed, []byte(want)) {
			t.Errorf("there is no %q in\n%q", want, packed)
		}
		if !bytes.Contains(packed, []byte("2 0 obj\n<</Filter /FlateDecode /Length 3>>\nstream\nabc\nendstream\nendobj\n")) {
			t.Errorf("what was compressed has changed:\n%q", packed)
		}
		var n int
		head, body, _ := bytes.Cut(packed[offsets[3]:], []byte(">>\nstream\n"))
		if _, err := fmt.Sscanf(string(head), "4 0 obj\n<</Filter /FlateDecode /Length %d", &n); err != nil {
			t.Fatalf("%v: the object begins %q", err, head)
		}
		in, err := zlib.NewReader(bytes.NewReader(body[:n]))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(in); err != nil || string(got) != stream {
			t.Errorf("%v: the stream is %q, want %q", err, got, stream)
		}
		if !bytes.HasPrefix(body[n:], []byte("\nendstream\nendobj\n")) {
			t.Errorf("the object ends %.30q", body[n:])
		}
	}
}

// A file that is not as the library writes it is refused, not broken.
func TestPackRefuses(t *testing.T) {
	whole := string(file("x"))
	for name, text := range map[string]string{
		"nothing":        "",
		"no table":       strings.Replace(whole, "xref\n0 5", "else\n0 5", 1),
		"no trailer":     strings.Replace(whole, "trailer", "caravan", 1),
		"no objects":     "%PDF\n\nxref\n0 1\n0000000000 65535 f \ntrailer\nstartxref\n6\n",
		"beyond its end": strings.Replace(whole, " 00000 n", "9 00000 n", 1),
		"another start":  strings.Replace(whole, "startxref\n", "startxref\n1", 1),
	} {
		if out, err := pack([]byte(text)); err == nil {
			t.Errorf("%s: packed into\n%q", name, out)
		}
	}
}
