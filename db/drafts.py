"""Drafts with their texts, units, revisions and waivers: values of desk to rows and back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from db import (
    candidates,
    draft_clocks,
    draft_lists,
    draft_rows,
    draft_sections,
    draft_tallies,
    facets,
    models,
    search,
    versions,
    waivers,
    wiping,
)
from db.bodies import to_json
from db.rows import add_row, add_rows
from desk.candidates import Candidate
from desk.clocks import Timing
from desk.drafts import (
    Draft,
    DraftQuery,
    DraftRow,
    Revision,
    Secrecy,
    Status,
    Waiver,
)
from desk.errors import NotFoundError
from desk.searching import Facets
from desk.tally import Tally
from desk.views import Grouping, Section

_FIRST_WITH = (
    select(models.Draft.id)
    .where(models.Draft.original_digest == bindparam("wanted"), models.Draft.original_digest != "")
    .order_by(models.Draft.id)
    .limit(1)
)


class SqlDrafts:
    """``desk.store.Drafts`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, draft: Draft, who: str) -> Draft:
        """Take a new draft with its first revision; returns it with its id."""
        original = draft.original
        source = {"original_name": original.name, "original_digest": original.digest}
        text = draft_rows.text_values(draft.title, draft.body, number=1)
        row_id = add_row(self._session, models.Draft, source | draft_rows.values_of(draft) | text)
        body = to_json(original.body)
        add_rows(self._session, models.Original, [{"draft_id": row_id, "body": body}])
        taken = replace(draft, id=row_id, revision=1)
        first = Revision(1, draft.received, who, "收稿", draft.title, draft.body)
        if draft.body != original.body:
            body = to_json(draft.body)
        add_rows(self._session, models.Revision, [draft_rows.revision_values(row_id, first, body)])
        self._add_links(taken)
        self._add_topics(taken)
        versions.add(self._session, taken)
        search.index(self._session, taken)
        return taken

    def get(self, draft_id: int) -> Draft:
        """One draft; raises NotFoundError."""
        return draft_rows.to_drafts(self._session, [self._row(draft_id)])[0]

    def several(self, ids: Sequence[int]) -> list[Draft]:
        """Drafts in the order of ``ids``, read together; raises NotFoundError."""
        held = {
            row.id: row
            for some in draft_lists.portions(ids)
            for row in self._session.scalars(select(models.Draft).where(models.Draft.id.in_(some)))
        }
        rows = [held.get(draft_id) or self._row(draft_id) for draft_id in ids]
        return draft_rows.to_drafts(self._session, rows)

    def save(self, draft: Draft) -> None:
        """Write the draft's fields; its title and body change only through ``revise``."""
        row = self._row(draft.id)
        before = draft_rows.searched(row)
        draft_rows.write(row, draft)
        self._write_links(draft)
        if draft_rows.searched(row) != before:
            search.index(self._session, self.get(draft.id))

    def revise(self, draft: Draft, revision: Revision) -> Draft:
        """Write the draft and its text as a new revision (number 0) or over the one it names."""
        row = self._row(draft.id)
        number = revision.number or row.revision + 1
        draft_rows.write(row, draft)
        draft_rows.write_text(row, revision.title, revision.body, number)
        written = replace(revision, number=number)
        values = draft_rows.revision_values(draft.id, written, to_json(revision.body))
        self._session.merge(models.Revision(**values))
        self._write_links(draft)
        revised = replace(draft, title=revision.title, body=revision.body, revision=number)
        search.index(self._session, revised)
        return revised

    def graded(self, grades: Iterable[Secrecy]) -> list[int]:
        """The drafts of these grades, oldest first."""
        wanted = [one.value for one in grades]
        model = models.Draft
        return list(
            self._session.scalars(
                select(model.id).where(model.secrecy.in_(wanted)).order_by(model.id)
            )
        )

    def wipe(self, draft_id: int, title: str) -> None:
        """Wipe what a draft says; see ``desk.repositories.drafts``."""
        wiping.wipe(self._session, draft_id, title)

    def settle_wiping(self) -> None:
        """Let nothing of what was wiped stay in the index."""
        wiping.settle(self._session)

    def revisions(self, draft_id: int) -> list[Revision]:
        """All saved texts, oldest first."""
        model = models.Revision
        rows = select(model).where(model.draft_id == draft_id).order_by(model.number)
        return [draft_rows.to_revision(row) for row in self._session.scalars(rows)]

    def last_revision(self, draft_id: int) -> Revision:
        """The newest saved text; raises NotFoundError."""
        row = self._row(draft_id)
        return draft_rows.to_revision(
            self._session.get_one(models.Revision, (draft_id, row.revision))
        )

    def ids(self, query: DraftQuery) -> list[int]:
        """The ids that answer a query, in its order; 1,000,000 of them are fine."""
        return draft_lists.ids(self._session, query)

    def sections(self, query: DraftQuery, grouping: Grouping) -> tuple[list[int], list[Section]]:
        """The ids that answer a query, and the parts they are divided into one after another."""
        return draft_sections.divided(self._session, query, grouping)

    def rows(self, ids: Sequence[int]) -> list[DraftRow]:
        """The list's records of some drafts, in the order of ``ids``; unknown ids are left out."""
        return draft_lists.rows(self._session, ids)

    def facets(self, query: DraftQuery) -> Facets:
        """How many drafts answer a query, and how many each choice would leave."""
        return facets.count(self._session, query)

    def unindexed(self) -> int:
        """How many drafts wait to be indexed anew; until then some fields don't find them."""
        return self._session.scalar(select(func.count()).select_from(models.Unindexed)) or 0

    def reindex(self, most: int) -> None:
        """Index the newest drafts that wait, so many of them."""
        waiting = models.Unindexed.draft_id
        newest = select(waiting).order_by(waiting.desc()).limit(most)
        for draft in self.several(self._session.scalars(newest).all()):
            search.index(self._session, draft)

    def counts(self) -> dict[Status, int]:
        """How many drafts stand in each status."""
        model = models.Draft
        counted = select(model.status, func.count()).group_by(model.status)
        every = dict(self._session.execute(counted).all())
        made = dict(self._session.execute(counted.where(~versions.sent_only())).all())
        return {status: every.get(status, 0) - made.get(status, 0) for status in Status}

    def versions(self, draft_id: int) -> list[Draft]:
        """The texts of a draft for publications, in the order they were made."""
        return self.several(versions.of(self._session, draft_id))

    def versions_for(self, publication_id: int) -> dict[int, int]:
        """The versions in use for a publication, by the draft each was made of."""
        return versions.for_publication(self._session, publication_id)

    def with_digest(self, digest: str) -> DraftRow | None:
        """The first draft whose original file has these bytes."""
        self._session.flush()
        found = self._session.connection().scalar(_FIRST_WITH, {"wanted": digest})
        return None if found is None else self.rows([found])[0]

    def candidates(self, ids: Sequence[int]) -> list[Candidate]:
        """Drafts without their texts, in the order of ``ids``; those that are gone are left out."""
        return candidates.candidates(self._session, ids)

    def with_status(self, status: Status) -> list[Draft]:
        """Whole drafts of one status with versions, oldest first (for the pool of an issue)."""
        model = models.Draft
        rows = select(model).where(model.status == status.value).order_by(model.received, model.id)
        return draft_rows.to_drafts(self._session, self._session.scalars(rows).all())

    def waive(self, draft_id: int, waiver: Waiver) -> None:
        """Remember a waiver; a second one for the same finding takes the first one's place."""
        self._row(draft_id)
        waivers.put(self._session, draft_id, waiver)

    def unwaive(self, draft_id: int, rule: str, excerpt: str, around: str = "") -> None:
        """Forget a waiver; that of a single place is known by the words around it."""
        waivers.remove(self._session, draft_id, rule, excerpt, around)

    def waivers(self, draft_id: int) -> list[Waiver]:
        """The waivers of a draft, oldest first."""
        return waivers.of_draft(self._session, draft_id)

    def _row(self, draft_id: int) -> models.Draft:
        row = self._session.get(models.Draft, draft_id)
        if row is None:
            raise NotFoundError(f"找不到编号为 {draft_id} 的稿件。请刷新列表后再试。")
        return row

    def mark(
        self,
        ids: Sequence[int],
        *,
        is_read: bool | None = None,
        is_flagged: bool | None = None,
        holder: str | None = None,
    ) -> None:
        """Set these marks on many drafts at once; None leaves a mark as it is."""
        marks = {"is_read": is_read, "is_flagged": is_flagged, "holder": holder}
        values = {name: value for name, value in marks.items() if value is not None}
        model = models.Draft
        for some in draft_lists.portions(ids):
            self._session.execute(update(model).where(model.id.in_(some)).values(values))

    def holders(self) -> list[str]:
        """Everyone who has a draft in hand, by name."""
        return draft_lists.holders(self._session)

    def timings(self, statuses: Iterable[Status]) -> list[Timing]:
        """What the clocks of all drafts in these statuses depend on, oldest first."""
        return draft_clocks.timings(self._session, statuses)

    def set_due(self, dues: Mapping[int, datetime | None]) -> None:
        """Write when the clocks of some drafts run out; 100,000 of them are fine."""
        draft_clocks.set_due(self._session, dues)

    def tallies(self, first: date, last: date) -> list[Tally]:
        """What each unit sent on these days, both included, and what became of it."""
        return draft_tallies.tallies(self._session, first, last)

    def topics(self, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The topics of those of these drafts that have some, by name."""
        model = models.DraftTopic
        found: dict[int, tuple[str, ...]] = {}
        for some in draft_lists.portions(sorted(ids)):
            wanted = select(model.draft_id, model.topic).where(model.draft_id.in_(some))
            for draft_id, topic in self._session.execute(wanted.order_by(model.topic)):
                found[draft_id] = (*found.get(draft_id, ()), topic)
        return found

    def _write_links(self, draft: Draft) -> None:
        """Write the units and topics where they changed."""
        topic = models.DraftTopic
        stored = set(self._session.scalars(select(topic.topic).filter_by(draft_id=draft.id)))
        if stored != set(draft.topics):
            self._session.execute(delete(topic).where(topic.draft_id == draft.id))
            self._add_topics(draft)
        self._write_units(draft)

    def _write_units(self, draft: Draft) -> None:
        model = models.DraftUnit
        stored = select(model.unit_id).where(model.draft_id == draft.id).order_by(model.position)
        if tuple(self._session.scalars(stored)) != draft.unit_ids:
            self._session.execute(delete(model).where(model.draft_id == draft.id))
            self._add_links(draft)

    def _add_links(self, draft: Draft) -> None:
        links = [
            {"draft_id": draft.id, "position": position, "unit_id": unit_id}
            for position, unit_id in enumerate(draft.unit_ids)
        ]
        add_rows(self._session, models.DraftUnit, links)

    def _add_topics(self, draft: Draft) -> None:
        topics = [{"draft_id": draft.id, "topic": topic} for topic in set(draft.topics)]
        add_rows(self._session, models.DraftTopic, topics)
