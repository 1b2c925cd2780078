# The two commands: `make demo` (a served portal) and `make test` (the whole suite, no service needed).
PYTHON ?= python3
VENV   ?= .venv
PORT   ?= 8000
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
LOCK    = $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --python-version 3.11 \
          --no-emit-index-url --no-annotate --custom-compile-command "make lock"

.PHONY: demo test check gates lighthouse screenshots benchmark lint lock messages

demo: $(STAMP) .env
	$(BIN)/python manage.py demo --port $(PORT)

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

check:
	bash .ci/run

# What must hold on every kind of page, in a real browser; its tools come from .ci/package.json.
gates: $(STAMP) .ci/node_modules
	$(BIN)/python -m pytest tests/browser/gates -n auto

lighthouse: $(STAMP) .ci/node_modules
	LIGHTHOUSE=1 $(BIN)/python -m pytest tests/browser/gates/test_lighthouse.py -p no:randomly -p no:xdist -rP

# Forty pictures into screenshots/; README=1 writes the two that README shows, too.
screenshots: $(STAMP)
	$(BIN)/python -m tests.screenshots $(if $(README),--readme)

# Pages measured at each of these sizes; on PostgreSQL where DATABASE_URL names one. Takes its time.
SIZES ?= 1000,20000,100000
benchmark: $(STAMP)
	BENCHMARK_SIZES=$(SIZES) $(BIN)/python -m pytest tests/benchmarks/test_growth.py -p no:randomly -p no:xdist

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files -z 'templates/*.html' | xargs -0 $(BIN)/djade --target-version 5.2 --check
	git ls-files -z '*.py' | xargs -0 $(BIN)/django-upgrade --target-version 5.2
	$(BIN)/lint-imports
	DEBUG=1 $(BIN)/python manage.py makemigrations --check --dry-run

# Read the texts out of the code into iad/locale; needs the gettext programs (Debian: gettext).
messages: $(STAMP)
	DEBUG=1 $(BIN)/python manage.py makemessages --locale th --no-location --no-wrap --ignore .venv --ignore .ci --ignore tests --ignore static
	DEBUG=1 $(BIN)/python manage.py compilemessages --locale th --ignore .venv

lock: $(STAMP)
	$(LOCK) --upgrade --output-file requirements.txt
	$(LOCK) --upgrade --group dev --output-file requirements-dev.txt

.ci/node_modules: .ci/package-lock.json
	npm ci --prefix .ci --no-progress
	touch $@

.env:
	@echo "Writing .env with DEBUG=1: this checkout is a demo on your own machine."
	@printf '# Written by make demo; .env.example names every variable.\nDEBUG=1\n' > .env

$(STAMP): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' \
	  || { echo "This Python has no venv module (Debian: install python3-venv)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $(STAMP)
