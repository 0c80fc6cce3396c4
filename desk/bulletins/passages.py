"""The passages of a bulletin: written by the ledger, held against it, brought up to date."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from desk.bulletins.differences import Reader
from desk.bulletins.flagging import Check, missing
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import SIGNED, TITLE, TO, Flag, FlagKind, Passage
from desk.bulletins.template import Filled, Value, fill
from desk.bulletins.values import values_of
from desk.surveys.survey import Survey

__all__ = (
    "SIGNED",
    "TITLE",
    "TO",
    "Flag",
    "FlagKind",
    "Passage",
    "flags",
    "passages_of",
    "reader_of",
    "title_of",
    "updated",
    "written",
)

_ROLES: Mapping[str, str] = {"标题": TITLE, "主送": TO, "落款": SIGNED}
_ROLE = re.compile(r"【(标题|主送|落款)】\s*")
_HEAD = re.compile(r"[^\d：:，。]*")


def written(survey: Survey, template: str, options: BulletinOptions) -> tuple[Passage, ...]:
    """Write a bulletin by a template; raises TemplateError."""
    return passages_of(template, values_of(survey, options))


def passages_of(template: str, values: Mapping[str, Value]) -> tuple[Passage, ...]:
    """Write passages by a template with values at hand; raises TemplateError."""
    return tuple(_keyed(fill(template, values)))


def title_of(passages: Sequence[Passage]) -> str:
    """The bulletin's title, "" where its template has none."""
    return next((one.text for one in passages if one.key == TITLE), "")


def flags(
    passages: Sequence[Passage], survey: Survey, template: str, options: BulletinOptions
) -> tuple[Flag, ...]:
    """Everything in a bulletin's text that is not what the ledger says now, in reading order.

    Passages that are missing come last. Raises TemplateError.
    """
    reader = reader_of(survey)
    fresh = {one.key: one for one in written(survey, template, options)}
    found = [
        flag
        for passage in passages
        for flag in Check(passage, fresh.get(passage.key), reader).flags()
    ]
    held = {one.key for one in passages} | {TITLE, TO, SIGNED}
    return (*found, *(missing(one) for key, one in fresh.items() if key not in held))


def updated(passage: Passage, fresh: Passage, survey: Survey) -> Passage | None:
    """A passage with the ledger's figures of now in it, what was edited by hand kept.

    None where an old figure cannot be found in the edited text for certain.
    """
    return Check(passage, fresh, reader_of(survey)).updated()


def reader_of(survey: Survey) -> Reader:
    """What finds the survey's units and figures in a text."""
    return Reader(name for one in survey.units for name in (one.unit.name, one.unit.short))


def _keyed(filled: Sequence[Filled]) -> Iterator[Passage]:
    seen: Counter[str] = Counter()
    for one in filled:
        role = _ROLE.match(one.text)
        cut = role.end() if role else 0
        key = _ROLES[role[1]] if role else _key(one)
        seen[key] += 1
        figures = (replace(f, start=f.start - cut, end=f.end - cut) for f in one.figures)
        text = one.text[cut:]
        yield Passage(
            key if seen[key] == 1 else f"{key}-{seen[key]}", text, text, one.level, tuple(figures)
        )


def _key(filled: Filled) -> str:
    """By the line of the template, and of several paragraphs by the words each begins with."""
    whole = len(filled.figures) == 1 and filled.figures[0].end == len(filled.text)
    head = _HEAD.match(filled.text) if whole else None
    told = f"{filled.source}\n{head[0] if head else ''}"
    return sha256(told.encode()).hexdigest()[:12]
