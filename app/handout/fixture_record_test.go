package handout

import (
	"fmt"
	"strings"
	"testing"

	"doublefix/app/dataset"
)

// recorded is a small package with every kind of table that a record has.
func recorded(t testing.TB) *dataset.Set { return record(6, 90).set(t) }

// record is a fixture whose further tables have so many rows with details of so many letters.
func record(rows, letters int) fixture {
	f := small()
	f.topics = true
	at := func(topic string, extra map[string]any) map[string]any {
		out := map[string]any{"doublefix:topic": topic, "doublefix:finding": both("A finding of a table"), "doublefix:attribution": both("Publisher")}
		for k, v := range extra {
			out[k] = v
		}
		return out
	}
	charted := func(topic string, chart map[string]any) map[string]any {
		chart["name"], chart["title"], chart["subtitle"] = "all", both("What is printed"), both("Each row by itself")
		return at(topic, map[string]any{"doublefix:charts": []any{chart}})
	}
	list := func(header, row string) string {
		var b strings.Builder
		b.WriteString(header + "\n")
		for i := range rows {
			b.WriteString(strings.NewReplacer("#", fmt.Sprint(i), "$", prose(letters), "%", fmt.Sprint(i%2), "~", fmt.Sprint(2000+i/2)).Replace(row) + "\n")
		}
		return b.String()
	}
	parts := []any{map[string]any{"id": "k0", "title": both("Kind nought")}, map[string]any{"id": "k1", "title": both("Kind one"), "note": both("a note"), "quiet": true}}
	f.more = []table{
		{
			"timeline", "timeline", list("id,date,label,detail,lane,who,when,source_id,caveat", "V#,~-03-02,Event number #,$,k%,Country,2 March ~,s%,Event # is not sure."),
			charted("first", map[string]any{"form": "timeline", "x": "date", "label": "label", "sub": "detail", "group": "lane", "groups": parts, "who": "who", "when": "when"}),
		},
		{
			"recommendations", "recommendations", list("id,title,text,state,agency,source_id", "GAO#,Recommendation #,$,k%,Agency #,s0"),
			charted("first", map[string]any{"form": "table", "label": "title", "sub": "text", "tag": "state", "tags": parts, "who": "agency"}),
		},
		{"gaps", "gaps", list("id,title,text,source_id", "GAP#,Gap number #,$,s%"), charted("first", map[string]any{"form": "table", "label": "title", "sub": "text"})},
		{"agencies", "agencies", list("id,name,answers_for,source_id", "AG#,Agency #,$,s%"), charted("first", map[string]any{"form": "table", "label": "name", "sub": "answers_for"})},
		{
			"quotes", "dataset", list("id,said,written,unit,state,claimant,period,source_id,caveat", "N#,Said number #: $,about #00,guns a year,k%,A person of an office,~ to 2026,s%,Quote # was rounded."),
			charted("last", map[string]any{"form": "table", "label": "said", "written": "written", "tag": "state", "tags": parts, "who": "claimant", "when": "period", "group": "state", "groups": parts}),
		},
		{
			"glossary", "glossary", list("id,term,forms,definition,see,source_id", "t#,Finding#,finding; findings,$,t%,s%") + "t_unused,Zeppelin,zeppelins,A ship of the air.,,\n",
			at("last", nil),
		},
		{"evidence", "evidence", "id,option,target,view,stance,reason,ours,source_id,main\n" +
			"EV1,A,numbers,,for,The numbers grew.,false,s0,true\nEV2,A,R1,,against,One of them fell.,true,,false\nEV3,A,V0,,context,This came first.,true,,false\n" +
			"EV4,A,GAP0,,for,It closes a gap.,false,s1,false\nEV5,A,GAO1,,context,It was recommended.,false,s0,false\nEV6,B,quotes,,for,It was said.,true,,false\n", nil},
		{"actors", "actors", "id,option,agency,part,ours,source_id\nACT1,A,AG0,It would begin.,false,s1\nACT2,B,AG1,It would go on.,true,\n", nil},
	}
	return f
}
