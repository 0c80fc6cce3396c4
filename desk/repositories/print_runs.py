"""The records of what was printed."""

from typing import Protocol

from desk.print_runs import PrintRun


class PrintRuns(Protocol):
    """The printings of all issues."""

    def add(self, run: PrintRun) -> PrintRun:
        """Keep a printing under a new id."""

    def of(self, issue_id: int) -> list[PrintRun]:
        """The printings of an issue, the last one first."""
