"""A released issue can be made again from its data, whatever became of its template."""

from dataclasses import replace
from datetime import date

import pytest

from desk import compiling
from desk.body import Body, Level, Paragraph, Picture, Run, Size, Table
from desk.drafts import Status
from desk.errors import DeskError
from desk.freezing import freeze, seal_of, thaw
from desk.jobs import finish
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.pdf import render_pdf
from desk.publications import Appearance
from desk.releasing import release, reprint
from desk.settings import Settings

SETTINGS = Settings(office="云岭县人民政府办公室")
BODY = Body(
    (
        Paragraph((Run("一、“粗体”", bold=True), Run("和"), Run("半个😀")), Level.FIRST, source=3),
        Table((("单位", "分数"), ("教育局", "3.5")), caption="表1"),
        Picture("a" * 64, 300, 200, "图1", size=Size.HALF),
    )
)


@pytest.fixture
def content():
    return IssueContent(
        template="zhengwu",
        name="政务信息",
        number=36,
        total=512,
        day=date(2026, 7, 15),
        issuer="云岭县人民政府办公室",
        sections=(SectionContent("信息", (ItemContent("标题", BODY, ("县教育局",), "7"),)),),
        note=BODY,
        appearance=Appearance(masthead="云岭政务", size=56.0, spacing=None),
        send_to=("报：县委书记。",),
    )


def test_what_an_issue_printed_comes_back_whole(content):
    assert thaw(freeze(content)).content == content
    spaced = replace(content, appearance=replace(content.appearance, spacing=12.5))
    assert thaw(freeze(spaced)).content == spaced


def test_equal_issues_are_frozen_to_equal_bytes(content):
    assert freeze(content) == freeze(replace(content))


def test_the_same_pages_are_made_from_the_data_alone(office, tmp_path):
    opened = compiling.new_issue(
        office.store, office.publication.id, date(2026, 7, 15), by=office.by
    )
    draft = office.draft(status=Status.READY)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, opened.id, [entry], by=office.by)
    issue = finish(release(office.store, opened.id, SETTINGS, by=office.by))
    with office.store.read() as work:
        frozen = thaw(work.files.get(issue.data))
    again = render_pdf(frozen.content, {}, template=frozen.template(tmp_path / "kept"))
    assert again.pdf == reprint(office.store, issue.id)[0]


def test_data_of_a_newer_program_is_refused_with_a_sentence(content):
    newer = freeze(content).replace(b'"format": 1', b'"format": 2')
    with pytest.raises(DeskError, match="更新版本的软件印发的"):
        thaw(newer)


def test_the_seal_is_short_enough_to_compare_by_eye(office):
    with office.store.begin() as work:
        opened = work.issues.all()
    assert opened == []
    issue = compiling.new_issue(
        office.store, office.publication.id, date(2026, 7, 15), by=office.by
    )
    assert seal_of(replace(issue, pdf="3f2a9c0177be" + "0" * 52)) == "3F2A 9C01 77BE"
