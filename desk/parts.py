"""The parts of a composite (综合): what each draft in it is to it, and its share of the credit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from desk.errors import DeskError

WHOLE = 100  # percent
_LEAD = 60  # percent of who leads


class PartRole(StrEnum):
    """What a draft is to the composite; material alone earns no points."""

    MAIN = "主"
    SECOND = "协"
    MATERIAL = "素材"


@dataclass(frozen=True, slots=True)
class Part:
    """One draft in a composite; ``share`` is in percent, None where all credited are equal."""

    draft_id: int
    role: PartRole = PartRole.SECOND
    share: int | None = None

    @property
    def is_credited(self) -> bool:
        """Whether the units behind it are credited when the composite is printed."""
        return self.role is not PartRole.MATERIAL


def must_hold(parts: Sequence[Part]) -> None:
    """Raise DeskError unless somebody is credited, and the shares given add up to the whole."""
    credited = [part for part in parts if part.is_credited]
    if parts and not credited:
        raise DeskError("综合稿里至少要有一篇是“主”或“协”，不然没有单位能计分。")
    shares = [part.share for part in credited if part.share is not None]
    if not shares:
        return
    if len(shares) != len(credited):
        raise DeskError("“主”“协”各篇的份额要么都写，要么都不写（按均分）。")
    if min(shares) < 0:
        raise DeskError("份额不能是负数。请改成 0 到 100 的数。")
    if sum(shares) != WHOLE:
        raise DeskError(f"“主”“协”各篇的份额合计是 {sum(shares)}%，应当正好 100%。请改一下。")


def even(parts: Sequence[Part]) -> tuple[Part, ...]:
    """均分: nobody leads, all credited parts count the same."""
    return tuple(
        replace(part, role=PartRole.SECOND if part.is_credited else part.role, share=None)
        for part in parts
    )


def led(parts: Sequence[Part]) -> tuple[Part, ...]:
    """主次: the first credited part leads, the others share the rest."""
    credited = [part.draft_id for part in parts if part.is_credited]
    if len(credited) < 2:  # noqa: PLR2004 - one alone has nobody to lead
        return even(parts)
    rest = deal(WHOLE - _LEAD, [1] * (len(credited) - 1))
    shares = dict(zip(credited, [_LEAD, *rest], strict=True))
    return _dealt(parts, shares, credited[0])


def by_length(parts: Sequence[Part], characters: Mapping[int, int]) -> tuple[Part, ...]:
    """按字数: shares as the characters left of each credited part; the longest leads."""
    credited = [part.draft_id for part in parts if part.is_credited]
    lengths = [characters.get(draft_id, 0) for draft_id in credited]
    if not any(lengths):
        return even(parts)
    shares = dict(zip(credited, deal(WHOLE, lengths), strict=True))
    return _dealt(parts, shares, max(credited, key=lambda one: shares[one]))


def with_share(parts: Sequence[Part], draft_id: int, share: int) -> tuple[Part, ...]:
    """One part's share set; the others of the credited keep their proportions in the rest."""
    credited = [part for part in parts if part.is_credited and part.draft_id != draft_id]
    if not credited:
        return even(parts)
    weights = [1 if part.share is None else part.share for part in credited]
    rest = deal(WHOLE - share, weights if any(weights) else [1] * len(weights))
    shares = {draft_id: share}
    shares |= {part.draft_id: own for part, own in zip(credited, rest, strict=True)}
    return tuple(replace(part, share=shares.get(part.draft_id)) for part in parts)


def with_role(parts: Sequence[Part], draft_id: int, role: PartRole) -> tuple[Part, ...]:
    """One part's role set; where that changes who is credited, all count the same again."""
    changed = tuple(
        replace(part, role=role) if part.draft_id == draft_id else part for part in parts
    )
    before = [part.draft_id for part in parts if part.is_credited]
    after = [part.draft_id for part in changed if part.is_credited]
    if before == after:
        return changed
    return tuple(replace(part, share=None) for part in changed)


def deal(whole: int, weights: Sequence[int]) -> list[int]:
    """Whole numbers in proportion to weights that add up to ``whole``; the largest rests first."""
    exact = [Fraction(whole * weight, sum(weights)) for weight in weights]
    given = [int(one) for one in exact]
    order = sorted(range(len(exact)), key=lambda at: (given[at] - exact[at], at))
    for at in order[: whole - sum(given)]:
        given[at] += 1
    return given


def portions(parts: Sequence[Part]) -> dict[int, Fraction]:
    """The exact share of each credited draft; they add up to 1."""
    credited = [part for part in parts if part.is_credited]
    return {
        part.draft_id: Fraction(1, len(credited))
        if part.share is None
        else Fraction(part.share, WHOLE)
        for part in credited
    }


def credit_by_unit(
    parts: Sequence[Part], units: Mapping[int, Sequence[int]]
) -> dict[int, tuple[PartRole, Fraction]]:
    """What each unit is to a composite, and its exact share; ``units`` are those of each draft.

    Units behind one part divide its share; a unit behind several has the sum, and leads by one.
    """
    found: dict[int, tuple[PartRole, Fraction]] = {}
    shares = portions(parts)
    for part in parts:
        own = units.get(part.draft_id, ())
        for unit_id in own if part.is_credited else ():
            role, portion = found.get(unit_id, (PartRole.SECOND, Fraction(0)))
            led_by = PartRole.MAIN if PartRole.MAIN in (role, part.role) else PartRole.SECOND
            found[unit_id] = led_by, portion + shares[part.draft_id] / len(own)
    return found


def _dealt(parts: Sequence[Part], shares: Mapping[int, int], lead: int) -> tuple[Part, ...]:
    return tuple(
        replace(
            part,
            role=PartRole.MAIN if part.draft_id == lead else PartRole.SECOND,
            share=shares[part.draft_id],
        )
        if part.is_credited
        else replace(part, share=None)
        for part in parts
    )
