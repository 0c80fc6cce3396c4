"""What importing a scheme's file would add to the publications."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from desk.errors import FieldError
from desk.publication_rules import check, tidy
from desk.publications import Publication, Section, Tier
from desk.scoring.schemes.coding import SchemeFormatError
from desk.scoring.schemes.rows import CarrierRow


def plan(
    publications: Iterable[Publication], rows: Sequence[CarrierRow], *, free: bool = False
) -> list[tuple[Publication, Publication | None]]:
    """The publications that rows of [[刊物]] add or add sections to, each with what it is now.

    Where ``free``, as nothing is booked yet, those registered take the tier of the rows.
    Raises SchemeFormatError with all that stands against it.
    """
    held = {one.name: one for one in publications}
    problems: list[str] = []
    wanted = []
    for number, row in enumerate(rows, start=1):
        before = held.get(row.name)
        now = _with_sections(before or Publication(row.name, (), tier=row.tier or Tier.OWN), row)
        if free and row.tier:
            now = replace(now, tier=row.tier)
        is_second = row.name in {one.name for one in rows[: number - 1]}
        found = [f"《{row.name}》写了两次。请并成一行。"] if is_second else []
        found += _objections(row, now)
        problems += [f"[[刊物]] 第 {number} 行：{one}" for one in found]
        if now != before:
            wanted.append((now, before))
    if problems:
        raise SchemeFormatError(problems)
    return wanted


def planned(
    publications: Sequence[Publication], rows: Sequence[CarrierRow], *, free: bool
) -> list[Publication]:
    """The publications as an import would leave them; what is new has a number below zero.

    Raises SchemeFormatError where it could not be.
    """
    numbers = count(-1, -1)
    made = {now.name: _numbered(now, numbers) for now, _ in plan(publications, rows, free=free)}
    kept = [made.pop(one.name, one) for one in publications]
    return [*kept, *made.values()]


def _numbered(publication: Publication, numbers: Iterator[int]) -> Publication:
    sections = (replace(one, id=one.id or next(numbers)) for one in publication.sections)
    return replace(publication, id=publication.id or next(numbers), sections=tuple(sections))


def _objections(row: CarrierRow, now: Publication) -> Iterator[str]:
    if row.tier and now.tier is not row.tier:
        yield (
            f"《{row.name}》登记的层级是{now.tier}，文件里写的是{row.tier}。"
            "请改文件，或在“资料 → 刊物”里改登记的层级。"
        )
    try:
        check(tidy(now))
    except FieldError as error:
        yield str(error)


def _with_sections(publication: Publication, row: CarrierRow) -> Publication:
    names = {one.name for one in publication.sections}
    last = max((one.position for one in publication.sections), default=-1)
    new = (name for name in dict.fromkeys(row.sections) if name not in names)
    added = tuple(Section(name, position) for position, name in enumerate(new, start=last + 1))
    return replace(publication, sections=(*publication.sections, *added))
