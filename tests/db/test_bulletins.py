from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text as sql

from db import migrations
from db.engine import writer
from desk.body import Level
from desk.bulletins.bulletin import Bulletin, Kept, State, Text, Version
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import Passage
from desk.bulletins.template import Figure
from desk.bulletins.wording import Wording
from desk.errors import NotFoundError
from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch

QUARTER = Stretch(date(2026, 7, 1), date(2026, 9, 30), "2026年第三季度", "2026Q3", Span.QUARTER)
DAYS = Stretch(date(2026, 1, 1), date(2026, 11, 22), "2026年1月1日至11月22日")
TITLE = Passage("title", "第三季度通报", "第三季度通报")
PASSAGE = Passage("2:0", "采用21条。", "采用20条。", Level.PLAIN, (Figure(2, 4, "采用条数"),))


@pytest.fixture
def bulletin(now):
    options = BulletinOptions(places=5, behind=Decimal("62.5"), charts=("ranking", "pace"))
    kept = Kept("2:0", "21", "20", "领导要求", "王敏", now)
    text = Text((TITLE, PASSAGE), options, "采用{采用条数}条。", "〔2026〕3号", (kept,))
    return Bulletin(QUARTER, text, "bulletin-quarter", now, "王敏", now, "李强")


def test_a_bulletin_comes_back_as_it_was_kept(store, bulletin, now):
    with store.begin() as work:
        kept = work.bulletins.add(bulletin)
        final = replace(
            kept, state=State.FINAL, pdf="d" * 64, finished=now, finished_by="王敏", generation=2
        )
        work.bulletins.save(final)
    with store.read() as work:
        assert kept == replace(bulletin, id=kept.id)
        assert work.bulletins.get(kept.id) == final
        assert work.bulletins.of("2026Q3") == final
        assert work.bulletins.of("2026Q2") is None


def test_days_that_are_no_period_have_a_bulletin_of_their_own(store, bulletin):
    with store.begin() as work:
        kept = work.bulletins.add(replace(bulletin, stretch=DAYS))
        assert work.bulletins.of("20260101-20261122") == kept
        assert work.bulletins.all()[0].stretch == DAYS


def test_bulletins_are_listed_with_the_latest_period_first(store, bulletin):
    with store.begin() as work:
        for stretch in (QUARTER, DAYS):
            work.bulletins.add(replace(bulletin, stretch=stretch))
        assert [one.stretch for one in work.bulletins.all()] == [DAYS, QUARTER]


def test_one_taken_away_is_gone_until_it_is_put_back(store, bulletin, now):
    with store.begin() as work:
        kept = work.bulletins.add(bulletin)
        work.bulletins.remove(kept.id, now)
        assert work.bulletins.all() == []
        assert work.bulletins.of("2026Q3") is None
        with pytest.raises(NotFoundError, match="已经删除"):
            work.bulletins.get(kept.id)
        work.bulletins.remove(kept.id, None)
        assert work.bulletins.all() == [kept]


def test_earlier_texts_come_back_the_newest_first(store, bulletin, now):
    with store.begin() as work:
        kept = work.bulletins.add(bulletin)
        for generation in (1, 2, 2):
            text = replace(kept.text, passages=(replace(TITLE, text=f"第 {generation} 稿"),))
            work.bulletins.keep_version(kept.id, Version(generation, text, now, "王敏"))
        found = work.bulletins.versions(kept.id)
    assert [(one.generation, one.text.title) for one in found] == [(2, "第 2 稿"), (1, "第 1 稿")]


def test_a_wording_of_the_office_stands_until_it_is_removed(store, now):
    with store.begin() as work:
        assert work.wordings.get("bulletin-quarter") is None
        own = Wording("bulletin-quarter", "本季度……\n采用{采用条数}条", now, "王敏")
        for one in (replace(own, text="初稿"), own):
            work.wordings.save(one)
        assert work.wordings.get("bulletin-quarter") == own
        work.wordings.remove("bulletin-quarter")
        work.wordings.remove("bulletin-quarter")
        assert work.wordings.get("bulletin-quarter") is None


def test_a_store_of_the_release_before_gets_the_tables(tmp_path):
    engine = writer(tmp_path / "before.db", "0" * 64)
    (tmp_path / "before.db").touch()
    with engine.begin() as connection:
        migrations.upgrade(connection, migrations.steps()[:19])
        migrations.upgrade(connection, migrations.steps())
        for table in ("bulletins", "bulletin_versions", "wordings"):
            assert connection.scalar(sql(f"SELECT COUNT(*) FROM {table}")) == 0  # noqa: S608 - ours
    engine.dispose()
