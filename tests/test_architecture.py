"""The folders know only whom they may: plain pytest catches a leak too."""

import subprocess
import sys
from pathlib import Path

from importlinter import api
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[1]


def test_no_import_crosses_a_border(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_borders_are_those_of_the_design():
    contracts = api.read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    assert {contract["name"] for contract in contracts} >= {
        "The desk knows neither window nor database",
        "The window and the database do not know each other",
        "The window knows no SQL",
        "The database knows no Qt",
    }


def test_the_first_page_stands_without_the_rules_of_checking():
    asked = "import sys, ui.today.page; print('desk.checks.engine' in sys.modules)"
    command = [sys.executable, "-c", asked]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - ourselves
    assert told.stdout.split() == [b"False"]


def test_no_moment_is_told_by_the_zone_this_pc_is_set_to():
    sources = (path for folder in ("desk", "db", "ui") for path in (ROOT / folder).rglob("*.py"))
    bare = [path.name for path in sources if ".astimezone()" in path.read_text(encoding="utf-8")]
    assert not bare, "use desk.office_clock"
