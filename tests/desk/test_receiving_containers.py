"""Receiving files that hold several drafts: one outcome, each draft with its own original."""

import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from desk.drafts import Channel, Draft, DraftQuery, Secrecy
from desk.errors import DeskError
from desk.jobs import finish
from desk.receiving import Outcome, outcomes_json, receive

TEXT = "3月9日，县教育局对全县42所学校开展春季开学安全检查，发现并整改隐患18处。"
HEAD = ("报送单位", "标题", "内容", "联系电话")


def story(number: int) -> bytes:
    """A draft that differs from the others."""
    return f"县教育局第{number}次检查校园安全\n{TEXT}这是第{number}次。\n县教育局 张三".encode()


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file."""

    def make(name: str, data: bytes) -> Path:
        path = tmp_path / "来稿" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    return make


@pytest.fixture
def take(office, put) -> Callable[..., Outcome]:
    """Receive one file of these bytes."""

    def make(name: str, data: bytes, **how) -> Outcome:
        return finish(receive(office.store, [put(name, data)], by=office.by, **how))[0]

    return make


def drafts(office) -> list[Draft]:
    """All drafts, oldest first."""
    with office.store.read() as work:
        return work.drafts.several(sorted(work.drafts.ids(DraftQuery())))


def zipped(**entries: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def mail(text: str, **attachments: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = "张三 <zhang@yl.gov.cn>"
    message["Subject"] = "县教育局信息"
    message.set_content(text)
    for name, data in attachments.items():
        message.add_attachment(data, maintype="a", subtype="b", filename=name)
    return message.as_bytes()


def sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_an_archive_is_one_outcome_with_its_drafts(office, take):
    data = zipped(**{"一.txt": story(1), "二.txt": story(2), "图.jpg": b"\xff\xd8\xff"})
    outcome = take("来稿.zip", data)
    assert outcome.accepted
    assert outcome.message.startswith("已登记 2 篇：")
    assert "另有 1 处没有登记：“图.jpg”读不了：它是图片" in outcome.message
    first, second = drafts(office)
    assert (first.original.name, second.original.name) == ("一.txt", "二.txt")
    with office.store.read() as work:
        assert work.files.get(first.original.digest) == story(1)
        assert "来稿.zip：一.txt" in {one.detail for one in work.audit.records()}


def test_an_archive_of_nothing_readable_is_refused(office, take):
    outcome = take("来稿.zip", zipped(**{"图.jpg": b"\xff\xd8\xff"}))
    assert not outcome.accepted
    assert "“图.jpg”" in outcome.message
    assert drafts(office) == []


def test_a_folder_in_an_archive_names_the_unit(office, take):
    take("来稿.zip", zipped(**{"县水利局/稿.txt": TEXT.encode()}))
    assert drafts(office)[0].unit_ids == (office.units[1].id,)


def test_a_mail_s_text_keeps_the_mail_and_its_attachment_keeps_itself(office, take):
    data = mail(TEXT, **{"稿.txt": story(1)})
    assert len(take("来信.eml", data).draft_ids) == 2
    body, attachment = drafts(office)
    assert {body.channel, attachment.channel} == {Channel.MAIL}
    with office.store.read() as work:
        assert work.files.get(body.original.digest) == data
        assert work.files.get(attachment.original.digest) == story(1)


def test_a_list_keeps_the_workbook_once_and_each_row_is_a_draft(office, take):
    rows = [("县教育局", f"检查校园安全{n}", f"{TEXT}{n}", "0871-1") for n in range(3)]
    data = sheet(*rows, ("县教育局", "", TEXT, ""))
    outcome = take("表.xlsx", data)
    assert "第 5 行没有标题或内容" in outcome.message
    found = drafts(office)
    assert [draft.original.name for draft in found] == [f"表.xlsx 第{n}行" for n in (2, 3, 4)]
    assert [draft.title for draft in found] == [f"检查校园安全{n}" for n in range(3)]
    assert {draft.unit_ids for draft in found} == {(office.units[0].id,)}
    with office.store.read() as work:
        assert {work.files.get(draft.original.digest) for draft in found} == {data}


def test_a_list_taken_before_is_said_once(take):
    data = sheet(("县教育局", "检查一", TEXT, ""), ("县教育局", "检查二", TEXT, ""))
    take("表.xlsx", data)
    again = take("表二.xlsx", data)
    assert not again.accepted
    assert again.message.count("内容完全相同") == 1
    assert again.message.startswith("“表二.xlsx”与")


def test_what_was_taken_before_is_refused_and_the_rest_is_taken(take):
    take("一.txt", story(1))
    outcome = take("来稿.zip", zipped(**{"甲.txt": story(1), "乙.txt": story(2)}))
    assert len(outcome.draft_ids) == 1
    assert "“甲.txt”与 2026年7月15日收到的" in outcome.message


def test_the_same_attachment_in_two_mails_of_a_batch_is_taken_once(office, put):
    paths = [put(f"{n}.eml", mail(f"请查收。{n}", **{"稿.txt": story(1)})) for n in (1, 2)]
    first, second = finish(receive(office.store, paths, by=office.by))
    assert (first.accepted, second.accepted) == (True, False)


SECRET = "机密★1年\n县教育局检查校园安全\n3月9日，检查42所学校。".encode()


def test_a_secret_file_in_an_archive_leaves_the_others(office, take):
    outcome = take("来稿.zip", zipped(**{"密.txt": SECRET, "稿.txt": story(1)}))
    assert len(outcome.draft_ids) == 1
    assert "“密.txt”标有“机密”" in outcome.message


def test_a_secret_attachment_keeps_the_mail_out_too(office, take):
    data = mail(TEXT, **{"密.txt": SECRET, "稿.txt": story(1)})
    outcome = take("来信.eml", data)
    assert [draft.original.name for draft in drafts(office)] == ["稿.txt"]
    assert "“来信.eml”标有“机密”" in outcome.message
    assert outcome.refusals[0] != outcome.message


def test_a_secret_row_keeps_the_whole_list_out(office, take):
    rows = (("县教育局", "检查一", TEXT, ""), ("县教育局", "机密★1年", SECRET.decode(), ""))
    assert not take("表.xlsx", sheet(*rows)).accepted
    with office.store.read() as work:
        assert work.audit.records() == []


def test_a_machine_for_secrets_takes_them(office, take):
    assert take("来稿.zip", zipped(**{"密.txt": SECRET}), ceiling=Secrecy.TOP).accepted


def test_a_long_title_is_kept_and_a_longer_one_cut_and_said(office, take):
    take("表.xlsx", sheet(*(("县教育局", "题" * size, TEXT, "") for size in (220, 400))))
    first, second = drafts(office)
    assert (len(first.title), len(second.title)) == (220, 300)
    assert "标题有 400 个字，只留下前 300 个字，请对照原稿改短。" in second.notes


def test_a_date_after_the_day_of_arrival_is_doubted(office, take):
    text = "县教育局检查校园安全\n发生时间：2026年7月16日\n检查42所学校。\n县教育局"
    take("稿.txt", text.encode())
    draft = drafts(office)[0]
    assert draft.event_date == date(2026, 7, 16)
    assert "event_date" in draft.doubts
    assert any("在收稿日之后" in note for note in draft.notes)


def test_half_a_character_survives_to_the_draft(office, take):
    take("稿.txt", "县教育局检查校园安全\n㙍村𠮷家沟检查42所学校，整改完毕。".encode("gb18030"))
    assert "㙍村𠮷家沟" in drafts(office)[0].body.text


def test_the_json_of_a_list_is_one_entry(office, take):
    outcome = take("表.xlsx", sheet(*(("县教育局", f"检查{n}", TEXT, "") for n in (1, 2))))
    entry = outcomes_json([outcome], office.units)[0]
    assert entry["outcome"] == "ok"
    assert [draft["title"] for draft in entry["drafts"]] == ["检查1", "检查2"]


def test_a_file_that_is_locked_can_be_tried_again(office, put, monkeypatch):
    path = put("稿.txt", story(1))
    monkeypatch.setattr(Path, "read_bytes", _locked)
    outcome = finish(receive(office.store, [path], by=office.by))[0]
    assert outcome.can_retry
    assert (outcome.file, outcome.refusals) == (path, (outcome.message,))
    monkeypatch.undo()
    assert finish(receive(office.store, [outcome.file], by=office.by))[0].accepted


def _locked(_path: Path) -> bytes:
    raise PermissionError


def test_a_store_that_refuses_one_file_of_a_group_keeps_the_others(office, put):
    paths = [put(f"{n}.txt", story(n)) for n in range(6)]
    outcomes = finish(receive(_Picky(office.store, "4.txt"), paths, by=office.by))
    assert [outcome.accepted for outcome in outcomes] == [True, True, True, True, False, True]
    assert outcomes[4].message == "“4.txt”没有登记：不收这个。"
    assert len(drafts(office)) == 5


class _Picky:
    """A store whose unit of work fails over one file."""

    def __init__(self, store, name: str) -> None:
        self._store, self._name = store, name

    def read(self):
        return self._store.read()

    def begin(self):
        return _PickyWork(self._store.begin(), self._name)


class _PickyWork:
    def __init__(self, begun, name: str) -> None:
        self._begun, self._name = begun, name

    def __enter__(self):
        self._work = self._begun.__enter__()
        return self

    def __exit__(self, *error):
        return self._begun.__exit__(*error)

    def __getattr__(self, name: str):
        return self if name == "files" else getattr(self._work, name)

    def put(self, data: bytes, name: str) -> str:
        if name == self._name:
            raise DeskError("不收这个。")
        return self._work.files.put(data, name)
