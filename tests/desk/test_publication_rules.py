"""A publication that cannot be is refused at the field that is wrong, and changes are told."""

from dataclasses import replace
from datetime import date

import pytest

from desk import registering
from desk.errors import FieldError
from desk.publication_changes import changes_between
from desk.publications import (
    Appearance,
    Limits,
    Numbering,
    Publication,
    Recipient,
    Rhythm,
    Schedule,
    Section,
    Way,
)


def refused(store, office, **fields):
    with pytest.raises(FieldError) as refusal:
        registering.save_publication(store, replace(office.publication, **fields), by=office.by)
    return refusal.value.field, str(refusal.value)


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (Schedule(Rhythm.WEEKLY), "星期几"),
        (Schedule(Rhythm.WEEKLY, (7,)), "星期几"),
        (Schedule(Rhythm.MONTHLY), "每月哪几天"),
        (Schedule(Rhythm.MONTHLY, (10, 32)), "32 日"),
    ],
)
def test_a_schedule_needs_days_that_there_are(store, office, schedule, said):
    field, sentence = refused(store, office, schedule=schedule)
    assert field == "days"
    assert said in sentence


@pytest.mark.parametrize(
    ("look", "field"),
    [
        (Appearance(size=11.5), "size"),
        (Appearance(size=121), "size"),
        (Appearance(spacing=-1), "spacing"),
        (Appearance(grid="wide"), "grid"),
        (Appearance(contents="sometimes"), "contents"),
    ],
)
def test_a_look_no_page_can_have_is_refused(store, office, look, field):
    assert refused(store, office, appearance=look)[0] == field


@pytest.mark.parametrize(
    ("recipients", "said"),
    [
        ((Recipient(Way.REPORT, " "),), "第 1 行"),
        ((Recipient(Way.SEND, "县委办公室", -1),), "县委办公室"),
        ((Recipient(Way.SEND, "县委办公室"), Recipient(Way.SEND, "县委办公室")), "两次"),
    ],
)
def test_recipients_need_a_name_each_and_a_number_of_copies(store, office, recipients, said):
    field, sentence = refused(store, office, recipients=recipients)
    assert field == "recipients"
    assert said in sentence


def test_days_are_kept_in_order_and_dropped_where_they_mean_nothing(store, office):
    def saved(schedule):
        wanted = replace(office.publication, schedule=schedule)
        return registering.save_publication(store, wanted, by=office.by).schedule.days

    assert saved(Schedule(Rhythm.MONTHLY, (20, 1, 20))) == (1, 20)
    assert saved(Schedule(Rhythm.WORKDAYS, (3,))) == ()


def test_the_audit_trail_says_what_changed_and_from_what(store, office):
    changed = replace(office.publication, copies=60, mark="机密★1年", controlled=True)
    registering.save_publication(store, changed, by=office.by)
    with store.read() as work:
        last = work.audit.records(f"publication:{changed.id}")[0]
    assert "印数：30→60" in last.detail
    assert "密级标志：无→机密★1年" in last.detail
    assert "份号管理：否→是" in last.detail
    assert "报尾" not in last.detail


def test_every_part_of_a_publication_has_its_word_in_the_audit_trail():
    plain = Publication("要情", ())
    for changed in (
        replace(plain, schedule=Schedule(Rhythm.WEEKLY, (0, 3), date(2026, 7, 1))),
        replace(plain, schedule=Schedule(Rhythm.MONTHLY, (10,))),
        replace(plain, numbering=Numbering(yearly=False, specials_apart=True)),
        replace(plain, appearance=Appearance("云岭要情", 48, 6, grid="word", contents="pages")),
        replace(plain, sections=(Section("要闻", limits=Limits(100, 300, 2)),)),
        replace(plain, limits=Limits(shortest=50)),
        replace(plain, recipients=(Recipient(Way.REPORT, "县长", 2),)),
    ):
        assert changes_between(plain, changed)
    look = replace(plain, appearance=Appearance(grid="word", size=48))
    assert changes_between(plain, look) == ["版面：无→字号 48磅，版心 Word 习惯"]


def test_a_copy_has_everything_but_name_and_history(store, office):
    source = replace(
        office.publication,
        appearance=Appearance("云岭政务信息", 60),
        schedule=Schedule(Rhythm.WEEKLY, (2,), date(2026, 1, 5)),
    )
    copy = registering.copy_of(source)
    assert (copy.id, copy.name, copy.appearance) == (0, "", Appearance(size=60))
    assert copy.schedule == Schedule(Rhythm.WEEKLY, (2,))
    saved = registering.save_publication(store, replace(copy, name="民生信息"), by=office.by)
    assert [one.name for one in saved.sections] == ["信息", "简讯"]
    assert not {one.id for one in saved.sections} & {one.id for one in source.sections}
