package render

import (
	"bytes"
	"crypto/sha256"
	"strconv"
)

// family is the name under which faces are given to the library; the number of the face follows. In the file the library puts
// libraryPrefix before it.
const (
	family        = "sourcesans"
	libraryPrefix = "/utf8"
)

// subsetTag is made from what a file holds: six capitals and a plus. A font whose name begins so has only some of its letters,
// and programs that put files together do not take it for another file's part of the same font.
func subsetTag(pdf []byte) string {
	const letters = 6
	sum := sha256.Sum256(pdf)
	tag := make([]byte, letters, letters+1)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(append(tag, '+'))
}

// renamed is an object of the file in which a font has its own name, after the tag of its subset, in the place of the library's.
func renamed(object []byte, tag string) []byte {
	if _, body, found := bytes.Cut(object, []byte(" 0 obj\n")); !found || !bytes.HasPrefix(body, []byte("<</Type /Font")) {
		return object
	}
	for f := Regular; f < faceCount; f++ {
		object = bytes.ReplaceAll(object, []byte(libraryPrefix+family+strconv.Itoa(int(f))), []byte("/"+tag+f.postScript()))
	}
	return object
}

// postScript is the name that the file of a face has for it.
func (f Face) postScript() string {
	switch f {
	case Semibold:
		return "SourceSans3-SemiBold"
	case Bold:
		return "SourceSans3-Bold"
	case Italic:
		return "SourceSans3-Italic"
	default:
		return "SourceSans3-Regular"
	}
}
