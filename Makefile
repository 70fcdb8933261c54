# Two commands do everything: `make` (set up, render the samples) and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := render

.PHONY: help render setup python system test-system test fuzz lint conformance readers reader-system golden gallery lock bench bench-import bench-batch cluster-demo clean

help:  ## Show this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

render: setup  ## Set up, and render sources/ into out/ (the default)
	$(BIN)/typeset render sources --out out

setup: python system $(READY)  ## Create .venv with the locked dependencies

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "typeset needs Python 3.11 or later; try: make PYTHON=python3.12"; exit 3; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python's venv module is missing; on Debian: apt-get install -y python3-venv"; exit 3; }

# The libraries WeasyPrint opens; the command that installs them is the one `typeset doctor` says.
system: python  ## Install Pango and HarfBuzz where we may, else say the command
	@$(PYTHON) -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:] * (sys.platform == "linux")]' \
		libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0 2>/dev/null || { \
		command="$$($(PYTHON) -c 'from typeset.typesetting.system import install_command as c; print(c())')"; \
		if [ "$$(id -u)" != 0 ]; then echo "Pango or HarfBuzz is missing; run: $$command"; exit 3; fi; \
		case "$$command" in apt-get*) apt-get update -qq;; esac; \
		echo "$$command"; sh -c "$$command" >/dev/null; }

# What only tests need: a font for the Arabic pages. Without it they are skipped, and say so.
test-system: system
	@[ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || dpkg -s fonts-hosny-amiri >/dev/null 2>&1 \
		|| { apt-get update -qq && apt-get install -y -qq fonts-hosny-amiri >/dev/null; } \
		|| echo "fonts-hosny-amiri could not be installed; tests of Arabic pages will be skipped"

test: setup test-system reader-system lint  ## Lint, types, import contracts and tests
	$(BIN)/pytest -n 2

# Draws so many times as many random inputs as `make test`, new ones in each run.
FUZZ ?= 20
fuzz: setup  ## Search for random inputs that break a promise (FUZZ=20 times as many as the tests draw)
	TYPESET_FUZZ=$(FUZZ) $(BIN)/pytest -n 2 $$(grep -rl --include='test_*.py' '@given' tests)

lint: setup  ## Format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

conformance: setup reader-system  ## veraPDF and qpdf over every golden and sample (needs Java and Maven)
	$(BIN)/python -m tests.conformance.verapdf

readers: setup reader-system  ## Read every page, in every theme, with programs that are not ours (needs Node)
	$(BIN)/python -m tests.conformance.readers
	$(BIN)/python -m tests.conformance.openresume

# Poppler and qpdf: installed where we may, else said.
reader-system: python
	@command -v pdftotext >/dev/null && command -v qpdf >/dev/null || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
		&& apt-get install -y -qq poppler-utils qpdf >/dev/null; } \
		|| echo "poppler's pdftotext or qpdf is missing; on Debian: apt-get install -y poppler-utils qpdf"

golden: setup  ## Rewrite the golden files that differ; look at each before committing
	$(BIN)/pytest -n 0 tests/test_cases.py tests/applications --update-goldens

gallery: setup  ## Draw the README's pictures anew
	$(BIN)/pytest -n 0 tests/test_gallery.py --update-goldens

bench: setup  ## Measure a cold start beside WeasyPrint's own command, and what the checks cost
	$(BIN)/python tests/benchmarks/cold_start.py
	$(BIN)/python tests/benchmarks/proof_cost.py

bench-import: setup  ## Print what importing places, by family of sources, and its time
	$(BIN)/python -m tests.benchmarks.import_coverage

bench-batch: setup  ## Render 2,000 applications on two processes; KILL=worker, run or dask, COUNT=n
	$(BIN)/python -m tests.benchmarks.bench_batch $(COUNT:%=--count %) $(KILL:%=--kill %)

cluster-demo: setup  ## Start a Dask scheduler and two workers on this machine, until Ctrl-C
	$(BIN)/python -m tests.batch.demo

lock: setup  ## Resolve the dependencies anew into requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev \
		--generate-hashes --no-header --no-emit-index-url --upgrade pyproject.toml -o requirements.lock

clean:  ## Remove what was made
	rm -rf out dist .venv
