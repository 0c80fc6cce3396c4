"""A bulletin as a document: what stands on it and what is attached."""

from dataclasses import replace
from datetime import date

import pytest

from desk.body import Level, Paragraph
from desk.bulletins.composing import Heading, document_of, tables_annex
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passages import written
from desk.bulletins.wording import shipped
from desk.layout.document_parts import Attachment
from desk.stat_table import Head, StatTable

DAY = Heading(date(2026, 7, 15), number="云政办通报〔2026〕3号")
TABLE = StatTable("统计表（乡镇）", (Head("单位"), Head("得分")), (("青山镇", 5),))


@pytest.fixture
def composed(quarter):
    """Composes the quarter's bulletin, its text changed as told."""

    def compose(change=lambda one: one, annexes=(), heading=DAY, **options):
        survey, chosen = quarter.survey(), BulletinOptions(**options)
        passages = written(survey, shipped("bulletin-quarter").text, chosen)
        return document_of(tuple(map(change, passages)), survey, chosen, heading, annexes)

    return compose


def test_title_address_and_signature_stand_apart_from_the_text(composed):
    document = composed()
    assert document.title == "关于2026年第二季度全县政务信息工作情况的通报"
    assert document.to == "各乡镇、街道，各部门、各单位："
    assert document.signed == ("云岭县人民政府办公室", "2026年7月15日")
    first, second, *_rest = document.parts
    assert first.text.startswith("按照《计分办法》")
    assert (second.text, second.level) == ("一、总体情况", Level.FIRST)


def test_what_the_clerk_wrote_is_printed(composed):
    document = composed(
        lambda one: replace(one, text="改过的话。\n又一段。") if "本季度，全县" in one.text else one
    )
    told = [one.text for one in document.parts if isinstance(one, Paragraph)]
    assert told[2:4] == ["改过的话。", "又一段。"]


def test_a_title_of_its_own_goes_before_the_template(composed):
    assert composed(heading=replace(DAY, title="通报")).title == "通报"


def test_every_item_is_attached_with_its_units_and_marks(composed):
    *_before, attachment, table = composed().parts
    assert attachment == Attachment("2026年第二季度采用信息明细")
    assert table.title == "《政务信息》（3条）"
    assert table.rows == (
        (1, "5月6日", "第1期", "信息", "□校园周边河道整治", "县教育局、县水利局"),
        (2, "5月6日", "第1期", "信息", "白水镇新建冷库", "白水镇"),
        (3, "5月6日", "第1期", "信息", "青山镇修复水毁道路", "青山镇"),
    )
    assert table.note == "注：□表示联合报送。"


def test_items_are_left_out_if_asked_or_where_there_are_none(composed, county):
    assert composed(items=False).attachments == ()
    survey = county.survey()
    assert document_of((), survey, BulletinOptions(), DAY).signed == ()


def test_one_table_is_attached_under_its_own_title(composed):
    annex = tables_annex([TABLE])
    assert (annex.title, annex.parts[0].title, annex.landscape) == ("统计表（乡镇）", "", False)
    document = composed(annexes=[annex])
    assert document.attachments[0].title == "统计表（乡镇）"


def test_tables_of_groups_share_an_attachment(composed):
    annex = tables_annex([TABLE, replace(TABLE, title="统计表（部门）")])
    assert annex.title == "统计表"
    assert [one.title for one in annex.parts] == ["统计表（乡镇）", "统计表（部门）"]


def test_wide_tables_lie_across():
    wide = replace(TABLE, heads=(Head("列"),) * 20, rows=())
    assert tables_annex([wide]).landscape
