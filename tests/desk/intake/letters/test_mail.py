"""Mails as programs write them: charsets, names, courtesies, quotes, signatures."""

import base64
from datetime import date
from email.message import EmailMessage
from random import Random

import pytest

from desk.intake.document import ReadDocument
from desk.intake.reading import Part, read_all

TEXT = "3月9日，县教育局对全县42所学校开展春季开学安全检查，发现并整改隐患18处。"
DRAFT = "县教育局检查校园安全\n3月9日，检查42所。".encode()


def shown(part: Part) -> str:
    """A part's text, or its refusal."""
    if isinstance(part.content, str):
        return part.content
    return "\n".join(block.text for block in part.content.blocks)


def raw(*head: str, body: bytes = TEXT.encode()) -> bytes:
    """A mail written by hand."""
    lines = ["MIME-Version: 1.0", "To: desk@yl.gov.cn", *head]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def test_the_text_knows_its_sender_its_day_and_its_subject(eml):
    part = read_all(eml(TEXT, "县教育局检查校园安全"), "a.eml")[0]
    assert isinstance(part.content, ReadDocument)
    assert shown(part) == TEXT
    assert part.content.sender == "张三 <zhangsan@yl.gov.cn>"
    assert part.content.sent == date(2026, 3, 9)
    assert part.content.labels == (("主题", "县教育局检查校园安全"),)


def test_text_and_attachments_are_parts_of_their_own(eml):
    parts = read_all(eml(TEXT, **{"稿一.txt": DRAFT, "稿二.txt": DRAFT + b"!"}), "a.eml")
    assert [part.file for part in parts] == ["a.eml", "稿一.txt", "稿二.txt"]
    assert parts[1].data == DRAFT
    assert parts[1].content.sender == "张三 <zhangsan@yl.gov.cn>"


COURTESIES = [
    "请查收附件。",
    "您好！\n现报送信息1篇，请查收。\n谢谢！",
    "各位领导：\n附件是我局3月份信息，请审阅，如有不妥请批评指正。\n此致\n敬礼！\n县教育局办公室\n张三",
    "县教育局报送信息：《县教育局检查校园安全》",
    "王科长，稿件已发，麻烦查收，收到请回复。",
    "",
]
TEXTS = [
    TEXT,
    f"您好！\n{TEXT}\n请查收。",
    "3月9日夜，白石乡降雨120毫米。详见附件。\n目前已转移群众12户45人。",
    "我县昨日发生一起交通事故，造成2人受伤。",
    "附件材料有误，第二段“42所”应为“43所”，第三段“18处”应为“16处”，其余部分请以附件内容为准，另外请把标题改为《县教育局检查校园安全》，谢谢",
]


@pytest.mark.parametrize("text", COURTESIES)
def test_a_courtesy_beside_an_attachment_is_no_draft(eml, text):
    parts = read_all(eml(text, **{"稿.txt": DRAFT}), "a.eml")
    assert [part.file for part in parts] == ["稿.txt"]
    said = [note for note in parts[0].content.notes if "没有单独登记" in note]
    assert bool(said) is bool(text)


@pytest.mark.parametrize("text", TEXTS)
def test_in_doubt_a_text_beside_an_attachment_is_a_draft(eml, text):
    parts = read_all(eml(text, **{"稿.txt": DRAFT}), "a.eml")
    assert [part.file for part in parts] == ["a.eml", "稿.txt"]


def test_a_courtesy_alone_is_kept(eml):
    assert shown(read_all(eml("请查收附件。"), "a.eml")[0]) == "请查收附件。"


QUOTES = [
    "------------------ 原始邮件 ------------------\n发件人: 王敏\n主题: 约稿\n请尽快报送。",
    "-----Original Message-----\nFrom: wang\nTo: zhang\nSubject: x\n请尽快报送。",
    "发件人：王敏\n发送时间：2026年3月8日 9:00\n收件人：张三\n主题：约稿\n请尽快报送。",
    "在 2026-03-08 09:00:00，王敏 <wang@yl.gov.cn> 写道：\n> 请尽快报送。",
    "At 2026-03-08 09:00:00, \"王敏\" <wang@yl.gov.cn> wrote:\n>请尽快报送。",
    "> 请尽快报送。\n> 谢谢",
]  # fmt: skip


@pytest.mark.parametrize("quoted", QUOTES)
def test_the_mail_that_is_answered_is_left_out_and_said(eml, quoted):
    part = read_all(eml(f"{TEXT}\n\n{quoted}"), "a.eml")[0]
    assert shown(part) == TEXT
    assert "邮件下面引用的原邮件没有读入。" in part.content.notes


