"""Signatures and bylines: 县教育局 张三, （县教育局 张三）, 县教育局 2026年3月9日."""

import re
from dataclasses import dataclass
from datetime import date

from desk.body import Run
from desk.intake.document import Align, Line
from desk.intake.recognition.dates import dates, without_clock
from desk.intake.recognition.label_words import WORDS, Label
from desk.intake.recognition.labels import Labelled, labels
from desk.intake.recognition.people import (
    is_name,
    may_be_name,
    phone,
    spaced,
    without_phones,
    without_post,
)
from desk.intake.recognition.registry import AND, Names, looks_like_unit

_LONGEST = 60
_ROLES = (Label.AUTHOR, Label.CONTACT)
_LONGEST_PARTED = 300
_ROLE = re.compile(
    r"^(?:本[报刊网]讯)?[ \u3000]*"
    r"(?:通讯员|信息员|供稿人?|撰稿人?|记者|文/图|文|作者)[ \u3000:：/]+"
)
_STOPS = re.compile(r"[。；！？“”《》]")
_PARTS = re.compile(r"[ \u3000\t、，,;；:：/]+")
_ISSUED = re.compile(
    r"(?:联合)?(?:(?:供稿|报送|上报|印发|编发|编印|印制|印|编)(?:政务|党政)?(?:信息)?|供|信息)\s*$"
)
_SEAL = re.compile(r"[（(](?:盖章|公章|印章|章)[）)]")
_APART = re.compile(
    r"[ \u3000\t]{2,}|[ \u3000\t](?=[\u4e00-\u9fff]{2,6}[:：])"
    r"|(?<=[）)])\s*(?=[\u4e00-\u9fff]{2,6}[:：])|(?=[（(][\u4e00-\u9fff]{2,6}[:：])"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a signature says; empty fields where it says nothing."""

    unit_ids: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    phone: str = ""
    day: date | None = None
    guessed: bool = False  # a name only by where it stands

    @property
    def has_unit(self) -> bool:
        """Whether a unit signs, known or not."""
        return bool(self.unit_ids or self.unknown)


def byline(line: Line, names: Names, near: date, *, strict: bool = False) -> Byline | None:
    """Read a line that is a signature and nothing else; None for any other line.

    ``strict`` asks for a unit, so that no two-character word passes for a name.
    """
    text = _SEAL.sub("", line.text).strip(" \t\u3000").lstrip("—–-― ")
    bracketed = text[:1] in "（(【[" and text[-1:] in "）)】]"
    text = text.strip("（）()【】[] \t\u3000")
    if not text or len(text) > _LONGEST or _STOPS.search(text):
        return None
    role = _ROLE.match(text)
    found = _read(text[role.end() :] if role else text, names, near)
    if found is None or (not found.has_unit and found.day is None and not found.names):
        return None
    named_only = bool(found.names) and not found.has_unit
    if named_only and (strict or not (role or bracketed or line.align is Align.RIGHT)):
        return None
    return found


@dataclass(frozen=True, slots=True)
class Parts:
    """What a line of several signatures and labels beside one another says."""

    labelled: tuple[Labelled, ...] = ()
    signed: tuple[Byline, ...] = ()


def parted(line: Line, names: Names, near: date) -> Parts | None:
    """Read a line part by part; None when any part is neither label nor signature."""
    if len(line.text) > _LONGEST_PARTED:
        return None
    parts = [part for part in _APART.split(line.text.strip()) if part.strip()]
    if len(parts) == 1:
        return None
    labelled: list[Labelled] = []
    signed: list[Byline] = []
    for part in parts:
        found = labels(part)
        one = None if found else byline(Line((Run(part),), line.align), names, near)
        if not found and one is None:
            return None
        labelled += found
        signed += [one] if one else []
    return Parts(tuple(labelled), tuple(signed))


def _read(text: str, names: Names, near: date) -> Byline | None:
    """Sort every word of a signature; None when one is neither unit, name, number nor date."""
    day = None
    for found in dates(text, near):
        day = found.day
        text = f"{text[: found.start]} {text[without_clock(text, found.end) :]}"
        break
    whole = names.one(text)
    if whole is not None:
        return Byline((whole,), day=day)
    text = AND.sub(" ", _ISSUED.sub(" ", text.strip(" \u3000\t")))
    number = phone(text)
    words = [
        word for word in _PARTS.split(spaced(without_phones(text) if number else text)) if word
    ]
    whole = names.one("".join(words)) if words else None
    if whole is not None:
        return Byline((whole,), phone=number, day=day)
    return _sorted(words, names, number, day)


def _sorted(words: list[str], names: Names, number: str, day: date | None) -> Byline | None:
    ids: list[int] = []
    unknown: list[str] = []
    people: list[str] = []
    guessed = False
    for word in words:
        unit_id, person = _glued(word, names)
        if unit_id is not None:
            ids.append(unit_id)
            people += [person] if person else []
        elif word in WORDS:
            if WORDS[word] not in _ROLES:
                return None
        elif looks_like_unit(word):
            unknown.append(word)
        elif is_name(word):
            people.append(word)
        elif (ids or unknown) and may_be_name(word):
            people.append(word)
            guessed = True
        else:
            return None
    return Byline(tuple(dict.fromkeys(ids)), tuple(unknown), tuple(people), number, day, guessed)


def _glued(word: str, names: Names) -> tuple[int | None, str]:
    """A unit, perhaps with a post or a name set right behind it."""
    unit_id = names.one(word)
    if unit_id is None:
        unit_id = names.one(without_post(word))
    if unit_id is not None:
        return unit_id, ""
    for length in (2, 3):
        unit_id = names.one(word[:-length]) if len(word) > length + 2 else None
        if unit_id is not None and is_name(word[-length:]):
            return unit_id, word[-length:]
    return None, ""
