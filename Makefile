# Doublefix: `make run` opens the app, `make test` checks it. `make help` lists the rest.
.NOTPARALLEL:
.DEFAULT_GOAL := help

# A clone that belongs to somebody else must build too, so Go does not ask git for a version.
export GOFLAGS := $(GOFLAGS) -buildvcs=false

BIN     := bin
RELEASE := -ldflags "-s -w"
TOOLS   := $(BIN)/tools
FUZZ_TIME ?= 5s
KILLS     ?= 200

# Everything but the window program is plain Go: no C, no display.
PLAIN = $$(go list -e ./... | grep -v '/cmd/doublefix$$')
CORE  = $$(go list -e ./... | grep -v -e '/cmd/doublefix$$' -e '/views' -e '^doublefix$$')
VIEWS = $$(go list -e ./... | grep '/views')
NO_DISPLAY := env -u DISPLAY -u WAYLAND_DISPLAY LANG=en_US.UTF-8 CGO_ENABLED=0

section = @printf '\n== %s\n' "$(1)"

.PHONY: help run build build-plain build-window test style core race views fuzz crash e2e bench dist clean

help: ## list what make can do
	@echo "Doublefix: explore sourced figures, rank options, print a handout."
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-7s %s\n", $$1, $$2}'

run: ## install what is missing, build and open the app; without a display, write handout.pdf
	@scripts/run.sh

build: build-plain build-window ## build bin/doublefix (the window) and bin/doublefix-cli

build-plain:
	@scripts/need.sh go
	CGO_ENABLED=0 go build $(RELEASE) -o $(BIN)/doublefix-cli ./cmd/doublefix-cli

build-window:
	@scripts/need.sh window
	CGO_ENABLED=1 go build $(RELEASE) -o $(BIN)/doublefix ./cmd/doublefix

test: ## build everything, check style, layers and texts, run all tests and a short fuzzing
	$(call section,What the tests need)
	@scripts/need.sh test
	$(call section,Build: everything but the window program without C)
	CGO_ENABLED=0 go build $(PLAIN)
	@$(MAKE) --no-print-directory build
	@$(MAKE) --no-print-directory style race views fuzz
	$(call section,All tests passed)

style: $(TOOLS)/stamp
	$(call section,Style: gofumpt and go vet and staticcheck)
	@unformatted="$$($(TOOLS)/gofumpt -l .)"; test -z "$$unformatted" || \
		{ echo "Not formatted; run $(TOOLS)/gofumpt -w on:"; echo "$$unformatted"; exit 1; }
	CGO_ENABLED=0 go vet $(PLAIN)
	CGO_ENABLED=1 go vet ./cmd/doublefix
	CGO_ENABLED=1 $(TOOLS)/staticcheck ./...

$(TOOLS)/stamp: .ci/tools/go.mod .ci/tools/go.sum
	@go build -C .ci/tools -o ../../$(TOOLS)/ tool
	@touch $@

core: ## run the tests of the core only, the quick way
	$(call section,Core)
	CGO_ENABLED=0 go test $(CORE) .

race:
	$(call section,Layers and texts)
	CGO_ENABLED=0 go test .
	$(call section,Core with the race detector: charts in some sizes)
	CGO_ENABLED=1 go test -race -short $(CORE)
	$(call section,Every chart in every form and size)
	CGO_ENABLED=0 go test ./app/chart

views: ## run the tests of the window without a display
	$(call section,Views without C and without a display)
	$(NO_DISPLAY) go test $(VIEWS)

fuzz: ## run every fuzz target for FUZZ_TIME (5s)
	$(call section,Fuzzing $(FUZZ_TIME) a target)
	@scripts/fuzz.sh $(FUZZ_TIME) $(PLAIN)

crash: ## kill a program that writes a workshop, 200 times at random moments: nothing that was saved may be lost
	$(call section,Killed while writing)
	DOUBLEFIX_CRASH_KILLS=$(KILLS) CGO_ENABLED=0 go test -count=1 -timeout 30m -run '^TestKilledWhileWriting$$' -v ./app/workshop

e2e: ## drive the real window under Xvfb with real keys
	$(call section,End to end)
	@scripts/need.sh e2e
	@$(MAKE) --no-print-directory build
	@scripts/e2e.sh

bench: ## measure start, memory, charts and handout
	@scripts/need.sh e2e
	@$(MAKE) --no-print-directory build
	@scripts/bench.sh

dist: ## make the packages for Linux and, with mingw, for Windows, in dist/
	@scripts/need.sh window
	@scripts/dist.sh

clean: ## remove what make has built
	rm -rf $(BIN) dist handout.pdf
