"""Find units of the registry by the names they sign with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desk.units import Unit

_BLANK = re.compile(r"[\s\u3000]+")
_ANYBODY = re.compile(r"^[省市州县区旗盟]?(?:管理)?委(?:员会)?$")  # 县委 is not 团县委
_PLACE = re.compile(r"^.{2,8}?(?:自治州|自治县|[省市州县区旗盟])(?=..)")
_INNER = re.compile(
    r"[\u4e00-\u9fff]{0,13}(?:党[组委]|党工委|机关|委员会|支部|办公室|办|[科股室站所部处队村]"
    r"|专班|中心|指挥部|派出所|[村居]民?委(?:员?会)?|社区)"
)
_LONGEST_INNER = 16  # characters; longer ones would cost time and name nothing
AND = re.compile(r"(?<=[局委办院镇乡道])[和与及](?=.{2})")
_BETWEEN = re.compile(r"[、，,;；/／\t]|\s{1,}|　+|(?<=[局委办院镇乡])[和与及](?=.{2})")
_NAME_PARTS = re.compile(r"[-—–_+（）()【】\[\]：:、，,.\s\d]+")
_ORGANISATION = re.compile(
    r"^[\u4e00-\u9fff（）()]{2,28}(?:局|委|办|办公室|委员会|人民政府|政府|镇|乡|街道|街道办事处|中心|院|所|站|队|支队|大队|"
    r"公司|银行|学校|中学|小学|部|联合会|协会|工会|总会|联|法院|检察院|管委会|园区|农场|林场|社区|村|医院|支行|分公司|集团|台|馆|社|厂|处|厅|署|组)$"
)


def closed(text: str) -> str:
    """A name without the blanks that only space it out."""
    return _BLANK.sub("", text).strip("：:。，,（）()【】[]")


def looks_like_unit(text: str) -> bool:
    """Whether a text reads like the name of an office, known or not."""
    bare = closed(text)
    return bool(_ORGANISATION.match(bare)) and bare.count("（") == bare.count("）")


@dataclass(frozen=True, slots=True)
class Match:
    """What a text named: known units in its order, and names nobody knows."""

    unit_ids: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()


_ADDRESS = re.compile(r"<?([\w.+-]+@[\w.-]+)>?")


class Names:
    """The names of all units, full, short, alias, and those cut from the full name."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._ids: dict[str, int] = {}
        self._addresses: dict[str, int] = {}
        cut: dict[str, set[int]] = {}
        for unit in units:
            for name in (unit.name, unit.short, *unit.aliases):
                if "@" in name:
                    self._addresses.setdefault(name.strip().lower(), unit.id)
                elif name:
                    self._ids.setdefault(closed(name), unit.id)
            for name in _cut(closed(unit.name)):
                cut.setdefault(name, set()).add(unit.id)
        for name, ids in cut.items():
            if len(ids) == 1:
                self._ids.setdefault(name, *ids)
        self._longest = sorted(self._ids, key=len, reverse=True)
        self._sizes = sorted({len(name) for name in self._ids}, reverse=True)

    def one(self, text: str) -> int | None:
        """The unit a text names, with at most an office of its own behind the name."""
        bare = closed(text)
        if bare in self._ids:
            return self._ids[bare]
        for size in self._sizes:
            unit_id, rest = self._ids.get(bare[:size]), bare[size:]
            if unit_id is not None and len(rest) <= _LONGEST_INNER and _INNER.fullmatch(rest):
                return unit_id
        inner = re.sub(r"^中共|委员会$", "", bare)
        return self._ids.get(inner)

    def many(self, text: str) -> Match:
        """The units of a text that holds names and nothing else."""
        whole = self.one(text)
        if whole is not None:
            return Match((whole,))
        found: list[int] = []
        unknown: list[str] = []
        for part in filter(None, (closed(part) for part in _BETWEEN.split(text.strip()))):
            unit_id = self.one(part)
            if unit_id is None:
                unknown.append(part)
            elif unit_id not in found:
                found.append(unit_id)
        return Match(tuple(found), tuple(unknown))

    def in_file_name(self, stem: str) -> int | None:
        """The unit that a part of a file name is, or that the file name starts with."""
        for part in _NAME_PARTS.split(stem):
            if part and (unit_id := self.one(part)) is not None:
                return unit_id
        return self.at_start(stem)

    def at_start(self, text: str) -> int | None:
        """The unit whose name a text begins with."""
        bare = closed(text)
        name = next((name for name in self._longest if bare.startswith(name)), "")
        return self._ids[name] if len(name) > 2 else None  # noqa: PLR2004 - 财政 is a subject

    def of_sender(self, sender: str) -> int | None:
        """The unit of a mail's sender, by its address among the aliases or by the name shown."""
        address = _ADDRESS.search(sender)
        if address and (unit_id := self._addresses.get(address[1].lower())) is not None:
            return unit_id
        shown = _ADDRESS.sub("", sender).strip('"“” ')
        return self.one(shown) or self.in_file_name(shown)


def _cut(name: str) -> list[str]:
    """The forms of a full name without its county, without 人民政府, with 委 for 委员会."""
    forms = []
    place = _PLACE.match(name)
    for form in {name, name.removesuffix("人民政府"), re.sub("委员会$", "委", name)}:
        rest = form[place.end() :] if place else form
        if len(rest) > 2:  # noqa: PLR2004 - two characters name too many things
            forms.append(rest)
        if place and rest != form:
            forms.append(place[0][-1] + rest)
        forms.append(form)
    return [form for form in forms if form != name and not _ANYBODY.match(form)]
