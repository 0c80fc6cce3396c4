"""The worked examples of the manual give what the page says."""

import re
from datetime import date
from decimal import Decimal

import pytest

from db.store import SqlStore
from desk.assessing import assess
from desk.paths import RESOURCES
from desk.scoring.scheme import Purpose
from main import main

PAGE = (RESOURCES / "manual" / "05j-scheme-examples.md").read_text("utf-8")
EXAMPLES = {text.split("\n")[0]: text for text in PAGE.split("\n## ")[1:]}
VERBS = {"全称": "units", "年度": "quota", "日期": "ledger"}


@pytest.fixture
def told(paths, tmp_path, now):
    """The store of an example, all its blocks imported in their order of need."""

    def kept(example):
        files = [("scheme", "办法.toml", *re.findall(r"```toml\n(.*?)```", example, re.DOTALL))]
        for block in re.findall(r"```csv\n(.*?)```", example, re.DOTALL):
            verb = VERBS[block[:2]]
            files.append((verb, f"{verb}.csv", block))
        files.sort(key=lambda one: ("units", "scheme", "quota", "ledger").index(one[0]))
        for verb, name, text in files:
            path = tmp_path / name
            path.write_text(text, "utf-8")
            assert main(["--data", str(paths.data), verb, "import", str(path)]) == 0
        return SqlStore.open(paths, clock=lambda: now)

    return kept


@pytest.mark.parametrize("title", EXAMPLES)
def test_an_example_gives_the_points_it_claims(told, title):
    store = told(EXAMPLES[title])
    claims = re.findall(
        r"^\| (\S+) \| (\d\S+) \| (\d\S+) \| (\S+) \|", EXAMPLES[title], re.MULTILINE
    )
    purpose = Purpose.FEES if "稿酬 |" in EXAMPLES[title] else Purpose.POINTS
    for unit, first, last, points in claims:
        window = date.fromisoformat(first), date.fromisoformat(last)
        found = assess(store, *window, purpose=purpose)
        figure = next(one.points for one in found.units if one.unit.name == unit)
        assert figure == Decimal(points), (unit, first)
    store.close()
    assert len(claims) > 1


def test_there_are_ten_examples():
    assert len(EXAMPLES) == 10
