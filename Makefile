PYTHON ?= $(shell command -v python3.11 || command -v python3)
run test bench drill setup: ; @$(PYTHON) resources/setup/boot.py $@ $(ARGS)
.PHONY: run test bench drill setup
