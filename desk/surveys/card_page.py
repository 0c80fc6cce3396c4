"""The card of a unit on one page of paper."""

from collections.abc import Iterator
from datetime import date

from desk.body import Table
from desk.layout.forms import Form, form_pdf
from desk.layout.preview import page_count
from desk.surveys.card import Card
from desk.surveys.words import unspaced

_TOLD = ("走势", "怎样补上", "采用构成", "约稿", "领导批示", "来稿质量", "联系人", "采用篇目")
_COLUMNS = (1.2, *(1.0,) * 6)


def card_pdf(card: Card, office: str, day: date) -> bytes:
    """The words, the months, and as much of the rest as one page holds."""
    told = list(_paragraphs(card))
    while True:
        pdf = form_pdf([_form(card, tuple(told), office, day)])
        if not told or page_count(pdf) == 1:
            return pdf
        told.pop()


def _form(card: Card, told: tuple[str, ...], office: str, day: date) -> Form:
    months = next((one.table for one in card.parts if one.table), ())
    return Form(
        f"{card.unit.name}信息工作情况",
        office,
        day,
        (card.period, f"{day:%Y-%m-%d} 制"),
        paragraphs=tuple(unspaced(text) for text in (card.words, *told)),
        table=Table(months) if months else None,
        columns=_COLUMNS,
    )


def _paragraphs(card: Card) -> Iterator[str]:
    parts = {one.heading: one for one in card.parts}
    for heading in _TOLD:
        if heading in parts:
            lines = "；".join(line.rstrip("。") for line in parts[heading].lines)
            yield f"{heading}：{lines}。"
