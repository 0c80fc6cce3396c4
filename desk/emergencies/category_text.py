"""Categories as plain text that a clerk can change, and back.

A block each: 【火情】, 标题：…, 事件：…、…, then a slot a line: 死亡（人）*｜提示.
Sentences stay those of the program's category of that name; a new slot is told with its label.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.emergencies.categories import Category, Slot, shipped
from desk.errors import FieldError

_SLOT = re.compile(
    r"(?P<label>[^（()｜|*]+)(?:[（(](?P<unit>[^）)]+)[）)])?\s*(?P<star>\*)?\s*(?:[｜|](?P<hint>.*))?"
)
_HEAD = re.compile(r"【(.+)】")
_FIELD = re.compile(r"\{(\w+)\}")
_WORDS = {"place": "地点", "event": "事件", "toll": "伤亡"}


def text_of_categories(held: Iterable[Category]) -> str:
    """The categories as text."""
    return "\n\n".join("\n".join(_lines(one)) for one in held)


def categories_of(text: str) -> tuple[Category, ...]:
    """The categories of a text. Raises FieldError with the line that is wrong."""
    found: list[Category] = []
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip()
        if not plain:
            continue
        head = _HEAD.fullmatch(plain)
        if head:
            found.append(_begun(head[1].strip()))
        elif not found:
            raise FieldError("categories", f"第 {number} 行前面没有类别。请先写一行【类别名】。")
        else:
            found[-1] = _told(found[-1], plain, number)
    if not found:
        raise FieldError("categories", "至少要有一个类别。要恢复原来的，请按“恢复通用的”。")
    names = [one.name for one in found]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise FieldError("categories", f"类别“{twice}”写了两次。请并成一个，或者改名。")
    return tuple(map(_titled, found))


def _lines(one: Category) -> Iterator[str]:
    labels = _WORDS | {slot.key: slot.label for slot in one.slots}
    yield f"【{one.name}】"
    yield f"标题：{_FIELD.sub(lambda found: f'{{{labels.get(found[1], found[1])}}}', one.title)}"
    yield f"事件：{'、'.join(one.events)}"
    for slot in one.slots:
        unit = f"（{slot.unit}）" if slot.unit else ""
        hint = f"｜{slot.hint}" if slot.hint else ""
        yield f"{slot.label}{unit}{'*' if slot.required else ''}{hint}"


def _begun(name: str) -> Category:
    like = next((one for one in shipped() if one.name == name), shipped()[-1])
    return replace(like, name=name, events=(), slots=())


def _told(one: Category, line: str, number: int) -> Category:
    label, sign, rest = line.partition("：")
    if sign and label == "标题":
        return replace(one, title=rest.strip())
    if sign and label == "事件":
        return replace(one, events=tuple(each for each in re.split(r"[、，,]", rest) if each))
    match = _SLOT.fullmatch(line)
    if match is None:
        raise FieldError("categories", f"第 {number} 行“{line}”看不懂。要素写成：死亡（人）*｜提示")
    name = match["label"].strip()
    key = next((each.key for each in _known(one.name) if each.label == name), name)
    slot = Slot(key, name, (match["unit"] or "").strip(), bool(match["star"]), match["hint"] or "")
    return replace(one, slots=(*one.slots, slot))


def _known(name: str) -> Iterator[Slot]:
    """The program's slots: of the category of that name first, then of all."""
    ordered = sorted(shipped(), key=lambda one: one.name != name)
    return (slot for one in ordered for slot in one.slots)


def _titled(one: Category) -> Category:
    """The title's fields by their keys again."""
    keys = {label: key for key, label in _WORDS.items()}
    keys |= {slot.label: slot.key for slot in one.slots}
    title = re.sub(r"\{([^}]+)\}", lambda found: f"{{{keys.get(found[1], found[1])}}}", one.title)
    return replace(one, title=title)
