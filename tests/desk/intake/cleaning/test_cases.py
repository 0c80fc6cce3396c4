"""Each case of cases.toml: what comes out, and what the note says."""

import re
import tomllib
from pathlib import Path

import pytest

from desk.body import Body, Paragraph, Run, level_of
from desk.intake.cleaning.clean import clean

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


def body(lines: list[str]) -> Body:
    """Paragraphs whose *starred* characters are bold."""
    return Body(tuple(Paragraph(runs(line), level_of(line.strip("*"))) for line in lines))


def runs(line: str) -> tuple[Run, ...]:
    parts = re.split(r"(?<!张)\*", line)
    return tuple(Run(part, bool(place % 2)) for place, part in enumerate(parts) if part)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_a_case(case):
    found = clean(body(case["before"]))
    assert found.body == body(case.get("after", case["before"]))
    assert found.notes == ((f"已整理：{case['said']}。",) if "said" in case else ())
