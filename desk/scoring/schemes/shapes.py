"""How the values of a clause's field are written: one shape for each type of field."""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints

from desk.errors import DeskError, FieldError
from desk.facts import FactKind
from desk.scoring.clauses.condition import ANYTHING, Condition
from desk.scoring.clauses.share import Share, Way
from desk.scoring.clauses.told import Told
from desk.scoring.figures import printed
from desk.scoring.numerals import decimal_of, fraction_of, fraction_written, whole_of
from desk.scoring.schemes.condition_text import (
    condition_of,
    condition_text,
    parse_condition,
    plain_text,
)
from desk.scoring.schemes.nearest import meant

_TEXT = "文字"
_YES = {"是": True, "否": False, "true": True, "false": False}
_KNOWN: "dict[tuple[type[Any], str], Shape]" = {}  # reading annotations is slow
_SHARES = {Way.FULL.value: Way.FULL, Way.EVEN.value: Way.EVEN, Way.PORTION.value: Way.PORTION}


@dataclass(frozen=True, slots=True)
class Shape:
    """Reads and writes one type of value; ``what`` names it, ``choices`` are all its values.

    ``read`` takes what a TOML or JSON file holds and raises DeskError; ``write`` gives such.
    ``parse`` and ``show`` do the same with the text of a cell; None is "".
    """

    what: str
    read: Callable[[object], object]
    write: Callable[[Any], object]
    parse: Callable[[str], object]
    show: Callable[[Any], str]
    choices: tuple[str, ...] = ()


def shape_of(kind: type[Any], attribute: str) -> Shape:
    """The shape of a clause's field, by the type it is annotated with."""
    known = _KNOWN.get((kind, attribute))
    if known is None:
        known = _of_type(get_type_hints(kind)[attribute])
        _KNOWN[kind, attribute] = known
    return known


def field_text(told: Told, kind: type[Any], value: object) -> str:
    """A field's value as the text of a cell; a default is shown too."""
    return "" if value is None else shape_of(kind, told.attribute).show(value)


def parse_field(told: Told, kind: type[Any], text: str) -> object:
    """The value of a cell's text; an empty one is the default. Raises FieldError."""
    text = text.strip()
    if not text:
        if told.required:
            raise FieldError(told.attribute, f"“{told.label}”必须填写：{told.help}。")
        return told.default
    try:
        return shape_of(kind, told.attribute).parse(text)
    except DeskError as error:
        raise FieldError(told.attribute, f"“{told.label}”：{error}") from error


