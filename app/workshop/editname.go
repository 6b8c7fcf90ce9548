package workshop

// Name returns the translation key and its arguments for what an edit did, as undo and the record name it.
func (e Edit) Name() (key string, args map[string]any) {
	switch e.Type {
	case typePlaced:
		p, _ := decode[placed](e.Data)
		if p.Place == 0 {
			return "edit.take_out", map[string]any{"Option": p.Option}
		}
		return "edit.place", map[string]any{"Option": p.Option, "Place": p.Place}
	case typeHandout:
		return "edit.handout", nil
	case typeNamed:
		return "edit.name", nil
	case typeSettings:
		return "edit.settings", nil
	case typeTables:
		return "edit.tables", nil
	case typePeople:
		return "edit.people", nil
	case typeCriteria:
		return "edit.criteria", nil
	case typeScored:
		return "edit.scores", nil
	case typeCast:
		return castName(e)
	case typeNoted, typeMarked, typeTitled, typeKept, typeDropped:
		return chartName(e)
	}
	return roundName(e)
}

// castName names what happened to a ballot. What it says is not told: undo is read by whoever sits there next.
func castName(e Edit) (string, map[string]any) {
	c, _ := decode[cast](e.Data)
	switch {
	case c.Screen && c.State == Withdrawn:
		return "edit.ballot.screen.withdrawn", nil
	case c.Screen:
		return "edit.ballot.screen", nil
	case c.State == Withdrawn:
		return "edit.ballot.withdrawn", map[string]any{"Ballot": c.Serial.String()}
	}
	return "edit.ballot", map[string]any{"Ballot": c.Serial.String()}
}

// roundName names what happened to a round.
func roundName(e Edit) (string, map[string]any) {
	o, _ := decode[of](e.Data)
	args := map[string]any{"Round": o.Round}
	switch e.Type {
	case typeRound:
		return "edit.round", args
	case typeRoundName:
		return "edit.round.name", args
	case typePaper:
		return "edit.round.paper", args
	case typeState:
		if s, _ := decode[roundState](e.Data); s.State == Closed {
			return "edit.round.close", args
		}
		return "edit.round.open", args
	case typeRevealed:
		if s, _ := decode[roundRevealed](e.Data); !s.Revealed {
			return "edit.round.cover", args
		}
		return "edit.round.reveal", args
	case typeDecision:
		return "edit.round.decide", args
	case typePrinted:
		p, _ := decode[printed](e.Data)
		return "edit.printed", map[string]any{"Count": len(p.Orders)}
	case typeReturned:
		r, _ := decode[returned](e.Data)
		return "edit.returned", map[string]any{"Count": r.Count}
	case typeSecond:
		return "edit.second", nil
	case typeImported:
		i, _ := decode[imported](e.Data)
		return "edit.imported", map[string]any{"File": i.File}
	}
	return "edit.other", nil
}
