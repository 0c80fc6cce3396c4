"""知悉范围: an issue's own words, else the publication's; told wherever its grade is."""

from dataclasses import replace
from datetime import date

import pytest

from desk import compiling
from desk.copies import Copy
from desk.drafts import Secrecy, Status
from desk.form_filling import distribution_sheet
from desk.issue_matter import frame
from desk.jobs import finish
from desk.leaving import Leaving, Way, hand_out
from desk.secrecy.carry_slip import slip
from desk.secrecy.carrying_out import carry_out, new_pass_phrase
from desk.secrecy.grades import known_to
from desk.settings import Settings

DAY = date(2026, 7, 15)


@pytest.fixture
def issue(store, office):
    """An issue with an internal item, for whom its publication is."""
    with store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, readers="县级领导"))
    draft = office.draft(secrecy=Secrecy.INTERNAL, status=Status.READY)
    made = compiling.new_issue(store, office.publication.id, DAY, by=office.by)
    section = office.publication.sections[0].id
    return compiling.arrange(store, made.id, [compiling.entry_of(draft, section)], by=office.by)


def readers(store, issue):
    with store.read() as work:
        return known_to(work, [f"issue:{issue.id}", "draft:1", "office"])


def test_an_issue_s_own_words_go_before_its_publication_s(store, office, issue):
    assert readers(store, issue) == "县级领导"
    frame(store, issue.id, {"readers": "县委常委"}, by=office.by)
    assert readers(store, issue) == "县委常委"


def test_the_register_says_who_may_know_what_left(store, office, issue):
    gone = Leaving(Way.FILE, "第1期", "第1期.pdf", (f"issue:{issue.id}",))
    hand_out(store, gone, lambda: None, by=office.by)
    with store.read() as work:
        told = work.audit.records(f"issue:{issue.id}")
    assert "第1期；第1期.pdf；密级：内部；知悉范围：县级领导；1 份" in [one.detail for one in told]


def test_the_papers_that_go_with_it_say_who_may_know_it(store, office, issue, tmp_path):
    settings = Settings(office="云岭县人民政府办公室")
    made = finish(
        carry_out(
            store, [f"issue:{issue.id}"], tmp_path / "外带.zip", new_pass_phrase(), settings,
            by=office.by,
        )
    )  # fmt: skip
    assert "知悉范围：县级领导" in slip(made, settings.office, office.by).paragraphs
    with store.begin() as work:
        work.copies.put([Copy(issue.id, 1, "县水利局")])
    assert distribution_sheet(store, issue.id, settings, DAY).paragraphs == ("知悉范围：县级领导",)
