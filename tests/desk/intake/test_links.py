"""Links in drafts are never followed: nothing but the draft's own bytes is read."""

import sys
from pathlib import Path

import pytest

from desk.intake.reading import read_all
from tests.desk.intake.test_bombs import part
from tests.fuzz import seeds

HIDDEN = "绝不能读出来的内容"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = ("image", "attachedTemplate", "oleObject", "hyperlink", "frame", "subDocument", "aFChunk")

_asked: list[str] = []  # a hook stays for good, so there is one
_listens = False


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _listens and (event == "open" or event.startswith(("socket.", "urllib.", "subprocess."))):
        _asked.append(f"{event} {arguments[:1]}")


sys.addaudithook(_hear)


@pytest.fixture
def asked():
    """What is opened while a test runs."""
    global _listens  # noqa: PLW0603 - a hook of the interpreter
    _asked.clear()
    _listens = True
    yield _asked
    _listens = False


@pytest.fixture(params=("beside", "http://192.0.2.1/a", "//192.0.2.1/share/a", "ftp://192.0.2.1/a"))
def target(request, tmp_path: Path) -> str:
    """Where the links lead: a file of this PC, or other machines."""
    if request.param != "beside":
        return request.param
    secret = tmp_path / "secret.htm"
    secret.write_text(HIDDEN, "utf-8")
    return secret.as_uri()


def relations(target: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = "".join(
        f'<Relationship Id="l{at}" Type="{office}/{kind}" Target="{target}" TargetMode="External"/>'
        for at, kind in enumerate(KINDS)
    )
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'.encode()


def page(target: str) -> bytes:
    return (
        f'<html><head><base href="{target}"><link rel=stylesheet href="{target}">'
        f'<meta http-equiv=refresh content="0;url={target}"><script src="{target}"></script></head>'
        f'<body><p>检查</p><img src="{target}"><iframe src="{target}"></iframe>'
        f'<object data="{target}"></object><embed src="{target}">'
        f'<a href="{target}">看</a></body></html>'
    ).encode()


def drafts(target: str) -> dict[str, bytes]:
    """A draft of each kind that can hold links."""
    settings = part(seeds.word(), "word/_rels/settings.xml.rels", relations(target))
    book = part(
        seeds.workbook(("标题", "内容"), ("防汛检查", "检查水库3座。")),
        "xl/worksheets/_rels/sheet1.xml.rels",
        relations(target),
    )
    letter = (
        b"From: a@b.cn\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    )
    outside = f'Content-Type: message/external-body; access-type=URL; URL="{target}"\n\n'
    return {
        "链接.docx": settings,
        "链接.xlsx": book,
        "链接.htm": page(target),
        "链接.eml": letter + page(target),
        "正文在外.eml": b"From: a@b.cn\nSubject: x\nMIME-Version: 1.0\n" + outside.encode(),
    }


def test_no_link_of_a_draft_is_followed(target, asked):
    for name, data in drafts(target).items():
        read_all(data, name)  # what is loaded on use is not the draft's doing
        asked.clear()
        told = repr(read_all(data, name))
        assert asked == [], name
        assert HIDDEN not in told
        assert "检查" in told or name == "正文在外.eml"


def test_what_is_opened_would_be_heard(asked, tmp_path):
    (tmp_path / "a.txt").write_text(HIDDEN, "utf-8")
    assert len(asked) == 1
