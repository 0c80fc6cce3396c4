"""The ways of drafts through the desk, from the drafts, the trail and the approvals at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select
from sqlalchemy.orm import Session

from db import models
from db.approval_models import Approval, ApprovalStep
from db.draft_filters import start_of
from desk.approvals import Verdict
from desk.drafts import MADE_HERE, Kind
from desk.timeliness.passage import Passage, Signing

_TAKEN = ("新到→在编", "开始编辑", "交办")
_PRINTED = "印发采用"
_SECOND = 2  # the first revision is what came
_MADE = tuple(one.value for one in MADE_HERE)
_DECIDED = (Verdict.PASSED.value, Verdict.RETURNED.value)
_Moments = dict[int, datetime]


class SqlPassages:
    """``desk.repositories.passages.Passages`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def came(self, first: date, last: date) -> list[Passage]:
        """The drafts that were sent to the desk on these days, both included, oldest first."""
        model = models.Draft
        since, until = start_of(first), start_of(last + timedelta(1))
        within = model.received >= since, model.received < until, model.channel.not_in(_MADE)
        ids = select(model.id).where(*within)
        columns = (model.id, model.kind, model.event_date, model.received, model.due)
        rows = self._session.execute(select(*columns).where(*within).order_by(model.received))
        return list(_Read(self._session, ids).passages(rows))


class _Read:
    """What is read of some drafts at once."""

    def __init__(self, session: Session, ids: Select[int]) -> None:
        self._session, self._ids = session, ids
        self._units = self._linked()
        self._taken = self._first_of(_TAKEN)
        self._printed = self._first_of((_PRINTED,))
        self._saved = self._first_saved()
        self._sent: _Moments = {}
        self._ready: _Moments = {}
        self._signings: defaultdict[int, list[Signing]] = defaultdict(list)
        self._approved()

    def passages(self, rows: Iterable[Any]) -> Iterator[Passage]:
        """One for each row of a draft."""
        for draft_id, kind, event_date, received, due in rows:
            yield Passage(
                draft_id,
                Kind(kind) if kind else None,
                event_date,
                received,
                due,
                tuple(self._units.get(draft_id, ())),
                self._taken.get(draft_id),
                self._saved.get(draft_id),
                self._sent.get(draft_id),
                self._ready.get(draft_id),
                self._printed.get(draft_id),
                tuple(self._signings.get(draft_id, ())),
            )

    def _linked(self) -> dict[int, list[int]]:
        model, found = models.DraftUnit, defaultdict[int, list[int]](list)
        wanted = select(model.draft_id, model.unit_id).where(model.draft_id.in_(self._ids))
        for draft_id, unit_id in self._session.execute(
            wanted.order_by(model.draft_id, model.position)
        ):
            found[draft_id].append(unit_id)
        return found

    def _first_of(self, actions: tuple[str, ...]) -> _Moments:
        """When the trail first tells one of these actions of each draft."""
        model, drafts = models.AuditRecord, self._ids.subquery()
        subject = literal("draft:") + cast(drafts.c.id, String)
        wanted = (
            select(drafts.c.id, func.min(model.when))
            .join(model, model.subject == subject)
            .where(model.action.in_(actions))
            .group_by(drafts.c.id)
        )
        return dict(self._session.execute(wanted).all())

    def _first_saved(self) -> _Moments:
        model = models.Revision
        wanted = select(model.draft_id, model.saved).where(
            model.draft_id.in_(self._ids), model.number == _SECOND
        )
        return dict(self._session.execute(wanted).all())

    def _approved(self) -> None:
        """When drafts were first sent up, by whom each step was decided, and when all were."""
        step = ApprovalStep
        wanted = (
            select(
                Approval.draft_id,
                Approval.begun,
                step.name,
                step.signer,
                step.since,
                step.done,
                step.hours,
                step.verdict,
            )
            .join(step, step.approval_id == Approval.id)
            .where(Approval.draft_id.in_(self._ids))
            .order_by(Approval.id, step.position)
        )
        for draft_id, begun, name, signer, since, done, hours, verdict in self._session.execute(
            wanted
        ):
            self._sent.setdefault(draft_id, begun)
            if verdict == Verdict.PASSED.value and done:
                self._ready[draft_id] = done
            else:
                self._ready.pop(draft_id, None)
            if verdict in _DECIDED and since and done:
                self._signings[draft_id].append(Signing(name, signer, since, done, hours))
