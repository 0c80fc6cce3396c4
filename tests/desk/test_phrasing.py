"""Phrases are kept, ordered, deleted and brought back; those delivered come once."""

from dataclasses import replace
from datetime import date

import pytest

from desk import phrasing
from desk.auditing import By
from desk.drafts import Kind
from desk.errors import FieldError, NotFoundError
from desk.phrases import Category, Phrase, delivered, of_selection, tidied

MAYOR = Phrase(Category.LEADER, "李国华", "县长", "xz")
PLAN = Phrase(Category.DOCUMENT, "《春耕方案》", "云政发〔2026〕3号", day=date(2026, 3, 1))


@pytest.fixture
def by(now):
    return By("王敏", now)


def kept(store):
    with store.read() as work:
        return work.phrases.all()


def test_leaders_and_documents_are_inserted_as_the_office_writes_them():
    assert MAYOR.inserted == "县长李国华"
    assert tidied(PLAN).inserted == "《春耕方案》（云政发〔2026〕3号）"
    assert tidied(replace(PLAN, text="")).inserted == "《春耕方案》"


def test_phrases_come_back_by_category_in_their_order(store, by):
    first = phrasing.save_phrase(store, MAYOR, by=by)
    deputy = phrasing.save_phrase(store, Phrase(Category.LEADER, "张明", "副县长"), by=by)
    skeleton = Phrase(Category.SKELETON, "首报", "××月××日\n\n  情况：××", kind=Kind.INCIDENT)
    phrasing.save_phrase(store, skeleton, by=by)
    phrasing.order_phrases(store, [deputy.id, first.id], by=by)
    found = kept(store)
    assert [one.name for one in found] == ["首报", "张明", "李国华"]
    assert found[0].text == "××月××日\n情况：××"
    assert found[0].kind is Kind.INCIDENT


def test_an_abbreviation_belongs_to_one_phrase(store, by):
    saved = phrasing.save_phrase(store, MAYOR, by=by)
    with pytest.raises(FieldError, match="已经是“李国华”的"):
        phrasing.save_phrase(store, Phrase(Category.PHRASE, "县政府", "县政府", "XZ"), by=by)
    phrasing.save_phrase(store, replace(saved, text="代县长"), by=by)
    assert kept(store)[0].inserted == "代县长李国华"


@pytest.mark.parametrize(
    ("phrase", "field"),
    [
        (Phrase(Category.LEADER, " ", "县长"), "name"),
        (Phrase(Category.PHRASE, "空的", " \n "), "text"),
        (Phrase(Category.PHRASE, "有空格", "甲", "a b"), "key"),
        (Phrase(Category.PHRASE, "太长", "甲" * 4001), "text"),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(store, by, phrase, field):
    with pytest.raises(FieldError) as told:
        phrasing.save_phrase(store, phrase, by=by)
    assert told.value.field == field


def test_a_deleted_phrase_comes_back(store, by):
    saved = phrasing.save_phrase(store, MAYOR, by=by)
    gone = phrasing.delete_phrase(store, saved.id, by=by)
    assert kept(store) == []
    with pytest.raises(NotFoundError):
        phrasing.delete_phrase(store, saved.id, by=by)
    phrasing.restore_phrase(store, gone, by=by)
    assert kept(store)[0].inserted == "县长李国华"


def test_a_store_gets_the_delivered_phrases_once(store, by):
    phrasing.complete(store, by=by)
    assert len(kept(store)) == len(delivered())
    for one in kept(store):
        phrasing.delete_phrase(store, one.id, by=by)
    phrasing.complete(store, by=by)
    assert kept(store) == []


def test_every_kind_has_a_skeleton_and_every_key_is_one_phrases():
    found = delivered()
    assert {one.kind for one in found} >= set(Kind)
    keys = [one.key for one in found if one.key]
    assert len(keys) == len(set(keys))


def test_a_selection_becomes_a_phrase_named_by_its_beginning():
    found = of_selection("第一段很长很长很长很长很长很长很长很长。\n第二段")
    assert found.name == "第一段很长很长很长很长很长很长很长很长。"[:20]
    assert found.text.endswith("第二段")
