"""Nothing that changes state escapes the audit: the law itself, and the exceptions to it."""

import ast
from collections.abc import Iterator

import pytest

from desk.auditing import By, note
from desk.units import UnitGroup
from tests import witness
from tests.conftest import WITNESS
from tests.witness import MADE, QUIET, ROOT

# Functions with a unit of work that neither notes anything nor hands it to one who could.
SILENT = {
    "desk/editing.py:accepted": "counts how often a rule was followed",
    "desk/emergencies/sketch.py:keep_sketch": "what is being typed and was never kept",
    "desk/handling.py:mark_read": "read or unread is a mark for the eye",
    "desk/indexing.py:index_some": "the search index",
    "desk/journal.py:leave_behind": "the journal of typing",
    "desk/matching.py:_draw": "fingerprints of drafts",
    "desk/months.py:months_of": "sums of the ledger, kept to be fast",
}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function of the product with its place."""
    for path in (*ROOT.glob("desk/**/*.py"), *ROOT.glob("ui/**/*.py"), ROOT / "main.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(ROOT).as_posix()}:{node.name}", node


def units(function: ast.FunctionDef) -> list[ast.With]:
    """The units of work that a function begins."""
    return [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.With)
        and any(ast.unparse(one.context_expr).endswith("store.begin()") for one in node.items)
    ]


def speaks(unit: ast.With) -> bool:
    """Whether a unit of work is handed to ``note``, or to somebody who can note."""
    names = {ast.unparse(one.optional_vars) for one in unit.items if one.optional_vars}
    calls = [node for node in ast.walk(unit) if isinstance(node, ast.Call)]
    return any(ast.unparse(given) in names for call in calls for given in call.args)


def test_every_unit_of_work_can_be_noted_or_says_why_not():
    quiet = {place for place, function in functions() for one in units(function) if not speaks(one)}
    assert quiet == SILENT.keys()


def test_every_exception_still_exists():
    assert QUIET.keys() <= {place for place, _function in functions()}


def test_every_table_that_is_left_out_still_exists(store):
    with store.read() as work:
        connection = work.audit._session.connection()
        tables = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    assert MADE.keys() <= tables


@pytest.fixture
def watched(monkeypatch):
    """What is begun in this file counts as the product's."""
    monkeypatch.setattr(witness, "place_of", lambda _frame: "desk/here.py:change")


def test_a_change_without_a_record_is_caught(store, watched):
    with store.begin() as work:
        work.registry.save_group(UnitGroup("乡镇"))
    with pytest.raises(AssertionError, match=r"desk/here\.py:change wrote unit_groups"):
        WITNESS.answer()


def test_a_change_with_its_record_passes(store, watched, now):
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("乡镇"))
        note(work, By("王敏", now), "新增分组", f"group:{group.id}")
    WITNESS.answer()


def test_a_change_that_is_rolled_back_needs_no_record(store, watched):
    with pytest.raises(ZeroDivisionError), store.begin() as work:  # noqa: PT012 - what fails is second
        work.registry.save_group(UnitGroup("乡镇"))
        raise ZeroDivisionError
    WITNESS.answer()
