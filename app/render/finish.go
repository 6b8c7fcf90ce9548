package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// finish closes the file and adds what the library has no call for: the
// language, the wish to show the title in the window's bar, and an identifier
// made from the contents.
func (d *Document) finish() {
	var buf bytes.Buffer
	if err := d.pdf.Output(&buf); err != nil {
		return // the document keeps it
	}
	packed, err := pack(buf.Bytes())
	if err != nil {
		d.err = err
		return
	}
	d.done, d.err = extendCatalog(packed, d.lang)
}

// extendCatalog adds entries to the catalogue. The library writes it last, just
// before the cross-reference table, so nothing but the table's own place moves.
func extendCatalog(pdf []byte, lang string) ([]byte, error) {
	end := []byte(">>\nendobj\nxref\n")
	at := bytes.LastIndex(pdf, end)
	trailer := bytes.LastIndex(pdf, []byte("trailer\n<<\n"))
	start := bytes.LastIndex(pdf, []byte("startxref\n"))
	if at < 0 || trailer < at || start < trailer || !bytes.HasPrefix(pdf, []byte("%PDF-1.")) {
		return nil, fmt.Errorf("pdf library: unexpected end of file")
	}
	extra := "/ViewerPreferences <</DisplayDocTitle true>>\n"
	if lang != "" {
		extra += "/Lang (" + lang + ")\n"
	}
	sum := sha256.Sum256(pdf)
	trailer += len("trailer\n<<\n")

	out := make([]byte, 0, len(pdf)+200)
	out = append(out, pdf[:at]...)
	out = append(out, extra...)
	out = append(out, pdf[at:trailer]...)
	out = fmt.Appendf(out, "/ID [<%x> <%[1]x>]\n", sum[:16])
	out = append(out, pdf[trailer:start]...)
	out = append(out, "startxref\n"...)
	out = strconv.AppendInt(out, int64(at+len(extra)+len(">>\nendobj\n")), 10)
	out = append(out, "\n%%EOF\n"...)
	if version := out[7]; version < '4' {
		out[7] = '4' // these entries are as old as version 1.4
	}
	return out, nil
}
