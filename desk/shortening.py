"""Propose the short text of an item for a publication that takes results only."""

from collections.abc import Iterator

from desk.body import Body, Level, Paragraph, Run
from desk.checking import profile_of
from desk.checks.manuscript import Manuscript
from desk.checks.masks import Span
from desk.checks.office import Profile
from desk.checks.rules.cross.more_than_results import judge
from desk.checks.sentences import clauses_in, sentences_in
from desk.checks.slots import Slot, has
from desk.publications import Publication

_TELLING = (Slot.RESULT, Slot.OUTCOME, Slot.EFFECT, Slot.CASUALTIES)
_ENOUGH = 3  # sentences, where the publication sets no limit (seed 003: 两三句话)
_STEPS = ("一是", "二是", "三是", "首先", "其次", "一方面")
_LEADS = (*_STEPS, "再次", "下一步", "下步", "建议", "存在", "主要", "原因", "初步判断")
_PAUSES = "，,；;：:"


def shortened(title: str, body: Body, publication: Publication) -> Body:
    """The lead sentence and those that tell results, as one paragraph within the limit.

    Clauses that lead to purposes, causes and measures are left out. It is a proposal: the words
    are the draft's own, and a text it can't shorten comes back as it was.
    """
    profile = profile_of(publication)
    kept: list[str] = []
    for text in _candidates(body):
        short = _results_of(text, profile)
        if short and (not kept or _tells(title, short)) and _fits(kept, short, profile.longest):
            kept.append(short)
    if not kept:
        return body
    return Body((Paragraph((Run("".join(kept)),)),))


def _candidates(body: Body) -> Iterator[str]:
    """The sentences of the running text, without headings and paragraphs of steps and plans."""
    for paragraph in body.paragraphs:
        if paragraph.level is Level.PLAIN and not paragraph.text.startswith(_LEADS):
            for start, end in sentences_in(paragraph.text):
                yield paragraph.text[start:end]


def _results_of(sentence: str, profile: Profile) -> str:
    """A sentence without the clauses that a publication of results doesn't want; "" for a step."""
    hits = _hits(sentence, profile)
    if not hits:
        return sentence
    if any(sentence[slice(*hit)] in _STEPS for hit in hits):
        return ""
    text = "".join(_part(sentence, clause, hits) for clause in clauses_in(sentence))
    told = text.rstrip(_PAUSES + "。")
    return told + "。" if told else ""


def _part(sentence: str, clause: Span, hits: list[Span]) -> str:
    """A clause up to the first word that leads to more than results."""
    inside = [hit[0] for hit in hits if clause[0] <= hit[0] < clause[1]]
    return sentence[clause[0] : min(inside)] if inside else sentence[slice(*clause)]


def _hits(sentence: str, profile: Profile) -> list[Span]:
    whole = Manuscript(body=sentence, is_fragment=True, profile=profile).whole
    return [(hit.start, hit.end) for hit in judge(whole)]


def _tells(title: str, sentence: str) -> bool:
    whole = Manuscript(title=title, body=sentence).whole
    return any(has(slot, whole) for slot in _TELLING)


def _fits(kept: list[str], sentence: str, longest: int) -> bool:
    if not kept:
        return True
    if longest:
        return len("".join(kept)) + len(sentence) <= longest
    return len(kept) < _ENOUGH
