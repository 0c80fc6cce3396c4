"""Issues, drafts and imports tie out with the ledger, or every difference is listed."""

from dataclasses import replace
from datetime import date

import pytest

from desk import compiling
from desk.adopting import adoptions, source_of
from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.importing.batches import Batch
from desk.issues import Issue, IssueStatus, Role
from desk.jobs import finish
from desk.reconciliation.difference import Area, Reconciliation, Sort
from desk.reconciling import reconcile
from desk.submissions import book_submission
from desk.units import UnitChange, UnitStep
from desk.unregistering import unregister

FIRST, TODAY = date(2026, 7, 1), date(2026, 7, 15)


@pytest.fixture
def drafts(office, store):
    """Two registered drafts: one of one unit, one of two."""
    both = tuple(unit.id for unit in office.units)
    made = (office.draft("单条信息"), office.draft("联合信息", unit_ids=both))
    with store.begin() as work:
        for one in made:
            book_submission(work, one, office.by)
    return made


@pytest.fixture
def issue(office, store, drafts) -> Issue:
    """A released issue with both drafts, booked as a release does."""
    opened = compiling.new_issue(store, office.publication.id, TODAY, by=office.by)
    section = office.publication.sections[0].id
    with store.begin() as work:
        for one in drafts:
            work.drafts.save(replace(one, status=Status.READY))
    entries = [compiling.entry_of(one, section) for one in drafts]
    arranged = compiling.arrange(store, opened.id, entries, by=office.by)
    with store.begin() as work:
        kept = work.issues.save(replace(arranged, status=IssueStatus.RELEASED))
        work.ledger.add(adoptions(work, kept))
    return kept


@pytest.fixture
def found(store):
    def run() -> Reconciliation:
        return finish(reconcile(store, FIRST, TODAY))

    return run


def told(found: Reconciliation) -> list[tuple[Area, Sort, str]]:
    return [(one.area, one.sort, one.unit) for one in found.differences]


def of_issue(store, issue) -> list[Fact]:
    with store.read() as work:
        return work.ledger.booked(source_of(issue))


def test_books_that_tie_out_are_said_to_agree(issue, found):
    result = found()
    assert result.agrees
    assert result.told == "全部一致。核对了 1 期、2 篇来稿、0 批导入、6 件得分事项。"
    assert [(one.by, one.name, one.entries, one.adoptions) for one in result.totals] == [
        ("刊物", "政务信息", 3, 3),
        ("单位", "县教育局", 2, 2),
        ("单位", "县水利局", 1, 1),
        ("月份", "2026-07", 3, 3),
    ]
    assert [(one.drafts, one.submissions) for one in result.totals] == [
        (0, 0),
        (2, 2),
        (1, 1),
        (3, 3),
    ]


def test_an_adoption_that_is_not_booked_is_missing(store, issue, found):
    with store.begin() as work:
        work.ledger.remove([of_issue(store, issue)[0].id])
    (one,) = found().differences
    assert (one.area, one.sort, one.unit, one.right) == (
        Area.ISSUES,
        Sort.MISSING,
        "县教育局",
        "没有记入",
    )
    assert (one.link, one.title) == (f"issue:{issue.id}", "单条信息")
    assert not found().agrees


def test_an_adoption_nobody_printed_is_extra(store, issue, found):
    with store.begin() as work:
        work.ledger.add([replace(of_issue(store, issue)[0], id=0, item_id=99, title="没印的")])
    assert told(found()) == [(Area.ISSUES, Sort.EXTRA, "县教育局")]


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"issue_number": "第9期"}, "第9期"),
        ({"day": date(2026, 7, 14)}, "2026-07-14"),
        ({"shares": 5}, "共 5 家"),
        ({"role": Role.COMPOSITE}, "综合"),
    ],
)
def test_what_was_booked_otherwise_shows_both_sides(store, issue, found, change, right):
    fact = of_issue(store, issue)[0]
    with store.begin() as work:
        work.ledger.remove([fact.id])
        work.ledger.add([replace(fact, id=0, **change)])
    (one,) = found().differences
    assert (one.area, one.sort) == (Area.ISSUES, Sort.CHANGED)
    assert right in one.right
    assert one.left != one.right


