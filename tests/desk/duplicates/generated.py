"""Drafts whose likenesses are known: the same seed makes the same ones.

Two halves share no story, event or campaign: thresholds are chosen on one half (0) and measured
on the other (1).
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from desk.demo.blanks import fill, names_for
from desk.demo.figures import draw_figures
from desk.demo.manuscripts import tell
from desk.demo.registry import demo_office
from desk.demo.stories import Story, stories
from desk.duplicates.likeness import Nature
from desk.duplicates.normal import folded
from tests.desk.duplicates import rewording

_FOLDER = Path(__file__).parent
_FIRST, _LAST = date(2024, 1, 5), date(2026, 11, 20)
_LONG = 270  # days between a text and its recycled form


@dataclass(frozen=True)
class Made:
    """A draft, and what is known of it: ``lineage`` is what it tells, ``form`` how it was made."""

    title: str
    text: str
    units: tuple[str, ...]
    day: date
    lineage: int
    form: str
    pattern: str  # the story, event or campaign


@dataclass
class Collection:
    """The drafts of one half, by day."""

    drafts: list[Made] = field(default_factory=list)

    def expected(self, left: Made, right: Made) -> Nature | None:
        """How two drafts are alike."""
        if left.lineage != right.lineage:
            return None
        if folded(left.text) == folded(right.text):
            return Nature.EXACT
        if abs((left.day - right.day).days) > _LONG:
            return Nature.RECYCLED
        return Nature.AGAIN if set(left.units) & set(right.units) else Nature.SAME_EVENT

    def is_open_question(self, left: Made, right: Made) -> bool:
        """The same unit's report of the same shape a year later: old or new, nobody can say."""
        apart = abs((left.day - right.day).days)
        shared = bool(set(left.units) & set(right.units))
        return left.pattern == right.pattern and shared and apart > _LONG

    def must_be_found(self, left: Made, right: Made) -> bool:
        """Whether one was made from the other, or both tell one event."""
        if left.lineage != right.lineage:
            return False
        return "told" in (left.form, right.form) or "first" in (left.form, right.form)


def collection(half: int, instances: int = 6) -> Collection:
    """The drafts of a half."""
    made = _Maker(Random(f"likenesses:{half}"))  # noqa: S311 - the same drafts every time
    for number, story in enumerate(stories()[half::2]):
        for _ in range(instances):
            made.story(story, f"story {number}")
    for event in _load("events.toml", "event")[half::2]:
        for _ in range(instances):
            made.event(event)
    for campaign in _load("campaigns.toml", "campaign")[half::2]:
        made.campaign(campaign, 3 * instances)
    return Collection(sorted(made.drafts, key=lambda one: (one.day, one.lineage, one.form)))


def _load(name: str, key: str) -> list[dict[str, Any]]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))[key]


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.drafts: list[Made] = []
        self.lineage = 0

    def add(self, title, paragraphs, units, day, form, pattern) -> None:
        text = "\n".join(paragraphs)
        self.drafts.append(Made(title, text, tuple(units), day, self.lineage, form, pattern))

    def day(self, months=range(1, 13)) -> date:
        while True:
            found = _FIRST + timedelta(self.random.randrange((_LAST - _FIRST).days))
            if found.month in months:
                return found

    def story(self, story: Story, pattern: str) -> None:
        """One report, and one or two drafts made from it."""
        random = self.random
        self.lineage += 1
        day = self.day(story.months)
        written = tell(story, random.choice(story.tellers), day, random)
        units, text = written.units[:1], written.paragraphs
        self.add(written.title, text, units, day, "first", pattern)
        for form in random.sample(
            ("exact", "light", "heavy", "short", "copied", "recycled"), random.choice((0, 1, 1, 2))
        ):
            self._retell(story, written, day, form, pattern)

    def _retell(self, story, written, day, form, pattern) -> None:
        random, units, text = self.random, written.units[:1], written.paragraphs
        title = random.choice((written.title, _other_title(story, written.title, random)))
        later = day + timedelta(random.randint(1, 40))
        if form == "exact":
            self.add(title, rewording.relaid(text, random), units, later, form, pattern)
        elif form == "light":
            self.add(title, rewording.lightly(text, random), units, later, form, pattern)
        elif form == "heavy":
            self.add(title, rewording.heavily(text, random), units, later, form, pattern)
        elif form == "short":
            self.add(title, rewording.shortened(text, random), units, later, form, pattern)
        elif form == "copied":
            other = random.choice([one.short for one in demo_office().units])
            told = tuple(one.replace(units[0], other) for one in rewording.lightly(text, random))
            self.add(title, told, (other,), day + timedelta(random.randint(0, 3)), form, pattern)
        else:
            year = day + timedelta(random.choice((365, 365, 730)) + random.randint(-30, 30))
            share = random.choice((0, 0.2, 0.4, 0.7))
            told = tuple(
                rewording.redated(rewording.reworded(one, random, 0.1), random, year, day, share)
                for one in text
            )
            again = rewording.redated(title, random, year, day, share)
            self.add(again, told, units, year, form, pattern)

    def event(self, event: dict[str, Any]) -> None:
        """One event as several units tell it."""
        random = self.random
        self.lineage += 1
        day = self.day()
        values = names_for("县政府办", day, random) | draw_figures(event["figures"], random)

        def filled(text: str) -> str:
            return fill(text, values, day, random)

        for place, told in enumerate(event["told"]):
            unit = filled(event["tellers"][place])
            title = filled(random.choice(event["titles"]))
            paragraphs = tuple(filled(told).strip().splitlines())
            reported = day + timedelta(random.randint(0, 2))
            self.add(title, paragraphs, (unit,), reported, "told", event["topic"])

    def campaign(self, campaign: dict[str, Any], count: int) -> None:
        """Reports of one campaign in one month, some units again a month later."""
        random = self.random
        start = self.day()
        units = random.choices([one.short for one in demo_office().units], k=count)
        for unit in units:
            self.lineage += 1
            day = start + timedelta(random.randint(0, 25))
            values = names_for(unit, day, random) | draw_figures(campaign["figures"], random)

            def filled(text: str, values=values, day=day) -> str:
                return fill(text, values, day, random)

            share = random.choice((0.4, 0.7, 1))
            shared = [one for one in campaign["shared"] if random.random() < share]
            own = random.sample(campaign["own"], random.randint(1, len(campaign["own"])))
            said = [*shared[:-1], *own, *shared[-1:]]
            paragraphs = tuple(filled(one) for one in said)
            title = filled(random.choice(campaign["titles"]))
            self.add(title, paragraphs, (unit,), day, "campaign", campaign["topic"])


def _other_title(story: Story, title: str, random: Random) -> str:
    """The title as another hand would put it."""
    return rewording.reworded(title, random, 0.8)
