"""Compose a bulletin: its text, then tables, charts and every adopted item as attachments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.body import Paragraph, Run, level_of
from desk.bulletins.matter import Matter, matter_of
from desk.bulletins.named.carriers import by_publication, legend, marks_of
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import SIGNED, TITLE, TO, Passage
from desk.dates import full_date, short_date
from desk.layout.document_parts import Attachment, Document, Drawing, Part
from desk.stat_table import Head, StatTable, Value
from desk.surveys.items import Printed
from desk.surveys.survey import Survey

ITEMS = "采用信息明细"
_MOST_UPRIGHT = 12  # columns of a table on upright paper


@dataclass(frozen=True, slots=True)
class Annex:
    """What is attached under one title: tables, or charts."""

    title: str
    parts: tuple[StatTable | Drawing, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around the text; "" and () take it from the passages."""

    day: date
    title: str = ""
    number: str = ""
    signed: tuple[str, ...] = ()
    copies_to: str = ""


def document_of(
    passages: Sequence[Passage],
    survey: Survey,
    options: BulletinOptions,
    heading: Heading,
    annexes: Sequence[Annex] = (),
) -> Document:
    """A bulletin as a document: its text, then what is attached, the items adopted last."""
    matter = matter_of(survey, options)
    attached = [*annexes, items_annex(matter)] if options.items and matter.items else annexes
    signed = heading.signed or tuple(one.text for one in passages if _is(one, SIGNED))
    return Document(
        heading.title or _text(passages, TITLE),
        survey.office,
        heading.day,
        (*_paragraphs(passages), *(part for one in attached for part in _attached(one))),
        heading.number,
        _text(passages, TO),
        (*filter(None, signed), full_date(heading.day)) if any(signed) else (),
        heading.copies_to,
    )


def tables_annex(tables: Sequence[StatTable]) -> Annex:
    """Attach the tables of one layout under the title they have in common."""
    title = tables[0].title if tables else ""
    if len(tables) == 1:
        tables = (replace(tables[0], title=""),)
    else:
        title = _common(tables)
    most = max((len(one.columns) for one in tables), default=0)
    return Annex(title or "统计表", tuple(tables), landscape=most > _MOST_UPRIGHT)


def charts_annex(title: str, drawings: Sequence[Drawing], *, landscape: bool) -> Annex:
    """Attach the pages of a chart."""
    return Annex(title, tuple(drawings), landscape=landscape)


def items_annex(matter: Matter) -> Annex:
    """Attach every item adopted, publication by publication, with its units and marks."""
    told = legend(matter.items)
    tables = [
        _items_table(matter, name, items) for name, items in by_publication(matter.items).items()
    ]
    if told and tables:
        tables[-1] = replace(tables[-1], note=f"注：{told}。")
    return Annex(f"{matter.survey.stretch.name}{ITEMS}", tuple(tables))


_COLUMNS = (
    Head("序号", width=5),
    Head("日期", width=7),
    Head("期号", width=9),
    Head("栏目", width=8),
    Head("标题", width=34, left=True),
    Head("报送单位", width=16, left=True),
)


def _items_table(matter: Matter, name: str, items: Sequence[Printed]) -> StatTable:
    """The items of a publication; columns in which nothing stands are left out."""
    rows = [_item_row(matter, at, one) for at, one in enumerate(items, 1)]
    held = [at for at in range(len(_COLUMNS)) if any(row[at] for row in rows)]
    return StatTable(
        f"《{name}》（{len(items)}条）",
        tuple(_COLUMNS[at] for at in held),
        tuple(tuple(row[at] for at in held) for row in rows),
    )


def _item_row(matter: Matter, at: int, item: Printed) -> tuple[Value, ...]:
    return (
        at,
        short_date(item.day),
        item.number,
        item.section,
        f"{marks_of(item)}{item.title}",
        "、".join(matter.name(unit) for unit in item.units),
    )


def _attached(annex: Annex) -> Iterator[Part]:
    yield Attachment(annex.title, annex.landscape)
    yield from annex.parts


def _paragraphs(passages: Sequence[Passage]) -> Iterator[Paragraph]:
    """The running text, a line of it a paragraph."""
    for one in passages:
        if not any(_is(one, role) for role in (TITLE, TO, SIGNED)):
            for line in filter(None, map(str.strip, one.text.splitlines())):
                yield Paragraph((Run(line),), level_of(line))


def _is(passage: Passage, role: str) -> bool:
    """Whether it is the title, the address or a signature; several have numbers."""
    return passage.key == role or passage.key.startswith(f"{role}-")


def _text(passages: Sequence[Passage], role: str) -> str:
    return "".join(one.text for one in passages if _is(one, role))


def _common(tables: Sequence[StatTable]) -> str:
    """What the titles of several tables begin with, without an opened bracket."""
    titles = [one.title for one in tables]
    shared = [signs[0] for signs in zip(*titles, strict=False)]
    same = next(
        (at for at, signs in enumerate(zip(*titles, strict=False)) if len(set(signs)) > 1),
        len(shared),
    )
    return "".join(shared[:same]).rstrip("（〔 　：")
