"""`bulletin`: the files it writes, and what it complains of."""

from datetime import date

import pytest

from desk.auditing import By
from desk.bulletins import keeping
from desk.bulletins.making import survey_of, write
from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch
from main import main

QUARTER = Stretch(date(2026, 1, 1), date(2026, 3, 31), "2026年第一季度", "2026Q1", Span.QUARTER)


@pytest.fixture
def run(paths, capsys, tmp_path):
    """Write a period's bulletin: exit code, the files by suffix, what was complained of."""

    def verb(period: str):
        out = tmp_path / "out"
        code = main(["--data", str(paths.data), "bulletin", "--period", period, "--out", str(out)])
        files = {one.suffix: one.read_bytes() for one in out.glob("*")} if out.exists() else {}
        return code, files, capsys.readouterr().err

    return verb


def test_a_period_without_a_bulletin_gets_files_and_nothing_is_kept(run, office):
    code, files, complaints = run("2026Q1")
    assert code == 0
    assert (files[".pdf"][:4], files[".docx"][:2]) == (b"%PDF", b"PK")
    assert "2026年第一季度还没有结账" in complaints
    assert keeping.bulletins(office.store) == []


def test_a_finished_bulletin_comes_as_it_was_frozen(run, office, now):
    by = By("王敏", now)
    found = survey_of(office.store, QUARTER, office="县政府办", today=date(2026, 7, 15))
    kept = write(office.store, found, by=by)
    keeping.finish(office.store, kept.id, (b"frozen pdf", b"frozen docx"), by=by)
    assert run("2026Q1")[1] == {".pdf": b"frozen pdf", ".docx": b"frozen docx"}


def test_an_unknown_period_is_refused(run, office):
    code, files, complaints = run("2026Q9")
    assert (code, files) == (1, {})
    assert "2026Q9" in complaints
