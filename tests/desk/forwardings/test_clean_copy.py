"""The clean copy: fields in the superior's order, and nothing unseen in it."""

import unicodedata
from io import BytesIO

import pytest
from docx import Document

from desk.errors import FieldError
from desk.forwardings.clean_copy import clean, clean_copy, copy_docx, copy_txt, fields_typed
from desk.forwardings.rules import CarrierRule, ForwardingRules, Line, keep_rules

SOILED = (
    "\u3000\u30007月14日\u00a0，县教育局\u200b组织\ufeff检查。"
    "\r\n\r\n\u2003整改\u2028隐患\u00ad35处。\x0b\t完"
)


def test_nothing_unseen_is_left():
    said = clean(SOILED)
    assert said == "7月14日 ，县教育局组织检查。\n整改\n隐患35处。\n完"
    unseen = {unicodedata.category(one) for one in said if one != "\n"} & {"Cc", "Cf", "Zl", "Zp"}
    assert not unseen
    assert "\u00a0" not in said


def test_rare_characters_of_names_stay():
    assert clean("㛃䶮\U00030edd\ue815") == "㛃䶮\U00030edd\ue815"


def test_fields_stand_in_the_order_of_the_superiors_system(above):
    draft = above.draft(text="第一段。\n第二段。")
    copy = clean_copy(above.store, draft.id, publication_id=above.city.id)
    assert [one.name for one in copy.fields] == ["标题", "正文", "单位", "作者", "时间"]
    assert copy.fields[1].text == "第一段。\n第二段。"
    assert copy.fields[2].text == "云岭县教育局"
    assert copy.carrier == "市政府要情快报"


def test_a_carrier_may_have_fields_of_its_own(above):
    rule = CarrierRule(
        above.city.id, Line.GOVERNMENT, fields=fields_typed("类型、标题、正文、电话")
    )
    keep_rules(above.store, ForwardingRules(carriers=(rule,)), by=above.by())
    copy = clean_copy(above.store, above.draft().id, publication_id=above.city.id)
    assert [one.name for one in copy.fields] == ["类型", "标题", "正文", "电话"]
    with pytest.raises(FieldError, match="没有叫“页码”的栏目"):
        fields_typed("标题、页码")


def test_files_hold_the_same_plain_lines(above):
    copy = clean_copy(above.store, above.draft().id)
    document = Document(BytesIO(copy_docx(copy)))
    assert [one.text for one in document.paragraphs] == copy.text.split("\n")
    assert copy_txt(copy).decode("utf-8-sig").split("\r\n") == copy.text.split("\n")
