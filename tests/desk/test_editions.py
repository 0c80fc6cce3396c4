"""Editions of an issue: the frozen pages themselves, large ones made from what was kept."""

from dataclasses import replace

import pypdfium2
import pytest

from desk.compiling import arrange, entry_of, new_issue
from desk.drafts import Status
from desk.editions import pages_of, sizes_of, text_of
from desk.errors import NotAllowedError
from desk.issues import IssueStatus
from desk.jobs import finish
from desk.layout.grid import PrintSize
from desk.layout.imposition import Duplex, Imposition
from desk.print_plans import PrintPlan
from desk.print_runs import Outcome
from desk.releasing import release
from desk.settings import Settings

SETTINGS = Settings(office="云岭县人民政府办公室", clerk="王敏")


@pytest.fixture
def issue(store, office, now):
    draft = office.draft(status=Status.READY)
    made = new_issue(store, office.publication.id, now.date(), by=office.by)
    entry = entry_of(draft, office.publication.sections[0].id)
    return arrange(store, made.id, [entry], by=office.by)


@pytest.fixture
def released(store, office, issue):
    return finish(release(store, issue.id, SETTINGS, by=office.by))


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_released_issue_is_printed_from_its_very_bytes(store, released):
    with store.read() as work:
        assert pages_of(store, released.id, SETTINGS).pdf == work.files.get(released.pdf)


@pytest.mark.parametrize("size", [PrintSize.LARGE, PrintSize.LARGEST])
def test_large_print_of_a_released_issue_says_what_was_released(store, office, released, size):
    with store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, name="改了名的刊物"))
    normal, large = (
        pages_of(store, released.id, SETTINGS, one) for one in (PrintSize.NORMAL, size)
    )
    assert "改了名的刊物" not in "".join(texts(large.pdf))
    assert large.content == normal.content
    assert large.pdf != normal.pdf


def test_an_issue_released_before_data_was_kept_has_only_its_frozen_pages(store, issue, now):
    with store.begin() as work:
        digest = work.files.put(pages_of(store, issue.id, SETTINGS).pdf, "a.pdf")
        old = replace(issue, status=IssueStatus.RELEASED, released=now, pdf=digest, docx=digest)
        work.issues.save(old)
    assert sizes_of(old) == [PrintSize.NORMAL]
    assert pages_of(store, issue.id, SETTINGS).count == 1
    with pytest.raises(NotAllowedError, match="第1期是早先印发的，没有留下排版数据"):
        pages_of(store, issue.id, SETTINGS, PrintSize.LARGE)


def test_copies_of_a_released_issue_bear_their_numbers_over_the_frozen_page(store, released):
    pages = pages_of(store, released.id, SETTINGS)
    plan = PrintPlan((0,), numbers=range(7, 10), duplex=Duplex.SINGLE)
    made = texts(plan.file(pages))
    numbers = ["000007", "000008", "000009"]
    assert [number in text for number, text in zip(numbers, made, strict=True)] == [True] * 3
    (page,) = texts(pages.pdf)
    assert sorted(made[0]) == sorted(page + "编号：000007")


def test_the_clean_text_has_titles_texts_and_units(store, issue, released):
    text = text_of(store, issue.id, SETTINGS)
    assert text.startswith("县教育局开展校园安全检查\n7月14日，县教育局")
    assert text.endswith("（县教育局供稿）")
    key = str(issue.entries[0].draft_id)
    assert text_of(store, issue.id, SETTINGS, key) == text


@pytest.mark.parametrize(
    ("plan", "summary"),
    [
        (PrintPlan(tuple(range(8)), 35), "8 页 × 35 份，双面，共 140 张纸"),
        (PrintPlan((0, 1, 2), duplex=Duplex.SINGLE), "3 页 × 1 份，单面，共 3 张纸"),
        (
            PrintPlan(tuple(range(8)), way=Imposition.BOOKLET_A3, duplex=Duplex.SINGLE),
            "8 页 × 1 份，小册子（A3 对折），双面，共 2 张 A3 纸",
        ),
        (
            PrintPlan((0, 1), numbers=range(1, 36)),
            "2 页 × 35 份，份号 000001—000035，双面，共 35 张纸",
        ),
        (PrintPlan((0,), numbers=range(12, 13)), "1 页 × 1 份，份号 000012，双面，共 1 张纸"),
    ],
)
def test_what_is_about_to_be_printed_is_said_in_words(plan, summary):
    assert plan.summary == summary


def test_the_record_says_what_was_asked_for(store, issue):
    pages = pages_of(store, issue.id, SETTINGS, PrintSize.LARGE)
    plan = PrintPlan((0, 2, 3), numbers=range(1, 4), way=Imposition.TWO, duplex=Duplex.SHORT)
    run = plan.run(pages, "HP LaserJet", Outcome.CANCELLED)
    assert (run.pages, run.copies, run.sheets, run.numbers) == ("1,3-4", 3, 3, "000001—000003")
    assert (run.size, run.way) == (PrintSize.LARGE, "每面 2 版，双面，短边翻转")
    assert run.outcome is Outcome.CANCELLED
