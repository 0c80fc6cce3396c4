"""Which slides the clerk has chosen, for periods of each length."""

from pathlib import Path

from PySide6.QtCore import QSettings

from desk.reports.decks.plan import DeckPlan, plan_of
from desk.scoring.clauses.clause import Span

_BETWEEN = "|"


class KeptPlan:
    """Keeps the plan in the window's own file."""

    def __init__(self, folder: Path, span: Span | None) -> None:
        self._state = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._span = span
        self._key = f"meeting/{span.name.lower() if span else 'days'}"

    def read(self) -> DeckPlan:
        """The chosen slides; the usual ones where none were chosen."""
        kept = str(self._state.value(self._key, ""))
        return plan_of(filter(None, kept.split(_BETWEEN)), self._span)

    def write(self, plan: DeckPlan) -> None:
        """Keep a choice."""
        self._state.setValue(self._key, _BETWEEN.join(plan.parts))

    def forget(self) -> DeckPlan:
        """Return to the usual slides."""
        self._state.remove(self._key)
        return self.read()
