"""What issues have printed: values of desk to rows and back, the shelf, and the search."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, extract, func, select
from sqlalchemy.orm import Session

from db import models as issues
from db import printed_models as models
from db.rows import add_row, add_rows
from db.search import drop_printed, index_printed, printed_hits
from desk.archive.printed import PrintedIssue, PrintedItem, Shelved
from desk.archive.uses import UseWay
from desk.folding import fold
from desk.issues import IssueStatus, Series
from desk.publications import Retention

_AT_ONCE = 200  # items verified together, and parameters of a statement
_ON_SHELF = issues.Issue.status != IssueStatus.OPEN.value
_NEWEST = (issues.Issue.day.desc(), issues.Issue.number.desc(), issues.Issue.id.desc())
# what is decided about a publication now stands in for issues that are not read in yet
_COPIES = func.coalesce(models.PrintedIssue.copies, issues.Publication.copies)
_RETENTION = func.coalesce(models.PrintedIssue.retention, issues.Publication.retention)


class SqlPrinted:
    """``desk.repositories.printed.Printed`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, issue: PrintedIssue, items: Sequence[PrintedItem]) -> None:
        """Keep what an issue has printed, instead of what was kept of it before."""
        self._drop(issue.issue_id)
        row = {
            "issue_id": issue.issue_id,
            "pages": issue.pages,
            "copies": issue.copies,
            "retention": issue.retention.value,
        }
        add_rows(self._session, models.PrintedIssue, [row])
        for item in items:
            key = add_row(self._session, models.PrintedItem, _row(item))
            index_printed(self._session, key, words_of_item(item))

    def reindex(self) -> None:
        """Make every item findable anew: a salvaged store brings no index."""
        for row in self._session.scalars(select(models.PrintedItem)):
            index_printed(self._session, row.id, words_of_item(_item(row)))

    def items(self, issue_ids: Sequence[int]) -> list[PrintedItem]:
        """The items of issues, in printing order."""
        model, found = models.PrintedItem, list[PrintedItem]()
        for start in range(0, len(issue_ids), _AT_ONCE):
            some = issue_ids[start : start + _AT_ONCE]
            wanted = select(model).where(model.issue_id.in_(some))
            found += map(
                _item, self._session.scalars(wanted.order_by(model.issue_id, model.position))
            )
        return found

    def waiting(self, limit: int | None = None) -> list[int]:
        """The issues of which nothing is kept yet, newest first."""
        return list(self._session.scalars(self._waiting().order_by(*_NEWEST).limit(limit)))

    def count_waiting(self) -> int:
        """How many issues wait."""
        waiting = self._waiting().subquery()
        return self._session.scalar(select(func.count()).select_from(waiting)) or 0

    def years(self) -> list[tuple[int, int, int]]:
        """Publication, year and how many issues are on the shelf; newest year first."""
        model = issues.Issue
        year = extract("year", model.day)
        wanted = (
            select(model.publication_id, year, func.count())
            .where(_ON_SHELF)
            .group_by(model.publication_id, year)
            .order_by(year.desc(), model.publication_id)
        )
        return [(at, int(when), count) for at, when, count in self._session.execute(wanted)]

    def shelf(
        self, publication_id: int = 0, year: int = 0, *, only_expiring: bool = False
    ) -> list[Shelved]:
        """The issues of a publication and a year (0: all), newest first.

        ``only_expiring`` leaves out what is kept for ever.
        """
        wanted = _narrowed(_shelf(), publication_id, year)
        if only_expiring:
            wanted = wanted.where(_RETENTION.not_in((Retention.PERMANENT.value,)))
        return self._shelved(wanted)

    def some(self, issue_ids: Sequence[int]) -> list[Shelved]:
        """These issues, as far as they are on the shelf, newest first."""
        return self._shelved(_shelf().where(issues.Issue.id.in_(issue_ids)))

    def find(
        self, words: Sequence[str], publication_id: int = 0, year: int = 0, limit: int = 200
    ) -> list[PrintedItem]:
        """The items that hold all words in normal form, of the newest issues first."""
        model, issue = models.PrintedItem, issues.Issue
        hits = select(model.id).join(issue, issue.id == model.issue_id)
        hits = _narrowed(hits, publication_id, year).where(model.id.in_(printed_hits(words)))
        ids = self._session.scalars(hits.order_by(*_NEWEST, model.position)).all()
        found: list[PrintedItem] = []
        for start in range(0, len(ids), _AT_ONCE):
            found += self._verified(ids[start : start + _AT_ONCE], words)
            if len(found) >= limit:
                break
        return found[:limit]

    def _verified(self, ids: Sequence[int], words: Sequence[str]) -> Iterator[PrintedItem]:
        """Those that do hold the words: the index knows only neighbours."""
        model = models.PrintedItem
        rows = {
            row.id: row for row in self._session.scalars(select(model).where(model.id.in_(ids)))
        }
        for item in (_item(rows[one]) for one in ids):
            held = fold(words_of_item(item))
            if all(word in held for word in words):
                yield item

    def _drop(self, issue_id: int) -> None:
        model = models.PrintedItem
        mine = select(model.id).where(model.issue_id == issue_id)
        drop_printed(self._session, self._session.scalars(mine).all())
        self._session.execute(delete(model).where(model.issue_id == issue_id))
        kept = models.PrintedIssue
        self._session.execute(delete(kept).where(kept.issue_id == issue_id))

    def _waiting(self) -> Select[int]:
        issue, kept = issues.Issue, models.PrintedIssue
        joined = select(issue.id).outerjoin(kept, kept.issue_id == issue.id)
        return joined.where(_ON_SHELF, kept.issue_id.is_(None))

    def _shelved(self, wanted: Select[Any]) -> list[Shelved]:
        revisions = self._revisions()
        rows = self._session.execute(wanted.order_by(*_NEWEST))
        return [_to_shelved(row, revisions) for row in rows]

    def _revisions(self) -> Mapping[int, int]:
        """The last correction that was released of each issue that has one."""
        model = issues.Issue
        wanted = select(model.corrects, func.max(model.revision)).group_by(model.corrects)
        rows = self._session.execute(wanted.where(model.corrects.is_not(None), _ON_SHELF))
        return {first: revision for first, revision in rows if first is not None}


def words_of_item(item: PrintedItem) -> str:
    """Everything an item is found by."""
    return "\n".join((item.title, item.section, item.units, item.text))


def _shelf() -> Select[Any]:
    issue, kept, usual = issues.Issue, models.PrintedIssue, issues.Publication
    entry, use = issues.Entry, models.Use
    items = select(func.count()).where(entry.issue_id == issue.id).scalar_subquery()
    lent = (use.issue_id == issue.id, use.way == UseWay.BORROWED.value, use.returned.is_(None))
    out = select(func.count()).select_from(use).where(*lent).scalar_subquery()
    columns = (
        *(issue.id, issue.publication_id, issue.series, issue.matter, issue.number, issue.total),
        *(issue.day, issue.status, issue.revision, issue.corrects, issue.pdf, issue.docx),
        *(issue.year, issue.reason),
        *(kept.pages, _COPIES.label("copies"), _RETENTION.label("retention")),
        *(items.label("items"), out.label("out")),
    )
    joined = select(*columns).join(usual, usual.id == issue.publication_id)
    return joined.outerjoin(kept, kept.issue_id == issue.id).where(_ON_SHELF)


def _narrowed(wanted: Select[Any], publication_id: int, year: int) -> Select[Any]:
    issue = issues.Issue
    if publication_id:
        wanted = wanted.where(issue.publication_id == publication_id)
    return wanted.where(extract("year", issue.day) == year) if year else wanted


def _to_shelved(row: Row[Any], revisions: Mapping[int, int]) -> Shelved:
    matter = json.loads(row.matter)
    return Shelved(
        id=row.id,
        publication_id=row.publication_id,
        series=Series(row.series),
        label=matter.get("label", ""),
        number=row.number,
        total=row.total,
        day=row.day,
        status=IssueStatus(row.status),
        revision=row.revision,
        corrects=row.corrects or 0,
        items=row.items,
        pages=row.pages or 0,
        copies=row.copies,
        retention=Retention(row.retention),
        pdf=row.pdf,
        docx=row.docx,
        out=row.out,
        year=(row.corrects and row.year) or row.day.year,
        reason=row.reason,
        is_replaced=revisions.get(row.corrects or row.id, 0) > row.revision,
    )


def _row(item: PrintedItem) -> dict[str, object]:
    return {
        "issue_id": item.issue_id,
        "position": item.position,
        "draft_id": item.draft_id,
        "section": item.section,
        "title": item.title,
        "units": item.units,
        "page": item.page,
        "turns": json.dumps(item.turns),
        "text": item.text,
    }


def _item(row: models.PrintedItem) -> PrintedItem:
    return PrintedItem(
        issue_id=row.issue_id,
        position=row.position,
        draft_id=row.draft_id,
        section=row.section,
        title=row.title,
        units=row.units,
        page=row.page,
        text=row.text,
        turns=tuple(json.loads(row.turns)),
        id=row.id,
    )
