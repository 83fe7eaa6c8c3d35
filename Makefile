# Every target works from nothing but Python and make. `make run` is all that an athlete needs.
#
#   make run ARGS="start --data-dir ./here"     make test PYTEST_ARGS="-m faults"
#   make run PYTHON=python3.12                  (another Python, for a new .venv)

PYTHON =
ARGS =
PYTEST_ARGS =

VENV = .venv
BIN = $(VENV)/bin
RUN_READY = $(VENV)/.ready-to-run
DEV_READY = $(VENV)/.ready-to-develop
PACKAGING = pyproject.toml constraints.txt

.PHONY: run test test-all lint check windows-rules windows installed workflow simulate bench bench-peers faults keys syncthing page shots sounds figures man dev constraints clean
.DEFAULT_GOAL := run

run: $(RUN_READY)
	@$(BIN)/runlift $(ARGS)

dev: $(DEV_READY)

# What was compiled is kept, whatever the environment says: tests start the program often.
test test-all: export PYTHONDONTWRITEBYTECODE =

# A part of the store once more under Windows' rules for files, unless it is told what to try.
test: $(DEV_READY)
	$(BIN)/python -m pytest --numprocesses auto $(PYTEST_ARGS)
	$(if $(PYTEST_ARGS),,$(BIN)/python -m pytest --quiet -p tests.windows_rules tests/store/disk tests/store/journal)

# With every size, key and place of the sweeps, of which `test` tries a share (tests/sweep.py),
# and more examples of each law.
test-all: $(DEV_READY)
	$(BIN)/python -m pytest --numprocesses auto -m "not (slow or bench or faults)" \
	  --hypothesis-profile whole $(PYTEST_ARGS)
	$(if $(PYTEST_ARGS),,$(BIN)/python -m pytest --quiet --numprocesses auto $(RULED))

lint: $(DEV_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	for system in darwin win32; do $(BIN)/mypy --platform $$system runlift_tui || exit 1; done
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest --quiet --no-header tests/test_house.py

# The store under Windows' rules for files: as it is, and with a virus scanner that holds every fresh
# file for as long as we wait, or a third of them against being opened.
SCANNERS = 1.0:200 1.0:1900 0.3:200:x
RULED = -p tests.windows_rules tests/store

windows-rules: $(DEV_READY)
	$(BIN)/python -m pytest --quiet --numprocesses auto $(RULED)
	for held in $(SCANNERS); do \
	  SCANNER=$$held $(BIN)/python -m pytest --quiet --numprocesses auto $(RULED) \
	    || exit 1; \
	done

# A session in a terminal, then core, store and command line, on Windows' own Python under Wine.
windows: $(DEV_READY)
	$(BIN)/python -m tests.wine $(ARGS)

# pip, pipx, uv and make, each from nothing to a first set; then the sdist's own tests, with every Python.
installed: $(DEV_READY)
	$(BIN)/python -m tests.installed $(ARGS)

# The workflow against the schema that GitHub publishes, which check-jsonschema carries with it.
workflow: $(BIN)/python
	@$(BIN)/python -m venv $(VENV)/workflow
	@$(VENV)/workflow/bin/python -m pip --disable-pip-version-check --quiet install check-jsonschema
	$(VENV)/workflow/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/platforms.yml

check: lint
	@$(MAKE) --no-print-directory test

# How often the priming finder, and left against right, speak where there is nothing to tell.
simulate: $(DEV_READY)
	@$(BIN)/python -m tests.simulations $(ARGS)

bench: $(DEV_READY)
	$(BIN)/python -m tests.benchmarks --json build/bench.json $(ARGS)

# Other timers, in an environment of their own: nothing of theirs is installed beside RunLift.
bench-peers: $(DEV_READY)
	@$(BIN)/python -m venv $(VENV)/peers
	@$(VENV)/peers/bin/python -m pip --disable-pip-version-check --quiet install termdown countdown-cli
	$(BIN)/python -m tests.benchmarks.peers $(VENV)/peers/bin build/peers.json

faults: $(DEV_READY) windows-rules
	$(BIN)/python -W ignore::DeprecationWarning -m tests.faults --json build/faults.json $(ARGS)

# A hundred thousand keys at random: ten minutes on two cores.
keys: $(DEV_READY)
	$(BIN)/python -m pytest --numprocesses auto -m slow --junitxml build/keys.xml tests/screens/test_any_key.py

# Two laptops over two real Syncthings; it says what it needs, and installs nothing.
syncthing: $(DEV_READY)
	@$(BIN)/python -m tests.syncthing $(ARGS)

page: $(DEV_READY)
	$(BIN)/python -m tests.page build

shots: $(DEV_READY)
	$(BIN)/python assets/make_shots.py $(ARGS)

sounds: $(DEV_READY)
	$(BIN)/python assets/make_sounds.py

# The page for `man`, from the rows of --help.
man: $(DEV_READY)
	$(BIN)/runlift completion man > assets/runlift.1

figures: $(DEV_READY)
	$(BIN)/python assets/make_figures.py

SET_UP = @sh assets/set_up.sh $(VENV)

$(BIN)/python:
	$(SET_UP) "" "$(PYTHON)"

$(RUN_READY): $(PACKAGING)
	$(SET_UP) . "$(PYTHON)"
	@touch $@

$(DEV_READY): $(PACKAGING)
	$(SET_UP) ".[dev]" "$(PYTHON)"
	@touch $(RUN_READY) $@

# The newest versions that the ranges allow, out of an environment of their own.
constraints: $(BIN)/python
	@set -eu; fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(BIN)/python -m venv "$$fresh"; \
	"$$fresh/bin/python" -m pip --disable-pip-version-check --quiet install '.[dev]'; \
	"$$fresh/bin/python" -m pip --disable-pip-version-check freeze --exclude runlift-tui > "$$fresh/pins"; \
	if grep -q '[@/]' "$$fresh/pins"; then \
	  echo "A pin names a place, not a version:" >&2; grep '[@/]' "$$fresh/pins" >&2; exit 1; \
	fi; \
	{ echo "# What RunLift is developed and tested with. Written by: make constraints"; \
	  LC_ALL=C sort -f "$$fresh/pins"; } > "$$fresh/constraints"; \
	cp "$$fresh/constraints" constraints.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
