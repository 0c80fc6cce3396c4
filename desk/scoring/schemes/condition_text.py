"""Conditions as one line of text: 刊物：每日要情、政务信息；字数：≥600."""

import re
from collections.abc import Iterator, Sequence

from desk.errors import DeskError, FieldError
from desk.issues import Role
from desk.parts import PartRole
from desk.publications import Tier
from desk.scoring.clauses.condition import NUMBERS, Ask, Condition, Trait
from desk.scoring.figures import printed
from desk.scoring.numerals import decimal_of, plain
from desk.scoring.schemes.nearest import offered

ANY = "*"
CHOICES: dict[Trait, tuple[str, ...]] = {
    Trait.TIER: tuple(Tier),
    Trait.ROLE: tuple(Role),
    Trait.PART: (PartRole.MAIN.value, PartRole.SECOND.value),
    Trait.COMMISSIONED: ("是", "否"),
}
_LIMIT = re.compile(r"(≥|>=|=>|≤|<=|=<|>|<|=|)\s*(.+)")
_SIGNS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}
_ASKS, _VALUES, _COLONS = "；;\n", "、，,", "：:"
_QUOTES = {"“": "”", '"': '"'}
_SPECIAL = re.compile(r"[；;、，,：:“”\"\n]|^\s|\s$")


def condition_text(condition: Condition) -> str:
    """The condition in one line; values that hold punctuation stand in “ ”."""
    return "；".join(
        f"{ask.trait}：{'、'.join(map(_quoted, ask.values))}" for ask in condition.asks
    )


def parse_condition(text: str, field: str = "when") -> Condition:
    """The condition typed in one line; raises FieldError with what is wrong."""
    try:
        return condition_of([_typed(part) for part in _split(text, _ASKS)])
    except FieldError:
        raise
    except DeskError as error:
        raise FieldError(field, str(error)) from error


def condition_of(asked: Sequence[tuple[str, Sequence[object]]]) -> Condition:
    """The condition of names and values; raises DeskError."""
    asks = tuple(ask_of(name, values) for name, values in asked)
    traits = [ask.trait for ask in asks]
    for trait in traits:
        if traits.count(trait) > 1:
            raise DeskError(f"“{trait}”写了两次。请把几个值写在一起，用“、”分开。")
    return Condition(asks)


def ask_of(name: str, values: Sequence[object]) -> Ask:
    """One trait with its values in their usual form; raises DeskError."""
    try:
        trait = Trait(name.strip())
    except ValueError:
        raise DeskError(f"条件里没有“{name}”这一项。{offered(name, Trait)}") from None
    found = tuple(dict.fromkeys(_value(trait, one) for one in values))
    if not found:
        raise DeskError(f"“{trait}”没有写值。请写上值，或去掉这一项。")
    return Ask(trait, found)


def _value(trait: Trait, value: object) -> str:
    text = ("是" if value else "否") if isinstance(value, bool) else plain_text(value)
    if text == ANY:
        return ANY
    if not text:
        raise DeskError(f"“{trait}”里有一个空的值。请写上，或去掉。")
    if trait in NUMBERS:
        return _limit(trait, text)
    choices = CHOICES.get(trait, ())
    if choices and text not in choices:
        raise DeskError(f"“{trait}”不能写“{text}”，只能写：{'、'.join(choices)}。")
    return text


def plain_text(value: object) -> str:
    """A value of a condition as text: names as they are, numbers in digits."""
    return value.strip() if isinstance(value, str) else plain(value)


def _limit(trait: Trait, text: str) -> str:
    found = _LIMIT.fullmatch(plain(text))
    try:
        assert found  # noqa: S101 - any text that is not empty
        return _SIGNS.get(found[1], found[1]) + printed(decimal_of(found[2]))
    except DeskError:
        raise DeskError(
            f"“{trait}”的界限“{text}”读不懂。请写成 ≥600、>600、≤3、<3 或 =2 的样子。"
        ) from None


def _typed(part: str) -> tuple[str, list[object]]:
    """Name and values of what was typed for one trait: 刊物：甲、乙, 字数≥600, 约稿."""
    at = next((place for place, sign in enumerate(part) if sign in _COLONS), None)
    if at is not None:
        return part[:at], [_bare(one) for one in _split(part[at + 1 :], _VALUES)]
    name = next((one for one in NUMBERS if part.startswith(one)), None)
    if name:
        return name, list(_split(part[len(name) :], _VALUES))
    if part == Trait.COMMISSIONED:
        return part, ["是"]
    raise DeskError(f"“{part}”读不懂。请写成“刊物：每日要情、政务信息；字数：≥600”的样子。")


def _split(text: str, signs: str) -> Iterator[str]:
    """The parts between signs that stand outside quotation marks, empty ones left out."""
    part, closing = "", ""
    for sign in text:
        if closing:
            closing = "" if sign == closing else closing
        elif sign in _QUOTES:
            closing = _QUOTES[sign]
        elif sign in signs:
            if part.strip():
                yield part.strip()
            part = ""
            continue
        part += sign
    if part.strip():
        yield part.strip()


def _quoted(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    return f'"{value}"' if "”" in value else f"“{value}”"


def _bare(value: str) -> str:
    opening = value[0]
    return value[1:-1] if len(value) > 1 and _QUOTES.get(opening) == value[-1] else value