def test_a_unit_put_right_after_the_release_is_listed(store, office, drafts, issue, found):
    with store.begin() as work:
        held = work.drafts.get(drafts[0].id)
        work.drafts.save(replace(held, unit_ids=(office.units[1].id,)))
        book_submission(work, work.drafts.get(held.id), office.by)
    (one,) = found().differences
    assert (one.area, one.sort) == (Area.ISSUES, Sort.CHANGED)
    assert "县水利局" in one.left
    assert "县教育局" in one.right


def test_adoptions_of_a_withdrawn_issue_that_still_stand_are_extra(store, issue, found, now):
    with store.begin() as work:
        work.issues.withdraw(issue.id, now, "失实")
    assert [(one.sort, one.left) for one in found().differences] == [
        (Sort.EXTRA, "第1期已撤销")
    ] * 3


def test_a_draft_counted_for_others_than_it_names_is_listed(store, office, drafts, found):
    with store.begin() as work:
        work.drafts.save(replace(drafts[0], unit_ids=(office.units[1].id,)))
    assert told(found()) == [
        (Area.DRAFTS, Sort.MISSING, "县水利局"),
        (Area.DRAFTS, Sort.EXTRA, "县教育局"),
    ]


def test_a_draft_without_a_unit_is_listed(office, found):
    office.draft(unit_ids=())
    assert told(found()) == [(Area.DRAFTS, Sort.NO_UNIT, "")]


def test_a_registration_taken_back_counts_for_nobody(store, office, drafts, found):
    unregister(store, drafts[0].id, by=office.by)
    assert found().agrees


def test_an_import_that_lost_facts_and_one_that_should_be_gone_are_listed(
    store, office, now, found
):
    fact = Fact(FactKind.SUBMISSION, FIRST, office.units[0].id, "旧", "")
    with store.begin() as work:
        batch = work.imports.add(Batch("2025台账.xlsx", "d" * 64, now, "王敏", 3, 3))
        work.ledger.add([replace(fact, source=batch.source, title=one) for one in "甲乙"])
    assert [(one.area, one.sort, one.left, one.right) for one in found().differences] == [
        (Area.IMPORTS, Sort.MISSING, "3 行，记入 3 件", "现有 2 件")
    ]
    with store.begin() as work:
        work.imports.save(replace(batch, undone=now, undone_by="王敏"))
    assert [one.right for one in found().differences] == ["还有 2 件有效"]


def test_an_adoption_the_scheme_has_no_points_for_is_listed(store, office, found):
    fact = Fact(FactKind.ADOPTION, FIRST, office.units[0].id, "稿", "hand:1", office.publication.id)
    with store.begin() as work:
        work.ledger.add([fact])
    assert told(found()) == [(Area.LEDGER, Sort.NO_POINTS, "县教育局")]


def test_the_same_thing_booked_twice_is_listed_once(store, office, found):
    fact = Fact(FactKind.INSTRUCTION, FIRST, office.units[0].id, "防汛：准备", "hand:1")
    with store.begin() as work:
        work.ledger.add([fact, replace(fact, title="防汛 准备", source="import:1")])
    (one,) = found().differences
    assert (one.sort, one.left) == (Sort.DOUBLE, "已有一件：县教育局　2026-07-01（手工登记）")


def test_what_a_merged_unit_did_later_is_listed(store, office, found):
    unit = office.units[0].id
    with store.begin() as work:
        work.registry.save_unit_change(
            UnitChange(date(2026, 7, 5), UnitStep.MERGED, unit, into_id=office.units[1].id)
        )
        facts = [Fact(FactKind.SUBMISSION, day, unit, f"{day}", "hand:1") for day in (FIRST, TODAY)]
        work.ledger.add(facts)
    (one,) = found().differences
    assert (one.sort, one.day) == (Sort.RETIRED, TODAY)


def test_facts_of_an_issue_that_was_never_released_are_listed(store, office, found):
    with store.begin() as work:
        work.ledger.add([Fact(FactKind.SUBMISSION, FIRST, office.units[0].id, "稿", "issue:99")])
    assert told(found()) == [(Area.ISSUES, Sort.EXTRA, "县教育局")]


def test_swapped_days_are_refused(store):
    with pytest.raises(NotAllowedError, match="请把两个日期对调"):
        finish(reconcile(store, TODAY, FIRST))
