"""What every verb is given."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from desk.auditing import By
from desk.errors import DeskError
from desk.jobs import Progress
from desk.paths import Paths
from desk.settings import Settings, load
from desk.store import Store

OK, REFUSED = 0, 1


@dataclass(frozen=True, slots=True)
class Context:
    """The options typed, the data folder, and how to open its store."""

    options: Namespace
    paths: Paths
    open_store: Callable[[Paths], Store]

    @property
    def settings(self) -> Settings:
        """The office's settings."""
        return load(self.paths.settings)

    @property
    def by(self) -> By:
        """Who acts, now."""
        return By(self.settings.clerk, datetime.now(UTC))

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, closed at the end."""
        opened = self.open_store(self.paths)
        try:
            yield opened
        finally:
            opened.close()


def say(text: str) -> None:
    """Print a line for the reader or the next program; bytes of a name that are none, as ?."""
    sys.stdout.write(text.encode("utf-8", "replace").decode() + "\n")


def complain(text: str) -> None:
    """Print a sentence about what was refused."""
    sys.stderr.write(text.encode("utf-8", "replace").decode() + "\n")


def say_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as JSON, Chinese as it is."""
    say(json.dumps(value, ensure_ascii=False, indent=1))


def show(step: Progress) -> None:
    """Print progress where a person watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{step.text} {step.done}/{step.total}\033[K")


def parse_day(text: str) -> date:
    """A day typed as 2026-03-09. Raises DeskError."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DeskError(f"“{text}”不是日期。请写成 2026-03-09 的样子。") from error
