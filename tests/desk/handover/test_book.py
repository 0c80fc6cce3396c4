"""交接书: what it tells, from what the store knows, and what it never tells."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.auditing import By
from desk.body import Paragraph
from desk.handover import teaching
from desk.handover.book import book_of
from desk.handover.steps import STEPS
from desk.handover.taking import keep_words
from desk.layout.document import document_docx, document_pdf
from desk.layout.preview import page_count
from desk.locking import set_password
from desk.paths import RESOURCES
from desk.people import Person
from desk.phrases import Category, Phrase
from desk.publications import Rhythm, Schedule
from desk.settings import Settings
from desk.stat_table import StatTable


@pytest.fixture
def book(office, paths, now):
    """The book as it is now."""
    settings = Settings(office="云岭县人民政府办公室", clerk="王敏", watch_folder="D:\\来稿")
    return lambda: book_of(office.store, paths, settings, By("王敏", now))


def told(document):
    """Every word of a document, a line for a paragraph or a row."""
    lines = []
    for part in document.parts:
        if isinstance(part, Paragraph):
            lines.append(part.text)
        elif isinstance(part, StatTable):
            lines += [part.title, *("　".join(row) for row in part.texts)]
    return "\n".join(lines)


def test_an_empty_office_has_a_book_of_ten_chapters(store, paths, now):
    made = book_of(store, paths, Settings(), By("王敏", now))
    heads = [one.text for one in made.parts if isinstance(one, Paragraph) and "、" in one.text[:2]]
    assert [one[0] for one in heads] == list("一二三四五六七八九十")
    assert page_count(document_pdf(made)) >= 2
    assert document_docx(made)[:2] == b"PK"


def test_open_tasks_stand_with_whom_they_are_and_until_when(office, book, now):
    office.draft("校园安全检查", received=now - timedelta(3), due=now - timedelta(2))
    assert "校园安全检查　县教育局" in told(book())
    assert "▲ 超 2 天" in told(book())


def test_what_comes_in_the_next_days_is_told_by_day(office, book):
    weekly = Schedule(Rhythm.WEEKLY, (0, 3), since=date(2026, 1, 1))
    with office.store.begin() as work:
        one = work.catalogue.publications()[0]

        work.catalogue.save_publication(replace(one, schedule=weekly))
    text = told(book())
    assert "7月16日　《政务信息》至8月13日应出 9 期" in text
    assert "每周　出《政务信息》　每周一、周四" in text


def test_contacts_come_from_the_newest_draft_of_each_unit(office, book, now):
    office.draft("旧稿", received=now - timedelta(30), author="李四", phone="5120001")
    office.draft("新稿", received=now - timedelta(1), author="张三", phone="5120002")
    with office.store.begin() as work:
        work.people.save(Person("何文斌", "办公室主任", "5122101"))
        work.phrases.save(Phrase(Category.LEADER, "郑维民", "县委书记"))
    text = told(book())
    assert "县教育局　张三　5120002　2026-07-14" in text
    assert "何文斌　办公室主任　5122101" in text
    assert "郑维民　县委书记" in text
    assert "李四" not in text


def test_the_leaving_clerks_words_and_the_names_are_printed(office, book, now):
    keep_words(
        office.store, "何主任不在时找林志远签。\n\n周三定稿。", "王敏", "赵晓明", "", by=office.by
    )
    text = told(book())
    assert "由王敏移交给赵晓明" in text
    assert "何主任不在时找林志远签。\n周三定稿。" in text
    assert "接交人　赵晓明" in text


def test_it_says_that_there_is_a_password_and_never_what_opens_it(office, book, paths):
    assert "没有设口令" in told(book())
    recovery = set_password(office.store, office.by, "山高水长2026")
    text = told(book())
    assert "已设口令" in text
    assert "恢复密钥的纸条由" in text
    assert "山高水长" not in text
    assert recovery not in text
    assert "D:\\来稿" in text


def test_the_manual_has_every_chapter_that_is_named():
    pages = (RESOURCES / "manual").glob("*.md")
    titles = {one.read_text("utf-8").splitlines()[0].lstrip("# ") for one in pages}
    named = {title for one in teaching.LESSONS for title in one.chapters}
    assert named <= titles
    assert len({one.key for one in STEPS}) == len(STEPS)
