"""The values that templates may name: one registry, told of a survey."""

from collections.abc import Mapping, Sequence

from desk.bulletins.entries import Entry, Topic
from desk.bulletins.matter import matter_of
from desk.bulletins.named import (
    ahead,
    asked,
    carriers,
    compared,
    days,
    instructed,
    places,
    progress,
    quality,
    silence,
    totals,
    troubles,
)
from desk.bulletins.options import BulletinOptions
from desk.bulletins.template import Value
from desk.surveys.survey import Survey

TOPICS: Sequence[Topic] = (
    days.TOPIC,
    totals.TOPIC,
    compared.TOPIC,
    carriers.TOPIC,
    places.TOPIC,
    progress.TOPIC,
    silence.TOPIC,
    asked.TOPIC,
    instructed.TOPIC,
    quality.TOPIC,
    troubles.TOPIC,
    ahead.TOPIC,
)
ENTRIES: Mapping[str, Entry] = {one.name: one for topic in TOPICS for one in topic.entries}


def values_of(survey: Survey, options: BulletinOptions) -> Mapping[str, Value]:
    """What every name stands for in a bulletin of a survey."""
    matter = matter_of(survey, options)
    return {name: entry.read(matter) for name, entry in ENTRIES.items()}


def examples() -> Mapping[str, Value]:
    """Every name with its example: to try a template by, without any figures."""
    return {
        name: Value(paragraphs=(entry.example,)) if entry.several else Value(entry.example)
        for name, entry in ENTRIES.items()
    }
