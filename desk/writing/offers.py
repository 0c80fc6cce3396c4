"""What can be inserted at the cursor: units, leaders, documents, phrases and skeletons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from desk.drafts import Kind
from desk.initials import spellings
from desk.phrases import Category, Phrase
from desk.units import Unit

UNIT = "单位"
_KEYS = re.compile(r"[A-Za-z0-9]+$")
_LONGEST = 8  # characters before the cursor that are taken for the beginning of a name
_SPELT = 16  # characters of a name whose initials are known
_READINGS = 16  # spellings kept of one name
_BREAK = "\n"
_UNTYPED = (Category.PHRASE, Category.LEADER, Category.DOCUMENT, Category.SKELETON, UNIT)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to insert; ``label`` says what it is, ``detail`` what else is known of it."""

    label: str
    name: str
    text: str
    detail: str = ""
    kind: Kind | None = None

    @property
    def is_paragraphs(self) -> bool:
        """Whether it makes paragraphs of its own."""
        return self.label == Category.SKELETON or _BREAK in self.text


@dataclass(frozen=True, slots=True)
class _Entry:
    """An offer with what finds it, each between line breaks: beginnings, and whole words."""

    offer: Offer
    names: str
    letters: str
    whole: str


class Offers:
    """Everything that can be inserted, ready to be searched at every key."""

    def __init__(self, units: Iterable[Unit], phrases: Iterable[Phrase]) -> None:
        held = [one for one in phrases if one.is_active]
        self._entries = [*_of_units(units), *map(_of_phrase, held)]

    def find(self, typed: str, kind: Kind | None = None, limit: int = 12) -> list[Offer]:
        """The offers that answer to what was typed, the likeliest first.

        Skeletons for the draft's kind go before all else that answers as well; with nothing typed
        units come last, for they are many.
        """
        wanted = typed.strip().lower()
        ranked = []
        for entry in self._entries:
            rank = _rank(entry, wanted) if wanted else _UNTYPED.index(entry.offer.label)
            if rank is not None:
                own = kind is not None and entry.offer.kind is kind
                ranked.append(((0 if own and not wanted else rank, not own), entry.offer))
        ranked.sort(key=lambda one: one[0])
        return [offer for _rank_of, offer in ranked[:limit]]

    def exact(self, typed: str) -> Offer | None:
        """The offer whose abbreviation, name or initials this is, where there is only one."""
        wanted = f"{_BREAK}{typed.strip().lower()}{_BREAK}"
        found = [one.offer for one in self._entries if wanted in one.whole]
        return found[0] if len(found) == 1 else None

    def typed_before(self, text: str) -> str:
        """What at the end of a text is meant for a name: letters, or a name's beginning."""
        keys = _KEYS.search(text)
        if keys:
            return keys[0] if self.find(keys[0], limit=1) else ""
        for length in range(min(_LONGEST, len(text)), 1, -1):
            wanted = f"{_BREAK}{text[-length:]}"
            if any(wanted in one.names for one in self._entries):
                return text[-length:]
        return ""


def _rank(entry: _Entry, wanted: str) -> int | None:
    """How well an offer answers, 0 best; None not at all."""
    tests = (
        f"{_BREAK}{wanted}{_BREAK}" in entry.whole,
        f"{_BREAK}{wanted}" in entry.names,
        f"{_BREAK}{wanted}" in entry.letters,
        wanted in entry.names,
        len(wanted) > 1 and wanted in entry.letters,
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)


def _of_units(units: Iterable[Unit]) -> Iterator[_Entry]:
    for unit in units:
        if not unit.active:
            continue
        names = dict.fromkeys((unit.short, unit.name, *unit.aliases))
        yield _entry(Offer(UNIT, unit.short, unit.short, unit.name), names, unit.code)
        if unit.name != unit.short:
            yield _entry(Offer(UNIT, unit.name, unit.name, "全称"), names)


def _of_phrase(one: Phrase) -> _Entry:
    shown = one.inserted if one.category in (Category.LEADER, Category.DOCUMENT) else one.name
    held = one.text.replace(_BREAK, "") if shown == one.name else f"{one.day or ''}"
    detail = "　".join(filter(None, (one.key, held)))
    offer = Offer(one.category, shown, one.inserted, detail, one.kind)
    names = [one.name, shown, one.text] if one.category is Category.LEADER else [one.name]
    return _entry(offer, names, one.key, one.name)


def _entry(offer: Offer, names: Iterable[str], key: str = "", called: str = "") -> _Entry:
    """An offer by all its names; whole are its key, what is shown, and what it is called."""
    held = [key.lower(), *(name.lower() for name in names)]
    letters = [spelt for name in names for spelt in _spelt(name)]
    own = dict.fromkeys(filter(None, (offer.name, called)))
    whole = [key.lower(), *(name.lower() for name in own)]
    whole += [spelt for name in own for spelt in _spelt(name)]
    return _Entry(offer, _joined(held), _joined(letters), _joined(whole))


def _spelt(name: str) -> Iterator[str]:
    """The initials of a name, in every reading."""
    spelt = (sorted(one) for one in spellings(name[:_SPELT]))
    return ("".join(letters) for letters in islice(product(*spelt), _READINGS))


def _joined(words: Iterable[str]) -> str:
    return _BREAK + _BREAK.join(filter(None, words)) + _BREAK
