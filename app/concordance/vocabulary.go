package concordance

// small returns the value of a number word below a hundred, in English or Spanish. Spanish "once" is English too: see
// [parser.small].
func small(w string) (float64, bool) {
	switch w {
	case "zero", "cero":
		return 0, true
	case "one", "uno", "una", "un":
		return 1, true
	case "two", "dos":
		return 2, true
	case "three", "tres":
		return 3, true
	case "four", "cuatro":
		return 4, true
	case "five", "cinco":
		return 5, true
	case "six", "seis":
		return 6, true
	case "seven", "siete":
		return 7, true
	case "eight", "ocho":
		return 8, true
	case "nine", "nueve":
		return 9, true
	case "ten", "diez":
		return 10, true
	}
	if v, ok := teen(w); ok {
		return v, true
	}
	return tens(w)
}

func teen(w string) (float64, bool) {
	switch w {
	case "eleven", "once":
		return 11, true
	case "twelve", "doce":
		return 12, true
	case "thirteen", "trece":
		return 13, true
	case "fourteen", "catorce":
		return 14, true
	case "fifteen", "quince":
		return 15, true
	case "sixteen", "dieciseis":
		return 16, true
	case "seventeen", "diecisiete":
		return 17, true
	case "eighteen", "dieciocho":
		return 18, true
	case "nineteen", "diecinueve":
		return 19, true
	}
	return twenties(w)
}

// twenties are the Spanish numbers that are written in one word.
func twenties(w string) (float64, bool) {
	switch w {
	case "veintiuno", "veintiun", "veintiuna":
		return 21, true
	case "veintidos":
		return 22, true
	case "veintitres":
		return 23, true
	case "veinticuatro":
		return 24, true
	case "veinticinco":
		return 25, true
	case "veintiseis":
		return 26, true
	case "veintisiete":
		return 27, true
	case "veintiocho":
		return 28, true
	case "veintinueve":
		return 29, true
	}
	return 0, false
}

func tens(w string) (float64, bool) {
	switch w {
	case "twenty", "veinte":
		return 20, true
	case "thirty", "treinta":
		return 30, true
	case "forty", "cuarenta":
		return 40, true
	case "fifty", "cincuenta":
		return 50, true
	case "sixty", "sesenta":
		return 60, true
	case "seventy", "setenta":
		return 70, true
	case "eighty", "ochenta":
		return 80, true
	case "ninety", "noventa":
		return 90, true
	}
	return 0, false
}

// hundreds are the Spanish hundreds in one word, which need no number before them.
func hundreds(w string) (float64, bool) {
	switch w {
	case "cien", "ciento":
		return 100, true
	case "doscientos", "doscientas":
		return 200, true
	case "trescientos", "trescientas":
		return 300, true
	case "cuatrocientos", "cuatrocientas":
		return 400, true
	case "quinientos", "quinientas":
		return 500, true
	case "seiscientos", "seiscientas":
		return 600, true
	case "setecientos", "setecientas":
		return 700, true
	case "ochocientos", "ochocientas":
		return 800, true
	case "novecientos", "novecientas":
		return 900, true
	}
	return 0, false
}

// multiplier returns what a word multiplies the number before it by.
func multiplier(w string) (float64, bool) {
	switch w {
	case "hundred", "centenar":
		return 100, true
	case "thousand", "mil", "millar":
		return 1e3, true
	case "million", "millions", "millon", "millones", "mn", "mdd", "mdp":
		return 1e6, true
	case "billion", "billions", "bn":
		return 1e9, true
	case "trillion", "trillions", "billon", "billones":
		return 1e12, true
	case "dozen", "docena":
		return 12, true
	case "decena":
		return 10, true
	}
	return 0, false
}

// plural reports whether a word stands for many without saying how many.
func plural(w string) bool {
	switch w {
	case "dozens", "hundreds", "thousands", "millions", "billions", "trillions",
		"decenas", "docenas", "cientos", "centenares", "miles", "millares", "millones", "billones":
		return true
	}
	return false
}

// fraction returns the share of a fraction's name in percent: "two thirds" is twice that of "thirds".
func fraction(w string) (float64, bool) {
	switch w {
	case "half", "mitad":
		return 50, true
	case "third", "thirds", "tercio", "tercios", "tercera":
		return 100.0 / 3, true
	case "quarter", "quarters", "cuarto", "cuartos", "cuarta", "cuartas":
		return 25, true
	case "fifth", "fifths", "quinto", "quintos", "quinta", "quintas":
		return 20, true
	case "tenth", "tenths", "decimo", "decimos", "decima", "decimas":
		return 10, true
	}
	return 0, false
}

// month returns the number of a month, from its name or short name in English or Spanish.
func month(w string) (int, bool) {
	switch w {
	case "january", "jan", "enero", "ene":
		return 1, true
	case "february", "feb", "febrero":
		return 2, true
	case "march", "mar", "marzo":
		return 3, true
	case "april", "apr", "abril", "abr":
		return 4, true
	case "may", "mayo":
		return 5, true
	case "june", "jun", "junio":
		return 6, true
	case "july", "jul", "julio":
		return 7, true
	case "august", "aug", "agosto", "ago":
		return 8, true
	case "september", "sept", "sep", "septiembre", "setiembre":
		return 9, true
	case "october", "oct", "octubre":
		return 10, true
	case "november", "nov", "noviembre":
		return 11, true
	case "december", "dec", "diciembre", "dic":
		return 12, true
	}
	return 0, false
}

// numbered reports whether a word is followed by the number of what it names: Title 42, artículo 83.
func numbered(w string) (unit Unit, ok bool) {
	switch w {
	case "title", "section", "article", "chapter", "resolution", "highway", "interstate", "route", "decree",
		"titulo", "seccion", "articulo", "capitulo", "resolucion", "carretera", "decreto":
		return Named, true
	case "recommendation", "suite", "room", "page", "table", "appendix", "footnote", "annex",
		"recomendacion", "pagina", "cuadro", "tabla", "anexo":
		return Label, true
	}
	return "", false
}

// street reports whether a word ends the name of a street.
func street(w string) bool {
	switch w {
	case "st", "street", "ave", "avenue", "blvd", "boulevard", "rd", "road", "dr", "drive", "lane", "pkwy", "parkway", "hwy":
		return true
	}
	return false
}