@pytest.mark.parametrize(
    ("subject", "rule"),
    [
        ("转发：信息", "------------------ 原始邮件 ------------------"),
        ("Fw:信息", "-------- 转发邮件信息 --------"),
    ],
)
def test_a_mail_that_is_passed_on_is_the_text(eml, subject, rule):
    text = f"请查收。\n{rule}\n发件人：张三\n收件人：李四\n主题：信息\n\n{TEXT}"
    assert shown(read_all(eml(text, subject), "a.eml")[0]) == TEXT


@pytest.mark.parametrize(
    "line", ["发件人：张三", "他在会上写道：安全第一", "——原始邮件已收到", "> 20度"]
)
def test_what_only_looks_like_a_quote_stays(eml, line):
    assert shown(read_all(eml(f"{TEXT}\n{line}\n{TEXT}"), "a.eml")[0]).count("\n") == 2


@pytest.mark.parametrize("end", ["--\n张三\n县教育局", "发自我的iPhone", "发自我的小米手机"])
def test_a_signature_is_left_out_and_said(eml, end):
    part = read_all(eml(f"{TEXT}\n{end}"), "a.eml")[0]
    assert shown(part) == TEXT
    assert any(note.startswith("邮件签名没有读入：") for note in part.content.notes)


@pytest.mark.parametrize("claimed", ["gb2312", "utf-8", "iso-8859-1", "us-ascii", "x-unknown", ""])
@pytest.mark.parametrize("real", ["gb18030", "utf-8"])
def test_a_charset_that_lies_is_found_out(claimed, real):
    data = raw(
        "From: zhang@yl.gov.cn",
        f"Content-Type: text/plain{f'; charset={claimed}' if claimed else ''}",
        body=TEXT.encode(real),
    )
    assert shown(read_all(data, "a.eml")[0]) == TEXT


def test_a_broken_character_spoils_no_other():
    data = raw(
        "From: zhang@yl.gov.cn",
        "Content-Type: text/plain; charset=utf-8",
        body=TEXT.encode() + b"\xed\xa0\x80",
    )
    assert shown(read_all(data, "a.eml")[0]).rstrip("\ufffd") == TEXT


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_rare_characters_survive_every_encoding(encoding):
    text = "㙍村𠮷家沟镕厂整改完毕，涉及群众三十二户一百零五人。"
    message = EmailMessage()
    message["From"] = "zhang@yl.gov.cn"
    message.set_content(text, charset="gb18030", cte=encoding)
    assert shown(read_all(message.as_bytes(), "a.eml")[0]) == text


def word(text: str, charset: str = "gb2312") -> str:
    return f"=?{charset}?B?{base64.b64encode(text.encode('gb18030')).decode()}?="


def cut_word(text: str) -> str:
    """Two encoded words, cut in the middle of a character as many programs do."""
    data = text.encode("gb18030")
    halves = (data[:3], data[3:])
    return "\r\n ".join(f"=?gbk?B?{base64.b64encode(half).decode()}?=" for half in halves)


@pytest.mark.parametrize(
    "said",
    [
        'attachment; filename="{}"'.format(word("稿件一.txt")),
        'attachment; filename="{}"'.format(cut_word("稿件一.txt")),
        "attachment; filename*=gb18030''%B8%E5%BC%FE%D2%BB.txt",
        "attachment; filename*0*=UTF-8''%E7%A8%BF%E4%BB%B6; filename*1*=%E4%B8%80.txt",
        'attachment; filename="稿件一.txt"',
        'attachment; filename="C:\\\\稿\\\\稿件一.txt"',
    ],
)
def test_the_name_of_an_attachment_is_found(said):
    data = raw(
        "From: zhang@yl.gov.cn",
        "Content-Type: text/plain",
        f"Content-Disposition: {said}",
        body=DRAFT,
    )
    assert read_all(data, "a.eml")[0].file == "稿件一.txt"


@pytest.mark.parametrize(
    "subject", [word("校园安全"), cut_word("校园安全"), "=?utf-8?Q?=E6=A0=A1=E5=9B=AD?=安全"]
)
def test_a_subject_in_encoded_words_is_read(subject):
    data = raw("From: zhang@yl.gov.cn", f"Subject: {subject}")
    assert read_all(data, "a.eml")[0].content.labels == (("主题", "校园安全"),)


