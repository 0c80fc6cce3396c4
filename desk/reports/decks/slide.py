"""One slide: a page, what it belongs to, and what it is called."""

from dataclasses import dataclass

from desk.reports.charts.chart import Page


@dataclass(frozen=True, slots=True)
class Slide:
    """A page of a deck; ``part`` is the key in the plan that it came from."""

    part: str
    title: str
    page: Page
