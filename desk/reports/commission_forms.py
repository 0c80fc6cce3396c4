"""约稿通知单: a page for each unit, or one page that names all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from desk.body import Table
from desk.commissions.commission import Commission, Task
from desk.commissions.moments import moment_words
from desk.dates import full_date
from desk.layout.forms import Form, Slip
from desk.office_clock import day_of

TITLE = "信息约稿通知单"
_TO_ALL = "各有关单位"
_ON_THE_PAGE = 12  # units named on the notice itself
_ACROSS = 3
_UNNUMBERED = "（未编号，发出时给号）"


def unit_forms(
    office: str, commission: Commission, units: Sequence[str], day: date, *, receipt: bool
) -> list[Form]:
    """A page for each unit; one with more time, or with a part of the topic, reads its own."""
    return [
        _form(
            office,
            _narrowed(commission, task),
            unit,
            day,
            until=moment_words(commission.due_of(task)),
            slip=_slip(unit, receipt),
        )
        for unit, task in zip(units, commission.tasks, strict=True)
    ]


def _narrowed(commission: Commission, task: Task) -> Commission:
    """A commission as one unit reads it: its part stands first among the points."""
    if not task.part:
        return commission
    return replace(commission, points=(f"你单位承担：{task.part}", *commission.points))


def common_forms(
    office: str, commission: Commission, units: Sequence[str], day: date, *, receipt: bool
) -> list[Form]:
    """One page for all, which names them; many are named on a page of their own."""
    until = moment_words(commission.due)
    many = len(units) > _ON_THE_PAGE
    named = (
        f"附：约稿单位名单（{len(units)}家）"
        if many
        else f"约稿单位（{len(units)}家）：{'、'.join(units)}。"
    )
    slip = _slip("", receipt)
    page = _form(office, commission, _TO_ALL, day, until=until, closing=(named,), slip=slip)
    return [page, _list(page, units)] if many else [page]


def word_form(
    office: str, commission: Commission, units: Sequence[str], day: date, *, receipt: bool
) -> Form:
    """One page for all as it is to be changed in Word: the units stand in the text."""
    named = f"约稿单位（{len(units)}家）：{'、'.join(units)}。"
    until, slip = moment_words(commission.due), _slip("", receipt)
    return _form(office, commission, _TO_ALL, day, until=until, closing=(named,), slip=slip)


def _list(page: Form, units: Sequence[str]) -> Form:
    """The units, three in a row, down the columns."""
    height = -(-len(units) // _ACROSS)
    cells = [(f"{at}", unit) for at, unit in enumerate(units, 1)]
    cells += [("", "")] * (height * _ACROSS - len(cells))
    rows = [
        tuple(text for column in range(_ACROSS) for text in cells[column * height + at])
        for at in range(height)
    ]
    return Form(
        "约稿单位名单",
        page.office,
        page.day,
        meta=page.meta,
        table=Table((("序号", "单位") * _ACROSS, *rows)),
        columns=(6, 27) * _ACROSS,
        one_page=True,
    )


def _form(  # noqa: PLR0913 - what stands on the page
    office: str,
    commission: Commission,
    to: str,
    day: date,
    *,
    until: str,
    closing: tuple[str, ...] = (),
    slip: Slip | None = None,
) -> Form:
    dated = day_of(commission.issued) if commission.issued else day
    return Form(
        TITLE,
        office,
        dated,
        meta=(commission.number or _UNNUMBERED, full_date(dated)),
        to=to,
        paragraphs=tuple(_paragraphs(commission, to, until)),
        closing=closing,
        signed=(office, full_date(dated)),
        slip=slip,
    )


def _paragraphs(commission: Commission, to: str, until: str) -> Iterator[str]:
    who = "你单位" if to != _TO_ALL else "你们"
    kind = f"{commission.wanted}信息" if commission.wanted else "信息"
    yield f"因工作需要，请{who}就“{commission.title}”报送{kind}。"
    if commission.points:
        yield "请着重写明："
        yield from (f"{at}．{text}" for at, text in enumerate(commission.points, 1))
    contact = f"联系人：{commission.contact}。" if commission.contact else ""
    yield f"请于{until}前报送，由单位负责人审签，来稿请注明约稿编号。{contact}"


def _slip(unit: str, wanted: bool) -> Slip | None:  # noqa: FBT001 - the one choice there is
    if not wanted:
        return None
    rows = (("承办单位", unit, "承办人", ""), ("联系电话", "", "收到时间", ""))
    return Slip("回　执", Table(rows, header_rows=0), (16, 40, 16, 28))
