"""Amounts, shares and document numbers as an office may write them, and how it should."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from desk.writing import numerals
from desk.writing.forms import Form
from desk.writing.numerals import MAGNITUDES, amount, chinese, chinese_value, digits

_SIGNS = "〇零○一二三四五六七八九十百千万亿两"
NUMBER = re.compile(
    r"(?<![\dA-Za-z.,])(\d{1,3}(?:[,，\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(万亿|万|亿)?"
    r"(?![\dA-Za-z%％]|[.,]\d)"
)
ORDINAL = re.compile(rf"[{_SIGNS}]")  # 一是, 三农: no figure unless it is selected
CHINESE = re.compile(rf"[{_SIGNS}]{{2,}}(?:点[{_SIGNS[:12]}]+)?")
SHARE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)[%％]|百分之([{_SIGNS}]+(?:点[{_SIGNS}]+)?)")
DOCUMENT = re.compile(r"[\[［【〔(（](\d{4})[\]］】〕)）]第?0*(\d{1,5})号")
YEAR_MARK = re.compile(r"[\[［【](\d{4})[\]］】]")
_LEAST_GROUPED = 5  # digits; up to four need no grouping (GB/T 15835—2011 5.1)
_LONGEST_LABEL = 8


def of_number(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """1234567 and 12345.67万, in groups of three, in 万 and 亿, in Chinese."""
    value = amount(match[0])
    if value is None:
        return
    plain = digits(value)
    yield Form(plain, "数字")
    if len(plain.partition(".")[0]) >= _LEAST_GROUPED:
        yield Form(numerals.grouped(Decimal(plain)), "千分撇")
    yield from _in_magnitudes(value)
    if numerals.can_be_chinese(value):
        yield Form(chinese(Decimal(plain)), "汉字（计量）")
    if match[0].isdecimal() and len(match[0]) <= _LONGEST_LABEL:
        yield Form(numerals.label(match[0]), "汉字（编号）")


def _in_magnitudes(value: Decimal) -> Iterator[Form]:
    """Whole and exact in 万 and 亿, from one of them up."""
    for sign in ("万", "亿", "万亿"):
        size = MAGNITUDES[sign]
        if value >= size:
            yield Form(f"{digits(value.scaleb(1 - len(str(size))))}{sign}", f"以{sign}计")


def of_chinese(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """一百二十三 in digits."""
    value = chinese_value(match[0])
    if value is not None:
        label = set(match[0]) <= set("〇零○一二三四五六七八九") and len(match[0]) > 1
        text = format(value, "f").zfill(len(match[0])) if label else format(value, "f")
        yield Form(text, "数字")
        if not label and value >= MAGNITUDES["万"]:
            yield from _in_magnitudes(value)


def of_share(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """12.4% and 百分之十二点四."""
    value = Decimal(match[1]) if match[1] else chinese_value(match[2])
    if value is not None and numerals.can_be_chinese(value):
        yield Form(f"{value:f}%", "数字")
        yield Form(f"百分之{chinese(value)}", "汉字")


def of_document(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """[2026]第05号 as 〔2026〕5号: no 第, no leading zeros (GB/T 9704—2012 7.2.5)."""
    yield Form(f"〔{match[1]}〕{int(match[2])}号", "文号")


def of_year_mark(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """[2026] as 〔2026〕."""
    yield Form(f"〔{match[1]}〕", "文号年份")
