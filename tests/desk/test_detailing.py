"""What a draft tells a scheme beyond its units and its place."""

from desk.body import Body, Picture, Table, plain
from desk.detailing import particulars_of
from desk.drafts import Channel, Kind


def told(office, body=None, *, first=False, **fields):
    draft = office.draft(**fields)
    return particulars_of(draft, body or draft.body, first=first)


def test_a_draft_tells_its_kind_words_and_authors(office):
    found = told(office, plain("全县 开展\n安全检查"), kind=Kind.PROBLEM, author="陈立新、王 芳")
    assert (found.kind, found.words) == ("问题型", 8)
    assert found.people == ("陈立新", "王芳")


def test_what_nobody_signed_is_marked(office):
    assert told(office, approver="").tags == ("未签审",)
    assert told(office).tags == ()


def test_a_commissioned_draft_says_so(office):
    assert told(office, channel=Channel.COMMISSION).commissioned
    assert not told(office).commissioned


def test_pictures_and_tables_are_attachments(office):
    body = Body((*plain("正文").blocks, Picture("a" * 64, 4, 3), Table((("项目",),))))
    assert told(office, body).attachments == ("图片", "表格")


def test_the_first_of_an_issue_is_its_headline(office):
    assert told(office, first=True).placement == "头条"
    assert told(office).placement == ""