def test_a_page_is_read_with_its_tables():
    message = EmailMessage()
    message["From"] = "zhang@yl.gov.cn"
    message.set_content("看不到表格的文字")
    page = f"<html><body><p>{TEXT}</p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>"
    message.add_alternative(page, subtype="html", charset="gb18030")
    blocks = read_all(message.as_bytes(), "a.eml")[0].content.blocks
    assert blocks[0].text == TEXT
    assert [cell[0].text for cell in blocks[1].rows[0]] == ["甲", "乙"]


def test_pictures_in_the_text_are_left_out_and_said(png):
    message = EmailMessage()
    message["From"] = "zhang@yl.gov.cn"
    message.set_content(f"<p>{TEXT}</p><img src='cid:a'>", subtype="html")
    message.add_related(png(), maintype="image", subtype="png", cid="<a>")
    parts = read_all(message.as_bytes(), "a.eml")
    assert len(parts) == 1
    assert any("1 张图片" in note for note in parts[0].content.notes)


def test_a_mail_attached_to_a_mail_is_read_with_its_attachments(eml):
    message = EmailMessage()
    message["From"] = "wang@yl.gov.cn"
    message.set_content("请查收。")
    inner = EmailMessage()
    inner["From"] = "李四 <li@yl.gov.cn>"
    inner["Subject"] = "县水利局信息"
    inner.set_content(TEXT)
    inner.add_attachment(DRAFT, maintype="text", subtype="plain", filename="稿.txt")
    message.add_attachment(inner)
    parts = read_all(message.as_bytes(), "a.eml")
    assert [part.name for part in parts] == ["县水利局信息.eml", "县水利局信息.eml/稿.txt"]
    assert {part.content.sender for part in parts} == {"李四 <li@yl.gov.cn>"}
    assert parts[0].data


def test_a_sealed_mail_is_refused():
    data = raw("From: zhang@yl.gov.cn", "Content-Type: application/pkcs7-mime; name=smime.p7m")
    assert "邮件是加密的" in shown(read_all(data, "a.eml")[0])


def test_a_mail_with_nothing_in_it_is_refused(eml):
    assert "没有文字，也没有附件" in shown(read_all(eml(""), "a.eml")[0])


def test_an_attachment_no_format_reads_stops_no_other(eml):
    data = eml(TEXT, **{"图.jpg": b"\xff\xd8\xff", "稿.txt": DRAFT})
    assert [isinstance(part.content, str) for part in read_all(data, "a.eml")] == [
        False,
        True,
        False,
    ]


def test_a_mail_is_known_whatever_its_suffix(eml):
    assert shown(read_all(eml(TEXT), "来信.dat")[0]) == TEXT
    assert shown(read_all("单位：县教育局\n时间：今天".encode(), "a.txt")[0]).startswith("单位")


def test_a_web_archive_is_read():
    data = raw(
        "From: <Saved by WPS>",
        'Content-Type: multipart/related; boundary="b"',
        body=(
            "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: a.htm\r\n\r\n"
            f"<html><body><p>{TEXT}</p></body></html>\r\n"
            "--b\r\nContent-Type: text/css\r\nContent-Location: a.css\r\n\r\nbody{}\r\n--b--"
        ).encode(),
    )
    assert [shown(part) for part in read_all(data, "a.mht")] == [TEXT]


@pytest.mark.parametrize(
    "hostile",
    [
        raw("From: " + "(" * 100_000, "Subject: x"),
        raw("From: a", "Subject: " + "=?utf-8?B?" * 20_000),
        raw("From: a", "Content-Type: " + "text/plain;" * 20_000),
        raw("From: a", body=("- " + " " * 200_000 + "x\n").encode() * 3),
        raw("From: a", body=("> " * 200_000).encode()),
        raw("From: a", *["X: y"] * 20_000),
        raw(
            "From: a",
            "Content-Type: multipart/mixed; boundary=b",
            body=b"--b\r\n\r\nx\r\n" * 30_000,
        ),
        raw("From: a", body=b"Content-Type: message/rfc822\r\n\r\n" * 5_000),
    ],
)
def test_a_mail_built_to_cost_time_is_read_at_once(hostile):
    assert read_all(hostile, "a.eml")


def test_a_changed_mail_never_breaks_the_reader(eml):
    random = Random(3)  # noqa: S311 - the same changes every time
    whole = eml(TEXT, **{"稿.txt": DRAFT})
    for _round in range(300):
        data = bytearray(whole)
        for _change in range(random.randint(1, 12)):
            data[random.randrange(len(data))] = random.randrange(256)
        assert all(shown(part) is not None for part in read_all(bytes(data), "a.eml"))