def _of_type(wanted: Any) -> Shape:  # noqa: ANN401 - a type as annotated, unions too
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _of_type(next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return _of_tuple(inner)
    return _choice(wanted) if issubclass(wanted, StrEnum) else _SIMPLE[wanted]


def _of_tuple(inner: tuple[Any, ...]) -> Shape:
    if inner == (int, int):
        return _simple("月-日", month_day_of, lambda one: f"{one[0]:02}-{one[1]:02}")
    return _WEIGHTS if get_origin(inner[0]) is tuple else _many(_of_type(inner[0]))


def _simple(what: str, read: Callable[[object], object], show: Callable[[Any], str]) -> Shape:
    return Shape(what, read, show, read, show)


def _choice(kind: type[StrEnum]) -> Shape:
    choices = tuple(one.value for one in kind if one is not FactKind.REVERSAL)

    def read(value: object) -> StrEnum:
        if value not in choices:
            hint = meant(str(value), choices)
            raise DeskError(f"不能写“{value}”。{hint}可以写的有：{'、'.join(choices)}。")
        return kind(str(value))

    return Shape("选一个", read, lambda one: one.value, read, lambda one: one.value, choices)


def _many(inner: Shape) -> Shape:
    def read(value: object) -> tuple[object, ...]:
        if isinstance(value, str) and inner.what != _TEXT:
            return parse(value)
        values = value if isinstance(value, list | tuple) else [value]
        return tuple(inner.read(one) for one in values)

    def write(value: tuple[object, ...]) -> object:
        return inner.write(value[0]) if len(value) == 1 else [inner.write(one) for one in value]

    def parse(text: str) -> tuple[object, ...]:
        parts = text.replace("，", "、").replace(",", "、").split("、")
        return tuple(inner.parse(one.strip()) for one in parts if one.strip())

    def show(value: tuple[object, ...]) -> str:
        return "、".join(map(inner.show, value))

    return Shape(f"{inner.what}，可以几个", read, write, parse, show, inner.choices)


def text_of(value: object) -> str:
    """A text in one line; raises DeskError for anything else."""
    if not isinstance(value, str):
        raise DeskError(f"“{value}”要写成带引号的文字。")
    return " ".join(value.split())


def yes_or_no(value: object) -> bool:
    """是 or 否, true or false; raises DeskError."""
    if isinstance(value, bool):
        return value
    found = _YES.get(str(value).strip())
    if found is None:
        raise DeskError(f"不能写“{value}”，只能写：是、否。")
    return found


def share_of(value: object) -> Share:
    """全额, 均分, 按份额, points or percent; raises DeskError."""
    text = plain_text(value)
    if text in _SHARES:
        return Share(_SHARES[text])
    percent = text.endswith(("%", "％"))
    try:
        number = decimal_of(text[:-1] if percent else value)
    except DeskError:
        raise DeskError(
            f"不能写“{text}”。只能写：全额、均分、按份额，几分（如 3），或百分之几（如 50%）。"
        ) from None
    return Share(Way.RATIO if percent else Way.FIXED, number)


def day_of(value: object) -> date:
    """A date, or one written 2026-01-01; raises DeskError."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise DeskError(f"“{value}”不是日期。请写成 2026-01-01 的样子。") from None


def month_day_of(value: object) -> tuple[int, int]:
    """A day of any year as (month, day), written 07-01; raises DeskError."""
    text = str(value).strip()
    try:
        found = date.fromisoformat(f"2024-{text}")  # a leap year has every day
    except ValueError:
        raise DeskError(f"“{value}”不是月和日。请写成 07-01 的样子。") from None
    return found.month, found.day


def _condition(value: object) -> Condition:
    if isinstance(value, str):
        return parse_condition(value)
    if not isinstance(value, Mapping):
        raise DeskError('要写成 { "刊物" = "每日要情", "字数" = "≥600" } 的样子。')
    return condition_of(
        [
            (str(name), one if isinstance(one, list | tuple) else [one])
            for name, one in value.items()
        ]
    )


def _asked(condition: Condition) -> dict[str, object]:
    return {
        ask.trait.value: ask.values[0] if len(ask.values) == 1 else list(ask.values)
        for ask in condition.asks
    }


def _parsed(text: str) -> Condition:
    return parse_condition(text) if text else ANYTHING


def _weights(value: object) -> tuple[tuple[str, Fraction], ...]:
    if not isinstance(value, Mapping):
        raise DeskError('要写成 { "得分" = "0.1", "批示分" = "0.5" } 的样子。')
    return tuple((text_of(str(name)), fraction_of(one)) for name, one in value.items())


def _parsed_weights(text: str) -> tuple[tuple[str, Fraction], ...]:
    found = []
    for part in text.replace("，", "、").replace(",", "、").split("、"):
        name, _, number = part.strip().replace("：", " ").replace(":", " ").rpartition(" ")
        if not name.strip():
            raise DeskError(f"“{part}”读不懂。请写成“得分 0.1、批示分 0.5”的样子。")
        found.append((name.strip(), fraction_of(number)))
    return tuple(found)


def _shown_weights(weights: tuple[tuple[str, Fraction], ...]) -> str:
    return "、".join(f"{name} {fraction_written(number)}" for name, number in weights)


_WEIGHTS = Shape(
    "名称和权重",
    _weights,
    lambda weights: {name: fraction_written(number) for name, number in weights},
    _parsed_weights,
    _shown_weights,
)
_SIMPLE: dict[type[Any], Shape] = {
    str: _simple(_TEXT, text_of, str),
    Decimal: _simple("数", decimal_of, printed),
    Fraction: _simple("数、几分之几或百分之几", fraction_of, fraction_written),
    int: Shape("整数", whole_of, int, whole_of, str),
    bool: Shape(
        "是、否", yes_or_no, bool, yes_or_no, lambda one: "是" if one else "否", ("是", "否")
    ),
    date: Shape("日期", day_of, lambda one: one, day_of, date.isoformat),
    Share: _simple("全额、均分、按份额、几分或百分之几", share_of, str),
    Condition: Shape("条件", _condition, _asked, _parsed, condition_text),
}
