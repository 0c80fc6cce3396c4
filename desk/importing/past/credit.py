"""The units behind a row: what each is to the item (主协), and its share of it (份额)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from unicodedata import normalize

from desk.errors import DeskError
from desk.parts import PartRole
from desk.scoring.figures import told

_ASIDE = re.compile(r"^(.+?)\s*[（(]([^（）()]{1,12})[）)]$")
_BETWEEN = re.compile(r"[、，,；;\n]+")
_NAMES = re.compile(r"\s*[、，,；;/\n]+\s*(?![^（(]*[）)])")  # not within brackets
_RATIO = re.compile(r"\s*[:：]\s*")
_SHARE = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)\s*(%)?")
_PART_OF = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
_LEADING = ("主", "主办", "主报", "牵头", "主要", "主供稿")
_JOINING = ("协", "协办", "协报", "次", "配合", "参与")
_ROLES = dict.fromkeys(_LEADING, PartRole.MAIN) | dict.fromkeys(_JOINING, PartRole.SECOND)
_PERCENT, _WHOLE = 100, Fraction(1)


@dataclass(frozen=True, slots=True)
class Stake:
    """One unit of a row, by the name written."""

    name: str
    part: PartRole | None = None
    share: Fraction | None = None


def stakes(
    units: str, parts: str, shares: str, is_name: Callable[[str], bool]
) -> tuple[Stake, ...]:
    """The units of a row, each once, with 主协 and 份额 written beside it or in columns.

    Raises DeskError where these don't fit the units.
    """
    written = (units,) if is_name(units) else tuple(filter(None, _NAMES.split(units)))
    found = tuple(_beside(name, is_name) for name in written)
    found = _with_parts(found, parts)
    return _with_shares(found, shares)


def unit_names(units: str, is_name: Callable[[str], bool]) -> list[str]:
    """The names of units in a cell, without what stands in brackets behind them."""
    written = (units,) if is_name(units) else filter(None, _NAMES.split(units))
    return [_beside(name, is_name).name for name in written]


def share(text: str) -> Fraction | None:
    """A share written 60%, 60, 0.6 or 3/5; None for anything else."""
    plain = normalize("NFKC", text).strip()
    if part := _PART_OF.fullmatch(plain):
        return Fraction(int(part[1]), int(part[2])) if int(part[2]) else None
    found = _SHARE.fullmatch(plain)
    if not found:
        return None
    value = Fraction(found[1])
    return value / _PERCENT if found[2] or value > 1 else value


def _beside(name: str, is_name: Callable[[str], bool]) -> Stake:
    """A unit with what stands in brackets behind it: （主）, （60%）, （主，60%）."""
    found = _ASIDE.fullmatch(name)
    if is_name(name) or not found:
        return Stake(name)
    stake = Stake(found[1])
    for said in filter(None, map(str.strip, _BETWEEN.split(found[2]))):
        if said in _ROLES:
            stake = replace(stake, part=_ROLES[said])
        elif (own := share(said)) is not None:
            stake = replace(stake, share=own)
        else:
            return Stake(name)
    return stake


def _with_parts(found: tuple[Stake, ...], text: str) -> tuple[Stake, ...]:
    said = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if not said:
        return found
    if len(said) != len(found):
        raise DeskError(f"主协“{text}”有 {len(said)} 个，单位有 {len(found)} 个，对不上")
    unknown = [part for part in said if part not in _ROLES]
    if unknown:
        raise DeskError(f"主协“{unknown[0]}”认不出来，可以写：主、协")
    return tuple(replace(stake, part=_ROLES[part]) for stake, part in zip(found, said, strict=True))


def _with_shares(found: tuple[Stake, ...], text: str) -> tuple[Stake, ...]:
    if text:
        given = _shares(text)
        if len(given) != len(found):
            raise DeskError(f"份额“{text}”有 {len(given)} 个，单位有 {len(found)} 个，对不上")
        pairs = zip(found, given, strict=True)
        found = tuple(replace(stake, share=own) for stake, own in pairs)
    own = [stake.share for stake in found if stake.share is not None]
    if own and len(own) != len(found):
        raise DeskError("各单位的份额要么都写，要么都不写")
    if sum(own) > _WHOLE or (len(found) > 1 and own and sum(own) != _WHOLE):
        raise DeskError(f"份额合计是 {told(Fraction(sum(own) * _PERCENT))}%，应当正好 100%")
    return found


def _shares(text: str) -> Sequence[Fraction]:
    """Shares joined by 、, or a ratio such as 6:4."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    ratio = [part for part in _RATIO.split(normalize("NFKC", text).strip()) if part]
    if len(parts) == 1 and len(ratio) > 1 and all(part.isdecimal() for part in ratio):
        whole = sum(map(int, ratio))
        return [Fraction(int(part), whole) for part in ratio] if whole else []
    given = [share(part) for part in parts]
    known = [one for one in given if one is not None]
    if len(known) < len(given):
        wrong = parts[given.index(None)]
        raise DeskError(f"份额“{wrong}”认不出来，可以写：60、40，60%、40%，6:4")
    return known
