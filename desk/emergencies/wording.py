"""How an emergency is put into words: titles, the text of each report, what to say by telephone."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from desk.emergencies.categories import COUNTED, Category
from desk.emergencies.emergency import Emergency, Report, ReportKind, Slots
from desk.emergencies.times import written
from desk.paths import RESOURCES

_FILE = RESOURCES / "emergencies" / "words.toml"
_FIELD = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ENDS = "。！？；"


@dataclass(frozen=True, slots=True)
class Wording:
    """A title and a text as they are proposed."""

    title: str
    text: str


@cache
def words() -> dict[str, Any]:
    """The phrases that come with the program."""
    return tomllib.loads(_FILE.read_text("utf-8"))


def headline(one: Emergency, category: Category) -> str:
    """The title without the number of a report: place, event, casualties (N15)."""
    known = _values(one, category) | {
        "place": one.place or "（地点）",
        "event": one.event or one.category or "（事件）",
    }
    clauses = (_filled(clause, known) for clause in category.title.split("，"))
    return "，".join(filter(None, clauses))


def first_report(one: Emergency, category: Category) -> Wording:
    """The first report; what nobody knows yet is said to be under verification."""
    text = "".join((*_sentences(one, category), words()["close"]))
    return Wording(f"{headline(one, category)}（首报）", text)


def later_report(
    one: Emergency, category: Category, report: Report, before: Slots, former: str
) -> Wording:
    """A follow-up or the final report: what has changed first, then what was told before."""
    opening = words()["final" if report.kind is ReportKind.FINAL else "followup"]
    lead = opening.format(subject=f"{one.place}{one.event}", when=written(report.made))
    news = "".join(changes(category, before, one.slots)) or "情况没有新的变化。"
    close = words()["final_close" if report.kind is ReportKind.FINAL else "close"]
    past = f"{words()['before']}{_own_words(former)}" if former else ""
    title = f"{headline(one, category)}（{report.name}）"
    return Wording(title, "\n".join(filter(None, (lead + news + close, past))))


def changes(category: Category, before: Slots, now: Slots) -> Iterator[str]:
    """Give a sentence for each slot that is another than before: 死亡3人（比上次增加1人）."""
    former = dict(before)
    for key, value in now:
        if value == former.get(key, "") or not value:
            continue
        slot = next((one for one in category.slots if one.key == key), None)
        label = category.label(key)
        if slot is None or not slot.unit:
            yield _ended(value if value.startswith(label) else f"{label}：{value}")
            continue
        gain = _more(former.get(key, ""), value, slot.unit)
        yield f"{label}{_with_unit(value, slot.unit)}{gain}。"


def toll(one: Emergency, category: Category) -> str:
    """The casualties in words: 死亡2人、重伤1人; "" where none is counted."""
    return "、".join(
        f"{slot.label}{_with_unit(value, slot.unit)}"
        for slot in category.slots
        if slot.key in COUNTED and (value := one.slot(slot.key)) and value != "0"
    )


def script(
    one: Emergency, category: Category, to: str, office: str, clerk: str, names: dict[str, str]
) -> str:
    """What to say on the telephone, a sentence a line; ``names`` has ``reporter`` and ``now``."""
    values = _values(one, category) | {"to": to, "office": office, "clerk": clerk, **names}
    values["category"] = one.category or "突发事件"
    if one.known:
        values["known"] = written(one.known)
    return "\n".join(filter(None, (_filled(line, values) for line in words()["script"])))


def _sentences(one: Emergency, category: Category) -> Iterator[str]:
    values = _values(one, category)
    for pattern in category.told:
        sentence = _filled(pattern, values)
        if sentence:
            yield _ended(sentence)


def _filled(pattern: str, values: dict[str, str]) -> str:
    """The first alternative of a pattern whose fields are all known; "" where none is."""
    for each in pattern.split("|"):
        if all(values.get(name) for name in _FIELD.findall(each)):
            return _FIELD.sub(lambda found: values[found[1]].rstrip(_ENDS), each)
    return ""


def _values(one: Emergency, category: Category) -> dict[str, str]:
    """What the patterns of a category can name."""
    values = {
        slot.key: told
        for slot in category.slots
        if (value := one.slot(slot.key))
        and (told := _with_unit(value, slot.unit) if slot.unit else value)
    }
    for key in ("loss", "moved"):
        if key in values:
            values[key] = f"{category.label(key)}{values[key]}。"
    if any(slot.key in COUNTED for slot in category.slots):
        values |= _toll(one, category)
    values["place"] = one.place or "（地点待核实）"
    values["event"] = one.event or one.category
    if one.happened:
        values["happened"] = written(one.happened)
    return values


def _toll(one: Emergency, category: Category) -> dict[str, str]:
    counted = toll(one, category)
    asked = [slot for slot in category.slots if slot.key in COUNTED and slot.required]
    unknown = "、".join(slot.label for slot in asked if not one.slot(slot.key))
    if counted:
        rest = f"，{unknown}情况正在核实" if unknown else ""
        return {"toll": counted.replace("、", ""), "toll_sentence": f"目前{counted}{rest}。"}
    if not asked:
        return {}
    said = words()["open" if unknown else "none"]
    return {"toll": said, "toll_sentence": f"{said}。"}


def _with_unit(value: str, unit: str) -> str:
    return f"{value}{unit}" if _NUMBER.fullmatch(value) else value


def _more(before: str, now: str, unit: str) -> str:
    if not (_NUMBER.fullmatch(before) and _NUMBER.fullmatch(now)):
        return ""
    gain = Decimal(now) - Decimal(before)
    return f"（比上次{'增加' if gain > 0 else '减少'}{abs(gain)}{unit}）"


def _ended(sentence: str) -> str:
    return sentence if sentence[-1:] in _ENDS else f"{sentence}。"


def _own_words(text: str) -> str:
    """An earlier report without what it repeated of those before, and without its promise."""
    return text.partition("\n")[0].replace(words()["close"], "")


def cause_warnings(title: str, text: str) -> Sequence[str]:
    """What a first report says of the cause (E14, 慎报原因), as sentences."""
    # The window must be up before the rules are.
    from desk.checks.manuscript import Manuscript  # noqa: PLC0415 - heavy, loaded on use
    from desk.checks.rules.elements.cause_in_first_report import RULE, judge  # noqa: PLC0415 - as above
    from desk.drafts import Kind  # noqa: PLC0415 - as above

    assert RULE.code == "E14"  # noqa: S101 - codes are for ever
    whole = Manuscript(title=title, body=text, kind=Kind.INCIDENT).whole
    return [hit.message for hit in judge(whole)]
