"""Registering instructions: nothing of what the leader wrote is lost or changed."""

from datetime import date, timedelta

import pytest

from desk.drafts import Secrecy
from desk.errors import FieldError, NotAllowedError, NotFoundError
from desk.instructions.changing import undo
from desk.instructions.instruction import Instruction, State
from desk.instructions.registering import correct, put_back, register, remove

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "6060600000000500010d0a2db40000000049454e44ae426082"
)


def test_the_words_are_kept_to_the_letter(desk):
    text = "“三个不放过”要落实！\n请  水利局‘查’清原因；7月底前报我。"
    assert desk.get(desk.registered(text=text)).text == text


def test_the_item_gives_title_topics_and_the_units_behind_it(desk):
    one = desk.registered()
    assert one.title == "县教育局开展校园安全检查"
    assert one.sources == (desk.office.units[0].id,)


def test_numbers_run_on_without_gaps(desk):
    numbers = [desk.registered().number for _ in range(3)]
    assert numbers == ["批办〔2026〕1号", "批办〔2026〕2号", "批办〔2026〕3号"]


def test_an_upper_item_that_came_on_paper_needs_a_title_only(desk):
    one = desk.registered(item_id=0, title="我县防灾工作的做法", level="省级")
    assert one.state(desk.by.now) is State.PENDING


def test_what_is_waited_for_has_no_number_until_the_words_come(desk):
    wanted = desk.wanted(text="", submitted=date(2026, 7, 13), day=date(2026, 7, 13))
    waiting = register(desk.store, wanted, by=desk.by).latter
    assert (waiting.number, waiting.state(desk.by.now)) == ("", State.AWAITED)
    told = Instruction(
        title=waiting.title,
        day=date(2026, 7, 15),
        id=waiting.id,
        item_id=waiting.item_id,
        leader="郑国平",
        level="本级",
        text="同意。",
    )
    done = correct(desk.store, told, by=desk.by).latter
    assert (done.number, done.submitted) == ("批办〔2026〕1号", date(2026, 7, 13))
    assert done.received == desk.by.now


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("title", {"item_id": 0, "title": " "}),
        ("leader", {"leader": ""}),
        ("level", {"level": ""}),
        ("text", {"text": "\n "}),
        ("day", {"day": date(2026, 7, 16)}),
        ("text", {"text": "批" * 20_001}),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(desk, field, fields):
    with pytest.raises(FieldError) as told:
        desk.registered(**fields)
    assert told.value.field == field


def test_it_cannot_have_come_before_it_was_written(desk):
    early = desk.by.now - timedelta(days=3)
    with pytest.raises(FieldError, match="早于批示日期"):
        desk.registered(received=early)


@pytest.mark.parametrize(
    "fields",
    [{"secrecy": Secrecy.SECRET}, {"text": "机密★1年\n请查处。"}],
    ids=["marked", "written"],
)
def test_what_is_above_the_ceiling_is_refused(desk, fields):
    with pytest.raises(FieldError, match="超过本机允许的“内部”"):
        desk.registered(**fields)


def test_the_scan_is_kept_byte_by_byte(desk):
    one = register(desk.store, desk.wanted(), [("批示.png", PNG)], by=desk.by).latter
    with desk.store.read() as work:
        assert work.files.get(one.scans[0].digest) == PNG


def test_a_file_that_is_no_scan_is_refused_and_nothing_is_kept(desk):
    with pytest.raises(FieldError, match="JPG、PNG 或 PDF"):
        register(desk.store, desk.wanted(), [("批示.exe", b"MZ")], by=desk.by)
    with desk.store.read() as work:
        assert work.matters.all(Instruction) == []


def test_undoing_the_registration_leaves_nothing_behind(desk):
    step = register(desk.store, desk.wanted(), by=desk.by)
    undo(desk.store, step, by=desk.by)
    with pytest.raises(NotFoundError):
        desk.get(step)


def test_undoing_is_refused_once_the_record_has_gone_on(desk):
    step = register(desk.store, desk.wanted(), by=desk.by)
    held = step.latter
    correct(desk.store, desk.wanted(id=held.id, text="已阅。"), by=desk.by)
    with pytest.raises(NotAllowedError, match="后来又有改动"):
        undo(desk.store, step, by=desk.by)


def test_correcting_keeps_what_happened_since(desk):
    one = desk.handed()
    step = correct(desk.store, desk.wanted(id=one.id, rank="县委书记"), by=desk.by)
    assert step.latter.assignments == one.assignments
    assert undo(desk.store, step, by=desk.by) == one


def test_a_record_struck_by_mistake_comes_back(desk):
    one = desk.registered()
    gone = remove(desk.store, one.id, "重复登记", by=desk.by)
    assert put_back(desk.store, gone, by=desk.by).text == one.text
