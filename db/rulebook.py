"""What the office makes of the rules: values of desk to rows and back."""

import json
from collections.abc import Iterable
from fractions import Fraction

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import models
from db import rule_models as rules
from db.bodies import dump
from desk.checks.earlier import Figure, PrintedFigure
from desk.checks.lexicon import Entry
from desk.checks.office import Level
from desk.drafts import Waiver, WaiverScope
from desk.outcomes import Outcome

_KEYS = 500  # in one statement; SQLite takes 32,766 parameters, older ones 999


class SqlRulebook:
    """``desk.store.Rulebook`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def words(self) -> list[Entry]:
        """The office's own entries and changes, by list and word."""
        model = rules.ListedWord
        rows = self._session.scalars(select(model).order_by(model.list, model.word))
        return [
            Entry(
                row.list,
                row.word,
                tuple(json.loads(row.instead)),
                tuple(json.loads(row.unless)),
                row.note,
                row.source,
                row.day,
                row.active,
            )
            for row in rows
        ]

    def save_word(self, entry: Entry) -> None:
        """Add or change the entry of that word."""
        self._session.merge(
            rules.ListedWord(
                list=entry.list,
                word=entry.word,
                instead=dump(entry.instead),
                unless=dump(entry.unless),
                note=entry.note,
                source=entry.source,
                day=entry.day,
                active=entry.is_active,
            )
        )
        self._session.flush()

    def delete_word(self, code: str, word: str) -> None:
        """Forget the office's entry; a delivered one is in force again."""
        model = rules.ListedWord
        self._session.execute(delete(model).where(model.list == code, model.word == word))

    def levels(self, publication_id: int = 0) -> dict[str, Level]:
        """The levels set by a publication, or by the office, by rule."""
        model = rules.RuleLevel
        rows = select(model.rule, model.level).where(model.publication_id == publication_id)
        return {rule: Level(level) for rule, level in self._session.execute(rows)}

    def set_level(self, publication_id: int, rule: str, level: Level | None) -> None:
        """Set a rule's level; None takes it back."""
        model = rules.RuleLevel
        if level is not None:
            self._session.merge(model(publication_id=publication_id, rule=rule, level=level.value))
            self._session.flush()
            return
        self._session.execute(
            delete(model).where(model.publication_id == publication_id, model.rule == rule)
        )

    def kept(self) -> list[Waiver]:
        """The words that are kept in every draft, oldest first."""
        model = rules.KeptWord
        return [
            Waiver(row.rule, row.excerpt, row.reason, row.who, row.when, WaiverScope.ALWAYS)
            for row in self._session.scalars(select(model).order_by(model.when, model.rule))
        ]

    def keep(self, waiver: Waiver) -> None:
        """Keep words in every draft."""
        self._session.merge(
            rules.KeptWord(
                rule=waiver.rule,
                excerpt=waiver.excerpt,
                reason=waiver.reason,
                who=waiver.who,
                when=waiver.when,
            )
        )
        self._session.flush()

    def unkeep(self, rule: str, excerpt: str) -> None:
        """Show these words as findings again."""
        model = rules.KeptWord
        self._session.execute(delete(model).where(model.rule == rule, model.excerpt == excerpt))

    def outcomes(self) -> dict[str, Outcome]:
        """What became of each rule's findings."""
        rows = self._session.scalars(select(rules.RuleOutcome))
        return {row.rule: Outcome(row.accepted, row.waived) for row in rows}

    def count(self, rule: str, *, accepted: int = 0, waived: int = 0) -> None:
        """Count fixes taken and findings kept."""
        row = self._session.get(rules.RuleOutcome, rule)
        if row is None:
            row = rules.RuleOutcome(rule=rule, accepted=0, waived=0)
            self._session.add(row)
        row.accepted += accepted
        row.waived = max(0, row.waived + waived)
        self._session.flush()

    def forget_figures(self, issue_id: int) -> None:
        """Take back that an issue's figures were printed."""
        model = rules.PrintedFigure
        self._session.execute(delete(model).where(model.issue_id == issue_id))

    def put_figures(self, issue_id: int, draft_id: int, figures: Iterable[Figure]) -> None:
        """Make these the figures of a draft in an issue."""
        model = rules.PrintedFigure
        self._session.execute(
            delete(model).where(model.issue_id == issue_id, model.draft_id == draft_id)
        )
        self._session.add_all(
            model(
                issue_id=issue_id,
                draft_id=draft_id,
                key=one.key,
                period=one.period,
                value=str(one.value),
                margin=str(one.margin),
                text=one.text,
            )
            for one in figures
        )
        self._session.flush()

    def printed(self, keys: Iterable[str], *, but: int = 0) -> list[PrintedFigure]:
        """What was printed of these indicators, newest first; of draft ``but`` nothing."""
        wanted = sorted(set(keys))
        found: list[PrintedFigure] = []
        for first in range(0, len(wanted), _KEYS):
            found += self._printed(wanted[first : first + _KEYS], but)
        return sorted(found, key=lambda one: one.day, reverse=True)

    def _printed(self, keys: list[str], but: int) -> list[PrintedFigure]:
        figure, issue, carrier = rules.PrintedFigure, models.Issue, models.Publication
        rows = self._session.execute(
            select(figure, issue.day, issue.number, carrier.name)
            .join(issue, figure.issue_id == issue.id)
            .join(carrier, issue.publication_id == carrier.id)
            .where(figure.key.in_(keys), figure.draft_id != but)
        )
        return [
            PrintedFigure(_figure(row), f"《{name}》{day.year}年第{number}期", day)
            for row, day, number, name in rows
        ]


def _figure(row: rules.PrintedFigure) -> Figure:
    value, margin = Fraction(row.value), Fraction(row.margin)
    return Figure(row.key, row.period, value, margin, row.text, "", 0, 0)
