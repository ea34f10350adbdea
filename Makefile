# Every target sets up what it needs; a machine with Python 3.11+, make and git is enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
UV := 0.13.9
BIN := .venv/bin
READY := .venv/.ready
WORKERS ?= 2
SAMPLE = samples/LSC_COP5_Doc.12.2.pdf
PRIOR = samples/LSC_Resolution_2.3_Rev.COP4.pdf

.DEFAULT_GOAL := setup
.PHONY: setup demo test check tests bench bench-search stack load samples picture lock clean

setup: $(READY) ## an environment in .venv with `antecedent` in it

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Antecedent needs Python 3.11 or newer. Install one (https://www.python.org/downloads/,"; \
		echo "or 'apt install python3.11 python3.11-venv') or name it: make PYTHON=/path/to/python3.13"; exit 1; } >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "python3 cannot make environments: on Debian and Ubuntu, 'apt install python3-venv' first" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(BIN)/uv --version 2>/dev/null | grep -q ' $(UV)' || $(BIN)/python -m pip install --quiet uv==$(UV)
	@echo "Installing the locked dependencies …"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## what a draft keeps, changes, adds and drops, on the samples
	@mkdir -p build/demo
	@$(BIN)/antecedent trace $(SAMPLE) --against $(PRIOR)
	@$(BIN)/antecedent trace $(SAMPLE) --against $(PRIOR) --json --html build/demo/comparison.html \
		--docx build/demo/comparison.docx > build/demo/comparison.json
	@echo "The same as JSON: build/demo/comparison.json"

test: $(READY) ## lint, types, import rules and all tests
	@.ci/tools
	@$(MAKE) --no-print-directory check
	@$(BIN)/pytest --numprocesses $(WORKERS)

check: $(READY) ## ruff, pyright, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports

bench: $(READY) ## every figure of the README, from ../shared/corpus
	@$(BIN)/python -m tests.benchmarks

bench-search: $(READY) ## a million paragraphs: ours, SQLite FTS5 and Postgres in the same run
	@$(BIN)/python -m tests.benchmarks.search

stack: $(READY) ## the whole product on this machine; Ctrl-C ends it
	@$(BIN)/python -m tests.stack

load: $(READY) ## documents a second through the whole pipeline
	@$(BIN)/python -m tests.load

samples: $(READY) ## typeset the samples anew from samples/sources
	@$(BIN)/python -m samples.typeset

picture: demo ## the README's picture, of the demonstration's page (needs chromium)
	@chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.25 \
		--window-size=1100,980 --screenshot=docs/comparison.png build/demo/comparison.html 2>/dev/null

lock: $(READY) ## requirements.lock anew from pyproject.toml
	@$(BIN)/uv lock --quiet
	@$(BIN)/uv export --quiet --no-emit-workspace --all-extras --all-groups --no-header --output-file requirements.lock
	@$(BIN)/uv export --quiet --no-emit-workspace --no-dev --group build --extra services --no-header --output-file deploy/requirements.lock
	@rm uv.lock

clean:
	rm -rf .venv build
