"""The normal form texts are compared in: what a change of dates, figures or layout leaves alike."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from desk.duplicates.particulars import Particular, Sort, particulars
from desk.paths import RESOURCES

_WORDS = RESOURCES / "words" / "set_phrases.txt"
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*[”’」』）)]*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OTHER = re.compile(r"[\W_]+")
_NUMERAL = "0"  # what every number becomes
_LEAST = 6  # characters of a sentence that says anything by itself


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: its place in code points, its normal form and what it weighs.

    ``weight`` counts the characters of ``key`` that are no set phrase.
    """

    start: int
    end: int
    text: str
    key: str
    weight: int

    @cached_property
    def particulars(self) -> tuple[Particular, ...]:
        """Its days, figures and places; they stand at places of ``text``."""
        return tuple(particulars(self.text))

    @cached_property
    def rarities(self) -> dict[tuple[Sort, str], float]:
        """How much each particular tells."""
        return {(one.sort, one.word): one.rarity for one in self.particulars}


def folded(text: str) -> str:
    """A text without layout: widths, cases, spaces and punctuation are gone, figures stay."""
    return _OTHER.sub("", unicodedata.normalize("NFKC", text).lower())


def skeleton(text: str) -> str:
    """The folded text with every number, and so every date, as one mark."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return _OTHER.sub("", _NUMBER.sub(_NUMERAL, plain))


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text that are long enough to be compared, in order."""
    found = []
    for match in _SENTENCE.finditer(text):
        raw = match[0]
        key = skeleton(raw)
        if len(key) >= _LEAST:
            lead = len(raw) - len(raw.lstrip())
            end = match.start() + len(raw.rstrip())
            said = without_set_phrases(key)
            found.append(Sentence(match.start() + lead, end, raw.strip(), key, len(said)))
    return tuple(found)


def without_set_phrases(key: str) -> str:
    """A skeleton without the phrases that many drafts share."""
    return _set_phrases().sub("", key)


@cache
def _set_phrases() -> re.Pattern[str]:
    lines = (line.partition("#")[0].strip() for line in _WORDS.read_text("utf-8").splitlines())
    phrases = sorted({skeleton(line) for line in lines if line}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))
