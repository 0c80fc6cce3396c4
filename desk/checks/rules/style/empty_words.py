"""S10: words of quantity and degree in a paragraph without a figure."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_DATE = re.compile(
    r"\d{4}年|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[时点](?:\d{1,2}分)?|第[\d一二三四五六七八九十]+|[“《][^”》\n]*[”》]"
)
_FIGURE = re.compile(
    r"\d|[一二三四五六七八九十百千万两]+(?:[个名户家人亩次项起件座条辆所吨元]|余|多)|百分之"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find such words where nothing but days is numbered in the paragraph."""
    if not (listed := text.listed("S10")) or _FIGURE.search(_DATE.sub("", text.text)):
        return
    for one in listed:
        words = text.text[one.start : one.end]
        message = f"“{words}”没有数字支撑，请写出多少、比什么时候增减多少。"
        question = f"请补充：“{words}”的具体数字。"
        yield Hit(one.start, one.end, message, question=question)


RULE = Rule(
    code="S10",
    name="言之无物",
    severity=Severity.INFO,
    summary="“大量”“显著”一类的词要有数字；整段没有一个数字时提示。",
    reason="没有数字和事例，读者无从判断。",
    source="种子规则：忌言之无物",
    bad="经过整治，辖区环境面貌显著改善，大批群众参与其中。",
    good="经过整治，辖区清运垃圾320吨，1200名群众参与其中。",
    check=check,
    needs=Need.BODY,
)
