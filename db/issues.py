"""Issues with their entries: values of desk to rows and back."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from db import models
from db.decisions import matter_from, matter_json
from db.draft_lists import portions
from desk.errors import NotAllowedError, NotFoundError
from desk.issues import Entry, Issue, IssueStatus, Numbered, Role, Series

_FEW = 400  # far below every database's limit of parameters


class SqlIssues:
    """``desk.store.Issues`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, issue_id: int) -> Issue:
        """One issue; raises NotFoundError."""
        return self._to_issues([self._row(issue_id)])[0]

    def all(
        self, publication_id: int | None = None, status: IssueStatus | None = None
    ) -> list[Issue]:
        """Issues, newest day and number first."""
        wanted = select(models.Issue)
        if publication_id is not None:
            wanted = wanted.where(models.Issue.publication_id == publication_id)
        if status is not None:
            wanted = wanted.where(models.Issue.status == status.value)
        return self._select(wanted)

    def frozen(self, most: int, since: date | None = None) -> list[Issue]:
        """The newest issues that were released, so many of them and none before ``since``."""
        wanted = select(models.Issue).where(models.Issue.status != IssueStatus.OPEN.value)
        if since is not None:
            wanted = wanted.where(models.Issue.day >= since)
        return self._select(wanted, most)

    def save(self, issue: Issue) -> Issue:
        """Add (id 0) or change an issue; raises NotAllowedError once it is released."""
        return self._write(self._open_row(issue.id) if issue.id else models.Issue(), issue)

    def restore(self, issue: Issue) -> Issue:
        """Add an issue that was deleted, under its own id (undo)."""
        return self._write(models.Issue(id=issue.id), issue)

    def _write(self, row: models.Issue, issue: Issue) -> Issue:
        row.publication_id = issue.publication_id
        row.year = self._year(issue)
        self._must_be_free(issue, row.year)
        row.series, row.revision = issue.series.value, issue.revision
        row.corrects = issue.corrects or None
        row.matter = matter_json(issue.matter)
        row.data = issue.data
        row.number = issue.number
        row.total = issue.total
        row.day = issue.day
        row.status = issue.status.value
        row.released = issue.released
        row.pdf = issue.pdf
        row.docx = issue.docx
        self._session.add(row)
        self._session.flush()
        self._write_entries(row.id, issue.entries)
        return self._to_issues([row])[0]

    def withdraw(self, issue_id: int, when: datetime, reason: str) -> Issue:
        """Mark a released issue as withdrawn; all else of it stays as it was released."""
        row = self._row(issue_id)
        if row.status != IssueStatus.RELEASED:
            raise NotAllowedError(f"第 {row.number} 期现在是“{row.status}”，不能撤销。")
        row.status, row.withdrawn, row.reason = IssueStatus.WITHDRAWN.value, when, reason
        self._session.flush()
        return self._to_issues([row])[0]

    def corrections(self, issue_id: int) -> list[Issue]:
        """The corrections of an issue, released or not, in their order."""
        model = models.Issue
        wanted = select(model).where(model.corrects == issue_id).order_by(model.revision)
        return self._to_issues(self._session.scalars(wanted).all())

    def delete(self, issue_id: int) -> None:
        """Remove an open issue; its drafts stay. Raises NotAllowedError once it is released."""
        row = self._open_row(issue_id)
        self._write_entries(issue_id, ())
        self._session.delete(row)
        self._session.flush()

    def numbered(
        self, publication_id: int | None = None, since: date | None = None
    ) -> list[Numbered]:
        """Issues by their numbers alone, by day and number; corrections (更正) bear none."""
        model = models.Issue
        columns = (
            model.id, model.publication_id, model.series, model.number, model.total, model.day,
            model.status,
        )  # fmt: skip
        wanted = select(*columns).where(model.revision == 0).order_by(model.day, model.number)
        if publication_id is not None:
            wanted = wanted.where(model.publication_id == publication_id)
        if since is not None:
            wanted = wanted.where(model.day >= since)
        return [
            Numbered(
                *(one.id, one.publication_id, Series(one.series), one.number, one.total, one.day),
                IssueStatus(one.status),
            )
            for one in self._session.execute(wanted)
        ]

    def bearing(self, draft_ids: Sequence[int]) -> list[Issue]:
        """The issues that any of these drafts stands in, newest first."""
        model, entry = models.Issue, models.Entry
        rows = {
            row.id: row
            for some in portions(draft_ids)
            for row in self._session.scalars(
                select(model).where(
                    model.id.in_(select(entry.issue_id).where(entry.draft_id.in_(some)))
                )
            )
        }
        newest = sorted(rows.values(), key=lambda row: (row.day, row.number, row.id), reverse=True)
        return self._to_issues(newest)

    def holding(self, draft_id: int) -> list[Issue]:
        """The issues a draft stands in, newest first."""
        return self.bearing([draft_id])

    def _select(self, wanted: Select[models.Issue], most: int | None = None) -> list[Issue]:
        model = models.Issue
        newest = wanted.order_by(model.day.desc(), model.number.desc(), model.id.desc())
        newest = newest.limit(most)
        return self._to_issues(self._session.scalars(newest).all())

    def _row(self, issue_id: int) -> models.Issue:
        row = self._session.get(models.Issue, issue_id)
        if row is None:
            raise NotFoundError(f"找不到编号为 {issue_id} 的刊期。请刷新列表后再试。")
        return row

    def _open_row(self, issue_id: int) -> models.Issue:
        row = self._row(issue_id)
        if row.status != IssueStatus.OPEN:
            raise NotAllowedError(
                f"第 {row.number} 期已经印发，不能修改或删除。需要更正的，请另发更正。"
            )
        return row

    def _year(self, issue: Issue) -> int:
        """The year the number counts in; 0 where numbers never begin again."""
        if issue.corrects:
            return self._row(issue.corrects).year
        publication = self._session.get_one(models.Publication, issue.publication_id)
        yearly = json.loads(publication.numbering).get("yearly", True)
        return issue.year if yearly else 0

    def _must_be_free(self, issue: Issue, year: int) -> None:
        model = models.Issue
        same = select(model.id).where(
            model.publication_id == issue.publication_id,
            model.year == year,
            model.series == issue.series.value,
            model.number == issue.number,
            model.revision == issue.revision,
            model.id != issue.id,
        )
        if self._session.scalar(same) is not None:
            raise NotAllowedError(f"{issue.year} 年第 {issue.number} 期已经有了。请改用别的期号。")

    def _write_entries(self, issue_id: int, entries: Sequence[Entry]) -> None:
        model = models.Entry
        self._session.execute(delete(model).where(model.issue_id == issue_id))
        self._session.add_all(
            model(
                issue_id=issue_id,
                position=position,
                draft_id=entry.draft_id,
                section_id=entry.section_id,
                role=entry.role.value,
                heading=entry.heading,
            )
            for position, entry in enumerate(entries)
        )
        self._session.flush()

    def _to_issues(self, rows: Sequence[models.Issue]) -> list[Issue]:
        model = models.Entry
        columns = (
            model.issue_id, model.draft_id, model.section_id, model.role, model.heading,
        )  # fmt: skip
        wanted = select(*columns).order_by(model.issue_id, model.position)
        if len(rows) <= _FEW:  # else the whole small table: there are more entries than parameters
            wanted = wanted.where(model.issue_id.in_([row.id for row in rows]))
        held: dict[int, list[Entry]] = {}
        for issue_id, draft_id, section_id, role, heading in (
            self._session.execute(wanted) if rows else ()
        ):
            entry = Entry(draft_id, section_id, Role(role), heading)
            held.setdefault(issue_id, []).append(entry)
        replaced = self._replaced() if rows else {}
        return [_to_issue(row, tuple(held.get(row.id, ())), replaced) for row in rows]

    def _replaced(self) -> dict[int, int]:
        """By issue the newest correction that was released in its place."""
        model = models.Issue
        columns = (model.id, model.corrects, model.status)
        wanted = select(*columns).where(model.corrects.is_not(None)).order_by(model.revision)
        found: dict[int, int] = {}
        earlier: dict[int, list[int]] = {}
        for issue_id, first, status in self._session.execute(wanted):
            if first is not None and status != IssueStatus.OPEN:
                found |= dict.fromkeys([first, *earlier.get(first, [])], issue_id)
                earlier.setdefault(first, []).append(issue_id)
        return found


def _to_issue(row: models.Issue, entries: tuple[Entry, ...], replaced: Mapping[int, int]) -> Issue:
    moved = row.corrects and row.year not in (0, row.day.year)
    return Issue(
        publication_id=row.publication_id,
        number=row.number,
        total=row.total,
        day=row.day,
        entries=entries,
        status=IssueStatus(row.status),
        released=row.released,
        pdf=row.pdf,
        docx=row.docx,
        id=row.id,
        series=Series(row.series),
        matter=matter_from(row.matter),
        data=row.data,
        corrects=row.corrects or 0,
        revision=row.revision,
        of_year=row.year if moved else 0,
        withdrawn=row.withdrawn,
        reason=row.reason,
        replaced_by=replaced.get(row.id, 0),
    )
