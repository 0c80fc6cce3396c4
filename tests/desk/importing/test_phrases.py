"""A table of phrases comes in whole or not at all."""

import pytest

from desk import phrasing
from desk.auditing import By
from desk.drafts import Kind
from desk.errors import NotAllowedError
from desk.importing.phrases import import_phrases
from desk.phrases import Category, Phrase


@pytest.fixture
def table(tmp_path):
    def table(text):
        path = tmp_path / "常用语.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return table


@pytest.fixture
def by(now):
    return By("王敏", now)


def kept(store):
    with store.read() as work:
        return work.phrases.all()


def test_rows_are_added_and_known_ones_changed(store, by, table):
    phrasing.save_phrase(store, Phrase(Category.LEADER, "李国华", "副县长"), by=by)
    path = table(
        "类别,名称,内容,简码,信息类型,日期\n"
        "领导,李国华,县长,xz,,\n文件,春耕方案,云政发〔2026〕3号,,,2026-3-1\n"
        '骨架,首报,"××月××日\n××",sb,突发型,\n'
    )
    said = import_phrases(store, Category.PHRASE, path, by=by).messages
    assert said == ("“常用语.csv”导入完成，新增 2 条，更新 1 条。",)
    skeleton, document, leader = kept(store)
    assert (leader.inserted, leader.key) == ("县长李国华", "xz")
    assert document.day.isoformat() == "2026-03-01"
    assert (skeleton.kind, skeleton.text) == (Kind.INCIDENT, "××月××日\n××")


def test_every_wrong_row_is_told_and_none_comes_in(store, by, table):
    path = table(
        "类别,名称,内容,简码,信息类型,日期\n"
        "口号,甲,乙,,,\n短语,,乙,,,\n短语,丙,丁,k,,\n短语,戊,己,k,,\n骨架,庚,辛,,无此型,\n"
        "文件,壬,癸,,,昨天\n"
    )
    with pytest.raises(NotAllowedError) as told:
        import_phrases(store, Category.PHRASE, path, by=by)
    assert [f"第{row}行" in str(told.value) for row in (2, 3, 5, 6, 7)] == [True] * 5
    assert kept(store) == []
