# On a fresh machine with Go, Node and make, each of these does its own set-up.
# README.md says what they promise.

BIN   := bin/dugnad
BUILD := CGO_ENABLED=0 go build -trimpath -ldflags '-s -w'
TOOL  := go tool -modfile=tools.mod

.PHONY: run demo led test check bench faults office dev dist words front clean

# Serves on port 8080 with SQLite in ./data, and prints the addresses.
run: front
	$(BUILD) -o $(BIN) ./cmd/dugnad
	$(BIN) serve

# Plays the Vestby meeting live on a server of its own, and compares every
# number. ARGS=-fast leaves out the pauses.
demo: front
	$(BUILD) -o $(BIN) ./cmd/dugnad
	$(BIN) demo -check $(ARGS)

# Everything, on both engines and both buses and in a real browser. The last
# line says how many tests passed and failed.
test:
	@go run ./internal/runtests

# What needs no running: formatting, vet, staticcheck, types, stale files.
check: web/node_modules/.package-lock.json
	@left=$$(gofmt -l $$(go list -f '{{.Dir}}' ./...)) && if [ -n "$$left" ]; then echo "not formatted: $$left"; exit 1; fi
	go vet ./...
	$(TOOL) staticcheck ./...
	cd web && npm run --silent check
	@sh scripts/fresh.sh

# Numbers, each as a ratio against a bare loop in the same run.
bench: front
	go test -run '^$$' -bench . -benchmem -timeout 60m ./...
	cd web && npx --no-install vitest run --config bench/vitest.config.ts

# The fault and abuse matrix. FULL=1 runs every kill and every seed.
faults:
	@go run ./internal/runtests -only long

# The whole Vestby evening led from the panel in a browser, its minutes left out; the people play over sockets.
led: front
	cd web && FULL=1 npx vitest run --config e2e/vitest.config.ts led.test.ts

# Opens the exports in LibreOffice; says so if it is not installed.
office:
	@go run ./internal/office

# Serves a meeting with people in it, and again whenever a file changes.
dev: web/node_modules/.package-lock.json
	@go run ./internal/dev

# Binaries that need nothing beside them, in bin/.
dist: front
	@for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do \
		os=$${target%/*} arch=$${target#*/}; \
		out=bin/dugnad-$$os-$$arch; [ $$os = windows ] && out=$$out.exe; \
		echo $$out; GOOS=$$os GOARCH=$$arch $(BUILD) -o $$out ./cmd/dugnad || exit 1; \
	done

# make words KEY=lead.start NB='Start' NN='Start' EN='Start' SV='Starta'
# puts a text in every language. DROP=lead.start takes it out of every one.
words: web/node_modules/.package-lock.json
	@cd web && if [ -n "$$DROP" ]; then node words.mjs -d "$$DROP"; else \
		node words.mjs "$${KEY:?is missing}" "$${NB:?is missing}" "$${NN:?is missing}" "$${EN:?is missing}" "$${SV:?is missing}"; fi

front: web/node_modules/.package-lock.json
	cd web && npm run --silent build

# The front end's packages, again when the lock file has changed.
web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

clean:
	rm -rf bin web/node_modules
	find web/dist -mindepth 1 ! -name .keep -delete
