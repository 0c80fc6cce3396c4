"""Units send the demo's drafts as files, mails, archives and lists, and some of them twice."""

from datetime import date

import pytest

from desk.demo.arrivals import write_arrivals
from desk.demo.manuscripts import current_manuscripts
from desk.intake.reading import read_all

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.fixture(scope="module")
def arrivals(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arrivals")
    write_arrivals(folder, 2026, TODAY)
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_every_draft_is_there_once_and_three_are_told_again(arrivals):
    parts = [part for path in arrivals for part in read_all(path.read_bytes(), path.name)]
    assert [part.content for part in parts if isinstance(part.content, str)] == []
    assert len(parts) == len(current_manuscripts(2026, TODAY)) + 3


def test_some_come_packed(arrivals):
    assert {".eml", ".zip", ".xlsx", ".docx", ".txt"} == {path.suffix for path in arrivals}


def test_the_last_of_them_arrive_on_the_last_working_day(arrivals):
    assert max(path.parent.name for path in arrivals) == "2026-11-20"


def test_the_same_seed_writes_the_same_bytes(arrivals, tmp_path):
    write_arrivals(tmp_path, 2026, TODAY)
    again = [path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    assert again == [path.read_bytes() for path in arrivals]
