package setup

import (
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/ballot"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// Settings is the dialog of how the workshop votes.
type Settings struct {
	sheet
	now     workshop.Settings
	ballots int
}

// NewSettings returns the dialog of the voting settings; ballots is how many are in.
func NewSettings(s kit.Style, d Deps, now workshop.Settings, ballots int) *Settings {
	if now.Unranked == "" {
		now.Unranked = ballot.UnrankedLast
	}
	v := &Settings{now: now, ballots: ballots}
	v.start(s, d, "in.settings.ties", v.parts, v.fault)
	return v
}

// Result returns the settings; the head count is that of the input.
func (v *Settings) Result() workshop.Settings {
	r := v.now
	r.Room = strings.ToUpper(strings.TrimSpace(r.Room))
	return r
}

func (v *Settings) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if v.ballots > 0 {
		parts = append(parts, v.s.Body(v.s.Tr.N("setup.settings.late", v.ballots)))
	}
	note := v.t("setup.settings.last.note")
	if v.now.Unranked == ballot.UnrankedNone {
		note = v.t("setup.settings.none.note")
	}
	return append(parts,
		v.tick("in.settings.ties", v.t("setup.settings.ties"), v.t("setup.settings.ties.note"), &v.now.Ties),
		v.heading(v.t("setup.settings.unranked")),
		v.segments("in.settings.unranked", []choice{
			{ballot.UnrankedLast, v.t("setup.settings.last")}, {ballot.UnrankedNone, v.t("setup.settings.none")},
		}, v.now.Unranked, func(id string) { v.now.Unranked = id }),
		v.s.Meta(note),
		v.heading(v.t("setup.settings.paper")),
		v.label(v.t("setup.settings.room"), cells(cell{v.field("in.settings.room", &v.now.Room, 64), 0}), v.t("setup.settings.room.note")),
		v.tick("in.settings.second", v.t("setup.settings.second"), v.t("setup.settings.second.note"), &v.now.Second),
	)
}

func (v *Settings) fault() fault {
	room := strings.ToUpper(strings.TrimSpace(v.now.Room))
	if room != "" && (len(room) != 1 || room < "A" || room > "Z") {
		return fault{v.t("setup.settings.room.bad", words.Args{"Text": v.now.Room}), "in.settings.room"}
	}
	return fault{}
}
