# Every target sets up what it needs: a virtual environment from the hashed locks and, for the
# tests, a browser. Only Python 3.11+, make and git have to be installed beforehand.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
# Runs a tool, with the code and the other tools on its path.
TOOL := PYTHONPATH=hooks:tools $(PY)
# Installs what a command needs of the machine itself: see tools/install/__main__.py.
INSTALL := $(TOOL) -m install
export NO_MKDOCS_2_WARNING := 1

.PHONY: help import site compressed offline pdfs serve check schema review new report confirm typography test audit weaknesses golden bench links lock format clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(PY):
	@sh tools/install/make_venv.sh $(VENV)

# The stamps say which lock the environment was filled from.
$(VENV)/site.stamp: requirements.txt | $(PY)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

build/contenders/stamp: requirements-bench.txt | $(PY)
	rm -rf $(@D)
	$(PY) -m venv $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

site: $(VENV)/site.stamp ## Build the site into site/, with the offline editions to download
	@$(INSTALL) site
	$(PY) hooks site $(if $(PREVIOUS),--previous "$(PREVIOUS)")

pdfs: $(VENV)/site.stamp ## Make the lists as PDF in build/documents/ (as `make site` does)
	@$(INSTALL) site
	$(PY) hooks pdfs

offline: $(VENV)/site.stamp ## Pack the offline editions into dist/
	@$(INSTALL) site
	$(PY) hooks offline

compressed: site ## Build the site, and pack its files ahead as gzip and Brotli
	$(PY) hooks compress

serve: $(VENV)/site.stamp ## Preview on http://127.0.0.1:8000 while editing
	$(PY) hooks serve

check: $(VENV)/site.stamp ## Check the register and nothing else
	@$(PY) hooks check

schema: $(VENV)/site.stamp ## Write the schemas by which editors complete fields
	@$(PY) hooks schema

import: $(VENV)/site.stamp ## Show what a new list changes: make import LIST=list.docx (WRITE=1 writes it)
	@$(PY) hooks import "$(LIST)" $(if $(LIST2),"$(LIST2)") $(if $(DATE),--date $(DATE)) $(if $(SINCE),--since "$(SINCE)") $(ANSWERS) $(if $(WRITE),--write)

review: $(VENV)/site.stamp ## Write a copy for units to correct, as Excel; it comes back by `make import`
	@$(PY) hooks review

new: $(VENV)/site.stamp ## Print an entry to fill in, or add it: make new ID=my-entry
	@$(PY) hooks new "$(ID)"

typography: $(VENV)/site.stamp ## Set apostrophes and French spaces in the data
	@$(PY) hooks typography

report: $(VENV)/site.stamp ## List what editors may want to fix (IN=fr or IN=en)
	@$(PY) hooks report $(IN)

confirm: $(VENV)/site.stamp ## Confirm a translation: ID=cen, ID=cen.objective or ID=all
	@$(PY) hooks confirm $(ID)

# Python may keep what it has compiled, whatever the machine says: else each of the processes, which
# are dozens, would compile the code and the tests again.
test: $(VENV)/dev.stamp ## Run every test, real browser included
	@$(INSTALL) tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=hooks $(BIN)/lint-imports
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest

golden: $(VENV)/dev.stamp ## Write the golden pages and problems again, after an intended change
	for name in pages problems; do PYTHONPATH=hooks:tests $(PY) tests/golden/test_$$name.py || exit 1; done

# For instance `make bench SIZES=41 RUNS=1`, to see that it works.
BENCH := $(TOOL) -m bench
RUNS_OPTION := $(if $(RUNS),--runs $(RUNS))
BENCH_OPTIONS := $(RUNS_OPTION) $(if $(SIZES),--sizes $(SIZES))

bench: $(VENV)/dev.stamp build/contenders/stamp ## Measure build, preview and search beside other tools
	@$(INSTALL) bench
	$(BENCH).build $(BENCH_OPTIONS)
	$(BENCH).unchanged $(RUNS_OPTION)
	$(BENCH).preview $(BENCH_OPTIONS)
	$(BENCH).search $(BENCH_OPTIONS)

audit: $(VENV)/dev.stamp site ## Hold the site against Lighthouse, the Nu HTML checker and TypeScript
	@$(INSTALL) audit
	$(TOOL) -m audit.run_audit

weaknesses: $(VENV)/dev.stamp ## Look for known weaknesses of what is installed (needs a network)
	for name in requirements requirements-dev requirements-bench; do \
	  $(BIN)/pip-audit --require-hashes --disable-pip --requirement $$name.txt || exit 1; \
	done

links: $(VENV)/site.stamp ## Try the addresses outside the site (needs a network)
	$(PY) hooks links

lock: $(VENV)/dev.stamp ## Renew the locks, with hashes; one package with PACKAGE=jinja2
	for name in requirements requirements-dev requirements-bench; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    $(if $(PACKAGE),--upgrade-package $(PACKAGE),--upgrade) \
	    $$name.in --output-file $$name.txt || exit 1; \
	done

format: $(VENV)/dev.stamp ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what was built, and the environment
	rm -rf site .site.* dist .dist.* build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
