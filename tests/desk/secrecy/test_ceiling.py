"""Nothing marked above the machine's ceiling gets in by hand: matters, attachments, old ledgers."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from desk import settings as settings_file
from desk.commissions import noting
from desk.commissions.commission import Commission
from desk.drafts import Secrecy
from desk.emergencies.emergency import Emergency
from desk.errors import NotAllowedError
from desk.importing.ledger import import_ledger
from desk.picturing import keep_picture
from desk.secrecy.ceiling import grade_in
from desk.settings import Settings

DAY = date(2026, 7, 15)
SENTENCE = "标有“秘密”，超过本机允许的最高密级“内部”，没有保存。涉密信息不得在非涉密计算机上处理"


@pytest.mark.parametrize(
    ("name", "text", "grade"),
    [
        ("机密-县委专报", "", Secrecy.CONFIDENTIAL),
        ("【秘密】防汛", "", Secrecy.SECRET),
        ("防汛", "来电要求\n秘密★1年\n即办", Secrecy.SECRET),
        ("保守国家秘密的做法", "秘密战线的事迹，不是标志。", Secrecy.NONE),
        ("内部资料　防汛", "", Secrecy.INTERNAL),
    ],
)
def test_a_mark_is_told_from_words(name, text, grade):
    assert grade_in(name, [text]) is grade


def test_a_commission_marked_too_high_is_refused_whichever_field_bears_the_mark(store, office):
    for changes in ({"title": "秘密-约稿"}, {"points": ("秘密★1年",)}):
        asked = replace(Commission(title="约稿", day=DAY, due=office.by.now), **changes)
        with pytest.raises(NotAllowedError, match=SENTENCE):
            noting.keep(store, asked, by=office.by)
    with store.read() as work:
        assert work.matters.all(Commission) == []


def test_an_emergency_is_refused_by_what_its_fields_say(store, office):
    storm = Emergency(title="暴雨", day=DAY, event="绝密★5年")
    with store.begin() as work, pytest.raises(NotAllowedError, match="标有“绝密”"):
        work.matters.save(storm, office.by)


def test_the_office_s_ceiling_holds_from_its_next_change_on(store, office, paths):
    asked = Commission(title="秘密-约稿", day=DAY, due=office.by.now)
    settings_file.save(Settings(ceiling=Secrecy.SECRET), paths.settings)
    kept = noting.keep(store, asked, by=office.by)
    settings_file.save(Settings(ceiling=Secrecy.INTERNAL), paths.settings)
    with store.begin() as work:  # what stood above already can still be looked after
        work.matters.save(replace(kept, contact="王敏"), office.by)
    with store.begin() as work, pytest.raises(NotAllowedError):
        work.matters.save(replace(kept, title="机密-约稿"), office.by)


def test_an_attachment_is_refused_by_its_name(store, office):
    draft, made = office.draft(), BytesIO()
    Image.new("RGB", (40, 30)).save(made, "PNG")
    with pytest.raises(NotAllowedError, match=SENTENCE):
        keep_picture(store, draft.id, "秘密-现场.png", made.getvalue(), by=office.by)


def test_an_old_ledger_with_a_marked_title_is_refused_whole(store, office, tmp_path):
    table = tmp_path / "台账.csv"
    table.write_text(
        "日期,单位,标题\n2026-3-9,县教育局,防汛\n2026-3-10,县水利局,秘密-汛情\n", "utf-8"
    )
    with pytest.raises(NotAllowedError, match="“秘密-汛情”标有"):
        import_ledger(store, table, who="王敏", now=office.by.now)
    with store.read() as work:
        assert work.ledger.between(date(2000, 1, 1), date(2100, 1, 1)) == []
