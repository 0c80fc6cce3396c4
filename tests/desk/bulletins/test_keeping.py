from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.auditing import By
from desk.bulletins import keeping
from desk.bulletins.bulletin import Text
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import Flag, FlagKind, Passage
from desk.errors import FieldError, NotAllowedError
from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch

QUARTER = Stretch(date(2026, 7, 1), date(2026, 9, 30), "2026年第三季度", "2026Q3", Span.QUARTER)
FLAG = Flag("a", FlagKind.HAND, 2, 4, "21", "20", "台账是 20")


def text(*lines):
    title = Passage("title", "第三季度通报", "第三季度通报")
    made = (Passage(f"k{at}", line, "采用20条。") for at, line in enumerate(lines))
    return Text((title, *made), BulletinOptions(), "采用{采用条数}条。")


@pytest.fixture
def by(now):
    return By("王敏", now)


@pytest.fixture
def kept(store, by):
    return keeping.keep(store, QUARTER, text("采用20条。"), "bulletin-quarter", by=by)


def later(by, **much):
    return replace(by, now=by.now + timedelta(**much))


def trail(store):
    with store.read() as work:
        return [(one.action, one.detail) for one in work.audit.records("bulletin:1")[::-1]]


def lines(bulletin):
    return [one.text for one in bulletin.text.passages[1:]]


def test_a_period_has_one_bulletin(store, kept, by):
    with pytest.raises(NotAllowedError, match="2026年第三季度已有一份通报（第三季度通报）"):
        keeping.keep(store, QUARTER, text("二"), "bulletin-quarter", by=by)
    assert keeping.bulletins(store) == [kept]


def test_typing_is_one_version_until_it_pauses(store, kept, by):
    held = kept
    for seconds, words in ((1, "采"), (2, "采用"), (3, "采用21条。"), (600, "采用22条。")):
        then = later(by, seconds=seconds)
        held = keeping.save(store, held.id, held.generation, text(words), by=then)
    assert lines(held) == ["采用22条。"]
    found = keeping.versions(store, kept.id)
    assert [one.text.passages[1].text for one in found] == ["采用21条。", "采用20条。"]
    assert [action for action, _ in trail(store)] == ["写通报", "编辑通报", "编辑通报"]


def test_any_other_deed_keeps_what_was_before_it(store, kept, by):
    first = keeping.save(store, kept.id, 1, text("手写"), by=by)
    keeping.save(store, kept.id, first.generation, text("新的"), by=by, deed="重新生成通报")
    assert keeping.versions(store, 1)[0].text.passages[1].text == "手写"
    assert trail(store)[-1][0] == "重新生成通报"


def test_what_another_window_has_saved_is_never_written_over(store, kept, by):
    keeping.save(store, kept.id, 1, text("甲"), by=replace(by, who="李强"))
    with pytest.raises(NotAllowedError, match="李强已在另一个窗口改过"):
        keeping.save(store, kept.id, 1, text("乙"), by=by)
    assert lines(keeping.bulletins(store)[0]) == ["甲"]


def test_saving_the_same_changes_nothing(store, kept, by):
    assert keeping.save(store, kept.id, 1, kept.text, by=by) == kept


def test_a_text_without_a_title_is_kept_while_it_is_typed(store, kept, by):
    bare = replace(kept.text, passages=kept.text.passages[1:])
    held = keeping.save(store, kept.id, 1, bare, by=by)
    with pytest.raises(FieldError, match="还没有标题"):
        keeping.finish(store, held.id, (b"pdf", b"docx"), by=by)


def test_an_earlier_text_comes_back_and_the_present_one_stays(store, kept, by):
    keeping.save(store, kept.id, 1, text("改坏了"), by=by)
    held = keeping.bring_back(store, kept.id, 1, by=by)
    assert lines(held) == ["采用20条。"]
    assert [one.generation for one in keeping.versions(store, kept.id)] == [2, 1]


def test_a_flag_with_a_reason_is_settled_until_the_ledger_changes(kept, by):
    held = keeping.with_reason(kept.text, FLAG, "领导 要求", by=by)
    assert held.unsettled([FLAG]) == ()
    assert held.unsettled([replace(FLAG, ledger="19")])
    with pytest.raises(FieldError, match="为什么保留"):
        keeping.with_reason(kept.text, FLAG, "  ", by=by)


def test_a_finished_bulletin_is_frozen_with_its_files(store, kept, by):
    final = keeping.finish(store, kept.id, (b"pdf", b"docx"), by=by, told="2 处手改　领导同意")
    assert keeping.frozen(store, final) == (b"pdf", b"docx")
    assert final.day == date(2026, 7, 15)
    with pytest.raises(NotAllowedError, match="已经定稿，不能改"):
        keeping.save(store, kept.id, final.generation, text("改"), by=by)
    with pytest.raises(NotAllowedError, match="定稿的通报不能删除"):
        keeping.delete(store, kept.id, by=by)
    assert trail(store)[-1][1].endswith("2 处手改　领导同意")


def test_a_finished_bulletin_is_opened_for_a_reason_and_that_is_taken_back(store, kept, by):
    final = keeping.finish(store, kept.id, (b"pdf", b"docx"), by=by)
    with pytest.raises(FieldError, match="为什么重新打开"):
        keeping.reopen(store, kept.id, "", by=by)
    opened = keeping.reopen(store, kept.id, "漏了一条批示", by=by)
    assert not opened.is_final
    again = keeping.freeze_again(store, final, by=by)
    assert (again.pdf, again.is_final) == (final.pdf, True)


def test_reopening_is_not_taken_back_over_new_words(store, kept, by):
    final = keeping.finish(store, kept.id, (b"pdf", b"docx"), by=by)
    opened = keeping.reopen(store, kept.id, "改一个字", by=by)
    keeping.save(store, kept.id, opened.generation, text("改了"), by=by)
    with pytest.raises(NotAllowedError, match="文字已经改过"):
        keeping.freeze_again(store, final, by=by)


def test_a_deleted_bulletin_comes_back_unless_the_period_has_another(store, kept, by):
    keeping.delete(store, kept.id, by=by)
    assert keeping.bulletins(store) == []
    assert keeping.put_back(store, kept.id, by=by) == kept
    keeping.delete(store, kept.id, by=by)
    keeping.keep(store, QUARTER, text("另一份"), "bulletin-quarter", by=by)
    with pytest.raises(NotAllowedError, match="已另写了一份"):
        keeping.put_back(store, kept.id, by=by)
    assert lines(keeping.bulletins(store)[0]) == ["另一份"]
