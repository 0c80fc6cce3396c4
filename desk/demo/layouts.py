"""The layouts units use for what they send: every office has its own habit."""

from collections.abc import Callable
from random import Random

from docx.document import Document as WordDocument

from desk.body import Level, level_of
from desk.dates import full_date
from desk.demo.manuscripts import Manuscript
from desk.demo.registry import demo_office
from desk.demo.sheets import (
    CENTRE,
    RIGHT,
    add_line,
    add_numbered,
    add_picture,
    add_rule,
    add_table,
    add_text,
    define_numbering,
    new_sheet,
)

Layout = Callable[[Manuscript, Random], WordDocument]
_TITLE = "方正小标宋简体"
_HEI = "黑体"
_COUNTED = (Level.FIRST, Level.SECOND)


def full_name(short: str) -> str:
    """The full name of a unit."""
    return next(unit.name for unit in demo_office().units if unit.short == short)


def red_head(written: Manuscript, random: Random) -> WordDocument:
    """A bulletin of the unit's own: red head, issue line, rule, title."""
    sheet = new_sheet()
    sender = full_name(written.units[0])
    add_line(sheet, "工作信息", CENTRE, face=_TITLE, size=42, red=True)
    add_line(sheet, f"第{random.randint(12, 96)}期", CENTRE)
    add_rule(add_line(sheet, f"{sender}　　　　　　{full_date(written.report)}"))
    add_line(sheet, written.title, CENTRE, face=_TITLE, size=22)
    add_text(sheet, written, random=random)
    add_line(sheet, f"（撰稿：{written.author}　审核：{written.approver}　电话：{written.phone}）")
    return sheet


def bare(written: Manuscript, random: Random) -> WordDocument:
    """Title and text, and who wrote it in brackets at the end."""
    sheet = new_sheet(14)
    add_line(sheet, written.title, CENTRE)
    add_text(sheet, written, random=random, indent="spaces")
    add_line(sheet, f"（{written.units[0]} {written.author}）")
    return sheet


def form(written: Manuscript, random: Random) -> WordDocument:
    """A report form: a table with unit, author, phone and approver over the text."""
    sheet = new_sheet()
    add_line(sheet, "政务信息报送单", CENTRE, face=_HEI, size=20)
    senders = "、".join(full_name(unit) for unit in written.units)
    rows = (
        ("报送单位", senders, "报送时间", full_date(written.report)),
        ("撰稿人", written.author, "联系电话", written.phone),
        ("审核人", written.approver, "信息类型", str(written.kind)),
    )
    add_table(sheet, rows)
    add_line(sheet, "")
    add_line(sheet, written.title, CENTRE, face=_TITLE, size=22)
    add_text(sheet, written, random=random)
    return sheet


def signed(written: Manuscript, random: Random) -> WordDocument:
    """A letter: the senders and the date at the bottom right."""
    sheet = new_sheet()
    add_line(sheet, written.title, CENTRE, face=_TITLE, size=22)
    add_line(sheet, "")
    add_text(sheet, written, random=random)
    add_line(sheet, "")
    for unit in written.units:
        add_line(sheet, full_name(unit), RIGHT)
    add_line(sheet, full_date(written.report), RIGHT)
    add_line(sheet, f"（联系人：{written.author}，联系电话：{written.phone}）")
    return sheet


def byline(written: Manuscript, random: Random) -> WordDocument:
    """A news item: unit and author under the title."""
    sheet = new_sheet(15)
    add_line(sheet, written.title, CENTRE, face=_HEI, size=18)
    add_line(sheet, f"{written.units[0]}　{written.author}　{written.phone}", CENTRE, size=12)
    add_text(sheet, written, random=random)
    return sheet


def labelled(written: Manuscript, random: Random) -> WordDocument:
    """Labels in front of everything, as a questionnaire has them."""
    sheet = new_sheet(14)
    add_line(sheet, f"报送单位：{'、'.join(written.units)}")
    add_line(sheet, f"信息员：{written.author}　　联系电话：{written.phone}")
    add_line(sheet, f"审核：{written.approver}")
    add_line(sheet, f"报送日期：{full_date(written.report)}")
    add_line(sheet, f"标题：{written.title}", face=_HEI)
    add_text(sheet, written, random=random, indent="none")
    return sheet


def headed(written: Manuscript, random: Random) -> WordDocument:
    """Word's own title style and built-in look, signature left to the last line."""
    sheet = new_sheet(12)
    sheet.add_heading(written.title, level=0)
    add_text(sheet, written, random=random, indent="spaces")
    add_line(sheet, f"报送单位：{full_name(written.units[0])}　审核人：{written.approver}")
    add_line(sheet, f"撰稿人：{written.author}　电话：{written.phone}")
    return sheet


def numbered(written: Manuscript, random: Random) -> WordDocument:
    """Headings whose numbers Word counts itself, so that their text lacks them."""
    sheet = new_sheet()
    define_numbering(sheet)
    add_line(sheet, written.title, CENTRE, face=_TITLE, size=22)
    for text in written.paragraphs:
        level = level_of(text)
        if level in _COUNTED:
            add_numbered(sheet, text, level)
        else:
            add_line(sheet, "　　" + text)
    add_picture(sheet, written, random)
    add_line(sheet, full_name(written.units[0]), RIGHT)
    add_line(sheet, full_date(written.report), RIGHT)
    return sheet


LAYOUTS: tuple[Layout, ...] = (red_head, bare, form, signed, byline, labelled, headed)
_COUNTING_FAULTS = {"F02", "P08", "P10"}


def layout_for(written: Manuscript, place: int) -> Layout:
    """The layout of the n-th draft; numbered headings where the text has them to number."""
    if len(written.units) > 1:
        return (form, signed)[place % 2]
    counts = any(level_of(text) in _COUNTED for text in written.paragraphs)
    if counts and not written.table and not _COUNTING_FAULTS & set(written.faults):
        return numbered
    return LAYOUTS[place % len(LAYOUTS)]
