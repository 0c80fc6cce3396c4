"""Real methods, each in a folder: scheme.toml, units.csv, ledger.csv and what is expected.

``expected.toml`` holds figures reckoned by hand, each with its sum in the comment above it.
"""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from main import main

HERE = Path(__file__).parent
METHODS = sorted(one.parent.name for one in HERE.glob("*/scheme.toml"))


def pytest_generate_tests(metafunc):
    marked = any("method" in one.args for one in metafunc.definition.iter_markers("parametrize"))
    if "method" in metafunc.fixturenames and not marked:
        metafunc.parametrize("method", METHODS)


@pytest.fixture
def run(paths, capsys):
    """Run a verb on the data folder, which must do it; gives what it printed."""

    def verb(*words):
        code = main(["--data", str(paths.data), *(str(word) for word in words)])
        printed = capsys.readouterr()
        assert code == 0, printed.err + printed.out
        return printed.out

    return verb


@pytest.fixture(scope="session")
def stores(tmp_path_factory):
    """Data folders with a method each, to be copied: a method is imported once."""
    return {}, tmp_path_factory.mktemp("methods")


@pytest.fixture
def imported(run, method, paths, stores):
    """A store with the method's units, scheme, quotas and facts."""
    made, home = stores
    if method in made:
        shutil.copytree(made[method], paths.data)
        return
    folder = HERE / method
    run("units", "import", folder / "units.csv")
    for name in ("scheme", "fees"):
        if (folder / f"{name}.toml").exists():
            run("scheme", "import", folder / f"{name}.toml")
    if (folder / "quota.csv").exists():
        run("quota", "import", folder / "quota.csv")
    run("ledger", "import", folder / "ledger.csv")
    made[method] = shutil.copytree(paths.data, home / method)


@pytest.fixture
def expected(method):
    """What was reckoned by hand."""
    return tomllib.loads((HERE / method / "expected.toml").read_text("utf-8"))["期望"]


@pytest.fixture
def figures(run, imported):
    """What the program says of a unit over some days."""
    known = {}

    def told(first, last, unit):
        if (first, last) not in known:
            known[first, last] = json.loads(run("scores", "--from", first, "--to", last, "--json"))
        table = known[first, last]
        units = [one for group in table["groups"] for one in group["units"]]
        return next(one for one in units if one["unit"] == unit), table

    return told
