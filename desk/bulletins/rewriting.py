"""Take passages as the ledger and the wording have them now, and leave the office's own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk.body import level_of
from desk.bulletins.passage import Flag, FlagKind, Passage
from desk.bulletins.passages import updated
from desk.surveys.survey import Survey


def all_anew(passages: Sequence[Passage], fresh: Sequence[Passage]) -> tuple[Passage, ...]:
    """Everything as it is written now; own passages stay behind those they stood behind."""
    return _woven(fresh, _followers(passages, {one.key for one in fresh}))


def one_anew(
    passages: Sequence[Passage], fresh: Sequence[Passage], key: str
) -> tuple[Passage, ...]:
    """One passage as it is written now: gone where it no longer stands, put in where it lacks."""
    now = next((one for one in fresh if one.key == key), None)
    if now is not None and all(one.key != key for one in passages):
        return _put_in(passages, fresh, now)
    held = (now if one.key == key else one for one in passages)
    return tuple(one for one in held if one is not None)


def figures_anew(
    passages: Sequence[Passage],
    fresh: Sequence[Passage],
    survey: Survey,
    flags: Sequence[Flag] = (),
) -> tuple[Passage, ...]:
    """The ledger's figures of now in all passages, with what was edited by hand.

    Of a passage in which not all old figures are found for certain, those are changed that have
    a flag with a place; the others stay.
    """
    now = {one.key: one for one in fresh}
    return tuple(
        (updated(one, now[one.key], survey) or _placed(one, flags)) if one.key in now else one
        for one in passages
    )


def _placed(passage: Passage, flags: Sequence[Flag]) -> Passage:
    """The passage with single figures put in at the places of flags."""
    held = [
        one
        for one in flags
        if (one.key, one.kind) == (passage.key, FlagKind.CHANGED)
        and one.start < one.end
        and one.said != passage.text
    ]
    for flag in sorted(held, key=lambda one: -one.start):
        passage = as_the_ledger(passage, flag)
    return passage


def reworked(
    passages: Sequence[Passage],
    before: Sequence[Passage],
    after: Sequence[Passage],
    survey: Survey,
) -> tuple[Passage, ...]:
    """Follow other choices or another wording: what they write anew, bring in and leave out.

    What was edited by hand stays, with new figures where these can be placed; so does what was
    taken out before.
    """
    known, now = {one.key for one in before}, {one.key for one in after}
    gone = known - now
    held = tuple(one for one in passages if one.edited or one.key not in gone)
    held = figures_anew(held, after, survey)
    for one in after:
        if one.key not in known:
            held = one_anew(held, after, one.key)
    return held


def as_the_ledger(passage: Passage, flag: Flag) -> Passage:
    """The passage with the ledger's words at the place of a flag; needs a flag with a place."""
    text = passage.text[: flag.start] + flag.ledger + passage.text[flag.end :]
    return replace(passage, text=text, level=level_of(text))


def _put_in(
    passages: Sequence[Passage], fresh: Sequence[Passage], missing: Passage
) -> tuple[Passage, ...]:
    """Put a passage behind the nearest one that is written before it."""
    before = [one.key for one in fresh[: fresh.index(missing)]]
    places = [at for at, one in enumerate(passages) if one.key in before]
    at = places[-1] + 1 if places else 0
    return (*passages[:at], missing, *passages[at:])


def _followers(passages: Iterable[Passage], anchors: set[str]) -> list[tuple[str, Passage]]:
    """Own passages, each with the key of the one before it that stays; "" at the beginning."""
    found, before = [], ""
    for one in passages:
        if one.key in anchors:
            before = one.key
        elif not one.written:
            found.append((before, one))
    return found


def _woven(fresh: Iterable[Passage], own: list[tuple[str, Passage]]) -> tuple[Passage, ...]:
    found = [one for before, one in own if not before]
    for passage in fresh:
        found.append(passage)
        found += [one for before, one in own if before == passage.key]
    return tuple(found)
