"""Long work as a generator: it yields its progress and returns its result.

Closing the generator cancels the work; the unit of work inside rolls back.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come, in units of the job; ``text`` is shown to the clerk."""

    done: int
    total: int
    text: str


Job = Generator[Progress, None, T]


def finish(job: Job[T], report: Callable[[Progress], None] = lambda _step: None) -> T:
    """Run a job to its end without a window, and return its result."""
    while True:
        try:
            report(next(job))
        except StopIteration as end:
            result: T = end.value
            return result


def one_step(action: Callable[[], T]) -> Job[T]:
    """A job that does everything in one step."""
    yield from ()
    return action()
