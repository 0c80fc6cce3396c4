"""The office's short lists: values of desk to rows and back."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import list_models as models
from db.bodies import dump
from db.columns import Base
from desk.calendar import SpecialDay
from desk.clocks import Clock
from desk.drafts import Channel, DraftQuery, Kind, Status, Urgency
from desk.reasons import Reason
from desk.terms import ClockUnit, Since
from desk.topics import Topic
from desk.views import Grouping, SavedView


class SqlLists:
    """``desk.store.Lists`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def reasons(self) -> list[Reason]:
        """Reasons by decision and position."""
        model = models.Reason
        rows = self._session.scalars(
            select(model).order_by(model.decision, model.position, model.code)
        )
        return [
            Reason(row.code, Status(row.decision), row.text, row.position, row.active, row.advice)
            for row in rows
        ]

    def save_reason(self, reason: Reason) -> None:
        """Add or change the reason of that code."""
        self._merge(models.Reason(**{**asdict(reason), "decision": reason.decision.value}))

    def clocks(self) -> list[Clock]:
        """The limits, one a kind."""
        found = {row.kind: _to_clock(row) for row in self._session.scalars(select(models.Clock))}
        return [found[kind] for kind in (*Kind, "") if kind in found]

    def save_clock(self, clock: Clock) -> None:
        """Set the limit of its kind."""
        values = {"amount": clock.amount, "unit": clock.unit.value, "since": clock.since.value}
        self._merge(models.Clock(kind=str(clock.kind or ""), **values))

    def special_days(self) -> list[SpecialDay]:
        """The office's exceptions to the calendar, by day."""
        rows = self._session.scalars(select(models.SpecialDay).order_by(models.SpecialDay.day))
        return [SpecialDay(row.day, row.is_working, row.name) for row in rows]

    def save_special_day(self, special: SpecialDay) -> None:
        """Add or change a day."""
        self._merge(models.SpecialDay(**asdict(special)))

    def delete_special_day(self, day: date) -> None:
        """Let the national calendar decide on a day again."""
        self._session.execute(delete(models.SpecialDay).where(models.SpecialDay.day == day))

    def topics(self) -> list[Topic]:
        """The topics by position."""
        model = models.Topic
        rows = self._session.scalars(select(model).order_by(model.position, model.name))
        return [Topic(row.name, row.position, row.active) for row in rows]

    def save_topic(self, topic: Topic) -> None:
        """Add or change the topic of that name."""
        self._merge(models.Topic(**asdict(topic)))

    def delete_topic(self, name: str) -> None:
        """Forget a topic; drafts that have it keep it."""
        self._session.execute(delete(models.Topic).where(models.Topic.name == name))

    def views(self) -> list[SavedView]:
        """The saved views by position."""
        model = models.SavedView
        rows = self._session.scalars(select(model).order_by(model.position, model.name))
        return [_to_view(row) for row in rows]

    def save_view(self, view: SavedView) -> None:
        """Add or change the view of that name."""
        self._merge(
            models.SavedView(name=view.name, position=view.position, query=_view_json(view))
        )

    def delete_view(self, name: str) -> None:
        """Forget a view."""
        self._session.execute(delete(models.SavedView).where(models.SavedView.name == name))

    def watched(self) -> dict[str, str]:
        """Files taken from the watched folder: path and the stamp they had."""
        model = models.WatchedFile
        return dict(self._session.execute(select(model.path, model.stamp)).all())

    def watch(self, path: str, stamp: str) -> None:
        """Remember a file of the watched folder as taken."""
        self._merge(models.WatchedFile(path=path, stamp=stamp))

    def _merge(self, row: Base) -> None:
        self._session.merge(row)
        self._session.flush()


def _to_clock(row: models.Clock) -> Clock:
    kind = Kind(row.kind) if row.kind else None
    return Clock(kind, row.amount, ClockUnit(row.unit), Since(row.since))


def _view_json(view: SavedView) -> str:
    query = {name: value for name, value in asdict(view.query).items() if value}
    plain = {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in query.items()
    }
    days = {name: v.isoformat() for name, v in plain.items() if isinstance(v, date | datetime)}
    return dump({"query": plain | days, "grouping": view.grouping, "received": view.received})


_READERS: dict[str, Any] = {
    "statuses": lambda values: frozenset(map(Status, values)),
    "urgencies": lambda values: frozenset(map(Urgency, values)),
    "kind": Kind,
    "channel": Channel,
    "overdue_at": datetime.fromisoformat,
    "received_from": date.fromisoformat,
    "received_to": date.fromisoformat,
    "event_from": date.fromisoformat,
    "event_to": date.fromisoformat,
}


def _to_view(row: models.SavedView) -> SavedView:
    held = json.loads(row.query)
    values = {
        name: _READERS[name](value) if name in _READERS else value
        for name, value in held["query"].items()
    }
    grouping = Grouping(held["grouping"])
    return SavedView(row.name, DraftQuery(**values), grouping, held["received"], row.position)
