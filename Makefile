# make graph · make test · make check · make help
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: help graph test check format clean

help:  ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[test,shacl]'
	@touch $@

graph: $(READY)  ## Install, build the sample articles into output/, say where to look
	$(BIN)/khabar build tests/articles -o output --title "Russia, Ukraine, NATO: autumn 2021"
	@echo "Open output/graph.html in a browser; load output/graph.nq into a triple store."

test: $(READY)  ## Run all tests (a browser is needed for those of the page: see the README)
	$(BIN)/python -m pytest

check: $(READY)  ## Format, lint, types, and the sample build reproduces
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/khabar build tests/articles -o build/output --title "Russia, Ukraine, NATO: autumn 2021"
	diff -r output build/output
	$(BIN)/khabar validate output

format: $(READY)  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## Remove what was installed and built
	rm -rf $(VENV) build *.egg-info
