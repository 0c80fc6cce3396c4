"""Outlook's mails: the text, the sender, the attachments, mails inside mails."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.intake.document import ReadDocument
from desk.intake.reading import Part, read_all

TEXT = "3月9日，县教育局对全县42所学校开展春季开学安全检查，发现并整改隐患18处。"
MAIL = {"0037": "县教育局检查校园安全", "1000": TEXT, "0C1A": "张三", "5D01": "zhang@yl.gov.cn"}
SENT = {"x0039": 134_175_210_000_000_000}  # 2026-03-09 09:10 UTC


def shown(part: Part) -> str:
    """A part's text, or its refusal."""
    if isinstance(part.content, str):
        return part.content
    return "\n".join(block.text for block in part.content.blocks)


def test_the_text_knows_its_sender_its_day_and_its_subject(msg):
    part = read_all(msg(MAIL, **SENT), "a.msg")[0]
    assert isinstance(part.content, ReadDocument)
    assert shown(part) == TEXT
    assert part.content.sender == "张三 <zhang@yl.gov.cn>"
    assert part.content.sent == date(2026, 3, 9)
    assert part.content.labels == (("主题", "县教育局检查校园安全"),)


def test_attachments_become_parts_with_their_own_bytes(msg, attached):
    data = msg(MAIL, attached("稿一.txt", "第一篇。".encode()), attached("图.txt", b"x" * 5000))
    parts = read_all(data, "a.msg")
    assert [(part.file, len(part.data)) for part in parts] == [
        ("a.msg", 0),
        ("稿一.txt", 12),
        ("图.txt", 5000),
    ]
    assert parts[1].content.sender == "张三 <zhang@yl.gov.cn>"


def test_old_mails_in_gbk_are_read(msg, attached):
    data = msg(MAIL, attached("稿一.txt", b"1", "gb18030"), code="gb18030")
    body, attachment = read_all(data, "a.msg")
    assert shown(body) == TEXT
    assert attachment.file == "稿一.txt"


def test_a_mail_inside_a_mail_is_read_with_what_is_attached_to_it(msg, attached, attached_mail):
    inner = attached_mail(MAIL, attached("稿.txt", "稿件的正文。".encode()))
    parts = read_all(msg({"0037": "转发", "1000": "请查收。"}, inner), "a.msg")
    assert [part.name for part in parts] == ["转来的邮件.eml", "转来的邮件.eml/稿.txt"]
    assert shown(parts[0]) == TEXT
    assert parts[0].content.sender == "张三 <zhang@yl.gov.cn>"


def test_pictures_in_the_text_are_left_out_and_said(msg, attached):
    logo = attached("image001.png", b"\x89PNG", x7FFE=1) | {
        "__substg1.0_3712001F": "image001".encode("utf-16-le")
    }
    parts = read_all(msg(MAIL, logo), "a.msg")
    assert len(parts) == 1
    assert any("1 张嵌在正文里的图片" in note for note in parts[0].content.notes)


def test_a_mail_with_nothing_in_it_is_refused(msg):
    assert "没有文字，也没有附件" in shown(read_all(msg({"0037": "空"}), "a.msg")[0])


@pytest.mark.parametrize("length", [600, 1500, 2500])
def test_a_mail_cut_short_gets_a_sentence(msg, attached, length):
    data = msg(MAIL, attached("稿一.txt", b"x" * 5000))[:length]
    assert all(shown(part) for part in read_all(data, "a.msg"))


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(changes=st.lists(st.tuples(st.integers(8, 6000), st.integers(0, 255)), max_size=8))
def test_a_changed_mail_never_breaks_the_reader(msg, attached, changes):
    data = bytearray(msg(MAIL, attached("稿一.txt", "第一篇。".encode())))
    for place, value in changes:
        data[place % len(data)] = value
    assert all(isinstance(part, Part) for part in read_all(bytes(data), "a.msg"))
